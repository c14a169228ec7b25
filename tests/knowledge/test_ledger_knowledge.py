"""Kinds of data, products, laws, rights: what they must hold, and what is told of a fault."""

import shutil

import msgspec
import pytest

from guardian_app import paths
from guardian_app.knowledge import read_folder
from guardian_app.knowledge.lint_ledger import ledger_faults
from guardian_app.model import Confidence, Knowledge, Sensitivity, Stage, cited

FOLDER = paths.resources() / "knowledge"
PARTS = ("data_kinds", "products", "laws", "rights", "safeguards")
ID = "data_kinds/id-number.toml"
MOTOR = "products/motor.toml"
DELETE = "rights/delete.toml"
ANOTHER_WAY = "face-recognition:another-way"
BUY = "needed.underwriting"
FACE = "safeguards/face-alt.toml"


@pytest.fixture
def folder(tmp_path):
    for part in PARTS:
        shutil.copytree(FOLDER / part, tmp_path / part)
    for file in FOLDER.glob("*.toml"):
        if file.name != "wording.toml":
            shutil.copy(file, tmp_path)
    return tmp_path


def faults_of(folder, file):
    knowledge, faults = read_folder(folder)
    return [each for each in (*faults, *ledger_faults(knowledge)) if each.file == file]


@pytest.mark.parametrize(
    ("file", "edit", "field", "problem"),
    [
        (ID, ('id = "id-number"', 'id = "id-card"'), "id", "not the name"),
        (ID, ('group = "id"', 'group = "no-such"'), "group", "no-such"),
        (ID, ('"important"', '"grave"'), "sensitivity", "grave"),
        (ID, ('zh = "身份证号码"', 'zh = " "'), "name", "empty"),
        (ID, ('"S56"', '"S999"'), "sources", "S999"),
        (ID, ('["S56", "S56b"]', "[]"), "sources", "is empty"),
        (ID, ("words = [", 'words = [ "护照",'), "words", "names two kinds"),
        (ID, ("words = [", 'words = [ "身份证",'), "words", "twice"),
        (ID, ("words = [", 'words = [ "ID Card",'), "words", "lower-case"),
        (ID, ('plain = { zh = "', 'plain = { zh = "' + "长" * 60), "plain", "too long"),
        (ID, ('id = "id-number"', 'id = "id-number"\nextra = 1'), "", "extra"),
        (MOTOR, ("underwriting = [", 'underwriting = ["no-such", '), BUY, "no-such"),
        (MOTOR, ("underwriting = [", 'underwriting = ["name", '), BUY, "twice"),
        (MOTOR, ("underwriting = [", 'underwriting = ["face", '), "excessive", "another list"),
        (MOTOR, ("underwriting = [", 'underwriting = ["sms-code", '), "needed", "nobody needs"),
        (MOTOR, ("optional = [", 'optional = ["plate", '), "optional", "needed at underwriting"),
        (MOTOR, ("underwriting = [", "claims = ["), "", "claims"),
        (MOTOR, ("excessive = [", 'excessive = ["no-such", '), "excessive", "no-such"),
        (DELETE, ('"pipl:47"', '"pipl:147"'), "articles", "pipl:147"),
        (DELETE, ('"pipl:47"', '"consumer-protection:43"'), "articles", "was not read"),
        (DELETE, ("articles = [", "articles = []\nx = ["), "", "x"),
        (FACE, (ANOTHER_WAY, "pipl:6"), "articles", "pipl:6"),
        (FACE, (ANOTHER_WAY, "consumer-protection:43"), "confidence", "verified"),
        ("laws/pipl.toml", ('number = "13"', 'number = "14"'), "articles", "twice"),
        ("laws/pipl.toml", ('["S75"]', "[]"), "articles[0].sources", "without a source"),
        ("data_groups.toml", ('id = "codes"', 'id = "secrets"'), "groups", "no kind"),
    ],
)  # fmt: skip
def test_a_fault_names_file_and_field(folder, file, edit, field, problem):
    old, new = edit
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    faults = faults_of(folder, file)
    assert any(field == each.field and problem in each.problem for each in faults), faults


def test_a_product_that_says_nothing_of_underwriting_is_a_fault(folder):
    path = folder / MOTOR
    lines = path.read_text(encoding="utf-8").splitlines()
    lines.remove(next(each for each in lines if each.startswith("underwriting")))
    path.write_text("\n".join(lines), encoding="utf-8")
    assert any("underwriting" in each.problem for each in faults_of(folder, MOTOR))


def test_the_folder_itself_has_no_fault():
    assert list(ledger_faults(read_folder(FOLDER)[0])) == []


def test_a_pack_from_before_the_ledger_still_opens(knowledge):
    parts = ("data_groups", "data_kinds", "products", "laws", "rights", "safeguards")
    old = msgspec.json.decode(msgspec.json.encode(knowledge))
    for part in parts:
        assert old.pop(part)
    opened = msgspec.convert(old, Knowledge)
    assert all(getattr(opened, part) == () for part in parts)
    assert list(ledger_faults(opened)) == []


def test_the_counts_are_those_of_the_facts(knowledge):
    counts = [len(getattr(knowledge, part)) for part in PARTS]
    assert counts == [35, 9, 11, 7, 24]
    assert len(knowledge.data_groups) == 12


def test_sensitivity_is_that_of_the_rule(knowledge):
    by = {level: set() for level in Sensitivity}
    for each in knowledge.data_kinds:
        by[each.sensitivity].add(each.id)
    by_law = {
        "holding-id-photo", "face", "fingerprint", "voice", "portrait", "card-no", "card-cvv",
        "balance", "credit", "health-history", "medical-record", "gene", "minor", "location",
        "itinerary", "claim-data",
    }  # fmt: skip
    assert by[Sensitivity.SENSITIVE] == by_law | {"sms-code", "pay-password"}
    assert by[Sensitivity.IMPORTANT] == {
        "phone", "id-number", "id-photo", "passport", "licence", "policy-no", "contacts",
    }  # fmt: skip
    verified = {each.id for each in knowledge.data_kinds if each.confidence is Confidence.VERIFIED}
    assert verified == by_law


def test_what_nobody_may_ask_for(knowledge):
    assert {each.id for each in knowledge.data_kinds if each.never_ask} == {
        "sms-code", "pay-password", "card-cvv",
    }  # fmt: skip
    assert {each.id for each in knowledge.data_kinds if each.always_excessive} == {
        "contacts", "browsing",
    }  # fmt: skip


def test_what_a_product_needs_is_no_more_than_a_guide(knowledge):
    for product in knowledge.products:
        assert product.confidence is Confidence.PARTIAL
        assert set(product.usual) == set(Stage)


def test_no_right_promises_a_time_that_the_law_does_not_set(knowledge):
    for right in knowledge.rights:
        for said in (right.gives, right.unset):
            assert not any(map(str.isdigit, said.zh + said.en)), right.id
        assert len(list(cited(right.articles, knowledge.laws))) == len(right.articles)


def test_deleting_tells_of_the_years_that_records_are_kept(knowledge):
    (right,) = (each for each in knowledge.rights if each.id == "delete")
    assert "insurance:87" in right.articles
    assert any("五年" in limit.zh and "10 years" in limit.en for limit in right.limits)


def test_a_reference_that_is_not_known_is_left_out(knowledge):
    assert list(cited(["pipl:6", "no-such:1"], knowledge.laws)) == []
    ((law, article),) = cited(["pipl:45"], knowledge.laws)
    assert (law.id, article.number) == ("pipl", "45")
