"""``guardian check``: one message, from the command line or from standard input."""

import sys
from argparse import Namespace

from guardian_app.cli.answer import to_json
from guardian_app.cli.arguments import UsageError
from guardian_app.cli.command import OptionGroup
from guardian_app.cli.exits import OF_LEVEL
from guardian_app.cli.report import write_report
from guardian_app.cli.terminal import Page, write_out
from guardian_app.errors import InputError
from guardian_app.guardian import Guardian
from guardian_app.intake import decode_text
from guardian_app.model import Channel, Message
from guardian_app.words import Answer, Words, tell

# Judged are the first 100,000 characters, at most four bytes each; with more than this in hand
# the engine sees that there is more, and an endless stream does no harm.
INPUT_LIMIT_BYTES = 1_000_000

_STANDARD_INPUT = "-"


class Check:
    """Says what a message is, why, and what to do now."""

    name = "check"

    def options(self, group: OptionGroup, words: Words) -> None:
        """Declare the text, the sender, the channel and the form of the answer."""
        group.add_argument("text", nargs="?", metavar="TEXT", help=words("cli.check_text"))
        group.add_argument("--sender", default="", metavar="N", help=words("cli.check_sender"))
        group.add_argument(
            "--channel", choices=[*map(str, Channel)], help=words("cli.check_channel")
        )
        group.add_argument("--json", action="store_true", help=words("cli.check_json"))

    def run(self, options: Namespace, door: Guardian, words: Words) -> int:
        """Check the message; the exit status tells the level."""
        channel = Channel(options.channel) if options.channel else None
        sender = _whole(options.sender)
        text = "" if options.text == "" and sender.strip() else _whole(_text(options.text))
        message = Message(text, sender, channel)
        verdict = door.check(message)
        if options.json:
            write_out(to_json(verdict, door.knowledge, words))
        else:
            page = Page()
            write_report(tell(Answer(message, verdict, door.knowledge), words), page, words)
            page.show()
        return OF_LEVEL[verdict.level]


def _text(given: str | None) -> str:
    if given is None and (sys.stdin is None or sys.stdin.isatty()):
        raise UsageError("errors.usage_no_text", program="guardian check")
    text = _standard_input() if given in (None, _STANDARD_INPUT) else str(given)
    if not text.strip():
        raise InputError("errors.text_empty")
    return text


def _standard_input() -> str:
    data = sys.stdin.buffer.read(INPUT_LIMIT_BYTES + 1)
    return decode_text(data[:INPUT_LIMIT_BYTES], is_whole=len(data) <= INPUT_LIMIT_BYTES)


def _whole(given: str) -> str:
    """Return ``given``, or raise InputError: bytes that are no letters arrive as half letters."""
    try:
        given.encode()
    except UnicodeEncodeError as error:
        raise InputError("errors.not_text") from error
    return given
