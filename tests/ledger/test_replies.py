"""Answers to the safeguard questions: one a question and institution, counted side by side."""

import msgspec
import pytest
from ledger_samples import REPLY, SECRET, told

from guardian_app import ledger
from guardian_app.model import Reading

INSURER = msgspec.structs.replace(REPLY, institution="china-life", name="", note="")


def test_an_answer_is_kept_and_the_next_one_takes_its_place(opened, folder):
    assert opened.replies.put(REPLY) is None
    better = msgspec.structs.replace(REPLY, reading=Reading.GOOD, date="2026-05-01", note="")
    assert opened.replies.put(better) == REPLY
    opened.lock()
    again = ledger.unlock(folder, SECRET)
    assert again.replies.kept() == (better,)
    again.lock()


def test_putting_back_what_was_before_is_an_undo(opened):
    opened.replies.put(REPLY)
    before = opened.replies.put(msgspec.structs.replace(REPLY, reading=Reading.GOOD))
    opened.replies.put(before)
    assert opened.replies.kept() == (REPLY,)
    opened.replies.remove(REPLY)
    opened.replies.remove(REPLY)
    assert opened.replies.kept() == ()


def test_answers_are_those_of_one_institution(opened):
    other = msgspec.structs.replace(INSURER, safeguard="training")
    for reply in (REPLY, other, INSURER):
        opened.replies.put(reply)
    assert opened.replies.kept("china-life") == (INSURER, other)
    assert opened.replies.kept(name=REPLY.name) == (REPLY,)
    assert opened.replies.kept("no-such") == ()
    assert len(opened.replies.kept()) == 3


def test_an_institution_is_its_id_and_an_own_name_its_words(opened):
    opened.replies.put(INSURER)
    opened.replies.put(msgspec.structs.replace(INSURER, name="国寿老张", reading=Reading.GOOD))
    opened.replies.put(REPLY)
    opened.replies.put(msgspec.structs.replace(REPLY, name=" 比价小程序   QuoteHub "))
    assert [(one.institution, one.name) for one in opened.replies.kept()] == [
        ("", REPLY.name), ("china-life", ""),
    ]  # fmt: skip
    assert opened.replies.kept("china-life")[0].reading is Reading.GOOD
    assert opened.replies.kept("china-life", "国寿老张") == opened.replies.kept("china-life")


def test_institutions_are_compared_by_how_their_answers_read(opened):
    assert opened.replies.comparison() == ()
    for number, reading in enumerate(["good", "good", "weak", "none"]):
        reply = msgspec.structs.replace(
            INSURER,
            safeguard=f"s-{number}",
            reading=Reading(reading),
            date=f"2026-04-0{number + 1}",
        )
        opened.replies.put(reply)
    opened.replies.put(REPLY)
    first, second = opened.replies.comparison()
    assert (first.institution, first.good, first.weak, first.none) == ("china-life", 2, 1, 1)
    assert first.newest == "2026-04-04"
    assert (second.name, second.good, second.weak, second.none) == (REPLY.name, 0, 1, 0)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("safeguard", "No Such"),
        ("name", ""),
        ("name", "长" * 101),
        ("date", "昨天"),
        ("note", "1" * 15),
        ("note", "x" * 2001),
    ],
)
def test_a_field_that_cannot_be_kept_is_named(opened, field, value):
    opened.replies.put(REPLY)
    with told("ledger_field_wrong", "ledger_field_missing", "ledger_field_number",
              "ledger_field_too_long") as error:  # fmt: skip
        opened.replies.put(msgspec.structs.replace(REPLY, **{field: value}))
    named = "institution" if field == "name" and not value else field
    assert error.value.values["field"] == named
    assert opened.replies.kept() == (REPLY,)
