"""A piece of text. Every word on the screen that is not typed or pressed is one of these.

Plain text only: nothing in it is ever read as markup. It wraps inside a word where it must, so a
long address is never cut, and its lines never stand closer than ``LINE_HEIGHT``. To a screen
reader it is an ordinary label.

Type and colour are kept here, not in the widget: style sheets reset the fonts of widgets whenever
they please (seen when a second window opens), and what is drawn here must not depend on that.
"""

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QWidget

from guardian_app.ui.look import LINE_HEIGHT, Look, Role
from guardian_app.ui.plain import visible
from guardian_app.words import Words

_WIDEST_WORD_EM = 12  # a longer run without a break may be wrapped inside
_WIDEST_LINE_EM = 40  # wider lines are tiring to read, so no label asks for more


class Label(QLabel):
    """Plain text in a role, either a sentence by ``key`` or whatever ``say`` is given."""

    def __init__(
        self,
        role: Role = Role.BODY,
        *,
        key: str = "",
        text: str = "",
        colour: str = "ink",
        parent: QWidget | None = None,
    ) -> None:
        """Show the sentence ``key`` once spoken, else ``text``, in the token ``colour``."""
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setWordWrap(True)
        self.role = role
        self.key = key
        self.colour = colour
        self.face = QFont()
        self.ink = QColor()
        self.line_height = 0.0
        self._heights: dict[int, int] = {}
        self._shown = ""
        self._wished = 0
        self._least = 0
        self.say(text)

    def say(self, text: str) -> None:
        """Show ``text`` as it stands."""
        shown = visible(text)
        if shown != self._shown:
            self._shown = shown
            self.setText(shown)
            self.setAccessibleName(shown)
            self._measure()

    def speak(self, words: Words) -> None:
        """Say the sentence in the language of ``words``."""
        if self.key:
            self.say(words(self.key))

    def dress(self, look: Look) -> None:
        """Wear the type and colour of the role."""
        self.face = look.font(self.role)
        self.ink = look.colour(self.colour)
        self._measure()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Say that the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped text."""
        if width not in self._heights:
            self._heights[width] = self._arranged(width)[1]
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """Ask for one line if it is not too long."""
        return QSize(self._wished, self.heightForWidth(self._wished))

    def minimumSizeHint(self) -> QSize:
        """Ask for the longest word, and for its line."""
        return QSize(self._least, int(self.line_height) + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines, centred in height if there is room."""
        del event
        painter = QPainter(self)
        painter.setPen(self.ink)
        layout, height = self._arranged(self.width())
        room: QRect = self.contentsRect()
        top = 0.0
        if self.alignment() & Qt.AlignmentFlag.AlignVCenter:
            top = max(0.0, (room.height() - height) / 2)
        layout.draw(painter, QPointF(0, top))
        painter.end()

    def _measure(self) -> None:
        metrics = QFontMetricsF(self.face)
        letters = self.face.pointSizeF() * self.logicalDpiY() / 72
        self.line_height = max(metrics.lineSpacing(), letters * LINE_HEIGHT)
        self._heights.clear()
        lines = (metrics.horizontalAdvance(line) for line in self._shown.split("\n"))
        widest = max(lines, default=0.0)
        self._wished = int(min(widest, letters * _WIDEST_LINE_EM)) + 2
        layout, _ = self._arranged(1, QTextOption.WrapMode.WordWrap)
        self._least = int(min(layout.minimumWidth(), letters * _WIDEST_WORD_EM)) + 3
        self.updateGeometry()

    def _arranged(
        self,
        width: int,
        wrap: QTextOption.WrapMode = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere,
    ) -> tuple[QTextLayout, int]:
        option = QTextOption(self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask)
        option.setWrapMode(wrap)
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        layout = QTextLayout(self._shown.replace("\n", "\u2028"), self.face)
        layout.setTextOption(option)
        layout.beginLayout()
        height = 0.0
        step = self.line_height
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height + (step - line.height()) / 2))
            height += step
        layout.endLayout()
        return layout, int(height) + 1
