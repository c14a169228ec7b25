"""Requests: kept, moved on, taken back, reminded of, removed and restored."""

import msgspec
import pytest
from ledger_samples import REQUEST, SECRET, SENT, told

from guardian_app import ledger
from guardian_app.model import RequestState, Step

OWN = msgspec.structs.replace(
    REQUEST, right="refuse-marketing", institution="", name="比价小程序", kinds=(), remind=""
)


def test_a_request_is_kept_as_it_was_given(opened, folder):
    kept = opened.requests.add(REQUEST)
    other = opened.requests.add(OWN)
    assert msgspec.structs.replace(kept, id=0) == REQUEST
    opened.lock()
    again = ledger.unlock(folder, SECRET)
    assert again.requests.kept() == (other, kept)
    assert again.requests.one(kept.id) == kept
    assert again.requests.history(kept.id) == (Step("2026-04-01", RequestState.DRAFT),)
    again.lock()


def test_a_story_from_draft_to_the_end(opened):
    number = opened.requests.add(REQUEST).id
    steps = (
        SENT,
        Step("2026-04-20", RequestState.REFUSED, "没有说理由"),
        Step("2026-04-25", RequestState.REFUSED, "还是没有说"),
        Step("2026-05-01", RequestState.COMPLAINED),
    )
    for step in steps:
        assert opened.requests.move(number, step).state is step.state
        assert opened.requests.one(number).state is step.state
    assert opened.requests.history(number)[1:] == steps
    assert opened.requests.kept(open_only=True) == opened.requests.kept()
    closed = opened.requests.move(number, Step("2026-06-01", RequestState.CLOSED))
    assert opened.requests.kept(open_only=True) == ()
    assert opened.requests.kept() == (closed,)


def test_the_last_step_can_be_taken_back_and_the_first_stays(opened):
    number = opened.requests.add(REQUEST).id
    opened.requests.move(number, SENT)
    opened.requests.move(number, Step("2026-04-20", RequestState.CLOSED))
    assert opened.requests.take_back(number).state is RequestState.SENT
    assert opened.requests.take_back(number).state is RequestState.DRAFT
    assert opened.requests.take_back(number).state is RequestState.DRAFT
    assert opened.requests.history(number) == (Step("2026-04-01", RequestState.DRAFT),)
    assert opened.requests.move(number, SENT).state is RequestState.SENT
    assert opened.requests.history(number)[1:] == (SENT,)


def test_note_and_reminder_can_be_changed(opened):
    kept = opened.requests.add(REQUEST)
    changed = opened.requests.change(kept.id, note="改过了", remind="")
    assert changed == msgspec.structs.replace(kept, note="改过了", remind="")
    assert opened.requests.one(kept.id) == changed
    assert opened.requests.history(kept.id)[0].date == kept.opened


@pytest.mark.parametrize(
    ("day", "count"), [("2026-05-05", 0), ("2026-05-06", 1), ("2027-01-01", 2)]
)
def test_due_are_open_requests_whose_day_has_come(opened, day, count):
    first = opened.requests.add(REQUEST)
    second = opened.requests.add(msgspec.structs.replace(REQUEST, remind="2026-12-31"))
    opened.requests.add(OWN)
    closed = opened.requests.add(REQUEST)
    opened.requests.move(closed.id, Step("2026-04-20", RequestState.CLOSED))
    opened.requests.remove(opened.requests.add(REQUEST).id)
    assert opened.requests.due(day) == (first, second)[:count]


def test_what_is_removed_can_be_restored_with_its_history(opened):
    number = opened.requests.add(REQUEST).id
    moved = opened.requests.move(number, SENT)
    assert opened.requests.remove(number) == moved
    assert opened.requests.kept() == ()
    assert opened.requests.removed() == (moved,)
    assert opened.requests.restore(number) == moved
    assert opened.requests.kept() == (moved,)
    assert opened.requests.history(number)[1:] == (SENT,)


@pytest.mark.parametrize(
    "act",
    [
        lambda requests, number: requests.move(number, SENT),
        lambda requests, number: requests.change(number, note="", remind=""),
        lambda requests, number: requests.take_back(number),
        lambda requests, number: requests.history(number),
        lambda requests, number: requests.one(number),
        lambda requests, number: requests.remove(number),
        lambda requests, _: requests.restore(99),
    ],
)
def test_a_request_that_is_not_there_is_told(opened, act):
    number = opened.requests.add(REQUEST).id
    opened.requests.remove(number)
    with told("ledger_no_entry"):
        act(opened.requests, number)


@pytest.mark.parametrize(
    ("field", "value", "key"),
    [
        ("right", "No Such", "ledger_field_wrong"),
        ("right", "", "ledger_field_wrong"),
        ("institution", "", "ledger_field_missing"),
        ("institution", "a/b", "ledger_field_wrong"),
        ("name", "长" * 101, "ledger_field_too_long"),
        ("kinds", ("phone", "phone"), "ledger_field_wrong"),
        ("opened", "", "ledger_field_wrong"),
        ("opened", "2026-02-30", "ledger_field_wrong"),
        ("remind", "明天", "ledger_field_wrong"),
        ("note", "x" * 2001, "ledger_field_too_long"),
        ("note", "6222021234567890", "ledger_field_number"),
        ("note", "\ud83d", "ledger_field_wrong"),
    ],
)
def test_a_field_that_cannot_be_kept_is_named(opened, field, value, key):
    wrong = msgspec.structs.replace(REQUEST, **{field: value})
    if field == "institution" and not value:
        wrong = msgspec.structs.replace(wrong, name=" ")
    with told(key) as error:
        opened.requests.add(wrong)
    assert error.value.values["field"] == field
    assert opened.requests.kept() == ()


@pytest.mark.parametrize(
    ("field", "value"), [("date", ""), ("date", "1.10."), ("note", "1" * 15), ("note", "x" * 2001)]
)
def test_a_step_or_change_that_cannot_be_kept_changes_nothing(opened, field, value):
    kept = opened.requests.add(REQUEST)
    with told("ledger_field_wrong", "ledger_field_number", "ledger_field_too_long") as error:
        opened.requests.move(kept.id, msgspec.structs.replace(SENT, **{field: value}))
    assert error.value.values["field"] == field
    with told("ledger_field_wrong", "ledger_field_number", "ledger_field_too_long"):
        if field == "note":
            opened.requests.change(kept.id, note=value, remind="")
        else:
            opened.requests.change(kept.id, note="", remind=value or "x")
    assert opened.requests.kept() == (kept,)
    assert len(opened.requests.history(kept.id)) == 1
