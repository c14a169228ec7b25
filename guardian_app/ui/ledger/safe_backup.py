"""Backing the ledger up to one file, and reminding quietly when that is long ago."""

from datetime import datetime
from pathlib import Path

from guardian_app.ui.ledger.safe_card import Desk, SafeCard
from guardian_app.ui.look import Role
from guardian_app.ui.parts.label import Label

REMIND_AFTER_DAYS = 30
_ENDING = ".guardian-backup"


def days_since(last: str, now: datetime) -> int:
    """Return how many whole days ago ``last``, an ISO time, was."""
    return max(0, (now - datetime.fromisoformat(last)).days)


def wants_backup(last: str, shares: int, now: datetime) -> bool:
    """Tell whether a person should be reminded: there is something, and no recent backup of it."""
    return bool(shares) and (not last or days_since(last, now) > REMIND_AFTER_DAYS)


class BackupCard(SafeCard):
    """The button "back up", and when that was done last."""

    def __init__(self, desk: Desk) -> None:
        """Start without knowing when it was."""
        super().__init__(desk, "safe.backup", "safe.backup_go", tone="main")
        self.opens = Label(Role.SMALL, colour="ink_soft")
        self.put(self.opens)
        self.go.clicked.connect(self.back_up)

    def back_up(self) -> None:
        """Ask for a place and write the file there."""
        desk = self.desk
        name = f"{desk.say('safe.backup_name')}-{desk.now().astimezone():%Y-%m-%d}{_ENDING}"
        target = desk.files.where_to(
            self, desk.say("safe.backup_go"), name, desk.say("safe.backup_kind")
        )
        if target is not None:
            self._write(target)

    def retell(self) -> None:
        """Say when it was backed up last, in amber when that is too long ago."""
        if self.facts is None:
            return
        now, last = self.desk.now(), self.facts.last_backup
        if last:
            days = days_since(last, now)
            said = self.desk.say("safe.backed_up" if days else "safe.backed_up_today",
                                 day=last[:10], days=days)  # fmt: skip
        else:
            said = self.desk.say("safe.never_backed_up")
        is_late = wants_backup(last, self.facts.shares, now)
        if is_late:
            said = self.desk.say("safe.time_to_back_up", said=said)
        self.status.colour = "amber_ink" if is_late else "ink_soft"
        if self.desk.leaf.look is not None:
            self.status.dress(self.desk.leaf.look)
        self.status.say(said)
        key = "safe.opens_by_code" if self.facts.opened_by == "keyring" else "safe.opens_by_both"
        self.opens.say(self.desk.say(key))

    def _write(self, target: Path) -> None:
        book = self.desk.book
        self.work(self.go, lambda: book().ledger.backup(target), lambda _: self._written(target))

    def _written(self, target: Path) -> None:
        self.desk.leaf.tell("safe.backup_written", file=target.name)
        self.changed.emit()
