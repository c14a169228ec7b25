"""Puts right which letters a PDF says that its glyphs are.

Qt writes, for every glyph it draws, one of the characters that the font shows with it. In Noto
CJK and its like 人 and the radical ⼈ share a glyph, as do space and tab, and Qt names the wrong
one: what looks right cannot be searched, copied or read aloud. The letters that were really drawn
are known, so the tables are written once more with those, as an update at the end of the file.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from PySide6.QtGui import QRawFont

_TABLE = re.compile(rb"/ToUnicode (\d+) 0 R")
_RANGES = re.compile(rb"\d+ beginbfrange\n(.*?)endbfrange\n", re.DOTALL)
_RANGE = re.compile(
    rb"<([0-9A-F]{4})> <([0-9A-F]{4})> (?:<([0-9A-F]{4})>|\[([^\]]*)\])", re.IGNORECASE
)
_LETTER = re.compile(rb"<([0-9A-F]{4})>", re.IGNORECASE)
_TRAILER = re.compile(rb"trailer\n<<\n/Size (\d+)\s*\n(.*?)>>\nstartxref\n(\d+)", re.DOTALL)
_MOST_RANGES = 100  # a list may not be longer


def name_letters(pdf: bytes, drawn: str, fonts: Iterable[QRawFont]) -> bytes:
    """Return ``pdf``, made by Qt, each glyph named as the letter of ``drawn`` that it shows."""
    mended = _mended(drawn, list(fonts))
    changed = {}
    for number in sorted({int(number) for number in _TABLE.findall(pdf)}):
        table = _stream(pdf, number)
        # A table that another Qt writes in another way is left as it is: the page is still right.
        if _RANGES.search(table):
            rows = _written(list(_rows(table, mended)))
            bare = _RANGES.sub(b"", table)
            changed[number] = bare.replace(b"endcmap\n", rows + b"endcmap\n", 1)
    return _updated(pdf, changed)


def _mended(drawn: str, fonts: list[QRawFont]) -> dict[int, int]:
    """Return which character is to be named instead of another that shares its glyph."""
    counted = Counter(letter for letter in drawn if ord(letter) <= 0xFFFF)  # noqa: PLR2004
    mended: dict[int, int] = {}
    everything = "".join(map(chr, (*range(1, 0xD800), *range(0xE000, 0xFFFE))))
    for font in fonts:
        shown = font.glyphIndexesForString(everything)
        ours = {}
        for letter, _ in reversed(counted.most_common()):
            (glyph,) = font.glyphIndexesForString(letter)[:1] or (0,)
            ours[glyph] = ord(letter)
        ours.pop(0, None)
        mended.update(
            (ord(other), ours[glyph])
            for other, glyph in zip(everything, shown, strict=True)
            if glyph in ours and ord(other) != ours[glyph]
        )
    return mended


def _rows(table: bytes, mended: dict[int, int]) -> Iterator[tuple[int, int]]:
    """Yield glyph and character, one by one."""
    for ranges in _RANGES.findall(table):
        for first, last, letter, letters in _RANGE.findall(ranges):
            glyphs = range(int(first, 16), int(last, 16) + 1)
            if letter:
                named = [int(letter, 16) + at for at in range(len(glyphs))]
            else:
                named = [int(each, 16) for each in _LETTER.findall(letters)]
            for glyph, name in zip(glyphs, named, strict=False):
                yield glyph, mended.get(name, name)


def _written(rows: list[tuple[int, int]]) -> bytes:
    parts = []
    for at in range(0, len(rows), _MOST_RANGES):
        some = rows[at : at + _MOST_RANGES]
        lines = "".join(f"<{glyph:04X}> <{letter:04X}>\n" for glyph, letter in some)
        parts.append(f"{len(some)} beginbfchar\n{lines}endbfchar\n".encode())
    return b"".join(parts)


def _stream(pdf: bytes, number: int) -> bytes:
    _, _, rest = pdf.partition(b"\n%d 0 obj\n" % number)
    _, _, rest = rest.partition(b"stream\n")
    return rest.partition(b"\nendstream")[0]


def _updated(pdf: bytes, streams: dict[int, bytes]) -> bytes:
    """Return ``pdf`` with new versions of some streams, as the format's own update."""
    trailer = _TRAILER.search(pdf)
    if not streams or trailer is None:
        return pdf
    size, entries, before = trailer.groups()
    out, places = pdf if pdf.endswith(b"\n") else pdf + b"\n", {}
    for number, stream in streams.items():
        places[number] = len(out)
        out += b"%d 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (
            number, len(stream), stream,
        )  # fmt: skip
    table = b"".join(b"%d 1\n%010d 00000 n \n" % each for each in places.items())
    return out + (
        b"xref\n0 1\n0000000000 65535 f \n%s\n"
        b"trailer\n<<\n/Size %s\n%s/Prev %s\n>>\nstartxref\n%d\n%%%%EOF\n"
    ) % (
        table.rstrip(b"\n"),
        size,
        entries,
        before,
        len(out),
    )
