"""A pattern as Python's own parser reads it, for questions about what it can match.

RE2 matches; this only looks. What the two read differently is not read at all.
"""

import re
import warnings
from collections.abc import Iterable, Iterator
from math import inf
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

from guardian_app.model import SENTENCE_ENDS

_HAN = "一-鿿"
_FOREIGN = re.compile(r"\(\?[^:]|\[:\^?[a-z]+:\]|\\[QECpP](?!\{Han\})")
_HAN_CLASS = re.compile(r"\\p\{Han\}")
_HAN_ALONE = re.compile(r"(?<!\[)\\p\{Han\}(?![^\[]*\])")
# Which ends of a sentence a named class holds.
_MARKS_OF = {
    ops.CATEGORY_DIGIT: "",
    ops.CATEGORY_WORD: "",
    ops.CATEGORY_SPACE: "\n",
    ops.CATEGORY_NOT_DIGIT: SENTENCE_ENDS,
    ops.CATEGORY_NOT_WORD: SENTENCE_ENDS,
    ops.CATEGORY_NOT_SPACE: SENTENCE_ENDS.rstrip(),
}

Item = tuple[Any, Any]
REPEATS = frozenset({ops.MAX_REPEAT, ops.MIN_REPEAT})


def read(pattern: str) -> list[Item] | None:
    """Return the items of a pattern, or None where the parser could mistake it."""
    if _FOREIGN.search(pattern):
        return None
    readable = _HAN_CLASS.sub(_HAN, _HAN_ALONE.sub(f"[{_HAN}]", pattern))
    try:
        with warnings.catch_warnings(action="ignore"):
            return list(_parser.parse(readable))
    except re.error:
        return None


def longest(items: Iterable[Item]) -> float:
    """Return how many characters the longest match has; infinity if there is no longest."""
    return sum(map(_longest, items))


def _longest(item: Item) -> float:
    kind, value = item
    if kind is ops.AT:
        return 0
    if kind is ops.SUBPATTERN:
        return longest(value[3])
    if kind is ops.BRANCH:
        return max(map(longest, value[1]))
    if kind in REPEATS:
        return inf if value[1] is ops.MAXREPEAT else int(value[1]) * longest(value[2])
    return 1


def shortest(items: Iterable[Item]) -> int:
    """Return how many characters the shortest match has."""
    return sum(map(_shortest, items))


def _shortest(item: Item) -> int:
    kind, value = item
    if kind is ops.AT:
        return 0
    if kind is ops.SUBPATTERN:
        return shortest(value[3])
    if kind is ops.BRANCH:
        return min(map(shortest, value[1]))
    if kind in REPEATS:
        return int(value[0]) * shortest(value[2])
    return 1


def may_cross(items: Iterable[Item], marks: str) -> bool:
    """Tell whether a match may hold one of ``marks``."""
    return any(_takes(leaf, mark) for leaf in _leaves(items) for mark in marks)


def _leaves(items: Iterable[Item]) -> Iterator[Item]:
    """Yield what matches single letters."""
    for kind, value in items:
        if kind is ops.SUBPATTERN:
            yield from _leaves(value[3])
        elif kind is ops.BRANCH:
            yield from _leaves(item for branch in value[1] for item in branch)
        elif kind in REPEATS:
            yield from _leaves(value[2])
        else:
            yield kind, value


def _takes(leaf: Item, mark: str) -> bool:
    kind, value = leaf
    if kind is ops.LITERAL:
        return chr(value) == mark
    if kind is ops.NOT_LITERAL:
        return chr(value) != mark
    if kind is ops.ANY:
        return mark != "\n"
    if kind is ops.IN:
        return _holds(value, mark)
    return kind is not ops.AT


def _holds(members: list[Item], mark: str) -> bool:
    holds = any(
        (kind is ops.LITERAL and chr(value) == mark)
        or (kind is ops.RANGE and value[0] <= ord(mark) <= value[1])
        or (kind is ops.CATEGORY and mark in _MARKS_OF[value])
        for kind, value in members
    )
    return holds != (members[0][0] is ops.NEGATE)
