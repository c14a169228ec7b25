"""One line to answer in: the question above, the field below; a secret one can be shown."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from guardian_app.ui.parts.button import Button
from guardian_app.ui.parts.label import Label
from guardian_app.words import Words


class AskLine(QWidget):
    """A question by ``key`` and its answer.

    ``changed``: another letter stands there. ``entered``: Enter was pressed in it.
    """

    changed = Signal()
    entered = Signal()

    def __init__(
        self, key: str, *, most: int = 200, secret: bool = False, parent: QWidget | None = None
    ) -> None:
        """Take up to ``most`` letters; those of a ``secret`` are hidden until it is shown."""
        super().__init__(parent)
        self._key = key
        self._words: Words | None = None
        self.field = QLineEdit()
        self.field.setMaxLength(most)
        self.field.textChanged.connect(lambda _: self.changed.emit())
        self.field.returnPressed.connect(self.entered)
        self.show_button = Button("ask.show")
        if not secret:
            self.show_button.hide()
        self.show_button.clicked.connect(self._turn)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.show_button)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(4)
        self.label = Label(key=key)
        stack.addWidget(self.label)
        stack.addLayout(row)
        if secret:
            self.field.setEchoMode(QLineEdit.EchoMode.Password)
            self.field.setInputMethodHints(
                Qt.InputMethodHint.ImhHiddenText
                | Qt.InputMethodHint.ImhSensitiveData
                | Qt.InputMethodHint.ImhNoAutoUppercase
            )

    @property
    def text(self) -> str:
        """What was answered, with broken halves of characters replaced."""
        said = self.field.text()
        return said.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")

    def take(self, text: str) -> None:
        """Put ``text`` into the field."""
        self.field.setText(text)

    def forget(self) -> None:
        """Empty the field, for good, and hide what comes next."""
        self.field.clear()
        if not self.show_button.isHidden():
            self.field.setEchoMode(QLineEdit.EchoMode.Password)
            self._say()

    def ask(self, key: str) -> None:
        """Ask the sentence ``key`` from now on."""
        self._key = self.label.key = key
        if self._words is not None:
            self.label.speak(self._words)
            self.speak(self._words)

    def speak(self, words: Words) -> None:
        """Name the field in the language of ``words``."""
        self._words = words
        self.field.setAccessibleName(words(self._key))
        self._say()

    def _turn(self) -> None:
        modes = QLineEdit.EchoMode
        is_hidden = self.field.echoMode() is modes.Password
        self.field.setEchoMode(modes.Normal if is_hidden else modes.Password)
        self._say()

    def _say(self) -> None:
        is_hidden = self.field.echoMode() is QLineEdit.EchoMode.Password
        self.show_button.key = "ask.show" if is_hidden else "ask.hide"
        if self._words is not None:
            self.show_button.speak(self._words)
