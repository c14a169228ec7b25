"""The square of the matrix: shade and dots say how sensitive, a ring that it seems too much.

One dot, two, three: nobody has to tell the shades apart by colour.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from guardian_app.model import Sensitivity
from guardian_app.ui.look import Look
from guardian_app.ui.parts.label import Label

_DOTS = {Sensitivity.ORDINARY: 1, Sensitivity.IMPORTANT: 2, Sensitivity.SENSITIVE: 3}


def paint_shade(
    painter: QPainter, room: QRectF, look: Look, grade: Sensitivity | None, *, beyond: bool
) -> None:
    """Draw the square for ``grade`` in the middle of ``room``; None leaves it to the ring."""
    side = shade_side(look)
    square = QRectF(0, 0, side, side)
    square.moveCenter(room.center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if grade is not None:
        painter.setPen(QPen(look.colour("slate"), 1))
        painter.setBrush(_fill(look, grade))
        painter.drawRoundedRect(square, side / 4, side / 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("on_slate" if grade is Sensitivity.SENSITIVE else "slate_ink"))
        count = _DOTS[grade]
        step = side / 4
        for number in range(count):
            x = square.center().x() + (number - (count - 1) / 2) * step
            painter.drawEllipse(QPointF(x, square.center().y()), side / 12, side / 12)
    if beyond:
        painter.setPen(QPen(look.colour("seal_ink"), max(2.0, side / 9)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        out = side / 5
        painter.drawRoundedRect(square.adjusted(-out, -out, out, out), side / 3, side / 3)
    painter.restore()


def shade_side(look: Look) -> int:
    """Return how wide the square is."""
    return int(look.sizes.target * 0.55)


def _fill(look: Look, grade: Sensitivity) -> QColor:
    pale, full = look.colour("slate_ground"), look.colour("slate")
    part = {Sensitivity.ORDINARY: 0.0, Sensitivity.IMPORTANT: 0.45, Sensitivity.SENSITIVE: 1.0}[
        grade
    ]
    mixed = [
        round(one + (other - one) * part)
        for one, other in (
            (pale.red(), full.red()),
            (pale.green(), full.green()),
            (pale.blue(), full.blue()),
        )
    ]
    return QColor(*mixed)


class Shade(QWidget):
    """One square, for the legend."""

    def __init__(self, grade: Sensitivity | None, *, beyond: bool = False) -> None:
        """Show ``grade``, with the ring if it is ``beyond``."""
        super().__init__()
        self._grade = grade
        self._beyond = beyond
        self._look: Look | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def dress(self, look: Look) -> None:
        """Wear the colours of ``look``."""
        self._look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the square and its ring."""
        side = (
            22
            if self._look is None
            else int(shade_side(self._look) * (1.6 if self._beyond else 1.1)) + 2
        )
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        del event
        if self._look is not None:
            painter = QPainter(self)
            paint_shade(painter, QRectF(self.rect()), self._look, self._grade, beyond=self._beyond)
            painter.end()


class LegendEntry(QWidget):
    """A square and the sentence that says what it means."""

    def __init__(self, key: str, grade: Sensitivity | None, *, beyond: bool = False) -> None:
        """Say the sentence ``key`` beside the square."""
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(4)
        row.addWidget(Shade(grade, beyond=beyond))
        row.addWidget(Label(key=key, colour="ink_soft"), 1)
