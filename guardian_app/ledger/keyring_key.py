"""The system's keyring, where a ledger without a passphrase keeps the key of its key.

Only stores that the system itself guards count. What keeps secrets in a plain file, or nowhere,
is no keyring here. The calls may wait for a person to unlock the keyring, so they belong beside
the window's thread.
"""

import base64
import binascii
from typing import Protocol

import keyring
from keyring.backend import KeyringBackend
from keyring.errors import InitError, KeyringError, KeyringLocked, PasswordDeleteError

from guardian_app.errors import LedgerError

SERVICE = "guardian-ledger"

_TRUSTED = (
    "keyring.backends.SecretService.",
    "keyring.backends.libsecret.",
    "keyring.backends.kwallet.",
    "keyring.backends.Windows.",
    "keyring.backends.macOS.",
)


class Keyring(Protocol):
    """Keeps keys, each under a name. Every call may raise LedgerError."""

    def get(self, entry: str) -> bytes:
        """Return the key kept as ``entry``."""

    def put(self, entry: str, key: bytes) -> None:
        """Keep ``key`` as ``entry`` in place of an earlier one."""

    def delete(self, entry: str) -> None:
        """Forget the key ``entry``; nothing happens if there is none."""


class NoKeyring:
    """Stands for a system that has no keyring: every call says so."""

    def get(self, entry: str) -> bytes:  # noqa: ARG002 - the shape of a Keyring
        """Raise LedgerError."""
        raise _absent()

    def put(self, entry: str, key: bytes) -> None:  # noqa: ARG002
        """Raise LedgerError."""
        raise _absent()

    def delete(self, entry: str) -> None:  # noqa: ARG002
        """Raise LedgerError."""
        raise _absent()


class LockedKeyring:
    """Stands for a keyring that is locked and stays so: every call says so."""

    def get(self, entry: str) -> bytes:  # noqa: ARG002 - the shape of a Keyring
        """Raise LedgerError."""
        raise _locked()

    def put(self, entry: str, key: bytes) -> None:  # noqa: ARG002
        """Raise LedgerError."""
        raise _locked()

    def delete(self, entry: str) -> None:  # noqa: ARG002
        """Raise LedgerError."""
        raise _locked()


class SystemKeyring:
    """A keyring of the system, by the library ``keyring``."""

    def __init__(self, backend: KeyringBackend) -> None:
        """Use ``backend``; ``find_keyring`` knows which."""
        self._backend = backend

    def get(self, entry: str) -> bytes:
        """Return the key; LedgerError if there is none, or the keyring is locked or gone."""
        try:
            kept = self._backend.get_password(SERVICE, entry)
        except Exception as error:
            raise _told(error) from error
        if kept is None:
            raise LedgerError("errors.keyring_without_key")
        try:
            return base64.b64decode(kept, validate=True)
        except binascii.Error as error:
            raise LedgerError("errors.keyring_without_key") from error

    def put(self, entry: str, key: bytes) -> None:
        """Keep the key, and make sure that it can be read again."""
        try:
            self._backend.set_password(SERVICE, entry, base64.b64encode(key).decode())
        except Exception as error:
            raise _told(error) from error
        if self.get(entry) != key:
            raise LedgerError("errors.keyring_without_key")

    def delete(self, entry: str) -> None:
        """Forget the key; LedgerError if the keyring is locked or gone."""
        try:
            self._backend.delete_password(SERVICE, entry)
        except PasswordDeleteError:
            return  # there was none
        except Exception as error:
            raise _told(error) from error


def find_keyring() -> Keyring:
    """Return the keyring of this system, or what stands for a missing or a locked one."""
    try:
        chosen = keyring.get_keyring()
        for backend in getattr(chosen, "backends", (chosen,)):  # several may be chained
            kind = type(backend)
            if f"{kind.__module__}.{kind.__qualname__}".startswith(_TRUSTED):
                return SystemKeyring(backend)
    except (InitError, KeyringLocked):
        return LockedKeyring()
    except KeyringError:
        return NoKeyring()
    return NoKeyring()


def _told(error: Exception) -> LedgerError:
    if isinstance(error, (InitError, KeyringLocked)):
        return _locked()
    return _absent()


def _locked() -> LedgerError:
    return LedgerError("errors.keyring_locked")


def _absent() -> LedgerError:
    return LedgerError("errors.keyring_absent")
