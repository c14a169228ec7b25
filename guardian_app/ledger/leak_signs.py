"""Signs of a leak that a person noted: what somebody who called already knew."""

from collections.abc import Callable
from datetime import UTC, datetime

import msgspec

from guardian_app.errors import LedgerError
from guardian_app.ledger import rules
from guardian_app.ledger.shares import utc_now
from guardian_app.ledger.store import Store
from guardian_app.model import LeakSign

_SELECT = (
    "SELECT id, date, note, "
    "(SELECT group_concat(kind, ' ' ORDER BY place) FROM leak_sign_kind WHERE leak_sign = id) "
    "FROM leak_sign WHERE removed = 0 ORDER BY date DESC, id DESC"
)


class LeakSigns:
    """The signs in one open ledger. Every call may raise LedgerError."""

    def __init__(self, store: Store, now: Callable[[], datetime] = utc_now) -> None:
        """Keep signs in ``store``; ``now`` tells the time."""
        self._store = store
        self._now = now

    def add(self, sign: LeakSign) -> LeakSign:
        """Keep ``sign``; return it with its number. LedgerError names a field that cannot be."""
        rules.require_leak_sign(sign)
        at = self._now().astimezone(UTC).isoformat(timespec="seconds")
        with self._store.writing() as writing:
            number = writing.do(
                "INSERT INTO leak_sign (date, note, created) VALUES (?, ?, ?)",
                (sign.date, sign.note, at),
            )
            writing.do_many(
                "INSERT INTO leak_sign_kind (leak_sign, place, kind) VALUES (?, ?, ?)",
                [(number, place, kind) for place, kind in enumerate(sign.kinds)],
            )
        return msgspec.structs.replace(sign, id=number)

    def kept(self) -> tuple[LeakSign, ...]:
        """Return the signs, latest day first."""
        return tuple(
            LeakSign(id=number, date=date, note=note, kinds=tuple((kinds or "").split()))
            for number, date, note, kinds in self._store.read(_SELECT)
        )

    def remove(self, number: int) -> None:
        """Take a sign out of the list."""
        with self._store.writing() as writing:
            known = "SELECT 1 FROM leak_sign WHERE id = ? AND removed = 0"
            if not writing.read(known, (number,)):
                raise LedgerError("errors.ledger_no_entry", number=number)
            writing.do("UPDATE leak_sign SET removed = 1 WHERE id = ?", (number,))
