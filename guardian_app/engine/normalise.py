"""Comparable text, with a map back to the original letters.

What a reader's eye takes for the same words becomes the same string: width and script are folded,
look-alike letters replaced, invisible characters and marks strewn between letters removed. Every
step either keeps the length or remembers what it cut, so a span found here can always be shown in
the text as it was received.

Most texts need little of this, so one RE2 pass over the bytes asks whether the rarer steps are due.
"""

import re
from bisect import bisect_right
from collections.abc import Callable

import re2
from msgspec import Struct

from guardian_app.model import Letters

_HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_SPACES = " \t\n\u3000"
_MARKS = (
    r"*·•‧・|_^`'\"+=\-‐‑‒–—―~@#$%&…<>«»‹›°※★☆◆◇■□●○▲△▼▽→←↑↓√×÷/\\「」『』《》〈〉“”‘’"
    r"\u2190-\u2bff\U0001f000-\U0001faff"
)
_PAUSES = ".,、。;:!?"
_WRITTEN_DIGITS = "〇零一二三四五六七八九幺"
# Folded for every text before anything is asked; these stand in most Chinese messages.
_COMMON = tuple(zip("，：；！？（）", ",:;!?()", strict=True))

# Characters without a shape of their own: they can be strewn into a word unseen.
_INVISIBLE = (
    (0x00, 0x08), (0x0B, 0x1F), (0x7F, 0x9F), (0xAD, 0xAD), (0x300, 0x36F), (0x61C, 0x61C),
    (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF),
    (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0x20D0, 0x20FF), (0x2800, 0x2800),
    (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFE20, 0xFE2F), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0),
    (0xFFF0, 0xFFFF), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF),
)  # fmt: skip
_HALVES = "\ud800-\udfff"  # half a character: no text, and RE2 refuses it
_HALF = b"\xed"  # how its bytes begin (and those of some Korean letters)

_STREWN = re.compile(f"[{_SPACES}{_MARKS}]+")
_PAUSED = re.compile(
    rf"(?<=[{_HAN}])([{_PAUSES}])(?=[{_HAN}]\1[{_HAN}])"
    rf"|(?<=[{_HAN}][{_PAUSES}][{_HAN}])[{_PAUSES}](?=[{_HAN}](?![{_HAN}]))"
)
_SPACED_OUT = re.compile(r"(?<![a-z0-9])[a-z0-9](?:[ *·._\-][a-z0-9](?![a-z0-9])){3,}")
_IN_WORDS = re.compile(f"[{_WRITTEN_DIGITS}]{{5,}}")
_AS_DIGITS = str.maketrans(_WRITTEN_DIGITS, "001234567891")
# Cheap questions, asked of the bytes, before each of the three above is tried.
_MAY_BE_PAUSED = r"\p{Han}[.,、。;:!?]\p{Han}[.,、。;:!?]\p{Han}"
_MAY_BE_SPACED = r"[a-z0-9][ *·._\-][a-z0-9][ *·._\-][a-z0-9][ *·._\-][a-z0-9]"
_MAY_BE_DIGITS = f"[{_WRITTEN_DIGITS}]{{5}}"


class _Cuts(Struct, frozen=True):
    """Segments of an edited text: each begins at ``at`` and came from ``source`` to ``stop``."""

    at: tuple[int, ...]
    source: tuple[int, ...]
    stop: tuple[int, ...]

    def origin(self, position: int) -> int:
        """Return where the character at ``position`` came from."""
        index = bisect_right(self.at, position) - 1
        return min(self.source[index] + position - self.at[index], self.stop[index] - 1)


