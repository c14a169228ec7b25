"""What the cards of "keep it safe" have in common.

Each has a line that says how things are, a button, and a form that unfolds in place of it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from guardian_app.ui.ledger.files import Files
from guardian_app.ui.ledger.leaf import Leaf
from guardian_app.ui.look import Look
from guardian_app.ui.parts.button import Button
from guardian_app.ui.parts.card import Card
from guardian_app.ui.parts.flow import Flow
from guardian_app.ui.parts.label import Label

if TYPE_CHECKING:
    from guardian_app.guardian.book import Book

Value = TypeVar("Value")


def utc_now() -> datetime:
    """Return the time now, in UTC."""
    return datetime.now(UTC)


def local_time(iso: str) -> str:
    """Return an ISO time in UTC as the person's clock shows it."""
    return datetime.fromisoformat(iso).astimezone().strftime("%Y-%m-%d %H:%M")


@dataclass(frozen=True)
class Desk:
    """What a card works with."""

    book: "Callable[[], Book]"
    leaf: Leaf
    files: Files
    now: Callable[[], datetime]

    def say(self, key: str, **values: object) -> str:
        """Return the sentence ``key``; empty before a language was chosen."""
        return self.leaf.words(key, **values) if self.leaf.words else ""


@dataclass(frozen=True)
class Facts:
    """How things are: what opens the ledger, when it was backed up last, how much it holds."""

    opened_by: str
    last_backup: str
    shares: int
    leak_signs: int
    kept: tuple[Path, ...]


class Form(QWidget):
    """What unfolds in a card."""

    def __init__(self) -> None:
        """Start folded and empty."""
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def put(self, *widgets: QWidget) -> None:
        """Add ``widgets`` below what is there."""
        for widget in widgets:
            self.column.addWidget(widget)

    def put_row(self, *buttons: QAbstractButton) -> None:
        """Add ``buttons`` side by side."""
        flow = Flow()
        for button in buttons:
            flow.put(button)
        self.column.addWidget(flow)

    def dress(self, look: Look) -> None:
        """Wear the distances of ``look``."""
        self.column.setSpacing(max(6, look.sizes.pad // 2))


class SafeCard(Card):
    """One thing to do. ``unfolded`` (itself), ``changed``: how things are is different now."""

    unfolded = Signal(QWidget)
    changed = Signal()

    def __init__(self, desk: Desk, heading: str, button: str, *, tone: str = "") -> None:
        """Head it with a sentence; ``button`` starts what it is for."""
        super().__init__(key=heading)
        self.desk = desk
        self.facts: Facts | None = None
        self.status = Label(colour="ink_soft")
        self.go = Button(button, tone=tone)
        self.form = Form()
        self._key = button
        self.put(self.status)
        self.buttons = Flow()
        self.buttons.put(self.go)
        self.put(self.buttons)
        self.put(self.form)

    @property
    def is_unfolded(self) -> bool:
        """Whether the form is open."""
        return not self.form.isHidden()

    def unfold(self) -> None:
        """Open the form in place of the button."""
        self.buttons.hide()
        self.form.show()
        self.unfolded.emit(self)
        self.desk.leaf.reveal(self)

    def fold(self) -> None:
        """Close the form and forget what was typed into it."""
        self.form.hide()
        self.buttons.show()

    def take(self, facts: Facts) -> None:
        """Show how things are."""
        self.facts = facts
        self.retell()

    def retell(self) -> None:
        """Say how things are in the language of now."""

    def work(
        self,
        button: Button,
        work: Callable[[], Value],
        done: Callable[[Value], None],
    ) -> None:
        """Do ``work`` beside the window; ``button`` says so meanwhile and takes no second press."""
        key, had_focus = button.key, button.hasFocus()

        def after() -> None:
            self._say(button, key)
            button.setEnabled(True)
            if had_focus:
                button.setFocus()

        self._say(button, "safe.busy")
        button.setEnabled(False)
        self.desk.leaf.notice.hide()
        self.desk.leaf.work(f"{type(self).__name__}.{key}", work, done, after)

    def _say(self, button: Button, key: str) -> None:
        button.key = key
        if self.desk.leaf.words is not None:
            button.speak(self.desk.leaf.words)
