"""Signs that are words: one pass over the text says which patterns could match, RE2 says where."""

from collections.abc import Iterator
from itertools import islice

import re2
from ahocorasick_rs import BytesAhoCorasick, Implementation
from msgspec import Struct

from guardian_app.engine.normalise import Normalised
from guardian_app.engine.signs.seen import Seen
from guardian_app.model import Expression, Sign

# Places of one pattern beyond this number add nothing that a person could read.
PLACES_LIMIT = 8
# A gap may be too wide at one word and fit at the next; so many places are tried.
TRIES = 12
# Memory that one pattern's automaton may take; RE2's own default, said so that a change is seen.
PATTERN_MEMORY_BYTES = 8 << 20
# A pattern reaches as far as its gaps allow and this many letters of its own words.
SLACK = 40
LETTER_BYTES = 3
# A sentence is what "unless" looks at: the lawful twin stands beside the words, not pages away.
_SENTENCE_ENDS = tuple(mark.encode() for mark in "。!?;\n")


class _Pattern:
    """One expression, compiled when a text first needs it."""

    def __init__(self, expression: Expression) -> None:
        self._expression = expression
        self._compiled: re2._Regexp | None = None

    def places(self, raw: bytes, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield where it matches, in bytes, with no gap wider than it may be."""
        if self._compiled is None:
            options = re2.Options()
            options.max_mem = PATTERN_MEMORY_BYTES
            options.log_errors = False
            self._compiled = re2.compile(self._expression.re2, options)
        for _ in range(TRIES):
            match = self._compiled.search(raw, start, end)
            if match is None:
                return
            first, last = match.span()
            if first < last and all(
                _letters(raw, *match.span(group)) <= limit
                for group, limit in enumerate(self._expression.gaps, 1)
            ):
                yield first, last
                start = last
            else:
                start = _next_letter(raw, first)
            if start >= end:
                return


class _Entry(Struct, frozen=True):
    """A pattern of a sign, the groups of words it needs beside its rarest, and how far it reaches."""

    sign: str
    pattern: _Pattern
    others: tuple[int, ...]
    reach: int


class WordingScanner:
    """Finds every pattern sign in a text, in time linear in its length."""

    def __init__(self, signs: tuple[Sign, ...]) -> None:
        """Arrange the expressions of ``signs`` by the words they need."""
        groups: dict[tuple[str, ...], int] = {}
        groups_of: dict[str, list[int]] = {}
        self._by_rarest: dict[int, list[_Entry]] = {}
        self._unless = {
            sign.id: [_Pattern(each) for each in sign.taken_by] for sign in signs if sign.taken_by
        }
        for sign in signs:
            for expression in sign.shown_by:
                rarest, *others = (
                    groups.setdefault(each, len(groups)) for each in expression.needs
                )
                reach = LETTER_BYTES * (SLACK + sum(expression.gaps))
                entry = _Entry(sign.id, _Pattern(expression), tuple(others), reach)
                self._by_rarest.setdefault(rarest, []).append(entry)
        for group, index in groups.items():
            for word in group:
                groups_of.setdefault(word, []).append(index)
        self._groups_of = list(groups_of.values())
        self._words = BytesAhoCorasick(
            [word.encode() for word in groups_of], implementation=Implementation.ContiguousNFA
        )

    def find(self, normal: Normalised) -> list[Seen]:
        """Return what is seen in a text, by position in characters."""
        raw = normal.raw
        found = [
            (sign, start, end)
            for sign, pattern, first, last in self._candidates(raw)
            for start, end in islice(pattern.places(raw, first, last), PLACES_LIMIT)
            if sign not in self._unless or not self._is_taken(sign, raw, start, end)
        ]
        if not found:
            return []
        starts = _counted(raw, found)
        return [
            Seen(sign, starts[begin], starts[begin] + len(raw[begin:end].decode()))
            for sign, begin, end in found
        ]

    def _candidates(self, raw: bytes) -> Iterator[tuple[str, _Pattern, int, int]]:
        """Yield patterns whose words stand near each other, and the stretch that holds them."""
        places: dict[int, list[int]] = {}
        for word, start, _ in self._words.find_matches_as_indexes(raw, overlapping=True):
            for group in self._groups_of[word]:
                if group in places:
                    places[group].append(start)
                else:
                    places[group] = [start]
        present = places.keys()
        for group in sorted(present & self._by_rarest.keys()):
            for entry in self._by_rarest[group]:
                if all(other in present for other in entry.others):
                    for first, last in _stretches(places, group, entry, len(raw)):
                        yield entry.sign, entry.pattern, first, last

    def _is_taken(self, sign: str, raw: bytes, start: int, end: int) -> bool:
        """Tell whether the lawful twin stands in the same sentence."""
        before = [at for mark in _SENTENCE_ENDS if (at := raw.rfind(mark, 0, start)) >= 0]
        after = [at for mark in _SENTENCE_ENDS if (at := raw.find(mark, end)) >= 0]
        first = _next_letter(raw, max(before)) if before else 0
        last = min(after, default=len(raw))
        return any(next(each.places(raw, first, last), None) for each in self._unless[sign])


def _letters(raw: bytes, start: int, end: int) -> int:
    # a group that took no part is (-1, -1)
    return len(raw[start:end].decode()) if start < end else 0


def _next_letter(raw: bytes, position: int) -> int:
    position += 1
    while position < len(raw) and raw[position] & 0xC0 == 0x80:  # noqa: PLR2004 - UTF-8
        position += 1
    return position


def _counted(raw: bytes, found: list[tuple[str, int, int]]) -> dict[int, int]:
    """Return for each start in bytes its position in characters."""
    counts: dict[int, int] = {}
    last = count = 0
    for offset in sorted({start for _, start, _ in found}):
        count += len(raw[last:offset].decode())
        counts[offset] = count
        last = offset
    return counts


def _stretches(
    places: dict[int, list[int]], group: int, entry: _Entry, length: int
) -> Iterator[tuple[int, int]]:
    """Yield each stretch of bytes in which a word of every needed group stands."""
    stretch: tuple[int, int] | None = None
    for place in places[group]:
        first, last = max(0, place - entry.reach), min(length, place + entry.reach)
        if all(any(first <= at < last for at in places[other]) for other in entry.others):
            if stretch and first <= stretch[1]:
                stretch = (stretch[0], last)
                continue
            if stretch:
                yield stretch
            stretch = (first, last)
    if stretch:
        yield stretch
