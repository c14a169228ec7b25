"""The notice bar: a message in the page, never a box over it; it stays until it is closed."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from guardian_app.errors import GuardianError
from guardian_app.ui.announce import announce
from guardian_app.ui.look import Look
from guardian_app.ui.parts.button import Button
from guardian_app.ui.parts.label import Label
from guardian_app.words import Words


class NoticeBar(QFrame):
    """One message with at most one thing to do about it. Hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(parent)
        self.setProperty("part", "notice")
        self.message = Label()
        self.action = Button()
        self.close_button = Button("notice.close", tone="quiet")
        self._todo: Callable[[], None] | None = None
        self._error: GuardianError | None = None
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.message, 1)
        self._row.addWidget(self.action)
        self._row.addWidget(self.close_button)
        self.action.clicked.connect(self._act)
        self.close_button.clicked.connect(self.hide)
        self.hide()

    def tell(self, key: str, words: Words, **values: object) -> None:
        """Show the sentence ``key``."""
        self._show("pine", words, GuardianError(key, **values), "", None)

    def offer(self, key: str, words: Words, action: str, todo: Callable[[], None]) -> None:
        """Show the sentence ``key`` and a button, called ``action``, that does ``todo``."""
        self._show("pine", words, GuardianError(key), action, todo)

    def warn(self, error: GuardianError, words: Words) -> None:
        """Show what went wrong, and what to do now."""
        self._show("amber", words, error, "", None)

    def speak(self, words: Words) -> None:
        """Say the message in the language of ``words``."""
        if self._error is not None:
            self.message.say(words.error(self._error))
            self.setAccessibleName(self.message.text())

    def dress(self, look: Look) -> None:
        """Wear the margins of ``look``."""
        pad = look.sizes.pad
        self._row.setContentsMargins(pad, pad - 8, pad - 8, pad - 8)

    def _show(
        self,
        tone: str,
        words: Words,
        error: GuardianError,
        action: str,
        todo: Callable[[], None] | None,
    ) -> None:
        self._error, self._todo = error, todo
        self.speak(words)
        self.action.key = action
        self.action.speak(words)
        self.action.setVisible(todo is not None)
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()
        announce(self, self.message.text())

    def _act(self) -> None:
        todo = self._todo
        self.hide()
        if todo is not None:
            todo()
