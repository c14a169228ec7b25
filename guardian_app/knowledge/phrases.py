r"""The pattern language of signs: RE2 plus word classes and gaps.

Patterns match *normalised* text: NFKC, lower case, simplified script, no invisible characters,
no spaces or marks between Han characters. On top of RE2 syntax there are three things:

``{slot}``
    any word of that class, from ``slots.toml`` (a class may use other classes).
``~``
    a short gap inside a sentence: up to 10 characters in Chinese, 30 in English.
``~~``
    a long gap inside a sentence: up to 24 characters in Chinese, 80 in English.

A literal tilde is written ``\x7e``. Look-around does not exist in RE2, capturing groups are
refused.

A gap becomes an unbounded ``*?`` in a group of its own, and the engine measures the group: a
bounded repetition of a class of letters makes an automaton of tens of thousands of states, this one
of a few.
"""

import re
from collections.abc import Iterable, Mapping
from math import inf

from msgspec.structs import replace

from guardian_app.knowledge.commonness import Commonness
from guardian_app.knowledge.needles import needles
from guardian_app.knowledge.reading import longest, may_cross, read, shortest
from guardian_app.model import SENTENCE_ENDS, Expression, Language, Patterns

GAP_LIMITS = {Language.ZH: {"~": 10, "~~": 24}, Language.EN: {"~": 30, "~~": 80}}
_GAP_LETTERS = {Language.ZH: r"[^。!?;\n]", Language.EN: r"[^.!?;\n]"}
_SLOT = re.compile(r"\{([a-z][a-z_]*)\}")
# A gap of the pattern language, or one that a word class spells out: [^…]{0,9}
_GAP = re.compile(r"~~?|(\[\^[^\]]*\])\{0,([0-9]+)\}\??")
_DEPTH_LIMIT = 5  # a word class inside a word class …; deeper is a circle
_NO_SAMPLES = Commonness()


class PatternError(ValueError):
    """A pattern that cannot be used, and why."""


def _fill(pattern: str, slots: Mapping[str, tuple[str, ...]], depth: int = 0) -> str:
    def words(match: re.Match[str]) -> str:
        name = match.group(1)
        if name not in slots:
            raise PatternError(f"no word class “{name}”")  # noqa: EM102, TRY003
        if depth >= _DEPTH_LIMIT:
            raise PatternError(f"word class “{name}” in a circle")  # noqa: EM102, TRY003
        return "(?:" + "|".join(_fill(word, slots, depth + 1) for word in slots[name]) + ")"

    return _SLOT.sub(words, pattern)


def _bounded(filled: str) -> str:
    """Put word boundaries around an English pattern."""
    start = r"\b" if filled[:1].isalnum() or filled[:1] == "(" else ""
    end = r"\b" if filled[-1:].isalnum() or filled[-1:] in ")?" else ""
    return f"{start}(?:{filled}){end}"


def express(
    pattern: str,
    language: Language,
    slots: Mapping[str, tuple[str, ...]],
    commonness: Commonness = _NO_SAMPLES,
) -> Expression:
    """Return ``pattern`` ready for RE2; raise PatternError for one that cannot be used."""
    filled = _fill(pattern, slots)
    limits: list[int] = []

    def counted(gap: re.Match[str]) -> str:
        letters, limit = gap.groups()
        limits.append(int(limit) if limit else GAP_LIMITS[language][gap.group()])
        return f"{letters or _GAP_LETTERS[language]}{{0,{limits[-1]}}}"

    items = read(_GAP.sub(counted, filled))
    gapped = _GAP.sub(lambda gap: f"({gap.group(1) or _GAP_LETTERS[language]}*?)", filled)
    ready = Expression(gapped if language is Language.ZH else _bounded(gapped), tuple(limits))
    if items is None:
        return ready
    most = longest(items)
    return replace(
        ready,
        needs=needles(items, commonness),
        in_sentence=not may_cross(items, SENTENCE_ENDS),
        shortest=shortest(items),
        longest=int(most) if most < inf else None,
    )


def express_all(
    patterns: Patterns,
    slots: Mapping[str, tuple[str, ...]],
    commonness: Commonness = _NO_SAMPLES,
) -> tuple[Expression, ...]:
    """Return every pattern of both languages ready for RE2."""
    groups: tuple[tuple[Language, Iterable[str]], ...] = (
        (Language.ZH, patterns.zh),
        (Language.EN, patterns.en),
    )
    return tuple(
        express(pattern, language, slots, commonness)
        for language, group in groups
        for pattern in group
    )
