r"""The pattern language of signs: RE2 plus word classes and gaps.

Patterns match *normalised* text: NFKC, lower case, simplified script, no invisible characters,
no spaces or marks between Han characters. On top of RE2 syntax there are three things:

``{slot}``
    any word of that class, from ``slots.toml`` (a class may use other classes).
``~``
    a short gap inside a sentence: up to 10 characters in Chinese, 30 in English.
``~~``
    a long gap inside a sentence: up to 24 characters in Chinese, 80 in English.

A literal tilde is written ``\x7e``. Look-around does not exist in RE2.
"""

import re
from collections.abc import Mapping

from guardian_app.model import Language, Patterns

GAPS = {
    Language.ZH: (r"[^。!?;\n]{0,10}", r"[^。!?;\n]{0,24}"),
    Language.EN: (r"[^.!?;\n]{0,30}", r"[^.!?;\n]{0,80}"),
}
_SLOT = re.compile(r"\{([a-z][a-z_]*)\}")
_DEPTH_LIMIT = 5  # a word class inside a word class …; deeper is a circle


class UnknownSlotError(ValueError):
    """A pattern names a word class that does not exist, or classes go round in a circle."""


def _fill(pattern: str, slots: Mapping[str, tuple[str, ...]], depth: int = 0) -> str:
    def words(match: re.Match[str]) -> str:
        name = match.group(1)
        if name not in slots or depth >= _DEPTH_LIMIT:
            raise UnknownSlotError(name)
        return "(?:" + "|".join(_fill(word, slots, depth + 1) for word in slots[name]) + ")"

    return _SLOT.sub(words, pattern)


def to_re2(pattern: str, language: Language, slots: Mapping[str, tuple[str, ...]]) -> str:
    """Return ``pattern`` as plain RE2; raise UnknownSlotError for a class that is not there."""
    short, long = GAPS[language]
    filled = _fill(pattern, slots).replace("~~", long).replace("~", short)
    if language is Language.ZH:
        return f"(?:{filled})"
    start = r"\b" if filled[:1].isalnum() or filled[:1] == "(" else ""
    end = r"\b" if filled[-1:].isalnum() or filled[-1:] == ")" else ""
    return f"(?:{start}(?:{filled}){end})"


def join_re2(patterns: Patterns, slots: Mapping[str, tuple[str, ...]]) -> str:
    """Return one RE2 alternation of all patterns of both languages ("" when there are none)."""
    parts = [to_re2(each, Language.ZH, slots) for each in patterns.zh]
    parts += [to_re2(each, Language.EN, slots) for each in patterns.en]
    return "|".join(parts)
