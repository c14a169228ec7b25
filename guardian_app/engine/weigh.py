"""Signs and wording to a level.

The score is the logistic of a sum of log-odds: one figure a sign, one for the wording as a whole.
Words alone stop short of danger: that takes two signs, one of which may decide (a request that no
honest sender makes, a link that pretends, a story without a lawful twin), or signs that stand at
caution by themselves and a wording that leans the same way. The wording moves a level by one step
at most, and never below caution where a sign decides.
"""

from math import exp, log

from guardian_app.model import Level, Weights

# Distance kept from a threshold where a rule holds the level, so that score follows level.
BESIDE = 1e-3
# What signs that may not decide are kept below danger, in log-odds: so much the wording must add.
HELD = 1.0
# The logistic saturates long before; this only keeps exp() in range.
SUM_LIMIT = 40.0

_LEVELS = (Level.UNKNOWN, Level.CAUTION, Level.DANGER)


def judge(
    signs: float, wording: float, weights: Weights, *, counted: int, decides: bool
) -> tuple[Level, float]:
    """Return the level and the score (0..1).

    ``signs`` is the sum of the figures of ``counted`` suspicious signs (and of genuine ones),
    without the bias; ``decides`` tells whether one of them may decide; ``wording`` is what the
    wording adds.
    """
    starts = (0.0, weights.caution, weights.danger)
    alone = signs + weights.bias
    if not decides or counted < 2:  # noqa: PLR2004 - one may be a misunderstanding
        alone = min(alone, log(weights.danger / (1 - weights.danger)) - HELD)
    step = _step(_logistic(alone), starts) if counted else 0
    score = _logistic(alone + wording)
    lowest = max(step - 1, int(decides and step > 0))
    at = min(max(_step(score, starts), lowest), min(step + 1, 2))
    above = starts[at + 1] - BESIDE if at + 1 < len(starts) else 1.0
    return _LEVELS[at], min(max(score, starts[at]), above)


def worth(leaning: float, weights: Weights) -> float:
    """Return what a ``leaning`` of the wording adds to the sum, in log-odds."""
    return max(-weights.wording_reach, min(weights.wording_reach, leaning * weights.wording))


def _logistic(total: float) -> float:
    return 1.0 / (1.0 + exp(-max(-SUM_LIMIT, min(SUM_LIMIT, total))))


def _step(score: float, starts: tuple[float, ...]) -> int:
    return sum(score >= start for start in starts[1:])
