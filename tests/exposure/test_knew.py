"""Who could have known what a caller knew."""

import pytest
from exposure_samples import BROKER, LIFE, MOTOR, SHARES
from msgspec.structs import replace

from guardian_app.exposure import Holder, knew

A, B, BROKERS = Holder("life-a"), Holder("motor-b"), Holder(name="某某经纪")


@pytest.mark.parametrize(
    ("kinds", "ranked"),
    [
        ((), []),
        (("gene",), []),
        (("plate",), [B]),
        (("name",), [B, A, BROKERS]),  # all hold it; fewest besides first
        (("name", "phone"), [B, A, BROKERS]),  # the broker had no phone
        (("name", "phone", "plate"), [B, A, BROKERS]),
        (("id-number", "face"), [BROKERS, A]),
        (("health-history", "plate"), [B, A]),
    ],
)
def test_ranking(kinds, ranked):
    assert [each.holder for each in knew(kinds, SHARES)] == ranked


def test_it_is_told_what_matches_and_what_does_not():
    first, second = knew(("id-number", "face"), SHARES)
    assert first.knew_all
    assert (first.matches, first.missing) == (("id-number", "face"), ())
    assert not second.knew_all
    assert (second.matches, second.missing) == (("id-number",), ("face",))
    assert second.besides == ("card-no", "health-history", "name", "phone")


def test_equally_exact_ones_stand_newest_first():
    other = replace(MOTOR, id=7, institution="motor-c", date="2025-01-01")
    undated = replace(MOTOR, id=8, institution="motor-d", date="")
    ranked = [each.holder.institution for each in knew(("plate",), (undated, MOTOR, other))]
    assert ranked == ["motor-c", "motor-b", "motor-d"]


def test_what_was_given_later_could_not_be_known():
    assert [each.holder for each in knew(("name",), SHARES, day="2024-06-01")] == [B, A]


def test_shares_of_one_holder_count_together():
    more = replace(LIFE, id=9, date="2023-01-01", kinds=("plate",))
    (only,) = knew(("health-history", "plate"), (LIFE, more))
    assert only.knew_all
    assert only.newest == "2023-01-01"


def test_the_order_of_entries_changes_nothing():
    assert knew(("name",), SHARES) == knew(("name",), (BROKER, MOTOR, LIFE))
