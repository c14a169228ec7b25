"""The person's own ledger as window and command line use it: absent, locked, or open.

To import this module takes its time (SQLCipher, the keyring), so the door does it at first use.
"""

from collections.abc import Callable
from pathlib import Path

from guardian_app import ledger
from guardian_app.errors import LedgerError
from guardian_app.ledger import (
    Contents,
    Keyring,
    Ledger,
    LockedKeyring,
    NoKeyring,
    Passphrase,
    RecoveryCode,
    Secret,
    State,
)

__all__ = ["Book", "Contents", "Passphrase", "RecoveryCode", "State"]


class Book:
    """One ledger in one folder. Every call may raise LedgerError."""

    def __init__(
        self, folder: Path, find_keyring: Callable[[], Keyring] = ledger.find_keyring
    ) -> None:
        """Look after the ledger in ``folder``; nothing is read or written yet."""
        self.folder = folder
        self._find_keyring = find_keyring
        self._open: Ledger | None = None

    @property
    def state(self) -> State:
        """What lies in the folder, and what opens it."""
        return ledger.state(self.folder)

    @property
    def has_keyring(self) -> bool:
        """Whether this computer has a keyring that can be used now."""
        return not isinstance(self._find_keyring(), NoKeyring | LockedKeyring)

    @property
    def is_open(self) -> bool:
        """Whether the ledger is open in this process."""
        return self._open is not None

    @property
    def ledger(self) -> Ledger:
        """The open ledger; LedgerError while it is locked."""
        if self._open is None:
            raise LedgerError("errors.ledger_locked")
        return self._open

    def create(self, passphrase: Passphrase | None) -> str:
        """Make the ledger and open it; return its recovery code, which is told only now.

        Without ``passphrase`` the keyring of this computer opens it.
        """
        made, code = ledger.create(self.folder, passphrase or self._find_keyring())
        self._take(made)
        return code

    def unlock(self, secret: Passphrase | RecoveryCode | None) -> None:
        """Open the ledger; without ``secret`` by the keyring of this computer."""
        self._take(ledger.unlock(self.folder, secret or self._find_keyring()))

    def lock(self) -> None:
        """Close the ledger at once."""
        held, self._open = self._open, None
        if held is not None:
            held.lock()

    def change_passphrase(self, present: Secret | None, new: Passphrase) -> None:
        """Have ``new`` open the ledger from now on."""
        ledger.change_passphrase(self.folder, present or self._find_keyring(), new)

    def move_to_keyring(self, present: Secret) -> None:
        """Have the keyring of this computer open the ledger from now on."""
        ledger.move_to_keyring(self.folder, present, self._find_keyring())

    def new_recovery_code(self, present: Secret | None) -> str:
        """Return a new recovery code; the one of before no longer opens the ledger."""
        return ledger.new_recovery_code(self.folder, present or self._find_keyring())

    def kept_backups(self) -> tuple[Path, ...]:
        """Return the backups that lie beside the ledger, newest first."""
        return ledger.kept(self.folder)

    def look(self, path: Path, secret: Secret | None) -> Contents:
        """Return what a backup holds, and prove it whole; nothing is changed."""
        return ledger.look(path, secret or self._find_keyring())

    def restore(self, path: Path, secret: Secret | None) -> Contents:
        """Make a backup the ledger; the present one is locked, and kept beside it first."""
        self.lock()
        return ledger.restore(self.folder, path, secret or self._find_keyring())

    def wipe(self) -> None:
        """Remove the ledger, its key and the backups beside it, for good."""
        self.lock()
        ledger.wipe(self.folder, self._find_keyring())

    def _take(self, opened: Ledger) -> None:
        self.lock()
        self._open = opened
