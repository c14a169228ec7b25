"""Tables: CSV as spreadsheets and phones export it, with the names of the columns on top."""

import csv
from collections.abc import Iterator
from itertools import chain

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

# Ten times what is judged of a message; a longer cell is a quotation mark that was never closed.
CELL_LIMIT = 1_000_000
# A comma wherever there is one; a tab or a semicolon as some spreadsheets write instead.
_DELIMITERS = ",\t;"


class Table:
    """Reads comma-separated tables; a table without a column for the text is refused."""

    endings = (".csv", ".tsv")

    def read(self, source: Source) -> Iterator[Entry]:
        """Yield a message a row; empty rows are passed over."""
        lines = source.text_lines()
        top = next(lines, "")
        if not top:
            return
        delimiter = max(_DELIMITERS, key=top.count)
        csv.field_size_limit(CELL_LIMIT)
        rows = csv.reader(chain((top,), lines), delimiter=delimiter, strict=True)
        begun = 1
        try:
            header = next(rows, [])
            text, identity, sender, channel = _columns(header, source.name)
            begun = rows.line_num + 1
            for row in rows:
                if row:
                    if len(row) != len(header):
                        raise InputError("errors.row_wrong_length", file=source.name, line=begun)
                    message = Message(
                        row[text],
                        "" if sender is None else row[sender],
                        None if channel is None else to_channel(row[channel]),
                    )
                    yield (begun if identity is None else row[identity] or begun), message
                begun = rows.line_num + 1
        except csv.Error as error:
            raise InputError("errors.row_not_closed", file=source.name, line=begun) from error


def _columns(header: list[str], file: str) -> tuple[int, int | None, int | None, int | None]:
    """Return where text, id, sender and channel stand; raise InputError without a text."""

    def place(wanted: tuple[str, ...]) -> int | None:
        name = pick(header, wanted)
        return None if name is None else header.index(name)

    text = place(TEXT_NAMES)
    if text is None:
        raise InputError("errors.no_text_column", file=file)
    return text, place(ID_NAMES), place(SENDER_NAMES), place(CHANNEL_NAMES)
