"""Which patterns a piece of text could match, by the words in it: one pass for all patterns."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import reduce
from operator import or_
from typing import TypeVar

from ahocorasick_rs import AhoCorasick, Implementation

from guardian_app.engine.signs.pattern import Pattern
from guardian_app.model import SENTENCE_ENDS, Expression

# Groups of words are told apart by so many bits. A sentence holds far fewer; where two groups share
# a bit, RE2 is asked once too often, no more.
BITS = 512
# A long sentence is read in parts that overlap by the longest match, and are so many times as long.
PART = 4
# A match of a pattern that knows no longest one is looked for in so many letters.
ENDLESS = 200

_SENTENCE = re.compile(f"[^{SENTENCE_ENDS}]+")

_Group = tuple[str, ...]
# Patterns, each with the bits of the groups that it needs beside its rarest.
_Asked = dict[Pattern, int]
# A part of a text: where it begins and ends, the bits of the groups in it, the patterns that reach
# beyond it.
_Part = tuple[int, int, int, _Asked]
_Value = TypeVar("_Value", int, dict[Pattern, int])


class PatternWords:
    """The words that patterns need, and the way from the words of a text to its patterns."""

    def __init__(self, patterns: Iterable[tuple[Pattern, Expression]]) -> None:
        """Arrange ``patterns`` by the words that they need."""
        patterns = list(patterns)
        used = Counter(group for _, expression in patterns for group in expression.needs[1:])
        bits = {group: _bit(rank) for rank, (group, _) in enumerate(used.most_common())}
        narrow: dict[_Group, _Asked] = {}
        wide: dict[_Group, _Asked] = {}
        self._longest = ENDLESS
        for pattern, expression in patterns:
            self._longest = max(self._longest, expression.longest or 0)
            rarest, *others = expression.needs
            needed = reduce(or_, map(bits.__getitem__, others), 0)
            by_rarest = narrow if expression.in_sentence else wide
            by_rarest.setdefault(rarest, {})[pattern] = needed
        bits_of, narrow_of, wide_of = _by_word(bits), _by_word(narrow), _by_word(wide)
        words = list(bits_of | narrow_of | wide_of)
        self._bits_of = [bits_of.get(word, 0) for word in words].__getitem__
        self._narrow = [narrow_of.get(word) for word in words].__getitem__
        self._wide = [wide_of.get(word) for word in words].__getitem__
        self._find = AhoCorasick(
            words, store_patterns=False, implementation=Implementation.ContiguousNFA
        ).find_matches_as_indexes

    def pieces(self, text: str) -> Iterator[tuple[int, int, list[Pattern]]]:
        """Yield pieces of ``text`` and the patterns that might match there.

        Most patterns never match beyond the end of a sentence. The others are asked about as much
        around one as they could fill.
        """
        parts: list[_Part] = []
        has_wide = False
        for start, end in self._parts(text):
            words = [word for word, _, _ in self._find(text[start:end], overlapping=True)]
            if not words:
                continue
            present = reduce(or_, map(self._bits_of, words))
            if likely := _likely(_asked(self._narrow, words), present):
                yield start, end, likely
            wide = _asked(self._wide, words)
            has_wide = has_wide or bool(wide)
            parts.append((start, end, present, wide))
        if has_wide:
            yield from _around(parts, len(text))

    def _parts(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield the sentences of ``text``; long ones in parts that overlap by a longest match."""
        size = PART * self._longest
        for sentence in _SENTENCE.finditer(text):
            start, end = sentence.span()
            while end - start > size:
                yield start, start + size
                start += size - self._longest
            yield start, end


def _around(parts: list[_Part], length: int) -> Iterator[tuple[int, int, list[Pattern]]]:
    """Yield the surroundings of ``parts`` that patterns could fill, and the patterns."""
    open_: dict[Pattern, tuple[int, int]] = {}
    closed: dict[tuple[int, int], list[Pattern]] = {}
    for index, (start, end, _, asked) in enumerate(parts):
        if not asked:
            continue
        reach = max(pattern.longest or ENDLESS for pattern in asked)
        for pattern in _likely(asked, _present(parts, index, reach)):
            reach = pattern.longest or ENDLESS
            first, last = max(0, start - reach), min(length, end + reach)
            before = open_.get(pattern)
            if before is None or before[1] < first:
                if before:
                    closed.setdefault(before, []).append(pattern)
                open_[pattern] = first, last
            else:
                open_[pattern] = before[0], last
    for pattern, stretch in open_.items():
        closed.setdefault(stretch, []).append(pattern)
    for (first, last), patterns in closed.items():
        yield first, last, patterns


def _present(parts: list[_Part], index: int, reach: int) -> int:
    """Return the bits of all groups within ``reach`` of a part."""
    start, end, present, _ = parts[index]
    for _, before, bits, _ in reversed(parts[:index]):
        if before < start - reach:
            break
        present |= bits
    for after, _, bits, _ in parts[index + 1 :]:
        if after > end + reach:
            break
        present |= bits
    return present


def _bit(rank: int) -> int:
    """Return a low bit for what is used most, since small numbers are quick; rare ones share."""
    return 1 << (rank if rank < BITS else BITS // 2 + rank % (BITS // 2))


def _by_word(by_group: dict[_Group, _Value]) -> dict[str, _Value]:
    """Return for each word the values of its groups, joined by ``|``."""
    by_word: dict[str, _Value] = {}
    for group, value in by_group.items():
        for word in group:
            # most words are in one group, and share what it has
            by_word[word] = by_word[word] | value if word in by_word else value
    return by_word


def _asked(asked_of: Callable[[int], _Asked | None], words: list[int]) -> _Asked:
    """Return the patterns whose rarest group is among ``words``."""
    # this runs for every sentence, so the loop over its words is left to C
    all_asked: _Asked = {}
    for asked in filter(None, map(asked_of, words)):
        all_asked |= asked
    return all_asked


def _likely(asked: _Asked, present: int) -> list[Pattern]:
    return [pattern for pattern, needed in asked.items() if needed & present == needed]
