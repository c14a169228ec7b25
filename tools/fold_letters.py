"""Write ``resources/knowledge/letters.toml``: which letters are read as which others.

Three tables are laid over one another: Unicode compatibility forms and case, traditional to
simplified script (OpenCC), and letters of other alphabets and styles that look like Latin ones.
Run once after a change here; from then on the TOML is the truth.

    uv run tools/fold_letters.py resources/knowledge/letters.toml
"""

import sys
import unicodedata
from pathlib import Path

from opencc import OpenCC

# Own table: letters that look like a Latin one in common fonts.
LOOK_ALIKES = {
    "a": "аαɑａ", "b": "ЬᏏ", "c": "сϲᴄ", "d": "ԁɗ", "e": "еҽɛ℮", "g": "ɡց", "h": "һհ", "i": "іıɩι",
    "j": "јϳ", "k": "κкᴋ", "l": "ӏⅼ|ǀ", "m": "мᴍ", "n": "ոп", "o": "оοσօ", "p": "рρ", "q": "ԛգ",
    "r": "гᴦ", "s": "ѕʂ", "t": "тτᴛ", "u": "υսᴜ", "v": "ѵνᴠ", "w": "ԝѡᴡ", "x": "хχ", "y": "уүγ",
    "z": "ᴢʐ",
}  # fmt: skip
KEPT = set("|")  # a bar is a mark more often than a letter
PUNCTUATION = {
    "，": ",",
    "：": ":",
    "；": ";",
    "！": "!",
    "？": "?",
    "（": "(",
    "）": ")",
    "．": ".",
}
# Own table: Chinese characters that senders write for one another.
VARIANTS = {
    "帐": "账",
    "卟": "不",
    "侑": "有",
    "転": "转",
    "冩": "写",
    "沵": "你",
    "伱": "你",
    "僦": "就",
}
SPACES = {chr(code): " " for code in (0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)}
SPACES |= {"\x85": "\n", "\u2028": "\n", "\u2029": "\n"}
KOREAN = range(0xAC00, 0xD7A4)
SKIPPED_CATEGORIES = ("C", "M", "Z")


def base_letter(letter: str) -> str:
    """Return ``letter`` in its compatibility form, lower case, without accents."""
    plain = unicodedata.normalize("NFKD", letter).lower()
    kept = [each for each in plain if not unicodedata.combining(each)]
    return unicodedata.normalize("NFKC", "".join(kept))


def tables() -> tuple[dict[str, str], dict[str, str]]:
    """Return the one-to-one table and the one-to-many table."""
    simplify = OpenCC("t2s").convert
    one: dict[str, str] = {}
    many: dict[str, str] = {}
    for code in (*range(0x41, 0x5B), *range(0x80, 0x30000)):
        letter = chr(code)
        if unicodedata.category(letter)[0] in SKIPPED_CATEGORIES or code in KOREAN:
            continue
        plain = base_letter(letter)
        if len(plain) == 1:
            plain = simplify(plain)
        if len(plain) == 1 and plain != letter:
            one[letter] = plain
        elif len(plain) > 1 and plain.isascii() and plain.isalnum():
            many[letter] = plain
    for plain, letters in LOOK_ALIKES.items():
        for letter in letters:
            for form in {letter, letter.upper()}:
                if len(form) == 1 and form not in KEPT and not form.isascii():
                    one[form] = plain
    one = {letter: VARIANTS.get(plain, plain) for letter, plain in one.items()}
    one.update(VARIANTS)
    one.update(PUNCTUATION)
    one.update(SPACES)
    return one, many


def main() -> None:
    """Write the table to the file named on the command line."""
    one, many = tables()
    written = "".join(sorted(one))
    plain = "".join(one[each] for each in sorted(one))
    lines = [
        "# Letters that are read as others; written by tools/fold_letters.py.",
        f"written = '''{written}'''",
        f"plain = '''{plain}'''",
        "",
        "[expanded]",
        *(f'"{letter}" = "{text}"' for letter, text in sorted(many.items())),
    ]
    Path(sys.argv[1]).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
