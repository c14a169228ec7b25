"""Files to messages. One reader a kind of file; to add one, write its file and name it here.

Everything is read as a stream, so a file may be larger than the memory.
"""

import errno
import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from guardian_app.errors import InputError
from guardian_app.intake.encoding import decode_text
from guardian_app.intake.entry import Entry, EntryId, Reader
from guardian_app.intake.json_lines import JsonLines
from guardian_app.intake.source import PACKED_ENDING, Source
from guardian_app.intake.table import Table

__all__ = [
    "READERS",
    "Entry",
    "EntryId",
    "Intake",
    "Reader",
    "decode_text",
    "open_messages",
    "reader_for",
]

READERS: tuple[Reader, ...] = (JsonLines(), Table())

_REASONS = {
    errno.ENOENT: "errors.file_missing",
    errno.ENOTDIR: "errors.file_missing",
    errno.EACCES: "errors.file_forbidden",
    errno.EPERM: "errors.file_forbidden",
}


class Intake:
    """The messages of one open file, and how far the reading has come."""

    def __init__(self, reader: Reader, source: Source) -> None:
        """Read ``source`` with ``reader``."""
        self._reader = reader
        self._source = source
        self.size = source.size

    @property
    def position(self) -> int:
        """Return how many of ``size`` bytes have been taken in."""
        return self._source.position

    def __iter__(self) -> Iterator[Entry]:
        """Yield id and message of each row; raise InputError where the file breaks."""
        count = 0
        with _told_as_input_errors(self._source.name):
            for count, entry in enumerate(self._reader.read(self._source), 1):  # noqa: B007 - counted
                yield entry
        if not count:
            raise InputError("errors.file_empty", file=self._source.name)


def reader_for(path: Path) -> Reader:
    """Return the reader for a file of that name; raise InputError when there is none."""
    name = path.name.lower().removesuffix(PACKED_ENDING)
    for reader in READERS:
        if name.endswith(reader.endings):
            return reader
    endings = " ".join(ending for reader in READERS for ending in reader.endings)
    raise InputError("errors.file_kind_unknown", file=path.name, endings=endings)


@contextmanager
def open_messages(path: Path) -> Iterator[Intake]:
    """Open a file of messages; raise InputError when it is none."""
    if path.is_dir():  # opening one fails differently on each system
        raise InputError("errors.file_is_folder", file=path.name)
    with _told_as_input_errors(path.name):
        raw = path.open("rb", buffering=0)
    with raw:
        reader = reader_for(path)
        with _told_as_input_errors(path.name):
            source = Source(path.name, raw)
        yield Intake(reader, source)


@contextmanager
def _told_as_input_errors(file: str) -> Iterator[None]:
    try:
        yield
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise InputError("errors.file_torn", file=file) from error
    except UnicodeError as error:
        raise InputError("errors.not_text") from error
    except OSError as error:
        key = _REASONS.get(error.errno or 0, "errors.file_unreadable")
        raise InputError(key, file=file) from error
