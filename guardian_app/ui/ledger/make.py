"""Making a ledger: what it is, what shall open it, and the recovery code, told once."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from guardian_app.ui.announce import announce
from guardian_app.ui.ledger.desk import Way
from guardian_app.ui.look import Role
from guardian_app.ui.parts.button import Button
from guardian_app.ui.parts.card import Card
from guardian_app.ui.parts.choice import Choice
from guardian_app.ui.parts.field import Field
from guardian_app.ui.parts.flow import Flow
from guardian_app.ui.parts.glyph import Shape
from guardian_app.ui.parts.label import Label
from guardian_app.ui.parts.scroll import Scroll
from guardian_app.ui.parts.tick import Tick
from guardian_app.words import Words

_FAIR, _LONG = 8, 12  # letters


class MakeView(Scroll):
    """The page while there is no ledger. ``wanted``: a passphrase, or None for the keyring."""

    wanted = Signal(object)
    said = Signal(str)  # the key of a sentence to tell

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with the passphrase; the keyring is offered once it is known that there is one."""
        super().__init__(parent)
        self._words: Words | None = None
        self.way: Choice[Way] = Choice(
            "ledger.make_way",
            ((Way.PASSPHRASE, "ledger.way_passphrase"), (Way.KEYRING, "ledger.way_keyring")),
        )
        self.phrase = Field("ledger.passphrase", most=1000, secret=True)
        self.again = Field("ledger.passphrase_again", most=1000, secret=True)
        self.strength = Label(Role.BODY, colour="ink_soft")
        self.go = Button("ledger.make_go", tone="main")
        self._about_keyring = Label(key="ledger.keyring_about", colour="ink_soft")
        self._about_phrase = Label(key="ledger.passphrase_about", colour="ink_soft")
        card = Card(key="ledger.make_heading")
        card.put(Label(key="ledger.make_what"))
        card.put(Label(key="ledger.make_where"))
        self.column.addWidget(card)
        card = Card()
        for part in (
            self.way, self._about_keyring, self._about_phrase, self.phrase, self.again,
            self.strength,
        ):  # fmt: skip
            card.put(part)
        buttons = Flow()
        buttons.put(self.go)
        card.put(buttons)
        self.column.addWidget(card)
        self.column.addStretch(1)
        self.way.setVisible(False)
        self.way.chosen.connect(self._show_way)
        self.phrase.changed.connect(self._weigh)
        self.phrase.entered.connect(self.again.line.setFocus)
        self.again.entered.connect(self._want)
        self.go.clicked.connect(self._want)
        self._show_way()

    @property
    def first(self) -> QWidget:
        """Where the keyboard starts."""
        return self.phrase.line if self.way.isHidden() else self.way.first

    def prepare(self, *, has_keyring: bool) -> None:
        """Offer the keyring only if there is one."""
        self.way.setVisible(has_keyring)
        self.way.take(Way.KEYRING if has_keyring else Way.PASSPHRASE)
        self._show_way()

    def show_busy(self, *, busy: bool) -> None:
        """Take no second wish while the first is under way."""
        self.go.setEnabled(not busy)
        self.go.key = "ledger.busy" if busy else "ledger.make_go"
        if self._words is not None:
            self.go.speak(self._words)

    def clear(self) -> None:
        """Forget what was typed."""
        for field in (self.phrase, self.again):
            field.fill("")
            field.hide_letters()

    def speak(self, words: Words) -> None:
        """Remember the language for the hint."""
        self._words = words
        self._weigh()

    def _show_way(self) -> None:
        by_phrase = self.way.value is Way.PASSPHRASE
        for part in (self.phrase, self.again, self.strength, self._about_phrase):
            part.setVisible(by_phrase)
        self._about_keyring.setVisible(not by_phrase)

    def _weigh(self) -> None:
        if self._words is None:
            return
        count = len(self.phrase.text)
        key = "long" if count >= _LONG else "fair" if count >= _FAIR else "short"
        self.strength.say(self._words(f"ledger.strength_{key if count else 'none'}"))

    def _want(self) -> None:
        if not self.go.isEnabled():
            return
        if self.way.value is Way.KEYRING:
            self.wanted.emit(None)
        elif not self.phrase.text:
            self.said.emit("ledger.passphrase_missing")
            self.phrase.line.setFocus()
        elif len(self.phrase.text.strip()) < _FAIR:
            self.said.emit("ledger.passphrase_short")
            self.phrase.line.setFocus()
        elif self.phrase.text != self.again.text:
            self.said.emit("ledger.passphrase_differs")
            self.again.line.setFocus()
        else:
            self.wanted.emit(self.phrase.text)


class CodeView(Scroll):
    """The recovery code, shown this once. ``done``: it was written down."""

    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a code."""
        super().__init__(parent)
        self._words: Words | None = None
        self._code = Label(Role.NUMBER)
        self.copy = Button("call.copy", shape=Shape.COPY)
        self.written = Tick("ledger.code_written")
        self.go = Button("ledger.code_go", tone="main")
        self.go.setEnabled(False)
        card = Card(key="ledger.code_heading")
        card.put(Label(key="ledger.code_what"))
        card.put(self._code)
        row = Flow()
        row.put(self.copy)
        card.put(row)
        card.put(Label(key="ledger.code_where", colour="ink_soft"))
        self.column.addWidget(card)
        card = Card()
        row = Flow(12)
        row.put(self.written)
        row.put(self.go)
        card.put(row)
        self.column.addWidget(card)
        self.column.addStretch(1)
        self.copy.clicked.connect(self._copy)
        self.written.toggled.connect(self.go.setEnabled)
        self.go.clicked.connect(self._end)

    @property
    def first(self) -> QWidget:
        """Where the keyboard starts."""
        return self.copy

    @property
    def code(self) -> str:
        """The code that waits to be written down, or nothing."""
        return self._code.text()

    def show_code(self, code: str) -> None:
        """Show ``code``."""
        self._code.say(code)
        self.written.setChecked(False)
        self.copy.key = "call.copy"
        if self._words is not None:
            self.copy.speak(self._words)

    def speak(self, words: Words) -> None:
        """Remember the language for the button."""
        self._words = words
        self.copy.setAccessibleDescription(words("ledger.code_heading"))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.code)
        self.copy.key = "call.copied"
        if self._words is not None:
            self.copy.speak(self._words)
            announce(self.copy, self._words("call.copied"))

    def _end(self) -> None:
        clipboard = QGuiApplication.clipboard()
        if clipboard.text() == self.code:
            clipboard.clear()  # what opens everything does not stay where any program reads it
        self._code.say("")
        self.done.emit()
