"""The encrypted file ``ledger.db``; the one file that knows SQLCipher.

Everything in it is encrypted and every page is authenticated, so a changed bit is told as damage
and never read as data. There is one file and, only while something is written, a journal beside
it, which is encrypted too: after a crash the next opening takes back what was not finished.
"""

import contextlib
import os
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from guardian_app.errors import LedgerError
from guardian_app.ledger import place

Row = tuple[Any, ...]  # what SQLite gives back: str, int, bytes or None

APPLICATION = 0x47644C31  # "GdL1": marks the file as a ledger of ours
_BUSY_MS = 5_000
_CACHE_KIB = 64 * 1024

_SETUP = (
    # ON locks and wipes every piece of memory that SQLite takes. Measured with 50,000 entries, that
    # makes adding 5 times and listing 16 times slower, while Python keeps copies of all of it.
    # SQLCipher wipes its own keys either way, see
    # https://www.zetetic.net/blog/2021/10/28/sqlcipher-4.5.0-release/
    "PRAGMA cipher_memory_security = OFF",
    "PRAGMA journal_mode = DELETE",  # one file, no -wal and -shm beside it
    "PRAGMA synchronous = EXTRA",  # also the folder, so a finished journal stays deleted
    "PRAGMA foreign_keys = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA secure_delete = ON",
    "PRAGMA trusted_schema = OFF",
    f"PRAGMA cache_size = -{_CACHE_KIB}",  # a ledger of 100,000 entries; pages stay decrypted
)

_KEYS = {
    5: "errors.ledger_busy",  # BUSY
    6: "errors.ledger_busy",  # LOCKED
    8: "errors.ledger_read_only",  # READONLY
    13: "errors.ledger_disk_full",  # FULL
    14: "errors.ledger_read_only",  # CANTOPEN: here, of the journal
    3: "errors.ledger_read_only",  # PERM
    23: "errors.ledger_read_only",  # AUTH
    11: "errors.ledger_damaged",  # CORRUPT
    26: "errors.ledger_damaged",  # NOTADB
    10: "errors.ledger_disk_fault",  # IOERR; sqlcipher3 does not say whether of reading or writing
}

# Errors of SQLite's backup bear no code.
_COPYING_FAILED = {
    "database or disk is full": 13,
    "disk I/O error": 10,
    "database is locked": 5,
    "attempt to write a readonly database": 8,
    "unable to open database file": 14,
    "database disk image is malformed": 11,
}


