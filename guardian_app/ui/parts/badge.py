"""The number that ties a marked word to its reason: a small filled circle."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from guardian_app.ui.look import Look, Role


def paint_badge(painter: QPainter, room: QRectF, number: int, look: Look, tone: str) -> None:
    """Draw ``number`` in a filled circle (a capsule from two digits on) into ``room``.

    ``tone`` names its colours: seal, amber, slate, pine.
    """
    font = look.font(Role.STRONG)
    font.setPixelSize(max(1, round(room.height() * 0.62)))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(tone))
    radius = min(room.width(), room.height()) / 2
    painter.drawRoundedRect(room, radius, radius)
    painter.setPen(look.colour(f"on_{tone}"))
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
        self._look: Look | None = None
        self._side = 22
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def dress(self, look: Look) -> None:
        """Wear the colours of ``look``."""
        self._look = look
        self._side = int(QFontMetricsF(look.font(Role.BODY)).height() * 0.92)
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
        if self._look is None:
            return
        painter = QPainter(self)
        if self._number:
            room = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            paint_badge(painter, room, self._number, self._look, self._tone)
        else:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour(self._tone))
            painter.drawEllipse(QPointF(self.width() / 2, self.height() / 2), 4, 4)
        painter.end()
