"""What opens the ledger on the command line: the environment, the keyring, or a question."""

import os
import sys
from getpass import getpass
from pathlib import Path

from guardian_app.cli.terminal import complain
from guardian_app.errors import LedgerError
from guardian_app.guardian.book import Book, Passphrase, RecoveryCode, State
from guardian_app.words import Words

_FILE, _VALUE = "GUARDIAN_PASSPHRASE_FILE", "GUARDIAN_PASSPHRASE"
# A passphrase is a line; the ledger itself refuses what is too long for one.
_FILE_LIMIT_BYTES = 10_000


def given_passphrase() -> Passphrase | None:
    """Return the passphrase that the environment gives; LedgerError if its file cannot be read."""
    if name := os.environ.get(_FILE):
        try:
            with Path(name).open("rb") as file:
                line = file.read(_FILE_LIMIT_BYTES).decode()
        except (OSError, UnicodeDecodeError) as error:
            raise LedgerError("errors.passphrase_file", variable=_FILE) from error
        return Passphrase(line.rstrip("\r\n"))
    value = os.environ.get(_VALUE)
    return None if value is None else Passphrase(value)


def open_book(book: Book, words: Words, *, make: bool = False) -> None:
    """Open the ledger; with ``make`` a new one where there is none. LedgerError if neither works.

    The recovery code of a new ledger is told on standard error, apart from the results.
    """
    state = book.state
    if state is State.ABSENT and make:
        complain(words, words("cli.ledger_made", code=_create(book, words)))
    elif state is State.KEYRING:
        book.unlock(None)
    elif state is State.RECOVERY:
        book.unlock(RecoveryCode(_asked(words("cli.ask_recovery_code"))))
    else:
        book.unlock(given_passphrase() or Passphrase(_asked(words("cli.ask_passphrase"))))


def secret_of_backup(words: Words) -> Passphrase | RecoveryCode:
    """Return what opens a backup: its passphrase, or its recovery code where none is typed."""
    given = given_passphrase()
    if given is not None:
        return given
    typed = _asked(words("cli.ask_backup_passphrase"))
    return Passphrase(typed) if typed else RecoveryCode(_asked(words("cli.ask_recovery_code")))


def agrees(question: str) -> bool:
    """Ask a person at a terminal; a script has decided already."""
    if not _is_terminal():
        return True
    return input(question + " ").strip().casefold() in {"y", "yes", "是", "好"}


def _create(book: Book, words: Words) -> str:
    given = given_passphrase()
    if given is not None:
        return book.create(given)
    try:
        return book.create(None)
    except LedgerError as error:
        if error.key not in {"errors.keyring_absent", "errors.keyring_locked"}:
            raise
    first = _asked(words("cli.ask_new_passphrase"))
    if first != _asked(words("cli.ask_again")):
        raise LedgerError("errors.passphrases_differ")
    return book.create(Passphrase(first))


def _asked(question: str) -> str:
    if not _is_terminal():
        raise LedgerError("errors.passphrase_needed", file=_FILE, value=_VALUE)
    try:
        return getpass(question + " ")
    except EOFError as error:  # Ctrl-D
        raise LedgerError("errors.passphrase_needed", file=_FILE, value=_VALUE) from error


def _is_terminal() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()
