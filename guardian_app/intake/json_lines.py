"""JSON lines: one object a line, with a text and perhaps an id, a sender and a channel."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from guardian_app.errors import InputError
from guardian_app.intake.entry import (
    CHANNEL_NAMES,
    ID_NAMES,
    SENDER_NAMES,
    TEXT_NAMES,
    Entry,
    pick,
    to_channel,
)
from guardian_app.intake.source import Source
from guardian_app.model import Message

_Row = Callable[[bytes | str], Any]


class JsonLines:
    """Reads the format that research sets and our own ``screen`` use."""

    endings = (".jsonl", ".ndjson")

    def read(self, source: Source) -> Iterator[Entry]:
        """Yield a message a line; empty lines are passed over."""
        decode: _Row | None = None
        lines: Iterator[bytes | str] = source.text_lines()
        if source.has_plain_bytes:
            lines = source.byte_lines()
        for number, line in enumerate(lines, 1):
            if line.isspace():
                continue
            if decode is None:
                decode = _decoder(_object(line, source.name, number))
            try:
                row = decode(line)
            except (msgspec.DecodeError, UnicodeDecodeError):
                yield _read_slowly(line, source.name, number)
                continue
            sender = row.sender
            message = Message(
                row.text,
                "" if sender is None else str(sender),
                to_channel(row.channel),
            )
            yield (number if row.id is None else row.id), message


def _decoder(first: dict[str, Any]) -> _Row:
    """Return a typed decoder for the names that the first row uses: it is ten times as fast."""
    names = {
        "text": pick(first, TEXT_NAMES) or TEXT_NAMES[0],
        "id": pick(first, ID_NAMES) or ID_NAMES[0],
        "sender": pick(first, SENDER_NAMES) or SENDER_NAMES[0],
        "channel": pick(first, CHANNEL_NAMES) or CHANNEL_NAMES[0],
    }
    row = msgspec.defstruct(
        "Row",
        [
            ("text", str),
            ("id", int | str | None, None),
            ("sender", int | str | None, None),
            ("channel", object, None),
        ],
        rename=names,
        gc=False,
    )
    return msgspec.json.Decoder(row).decode


def _object(line: bytes | str, file: str, number: int) -> dict[str, Any]:
    try:
        # msgspec refuses half a surrogate pair ("\ud83d"), which real exports contain
        row = json.loads(line)
    except UnicodeDecodeError as error:
        raise InputError("errors.line_not_text", file=file, line=number) from error
    except (ValueError, RecursionError) as error:
        raise InputError("errors.line_not_json", file=file, line=number) from error
    if not isinstance(row, dict):
        raise InputError("errors.line_not_object", file=file, line=number)
    return row


def _read_slowly(line: bytes | str, file: str, number: int) -> Entry:
    """Read a row that the fast decoder refused, or say what is wrong with it."""
    row = _object(line, file, number)
    text = row.get(pick(row, TEXT_NAMES) or "")
    if not isinstance(text, str):
        raise InputError("errors.row_without_text", file=file, line=number)
    given = row.get(pick(row, ID_NAMES) or "")
    sender = row.get(pick(row, SENDER_NAMES) or "")
    for value in (given, sender):
        if isinstance(value, bool) or not isinstance(value, int | str | None):
            raise InputError("errors.row_not_understood", file=file, line=number)
    channel = to_channel(row.get(pick(row, CHANNEL_NAMES) or ""))
    message = Message(_whole(text), "" if sender is None else _whole(str(sender)), channel)
    identity = number if given is None else given
    return (_whole(identity) if isinstance(identity, str) else identity), message


def _whole(text: str) -> str:
    """Replace each half of a surrogate pair by one mark, so that offsets stay."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
