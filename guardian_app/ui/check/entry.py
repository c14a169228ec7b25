"""What a person hands in: the message, and if they know it the number and the way it came."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from guardian_app.model import Channel, Message
from guardian_app.ui.check.box import MessageBox
from guardian_app.ui.look import Role
from guardian_app.ui.parts.button import Button
from guardian_app.ui.parts.card import Card
from guardian_app.ui.parts.choice import Choice
from guardian_app.ui.parts.columns import Columns
from guardian_app.ui.parts.flow import Flow
from guardian_app.ui.parts.glyph import Shape
from guardian_app.ui.parts.label import Label
from guardian_app.ui.parts.scroll import Scroll
from guardian_app.ui.parts.tile import Tile
from guardian_app.words import Words

_EXAMPLES = (
    ("example.call", "example.call_text", Channel.CALL),
    ("example.text", "example.text_text", Channel.SMS),
    ("example.told", "example.told_text", Channel.IM),
)
_LONGEST_SENDER = 120


class SenderField(QLineEdit):
    """The number or address that a message came from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setMaxLength(_LONGEST_SENDER)

    def speak(self, words: Words) -> None:
        """Name the field for a screen reader."""
        self.setAccessibleName(words("check.sender"))


class Entry(Scroll):
    """The page before a check. ``wanted``: the message should be checked now."""

    wanted = Signal()
    nothing_to_paste = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty, with examples of what one can write."""
        super().__init__(parent)
        self.box = MessageBox()
        self.sender_field = SenderField()
        self.channel: Choice[Channel | None] = Choice(
            "check.channel",
            ((None, "check.channel_none"), *((one, f"channel.{one}") for one in Channel)),
        )
        self.go = Button("check.go", tone="main", shape=Shape.SEARCH)
        self.paste_button = Button("check.paste", shape=Shape.PASTE)
        self.tiles = tuple(Tile(heading, text) for heading, text, _ in _EXAMPLES)
        self._words: Words | None = None
        self.column.addWidget(self._message_card(), 3)
        self.column.addWidget(self._detail_card())
        self.column.addWidget(self._example_card())
        self.go.clicked.connect(self.wanted)
        self.paste_button.clicked.connect(self.paste)
        self.box.pasted.connect(self.wanted)

    def message(self) -> Message:
        """Return what was handed in."""
        return Message(self.box.message(), self.sender_field.text().strip(), self.channel.value)

    def show_message(self, message: Message) -> None:
        """Put ``message`` into the fields."""
        self.box.show_text(message.text)
        self.sender_field.setText(message.sender)
        self.channel.take(message.channel)

    def clear(self) -> None:
        """Empty all fields and go back to the top."""
        self.show_message(Message(""))
        self.verticalScrollBar().setValue(0)

    def paste(self) -> None:
        """Paste into the box what was copied elsewhere."""
        if not QGuiApplication.clipboard().text():
            self.nothing_to_paste.emit()
            return
        self.box.setFocus()
        self.box.paste()

    def show_busy(self, *, busy: bool) -> None:
        """Show that the check is under way, and take no second one meanwhile."""
        self.go.setEnabled(not busy)
        self.go.key = "check.busy" if busy else "check.go"
        if self._words is not None:
            self.go.speak(self._words)

    def speak(self, words: Words) -> None:
        """Remember the language for the examples and the button."""
        self._words = words
        self.go.setAccessibleDescription(words("check.keys"))

    def _message_card(self) -> QWidget:
        card = Card(key="check.box")
        card.put(self.box)
        buttons = Flow(12)
        for widget in (self.go, self.paste_button):
            buttons.put(widget)
        card.put(buttons)
        card.put(Label(Role.SMALL, key="check.private", colour="ink_soft"))
        return card

    def _detail_card(self) -> QWidget:
        sender = QWidget()
        stack = QVBoxLayout(sender)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(4)
        stack.addWidget(Label(key="check.sender"))
        stack.addWidget(self.sender_field)
        stack.addStretch(1)
        card = Card()
        card.put(Columns((1, [sender]), (2, [self.channel]), widest=56))
        return card

    def _example_card(self) -> QWidget:
        card = Card(key="example.heading")
        for tile, (_, text, channel) in zip(self.tiles, _EXAMPLES, strict=True):
            tile.clicked.connect(lambda *_, text=text, channel=channel: self._try(text, channel))
        card.put(Columns(*((1, [tile]) for tile in self.tiles), widest=50, fill=True))
        return card

    def _try(self, key: str, channel: Channel) -> None:
        if self._words is not None:
            self.show_message(Message(self._words(key), "", channel))
            self.wanted.emit()
