"""The entries of the ledger: kept, changed, removed, found again, and what was done to each.

Nothing is thrown away: what is removed can be restored, and the last act can be taken back, then
the one before it, and so on.
"""

import json
import unicodedata
from collections.abc import Callable, Iterable
from datetime import UTC, datetime

import msgspec

from guardian_app.errors import LedgerError
from guardian_app.ledger import rules
from guardian_app.ledger.store import Row, Store, Writing
from guardian_app.model import Act, Consent, Share, ShareChannel, Stage, Trace

MOST_FOUND = 200  # more than this nobody reads through; who has more adds a word
MOST_TRACED = 500
_MOST_WORDS = 8

# In the order of the noun's own fields, without id and kinds.
_FIELDS = (
    "stage", "institution", "name", "product", "date", "channel", "purpose", "consent",
    "third_parties", "until", "note",
)  # fmt: skip
_COLUMNS = ", ".join(_FIELDS)
_MARKS = ", ".join("?" for _ in _FIELDS)
_SETS = ", ".join(f"{field} = ?" for field in _FIELDS)

# All of these are put together from our own names above; what a person typed is always a value.
_ADD = f"INSERT INTO share ({_COLUMNS}, created, changed) VALUES ({_MARKS}, ?, ?)"  # noqa: S608
_CHANGE = f"UPDATE share SET {_SETS}, changed = ? WHERE id = ?"  # noqa: S608
_SELECT = (
    f"SELECT id, {_COLUMNS}, "  # noqa: S608
    "(SELECT group_concat(kind, ' ' ORDER BY place) FROM share_kind WHERE share = share.id) "
    "FROM share "
)
_FOUND = (
    _SELECT + "WHERE id IN (SELECT share FROM share_text WHERE {held} "  # noqa: S608
    "OR institution IN (SELECT value FROM json_each(?)) ORDER BY share DESC LIMIT ?) "
    "ORDER BY id DESC"
)
_TRACE = "SELECT at, act, body FROM trace ORDER BY id DESC LIMIT ?"
_TRACE_OF_ONE = "SELECT at, act, body FROM trace WHERE share = ? ORDER BY id DESC LIMIT ?"
_NOT_UNDONE = (
    "SELECT id, act, share, body FROM trace WHERE undoes IS NULL "
    "AND NOT EXISTS (SELECT 1 FROM trace AS later WHERE later.undoes = trace.id) "
    "ORDER BY id DESC LIMIT 1"
)


def utc_now() -> datetime:
    """Return the time now, in UTC."""
    return datetime.now(UTC)


class Shares:
    """The entries in one open ledger. Every call may raise LedgerError."""

    def __init__(self, store: Store, now: Callable[[], datetime] = utc_now) -> None:
        """Keep entries in ``store``; ``now`` tells the time."""
        self._store = store
        self._now = now

    def add(self, share: Share) -> Share:
        """Keep ``share``; return it with its number. LedgerError names a field that cannot be."""
        return self.add_all((share,))[0]

    def add_all(self, shares: Iterable[Share]) -> tuple[Share, ...]:
        """Keep all of ``shares`` or, if one of them cannot be kept, none."""
        wanted = tuple(shares)
        for share in wanted:
            rules.require_share(share)
        at = self._time()
        with self._store.writing() as writing:
            return tuple(_add(writing, share, at) for share in wanted)

    def change(self, share: Share) -> Share:
        """Replace the entry that has the number of ``share``."""
        rules.require_share(share)
        with self._store.writing() as writing:
            if _one(writing, share.id, removed=False) != share:
                self._act(writing, Act.CHANGED, share)
        return share

    def remove(self, number: int) -> Share:
        """Take an entry out of the list; it can be restored."""
        with self._store.writing() as writing:
            share = _one(writing, number, removed=False)
            self._act(writing, Act.REMOVED, share)
        return share

    def restore(self, number: int) -> Share:
        """Put a removed entry back."""
        with self._store.writing() as writing:
            share = _one(writing, number, removed=True)
            self._act(writing, Act.RESTORED, share)
        return share

    def undo(self) -> Trace | None:
        """Take back the last act that was not taken back yet; return what that did.

        None if there is nothing to take back.
        """
        with self._store.writing() as writing:
            last = writing.read(_NOT_UNDONE)
            if not last:
                return None
            line, done, number, body = last[0]
            act, share = _taken_back(writing, Act(done), int(number), int(line), str(body))
            at = self._act(writing, act, share, undoes=int(line))
        return Trace(at, act, share)

    def one(self, number: int) -> Share:
        """Return the entry with this number; LedgerError if there is none or it was removed."""
        rows = self._store.read(_SELECT + "WHERE id = ? AND removed = 0", (number,))
        if not rows:
            raise LedgerError("errors.ledger_no_entry", number=number)
        return _share(rows[0])

    def kept(self, *, institution: str = "", kind: str = "") -> tuple[Share, ...]:
        """Return the entries, newest first; only those of an institution, or with a kind."""
        where, values = "WHERE removed = 0 ", []
        if institution:
            where += "AND institution = ? "
            values.append(institution)
        if kind:
            where += "AND id IN (SELECT share FROM share_kind WHERE kind = ?) "
            values.append(kind)
        rows = self._store.read(_SELECT + where + "ORDER BY id DESC", values)
        return tuple(map(_share, rows))

    def removed(self) -> tuple[Share, ...]:
        """Return what was removed, newest first."""
        return tuple(map(_share, self._store.read(_SELECT + "WHERE removed = 1 ORDER BY id DESC")))

    def search(
        self, text: str, institutions: Iterable[str] = (), most: int = MOST_FOUND
    ) -> tuple[Share, ...]:
        """Return up to ``most`` entries, newest first, that hold every word of ``text``.

        Looked through are the person's own name for an institution, product, purpose, third parties
        and note; also found is whatever went to one of ``institutions``, the ids that a
        directory knows under such a name. Width and case of letters do not matter.
        """
        words = _folded(text[: rules.MOST_NOTE]).split()[:_MOST_WORDS]
        held = " AND ".join(["instr(words, ?)"] * len(words)) or "1"
        ids = json.dumps(list(institutions))
        rows = self._store.read(_FOUND.format(held=held), (*words, ids, most))
        return tuple(map(_share, rows))

    def trace(self, number: int = 0, most: int = MOST_TRACED) -> tuple[Trace, ...]:
        """Return what was done, last act first: to one entry, or to all of them."""
        if number:
            rows = self._store.read(_TRACE_OF_ONE, (number, most))
        else:
            rows = self._store.read(_TRACE, (most,))
        return tuple(Trace(str(at), Act(act), _from_body(str(body))) for at, act, body in rows)

    def count(self) -> int:
        """Return how many entries there are."""
        return int(self._store.read("SELECT count(*) FROM share_text")[0][0])

    def _act(self, writing: Writing, act: Act, share: Share, undoes: int | None = None) -> str:
        """Do ``act``, after which the entry is ``share``; return the time."""
        at = self._time()
        if act is Act.CHANGED:
            writing.do(_CHANGE, (*_values(share), at, share.id))
            writing.do("DELETE FROM share_kind WHERE share = ?", (share.id,))
            _add_kinds(writing, share)
        else:
            gone = int(act is Act.REMOVED)
            writing.do(
                "UPDATE share SET removed = ?, changed = ? WHERE id = ?", (gone, at, share.id)
            )
        writing.do("DELETE FROM share_text WHERE share = ?", (share.id,))
        if act is not Act.REMOVED:
            _add_text(writing, share)
        _add_trace(writing, at, act, share, undoes)
        return at

    def _time(self) -> str:
        return self._now().astimezone(UTC).isoformat(timespec="seconds")


