"""An open file of messages: unpacked if need be, with its encoding found and its lines bounded."""

import contextlib
import gzip
import io
import os
from collections.abc import Iterator
from functools import partial
from typing import cast

from guardian_app.errors import InputError
from guardian_app.intake.encoding import file_encoding

# A message is judged on its first 100,000 characters, at most 1.2 MB however it is escaped. A row
# of more than this is not a row but a file without line breaks, and would fill the memory.
LINE_LIMIT = 16_000_000
# Enough to tell text from pictures and one encoding from another.
_HEAD_BYTES = 65_536
_BUFFER_BYTES = 262_144
_UTF8_MARK = b"\xef\xbb\xbf"

PACKED_ENDING = ".gz"


class Source:
    """The lines of one file. ``size`` and ``position`` count bytes on disk, for a progress bar."""

    def __init__(self, name: str, raw: io.FileIO) -> None:
        """Look at the head of ``raw``, a file of that name; raise InputError if it is no text."""
        self.name = name
        self.size = os.fstat(raw.fileno()).st_size
        self._raw = raw
        is_packed = name.lower().endswith(PACKED_ENDING)
        unpacked = cast("io.RawIOBase", gzip.GzipFile(fileobj=raw)) if is_packed else raw
        self._stream = io.BufferedReader(unpacked, _BUFFER_BYTES)
        self.encoding = file_encoding(self._stream.peek(_HEAD_BYTES)[:_HEAD_BYTES])

    @property
    def position(self) -> int:
        """Return how much of the file has been taken in."""
        return self._raw.tell()

    @property
    def has_plain_bytes(self) -> bool:
        """Tell whether ``byte_lines`` will do: the file is UTF-8."""
        return self.encoding.startswith("utf-8")

    def byte_lines(self) -> Iterator[bytes]:
        """Yield the lines of a UTF-8 file as they lie there, without its mark."""
        if self._stream.peek(len(_UTF8_MARK)).startswith(_UTF8_MARK):
            self._stream.read(len(_UTF8_MARK))
        for number, line in enumerate(iter(partial(self._stream.readline, LINE_LIMIT + 1), b""), 1):
            if len(line) > LINE_LIMIT:
                raise InputError("errors.line_too_long", file=self.name, line=number)
            yield line

    def text_lines(self) -> Iterator[str]:
        """Yield the lines decoded, with their line ends untouched."""
        text = io.TextIOWrapper(self._stream, self.encoding, newline="")
        try:
            for number, line in enumerate(iter(partial(text.readline, LINE_LIMIT + 1), ""), 1):
                if len(line) > LINE_LIMIT:
                    raise InputError("errors.line_too_long", file=self.name, line=number)
                yield line
        finally:
            with contextlib.suppress(ValueError):  # somebody closed the file meanwhile
                text.detach()
