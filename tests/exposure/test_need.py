"""Whether a kind was needed, by kind, product and stage."""

import pytest

from guardian_app.exposure import NeedReason, need
from guardian_app.model import Need, Stage

QUOTE, BUY, CHANGE, CLAIM, ADVERT = (
    Stage.QUOTE, Stage.UNDERWRITING, Stage.CHANGE, Stage.CLAIM, Stage.MARKETING,
)  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "product", "stage", "expected"),
    [
        # what nobody needs, whatever else is known
        ("sms-code", "life", BUY, (Need.EXCESSIVE, "never_asked")),
        ("pay-password", "", CLAIM, (Need.EXCESSIVE, "never_asked")),
        ("contacts", "motor", BUY, (Need.EXCESSIVE, "no_insurance")),
        ("browsing", "no-such", CLAIM, (Need.EXCESSIVE, "no_insurance")),
        # the lists of the product
        ("health-history", "life", BUY, (Need.NEEDED, "stage_needs")),
        ("health-history", "motor", BUY, (Need.EXCESSIVE, "not_for_product")),
        ("face", "motor", CLAIM, (Need.EXCESSIVE, "not_for_product")),
        ("gene", "critical-illness", BUY, (Need.OPTIONAL, "optional")),
        ("medical-record", "life", BUY, (Need.OPTIONAL, "optional")),
        ("medical-record", "life", CLAIM, (Need.NEEDED, "stage_needs")),
        # before there is a policy
        ("name", "life", QUOTE, (Need.OPTIONAL, "usual")),
        ("phone", "travel", ADVERT, (Need.OPTIONAL, "usual")),
        ("plate", "motor", QUOTE, (Need.NEEDED, "stage_needs")),
        ("id-number", "critical-illness", QUOTE, (Need.LATER, "later_stage")),
        ("card-no", "critical-illness", QUOTE, (Need.LATER, "later_stage")),
        ("face", "critical-illness", QUOTE, (Need.EXCESSIVE, "too_early")),
        ("income", "critical-illness", QUOTE, (Need.EXCESSIVE, "too_early")),
        ("device", "critical-illness", QUOTE, (Need.UNKNOWN, "not_listed")),
        # out of its stage, one way and the other
        ("medical-record", "medical", BUY, (Need.LATER, "later_stage")),
        ("accident-doc", "motor", CHANGE, (Need.LATER, "later_stage")),
        ("name", "life", CLAIM, (Need.OPTIONAL, "known_already")),
        ("health-history", "life", CHANGE, (Need.OPTIONAL, "known_already")),
        # ours, beside the sheet
        ("card-no", "motor", BUY, (Need.OPTIONAL, "optional")),
        ("card-no", "motor", QUOTE, (Need.LATER, "later_stage")),
        ("phone", "group", BUY, (Need.OPTIONAL, "optional")),
        # what the sources do not say
        ("face", "life", BUY, (Need.UNKNOWN, "not_listed")),
        ("no-such", "life", BUY, (Need.UNKNOWN, "not_listed")),
        ("name", "no-such", BUY, (Need.UNKNOWN, "no_product")),
        # no product: only what holds for all of them
        ("face", "", QUOTE, (Need.EXCESSIVE, "too_early")),
        ("id-number", "", QUOTE, (Need.LATER, "later_stage")),
        ("plate", "", QUOTE, (Need.UNKNOWN, "no_product")),
        ("phone", "", QUOTE, (Need.UNKNOWN, "no_product")),
    ],
)
def test_need(knowledge, kind, product, stage, expected):
    told = need(kind, product, stage, knowledge)
    assert (told.need, told.reason) == expected


def test_what_is_needed_later_names_the_stage(knowledge):
    assert need("id-number", "life", QUOTE, knowledge).stage is BUY
    assert need("medical-record", "medical", BUY, knowledge).stage is CLAIM


def test_every_reason_has_a_sentence(sentences):
    for reason in NeedReason:
        assert f"need.{reason}" in sentences
    assert {key for key in sentences if key.startswith("need.")} == {
        f"need.{reason}" for reason in NeedReason
    }


def test_every_kind_is_answered_for_every_product_and_stage(knowledge):
    for kind in knowledge.data_kinds:
        for product in ("", *(each.id for each in knowledge.products)):
            for stage in Stage:
                assert need(kind.id, product, stage, knowledge).key.startswith("need.")


def test_what_a_form_usually_asks_is_never_shown_as_excessive(knowledge):
    for product in knowledge.products:
        for stage, kinds in product.usual.items():
            for kind in kinds:
                answer = need(kind, product.id, stage, knowledge).need
                assert answer in (Need.NEEDED, Need.OPTIONAL), (product.id, stage, kind)
