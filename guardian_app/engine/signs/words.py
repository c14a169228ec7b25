"""Which patterns a piece of text could match, by the words in it: one pass for all patterns."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import reduce
from operator import or_
from typing import TypeVar

from ahocorasick_rs import AhoCorasick, Implementation

from guardian_app.engine.signs.pattern import Pattern
from guardian_app.model import SENTENCE_ENDS, Expression

# Groups of words are told apart by so many bits. A sentence holds far fewer; where two groups share
# a bit, RE2 is asked once too often, no more.
BITS = 2048
# A long text is read in pieces that overlap by the longest match, and are so many times as long.
PIECE = 4
# A match of a pattern that knows no longest one is looked for in so many letters.
ENDLESS = 200

_SENTENCE = re.compile(f"[^{SENTENCE_ENDS}]+")

_Group = tuple[str, ...]
# Patterns, each with the bits of the groups that it needs beside its rarest.
_Asked = dict[Pattern, int]
_Value = TypeVar("_Value", int, dict[Pattern, int])


class PatternWords:
    """The words that patterns need, and the way from the words of a text to its patterns."""

    def __init__(self, patterns: Iterable[tuple[Pattern, Expression]]) -> None:
        """Arrange ``patterns`` by the words that they need."""
        bits: dict[_Group, int] = {}
        narrow: dict[_Group, _Asked] = {}
        wide: dict[_Group, _Asked] = {}
        self._longest = ENDLESS
        for pattern, expression in patterns:
            self._longest = max(self._longest, expression.longest or 0)
            rarest, *others = expression.needs
            needed = 0
            for group in others:
                needed |= bits.setdefault(group, 1 << len(bits) % BITS)
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

        Most patterns never match beyond the end of a sentence; the others are asked about as much
        around a sentence as they could fill.
        """
        for start, end in self._cut(len(text)):
            all_present = 0
            wide: _Asked = {}
            begins: dict[Pattern, int] = {}
            ends: dict[Pattern, int] = {}
            for sentence in _SENTENCE.finditer(text, start, end):
                words = [word for word, _, _ in self._find(sentence.group(), overlapping=True)]
                if words:
                    present = reduce(or_, map(self._bits_of, words))
                    if likely := _likely(_asked(self._narrow, words), present):
                        yield *sentence.span(), likely
                    all_present |= present
                    if asked := _asked(self._wide, words):
                        wide |= asked
                        begins = dict.fromkeys(asked, sentence.start()) | begins
                        ends |= dict.fromkeys(asked, sentence.end())
            for pattern in _likely(wide, all_present):
                reach = pattern.longest or ENDLESS
                first, last = begins[pattern] - reach, ends[pattern] + reach
                yield max(start, first), min(end, last), [pattern]

    def _cut(self, length: int) -> Iterable[tuple[int, int]]:
        """Return pieces that overlap by the longest match; mostly there is one."""
        size = PIECE * self._longest
        if length <= size:
            return ((0, length),)
        starts = range(0, length - self._longest, size - self._longest)
        return ((start, min(start + size, length)) for start in starts)


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
