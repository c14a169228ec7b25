"""Keeping the ledger safe: back it up, bring it back, take it along, change its key, remove it."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from guardian_app.ui.ledger.files import Files, SystemFiles
from guardian_app.ui.ledger.leaf import Leaf
from guardian_app.ui.ledger.safe_backup import BackupCard
from guardian_app.ui.ledger.safe_card import Desk, Facts, SafeCard, utc_now
from guardian_app.ui.ledger.safe_export import ExportCard
from guardian_app.ui.ledger.safe_keys import KeysCard
from guardian_app.ui.ledger.safe_restore import RestoreCard
from guardian_app.ui.ledger.safe_wipe import WipeCard
from guardian_app.ui.parts.columns import Columns
from guardian_app.ui.tasks import Runner

if TYPE_CHECKING:
    from guardian_app.guardian.book import Book

_NARROW = 52  # letters to a line; below, all cards stand under each other


class SafeView(Leaf):
    """One card for each thing to do; a card unfolds when it is wanted, one at a time.

    ``restored``: another ledger lies there now, or the attempt failed and the present one was
    closed for it; either is open if ``Book.is_open``. ``wiped``: there is none any more. Whoever
    shows the ledger must look again at either.
    """

    restored = Signal()
    wiped = Signal()

    def __init__(
        self,
        book: "Callable[[], Book]",
        run: Runner,
        files: Files | None = None,
        now: Callable[[], datetime] = utc_now,
        parent: QWidget | None = None,
    ) -> None:
        """Look after ``book``; ``files`` asks for the places of files, ``now`` tells the time."""
        super().__init__("safe.title", "safe.subtitle", run, parent)
        self._book = book
        desk = Desk(book, self, files or SystemFiles(), now)
        self.backup = BackupCard(desk)
        self.restore = RestoreCard(desk)
        self.export = ExportCard(desk)
        self.keys = KeysCard(desk)
        self.wipe = WipeCard(desk)
        self.cards: tuple[SafeCard, ...] = (
            self.backup, self.restore, self.export, self.keys, self.wipe,
        )  # fmt: skip
        self.body.addWidget(
            Columns(
                (1, [self.backup, self.restore]),
                (1, [self.keys, self.export, self.wipe]),
                widest=_NARROW,
            )
        )
        self.body.addStretch(1)
        self.first = self.backup.go
        for card in self.cards:
            card.unfolded.connect(self._fold_others)
            card.changed.connect(self.look_again)
        self.backup.changed.connect(self.done)
        self.restore.restored.connect(self._come_back)
        self.wipe.wiped.connect(self.wiped)

    def start(self) -> None:
        """Look at what lies there now, beside the window."""
        super().start()
        self.look_again()

    def look_again(self) -> None:
        """Read when it was backed up last, what opens it, how much it holds."""
        self.work("facts", self._read_facts, self._take)

    def leave(self) -> None:
        """Fold the card that is open, else go back."""
        unfolded = [card for card in self.cards if card.is_unfolded]
        for card in unfolded:
            card.fold()
            card.go.setFocus()
        if not unfolded:
            super().leave()

    def retell(self) -> None:
        """Say what is put together in the language of now."""
        for card in self.cards:
            card.retell()

    def _read_facts(self) -> Facts:
        book = self._book()
        ledger = book.ledger
        return Facts(
            opened_by=str(book.state),
            last_backup=ledger.last_backup(),
            shares=ledger.shares.count(),
            leak_signs=len(ledger.leak_signs.kept()),
            kept=book.kept_backups(),
        )

    def _take(self, facts: Facts) -> None:
        for card in self.cards:
            card.take(facts)

    def _come_back(self) -> None:
        self.restored.emit()
        if self._book().is_open:
            self.look_again()

    def _fold_others(self, unfolded: QWidget) -> None:
        for card in self.cards:
            if card is not unfolded:
                card.fold()
