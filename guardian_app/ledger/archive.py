"""The backup file itself: a zip that holds a ledger's files as they are, encrypted, not packed.

What somebody hands in is not trusted: names, sizes and sums are checked before anything is used,
and nothing is ever unpacked, so it cannot grow.
"""

import contextlib
import os
import secrets
import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

from guardian_app.errors import LedgerError
from guardian_app.ledger import place

SUFFIX = ".guardian-backup"

_MOST_BYTES = {place.KEY: 64 * 1024, place.DATA: 4 * 1024**3, place.JOURNAL: 4 * 1024**3}
_OURS = b"PK\x03\x04"
_HEADER_BYTES = 30  # of a file in a zip, before its name
_CHUNK = 1024 * 1024
_TIME = (1980, 1, 1, 0, 0, 0)  # the file system tells when it was made


def write(target: Path, files: Mapping[str, BinaryIO]) -> None:
    """Put an archive of the open ``files`` (by their names in it) at ``target`` in one step.

    LedgerError if it cannot be written; what was there before is there still.
    """
    making = target.with_name(f"making-{secrets.token_hex(8)}")
    try:
        descriptor = os.open(making, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
        with open(descriptor, "w+b") as file:  # noqa: PTH123 - a descriptor
            with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
                # The key first: a file that was cut short is known as ours by its beginning.
                for name in sorted(files, key=lambda name: name != place.KEY):
                    about = zipfile.ZipInfo(name, _TIME)
                    with archive.open(about, "w") as part:
                        shutil.copyfileobj(files[name], part, _CHUNK)
            file.flush()
            os.fsync(file.fileno())
        making.replace(target)
        place.sync(target.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            making.unlink()
        raise place.unwritable(error, target.parent) from error


def extract(source: Path, folder: Path) -> None:
    """Put the files of the archive ``source`` into ``folder``.

    LedgerError tells a file that is not ours from one of ours that is damaged or cut short.
    """
    try:
        with zipfile.ZipFile(source) as archive:
            for about in _members(archive, source):
                with (
                    archive.open(about) as part,
                    open(  # noqa: PTH123 - a descriptor
                        place.private(folder / about.filename), "wb"
                    ) as file,
                ):
                    shutil.copyfileobj(part, file, _CHUNK)
    except FileNotFoundError as error:
        raise LedgerError("errors.backup_missing", file=source) from error
    except zipfile.BadZipFile as error:
        raise _fault(source) from error
    except OSError as error:
        if error.filename is not None and Path(error.filename) == source:
            raise LedgerError("errors.backup_unreadable", file=source) from error
        if error.errno is None or error.errno in {22, 5}:  # EINVAL of a seek, EIO of the disk
            raise _fault(source) from error
        raise place.unwritable(error, folder) from error
    except (EOFError, NotImplementedError, RuntimeError, ValueError, OverflowError) as error:
        raise _fault(source) from error


def _members(archive: zipfile.ZipFile, source: Path) -> list[zipfile.ZipInfo]:
    members = archive.infolist()
    names = sorted(about.filename for about in members)
    if names not in ([place.DATA, place.KEY], [place.DATA, place.JOURNAL, place.KEY]):
        raise LedgerError("errors.backup_foreign", file=source)
    for about in members:
        stored = about.compress_type == zipfile.ZIP_STORED and not about.flag_bits & 1
        if not stored or about.file_size != about.compress_size:
            raise LedgerError("errors.backup_foreign", file=source)
        if about.file_size > _MOST_BYTES[about.filename]:
            raise LedgerError("errors.backup_foreign", file=source)
    if sum(about.file_size for about in members) > source.stat().st_size:
        raise LedgerError("errors.backup_damaged", file=source)
    return members


def _fault(source: Path) -> LedgerError:
    key = place.KEY.encode()
    try:
        with source.open("rb") as file:
            start = file.read(_HEADER_BYTES + len(key))
    except OSError:
        start = b""
    ours = start.startswith(_OURS) and start.endswith(key)
    return LedgerError("errors.backup_damaged" if ours else "errors.backup_foreign", file=source)
