"""What is out when an institution leaked."""

from exposure_samples import BROKER, LIFE, SHARES
from msgspec.structs import replace

from guardian_app.exposure import Holder, holder, leak


def test_the_most_harmful_kinds_stand_first(knowledge):
    out = leak(Holder("life-a"), SHARES, knowledge)
    assert [each.id for each in out.kinds] == [
        "card-no", "health-history", "phone", "id-number", "name",
    ]  # fmt: skip
    assert out.shares == (LIFE,)


def test_codes_come_before_everything(knowledge):
    given = replace(LIFE, kinds=("health-history", "sms-code"))
    assert leak(Holder("life-a"), [given], knowledge).kinds[0].id == "sms-code"


def test_an_institution_that_was_given_nothing_leaks_nothing(knowledge):
    out = leak(Holder("life-z"), SHARES, knowledge)
    assert (out.kinds, out.shares, out.unknown) == ((), (), ())


def test_a_kind_of_a_newer_knowledge_is_told(knowledge):
    assert leak(holder(BROKER), SHARES, knowledge).unknown == ("no-such-kind",)
