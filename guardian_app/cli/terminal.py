"""Writing to a terminal so that no message can steer it.

A message may hold escape sequences that recolour, retitle or rewrite a terminal, and letters that
turn the reading direction. Whatever passes through here is shown letter for letter instead.
"""

import contextlib
import os
import sys
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import TextIO

from guardian_app.errors import GuardianError
from guardian_app.words import Words


class Style(StrEnum):
    """How a line stands out; always beside a word that says the same."""

    PLAIN = ""
    HEADING = "1"
    DANGER = "1;31"
    CAUTION = "1;33"
    UNKNOWN = "1;36"


def visible(text: str) -> str:
    r"""Return ``text`` in one line, with everything unseen written out, as ``\x1b``."""
    if text.isprintable():
        return text
    return "".join(letter if letter.isprintable() else _written_out(letter) for letter in text)


def _written_out(letter: str) -> str:
    if letter.isspace() and letter > "\x7f":  # no-break and full-width spaces; harmless
        return {"\x85": "\\x85", "\u2028": "\\u2028", "\u2029": "\\u2029"}.get(letter, " ")
    return letter.encode("unicode_escape").decode("ascii")


def wants_colour(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Tell whether ``stream`` is a terminal of somebody who did not ask for no colour."""
    if environment.get("NO_COLOR") or environment.get("TERM") == "dumb":
        return False
    return stream.isatty()


class Page:
    """Lines of text for one stream."""

    def __init__(self, stream: TextIO) -> None:
        """Write to ``stream``, in colour if it shows any."""
        self._stream = stream
        self._is_coloured = wants_colour(stream, os.environ)

    def line(self, text: str = "", style: Style = Style.PLAIN, indent: int = 0) -> None:
        """Write one line, whatever ``text`` holds."""
        shown = visible(text)
        if style and self._is_coloured:
            shown = f"\x1b[{style}m{shown}\x1b[0m"
        self._stream.write(" " * indent + shown + "\n")


def complain(words: Words, sentence: str) -> None:
    """Say one line to the person, apart from the results."""
    if sys.stderr is not None:  # a window program on Windows has none
        with contextlib.suppress(OSError):
            Page(sys.stderr).line(words("cli.complaint", sentence=sentence))


def speak_any_letter() -> None:
    """Let a terminal that cannot show a letter show its code instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


@contextlib.contextmanager
def results() -> Iterator[None]:
    """Send everything that was written to standard output on its way, or say why it cannot be."""
    try:
        yield
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        _let_go_of_output()
        raise GuardianError("errors.output_unwritable") from error


def let_go_of_output() -> None:
    """Throw away what nobody takes any more, or Python would try again at the exit and complain."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
