"""What institutions answered to the safeguard questions: one answer a question and institution."""

from collections.abc import Callable
from datetime import UTC, datetime

import msgspec
from msgspec import Struct

from guardian_app.ledger import rules
from guardian_app.ledger.shares import utc_now
from guardian_app.ledger.store import Row, Store
from guardian_app.model import Reading, Reply

_SELECT = "SELECT safeguard, reading, institution, name, date, note FROM reply "
_ONE = "WHERE institution = ? AND name = ? AND safeguard = ?"
_PUT = (
    "INSERT INTO reply (institution, name, safeguard, reading, date, note, changed) "
    "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET reading = excluded.reading, "
    "date = excluded.date, note = excluded.note, changed = excluded.changed"
)
_COMPARED = (
    "SELECT institution, name, sum(reading = 'good'), sum(reading = 'weak'), "
    "sum(reading = 'none'), max(date) FROM reply GROUP BY institution, name "
    "ORDER BY sum(reading = 'good') DESC, sum(reading = 'weak'), institution, name"
)


class Standing(Struct, frozen=True, kw_only=True):
    """How the answers of one institution read, counted; ``newest`` is the day of the last."""

    institution: str
    name: str
    good: int
    weak: int
    none: int
    newest: str


class Replies:
    """The answers in one open ledger. Every call may raise LedgerError."""

    def __init__(self, store: Store, now: Callable[[], datetime] = utc_now) -> None:
        """Keep answers in ``store``; ``now`` tells the time."""
        self._store = store
        self._now = now

    def put(self, reply: Reply) -> Reply | None:
        """Keep ``reply`` in place of the one to the same question; return that, None if none.

        Where an institution's id is given, a name beside it is not kept: the id is who it is.
        """
        rules.require_reply(reply)
        given = _told_apart(reply)
        at = self._now().astimezone(UTC).isoformat(timespec="seconds")
        with self._store.writing() as writing:
            before = writing.read(_SELECT + _ONE, _key(given))
            values = (*_key(given), str(given.reading), given.date, given.note, at)
            writing.do(_PUT, values)
        return _reply(before[0]) if before else None

    def remove(self, reply: Reply) -> None:
        """Forget the answer to the question of ``reply``; nothing happens if there is none."""
        with self._store.writing() as writing:
            writing.do("DELETE FROM reply " + _ONE, _key(_told_apart(reply)))  # noqa: S608 - ours

    def kept(self, institution: str = "", name: str = "") -> tuple[Reply, ...]:
        """Return the answers of one institution (its id, else the person's own name), or all."""
        if institution or name:
            asked = _told_apart(
                Reply(safeguard="", reading=Reading.NONE, institution=institution, name=name)
            )
            where = "WHERE institution = ? AND name = ? ORDER BY safeguard"
            rows = self._store.read(_SELECT + where, (asked.institution, asked.name))
        else:
            rows = self._store.read(_SELECT + "ORDER BY institution, name, safeguard")
        return tuple(map(_reply, rows))

    def comparison(self) -> tuple[Standing, ...]:
        """Return how the answers of each institution read, most good ones first."""
        return tuple(
            Standing(institution=institution, name=name, good=good, weak=weak, none=none,
                     newest=newest)
            for institution, name, good, weak, none, newest in self._store.read(_COMPARED)
        )  # fmt: skip


def _told_apart(reply: Reply) -> Reply:
    name = "" if reply.institution else " ".join(reply.name.split())
    return msgspec.structs.replace(reply, name=name)


def _key(reply: Reply) -> tuple[str, str, str]:
    return (reply.institution, reply.name, reply.safeguard)


def _reply(row: Row) -> Reply:
    safeguard, reading, institution, name, date, note = row
    return Reply(
        safeguard=safeguard,
        reading=Reading(reading),
        institution=institution,
        name=name,
        date=date,
        note=note,
    )
