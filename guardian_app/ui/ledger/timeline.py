"""The entries by date, newest first: when, to whom, at which step, what."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from guardian_app.exposure import holder
from guardian_app.model import Share
from guardian_app.ui.ledger.names import Names
from guardian_app.ui.look import Look, Role
from guardian_app.words import Words

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class TimelineModel(QAbstractListModel):
    """The entries that are shown."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.shares: tuple[Share, ...] = ()
        self._names: Names | None = None

    def show_shares(self, shares: Sequence[Share], names: Names) -> None:
        """Show ``shares``, the newest day first, those without a day last."""
        self.beginResetModel()
        self._names = names
        self.shares = tuple(sorted(shares, key=lambda each: (each.date, each.id), reverse=True))
        self.endResetModel()

    def forget(self) -> None:
        """Show nothing any more."""
        self.beginResetModel()
        self.shares = ()
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self.shares)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the two lines of an entry."""
        shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if role not in shown or self._names is None:
            return None
        share = self.shares[index.row()]
        names = self._names
        upper = f"{names.day(share)} · {names.holder(holder(share))}"
        return f"{upper}\n{names.how(share)} · {names.kinds(share.kinds)}"


class _EntryPainter(QStyledItemDelegate):
    look: Look | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Ask for two lines."""
        del option, index
        if self.look is None:
            return QSize(100, 40)
        line = QFontMetricsF(self.look.font(Role.STRONG)).lineSpacing()
        small = QFontMetricsF(self.look.font(Role.SMALL)).lineSpacing()
        return QSize(100, max(self.look.sizes.target, int(line + small) + 16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw them, cut with a sign where a line is full; the detail has all of it."""
        look, view = self.look, self.parent()
        if look is None or not isinstance(view, Timeline):
            return
        painter.save()
        room = QRectF(option.rect)
        if index == view.currentIndex():
            painter.fillRect(room, look.colour("pine_ground"))
            if view.hasFocus():
                painter.setPen(QPen(look.colour("focus"), 2))
                painter.drawRect(room.adjusted(2, 2, -2, -3))
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        upper, _, lower = str(index.data()).partition("\n")
        room.adjust(10, 6, -10, -6)
        for role, ink, said in ((Role.STRONG, "ink", upper), (Role.SMALL, "ink_soft", lower)):
            metrics = QFontMetricsF(look.font(role))
            painter.setFont(look.font(role))
            painter.setPen(look.colour(ink))
            cut = metrics.elidedText(said, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.TextFlag.TextSingleLine, cut)
            room.setTop(room.top() + metrics.lineSpacing() + 2)
        painter.restore()


class Timeline(QListView):
    """The list. ``picked``: another holder is looked at; ``opened``: Enter or a click."""

    picked = Signal(object)
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.entries = TimelineModel()
        self._painter = _EntryPainter(self)
        self.setModel(self.entries)
        self.setItemDelegate(self._painter)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.clicked.connect(lambda index: self.opened.emit(self._holder(index)))
        self.activated.connect(lambda index: self.opened.emit(self._holder(index)))

    def show_shares(self, shares: Sequence[Share], names: Names) -> None:
        """Show ``shares``."""
        self.entries.show_shares(shares, names)
        self.setCurrentIndex(self.entries.index(0, 0))

    def speak(self, words: Words) -> None:
        """Name the list for a screen reader."""
        self.setAccessibleName(words("ledger.by_date"))

    def dress(self, look: Look) -> None:
        """Wear the type of ``look``."""
        self._painter.look = look
        self.scheduleDelayedItemsLayout()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell when another entry is looked at."""
        super().currentChanged(current, previous)
        if current.isValid() and self.isVisible():
            self.picked.emit(self._holder(current))

    def _holder(self, index: Index) -> object:
        return holder(self.entries.shares[index.row()])