class Store:
    """An open ledger file. Every call may raise LedgerError: damaged, full, read-only, busy."""

    def __init__(self, path: Path, key: bytes, *, new: bool = False) -> None:
        """Open the file at ``path`` with its key of 32 bytes; it must be there unless ``new``."""
        self.path = path
        self._lock = threading.RLock()  # work may come from several threads of one window
        self._is_closed = False
        with self._told():
            if new:
                os.close(place.private(path))
            self._connection = sqlcipher.connect(
                f"{path.absolute().as_uri()}?mode=rw",
                uri=True,
                isolation_level=None,
                check_same_thread=False,
                timeout=_BUSY_MS / 1000,
            )
        try:
            self._set_up(key, new=new)
        except BaseException:
            self._connection.close()
            raise

    def _set_up(self, key: bytes, *, new: bool) -> None:
        with self._told():
            execute = self._connection.execute
            execute("PRAGMA cipher_log_level = NONE")  # else a wrong key is told on stderr
            execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            for statement in _SETUP:
                execute(statement)
            if new:
                execute(f"PRAGMA application_id = {APPLICATION}")
            if self._number("application_id") != APPLICATION:
                raise LedgerError("errors.ledger_damaged", folder=self.path.parent)
            self._file = _identity(self.path)

    @property
    def version(self) -> int:
        """The number of the last step that made this file."""
        with self._told():
            return self._number("user_version")

    def read(self, statement: str, values: Sequence[object] = ()) -> list[Row]:
        """Return all rows of a question."""
        with self._told():
            self._still_there()
            rows: list[Row] = self._connection.execute(statement, values).fetchall()
        return rows

    @contextlib.contextmanager
    def reading(self) -> Iterator[None]:
        """Let several questions see the same state of the ledger."""
        with self._transaction("BEGIN"):
            yield

    @contextlib.contextmanager
    def writing(self) -> Iterator["Writing"]:
        """Yield what writes. Everything is kept when the block ends, nothing if it raises.

        Waits some seconds for another process that is writing.
        """
        with self._transaction("BEGIN IMMEDIATE"):
            # Under the lock, so nobody can replace the file from here on.
            self._still_there()
            yield Writing(self._connection)

    @contextlib.contextmanager
    def _transaction(self, begin: str) -> Iterator[None]:
        with self._told():
            self._connection.execute(begin)
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    with contextlib.suppress(sqlcipher.Error):
                        self._connection.execute("ROLLBACK")
                raise

    def copy(self, path: Path, key: bytes) -> None:
        """Write a consistent copy to the new file ``path``, which only a whole ledger gets."""
        # SQLite's backup passes over pages that SQLCipher finds damaged, so ask for those first.
        self._prove_pages()
        with contextlib.closing(Store(path, key, new=True)) as target, self._told():
            self._still_there()
            self._connection.backup(target._connection)  # noqa: SLF001 - of this class

    def prove(self) -> None:
        """Read the whole file; LedgerError if any of it is damaged."""
        self._prove_pages()
        with self._told():
            faults = [
                row for row in self._connection.execute("PRAGMA quick_check") if row != ("ok",)
            ]
            faults += self._connection.execute("PRAGMA foreign_key_check").fetchall()
        if faults:
            raise LedgerError("errors.ledger_damaged", folder=self.path.parent)

    def _prove_pages(self) -> None:
        with self._told():
            faults = self._connection.execute("PRAGMA cipher_integrity_check").fetchall()
        if faults:
            raise LedgerError("errors.ledger_damaged", folder=self.path.parent)

    def close(self) -> None:
        """Close the file. Python cannot promise that the key is gone from memory."""
        with self._lock, contextlib.suppress(sqlcipher.Error):
            self._is_closed = True
            self._connection.close()

    def _number(self, pragma: str) -> int:
        return int(self._connection.execute(f"PRAGMA {pragma}").fetchone()[0])

    def _still_there(self) -> None:
        if _identity(self.path) != self._file:
            raise LedgerError("errors.ledger_replaced")

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        with self._lock:
            if self._is_closed:
                raise LedgerError("errors.ledger_locked")
            try:
                yield
            except sqlcipher.Error as error:
                raise self._error(error) from error

    def _error(self, error: Exception) -> Exception:
        """Return what tells ``error`` to a person, or itself where it is a bug of ours."""
        code = getattr(error, "sqlite_errorcode", None) or _COPYING_FAILED.get(str(error))
        if code is None:
            return error
        folder = self.path.parent
        key = _KEYS.get(code)
        if key == "errors.ledger_read_only" and _may_write(self.path):
            # After a damaged page SQLCipher keeps the whole file from being written to.
            key = "errors.ledger_damaged"
        return error if key is None else LedgerError(key, folder=folder)


class Writing:
    """Writes inside one transaction of a ``Store``."""

    def __init__(self, connection: "sqlcipher.Connection") -> None:
        """Write through ``connection``."""
        self._connection = connection

    def do(self, statement: str, values: Sequence[object] = ()) -> int:
        """Run a statement; return the number of the row that it added, if it did."""
        return int(self._connection.execute(statement, values).lastrowid or 0)

    def do_many(self, statement: str, rows: Sequence[Sequence[object]]) -> None:
        """Run a statement once for each of ``rows``."""
        self._connection.executemany(statement, rows)

    def read(self, statement: str, values: Sequence[object] = ()) -> list[Row]:
        """Return all rows of a question."""
        rows: list[Row] = self._connection.execute(statement, values).fetchall()
        return rows


def _may_write(path: Path) -> bool:
    by_effective = os.access in os.supports_effective_ids
    return all(os.access(each, os.W_OK, effective_ids=by_effective) for each in (path, path.parent))


def _identity(path: Path) -> tuple[int, int]:
    """Return what tells this file from another one at the same place."""
    try:
        told = os.stat(path)  # noqa: PTH116 - called before each question, Path is slower
    except OSError:
        return (0, 0)
    return (told.st_dev, told.st_ino)
