"""Something to tick: a box, a name, and if need be a mark of a word or two after it.

It is drawn here, because a style sheet takes the tick in a box only from a file.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from guardian_app.model import Text
from guardian_app.ui.look import Look, Role
from guardian_app.ui.plain import visible
from guardian_app.words import Words

_SIDE = 10  # beside the box and the words


class Tick(QCheckBox):
    """A box with the sentence ``says``, or words of the knowledge.

    ``looked_at``: the keyboard or the mouse has come to it.
    """

    looked_at = Signal()

    def __init__(
        self,
        says: str | Text,
        *,
        about: Text | None = None,
        tone: str = "pine",
        parent: QWidget | None = None,
    ) -> None:
        """Wear the colours ``tone`` (pine, seal) when ticked; ``about`` is for a screen reader."""
        super().__init__(parent)
        self._says = says
        self._about = about
        self._tone = tone
        self._look: Look | None = None
        self._words: Words | None = None
        self._mark = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mark(self, key: str) -> None:
        """Show the sentence ``key`` after the name; "" shows none."""
        if key != self._mark:
            self._mark = key
            self._name()

    def speak(self, words: Words) -> None:
        """Say the name in the language of ``words``."""
        self._words = words
        self._name()

    def dress(self, look: Look) -> None:
        """Wear the type and the colours of ``look``."""
        self._look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for one line and the box, as high as a finger needs."""
        if self._look is None:
            return super().sizeHint()
        metrics = QFontMetricsF(self._look.font(Role.BODY))
        width = metrics.horizontalAdvance(self.text()) + self._box_side() + 3 * _SIDE
        return QSize(int(width) + 4, self._look.sizes.target)

    def minimumSizeHint(self) -> QSize:
        """Ask for no less."""
        return self.sizeHint()

    def hitButton(self, place: object) -> bool:
        """Take a press anywhere."""
        del place
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard is here."""
        super().focusInEvent(event)
        self.looked_at.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Tell that the mouse is here."""
        super().enterEvent(event)
        self.looked_at.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, the box and the words."""
        del event
        look = self._look
        if look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ticked = self.isChecked()
        edge = "focus" if self.hasFocus() else self._tone if ticked else "edge"
        painter.setPen(QPen(look.colour(edge), 2))
        painter.setBrush(look.colour(f"{self._tone}_ground" if ticked else "card"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 9, 9)
        side = self._box_side()
        box = QRectF(_SIDE, (self.height() - side) / 2, side, side)
        painter.setPen(QPen(look.colour(self._tone if ticked else "edge"), 2))
        painter.setBrush(look.colour(self._tone if ticked else "card"))
        painter.drawRoundedRect(box, 4, 4)
        if ticked:
            painter.setPen(QPen(look.colour(f"on_{self._tone}"), side / 8))
            points = ((0.22, 0.52), (0.43, 0.73), (0.8, 0.29))
            painter.drawPolyline(
                QPolygonF([QPointF(box.x() + x * side, box.y() + y * side) for x, y in points])
            )
        ink = "seal_ink" if ticked and self._tone == "seal" else "ink"
        painter.setPen(look.colour(ink))
        painter.setFont(look.font(Role.BODY))
        left = int(box.right()) + _SIDE
        room = QRectF(left, 0, self.width() - left, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()

    def _box_side(self) -> int:
        return 18 if self._look is None else self._look.sizes.target // 3 + 5

    def _name(self) -> None:
        if self._words is None:
            return
        says = (
            self._words.of(self._says) if isinstance(self._says, Text) else self._words(self._says)
        )
        if self._mark:
            says = self._words("ledger.tick_marked", name=says, mark=self._words(self._mark))
        self.setText(visible(says))
        self.setAccessibleName(self.text())
        if self._about is not None:
            self.setAccessibleDescription(self._words.of(self._about))
        self.updateGeometry()
        self.update()
