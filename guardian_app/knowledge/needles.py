"""What a text must hold before a pattern is worth trying.

Each pattern is read once, when the pack is built, for *needles*: groups of words of which a matching
text holds at least one each. The engine looks for all words of all patterns in a single pass
(Aho-Corasick), so that a message is asked only the two or three patterns it could match, whatever
the number of patterns. The idea is that of RE2's own filter, which loses its speed at this many
Chinese words.
"""

import re
from collections.abc import Iterable, Iterator
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

# A group of more words says little; a pattern needs no more than its three rarest groups.
WORDS_LIMIT = 240
# Neighbouring words are joined to longer ones while they stay this few.
JOINED_LIMIT = 48
GROUPS_LIMIT = 3
# A class of at most so many letters is spelled out.
LETTERS_LIMIT = 8
# One letter alone stands in most messages; it is asked for only where there is nothing better.
TELLING = 2

_Words = frozenset[str]
_NOTHING: _Words = frozenset({""})


def needles(pattern: str) -> tuple[tuple[str, ...], ...]:
    """Return the groups of words that a text matching the RE2 ``pattern`` holds; () if unknown."""
    # Python's own parser reads what we use of RE2, but for its name of the Han class
    readable = re.sub(r"\\p\{\w+\}", "一-鿿", re.sub(r"(?<!\[)(\\p\{\w+\})(?![^\[]*\])", r"[\1]", pattern))
    groups = {each for each in _Reading().groups(_parser.parse(readable)) if _is_useful(each)}
    telling = {each for each in groups if min(map(len, each)) >= TELLING} or groups
    ranked = sorted(telling, key=_rank)
    return tuple(tuple(sorted(each)) for each in ranked[:GROUPS_LIMIT])


def _is_useful(words: _Words) -> bool:
    return "" not in words and 0 < len(words) <= WORDS_LIMIT


class _Reading:
    """Walks a parsed pattern, keeping the words that stand exactly here until they branch out."""

    def groups(self, parsed: Iterable[tuple[Any, Any]]) -> list[_Words]:
        """Return every group that a run of parsed items needs."""
        found: list[_Words] = []
        exact = _NOTHING
        for item in parsed:
            words = self._exact(item)
            product = len(exact) * len(words) if words is not None else 0
            if words is not None and product <= JOINED_LIMIT:
                exact = frozenset(first + then for first in exact for then in words)
                continue
            found.append(exact)
            exact = words if words is not None else _NOTHING
            found.extend(self._inner(item))
        found.append(exact)
        return [each for each in found if _is_useful(each)]

    def _exact(self, item: tuple[Any, Any]) -> _Words | None:
        """Return the only words that ``item`` matches, or None when they are not few."""
        kind, value = item
        if kind is ops.LITERAL:
            return frozenset({chr(value)})
        if kind is ops.AT:
            return _NOTHING
        if kind is ops.IN:
            return _letters(value)
        if kind is ops.SUBPATTERN:
            return self._exact_run(value[3])
        if kind is ops.BRANCH:
            return _union(self._exact_run(each) for each in value[1])
        if kind in {ops.MAX_REPEAT, ops.MIN_REPEAT} and value[1] == 1:
            once = self._exact_run(value[2])
            return once if once is None or value[0] else once | _NOTHING
        return None

    def _exact_run(self, parsed: Iterable[tuple[Any, Any]]) -> _Words | None:
        exact = _NOTHING
        for item in parsed:
            words = self._exact(item)
            if words is None or len(exact) * len(words) > WORDS_LIMIT:
                return None
            exact = frozenset(first + then for first in exact for then in words)
        return exact

    def _inner(self, item: tuple[Any, Any]) -> Iterator[_Words]:
        """Yield the groups needed inside an item whose words are not few."""
        kind, value = item
        if kind is ops.SUBPATTERN:
            yield from self.groups(value[3])
        elif kind in {ops.MAX_REPEAT, ops.MIN_REPEAT} and value[0] >= 1:
            yield from self.groups(value[2])
        elif kind is ops.BRANCH:
            best = [_best(self.groups(each)) for each in value[1]]
            if all(best):
                yield frozenset().union(*best)


def _best(groups: list[_Words]) -> _Words:
    return min(groups, key=_rank, default=frozenset())


def _rank(words: _Words) -> tuple[int, int, list[str]]:
    """Sort the groups that say most first: no single letters, then few words."""
    return -min(TELLING, *map(len, words)), len(words), sorted(words)


def _union(parts: Iterable[_Words | None]) -> _Words | None:
    whole: set[str] = set()
    for part in parts:
        if part is None:
            return None
        whole |= part
    return frozenset(whole) if len(whole) <= WORDS_LIMIT else None


def _letters(members: list[tuple[Any, Any]]) -> _Words | None:
    letters: set[str] = set()
    for kind, value in members:
        if kind is ops.LITERAL:
            letters.add(chr(value))
        elif kind is ops.RANGE and value[1] - value[0] < LETTERS_LIMIT:
            letters |= {chr(each) for each in range(value[0], value[1] + 1)}
        else:
            return None
    return frozenset(letters) if len(letters) <= LETTERS_LIMIT else None
