"""Small pictures drawn with strokes: they take any size and any colour of the theme."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

Line = tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Strokes:
    """Polylines on a square of 24 by 24, and circles as (x, y, radius)."""

    lines: tuple[Line, ...]
    circles: tuple[tuple[float, float, float], ...] = ()


class Shape(Enum):
    """The pictures there are."""

    SEARCH = Strokes((((15.5, 15.5), (21, 21)),), ((10, 10, 6.5),))
    GEAR = Strokes(
        (
            ((12, 1.5), (12, 4.5)),
            ((12, 19.5), (12, 22.5)),
            ((1.5, 12), (4.5, 12)),
            ((19.5, 12), (22.5, 12)),
            ((4.6, 4.6), (6.7, 6.7)),
            ((17.3, 17.3), (19.4, 19.4)),
            ((4.6, 19.4), (6.7, 17.3)),
            ((17.3, 6.7), (19.4, 4.6)),
        ),
        ((12, 12, 7), (12, 12, 2.5)),
    )
    COPY = Strokes(
        (
            ((9, 9), (20, 9), (20, 21), (9, 21), (9, 9)),
            ((5.5, 15), (4, 15), (4, 3), (15, 3), (15, 5.5)),
        )
    )
    PASTE = Strokes(
        (
            ((8, 4), (5, 4), (5, 21), (19, 21), (19, 4), (16, 4)),
            ((8, 2.5), (16, 2.5), (16, 6), (8, 6), (8, 2.5)),
        )
    )
    AGAIN = Strokes((((20, 12), (4, 12)), ((10.5, 5.5), (4, 12), (10.5, 18.5))))
    BOX = Strokes((((4, 4), (20, 4), (20, 20), (4, 20), (4, 4)),))
    TICKED = Strokes(
        (
            ((4, 4), (20, 4), (20, 20), (4, 20), (4, 4)),
            ((7.5, 12.5), (11, 16), (17, 8.5)),
        )
    )
    PEN = Strokes((((4, 20), (5, 15.5), (16, 4), (20, 8), (8.5, 19), (4, 20)),))


def paint_glyph(painter: QPainter, shape: Shape, room: QRectF, colour: QColor) -> None:
    """Draw ``shape`` into the square ``room``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(room.topLeft())
    painter.scale(room.width() / 24, room.height() / 24)
    pen = QPen(colour, 2.2)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for line in shape.value.lines:
        painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in line]))
    for x, y, radius in shape.value.circles:
        painter.drawEllipse(QPointF(x, y), radius, radius)
    painter.restore()


def glyph_icon(shape: Shape, side: int, colour: QColor, ratio: float) -> QIcon:
    """Return ``shape`` as an icon of ``side`` pixels for a screen of that pixel ratio.

    It is a little wider than high, so that it keeps its distance from the words after it.
    """
    pixmap = _blank(QSize(int(side * 1.3), side), ratio)
    painter = QPainter(pixmap)
    paint_glyph(painter, shape, QRectF(0, 0, side, side), colour)
    painter.end()
    return QIcon(pixmap)


def paint_shield(painter: QPainter, room: QRectF, ground: QColor, tick: QColor) -> None:
    """Draw Guardian's shield into ``room``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(room.topLeft())
    painter.scale(room.width() / 24, room.height() / 24)
    outline = QPainterPath(QPointF(12, 0.5))
    outline.cubicTo(15, 2.6, 18, 3.4, 21.5, 3.4)
    outline.lineTo(21.5, 11.5)
    outline.cubicTo(21.5, 17.5, 17.5, 21.4, 12, 23.5)
    outline.cubicTo(6.5, 21.4, 2.5, 17.5, 2.5, 11.5)
    outline.lineTo(2.5, 3.4)
    outline.cubicTo(6, 3.4, 9, 2.6, 12, 0.5)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillPath(outline, ground)
    pen = QPen(tick, 2.4)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline(QPolygonF([QPointF(7.4, 12), QPointF(10.7, 15.3), QPointF(16.8, 8.6)]))
    painter.restore()


def shield_icon(ground: QColor, tick: QColor) -> QIcon:
    """Return the shield in the sizes that window systems ask for."""
    icon = QIcon()
    for side in (16, 32, 64, 128):
        pixmap = _blank(QSize(side, side), 1.0)
        painter = QPainter(pixmap)
        paint_shield(painter, QRectF(0, 0, side, side), ground, tick)
        painter.end()
        icon.addPixmap(pixmap)
    return icon


def _blank(size: QSize, ratio: float) -> QPixmap:
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap
