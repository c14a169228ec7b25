"""A field for one line, with its question above; plain text goes in and comes out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from guardian_app.ui.parts.button import Button
from guardian_app.ui.parts.label import Label
from guardian_app.words import Words


def whole_letters(text: str) -> str:
    """Return ``text`` with broken halves of characters replaced."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


class Field(QWidget):
    """A question and a line to type in. ``entered``: Enter was pressed in it."""

    changed = Signal()
    entered = Signal()

    def __init__(self, key: str, *, most: int = 500, secret: bool = False) -> None:
        """Ask the sentence ``key``; take up to ``most`` letters, hidden at first if ``secret``."""
        super().__init__()
        self._key = key
        self._words: Words | None = None
        self.line = QLineEdit()
        self.line.setMaxLength(most)
        self.line.setAttribute(Qt.WidgetAttribute.WA_MacShowFocusRect, on=False)
        self.line.textChanged.connect(lambda _: self.changed.emit())
        self.line.returnPressed.connect(self.entered)
        self.reveal = Button("ledger.reveal")
        if not secret:
            self.reveal.hide()
        self.reveal.clicked.connect(self._turn)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(4)
        stack.addWidget(Label(key=key))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.reveal)
        stack.addLayout(row)
        if secret:
            self.line.setEchoMode(QLineEdit.EchoMode.Password)

    @property
    def text(self) -> str:
        """What is in the field."""
        return whole_letters(self.line.text())

    def fill(self, text: str) -> None:
        """Put ``text`` into the field."""
        self.line.setText(text)

    def speak(self, words: Words) -> None:
        """Name the field for a screen reader."""
        self._words = words
        self.line.setAccessibleName(words(self._key))
        if not self.reveal.isHidden():
            self._name_reveal()

    def hide_letters(self) -> None:
        """Hide what is typed again."""
        if self.line.echoMode() is QLineEdit.EchoMode.Normal and not self.reveal.isHidden():
            self._turn()

    def _turn(self) -> None:
        modes = QLineEdit.EchoMode
        hidden = self.line.echoMode() is modes.Password
        self.line.setEchoMode(modes.Normal if hidden else modes.Password)
        self.reveal.key = "ledger.conceal" if hidden else "ledger.reveal"
        self._name_reveal()

    def _name_reveal(self) -> None:
        if self._words is not None:
            self.reveal.speak(self._words)
            name = self._words(
                "ledger.of_field", act=self._words(self.reveal.key), field=self._words(self._key)
            )
            self.reveal.setAccessibleName(name)
