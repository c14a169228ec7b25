"""``guardian screen``: a whole file of messages, a line of JSON for each, in the same order."""

import signal
import sys
from argparse import ArgumentTypeError, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import NoReturn

from guardian_app.cli.arguments import UsageError
from guardian_app.cli.command import OptionGroup
from guardian_app.cli.exits import Exit
from guardian_app.cli.output import open_output
from guardian_app.cli.progress import show_progress
from guardian_app.guardian import Guardian
from guardian_app.intake import open_messages
from guardian_app.words import Words

# More processes than any machine that runs this has cores; each takes some 100 MB.
JOBS_LIMIT = 256


class Screen:
    """Checks every message of a file."""

    name = "screen"

    def options(self, group: OptionGroup, words: Words) -> None:
        """Declare where to read, where to write and how many processes share the work."""
        group.add_argument("input", type=Path, metavar="INPUT", help=words("cli.screen_input"))
        group.add_argument("-o", "--output", metavar="OUT.jsonl", help=words("cli.screen_output"))
        group.add_argument(
            "--jobs", type=_jobs, default=1, metavar="N", help=words("cli.screen_jobs")
        )

    def run(self, options: Namespace, door: Guardian, words: Words) -> int:
        """Screen the file; the exit status is 0 whatever was found in it."""
        source: Path = options.input
        target = Path(options.output) if options.output not in (None, "-") else None
        if target and target.exists() and source.exists() and target.samefile(source):
            raise UsageError("errors.usage_same_file", program="guardian screen")
        with (
            open_messages(source) as messages,
            _stops_cleanly(),
            open_output(target) as write,
            show_progress(messages.size, words) as progress,
        ):
            for lines in door.screen(messages, options.jobs):
                write(lines)
                progress.reach(messages.position)
        return Exit.DONE


def _jobs(given: str) -> int:
    if not given.isascii() or not given.isdigit() or not 1 <= int(given) <= JOBS_LIMIT:
        raise ArgumentTypeError
    return int(given)


def _stop(number: int, _: FrameType | None) -> NoReturn:
    sys.exit(128 + number)


@contextmanager
def _stops_cleanly() -> Iterator[None]:
    """Let a request to end, as at shutdown, tidy up like Ctrl-C does."""
    before = signal.signal(signal.SIGTERM, _stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
