"""What an entry may hold, and that it never is the data itself."""

import msgspec
import pytest
from ledger_samples import LEAK, OTHER, SHARE, told

from guardian_app.ledger import MOST_NOTE, holds_whole_number


@pytest.mark.parametrize(
    "text",
    [
        "11010519491231002X",
        "110105194912310020",
        "身份证110105194912310020号",
        "110105491231002",  # fifteen digits, the old form
        "6222021234567890123",
        "6222 0212 3456 7890 123",
        "6222-0212-3456-7890",
        "6222  0212  3456  7890",
        "6222—0212—3456—7890",
        "3782 822463 10005",
        "110105 19491231 002X",
        "110105-1949-12-31-002X",
        "110105 194912310020",
        "６２２２０２１２３４５６７８９０",
        "6222\u200b0212\u200b3456\u200b7890",
        "622202123\u00ad4567890",
        "٦٢٢٢٠٢١٢٣٤٥٦٧٨٩٠",
    ],
)
def test_a_full_number_is_refused(opened, text):
    assert holds_whole_number(text)
    with told("ledger_field_number") as error:
        opened.shares.add(msgspec.structs.replace(OTHER, note=text))
    assert error.value.values == {"field": "note"}
    assert opened.shares.kept() == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026-01-01 2026-02-02",
        "2026-01-01至2026-12-31",
        "13800138000 13900139000",
        "95519 12378 95511",
        "尾号 6217",
        "400-800-1234",
        "保额 500000 元，保费 12000 元",
        "12345678901234",
    ],
)
def test_other_figures_are_let_through(opened, text):
    assert not holds_whole_number(text)
    assert opened.shares.add(msgspec.structs.replace(OTHER, note=text)).note == text


@pytest.mark.parametrize(
    ("field", "value", "key"),
    [
        ("kinds", (), "ledger_field_missing"),
        ("kinds", ("Phone",), "ledger_field_wrong"),
        ("kinds", ("phone", "phone"), "ledger_field_wrong"),
        ("kinds", ("two words",), "ledger_field_wrong"),
        ("kinds", tuple(f"k{n}" for n in range(101)), "ledger_field_wrong"),
        ("institution", "no such/id", "ledger_field_wrong"),
        ("institution", "1" * 16, "ledger_field_wrong"),
        ("name", "长" * 101, "ledger_field_too_long"),
        ("name", "6222021234567890", "ledger_field_number"),
        ("product", "长" * 101, "ledger_field_too_long"),
        ("product", "6222021234567890", "ledger_field_number"),
        ("purpose", "长" * 501, "ledger_field_too_long"),
        ("purpose", "6222021234567890", "ledger_field_number"),
        ("third_parties", "长" * 501, "ledger_field_too_long"),
        ("third_parties", "6222021234567890", "ledger_field_number"),
        ("note", "长" * (MOST_NOTE + 1), "ledger_field_too_long"),
        ("note", "a\x00b", "ledger_field_wrong"),
        ("note", "\ud83d", "ledger_field_wrong"),
        ("date", "2026-13-01", "ledger_field_wrong"),
        ("date", "20260101", "ledger_field_wrong"),
        ("date", "昨天", "ledger_field_wrong"),
        ("until", "2026-02-30", "ledger_field_wrong"),
    ],
)
def test_a_field_that_cannot_be_kept_is_named(opened, field, value, key):
    with told(key) as error:
        opened.shares.add(msgspec.structs.replace(SHARE, **{field: value}))
    assert error.value.values["field"] == field
    kept = opened.shares.add(SHARE)
    with told(key):
        opened.shares.change(msgspec.structs.replace(kept, **{field: value}))
    assert opened.shares.kept() == (kept,)


def test_somebody_must_have_got_it(opened):
    with told("ledger_field_missing") as error:
        opened.shares.add(msgspec.structs.replace(OTHER, name="  "))
    assert error.value.values["field"] == "institution"


@pytest.mark.parametrize("text", ["多行\n的\t备注", "😀", "长" * MOST_NOTE, "<b>'\";--\\"])
def test_any_other_text_is_kept_letter_for_letter(opened, text):
    assert opened.shares.add(msgspec.structs.replace(OTHER, note=text)).note == text
    assert opened.shares.kept()[0].note == text


@pytest.mark.parametrize(
    ("field", "value"),
    [("date", ""), ("date", "1.10."), ("kinds", ()), ("note", "1" * 15), ("note", "x" * 2001)],
)
def test_a_sign_of_a_leak_keeps_the_same_rules(opened, field, value):
    with told("ledger_field_wrong", "ledger_field_missing", "ledger_field_number",
              "ledger_field_too_long") as error:  # fmt: skip
        opened.leak_signs.add(msgspec.structs.replace(LEAK, **{field: value}))
    assert error.value.values["field"] == field
    assert opened.leak_signs.kept() == ()
