"""The number that ties a marked word to its reason: a small filled circle."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from guardian_app.ui.look import Look, Role


def paint_badge(
    painter: QPainter, room: QRectF, number: int, ground: QColor, ink: QColor, font: QFont
) -> None:
    """Draw ``number`` in a filled circle (a capsule from two digits on) into ``room``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    radius = min(room.width(), room.height()) / 2
    painter.drawRoundedRect(room, radius, radius)
    painter.setPen(ink)
    painter.setFont(font)
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, str(number))
    painter.restore()


def badge_width(height: float, number: int) -> float:
    """Return how wide a badge of that height must be."""
    return height if number < 10 else height * (0.7 + 0.35 * len(str(number)))  # noqa: PLR2004


class Badge(QWidget):
    """A number badge beside a reason; ``number`` 0 draws a dot."""

    def __init__(self, number: int, tone: str, parent: QWidget | None = None) -> None:
        """Show ``number`` in the colours ``tone`` (seal, amber, slate, pine)."""
        super().__init__(parent)
        self._number = number
        self._tone = tone
        self._ground = QColor()
        self._ink = QColor()
        self._side = 22
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def dress(self, look: Look) -> None:
        """Wear the colours of ``look``."""
        self._ground = look.colour(self._tone)
        self._ink = look.colour(f"on_{self._tone}")
        font = look.font(Role.STRONG)
        font.setPointSizeF(look.sizes.body * 0.85)
        self.setFont(font)
        self._side = int(self.fontMetrics().height() * 1.08)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the circle."""
        return QSize(int(badge_width(self._side, self._number)), self._side)

    def minimumSizeHint(self) -> QSize:
        """Ask for no less than the circle."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the badge."""
        del event
        painter = QPainter(self)
        if self._number:
            room = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            paint_badge(painter, room, self._number, self._ground, self._ink, self.font())
        else:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._ground)
            painter.drawEllipse(QPointF(self.width() / 2, self.height() / 2), 4, 4)
        painter.end()
