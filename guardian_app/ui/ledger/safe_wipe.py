"""Removing the ledger for good: says what is lost, and wants a word to be typed first."""

from PySide6.QtCore import Signal

from guardian_app.ui.ledger.safe_card import Desk, SafeCard
from guardian_app.ui.parts.ask_line import AskLine
from guardian_app.ui.parts.button import Button
from guardian_app.ui.parts.label import Label

_LONGEST = 20


class WipeCard(SafeCard):
    """``wiped``: there is no ledger any more."""

    wiped = Signal()

    def __init__(self, desk: Desk) -> None:
        """Start folded."""
        super().__init__(desk, "safe.wipe", "safe.wipe_go")
        self.status.key = "safe.wipe_what"
        self.lost = Label(colour="amber_ink")
        self.word = AskLine("safe.wipe_ask", most=_LONGEST)
        self.wipe_now = Button("safe.wipe_now")
        self.stop = Button("safe.stop", tone="main")
        self.form.put(self.lost, self.word)
        self.form.put_row(self.stop, self.wipe_now)
        self.go.clicked.connect(self.unfold)
        self.stop.clicked.connect(self._stop)
        self.wipe_now.clicked.connect(self._wipe)
        self.word.entered.connect(self._wipe)
        self.word.changed.connect(self._allow)
        self._allow()

    @property
    def is_confirmed(self) -> bool:
        """Whether the word was typed."""
        word = self.desk.say("safe.wipe_word")
        return bool(word) and self.word.text.strip().casefold() == word.casefold()

    def unfold(self) -> None:
        """Say what will be lost."""
        super().unfold()
        self.retell()
        self.word.field.setFocus()

    def fold(self) -> None:
        """Forget the word."""
        super().fold()
        self.word.take("")

    def retell(self) -> None:
        """Say what is lost in the language of now."""
        if self.facts is not None:
            facts = self.facts
            self.lost.say(
                self.desk.say(
                    "safe.wipe_lost",
                    shares=facts.shares,
                    signs=facts.leak_signs,
                    kept=len(facts.kept),
                )
            )
        self._allow()

    def _allow(self) -> None:
        self.wipe_now.setEnabled(self.is_confirmed)

    def _wipe(self) -> None:
        if self.is_confirmed:
            book = self.desk.book
            self.work(self.wipe_now, lambda: book().wipe(), self._done)

    def _done(self, _: None) -> None:
        self.fold()
        self.desk.leaf.tell("safe.wiped")
        self.wiped.emit()

    def _stop(self) -> None:
        self.fold()
        self.go.setFocus()
