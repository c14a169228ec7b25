"""Taking everything along as a plain file, after one warning that anybody can read it."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from guardian_app.errors import LedgerError
from guardian_app.ui.ledger.safe_card import Desk, SafeCard
from guardian_app.ui.parts.button import Button
from guardian_app.ui.parts.label import Label

if TYPE_CHECKING:
    from guardian_app.guardian.book import Book


def _csv(book: "Book") -> bytes:
    # With a mark at its head, without which spreadsheets take Chinese for something else.
    return book.ledger.to_csv().encode("utf-8-sig")


def _json(book: "Book") -> bytes:
    return book.ledger.to_json()


class ExportCard(SafeCard):
    """Export as a table or as JSON."""

    def __init__(self, desk: Desk) -> None:
        """Start folded."""
        super().__init__(desk, "safe.export", "safe.export_go")
        self.status.key = "safe.export_what"
        self.table = Button("safe.export_csv")
        self.all = Button("safe.export_json")
        self.stop = Button("safe.stop")
        self.form.put(Label(key="safe.export_warning", colour="amber_ink"))
        self.form.put_row(self.table, self.all, self.stop)
        self.go.clicked.connect(self.unfold)
        self.table.clicked.connect(lambda: self._export(self.table, _csv, ".csv"))
        self.all.clicked.connect(lambda: self._export(self.all, _json, ".json"))
        self.stop.clicked.connect(self._stop)

    def unfold(self) -> None:
        """Warn, and ask in which form."""
        super().unfold()
        self.table.setFocus()

    def _export(self, button: Button, made: "Callable[[Book], bytes]", ending: str) -> None:
        desk = self.desk
        name = f"{desk.say('safe.export_name')}-{desk.now().astimezone():%Y-%m-%d}{ending}"
        target = desk.files.where_to(self, desk.say(button.key), name, desk.say(button.key))
        if target is not None:
            book = desk.book
            self.work(button, lambda: _write(target, made(book())), lambda _: self._done(target))

    def _done(self, target: Path) -> None:
        self.fold()
        self.go.setFocus()
        self.desk.leaf.tell("safe.exported", file=target.name)

    def _stop(self) -> None:
        self.fold()
        self.go.setFocus()


def _write(target: Path, data: bytes) -> None:
    """Write ``data`` whole or not at all, for the person's own eyes only."""
    half = target.with_name(f".{target.name}.part")
    try:
        half.unlink(missing_ok=True)
        opened = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(opened, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        half.replace(target)
    except OSError as error:
        half.unlink(missing_ok=True)
        raise LedgerError("safe.not_exported", file=target.name) from error
