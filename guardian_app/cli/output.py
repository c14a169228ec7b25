"""Where screening writes: standard output, or a file that appears whole or not at all."""

import contextlib
import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from guardian_app.cli.terminal import write_out
from guardian_app.errors import GuardianError

Write = Callable[[bytes], object]


@contextmanager
def open_output(path: Path | None, *, private: bool = False) -> Iterator[Write]:
    """Give a function that writes to ``path``, or to standard output if there is none.

    A file is written beside its place and moved there at the end; if anything goes wrong on the
    way, or somebody presses Ctrl-C, what was there before stays and nothing else is left. With
    ``private`` nobody but this person may read it.
    """
    if path is None:
        yield write_out
    elif path.exists() and not path.is_file():
        with _told(path), path.open("wb", buffering=0) as device:  # a pipe, a terminal, nowhere
            yield device.write
    else:
        with _whole_or_nothing(path.resolve(), 0o600 if private else 0o666) as write:
            yield write


@contextmanager
def _whole_or_nothing(path: Path, mode: int) -> Iterator[Write]:
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        with _told(path), open(beside, "xb", opener=partial(os.open, mode=mode)) as file:

            def write(data: bytes) -> None:
                with _told(path):
                    file.write(data)

            yield write
            file.flush()
            os.fsync(file.fileno())
        with _told(path):
            beside.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise GuardianError("errors.file_unwritable", file=path.name) from error
