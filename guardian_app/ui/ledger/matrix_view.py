"""The matrix: rows are institutions, columns groups of data, each cell a shade.

The names stand in the frozen header at the left, so that they stay while the rest scrolls.
Columns of which nobody was ever given anything are left out. The keyboard moves from cell to cell,
and each cell has a sentence for a screen reader.
"""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from guardian_app.exposure import Cell
from guardian_app.ui.ledger.heads import GroupHead, NameHead
from guardian_app.ui.ledger.names import Line, Names
from guardian_app.ui.ledger.shade import paint_shade, shade_side
from guardian_app.ui.look import Look
from guardian_app.words import Words

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class MatrixModel(QAbstractTableModel):
    """The lines and columns that are shown."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.lines: tuple[Line, ...] = ()
        self._groups: tuple[str, ...] = ()
        self._columns: tuple[int, ...] = ()
        self._names: Names | None = None

    def show_lines(self, lines: Sequence[Line], groups: tuple[str, ...], names: Names) -> None:
        """Show ``lines``; ``groups`` are the columns of the whole matrix."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self._groups = groups
        self._names = names
        self._columns = tuple(
            column
            for column in range(len(groups))
            if any(line.row.cells[column] for line in self.lines)
        )
        self.endResetModel()

    def forget(self) -> None:
        """Show nothing any more."""
        self.beginResetModel()
        self.lines, self._columns = (), ()
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many institutions there are."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many groups there are."""
        return 0 if parent.isValid() else len(self._columns)

    def cell(self, index: Index) -> Cell | None:
        """Return what is shown at ``index``."""
        return self.lines[index.row()].row.cells[self._columns[index.column()]]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the sentence of a cell for a screen reader; all else is drawn."""
        if role != Qt.ItemDataRole.AccessibleTextRole or self._names is None:
            return None
        group = self._groups[self._columns[index.column()]]
        return self._names.cell(self.lines[index.row()], group, self.cell(index))

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the name of a group or of an institution."""
        spoken = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if role not in spoken or self._names is None:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self._names.group(self._groups[self._columns[section]])
        line = self.lines[section]
        return f"{line.name}\n{line.about}"


class _CellPainter(QStyledItemDelegate):
    look: Look | None = None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground of the chosen row, the shade, and the ring of the keyboard."""
        look, view = self.look, self.parent()
        if look is None or not isinstance(view, MatrixView):
            return
        room = QRectF(option.rect)
        current = view.currentIndex()
        if index.row() == current.row():
            painter.fillRect(room, look.colour("pine_ground"))
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        cell = view.cells.cell(index)
        if cell is not None:
            paint_shade(painter, room, look, cell.sensitivity, beyond=bool(cell.beyond))
        if view.hasFocus() and index == current:
            painter.setPen(QPen(look.colour("focus"), 2))
            painter.drawRect(room.adjusted(2, 2, -2, -3))


class MatrixView(QTableView):
    """The matrix. ``picked``: another row is looked at; ``opened``: Enter or a click on it."""

    picked = Signal(object)
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.cells = MatrixModel()
        self._look: Look | None = None
        self._painter = _CellPainter(self)
        self._names_head = NameHead(self)
        self._groups_head = GroupHead(self)
        self.setVerticalHeader(self._names_head)
        self.setHorizontalHeader(self._groups_head)
        self.setModel(self.cells)
        self.setItemDelegate(self._painter)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(lambda index: self._open(index.row()))
        self._names_head.setSectionsClickable(True)
        self._names_head.sectionClicked.connect(self._open)

    @property
    def line(self) -> Line | None:
        """The line that is looked at."""
        row = self.currentIndex().row()
        return self.cells.lines[row] if 0 <= row < len(self.cells.lines) else None

    def show_lines(self, lines: Sequence[Line], groups: tuple[str, ...], names: Names) -> None:
        """Show ``lines``, and stay where the person was if that is still there."""
        before, column = self.line, self.currentIndex().column()
        self.cells.show_lines(lines, groups, names)
        self._fit()
        self._names_head.fit_rows()
        at = 0
        if before is not None:
            holders = [line.row.holder for line in self.cells.lines]
            at = holders.index(before.row.holder) if before.row.holder in holders else 0
        self.setCurrentIndex(
            self.cells.index(at, max(0, min(column, self.cells.columnCount() - 1)))
        )
        self.picked.emit(self.line)

    def look_at(self, holder: object) -> None:
        """Go to the row of ``holder``."""
        for number, line in enumerate(self.cells.lines):
            if line.row.holder == holder:
                self.setCurrentIndex(self.cells.index(number, max(0, self.currentIndex().column())))

    def speak(self, words: Words) -> None:
        """Name the matrix for a screen reader."""
        self.setAccessibleName(words("ledger.matrix"))

    def dress(self, look: Look) -> None:
        """Wear the sizes and colours of ``look``."""
        self._look = look
        self._painter.look = look
        for head in (self._names_head, self._groups_head):
            head.wear(look)
        self._fit()
        self._names_head.fit_rows()
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell when another row is looked at."""
        super().currentChanged(current, previous)
        self.viewport().update()
        self._names_head.viewport().update()
        if current.row() != previous.row():
            self.picked.emit(self.line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the row with Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.line is not None:
            self.opened.emit(self.line)
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """Ask for a few rows."""
        return QSize(400, 300)

    def _open(self, row: int) -> None:
        self.setCurrentIndex(self.cells.index(row, max(0, self.currentIndex().column())))
        if self.line is not None:
            self.opened.emit(self.line)

    def _fit(self) -> None:
        if self._look is None:
            return
        self._names_head.setFixedWidth(self._names_head.wanted_width())
        widest = max(int(shade_side(self._look) * 1.9), self._groups_head.widest_word())
        self._groups_head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        room = self.width() - self._names_head.width() - 24
        count = max(1, self.cells.columnCount())
        spread = min(room // count, int(shade_side(self._look) * 4))
        self._groups_head.setDefaultSectionSize(max(widest, spread))
        self._groups_head.setFixedHeight(self._groups_head.wanted_height())

    def resizeEvent(self, event: object) -> None:
        """Spread the columns over the width."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()
