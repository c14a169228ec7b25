"""One pattern and RE2: where it matches in a piece of text."""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, partial
from typing import Any

import re2

from guardian_app.model import Expression

# A gap may be too wide at one word and fit at the next; so many places are tried.
TRIES = 12
# Memory that one automaton may take; RE2's own default, said so that a change is seen.
MEMORY_BYTES = 8 << 20

_NOWHERE = (-1, -1)
# A text, where to begin and where to end: what the pattern and each of its groups match.
_Ask = Callable[[bytes, int, int], list[tuple[int, int]]]


class Pattern:
    """One expression of a sign, compiled when a text first needs it."""

    def __init__(self, sign: str, expression: Expression) -> None:
        """Remember ``expression``; no text is in sight yet."""
        self.sign = sign
        self.longest = expression.longest
        self._re2 = expression.re2
        self._limits = expression.gaps
        self._shortest = expression.shortest
        # The gaps are part of the match: in one of so many letters, none of them is too wide.
        self._narrow = expression.shortest + min(expression.gaps, default=0)

    @cached_property
    def _find(self) -> _Ask:
        return _ask(self._re2, re2._Anchor.UNANCHORED, captures=False)  # noqa: SLF001

    @cached_property
    def _measure(self) -> _Ask:
        return _ask(self._re2, re2._Anchor.ANCHOR_START, captures=True)  # noqa: SLF001

    def places(self, raw: bytes, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield where it matches between two bytes, with no gap wider than it may be."""
        for _ in range(TRIES):
            if end - start < self._shortest:
                return
            place = self._find(raw, start, end)[0]
            if place == _NOWHERE:
                return
            first, last = place
            if first < last and self._fits(raw, first, last):
                yield place
                start = last
            else:
                start = _next_letter(raw, first)

    def _fits(self, raw: bytes, first: int, last: int) -> bool:
        if not self._limits:
            return True
        letters = _letters(raw, (first, last))
        if letters <= self._narrow:
            return True
        if self.longest is not None and letters > self.longest:
            return False
        gaps = self._measure(raw, first, last)[1:]
        return all(
            _letters(raw, gap) <= limit for gap, limit in zip(gaps, self._limits, strict=True)
        )


def may_match(expressions: Iterable[Expression]) -> Callable[[bytes], bool]:
    """Return what tells whether any of ``expressions`` matches, with gaps as wide as they like."""
    any_of = "|".join(f"(?:{each.re2})" for each in expressions)
    find = _ask(any_of, re2._Anchor.UNANCHORED, captures=False)  # noqa: SLF001
    return lambda raw: find(raw, 0, len(raw))[0] != _NOWHERE


def _ask(pattern: str, anchor: object, *, captures: bool) -> _Ask:
    """Return RE2's own search: the Python layer on top of it takes longer than it does."""
    options = re2.Options()
    options.max_mem = MEMORY_BYTES
    options.log_errors = False
    options.never_capture = not captures
    compiled: Any = re2.compile(pattern, options)
    return partial(compiled._regexp.Match, anchor)  # noqa: SLF001


def _letters(raw: bytes, place: tuple[int, int]) -> int:
    # a group that took no part is nowhere
    return 0 if place == _NOWHERE else len(raw[slice(*place)].decode())


def _next_letter(raw: bytes, position: int) -> int:
    position += 1
    while position < len(raw) and raw[position] & 0xC0 == 0x80:  # noqa: PLR2004 - UTF-8
        position += 1
    return position
