"""Signs to a level.

The score is the logistic of a sum of log-odds, one figure a sign. A message is in danger only when
one of its signs may decide (a request that no honest sender makes, a link that pretends, a story
without a lawful twin); story words alone stop at caution, however many there are.
"""

from math import exp

from guardian_app.model import Level, Weights

# Distance kept below a threshold when a rule holds the level down, so that score follows level.
BELOW = 1e-3
# The logistic saturates long before; this only keeps exp() in range.
SUM_LIMIT = 40.0


def level_and_score(total: float, weights: Weights, *, decided: bool) -> tuple[Level, float]:
    """Return the level and the score (0..1) of a sum of log-odds without the bias."""
    total = max(-SUM_LIMIT, min(SUM_LIMIT, total + weights.bias))
    score = 1.0 / (1.0 + exp(-total))
    if score >= weights.danger and not decided:
        score = weights.danger - BELOW
    if score >= weights.danger:
        return Level.DANGER, score
    return (Level.CAUTION if score >= weights.caution else Level.UNKNOWN), score
