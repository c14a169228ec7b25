"""Cutting the original into pieces that are drawn one way each: plain, marked, left out.

Marks may overlap. Two that cover nearly the same letters are drawn as one stretch; beyond that each
letter belongs to the strongest stretch over it. A reason's number stands once, where its first mark
ends, and never inside a word that another mark goes on with: every reason can be found, and
the text can still be read.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from guardian_app.ui.plain import visible
from guardian_app.words import Mark

LONG = 700  # characters; above, only the surroundings of the marks are shown first
_AROUND = 60
_LONGEST_WORD = 8  # letters; a longer mark is no word that must be kept together
_ALIKE = 0.5  # marks that share this part of their letters are one stretch
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
    return _Cutter(text, marks).cut(0, len(text))


def excerpt(text: str, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    """Return the surroundings of the marks in pieces; the beginning where there are none."""
    windows = _windows(len(text), marks)
    cutter = _Cutter(text, marks)
    pieces: list[Piece] = []
    for start, end in windows:
        if start > 0:
            pieces.append(Piece(_GAP if pieces else "……", aside=True))
        pieces.extend(cutter.cut(start, end))
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


@dataclass(frozen=True)
class _Stretch:
    """Letters under one mark, or under several that cover nearly the same."""

    start: int
    end: int
    strong: bool

    def is_like(self, mark: Mark) -> bool:
        """Tell whether ``mark`` has most of its letters in common with these."""
        shared = min(self.end, mark.end) - max(self.start, mark.start)
        return shared >= _ALIKE * (max(self.end, mark.end) - min(self.start, mark.start))

    def with_mark(self, mark: Mark) -> "_Stretch":
        """Return these letters and those of ``mark`` as one, in the stronger colour."""
        start, end = min(self.start, mark.start), max(self.end, mark.end)
        return _Stretch(start, end, self.strong or mark.strong)


class _Cutter:
    def __init__(self, text: str, marks: Sequence[Mark]) -> None:
        ordered = sorted(marks, key=lambda mark: (mark.start, mark.end))
        self._text = text
        self._stretches = _stretches(ordered)
        self._numbers = _numbers(ordered)

    def cut(self, start: int, end: int) -> tuple[Piece, ...]:
        """Return the letters from ``start`` to ``end`` in pieces."""
        over = [one for one in self._stretches if one.start < end and one.end > start]
        edges = {start, end, *(at for at in self._numbers if start < at < end)}
        for one in over:
            edges.update((max(start, one.start), min(end, one.end)))
        shown = visible(self._text[start:end])
        return tuple(
            self._piece(shown[left - start : right - start], (left, right), over)
            for left, right in pairwise(sorted(edges))
        )

    def _piece(self, shown: str, span: tuple[int, int], stretches: Sequence[_Stretch]) -> Piece:
        over = [one for one in stretches if one.start <= span[0] and one.end >= span[1]]
        return Piece(
            text=shown,
            numbers=self._numbers.get(span[1], ()),
            marked=bool(over),
            strong=any(one.strong for one in over),
        )


def _stretches(marks: Sequence[Mark]) -> list[_Stretch]:
    stretches: list[_Stretch] = []
    for mark in marks:
        for at, stretch in enumerate(stretches):
            if stretch.is_like(mark):
                stretches[at] = stretch.with_mark(mark)
                break
        else:
            stretches.append(_Stretch(mark.start, mark.end, mark.strong))
    return stretches


def _numbers(marks: Sequence[Mark]) -> dict[int, tuple[Number, ...]]:
    """Return the numbers that stand at each place of the text."""
    firsts: dict[int, Mark] = {}
    for mark in marks:
        firsts.setdefault(mark.number, mark)
    places: dict[int, tuple[Number, ...]] = {}
    for number, mark in sorted(firsts.items()):
        at = _after_word(mark.end, marks)
        places[at] = (*places.get(at, ()), Number(number, mark.strong))
    return places


def _after_word(at: int, marks: Sequence[Mark]) -> int:
    ends = (
        mark.end
        for mark in marks
        if mark.start < at < mark.end and mark.end - mark.start <= _LONGEST_WORD
    )
    return min(ends, default=at)
