"""The grammar of the command line: argparse, with our own words in both languages.

What a person typed never comes back in a complaint: it may be a message.
"""

import argparse
import sys
from argparse import ArgumentError, ArgumentParser, HelpFormatter, Namespace
from collections.abc import Iterable, Sequence
from typing import NoReturn, cast

from guardian_app.cli.command import Command, OptionGroup
from guardian_app.cli.terminal import Page
from guardian_app.errors import GuardianError
from guardian_app.model import Language
from guardian_app.words import Words

_LANGUAGE = "--lang"


class UsageError(GuardianError):
    """The command line was not understood; its sentence says which part."""


def named_language(arguments: Sequence[str]) -> Language | None:
    """Return the language that ``--lang`` names, before anything else is understood."""
    heads = arguments[: arguments.index("--")] if "--" in arguments else arguments
    for place, argument in enumerate(heads):
        name, equals, value = argument.partition("=")
        if name == _LANGUAGE:
            wanted = value if equals else "".join(heads[place + 1 : place + 2])
            return Language(wanted) if wanted in set(Language) else None
    return None


class _Parser(ArgumentParser):
    """An argparse parser that raises instead of printing what was typed and leaving with 2."""

    def error(self, message: str) -> NoReturn:  # noqa: ARG002 - it repeats what was typed
        cause = sys.exc_info()[1]
        if isinstance(cause, ArgumentError) and (cause.argument_name or "").startswith("-"):
            raise UsageError("errors.usage_option", option=cause.argument_name, program=self.prog)
        raise UsageError("errors.usage", program=self.prog)


class _ShowVersion(argparse.Action):
    def __call__(self, parser: ArgumentParser, *_: object, **__: object) -> None:
        # One start in a thousand asks for it; the others need not wait for its 20 ms.
        from importlib.metadata import version  # noqa: PLC0415

        page = Page()
        page.line(f"{parser.prog} {version('guardian')}")
        page.show()
        parser.exit()


class _ShowHelp(argparse.Action):
    def __call__(self, parser: ArgumentParser, *_: object, **__: object) -> None:
        page = Page()
        for line in parser.format_help().splitlines():
            page.line(line)
        page.show()
        parser.exit()


def _plain(parser: ArgumentParser, words: Words) -> OptionGroup:
    """Give ``parser`` headings and a help option in our words, and return where options go."""
    group = parser.add_argument_group(words("cli.options"))
    group.add_argument("-h", "--help", nargs=0, action=_ShowHelp, help=words("cli.help"))
    return group


def build_parser(commands: Iterable[Command], words: Words) -> ArgumentParser:
    """Return the parser of the whole command line; the command it finds is ``command``."""

    class Formatter(HelpFormatter):
        def add_usage(
            self,
            usage: str | None,
            actions: Iterable[argparse.Action],
            groups: Iterable[argparse._MutuallyExclusiveGroup],
            prefix: str | None = None,
        ) -> None:
            super().add_usage(
                usage, actions, groups, words("cli.usage") if prefix is None else prefix
            )

    parser = _Parser(
        prog="guardian",
        description=words("cli.about"),
        epilog=words("cli.statuses"),
        formatter_class=Formatter,
        add_help=False,
        allow_abbrev=False,
    )
    group = _plain(parser, words)
    group.add_argument("--version", nargs=0, action=_ShowVersion, help=words("cli.version"))
    parser.set_defaults(command=None)
    under = parser.add_subparsers(
        title=words("cli.commands"), metavar=words("cli.command"), parser_class=_Parser
    )
    for command in commands:
        sentence = words(f"cli.{command.name}")
        one = under.add_parser(
            command.name,
            help=sentence,
            description=sentence,
            formatter_class=Formatter,
            add_help=False,
            allow_abbrev=False,
        )
        one.set_defaults(command=command)
        own = _plain(one, words)
        command.options(own, words)
        own.add_argument(_LANGUAGE, choices=[*map(str, Language)], help=words("cli.lang"))
    return parser


def parse(parser: ArgumentParser, arguments: Sequence[str]) -> Namespace:
    """Return what was asked for; UsageError where it is not understood, SystemExit after help."""
    options, extra = parser.parse_known_args(arguments)
    if extra:
        command = cast("Command | None", options.command)
        program = f"{parser.prog} {command.name}" if command else parser.prog
        raise UsageError("errors.usage", program=program)
    return options
