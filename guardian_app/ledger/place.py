"""Where the parts of a ledger lie in its folder, and how they are put there for good.

A ledger is a pair: ``ledger.db`` is no use without its ``ledger.key``. A new pair is therefore made
in a folder of its own, which is then named ``incoming`` in one step: that is the moment from which
the new pair counts. Moving it into place comes after, and whoever opens the ledger next finishes it
if a crash came between. What bears another name than ``incoming`` never counted.
"""

import contextlib
import errno
import os
import secrets
import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from guardian_app.errors import LedgerError

DATA = "ledger.db"
JOURNAL = "ledger.db-journal"
KEY = "ledger.key"
BACKUPS = "backups"
LOCK = "ledger.lock"
_INCOMING = "incoming"
_MAKING = "making-"
_WAIT_S = 5.0
_NO_ROOM = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}  # no EDQUOT: Windows

# Where SQLite itself locks a file, see https://www.sqlite.org/c3ref/c_lock_exclusive.html and os.h.
_PENDING_BYTE = 0x40000000
_LOCK_BYTES = 512


def unwritable(error: OSError, path: Path) -> LedgerError:
    """Return the error that tells why ``path`` cannot be written."""
    if error.errno in _NO_ROOM:
        return LedgerError("errors.ledger_disk_full", folder=path)
    return LedgerError("errors.ledger_read_only", folder=path)


def private(path: Path) -> int:
    """Return the descriptor of a new file that this person alone may read; OSError if it exists."""
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)


def prepare(folder: Path) -> None:
    """Make ``folder`` if it is not there, for this person alone; LedgerError if that fails."""
    if folder.is_dir():
        return
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        sync(folder.parent)
    except OSError as error:
        raise unwritable(error, folder) from error


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep other processes from making, replacing or rewrapping the ledger in ``folder``.

    Waits some seconds; LedgerError if the other one does not finish, or nothing can be written.
    """
    prepare(folder)
    try:
        descriptor = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise unwritable(error, folder) from error
    try:
        _lock(descriptor, folder, 0, 1)
        yield
    finally:
        os.close(descriptor)  # frees the lock too


@contextlib.contextmanager
def data_alone(folder: Path) -> Iterator[BinaryIO | None]:
    """Keep everybody from reading and writing ``ledger.db``; it must not be open in this process.

    Yields it, open to be read: the system forgets the lock as soon as this process closes the file
    anywhere else, so nobody here may
    open it again. None if there is no file, and under Windows, where nothing is locked: there an
    open file cannot be replaced anyway.
    """
    path = folder / DATA
    if sys.platform == "win32" or not path.exists():
        yield None
        return
    try:
        descriptor = os.open(path, os.O_RDWR)
    except OSError as error:
        raise unwritable(error, folder) from error
    try:
        _lock(descriptor, folder, _PENDING_BYTE, _LOCK_BYTES)
        with open(descriptor, "rb", closefd=False) as file:
            yield file
    finally:
        os.close(descriptor)


def _lock(descriptor: int, folder: Path, start: int, size: int) -> None:
    until = time.monotonic() + _WAIT_S
    while not _locked(descriptor, start, size):
        if time.monotonic() > until:
            raise LedgerError("errors.ledger_busy", folder=folder)
        time.sleep(0.02)


if sys.platform == "win32":
    import msvcrt

    def _locked(descriptor: int, start: int, size: int) -> bool:
        os.lseek(descriptor, start, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, size)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(descriptor: int, start: int, size: int) -> bool:
        try:
            fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB, size, start)
        except OSError:
            return False
        return True


def write(path: Path, content: bytes) -> None:
    """Put ``content`` at ``path`` in one step, for good; OSError leaves what was there."""
    making = path.with_name(f"{_MAKING}{secrets.token_hex(4)}-{path.name}")
    try:
        descriptor = os.open(making, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(descriptor, "wb") as file:  # noqa: PTH123 - a descriptor
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        making.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            making.unlink()
        raise
    sync(path.parent)


def sync(path: Path) -> None:
    """Have the system write a file, or which names a folder holds, to the disk now."""
    if sys.platform == "win32":
        return  # folders cannot be opened there; the rename itself is written through
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def making(folder: Path) -> Iterator[Path]:
    """Yield a new empty folder inside ``folder`` in which to make something; it is gone after."""
    place = folder / f"{_MAKING}{secrets.token_hex(8)}"
    try:
        place.mkdir(mode=0o700)
    except OSError as error:
        raise unwritable(error, folder) from error
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def take(pair: Path, folder: Path) -> None:
    """Make the pair in the folder ``pair`` (from ``making``) the ledger of ``folder``."""
    try:
        for file in pair.iterdir():
            sync(file)
        sync(pair)
        pair.rename(folder / _INCOMING)
        sync(folder)
        _move(folder)
    except OSError as error:
        # Under Windows a file that is open elsewhere cannot be replaced: what is told as not done
        # must not happen later after all.
        if (folder / _INCOMING / DATA).exists():
            with contextlib.suppress(OSError):
                (folder / _INCOMING).rename(pair)
        raise unwritable(error, folder) from error


def is_settled(folder: Path) -> bool:
    """Return whether no new pair waits to be moved into place."""
    return not (folder / _INCOMING).exists()


def settle(folder: Path) -> None:
    """Finish moving a new pair into place, where a crash interrupted that; LedgerError if not.

    Only for who is ``alone``.
    """
    try:
        _move(folder)
    except OSError as error:
        raise unwritable(error, folder) from error


def _move(folder: Path) -> None:
    """Move the new pair into place. Each step may be done again."""
    incoming = folder / _INCOMING
    if not incoming.exists():
        return
    if (incoming / DATA).exists():
        (incoming / DATA).replace(folder / DATA)
        sync(folder)
    # A journal of the old file would be played back into the new one by whoever opens it first, but
    # nobody does so before this is done.
    (folder / JOURNAL).unlink(missing_ok=True)
    sync(folder)
    if (incoming / KEY).exists():
        (incoming / KEY).replace(folder / KEY)
        sync(folder)
    shutil.rmtree(incoming, ignore_errors=True)


def tidy(folder: Path, age_s: float = 0) -> None:
    """Remove what unfinished attempts left behind ``age_s`` seconds ago and earlier.

    Without an age only for who is ``alone``: another process may be in the middle of one.
    """
    for place in (folder, folder / BACKUPS):
        for left in place.glob(f"{_MAKING}*"):
            with contextlib.suppress(OSError):
                if time.time() - left.stat().st_mtime < age_s:
                    continue
                if left.is_dir():
                    shutil.rmtree(left, ignore_errors=True)
                else:
                    left.unlink(missing_ok=True)
