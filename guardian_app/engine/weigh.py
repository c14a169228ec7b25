"""Signs and wording to a level.

The score is the logistic of a sum of log-odds: one figure a sign, one for the wording as a whole.
Words alone stop short of danger: that takes two signs, one of which may decide (a request that no
honest sender makes, a link that pretends, a story without a lawful twin), or signs that stand at
caution by themselves and a wording that leans the same way. The wording moves a level by one step
at most, and never below caution where a sign decides. Without any sign it takes a stronger wording,
and something that could be taken from the reader.
"""

from math import exp, log

from msgspec import Struct

from guardian_app.model import Level, Weights

# Distance kept from a threshold where a rule holds the level, so that score follows level.
BESIDE = 1e-3
# What signs that may not decide are kept below danger, in log-odds: so much the wording must add.
HELD = 1.0
# How much more the wording must bring where no sign is seen, in log-odds.
UNSIGNED = 0.6
# The logistic saturates long before; this only keeps exp() in range.
SUM_LIMIT = 40.0

_LEVELS = (Level.UNKNOWN, Level.CAUTION, Level.DANGER)


class Case(Struct, frozen=True):
    """What is to be weighed of one text.

    ``signs`` is the sum of the figures of ``counted`` suspicious signs (and of genuine ones),
    without the bias; ``decides`` tells whether one of them may decide; ``wording`` is what the
    wording adds; ``at_stake`` tells whether the text speaks of anything that could be taken.
    """

    signs: float
    wording: float
    counted: int
    decides: bool
    at_stake: bool


def judge(case: Case, weights: Weights) -> tuple[Level, float]:
    """Return the level and the score (0..1)."""
    starts = (0.0, weights.caution, weights.danger)
    wording = case.wording
    if not case.counted:
        wording = wording - UNSIGNED if case.at_stake else min(wording, 0.0)
    alone = case.signs + weights.bias
    if not case.decides or case.counted < 2:  # noqa: PLR2004 - one may be a misunderstanding
        alone = min(alone, log(weights.danger / (1 - weights.danger)) - HELD)
    step = _step(_logistic(alone), starts) if case.counted else 0
    score = _logistic(alone + wording)
    lowest = max(step - 1, int(case.decides and step > 0))
    at = min(max(_step(score, starts), lowest), step + 1, len(_LEVELS) - 1)
    above = starts[at + 1] - BESIDE if at + 1 < len(starts) else 1.0
    return _LEVELS[at], min(max(score, starts[at]), above)


def worth(leaning: float, weights: Weights) -> float:
    """Return what a ``leaning`` of the wording adds to the sum, in log-odds."""
    return max(-weights.wording_reach, min(weights.wording_reach, leaning * weights.wording))


def _logistic(total: float) -> float:
    return 1.0 / (1.0 + exp(-max(-SUM_LIMIT, min(SUM_LIMIT, total))))


def _step(score: float, starts: tuple[float, ...]) -> int:
    return sum(score >= start for start in starts[1:])
