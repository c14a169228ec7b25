"""The verdict banner: a seal box with a sign, the level in words, and the first thing to do.

Danger is the only thing in the program that fills a whole panel with seal red.
"""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from guardian_app.model import Level
from guardian_app.ui.look import Look, Role
from guardian_app.ui.parts.label import Label
from guardian_app.words import Words

# ground, letters, edge and bar of each level, as colour tokens
_COLOURS = {
    Level.DANGER: ("seal", "on_seal", "seal"),
    Level.CAUTION: ("amber_ground", "amber_ink", "amber"),
    Level.UNKNOWN: ("slate_ground", "slate_ink", "slate"),
}


class SealBox(QWidget):
    """A sign in a square frame, as if stamped."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._sign = ""
        self._ink = QColor()
        self._side = 56
        self._face = QFont()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def stamp(self, sign: str, ink: QColor, side: int, face: QFont) -> None:
        """Show ``sign`` in ``ink`` and ``face`` in a square of ``side`` pixels."""
        self._sign, self._ink, self._side = sign, ink, side
        self._face = face
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the square."""
        return QSize(self._side, self._side)

    def minimumSizeHint(self) -> QSize:
        """Ask for no less than the square."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw frame and sign, the sign as large as the frame allows."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._ink, self._side / 16))
        inset = self._side / 32 + 0.5
        room = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(room, self._side / 7, self._side / 7)
        painter.setFont(self._fitting_font())
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self._sign)
        painter.end()

    def _fitting_font(self) -> QFont:
        font = QFont(self._face)
        font.setPixelSize(max(1, int(self._side * 0.58)))
        width = QFontMetricsF(font).horizontalAdvance(self._sign)
        if width > self._side * 0.74:
            font.setPixelSize(max(1, int(font.pixelSize() * self._side * 0.74 / width)))
        return font


class Banner(QWidget):
    """What this is, in one panel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.level = Level.UNKNOWN
        self._words: Words | None = None
        self._look: Look | None = None
        self._box = SealBox()
        self._title = Label(Role.VERDICT)
        self._lead = Label(Role.BODY)
        self._resembles = Label(Role.STRONG)
        self._column = QVBoxLayout()
        self._column.setSpacing(2)
        for label in (self._title, self._resembles, self._lead):
            self._column.addWidget(label)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._box, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self._column, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def tell(self, level: Level, title: str, lead: str, resembles: str = "") -> None:
        """Show a verdict; ``resembles`` names a known fraud that is not certain."""
        self.level = level
        self._title.say(title)
        self._lead.say(lead)
        self._resembles.say(resembles)
        self._resembles.setVisible(bool(resembles))
        self._stamp()
        self.update()

    def speak(self, words: Words) -> None:
        """Say the sign in the language of ``words``."""
        self._words = words
        self._stamp()

    def dress(self, look: Look) -> None:
        """Wear the colours of the level in ``look``."""
        self._look = look
        pad = look.sizes.pad
        self._row.setContentsMargins(pad + 8, pad - 4, pad, pad - 4)
        self._row.setSpacing(pad)
        self._stamp()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the panel and the bar at its left."""
        del event
        if self._look is None:
            return
        ground, _, bar = (self._look.colour(name) for name in _COLOURS[self.level])
        radius = self._look.sizes.radius
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(bar, 1.5))
        painter.setBrush(ground)
        room = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(room, radius, radius)
        if self.level is not Level.DANGER:
            painter.setClipRect(QRectF(0, 0, 8, self.height()))
            painter.setBrush(bar)
            painter.drawRoundedRect(room, radius, radius)
        painter.end()

    def _stamp(self) -> None:
        if self._look is None or self._words is None:
            return
        ink = _COLOURS[self.level][1]
        for label in (self._title, self._lead, self._resembles):
            label.colour = ink
            label.dress(self._look)
        sign = self._words(f"seal.{self.level}")
        face = self._look.font(Role.VERDICT)
        self._box.stamp(sign, self._look.colour(ink), self._look.sizes.seal, face)
        spoken = (self._words(f"level.{self.level}"), self._title.text(), self._lead.text())
        self.setAccessibleName(" ".join(spoken))
