"""A reminder as a calendar file, read again by somebody else's reader."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from guardian_app.errors import LetterError
from guardian_app.letters import Reminder, as_calendar

STAMP = datetime(2026, 11, 25, 18, 0, tzinfo=timezone(timedelta(hours=8)))


def read(content):
    calendar = Calendar.from_ical(content)
    (event,) = calendar.walk("VEVENT")
    return event


def test_a_reminder_is_a_whole_day_with_an_alarm_that_morning():
    event = read(as_calendar(Reminder(uid="r1@guardian", day="2026-12-31", title="催答复"), STAMP))
    assert event.decoded("DTSTART") == date(2026, 12, 31)
    assert event.decoded("DTEND") == date(2027, 1, 1)
    assert event.decoded("DTSTAMP") == datetime(2026, 11, 25, 10, 0, tzinfo=UTC)
    assert event["UID"] == "r1@guardian"
    (alarm,) = event.walk("VALARM")
    assert alarm.decoded("TRIGGER") == timedelta(hours=9)
    assert alarm["ACTION"] == "DISPLAY"


TEXTS = st.text(max_size=80)


@given(title=TEXTS, note=TEXTS)
def test_any_text_comes_back_and_adds_no_line(title, note):
    content = as_calendar(Reminder(uid="u", day="2026-12-01", title=title, note=note), STAMP)
    assert content.endswith(b"END:VCALENDAR\r\n")
    rows = content.split(b"\r\n")
    assert all(b"\r" not in row and b"\n" not in row for row in rows)
    assert all(len(row) <= 75 for row in rows)
    for row in rows:
        row.decode("utf-8")  # no letter is cut in two
    names = [row.split(b":")[0].split(b";")[0] for row in rows if row and not row.startswith(b" ")]
    assert names.count(b"BEGIN") == names.count(b"END") == 3
    event = read(content)
    assert len(event.walk("VALARM")) == 1
    if title.isprintable():
        assert str(event["SUMMARY"]) == title


@pytest.mark.parametrize(
    "title", ["a;b,c\\n", "END:VEVENT", "x\r\nEND:VEVENT\r\nBEGIN:VEVENT", "保" * 90]
)
def test_hostile_titles(title):
    event = read(as_calendar(Reminder(uid="u", day="2026-12-01", title=title), STAMP))
    assert str(event["SUMMARY"]) == title.replace("\r\n", "\n")


@pytest.mark.parametrize(
    ("day", "title", "note"),
    [("soon", "x", ""), ("2026-12-01", "x" * 10_000, ""), ("2026-12-01", "x", "x" * 10_000)],
)
def test_what_cannot_be_a_reminder_is_refused(day, title, note):
    with pytest.raises(LetterError):
        as_calendar(Reminder(uid="u", day=day, title=title, note=note), STAMP)
