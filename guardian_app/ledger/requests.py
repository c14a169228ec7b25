"""Requests under a right: to whom, how far each has come, and when a person wants to be reminded.

A request moves from state to state by steps with a date, in the order in which they were noted;
the last step can be taken back, and a request that was removed can be restored.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import msgspec

from guardian_app.errors import LedgerError
from guardian_app.ledger import rules
from guardian_app.ledger.shares import utc_now
from guardian_app.ledger.store import Row, Store, Writing
from guardian_app.model import Request, RequestState, Step

_LAST = (
    "(SELECT state FROM request_step WHERE request = request.id AND taken_back = 0 "
    "ORDER BY id DESC LIMIT 1)"
)
# Put together from our own words above; what a person typed is always a value.
_SELECT = (
    "SELECT id, right_id, institution, name, opened, remind, note, "  # noqa: S608
    f"{_LAST} AS state, "
    "(SELECT group_concat(kind, ' ' ORDER BY place) FROM request_kind WHERE request = request.id) "
    "FROM request "
)
_OPEN = f"AND {_LAST} <> '{RequestState.CLOSED}' "
_ADD = (
    "INSERT INTO request (right_id, institution, name, opened, remind, note, created, changed) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
_ADD_STEP = "INSERT INTO request_step (request, date, state, note, created) VALUES (?, ?, ?, ?, ?)"
_STEPS = (
    "SELECT date, state, note FROM request_step WHERE request = ? AND taken_back = 0 ORDER BY id"
)
_LAST_STEPS = (
    "SELECT id FROM request_step WHERE request = ? AND taken_back = 0 ORDER BY id DESC LIMIT 2"
)


class Requests:
    """The requests in one open ledger. Every call may raise LedgerError."""

    def __init__(self, store: Store, now: Callable[[], datetime] = utc_now) -> None:
        """Keep requests in ``store``; ``now`` tells the time."""
        self._store = store
        self._now = now

    def add(self, request: Request) -> Request:
        """Keep ``request``; its history begins with its state on the day it was opened."""
        rules.require_request(request)
        at = self._time()
        with self._store.writing() as writing:
            values = (request.right, request.institution, request.name, request.opened,
                      request.remind, request.note, at, at)  # fmt: skip
            number = writing.do(_ADD, values)
            writing.do_many(
                "INSERT INTO request_kind (request, place, kind) VALUES (?, ?, ?)",
                [(number, place, kind) for place, kind in enumerate(request.kinds)],
            )
            writing.do(_ADD_STEP, (number, request.opened, str(request.state), "", at))
        return msgspec.structs.replace(request, id=number)

    def change(self, number: int, *, note: str, remind: str) -> Request:
        """Replace the note and the day of the reminder; an empty day means none."""
        with self._store.writing() as writing:
            changed = msgspec.structs.replace(_one(writing, number), note=note, remind=remind)
            rules.require_request(changed)
            writing.do(
                "UPDATE request SET note = ?, remind = ?, changed = ? WHERE id = ?",
                (note, remind, self._time(), number),
            )
        return changed

    def move(self, number: int, step: Step) -> Request:
        """Note that the request came to the state of ``step`` on its day; return it as it is now.

        The same state may be noted again, with other words: a second reminder, a second refusal.
        """
        rules.require_step(step)
        with self._store.writing() as writing:
            request = _one(writing, number)
            at = self._time()
            writing.do(_ADD_STEP, (number, step.date, str(step.state), step.note, at))
            _touch(writing, number, at)
        return msgspec.structs.replace(request, state=step.state)

    def take_back(self, number: int) -> Request:
        """Take back the last step; the first one stays. Return the request as it is now."""
        with self._store.writing() as writing:
            request = _one(writing, number)
            last = writing.read(_LAST_STEPS, (number,))
            if len(last) == 1:
                return request
            writing.do("UPDATE request_step SET taken_back = 1 WHERE id = ?", last[0])
            _touch(writing, number, self._time())
            return _one(writing, number)

    def history(self, number: int) -> tuple[Step, ...]:
        """Return the steps of a request, the first one first; LedgerError if there is none."""
        _one(self._store, number)
        return tuple(_step(row) for row in self._store.read(_STEPS, (number,)))

    def one(self, number: int) -> Request:
        """Return the request with this number; LedgerError if there is none or it was removed."""
        return _one(self._store, number)

    def kept(self, *, open_only: bool = False) -> tuple[Request, ...]:
        """Return the requests, newest first; with ``open_only`` those that are not closed."""
        more = _OPEN if open_only else ""
        return self._found(f"WHERE removed = 0 {more}ORDER BY id DESC")

    def due(self, day: str) -> tuple[Request, ...]:
        """Return the open requests to be reminded of on ``day`` (ISO) or before, oldest first."""
        where = f"WHERE removed = 0 AND remind <> '' AND remind <= ? {_OPEN}ORDER BY remind, id"
        return self._found(where, (day,))

    def remove(self, number: int) -> Request:
        """Take a request out of the list; it can be restored. Return what it was."""
        return self._mark(number, removed=True)

    def restore(self, number: int) -> Request:
        """Put a removed request back, with its history."""
        return self._mark(number, removed=False)

    def removed(self) -> tuple[Request, ...]:
        """Return what was removed, newest first."""
        return self._found("WHERE removed = 1 ORDER BY id DESC")

    def _mark(self, number: int, *, removed: bool) -> Request:
        with self._store.writing() as writing:
            request = _one(writing, number, removed=not removed)
            writing.do("UPDATE request SET removed = ? WHERE id = ?", (int(removed), number))
            _touch(writing, number, self._time())
        return request

    def _found(self, where: str, values: Sequence[object] = ()) -> tuple[Request, ...]:
        return tuple(_request(row) for row in self._store.read(_SELECT + where, values))

    def _time(self) -> str:
        return self._now().astimezone(UTC).isoformat(timespec="seconds")


def _one(where: Store | Writing, number: int, *, removed: bool = False) -> Request:
    rows = where.read(_SELECT + "WHERE id = ? AND removed = ?", (number, int(removed)))
    if not rows:
        raise LedgerError("errors.ledger_no_entry", number=number)
    return _request(rows[0])


def _touch(writing: Writing, number: int, at: str) -> None:
    writing.do("UPDATE request SET changed = ? WHERE id = ?", (at, number))


def _request(row: Row) -> Request:
    number, right, institution, name, opened, remind, note, state, kinds = row
    return Request(
        id=number,
        right=right,
        institution=institution,
        name=name,
        kinds=tuple((kinds or "").split()),
        state=RequestState(state),
        opened=opened,
        remind=remind,
        note=note,
    )


def _step(row: Row) -> Step:
    date, state, note = row
    return Step(date=date, state=RequestState(state), note=note)
