"""Everything as plain CSV and JSON, and no cell that a spreadsheet would run."""

import csv
import io

import msgspec
import pytest
from ledger_samples import INCIDENT, LEAK, OTHER, REPLY, REQUEST, SENT, SHARE

from guardian_app.ledger import Asked, Everything, export


def test_json_holds_everything(opened):
    kept = opened.shares.add_all([SHARE, OTHER])
    sign = opened.leak_signs.add(LEAK)
    moved = opened.requests.move(opened.requests.add(REQUEST).id, SENT)
    opened.replies.put(REPLY)
    incident = opened.incidents.add(INCIDENT)
    everything = msgspec.json.decode(opened.to_json(), type=Everything)
    assert everything.shares == kept[::-1]
    assert everything.leak_signs == (sign,)
    assert everything.requests == (Asked(moved, opened.requests.history(moved.id)),)
    assert len(everything.requests[0].history) == 2
    assert everything.replies == (REPLY,)
    assert everything.incidents == (incident,)
    assert "咖啡店" in opened.to_json().decode()


def test_csv_holds_every_entry(opened):
    opened.shares.add_all([SHARE, OTHER])
    second, first = csv.DictReader(io.StringIO(opened.to_csv(), newline=""))
    assert first["note"] == SHARE.note
    assert first["kinds"] == "phone;health;id_number"
    assert (first["stage"], first["channel"], first["consent"]) == (
        "underwriting", "agent", "signed",
    )  # fmt: skip
    assert second["name"] == OTHER.name
    assert set(first) == set(SHARE.__struct_fields__)


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1", '=HYPERLINK("x")'],
)
def test_a_formula_is_defused(text):
    share = msgspec.structs.replace(OTHER, note=text)
    (row,) = csv.DictReader(io.StringIO(export.to_csv([share]), newline=""))
    assert row["note"] == "'" + text


@pytest.mark.parametrize("text", ['a,"b"\nc', "普通", "", "1-2", "a=b"])
def test_any_other_text_comes_back_as_it_was(text):
    share = msgspec.structs.replace(OTHER, note=text)
    (row,) = csv.DictReader(io.StringIO(export.to_csv([share]), newline=""))
    assert row["note"] == text


def test_an_empty_ledger_is_a_top_line(opened):
    assert opened.to_csv().count("\n") == 1
    assert msgspec.json.decode(opened.to_json(), type=Everything) == Everything((), ())
