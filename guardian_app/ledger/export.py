"""All entries as plain CSV or JSON, for whoever wants to leave or to look. Not encrypted."""

import csv
import io
from collections.abc import Iterable

import msgspec

from guardian_app.model import Incident, LeakSign, Reply, Request, Share, Step

_COLUMNS = (
    "id", "date", "institution", "name", "product", "stage", "kinds", "channel", "purpose",
    "consent", "third_parties", "until", "note",
)  # fmt: skip

# A spreadsheet takes a cell that begins so for a formula and may run it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


class Asked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A request with its whole history."""

    request: Request
    history: tuple[Step, ...]


class Everything(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an export holds."""

    shares: tuple[Share, ...]
    leak_signs: tuple[LeakSign, ...]
    requests: tuple[Asked, ...] = ()
    replies: tuple[Reply, ...] = ()
    incidents: tuple[Incident, ...] = ()


def to_json(everything: Everything) -> bytes:
    """Return ``everything`` as UTF-8 JSON; read back as ``Everything`` it is the same."""
    return msgspec.json.format(msgspec.json.encode(everything), indent=2) + b"\n"


def to_csv(shares: Iterable[Share]) -> str:
    """Return the entries as CSV with a top line; kinds are parted by semicolons.

    A cell that a spreadsheet would take for a formula begins with an apostrophe.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(_COLUMNS)
    for share in shares:
        writer.writerow(_defused(_cell(share, column)) for column in _COLUMNS)
    return text.getvalue()


def _cell(share: Share, column: str) -> str:
    return ";".join(share.kinds) if column == "kinds" else str(getattr(share, column))


def _defused(cell: str) -> str:
    return "'" + cell if cell.lstrip(" \n").startswith(_FORMULA) else cell
