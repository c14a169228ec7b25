"""What the pages of the ledger ask of the door. All of it is work for beside the window.

Only here is the door to the ledger touched; to ask for it the first time loads SQLCipher and the
keyring, so that too happens beside the window.
"""

from collections.abc import Callable
from datetime import date
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from guardian_app.errors import LedgerError
from guardian_app.exposure import Matrix, matrix
from guardian_app.model import Knowledge, Request, Share

if TYPE_CHECKING:
    from guardian_app.guardian.book import Book, Contents, Passphrase, RecoveryCode


class Way(Enum):
    """How a person opens the ledger."""

    KEYRING = auto()
    PASSPHRASE = auto()
    CODE = auto()


class Opening(Struct, frozen=True):
    """What lies there: ``state`` is that of the ledger, or "broken" with the ``trouble``."""

    state: str
    knowledge: Knowledge
    has_keyring: bool = False
    is_open: bool = False
    trouble: LedgerError | None = None

    @property
    def is_whole(self) -> bool:
        """Whether there is a ledger that can be opened."""
        return self.state in {"keyring", "passphrase", "recovery"}


class Sight(Struct, frozen=True):
    """All entries, newest first, and what they come to; ``due`` are requests to look at today."""

    shares: tuple[Share, ...]
    matrix: Matrix
    knowledge: Knowledge
    due: tuple[Request, ...] = ()


class Kept(Struct, frozen=True):
    """The newest backup that lies beside the ledger, and what it holds."""

    path: Path
    contents: "Contents"


class Desk:
    """Every call may raise LedgerError and may take its time."""

    def __init__(
        self,
        book: Callable[[], "Book"],
        knowledge: Callable[[], Knowledge],
        today: Callable[[], date] = date.today,
    ) -> None:
        """Ask ``book`` for the ledger, at the first call."""
        self._ask = book
        self._knowledge = knowledge
        self._today = today
        self._book: Book | None = None

    @property
    def book(self) -> "Book":
        """The door to the ledger."""
        if self._book is None:
            self._book = self._ask()
        return self._book

    def look(self) -> Opening:
        """Tell what lies there."""
        knowledge = self._knowledge()
        try:
            state = self.book.state
        except LedgerError as error:
            return Opening("broken", knowledge, trouble=error)
        return Opening(str(state), knowledge, self.book.has_keyring, self.book.is_open)

    def create(self, passphrase: str | None) -> str:
        """Make the ledger; return its recovery code."""
        from guardian_app.guardian.book import Passphrase  # noqa: PLC0415 - see above

        return self.book.create(None if passphrase is None else Passphrase(passphrase))

    def unlock(self, way: Way, text: str) -> str:
        """Open the ledger; return a new recovery code if a crash came before one was told."""
        secret = _secret(way, text)
        self.book.unlock(secret)
        return "" if self.book.ledger.code_was_given() else self.book.new_recovery_code(secret)

    def lock(self) -> None:
        """Close the ledger, if it was ever asked for."""
        if self._book is not None:
            self._book.lock()

    def see(self) -> Sight:
        """Read everything."""
        knowledge = self._knowledge()
        ledger = self.book.ledger
        shares = ledger.shares.kept()
        due = ledger.requests.due(self._today().isoformat())
        return Sight(shares, matrix(shares, knowledge), knowledge, due)

    def keep(self, share: Share) -> tuple[Share, Share | None]:
        """Keep a new or a changed entry; return it, and what it was before."""
        shares = self.book.ledger.shares
        if not share.id:
            return shares.add(share), None
        before = shares.one(share.id)
        return shares.change(share), before

    def remove(self, number: int) -> Share:
        """Take an entry out."""
        return self.book.ledger.shares.remove(number)

    def restore(self, number: int) -> Share:
        """Put an entry back."""
        return self.book.ledger.shares.restore(number)

    def keep_daily(self) -> None:
        """Keep the backup of the day."""
        self.book.ledger.keep_daily()

    def newest_kept(self) -> Path | None:
        """Return the newest backup beside the ledger."""
        return next(iter(self.book.kept_backups()), None)

    def look_into(self, path: Path, way: Way, text: str) -> Kept:
        """Return what a backup holds; nothing is changed."""
        return Kept(path, self.book.look(path, _secret(way, text)))

    def bring_back(self, path: Path, way: Way, text: str) -> None:
        """Make a backup the ledger, and open it."""
        secret = _secret(way, text)
        self.book.restore(path, secret)
        self.book.unlock(secret)


def _secret(way: Way, text: str) -> "Passphrase | RecoveryCode | None":
    from guardian_app.guardian.book import Passphrase, RecoveryCode  # noqa: PLC0415 - see above

    if way is Way.KEYRING:
        return None
    return Passphrase(text) if way is Way.PASSPHRASE else RecoveryCode(text)
