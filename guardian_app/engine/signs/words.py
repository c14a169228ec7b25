"""Which patterns a piece of text could match, by the words in it: one pass for all patterns."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import reduce
from operator import or_

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

# Patterns, each with the bits of the groups that it needs beside its rarest.
_Asked = dict[Pattern, int]


class PatternWords:
    """The words that patterns need, and the way from the words of a text to its patterns."""

    def __init__(self, patterns: Iterable[tuple[Pattern, Expression]]) -> None:
        """Arrange ``patterns`` by the words that they need."""
        bits: dict[tuple[str, ...], int] = {}
        bits_of: dict[str, int] = {}
        narrow: dict[str, _Asked] = {}
        wide: dict[str, _Asked] = {}
        self._longest = ENDLESS
        for pattern, expression in patterns:
            self._longest = max(self._longest, expression.longest or 0)
            rarest, *others = expression.needs
            needed = 0
            for group in others:
                needed |= bits.setdefault(group, 1 << len(bits) % BITS)
                for word in group:
                    bits_of[word] = bits_of.get(word, 0) | bits[group]
            for word in rarest:
                bits_of.setdefault(word, 0)
                asked = narrow if expression.in_sentence else wide
                asked.setdefault(word, {})[pattern] = needed
        equal: dict[int, int] = {}  # equal numbers are kept once
        self._bits_of = [equal.setdefault(each, each) for each in bits_of.values()].__getitem__
        self._narrow = [narrow.get(word) for word in bits_of].__getitem__
        self._wide = [wide.get(word) for word in bits_of].__getitem__
        self._find = AhoCorasick(
            list(bits_of), store_patterns=False, implementation=Implementation.ContiguousNFA
        ).find_matches_as_indexes

    def pieces(self, text: str) -> Iterator[tuple[int, int, list[Pattern]]]:
        """Yield pieces of ``text`` and the patterns that might match there.

        Most patterns never match beyond the end of a sentence; the others are asked for all of it.
        """
        for start, end in self._cut(len(text)):
            all_present = 0
            all_asked: _Asked = {}
            for sentence in _SENTENCE.finditer(text, start, end):
                words = [word for word, _, _ in self._find(sentence.group(), overlapping=True)]
                if words:
                    present = reduce(or_, map(self._bits_of, words))
                    if likely := _likely(_asked(self._narrow, words), present):
                        yield *sentence.span(), likely
                    all_present |= present
                    all_asked |= _asked(self._wide, words)
            if likely := _likely(all_asked, all_present):
                yield start, end, likely

    def _cut(self, length: int) -> Iterable[tuple[int, int]]:
        """Return pieces that overlap by the longest match; mostly there is one."""
        size = PIECE * self._longest
        if length <= size:
            return ((0, length),)
        starts = range(0, length - self._longest, size - self._longest)
        return ((start, min(start + size, length)) for start in starts)


def _asked(asked_of: Callable[[int], _Asked | None], words: list[int]) -> _Asked:
    """Return the patterns whose rarest group is among ``words``."""
    # this runs for every sentence, so the loop over its words is left to C
    all_asked: _Asked = {}
    for asked in filter(None, map(asked_of, words)):
        all_asked |= asked
    return all_asked


def _likely(asked: _Asked, present: int) -> list[Pattern]:
    return [pattern for pattern, needed in asked.items() if needed & present == needed]