class Normalised(Struct, frozen=True):
    """Comparable text, and the way back to the original one."""

    text: str
    source: str
    steps: tuple[_Cuts, ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the original characters of ``text[start:end]``, which must not be empty."""
        first, last = start, end - 1
        for step in self.steps:
            first, last = step.origin(first), step.origin(last)
        return first, last + 1

    def original(self, start: int, end: int) -> str:
        """Return the letters of ``text[start:end]`` as they were received."""
        first, last = self.span(start, end)
        return self.source[first:last]


# A replacement for what was matched, or None to leave it.
_Replace = Callable[[re.Match[str]], str | None]


def _edit(text: str, pattern: re.Pattern[str], replace: _Replace, steps: list[_Cuts]) -> str:
    """Replace what ``replace`` wants replaced, and note in ``steps`` where the rest came from."""
    edits = [
        (*match.span(), new)
        for match in pattern.finditer(text)
        if (new := replace(match)) is not None
    ]
    if not edits:
        return text
    pieces: list[str] = []
    segments: list[tuple[int, int, int]] = []
    length = last = 0
    for start, end, new in (*edits, (len(text), len(text), "")):
        for piece, begin, stop in ((text[last:start], last, start), (new, start, end)):
            if piece:
                pieces.append(piece)
                segments.append((length, begin, stop))
                length += len(piece)
        last = end
    steps.append(
        _Cuts(
            at=tuple(segment[0] for segment in segments),
            source=tuple(segment[1] for segment in segments),
            stop=tuple(segment[2] for segment in segments),
        )
    )
    return "".join(pieces)


def _is_han(letter: str) -> bool:
    return "\u3400" <= letter <= "\u9fff" or (
        letter > "\uf8ff" and ("\uf900" <= letter <= "\ufaff" or letter >= "\U00020000")
    )


def _strewn(match: re.Match[str]) -> str | None:
    """Drop marks between Han characters and spaces beside one; keep a break between paragraphs."""
    start, end = match.span()
    text = match.string
    after_han = start > 0 and _is_han(text[start - 1])
    before_han = end < len(text) and _is_han(text[end])
    run = match.group()
    if not (after_han or before_han) or run.count("\n") > 1:
        return None
    if after_han and before_han:
        return ""
    return "" if "\n" not in run and run.isspace() else None


def _nothing(_: re.Match[str]) -> str:
    return ""


def _without_marks(match: re.Match[str]) -> str:
    return re.sub("[^a-z0-9]", "", match.group())


class Normaliser:
    """Folds letters by the table of the knowledge pack."""

    def __init__(self, letters: Letters) -> None:
        """Prepare the folding tables."""
        self._plain = str.maketrans(letters.written, letters.plain)
        self._expanded = letters.expanded
        unseen = "".join(f"{chr(first)}-{chr(last)}" for first, last in _INVISIBLE)
        several = "".join(letters.expanded)
        self._unshaped = re.compile(f"[{unseen}{_HALVES}{several}]")
        unfolded = "".join(each for each in letters.written if each not in "，：；！？（）")
        shapes = f"[{unseen}{several}{unfolded}]".encode(errors="ignore").decode()
        rare = (shapes, _MAY_BE_PAUSED, _MAY_BE_SPACED, _MAY_BE_DIGITS)
        options = re2.Options()
        options.never_capture = True
        self._odd = re2.compile("|".join(rare), options)
        self._is_shaped, self._is_paused, self._is_spaced, self._is_digits = (
            re2.compile(each, options).search for each in rare
        )

    def _shape(self, match: re.Match[str]) -> str:
        return self._expanded.get(match.group(), "")

    def __call__(self, source: str) -> Normalised:
        """Return ``source`` in comparable form."""
        steps: list[_Cuts] = []
        text = source.lower()
        if len(text) != len(source):
            text = source  # a letter whose lower case is two: the table folds it
        if not text.isascii():
            for written, plain in _COMMON:
                text = text.replace(written, plain)
        raw = text.encode(errors="surrogatepass")
        is_odd = self._odd.search(raw) is not None or _HALF in raw
        if is_odd and (self._is_shaped(raw) or _HALF in raw):
            text = text.translate(self._plain)
            text = _edit(text, self._unshaped, self._shape, steps)
        text = _edit(text, _STREWN, _strewn, steps)
        if is_odd:
            raw = text.encode()
            if self._is_paused(raw):
                text = _edit(text, _PAUSED, _nothing, steps)
            if self._is_spaced(raw):
                text = _edit(text, _SPACED_OUT, _without_marks, steps)
            if self._is_digits(raw):
                text = _IN_WORDS.sub(lambda run: run.group().translate(_AS_DIGITS), text)
        steps.reverse()
        return Normalised(text, source, tuple(steps))
