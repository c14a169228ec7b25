"""Cutting the original into pieces that are drawn one way each: plain, marked, left out.

Marks may overlap. Each letter belongs to the strongest mark over it. A reason's number stands where
its mark ends, once in each run of marked letters, and never inside a word that another mark goes on
with: every reason can be found, and the text can still be read.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from guardian_app.ui.plain import visible
from guardian_app.ui.report import Mark

LONG = 700  # characters; above, only the surroundings of the marks are shown first
_AROUND = 60
_LONGEST_WORD = 8  # letters; a longer mark is no word that must be kept together
_GAP = "\n……\n"


@dataclass(frozen=True)
class Number:
    """The number of a reason, and whether the reason decides."""

    number: int
    strong: bool

    @property
    def tone(self) -> str:
        """The colour of its badge."""
        return "seal" if self.strong else "amber"


@dataclass(frozen=True)
class Piece:
    """A run of letters, the numbers that stand after it, and how it is drawn.

    ``aside`` is not part of the original: it says that something was left out.
    """

    text: str
    numbers: tuple[Number, ...] = ()
    marked: bool = False
    strong: bool = False
    aside: bool = False

    @property
    def tone(self) -> str:
        """The colour of its line."""
        return "seal" if self.strong else "amber"

    @property
    def mark(self) -> str:
        """The ground behind it."""
        return "strong" if self.strong else "mild"


def whole(text: str, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    """Return all of ``text`` in pieces."""
    return _cut(text, marks, 0, len(text))


def excerpt(text: str, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    """Return the surroundings of the marks in pieces; the beginning where there are none."""
    windows = _windows(len(text), marks)
    pieces: list[Piece] = []
    for start, end in windows:
        if start > 0:
            pieces.append(Piece(_GAP if pieces else "……", aside=True))
        pieces.extend(_cut(text, marks, start, end))
    if windows[-1][1] < len(text):
        pieces.append(Piece("……", aside=True))
    return tuple(pieces)


def _windows(length: int, marks: Sequence[Mark]) -> list[tuple[int, int]]:
    windows: list[tuple[int, int]] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, mark.end)):
        start = max(0, mark.start - _AROUND)
        end = min(length, mark.end + _AROUND)
        if windows and start <= windows[-1][1]:
            windows[-1] = (windows[-1][0], max(end, windows[-1][1]))
        else:
            windows.append((start, end))
    return windows or [(0, min(length, LONG // 2))]


def _cut(text: str, marks: Sequence[Mark], start: int, end: int) -> tuple[Piece, ...]:
    inside = [mark for mark in marks if mark.start < end and mark.end > start]
    numbers = _numbers(inside)
    edges = {start, end}
    for mark in inside:
        edges.update((max(start, mark.start), min(end, mark.end)))
    shown = visible(text[start:end])
    return tuple(
        _piece(shown[left - start : right - start], (left, right), inside, numbers)
        for left, right in pairwise(sorted(edges))
    )


def _piece(
    shown: str, span: tuple[int, int], marks: Sequence[Mark], numbers: dict[int, list[Number]]
) -> Piece:
    over = [mark for mark in marks if mark.start <= span[0] and mark.end >= span[1]]
    return Piece(
        text=shown,
        numbers=tuple(numbers.get(span[1], ())),
        marked=bool(over),
        strong=any(mark.strong for mark in over),
    )


def _numbers(marks: Sequence[Mark]) -> dict[int, list[Number]]:
    """Return the numbers that stand at each place of the text."""
    places: dict[int, list[Number]] = {}
    run_end, seen = -1, set[int]()
    for mark in sorted(marks, key=lambda mark: (mark.start, mark.end)):
        if mark.start > run_end:
            seen.clear()
        run_end = max(run_end, mark.end)
        if mark.number not in seen:
            seen.add(mark.number)
            here = places.setdefault(_after_word(mark.end, marks), [])
            here.append(Number(mark.number, mark.strong))
    return {at: sorted(some, key=lambda one: one.number) for at, some in places.items()}


def _after_word(at: int, marks: Sequence[Mark]) -> int:
    ends = (
        mark.end
        for mark in marks
        if mark.start < at < mark.end and mark.end - mark.start <= _LONGEST_WORD
    )
    return min(ends, default=at)