def _add(writing: Writing, share: Share, at: str) -> Share:
    number = writing.do(_ADD, (*_values(share), at, at))
    kept = msgspec.structs.replace(share, id=number)
    _add_kinds(writing, kept)
    _add_text(writing, kept)
    _add_trace(writing, at, Act.ADDED, kept, None)
    return kept


def _add_kinds(writing: Writing, share: Share) -> None:
    rows = [(share.id, place, kind) for place, kind in enumerate(share.kinds)]
    writing.do_many("INSERT INTO share_kind (share, place, kind) VALUES (?, ?, ?)", rows)


def _add_text(writing: Writing, share: Share) -> None:
    fields = (share.name, share.product, share.purpose, share.third_parties, share.note)
    words = _folded("\n".join(field for field in fields if field))
    writing.do(
        "INSERT INTO share_text (share, institution, words) VALUES (?, ?, ?)",
        (share.id, share.institution, words),
    )


def _add_trace(writing: Writing, at: str, act: Act, share: Share, undoes: int | None) -> None:
    body = msgspec.json.encode(share).decode()
    writing.do(
        "INSERT INTO trace (at, act, share, body, undoes) VALUES (?, ?, ?, ?, ?)",
        (at, str(act), share.id, body, undoes),
    )


def _taken_back(
    writing: Writing, done: Act, number: int, line: int, body: str
) -> tuple[Act, Share]:
    """Return the act that takes ``done`` back, and the entry as it is after it."""
    if done is Act.CHANGED:
        before = writing.read(
            "SELECT body FROM trace WHERE share = ? AND id < ? ORDER BY id DESC LIMIT 1",
            (number, line),
        )
        return Act.CHANGED, _from_body(str(before[0][0]))
    back = Act.RESTORED if done is Act.REMOVED else Act.REMOVED
    return back, _from_body(body)


def _one(writing: Writing, number: int, *, removed: bool) -> Share:
    rows = writing.read(_SELECT + "WHERE id = ? AND removed = ?", (number, int(removed)))
    if not rows:
        raise LedgerError("errors.ledger_no_entry", number=number)
    return _share(rows[0])


def _values(share: Share) -> tuple[str, ...]:
    return tuple(str(getattr(share, field)) for field in _FIELDS)


def _share(row: Row) -> Share:
    (number, stage, institution, name, product, date, channel, purpose, consent, third_parties,
     until, note, kinds) = row  # fmt: skip
    return Share(
        id=number,
        stage=Stage(stage),
        kinds=tuple((kinds or "").split()),
        institution=institution,
        name=name,
        product=product,
        date=date,
        channel=ShareChannel(channel),
        purpose=purpose,
        consent=Consent(consent),
        third_parties=third_parties,
        until=until,
        note=note,
    )


def _from_body(body: str) -> Share:
    return msgspec.json.decode(body, type=Share)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
