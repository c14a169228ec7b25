"""The disguises in which fraudsters send a text, one function an axis, deterministic.

Each takes a plain text and gives it back as a filter-dodger would write it. The tables are small on
purpose: they measure whether the engine sees through the *kind*, and the engine does not read them.
"""

import random
import re
from collections.abc import Callable
from zlib import crc32

_HAN = re.compile("[\u4e00-\u9fff]")
_MARKS = "*·.-|_~ "
_LOOK_ALIKES = str.maketrans(
    {"微": "徾", "信": "伩", "a": "а", "e": "е", "o": "о", "c": "с", "p": "р", "v": "ⅴ",
     "w": "ｗ", "0": "〇", "1": "①", "2": "②", "3": "③", "5": "⑤", "群": "羣",
     "款": "欵", "账": "帐"}
)  # fmt: skip
_HOMOPHONES = str.maketrans("幕微账码险退卡贷号转", "慕薇帐马险腿咔代耗专")
_AS_WORDS = str.maketrans("0123456789", "零一二三四五六七八九")


def _dice(text: str) -> random.Random:
    return random.Random(crc32(text.encode()))  # noqa: S311 - a benchmark, the same on every run


def marks(text: str) -> str:
    """Strew marks and spaces between Chinese characters, at every third place or so."""
    dice = _dice(text)
    return _HAN.sub(lambda m: m[0] + (dice.choice(_MARKS) if dice.random() < 0.35 else ""), text)


def spaced(text: str) -> str:
    """Put a space after every Chinese character."""
    return _HAN.sub(lambda m: m[0] + " ", text)


def look_alikes(text: str) -> str:
    """Write letters that look alike."""
    return text.translate(_LOOK_ALIKES)


def homophones(text: str) -> str:
    """Write characters that sound alike."""
    return text.translate(_HOMOPHONES)


def split_digits(text: str) -> str:
    """Write digits in words or pull them apart."""
    dice = _dice(text)
    return re.sub(
        r"\d{4,}",
        lambda m: m[0].translate(_AS_WORDS) if dice.random() < 0.5 else " ".join(m[0]),
        text,
    )


def traditional(text: str) -> str:
    """Write in traditional script."""
    return _converter().convert(text)


def picture(text: str) -> str:
    """Break lines where a screenshot would, and leave the spaces that OCR leaves."""
    width = 11 + crc32(text.encode()) % 7
    return "\n".join(text[at : at + width] for at in range(0, len(text), width))


def _converter():
    from opencc import OpenCC  # noqa: PLC0415 - its tables take a second

    return OpenCC("s2t")


AXES: dict[str, Callable[[str], str]] = {
    each.__name__: each
    for each in (marks, spaced, look_alikes, homophones, split_digits, traditional, picture)
}
