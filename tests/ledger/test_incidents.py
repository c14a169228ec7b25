"""Leaks a person heard of: kept, listed, removed, restored."""

import msgspec
import pytest
from ledger_samples import INCIDENT, SECRET, told

from guardian_app import ledger


def test_leaks_are_kept_listed_removed_and_restored(opened, folder):
    kept = opened.incidents.add(INCIDENT)
    vague = opened.incidents.add(
        msgspec.structs.replace(INCIDENT, institution="", name="某平台", date="", kinds=())
    )
    newer = opened.incidents.add(msgspec.structs.replace(INCIDENT, date="2026-09-01"))
    assert msgspec.structs.replace(kept, id=0) == INCIDENT
    opened.lock()
    again = ledger.unlock(folder, SECRET)
    assert again.incidents.kept() == (newer, kept, vague)
    again.incidents.remove(kept.id)
    assert again.incidents.kept() == (newer, vague)
    with told("ledger_no_entry"):
        again.incidents.remove(kept.id)
    again.incidents.restore(kept.id)
    assert again.incidents.kept() == (newer, kept, vague)
    with told("ledger_no_entry"):
        again.incidents.restore(kept.id)
    again.lock()


@pytest.mark.parametrize(
    ("field", "value", "named"),
    [
        ("institution", "", "institution"),
        ("institution", "a b", "institution"),
        ("kinds", ("phone", "phone"), "kinds"),
        ("date", "1.10.", "date"),
        ("note", "1" * 15, "note"),
        ("note", "x" * 2001, "note"),
    ],
)
def test_a_field_that_cannot_be_kept_is_named(opened, field, value, named):
    with told("ledger_field_wrong", "ledger_field_missing", "ledger_field_number",
              "ledger_field_too_long") as error:  # fmt: skip
        opened.incidents.add(msgspec.structs.replace(INCIDENT, **{field: value}))
    assert error.value.values["field"] == named
    assert opened.incidents.kept() == ()
