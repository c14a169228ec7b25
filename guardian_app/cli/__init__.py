"""The command line: understands what is asked, does it, and answers for everything that fails.

Known failures are one line on standard error and a documented status. A bug is one line as well:
it names the kind of error and the place in our code, and never what the person typed.
"""

import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

from guardian_app import paths
from guardian_app.cli.arguments import UsageError, build_parser, named_language, parse
from guardian_app.cli.check import Check
from guardian_app.cli.command import Command
from guardian_app.cli.exits import Exit
from guardian_app.cli.knowledge import KnowledgeCommand
from guardian_app.cli.ledger import LedgerCommand
from guardian_app.cli.screen import Screen
from guardian_app.cli.terminal import complain
from guardian_app.cli.window import OpenWindow, open_or_explain
from guardian_app.errors import GuardianError, SettingsError
from guardian_app.guardian import Guardian
from guardian_app.model import Language
from guardian_app.settings import load, system_language
from guardian_app.words import Words, load_sentences

__all__ = ["COMMANDS", "OpenWindow", "run"]

COMMANDS: tuple[Command, ...] = (Check(), Screen(), LedgerCommand(), KnowledgeCommand())


def run(arguments: Sequence[str], open_window: OpenWindow) -> int:
    """Do what ``arguments`` ask for and return the exit status."""
    words = _speak(arguments)
    try:
        return _do(arguments, open_window, words)
    except UsageError as error:
        complain(words, words.error(error))
        return Exit.USAGE
    except GuardianError as error:
        complain(words, words.error(error))
        return Exit.BAD_INPUT
    except KeyboardInterrupt:
        complain(words, words("errors.interrupted"))
        return Exit.INTERRUPTED
    except BrokenPipeError:
        return Exit.NOBODY_READS
    except Exception as error:  # noqa: BLE001 - the border: a bug is told, not thrown at a person
        return _own_up(error, words)


def _speak(arguments: Sequence[str]) -> Words:
    """Return the words in the language that was asked for, chosen, or that the machine speaks."""
    return Words(
        load_sentences(paths.resources() / "i18n"),
        named_language(arguments) or _chosen_language(),
    )


def _chosen_language() -> Language:
    try:
        return load(paths.home() / "settings.toml").language
    except SettingsError:  # the window tells about it, and keeps the file
        return system_language()


def _do(arguments: Sequence[str], open_window: OpenWindow, words: Words) -> int:
    if not arguments:
        return open_or_explain(open_window, Guardian(), words)
    options = parse(build_parser(COMMANDS, words), arguments)
    command: Command | None = options.command
    if command is None:
        raise UsageError("errors.usage", program="guardian")
    return command.run(options, Guardian(), words)


def _own_up(error: Exception, words: Words) -> int:
    """Tell where the program failed. The message of the error stays out: it may quote the text."""
    frames = traceback.extract_tb(error.__traceback__)
    last = frames[-1]
    place = f"{Path(last.filename).name}:{last.lineno}"
    complain(words, words("errors.our_fault", kind=type(error).__name__, place=place))
    if os.environ.get("GUARDIAN_DEBUG") == "1" and sys.stderr is not None:
        for frame in frames:
            print(f"  {frame.filename}:{frame.lineno} {frame.name}", file=sys.stderr)  # noqa: T201
    return Exit.OUR_FAULT
