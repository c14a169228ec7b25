"""Rows, cells, marks and totals of the ledger at a glance."""

from exposure_samples import BROKER, LIFE, SHARES
from msgspec.structs import replace

from guardian_app.exposure import Holder, matrix
from guardian_app.model import Sensitivity, Stage


def cells(row):
    return {cell.group: cell for cell in row.cells if cell}


def test_nothing_given_is_an_empty_matrix(knowledge):
    told = matrix((), knowledge)
    assert told.rows == ()
    assert told.totals.holders == told.totals.kinds == told.totals.beyond == 0
    assert told.groups == tuple(each.id for each in knowledge.data_groups)


def test_rows_stand_newest_first_and_have_a_cell_for_each_column(knowledge):
    told = matrix(SHARES, knowledge)
    assert [row.holder for row in told.rows] == [
        Holder(name="某某经纪"),
        Holder("motor-b"),
        Holder("life-a"),
    ]
    assert all(len(row.cells) == len(told.groups) for row in told.rows)


def test_a_cell_tells_its_strongest_kind_and_what_is_beyond_need(knowledge):
    broker = matrix([BROKER], knowledge).rows[0]
    found = cells(broker)
    assert found["contact"].beyond == ()
    assert found["id"].beyond == ("id-number",)
    assert found["id"].sensitivity is Sensitivity.IMPORTANT
    assert found["face-voice"].sensitivity is Sensitivity.SENSITIVE
    assert found["face-voice"].beyond == ("face",)
    assert found["family"].beyond == ("family",)
    assert "health" not in found


def test_the_strongest_kind_stands_first(knowledge):
    both = replace(LIFE, kinds=("address", "phone", "name"))
    assert cells(matrix([both], knowledge).rows[0])["contact"].kinds == ("phone", "address", "name")


def test_totals_count_each_kind_once_a_holder(knowledge):
    totals = matrix((*SHARES, replace(LIFE, id=9, date="2022-01-01")), knowledge).totals
    assert totals.holders == 3
    assert totals.kinds == 5 + 6 + 3
    assert totals.beyond == 4  # id number, card, face, family at a quote
    assert totals.sensitive == 2 + 2
    assert totals.sensitive_beyond == 2


def test_what_was_too_early_is_needed_once_a_policy_follows(knowledge):
    bought = replace(BROKER, id=4, stage=Stage.UNDERWRITING, date="2025-04-01")
    row = matrix((BROKER, bought), knowledge).rows[0]
    assert cells(row)["id"].beyond == ()
    assert cells(row)["face-voice"].beyond == ("face",)  # nothing says that it is needed now


def test_a_kind_of_a_newer_knowledge_is_not_lost(knowledge):
    row = matrix([BROKER], knowledge).rows[0]
    assert row.unknown == ("no-such-kind",)
    assert "no-such-kind" not in {kind for cell in row.cells if cell for kind in cell.kinds}


def test_an_own_name_is_one_holder_however_it_is_spaced(knowledge):
    spaced = replace(BROKER, id=5, name=" 某某经纪 ")
    assert len(matrix((BROKER, spaced), knowledge).rows) == 1


def test_the_order_of_entries_changes_nothing(knowledge):
    assert matrix(SHARES, knowledge) == matrix(SHARES[::-1], knowledge)
