"""A document on paper: A4, plain text laid out and drawn, never rich text."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPointF, Qt
from PySide6.QtGui import (
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
    QRawFont,
    QTextLayout,
    QTextOption,
)

from guardian_app.errors import LetterError
from guardian_app.letters import (
    Block,
    Document,
    Field,
    Fields,
    Heading,
    Items,
    Note,
    Paragraph,
    Signature,
)
from guardian_app.model import Language
from guardian_app.ui.look import FAMILIES
from guardian_app.ui.pdf_text import name_letters

_DOTS = 300  # an inch
_POINTS = 72  # an inch
_MARGINS = QMarginsF(24, 18, 24, 16)  # millimetres
_PITCH = 1.5  # from line to line, in sizes of type
_GAP = 0.55  # between blocks
_FOOT = 2  # kept free for the page number
_LABELS = 0.32  # of the width, at most, for the labels of fields
_WRITING = 1.6  # a line to write on by hand is higher than one of type
_SIGNING = 2.4
_SIGNATURE_AT = 0.45  # of the width
# Local forms swap the digits beside Latin letters for glyphs that no character names, ligatures
# make one glyph of "ffi": a PDF could not say what they are. The families are Chinese ones anyway.
_FEATURES_OFF = ("locl", "liga", "clig")
_RULE_AT = 0.76  # of a line's height

# Chinese punctuation hangs on the line before; a word is only broken where it fills a line.
_WRAP = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


class Sizes(Struct, frozen=True):
    """Sizes of type, in points."""

    body: float
    heading: float
    title: float
    note: float


NORMAL = Sizes(body=10.5, heading=11.5, title=16, note=9)
LARGE = Sizes(body=18, heading=20, title=24, note=18)


class _Line(Struct, frozen=True):
    """One line of a laid-out text, and how far from the left it stands."""

    left: float
    text: QTextLayout
    number: int


class _Row(Struct, frozen=True):
    """What stands side by side: text, a line to write on; ``keep`` holds the next row to it."""

    height: float
    lines: tuple[_Line, ...] = ()
    rule: tuple[float, float] | None = None
    keep: bool = False


def save_pdf(document: Document, file: Path, *, large: bool = False) -> int:
    """Write ``document`` to ``file``; return on how many pages."""
    content, pages = as_pdf(document, large=large)
    try:
        file.write_bytes(content)
    except OSError as error:
        raise LetterError("errors.file_unwritable", file=file.name) from error
    return pages


def as_pdf(document: Document, *, large: bool = False) -> tuple[bytes, int]:
    """Return ``document`` as a PDF, and on how many pages. Needs a QGuiApplication."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS)
    writer.setTitle(document.title)
    writer.setCreator("Guardian")
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(_MARGINS, QPageLayout.Unit.Millimeter)
    setter = _Setter(writer, document.language, LARGE if large else NORMAL)
    pages = setter.pages(document)
    painter = QPainter(writer)
    for number, page in enumerate(pages):
        if number:
            writer.newPage()
        setter.draw(painter, page)
    painter.end()
    buffer.close()
    drawn = "".join(text.text() for text in setter.texts)
    return name_letters(bytes(content.data()), drawn, setter.fonts()), len(pages)


