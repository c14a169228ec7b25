"""Bringing a backup back: choose it, see what it holds and what will happen, then do it."""

import contextlib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from guardian_app.errors import GuardianError
from guardian_app.ui.ledger.leaf import Heap
from guardian_app.ui.ledger.safe_card import Desk, SafeCard, local_time
from guardian_app.ui.ledger.safe_secret import CODE, KEYRING, PASSPHRASE, SecretQuestion
from guardian_app.ui.look import Role
from guardian_app.ui.parts.button import Button
from guardian_app.ui.parts.entry_tile import EntryTile
from guardian_app.ui.parts.label import Label

if TYPE_CHECKING:
    from guardian_app.guardian.book import Book, Contents, Passphrase, RecoveryCode

_ENDING = ".guardian-backup"
_SHOWN = 8
_KINDS = {
    "daily": "safe.kept_daily",
    "replaced": "safe.kept_replaced",
    "version": "safe.kept_version",
}


@dataclass(frozen=True)
class _Outcome:
    """What came of restoring: why it failed, or whether the ledger is open now."""

    error: GuardianError | None = None
    is_open: bool = False


class RestoreCard(SafeCard):
    """Three steps in one form. ``restored``: another ledger lies there now."""

    restored = Signal()

    def __init__(self, desk: Desk) -> None:
        """Start folded."""
        super().__init__(desk, "safe.restore", "safe.restore_go")
        self.status.key = "safe.restore_what"
        self.path: Path | None = None
        self._looked: Contents | None = None
        self.choose = Button("safe.choose_file")
        self.kept = Heap()
        self.chosen = Label(Role.STRONG)
        self.secret = SecretQuestion("safe.opened_by", (PASSPHRASE, CODE, KEYRING))
        self.look = Button("safe.look", tone="main")
        self.contents = Heap()
        self.take_it = Button("safe.restore_now", tone="main")
        self.stop = Button("safe.stop")
        self.form.put_row(self.choose)
        self.form.put(self.kept, self.chosen, self.secret, self.contents)
        self.form.put_row(self.look, self.take_it, self.stop)
        self.go.clicked.connect(self.unfold)
        self.choose.clicked.connect(self.choose_file)
        self.look.clicked.connect(self.look_inside)
        self.secret.entered.connect(self.look_inside)
        self.take_it.clicked.connect(self.restore_now)
        self.stop.clicked.connect(self._stop)

    def unfold(self) -> None:
        """Ask which backup."""
        super().unfold()
        self._show_step()
        self.choose.setFocus()

    def fold(self) -> None:
        """Forget the backup and the secret."""
        super().fold()
        self.path = self._looked = None
        self.secret.forget()

    def choose_file(self) -> None:
        """Ask for a file of the person's own."""
        path = self.desk.files.which(
            self, self.desk.say("safe.choose_file"), self.desk.say("safe.backup_kind"), _ENDING
        )
        if path is not None:
            self.choose_path(path)

    def choose_path(self, path: Path) -> None:
        """Take ``path``; ask next what opens it."""
        self.path, self._looked = path, None
        self.desk.leaf.notice.hide()
        self._show_step()
        self.secret.start()
        self.desk.leaf.reveal(self)

    def look_inside(self) -> None:
        """Prove the file whole and see what it holds; nothing is changed."""
        path, book = self.path, self.desk.book
        if path is None:
            return
        if self.secret.is_missing:
            self.desk.leaf.tell("safe.nothing_typed")
            self.secret.start()
            return
        secret = self.secret.secret()
        self.work(self.look, lambda: book().look(path, secret), self._show_contents)

    def restore_now(self) -> None:
        """Make it the ledger, and open that with what opened the backup."""
        path, book, secret = self.path, self.desk.book, self.secret.secret()
        if path is not None and self._looked is not None:
            self.work(self.take_it, lambda: _restored(book(), path, secret), self._done)

    def retell(self) -> None:
        """Say the steps in the language of now."""
        if self.is_unfolded:
            self._show_step()

    def _show_contents(self, contents: "Contents") -> None:
        self._looked = contents
        self._show_step()
        self.take_it.setFocus()
        self.desk.leaf.reveal(self)

    def _show_step(self) -> None:
        leaf, path, looked = self.desk.leaf, self.path, self._looked
        self.choose.setVisible(looked is None)
        leaf.fill(self.kept, [] if path else self._kept_tiles())
        self.chosen.setVisible(path is not None)
        self.chosen.say(self.desk.say("safe.chosen", file=path.name) if path else "")
        for widget in (self.secret, self.look):
            widget.setVisible(path is not None and looked is None)
        leaf.fill(self.contents, self._told(looked) if looked else [])
        self.take_it.setVisible(looked is not None)

    def _kept_tiles(self) -> list[QWidget]:
        kept = self.facts.kept[:_SHOWN] if self.facts else ()
        if not kept:
            return []
        parts: list[QWidget] = [Label(text=self.desk.say("safe.or_kept"), colour="ink_soft")]
        for path in kept:
            kind = _KINDS.get(path.name.split("-")[0], "safe.kept_other")
            tile = EntryTile(_made(path), self.desk.say(kind))
            tile.clicked.connect(lambda *_, path=path: self.choose_path(path))
            parts.append(tile)
        return parts

    def _told(self, contents: "Contents") -> list[QWidget]:
        say = self.desk.say
        holds = say(
            "safe.holds",
            made=local_time(contents.made),
            shares=contents.shares,
            institutions=contents.institutions,
            signs=contents.leak_signs,
        )
        parts: list[QWidget] = [Label(text=holds)]
        if self.facts is not None:
            now = say("safe.holds_now", shares=self.facts.shares, signs=self.facts.leak_signs)
            parts.append(Label(text=now))
        parts.append(Label(text=say("safe.will_happen"), colour="amber_ink"))
        return parts

    def _done(self, outcome: _Outcome) -> None:
        if outcome.error is not None:
            self.desk.leaf.fail(outcome.error)
        else:
            self.fold()
            self.desk.leaf.tell("safe.restored" if outcome.is_open else "safe.restored_locked")
        self.restored.emit()

    def _stop(self) -> None:
        self.fold()
        self.desk.leaf.tell("safe.not_restored")
        self.go.setFocus()


def _restored(book: "Book", path: Path, secret: "Passphrase | RecoveryCode | None") -> _Outcome:
    """Restore and open; the present ledger is closed for it, and stays so if that fails."""
    try:
        book.restore(path, secret)
    except GuardianError as error:
        return _Outcome(error=error)
    with contextlib.suppress(GuardianError):
        book.unlock(secret)
    return _Outcome(is_open=book.is_open)


def _made(path: Path) -> str:
    try:
        made = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError:
        return path.name
    return local_time(made.isoformat())
