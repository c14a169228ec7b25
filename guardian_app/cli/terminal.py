"""Writing to a terminal so that no message can steer it.

A message may hold escape sequences that recolour, retitle or rewrite a terminal, and letters that
turn the reading direction. Whatever passes through here is shown letter for letter instead.
"""

import contextlib
import os
import sys
from collections.abc import Mapping
from enum import StrEnum
from typing import TextIO

from guardian_app.errors import GuardianError
from guardian_app.words import Words

# Space separators that Python does not call printable: no-break, full-width and their like.
_SPACES = "\xa0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))


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
    return "".join(
        letter if letter.isprintable() or letter in _SPACES else _written_out(letter)
        for letter in text
    )


def _written_out(letter: str) -> str:
    return letter.encode("unicode_escape").decode("ascii")


def wants_colour(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Tell whether ``stream`` is a terminal of somebody who did not ask for no colour."""
    if environment.get("NO_COLOR") or environment.get("TERM") == "dumb":
        return False
    return stream.isatty()


def write_out(data: bytes) -> None:
    """Write results to standard output; GuardianError when they cannot be taken."""
    if sys.stdout is None:  # a window program on Windows has none
        return
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        let_go_of_output()
        raise
    except OSError as error:
        let_go_of_output()
        raise GuardianError("errors.output_unwritable") from error


def let_go_of_output() -> None:
    """Throw away what nobody takes any more, or Python tries again at the exit and complains."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


class Page:
    """Lines of text, gathered and then written to standard output at once."""

    def __init__(self) -> None:
        """Begin an empty page."""
        self._lines: list[str] = []
        self._is_coloured = sys.stdout is not None and wants_colour(sys.stdout, os.environ)

    def line(self, text: str = "", style: Style = Style.PLAIN, indent: int = 0) -> None:
        """Add one line, whatever ``text`` holds."""
        shown = visible(text)
        if style and self._is_coloured:
            shown = f"\x1b[{style}m{shown}\x1b[0m"
        self._lines.append(" " * indent + shown + "\n")

    def show(self) -> None:
        """Write the page; a letter that the terminal cannot show appears as its code."""
        encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
        write_out("".join(self._lines).encode(encoding, "backslashreplace"))


def complain(words: Words, sentence: str) -> None:
    """Say one line to the person, apart from the results."""
    if sys.stderr is not None:
        line = visible(words("cli.complaint", sentence=sentence))
        with contextlib.suppress(OSError):
            print(line, file=sys.stderr)  # noqa: T201 - this is the one place that does
