"""The original text with the decisive words marked and numbered.

The letters are drawn by a ``QTextDocument`` that is only ever filled with ``insertText`` and
character formats: what a stranger wrote cannot become markup, a link or a picture. To a screen
reader it is a label that reads the text with the numbers in brackets.
"""

from PySide6.QtCore import QObject, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPyTextObject,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QWidget

from guardian_app.ui.look import Look, Role
from guardian_app.ui.parts.badge import badge_width, paint_badge
from guardian_app.ui.pieces import Piece
from guardian_app.ui.plain import breakable

_BADGE = QTextFormat.ObjectTypes.UserObject + 1
_NUMBER = QTextFormat.Property.UserProperty + 1
_TONE = QTextFormat.Property.UserProperty + 2
_OBJECT = "\u2060\ufffc"  # a badge, and no line break before it


class _BadgePainter(QPyTextObject):
    """Draws a raised number badge inside a line of text."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.look: Look | None = None

    def intrinsicSize(self, doc: QTextDocument, at: int, fmt: QTextFormat) -> QSizeF:
        """Return the room that a badge takes in the line."""
        del at
        height = QFontMetricsF(doc.defaultFont()).height() * 0.72
        return QSizeF(badge_width(height, fmt.intProperty(_NUMBER)) + 5, height)

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, doc: QTextDocument, at: int, fmt: QTextFormat
    ) -> None:
        """Draw the badge, raised a little."""
        del doc, at
        if self.look is None:
            return
        tone = fmt.stringProperty(_TONE)
        room = QRectF(rect).adjusted(2, 0, -3, 0)
        room.translate(0, -room.height() * 0.05)
        paint_badge(painter, room, fmt.intProperty(_NUMBER), self.look, tone)


class MarkedText(QLabel):
    """Pieces of the original, some of them marked."""

    def __init__(self, role: Role = Role.MESSAGE, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setWordWrap(True)
        self._role = role
        self._pieces: tuple[Piece, ...] = ()
        self._heights: dict[int, int] = {}
        self._look: Look | None = None
        self._face = QFont()
        self._document = QTextDocument(self)
        self._document.setUndoRedoEnabled(False)
        self._document.setDocumentMargin(0)
        self._badges = _BadgePainter(self)
        self._document.documentLayout().registerHandler(_BADGE, self._badges)

    def show_pieces(self, pieces: tuple[Piece, ...]) -> None:
        """Show ``pieces`` one after the other."""
        self._pieces = pieces
        read = "".join(
            piece.text + "".join(f" [{one.number}] " for one in piece.numbers) for piece in pieces
        )
        self.setText(read)
        self.setAccessibleName(read)
        self._write()

    def dress(self, look: Look) -> None:
        """Wear the type and the colours of ``look``."""
        self._look = look
        self._badges.look = look
        self._face = look.font(self._role, as_received=True)
        self._write()

    def hasHeightForWidth(self) -> bool:
        """Say that the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped text; 100,000 characters are laid out once a width."""
        if width not in self._heights:
            self._document.setTextWidth(width)
            self._heights[width] = int(self._document.size().height()) + 2
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """Ask for a comfortable line."""
        width = int(QFontMetricsF(self._face).height() * 20)
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def minimumSizeHint(self) -> QSize:
        """Ask for a few letters."""
        height = QFontMetricsF(self._face).height()
        return QSize(int(height * 6), int(height * 1.5))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines that can be seen."""
        self._document.setTextWidth(self.width())
        painter = QPainter(self)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = QRectF(event.rect())
        painter.setClipRect(event.rect())
        self._document.documentLayout().draw(painter, context)
        painter.end()

    def _write(self) -> None:
        if self._look is None:
            return
        self._heights.clear()
        self._document.clear()
        self._document.setDefaultFont(self._face)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        self._document.setDefaultTextOption(option)
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        spaced = QTextBlockFormat()
        spaced.setLineHeight(118, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        spaced.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        cursor.setBlockFormat(spaced)
        for piece in self._pieces:
            cursor.insertText(breakable(piece.text), self._format(piece, self._look))
            for one in piece.numbers:
                cursor.insertText(_OBJECT, _badge_format(one.number, one.tone))
        cursor.endEditBlock()
        self.updateGeometry()
        self.update()

    def _format(self, piece: Piece, look: Look) -> QTextCharFormat:
        style = QTextCharFormat()
        ink = "ink_soft" if piece.aside else "ink"
        style.setForeground(look.colour(ink))
        if piece.marked:
            style.setBackground(QColor(look.colour(f"mark_{piece.mark}")))
            style.setUnderlineColor(look.colour(piece.tone))
            style.setUnderlineStyle(
                QTextCharFormat.UnderlineStyle.SingleUnderline
                if piece.strong
                else QTextCharFormat.UnderlineStyle.DashUnderline
            )
        return style


def _badge_format(number: int, tone: str) -> QTextCharFormat:
    style = QTextCharFormat()
    style.setObjectType(_BADGE)
    style.setProperty(_NUMBER, number)
    style.setProperty(_TONE, tone)
    return style
