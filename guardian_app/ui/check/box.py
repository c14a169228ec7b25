"""The box for a message: takes plain text only, and tells when something was pasted into it."""

import re

from PySide6.QtCore import QMimeData, QSize, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QKeySequence, QTextCursor, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from guardian_app.ui.look import Look, Role
from guardian_app.words import Words

MOST = 100_000  # characters that are judged
_ENDLESS = re.compile(r"[!-~]{1000}")


class MessageBox(QPlainTextEdit):
    """Where a message is pasted or typed.

    ``pasted``: something came into the empty box at once. ``shortened``: only its head was kept.
    ``undo_wanted``: undo was asked for where nothing typed is left to undo.
    """

    pasted = Signal()
    shortened = Signal()
    undo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty; Tab leaves the box."""
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)

    def message(self) -> str:
        """Return what is in the box, with broken halves of characters replaced."""
        return (
            self.toPlainText().encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        )

    def speak(self, words: Words) -> None:
        """Say the hint in the language of ``words``."""
        self.setPlaceholderText(words("check.box_hint"))
        self.setAccessibleName(words("check.box"))

    def dress(self, look: Look) -> None:
        """Have room for a few lines."""
        line = QFontMetricsF(look.font(Role.MESSAGE)).lineSpacing()
        self.setMinimumHeight(int(line * 4.2) + 16)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Ask for no more than needed; the box grows with the window."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take the text of ``source``, never its markup, pictures or files."""
        text = source.text() if self.canInsertFromMimeData(source) else ""
        was_empty = self.document().isEmpty()
        self._wrap_for(text)
        kept = self._fitting(text)
        if not kept:
            return
        self.textCursor().insertText(kept)
        if was_empty:
            self.moveCursor(QTextCursor.MoveOperation.Start)
            self.pasted.emit()
        if len(kept) < len(text):
            self.shortened.emit()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text and nothing else; the address of a dropped file is no message."""
        is_file = source.hasUrls() and not source.hasFormat("text/plain")
        return source.hasText() and not is_file

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand undo on where the box itself has nothing to undo."""
        undo = event.matches(QKeySequence.StandardKey.Undo)
        if undo and self.document().isEmpty() and not self.document().isUndoAvailable():
            self.undo_wanted.emit()
            return
        super().keyPressEvent(event)

    def show_text(self, text: str) -> None:
        """Replace what is in the box."""
        self._wrap_for(text)
        self.setPlainText(text)

    def _wrap_for(self, text: str) -> None:
        # A run of letters without a break is wrapped anywhere: looking for a word's end in it
        # takes Qt seconds, and half a minute for 100,000 letters.
        modes = QTextOption.WrapMode
        is_run = _ENDLESS.search(text) is not None
        self.setWordWrapMode(modes.WrapAnywhere if is_run else modes.WrapAtWordBoundaryOrAnywhere)

    def _fitting(self, text: str) -> str:
        # One more than is judged, so that the verdict itself says that it saw only the head.
        room = MOST + 1 - (self.document().characterCount() - 1)
        return text[: max(0, room)]
