"""A reminder as a calendar file (RFC 5545): a whole day, with an alarm at nine in its morning.

A calendar is often kept by others. ``title`` should say no more than a person wants them to read.
"""

import unicodedata
from datetime import UTC, date, datetime, timedelta

from msgspec import Struct

from guardian_app.errors import LetterError
from guardian_app.letters.value import MOST_DETAIL, MOST_NAME

MOST_OCTETS = 75
_ALARM = "PT9H"  # after the day has begun


class Reminder(Struct, frozen=True, kw_only=True):
    """A day (ISO) on which to be reminded. The same ``uid`` replaces an earlier entry."""

    uid: str
    day: str
    title: str
    note: str = ""


def as_calendar(reminder: Reminder, stamp: datetime) -> bytes:
    """Return the calendar file; ``stamp``, which knows its zone, is when it is made."""
    try:
        day = date.fromisoformat(reminder.day)
    except ValueError:
        raise LetterError("errors.letter_field_date", field="remind") from None
    title = _text("title", reminder.title, MOST_NAME)
    note = _text("note", reminder.note, MOST_DETAIL)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Guardian//Letters//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:{_text('uid', reminder.uid, MOST_NAME)}",
        f"DTSTAMP:{stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{title}",
        *([f"DESCRIPTION:{note}"] if note else []),
        "CLASS:PRIVATE",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"TRIGGER:{_ALARM}",
        f"DESCRIPTION:{title}",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return b"".join(_folded(line) for line in lines)


def _text(field: str, text: str, most: int) -> str:
    """Return ``text`` so that nothing in it begins a line, a property or a list of its own."""
    if len(text) > most:
        raise LetterError("errors.letter_field_too_long", field=field, most=most)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    plain = ("".join(_seen(letter) for letter in line) for line in lines)
    escaped = (line.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,") for line in plain)
    return "\\n".join(escaped)


def _seen(letter: str) -> str:
    return " " if unicodedata.category(letter) in {"Cc", "Cs", "Zl", "Zp"} else letter


def _folded(line: str) -> bytes:
    """Return one content line, folded between letters, never within one."""
    rows, row = [], b""
    for letter in line:
        octets = letter.encode()
        if len(row) + len(octets) > MOST_OCTETS:
            rows.append(row)
            row = b" "
        row += octets
    return b"\r\n".join([*rows, row]) + b"\r\n"
