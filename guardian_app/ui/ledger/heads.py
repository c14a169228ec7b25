"""The two headers of the matrix, drawn in the type of the look: names at the left, groups above."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QTextOption
from PySide6.QtWidgets import QHeaderView, QTableView

from guardian_app.ui.look import Look, Role
from guardian_app.ui.plain import breakable

_SIDE = 8
_WRAPPED = Qt.TextFlag.TextWordWrap
_NARROWEST_EM, _WIDEST_EM = 5, 11
_LINES = 3  # of a name; the detail has all of it


class _Head(QHeaderView):
    """What both have in common."""

    def __init__(self, orientation: Qt.Orientation, parent: QTableView) -> None:
        super().__init__(orientation, parent)
        self.look: Look | None = None
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(20)

    def wear(self, look: Look) -> None:
        """Wear the type of ``look``."""
        self.look = look
        self.viewport().update()

    def texts(self) -> list[str]:
        """Return what stands in each section."""
        model = self.model()
        if model is None:
            return []
        return [
            str(model.headerData(each, self.orientation(), Qt.ItemDataRole.DisplayRole) or "")
            for each in range(self.count())
        ]

    def em(self) -> float:
        """Return the size of a letter in pixels."""
        return 15.0 if self.look is None else self.look.sizes.body * self.logicalDpiY() / 72


class NameHead(_Head):
    """The names of the institutions, each over what it was for."""

    def __init__(self, parent: QTableView) -> None:
        """Stand at the left of ``parent``."""
        super().__init__(Qt.Orientation.Vertical, parent)

    def wanted_width(self) -> int:
        """Return the width of the longest name, within bounds."""
        if self.look is None:
            return 150
        metrics = QFontMetricsF(self.look.font(Role.STRONG))
        small = QFontMetricsF(self.look.font(Role.SMALL))
        longest = 0.0
        for text in self.texts():
            name, _, about = text.partition("\n")
            longest = max(longest, metrics.horizontalAdvance(name), small.horizontalAdvance(about))
        bounds = (self.em() * _NARROWEST_EM, self.em() * _WIDEST_EM)
        return int(min(max(longest, bounds[0]), bounds[1])) + 2 * _SIDE + 12

    def fit_rows(self) -> None:
        """Make each row as high as its name and what stands below it."""
        if self.look is None:
            return
        bold = QFontMetricsF(self.look.font(Role.STRONG))
        small = QFontMetricsF(self.look.font(Role.SMALL)).lineSpacing()
        room = QRectF(0, 0, self.wanted_width() - 2 * _SIDE - 3, 1000)
        for number, text in enumerate(self.texts()):
            name = _cut(text.partition("\n")[0], bold, room.width())
            height = max(bold.boundingRect(room, _WRAPPED, name).height(), bold.lineSpacing())
            self.resizeSection(number, max(self.look.sizes.target, int(height + small) + 14))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        """Draw one name."""
        table = self.parent()
        if self.look is None or not isinstance(table, QTableView):
            return
        text = self.model().headerData(logicalIndex, self.orientation())
        name, _, about = str(text or "").partition("\n")
        painter.save()
        if table.currentIndex().row() == logicalIndex:
            painter.fillRect(rect, self.look.colour("pine_ground"))
            painter.fillRect(
                QRect(rect.left(), rect.top(), 4, rect.height()), self.look.colour("pine")
            )
        painter.setPen(QPen(self.look.colour("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        room = QRectF(rect).adjusted(_SIDE + 2, 5, -_SIDE, -5)
        bold, small = self.look.font(Role.STRONG), self.look.font(Role.SMALL)
        painter.setFont(bold)
        painter.setPen(self.look.colour("ink"))
        cut = _cut(name, QFontMetricsF(bold), room.width())
        painter.drawText(room, _WRAPPED, cut)
        painter.setFont(small)
        painter.setPen(self.look.colour("ink_soft"))
        metrics = QFontMetricsF(small)
        room.setTop(room.top() + QFontMetricsF(bold).boundingRect(room, _WRAPPED, cut).height() + 2)
        about = metrics.elidedText(about, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.TextFlag.TextSingleLine, about)
        painter.restore()


def _cut(text: str, metrics: QFontMetricsF, width: float) -> str:
    """Return as much of ``text`` as the lines hold, with a sign that it goes on."""
    return breakable(metrics.elidedText(text, Qt.TextElideMode.ElideRight, width * (_LINES - 0.4)))


def _balanced(text: str, metrics: QFontMetricsF, width: float) -> str:
    """Return Chinese that does not fit a line as two lines of like length."""
    if text.isascii() or metrics.horizontalAdvance(text) <= width:
        return text
    half = (len(text) + 1) // 2
    return f"{text[:half]}\n{text[half:]}"


class GroupHead(_Head):
    """The names of the groups, wrapped into their columns."""

    def __init__(self, parent: QTableView) -> None:
        """Stand above ``parent``."""
        super().__init__(Qt.Orientation.Horizontal, parent)

    def widest_word(self) -> int:
        """Return the least width of a column, in which no word is broken."""
        if self.look is None:
            return 40
        metrics = QFontMetricsF(self.look.font(Role.SMALL))
        widest = 0.0
        for text in self.texts():
            if text.isascii():
                widest = max(widest, *(metrics.horizontalAdvance(word) for word in text.split()))
            else:
                half = (len(text) + 1) // 2  # Chinese breaks anywhere: two lines of equal length
                widest = max(widest, metrics.horizontalAdvance(text[:half]))
        return int(widest) + 10

    def wanted_height(self) -> int:
        """Return the height of the highest of the wrapped names."""
        if self.look is None:
            return 40
        metrics = QFontMetricsF(self.look.font(Role.SMALL))
        room = QRectF(0, 0, self.defaultSectionSize() - 6, 1000)
        texts = [_balanced(text, metrics, room.width()) for text in self.texts()]
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter
        heights = [metrics.boundingRect(room, flags, text).height() for text in texts]
        return int(max(heights, default=20)) + 14

    def sizeHint(self) -> QSize:
        """Ask for the wrapped names."""
        return QSize(super().sizeHint().width(), self.wanted_height())

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        """Draw one name."""
        if self.look is None:
            return
        text = str(self.model().headerData(logicalIndex, self.orientation()) or "")
        painter.save()
        painter.setPen(QPen(self.look.colour("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setFont(self.look.font(Role.SMALL))
        painter.setPen(self.look.colour("ink_soft"))
        room = QRectF(rect).adjusted(3, 2, -3, -4)
        text = _balanced(text, QFontMetricsF(painter.font()), room.width())
        option = QTextOption(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        painter.drawText(room, breakable(text), option)
        painter.restore()
