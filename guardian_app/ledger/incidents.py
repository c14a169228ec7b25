"""Leaks at institutions that a person heard of."""

from collections.abc import Callable
from datetime import UTC, datetime

import msgspec

from guardian_app.errors import LedgerError
from guardian_app.ledger import rules
from guardian_app.ledger.shares import utc_now
from guardian_app.ledger.store import Store
from guardian_app.model import Incident

_SELECT = (
    "SELECT id, institution, name, date, note, "
    "(SELECT group_concat(kind, ' ' ORDER BY place) FROM incident_kind WHERE incident = id) "
    "FROM incident WHERE removed = 0 ORDER BY date DESC, id DESC"
)


class Incidents:
    """The leaks in one open ledger. Every call may raise LedgerError."""

    def __init__(self, store: Store, now: Callable[[], datetime] = utc_now) -> None:
        """Keep leaks in ``store``; ``now`` tells the time."""
        self._store = store
        self._now = now

    def add(self, incident: Incident) -> Incident:
        """Keep ``incident``; return it with its number. Which kinds leaked may be unknown."""
        rules.require_incident(incident)
        at = self._now().astimezone(UTC).isoformat(timespec="seconds")
        with self._store.writing() as writing:
            number = writing.do(
                "INSERT INTO incident (institution, name, date, note, created) "
                "VALUES (?, ?, ?, ?, ?)",
                (incident.institution, incident.name, incident.date, incident.note, at),
            )
            writing.do_many(
                "INSERT INTO incident_kind (incident, place, kind) VALUES (?, ?, ?)",
                [(number, place, kind) for place, kind in enumerate(incident.kinds)],
            )
        return msgspec.structs.replace(incident, id=number)

    def kept(self) -> tuple[Incident, ...]:
        """Return the leaks, latest day first, those without a day last."""
        return tuple(
            Incident(id=number, institution=institution, name=name, date=date, note=note,
                     kinds=tuple((kinds or "").split()))
            for number, institution, name, date, note, kinds in self._store.read(_SELECT)
        )  # fmt: skip

    def remove(self, number: int) -> None:
        """Take a leak out of the list; it can be restored."""
        self._mark(number, removed=True)

    def restore(self, number: int) -> None:
        """Put a removed leak back."""
        self._mark(number, removed=False)

    def _mark(self, number: int, *, removed: bool) -> None:
        with self._store.writing() as writing:
            known = "SELECT 1 FROM incident WHERE id = ? AND removed = ?"
            if not writing.read(known, (number, int(not removed))):
                raise LedgerError("errors.ledger_no_entry", number=number)
            writing.do("UPDATE incident SET removed = ? WHERE id = ?", (int(removed), number))
