"""Asking for what opens a ledger: its passphrase, its recovery code, or this computer's keyring."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guardian_app.ui.ledger.typed_secret import passphrase, recovery_code
from guardian_app.ui.parts.ask_line import AskLine
from guardian_app.ui.parts.choice import Choice

if TYPE_CHECKING:
    from guardian_app.guardian.book import Passphrase, RecoveryCode

PASSPHRASE, CODE, KEYRING = "passphrase", "code", "keyring"
MOST_LETTERS = 400
_NAMED = {
    PASSPHRASE: "safe.by_passphrase",
    CODE: "safe.by_code",
    KEYRING: "safe.by_keyring",
}


class SecretQuestion(QWidget):
    """One of several ways to open it. ``entered``: Enter was pressed after typing."""

    entered = Signal()

    def __init__(self, key: str, ways: Sequence[str], typed_key: str = "safe.passphrase") -> None:
        """Ask the sentence ``key``; ``ways`` are those there are, the usual one first.

        A passphrase is asked for with the sentence ``typed_key``.
        """
        super().__init__()
        self.choice: Choice[str] = Choice(key, [(way, _NAMED[way]) for way in ways])
        self.line = AskLine(typed_key, most=MOST_LETTERS, secret=True)
        self._asked = {PASSPHRASE: typed_key, CODE: "safe.code"}
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.addWidget(self.choice)
        stack.addWidget(self.line)
        self.choice.chosen.connect(self._turn)
        self.line.entered.connect(self.entered)
        self._turn()

    @property
    def is_missing(self) -> bool:
        """Whether something has still to be typed."""
        return self.choice.value != KEYRING and not self.line.text.strip()

    def secret(self) -> "Passphrase | RecoveryCode | None":
        """Return what was typed; None stands for the keyring."""
        if self.choice.value == KEYRING:
            return None
        made = passphrase if self.choice.value == PASSPHRASE else recovery_code
        return made(self.line.text)

    def forget(self) -> None:
        """Empty the field."""
        self.line.forget()

    def start(self) -> None:
        """Put the keyboard where something is to be typed."""
        place = self.choice.first if self.choice.value == KEYRING else self.line.field
        place.setFocus()

    def _turn(self) -> None:
        self.line.setVisible(self.choice.value != KEYRING)
        if self.choice.value != KEYRING:
            self.line.ask(self._asked[self.choice.value])


def ways_for(opened_by: str) -> tuple[str, ...]:
    """Return the ways that open a ledger which says it is ``opened_by`` that."""
    if opened_by == "keyring":
        return (KEYRING, CODE)
    return (CODE,) if opened_by == "recovery" else (PASSPHRASE, CODE)
