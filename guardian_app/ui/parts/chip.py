"""A chip: a short name in a coloured capsule, such as a thing that fraudsters want."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from guardian_app.ui.look import Look, Role
from guardian_app.ui.parts.label import Label


class Chip(QWidget):
    """A name on a coloured ground."""

    def __init__(self, text: str, tone: str, parent: QWidget | None = None) -> None:
        """Show ``text`` in the colours ``tone`` (seal, amber, slate, pine)."""
        super().__init__(parent)
        self._tone = tone
        self._ground = QColor()
        self._label = Label(text=text, colour=f"{tone}_ink" if tone != "pine" else "pine")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 14, 4)
        row.addWidget(self._label)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def dress(self, look: Look) -> None:
        """Wear the colours of ``look``."""
        self._label.role = Role.BODY
        self._ground = look.colour(f"{self._tone}_ground")
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        hint = self._label.sizeHint()
        return QSize(hint.width() + 28, hint.height() + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the capsule."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ground)
        radius = min(self.height() / 2, 18)
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        painter.end()
