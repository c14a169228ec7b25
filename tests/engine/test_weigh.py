"""The rules that turn signs and wording into a level."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardian_app.engine.weigh import Case, judge, worth
from guardian_app.model import Level, Weights

WEIGHTS = Weights(
    bias=-3.0, caution=0.5, danger=0.85, signs={}, wording=1.0, wording_reach=4.0, warning=2.0
)
SUMS = st.floats(-60, 60)
LEVELS = list(Level)


def case(signs, wording, counted, *, decides, at_stake=True):
    return Case(signs, wording, counted, decides, at_stake)


@given(SUMS)
def test_wording_alone_is_never_a_danger(wording):
    level, _ = judge(case(0.0, wording, 0, decides=False), WEIGHTS)
    assert level is not Level.DANGER


@given(SUMS, SUMS, st.integers(0, 6), st.booleans())
def test_wording_moves_a_level_by_one_step_at_most(signs, wording, counted, decides):
    alone, _ = judge(case(signs, 0.0, counted, decides=decides), WEIGHTS)
    level, _ = judge(case(signs, wording, counted, decides=decides), WEIGHTS)
    assert abs(LEVELS.index(level) - LEVELS.index(alone)) <= 1


@given(SUMS, SUMS, st.integers(0, 6), st.booleans())
def test_the_score_follows_the_level(signs, wording, counted, decides):
    level, score = judge(case(signs, wording, counted, decides=decides), WEIGHTS)
    starts = {Level.UNKNOWN: 0.0, Level.CAUTION: WEIGHTS.caution, Level.DANGER: WEIGHTS.danger}
    assert level is max((each for each in starts if score >= starts[each]), key=starts.__getitem__)
    assert 0 <= score <= 1


@given(SUMS)
def test_honest_words_do_not_buy_off_a_request_that_decides(wording):
    level, _ = judge(case(9.0, wording, 2, decides=True), WEIGHTS)
    assert level is not Level.UNKNOWN


@pytest.mark.parametrize(("counted", "decides"), [(1, True), (5, False)])
def test_one_sign_or_mere_stories_stop_short_of_danger(counted, decides):
    level, _ = judge(case(9.0, 0.0, counted, decides=decides), WEIGHTS)
    assert level is Level.CAUTION


def test_without_a_sign_it_takes_more_and_something_at_stake():
    def level(wording, *, at_stake):
        return judge(case(0.0, wording, 0, decides=False, at_stake=at_stake), WEIGHTS)[0]

    assert level(3.1, at_stake=True) is Level.UNKNOWN
    assert level(3.7, at_stake=True) is Level.CAUTION
    assert level(3.7, at_stake=False) is Level.UNKNOWN


def test_a_wording_that_agrees_makes_a_suspicion_a_danger():
    level, _ = judge(case(4.0, 2.0, 1, decides=False), WEIGHTS)
    assert level is Level.DANGER


def test_a_leaning_is_worth_no_more_than_its_reach():
    assert worth(2.5, WEIGHTS) == 2.5
    assert worth(99.0, WEIGHTS) == 4.0
    assert worth(-99.0, WEIGHTS) == -4.0
