"""The few things a person can do with Guardian: one door for the window and the command line."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from guardian_app import paths
from guardian_app.engine import check, signs_meant
from guardian_app.guardian.screening import Answer, Mark, screen
from guardian_app.intake import Entry
from guardian_app.knowledge import Fault, build_pack, find_faults, load_pack, read_folder
from guardian_app.model import Knowledge, Message, Verdict

if TYPE_CHECKING:
    from guardian_app.guardian.book import Book

__all__ = ["Answer", "Guardian", "Mark"]


class Guardian:
    """Stands beside the person; holds the knowledge and their ledger, nothing that was checked."""

    def __init__(self, resources: Path | None = None) -> None:
        """Use the knowledge under ``resources`` (default: what ships with the program)."""
        shipped = resources or paths.resources()
        self.pack = shipped / "knowledge.json"
        self.folder = shipped / "knowledge"

    @cached_property
    def knowledge(self) -> Knowledge:
        """Return all that is known; read at the first use. KnowledgeError if it is not sound."""
        return load_pack(self.pack)

    @cached_property
    def book(self) -> "Book":
        """Return this person's ledger, as it lies under ``paths.home()``."""
        # SQLCipher and the keyring take longer to load than a message takes to check.
        from guardian_app.guardian.book import Book  # noqa: PLC0415

        return Book(paths.home() / "ledger")

    def check(self, message: Message) -> Verdict:
        """Return the verdict on one message."""
        return check(message, self.knowledge)

    def screen(self, entries: Iterable[Entry], jobs: int = 1) -> Iterator[bytes]:
        """Yield an ``Answer`` to each message as a JSON line, some lines at a time and in order.

        ``jobs`` is how many processes share the work.
        """
        return screen(entries, self.knowledge, self.pack, jobs)

    def check_knowledge(self) -> tuple[Knowledge, tuple[Fault, ...]]:
        """Return what the knowledge folder holds, and everything that is wrong with it."""
        faults = find_faults(self.folder, check, signs_meant)
        return read_folder(self.folder)[0], tuple(faults)

    def build_knowledge(self) -> Knowledge:
        """Write the one file that the program loads, from the knowledge folder."""
        return build_pack(self.folder, self.pack)
