"""What may be kept in an entry: how long it may be, and that it never is the data itself.

The ledger says which kind of data went where. A number as long as that of an identity card or a
bank card is therefore refused in every field that a person fills in.
"""

import re
import unicodedata
from datetime import date

from guardian_app.errors import LedgerError
from guardian_app.model import Incident, LeakSign, Reply, Request, Share, Step

MOST_NAME = 100
MOST_PRODUCT = 100
MOST_PURPOSE = 500
MOST_THIRD_PARTIES = 500
MOST_NOTE = 2_000
MOST_KINDS = 100

_ID = re.compile(r"[a-z0-9][a-z0-9_.-]{0,63}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)

# Fifteen digits and more in a run: old and new identity numbers, bank cards.
# Or the same in the groups in which cards and identity numbers are written; any other groups, as of
# two dates or two telephone numbers side by side, are let through.
_GAP = r"[\s.·_/\\-]{1,3}"
_WHOLE_NUMBER = re.compile(
    r"\d{15}"
    rf"|(?<!\d)\d{{4}}{_GAP}\d{{4}}{_GAP}\d{{4}}{_GAP}\d{{3,4}}"
    rf"|(?<!\d)\d{{4}}{_GAP}\d{{6}}{_GAP}\d{{5}}(?!\d)"
    rf"|(?<!\d)\d{{6}}{_GAP}\d{{8}}{_GAP}\d{{3}}[\dX]"
    rf"|(?<!\d)\d{{6}}{_GAP}\d{{4}}{_GAP}\d{{2}}{_GAP}\d{{2}}{_GAP}\d{{3}}[\dX]"
    rf"|(?<!\d)\d{{6}}{_GAP}\d{{4}}{_GAP}\d{{4}}{_GAP}\d{{3}}[\dX]"
    rf"|(?<!\d)\d{{6}}{_GAP}\d{{12,13}}(?!\d)|(?<!\d)\d{{14}}{_GAP}\d{{3}}[\dX]",
    re.IGNORECASE,
)
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−－"), "-")


def require_share(share: Share) -> None:
    """Raise LedgerError, with the name of the field, unless ``share`` may be kept."""
    _require_holder(share.institution, share.name)
    _require_kinds(share.kinds)
    _require_text("product", share.product, MOST_PRODUCT)
    _require_text("purpose", share.purpose, MOST_PURPOSE)
    _require_text("third_parties", share.third_parties, MOST_THIRD_PARTIES)
    _require_text("note", share.note, MOST_NOTE)
    for field, day in (("date", share.date), ("until", share.until)):
        if day:
            _require_day(field, day)


def require_leak_sign(sign: LeakSign) -> None:
    """Raise LedgerError, with the name of the field, unless ``sign`` may be kept."""
    _require_day("date", sign.date)
    _require_kinds(sign.kinds)
    _require_text("note", sign.note, MOST_NOTE)


def require_request(request: Request) -> None:
    """Raise LedgerError, with the name of the field, unless ``request`` may be kept."""
    _require_id("right", request.right)
    _require_holder(request.institution, request.name)
    if request.kinds:
        _require_kinds(request.kinds)
    _require_day("opened", request.opened)
    if request.remind:
        _require_day("remind", request.remind)
    _require_text("note", request.note, MOST_NOTE)


def require_step(step: Step) -> None:
    """Raise LedgerError, with the name of the field, unless ``step`` may be kept."""
    _require_day("date", step.date)
    _require_text("note", step.note, MOST_NOTE)


def require_reply(reply: Reply) -> None:
    """Raise LedgerError, with the name of the field, unless ``reply`` may be kept."""
    _require_id("safeguard", reply.safeguard)
    _require_holder(reply.institution, reply.name)
    if reply.date:
        _require_day("date", reply.date)
    _require_text("note", reply.note, MOST_NOTE)


def require_incident(incident: Incident) -> None:
    """Raise LedgerError, with the name of the field, unless ``incident`` may be kept."""
    _require_holder(incident.institution, incident.name)
    if incident.kinds:
        _require_kinds(incident.kinds)
    if incident.date:
        _require_day("date", incident.date)
    _require_text("note", incident.note, MOST_NOTE)


def holds_whole_number(text: str) -> bool:
    """Return whether ``text`` holds what looks like a full identity or card number."""
    plain = unicodedata.normalize("NFKC", text).translate(_DASHES)
    # Marks that are not seen do not break a number up.
    plain = "".join(letter for letter in plain if unicodedata.category(letter) != "Cf")
    return _WHOLE_NUMBER.search(plain) is not None


def _require_holder(institution: str, name: str) -> None:
    if not institution and not name.strip():
        raise LedgerError("errors.ledger_field_missing", field="institution")
    if institution:
        _require_id("institution", institution)
    _require_text("name", name, MOST_NAME)


def _require_id(field: str, value: str) -> None:
    if not _ID.fullmatch(value) or holds_whole_number(value):
        raise LedgerError("errors.ledger_field_wrong", field=field)


def _require_kinds(kinds: tuple[str, ...]) -> None:
    if not kinds:
        raise LedgerError("errors.ledger_field_missing", field="kinds")
    if len(kinds) > MOST_KINDS or len(set(kinds)) != len(kinds):
        raise LedgerError("errors.ledger_field_wrong", field="kinds")
    for kind in kinds:
        _require_id("kinds", kind)


def _require_day(field: str, day: str) -> None:
    try:
        sound = _DAY.fullmatch(day) is not None and bool(date.fromisoformat(day))
    except ValueError:
        sound = False
    if not sound:
        raise LedgerError("errors.ledger_field_wrong", field=field)


def _require_text(field: str, text: str, most: int) -> None:
    if len(text) > most:
        raise LedgerError("errors.ledger_field_too_long", field=field, most=most)
    if any(_is_unfit(letter) for letter in text):
        raise LedgerError("errors.ledger_field_wrong", field=field)
    if holds_whole_number(text):
        raise LedgerError("errors.ledger_field_number", field=field)


def _is_unfit(letter: str) -> bool:
    # Half a letter cannot be written as UTF-8; control letters are no text.
    category = unicodedata.category(letter)
    return category == "Cs" or (category == "Cc" and letter not in "\n\r\t")
