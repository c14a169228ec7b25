"""Signs and wording to a level.

The score is the logistic of a sum of log-odds: one figure a sign, one for the wording as a whole.
Words alone stop short of danger: that takes two signs, one of which may decide (a request that no
honest sender makes, a link that pretends, a story without a lawful twin), or signs that stand at
caution by themselves and a wording that leans the same way. The wording moves a level by one step
at most, and never below caution where a sign decides. Without any sign it takes a stronger wording,
and something that could be taken from the reader.
"""

from collections.abc import Iterable, Sequence
from math import exp, log

from msgspec import Struct

from guardian_app.model import Finding, Level, Weights, Where

# Distance kept from a threshold where a rule holds the level, so that score follows level.
BESIDE = 1e-3
# What signs that may not decide are kept below danger, in log-odds: so much the wording must add.
HELD = 1.0
# How much more the wording must bring where no sign is seen, in log-odds.
UNSIGNED = 0.6
# Two signs that share so much of their words are one observation under two names.
SAME_WORDS = 0.5
# The logistic saturates long before; this only keeps exp() in range.
SUM_LIMIT = 40.0

_LEVELS = (Level.UNKNOWN, Level.CAUTION, Level.DANGER)


class Case(Struct, frozen=True):
    """What is to be weighed of one text.

    ``signs`` is the sum of the figures of suspicious signs (and of genuine ones), without the bias;
    ``counted`` is how many of them stand on words of their own; ``decides`` tells whether one of
    them may decide; ``wording`` is what the wording adds; ``at_stake`` tells whether the text
    speaks of anything that could be taken.
    """

    signs: float
    wording: float
    counted: int
    decides: bool
    at_stake: bool


class Witness(Struct, frozen=True):
    """One sign that counts: its figure, its side, and the number of the words it stands on."""

    figure: float
    decides: bool = False
    is_genuine: bool = False
    words: int = 0


def case_of(witnesses: Sequence[Witness], wording: float, *, at_stake: bool) -> Case:
    """Return the case that ``witnesses`` make.

    Honest words cannot buy off a request that no honest sender makes.
    """
    suspicious = [each for each in witnesses if not each.is_genuine]
    decides = any(each.decides for each in suspicious)
    heard = suspicious if decides else witnesses
    return Case(
        signs=sum(each.figure for each in heard),
        wording=wording,
        counted=len({each.words for each in suspicious}),
        decides=decides,
        at_stake=at_stake,
    )


def words_apart(findings: Iterable[Finding]) -> dict[str, int]:
    """Return, by sign, the number of the words it stands on; signs of the same words share one."""
    numbers: dict[str, int] = {}
    leads: list[set[tuple[Where, int]]] = []
    for finding in findings:
        places = {
            (finding.where, at) for span in finding.spans for at in range(span.start, span.end)
        }
        same = (
            number
            for number, lead in enumerate(leads)
            if len(places & lead) >= SAME_WORDS * len(places | lead)
        )
        numbers[finding.sign] = next(same, len(leads))
        if numbers[finding.sign] == len(leads):
            leads.append(places)
    return numbers


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