class _Setter:
    """Sets a document in type: blocks become rows, rows fill pages."""

    def __init__(self, writer: QPdfWriter, language: Language, sizes: Sizes) -> None:
        area = writer.pageLayout().paintRectPixels(_DOTS)
        self._writer = writer
        self._language = language
        self._sizes = sizes
        self._width = float(area.width())
        self._height = float(area.height())
        self._pitch = sizes.body * _PITCH * _DOTS / _POINTS
        self.texts: list[QTextLayout] = []

    def pages(self, document: Document) -> list[list[tuple[float, _Row]]]:
        """Return the rows of each page with their heights from the top."""
        centre = Qt.AlignmentFlag.AlignHCenter
        title = self._rows(document.title, self._sizes.title, bold=True, align=centre, keep=True)
        rows = [*title, self._gap()]
        for block, after in pairwise([*document.blocks, None]):
            here = self._block(block) if block is not None else []
            if isinstance(after, Signature):  # nobody signs an empty page
                here = [replace(row, keep=True) for row in here]
            rows += [*here, self._gap()]
        whole = self._fill(rows[:-1], self._height)
        if len(whole) == 1:
            return whole
        pages = self._fill(rows[:-1], self._height - _FOOT * self._pitch)
        for number, page in enumerate(pages, start=1):
            (foot,) = self._rows(self._foot(number, len(pages)), self._sizes.note, align=centre)
            page.append((self._height - foot.height, foot))
        return pages

    def draw(self, painter: QPainter, page: list[tuple[float, _Row]]) -> None:
        """Draw one page."""
        painter.setPen(QPen(Qt.GlobalColor.black, _DOTS / 150))
        for top, row in page:
            for line in row.lines:
                set_line = line.text.lineAt(line.number)
                # A line knows its place below the first one; here each has a row of its own.
                middle = top + (row.height - set_line.height()) / 2 - set_line.y()
                if row.rule:
                    middle = top + row.height * _RULE_AT - set_line.ascent() - set_line.y()
                set_line.draw(painter, QPointF(line.left, middle))
            if row.rule:
                at = top + row.height * _RULE_AT + self._pitch * 0.08
                painter.drawLine(QPointF(row.rule[0], at), QPointF(row.rule[1], at))

    def fonts(self) -> list[QRawFont]:
        """Return every font that is drawn with."""
        runs = (run for text in self.texts for run in text.glyphRuns())
        fonts = (run.rawFont() for run in runs)
        return list({(each.familyName(), each.styleName()): each for each in fonts}.values())

    def _fill(self, rows: list[_Row], height: float) -> list[list[tuple[float, _Row]]]:
        pages: list[list[tuple[float, _Row]]] = [[]]
        top = 0.0
        for together in _groups(rows, height):
            if pages[-1] and top + sum(row.height for row in together) > height:
                pages.append([])
                top = 0.0
            for row in together:
                if pages[-1] or row.lines or row.rule:  # no gap at the top of a page
                    pages[-1].append((top, row))
                    top += row.height
        return [page for page in pages if any(row.lines or row.rule for _, row in page)]

    def _block(self, block: Block) -> list[_Row]:
        match block:
            case Heading(text):
                return self._rows(text, self._sizes.heading, bold=True, keep=True)
            case Paragraph(text):
                return self._rows(text, self._sizes.body)
            case Note(text):
                return self._rows(text, self._sizes.note)
            case Items(items, numbered):
                marks = [f"{at}." if numbered else "•" for at in range(1, len(items) + 1)]
                return [row for mark, item in zip(marks, items, strict=True)
                        for row in self._item(mark, item)]  # fmt: skip
            case Fields(rows):
                return self._fields(rows)
            case Signature():
                return self._signature(block)

    def _item(self, mark: str, item: str) -> list[_Row]:
        left = self._pitch * 1.2
        before = self._rows(mark, self._sizes.body)
        beside = self._rows(item, self._sizes.body, left=left)
        return _side_by_side(before, beside)

    def _fields(self, fields: tuple[Field, ...]) -> list[_Row]:
        most = self._width * _LABELS
        column = min(most, max(self._natural(each.label) for each in fields) + 1)
        left = column + self._pitch * 0.7
        rows: list[_Row] = []
        for each in fields:
            label = self._rows(each.label, self._sizes.body, width=column)
            if each.value:
                rows += _side_by_side(label, self._rows(each.value, self._sizes.body, left=left))
            else:
                rule = _Row(self._pitch * _WRITING, rule=(left, self._width))
                rows += _side_by_side(label, [rule] * each.lines)
        return rows

    def _signature(self, signature: Signature) -> list[_Row]:
        size, at = self._sizes.body, self._width * _SIGNATURE_AT
        (label, *more) = self._rows(signature.label, size, left=at, keep=True)
        end = at + self._natural(signature.label) + self._pitch * 0.4
        rule = _Row(self._pitch * _SIGNING, label.lines, (end, self._width), keep=True)
        below = [row for text in (signature.name, signature.date) if text
                 for row in self._rows(text, size, left=at, keep=True)]  # fmt: skip
        return [rule, *more, *below]

    def _rows(  # noqa: PLR0913 - how a text is set, each with its usual value
        self,
        text: str,
        size: float,
        *,
        left: float = 0.0,
        width: float | None = None,
        bold: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        keep: bool = False,
    ) -> list[_Row]:
        if not text:
            return []
        width = self._width - left if width is None else width
        layout = self._lay(text, self._font(size, bold=bold), width, align)
        height = size * _PITCH * _DOTS / _POINTS
        last = layout.lineCount() - 1
        ends = {0, last - 1} - {last}
        return [
            # No single line of a paragraph stands alone on a page.
            _Row(height, (_Line(left, layout, number),), keep=keep or number in ends)
            for number in range(last + 1)
        ]

    def _lay(
        self,
        text: str,
        font: QFont,
        width: float,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> QTextLayout:
        option = QTextOption(align)
        option.setWrapMode(_WRAP)
        layout = QTextLayout(text, font, self._writer)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
        layout.endLayout()
        self.texts.append(layout)
        return layout

    def _natural(self, text: str) -> float:
        layout = QTextLayout(text, self._font(self._sizes.body), self._writer)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(self._width)
        layout.endLayout()
        return line.naturalTextWidth()

    def _font(self, size: float, *, bold: bool = False) -> QFont:
        font = QFont(list(FAMILIES))
        font.setPointSizeF(size)
        font.setBold(bold)
        for tag in _FEATURES_OFF:
            font.setFeature(QFont.Tag(tag), 0)
        return font

    def _gap(self) -> _Row:
        return _Row(self._pitch * _GAP)

    def _foot(self, number: int, count: int) -> str:
        if self._language is Language.ZH:
            return f"第 {number} 页，共 {count} 页"
        return f"Page {number} of {count}"


def _side_by_side(first: list[_Row], second: list[_Row]) -> list[_Row]:
    """Return rows that hold a line of each; where one side is longer it goes on alone."""
    rows: list[_Row] = []
    for at in range(max(len(first), len(second))):
        both = [side[at] for side in (first, second) if at < len(side)]
        rows.append(
            _Row(
                max(row.height for row in both),
                tuple(line for row in both for line in row.lines),
                next((row.rule for row in both if row.rule), None),
                keep=any(row.keep for row in both),
            )
        )
    return rows


def _groups(rows: list[_Row], height: float) -> Iterator[list[_Row]]:
    """Yield what must not be parted; what no page can hold is parted all the same."""
    for together in _kept_together(rows):
        if sum(row.height for row in together) <= height:
            yield together
        else:
            yield from ([row] for row in together)


def _kept_together(rows: list[_Row]) -> Iterator[list[_Row]]:
    together: list[_Row] = []
    for row, after in pairwise([*rows, _Row(0)]):
        together.append(row)
        # What keeps the next row also keeps the gap before it.
        is_gap = not row.lines and row.rule is None
        if (not row.keep and not (is_gap and len(together) > 1)) or after.height == 0:
            yield together
            together = []
