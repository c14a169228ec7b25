"""Learning the figures: of runs of words from our own corpus alone, of signs from all rows.

Deterministic. Runs of words are learnt from our own texts only, since a run of somebody's message
is part of that message. The figures of named signs, and how much the wording counts beside them,
are a few hundred readable numbers and are fitted on public rows too.
"""

from collections import Counter
from collections.abc import Sequence
from zlib import crc32

import numpy as np
from evidence import Evidence, Leanings, Vocabulary
from msgspec.structs import replace
from rows import OWN
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from scipy.special import expit
from sklearn.linear_model import LogisticRegression

from guardian_app.engine.signs.wording import FRAUD_SHARE, warning_beside
from guardian_app.model import SignKind, Weights, Wording

# A run seen in fewer texts is chance.
FEWEST_TEXTS = 2
# How freely the figures of runs may grow (the inverse of the pull to zero).
FREEDOM = 30.0
# The pack holds so many runs of each side: those that move texts most.
RUNS_KEPT = {"fraud": 18_000, "warning": 6_000}
# The leaning of one of our own rows is taken from a wording that was learnt without it.
FOLDS = 5

# Rows are weighted so that no source drowns the others: a group (source, label) of n rows counts
# as n to this power, times the trust in it: a language model's dialogues say little of fraudsters.
MASS = 0.6
TRUST = {
    "teleantifraud": 0.25,
    "golfxiao-dialog": 0.5,
    "own": 3.0,
    "examples": 3.0,
    "newsquote": 4.0,
}
PULL = 1.0  # how strongly a figure is held at its hand-set value
# No figure leaves its hand-set value further: that says what a sign may do alone.
ABOVE = 0.7
LOW = 0.5
# A text of which nothing is known; so that a single sign of less than this raises nothing.
BIAS = -2.9
CAUTION = 0.5
DANGER = 0.92
REACH = 4.0
SLOPE = 1.0
SLOPE_RANGE = (0.2, 3.0)
SHIFT_RANGE = (-3.0, 3.0)
# So many frauds of our own may be taken for warnings; then they have only their wording.
TAKEN_FOR_WARNINGS = 0.04


def learn_wording(texts: Sequence[set[str]], labels: Sequence[str]) -> Wording:
    """Return the figures of the runs in ``texts``; in each question both sides weigh the same."""
    counts = Counter(run for text in texts for run in text)
    common = sorted(run for run, count in counts.items() if count >= FEWEST_TEXTS)
    matrix = Vocabulary(common).matrix(texts)
    width = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=0))[0])
    bias, found = [], []
    for side, count in RUNS_KEPT.items():
        is_side = np.array([label == side for label in labels])
        moves = np.abs(_fit_runs(matrix, is_side).coef_[0]) * width
        kept = np.sort(np.argsort(-moves, kind="stable")[:count])
        model = _fit_runs(matrix[:, kept], is_side)
        figures = np.rint(model.coef_[0] * 100).astype(int).tolist()
        pairs = zip(kept, figures, strict=True)
        found.append({common[run]: figure for run, figure in pairs if figure})
        bias.append(round(float(model.intercept_[0]), 3))
    return Wording((bias[0], bias[1]), *found)


def _fit_runs(matrix: csr_matrix, is_side: np.ndarray) -> LogisticRegression:
    # lbfgs on rows in a fixed order: the same on every run
    model = LogisticRegression(C=FREEDOM, max_iter=400, class_weight="balanced")
    return model.fit(matrix, is_side)


def learn_from(evidence: Evidence, chosen: np.ndarray) -> Wording:
    """Return the wording of the ``chosen`` rows, a long one counting once a stretch."""
    texts = [text for index in chosen for text in evidence.runs[index]]
    labels = [evidence.rows[index].label for index in chosen for _ in evidence.runs[index]]
    return learn_wording(texts, labels)


def leanings(evidence: Evidence, wording: Wording, chosen: np.ndarray | None = None) -> Leanings:
    """Return the leanings of the ``chosen`` rows (default: all)."""
    rows = range(len(evidence.rows)) if chosen is None else chosen
    vocabulary = Vocabulary(sorted({*wording.fraud, *wording.warning}))
    figures = np.array(
        [[side.get(run, 0) for side in (wording.fraud, wording.warning)] for run in vocabulary.runs]
    ).reshape(-1, 2)
    texts = [text for index in rows for text in evidence.runs[index]]
    each = vocabulary.matrix(texts) @ figures / 100 + np.array(wording.bias)
    starts = np.cumsum([0, *(len(evidence.runs[index]) for index in rows)])[:-1]
    beside = warning_beside(each[:, 1], each[:, 0])
    return Leanings(np.maximum.reduceat(each[:, 0], starts), np.minimum.reduceat(beside, starts))


def unseen_leanings(evidence: Evidence, groups: np.ndarray) -> Leanings:
    """Return the leanings of each row by a wording learnt without the rows of its group."""
    found = Leanings(np.zeros(len(evidence.rows)), np.zeros(len(evidence.rows)))
    for group in np.unique(groups):
        held_out = np.flatnonzero(groups == group)
        wording = learn_from(evidence, np.flatnonzero(groups != group))
        for whole, part in zip(found, leanings(evidence, wording, held_out), strict=True):
            whole[held_out] = part
    return found


def folds_of(evidence: Evidence) -> np.ndarray:
    """Return the fold of each row, by its text, so that it stays when rows are added."""
    return np.array([crc32(row.text.encode()) % FOLDS for row in evidence.rows])


def mass_of(evidence: Evidence) -> np.ndarray:
    """Return how much each row counts."""
    groups = [(row.source, row.label) for row in evidence.rows]
    sizes = Counter(groups)
    return np.array([TRUST.get(g[0], 1.0) * sizes[g] ** (MASS - 1.0) for g in groups])


def learn_weights(
    evidence: Sequence[Evidence], leaning: Sequence[Leanings]
) -> tuple[Weights, float]:
    """Return the figures, and the leaning towards fraud at which the wording says nothing.

    The figures hold for leanings counted from there (``Leanings.from_neutral``).
    """
    signs = evidence[0].signs
    start = Weights(BIAS, CAUTION, DANGER, {}, SLOPE, REACH, _warning_from(evidence, leaning))
    counted = np.vstack(
        [each.counted(lean, start) for each, lean in zip(evidence, leaning, strict=True)]
    ).astype(float)
    towards = np.concatenate([lean.fraud for lean in leaning])
    limit = REACH / SLOPE
    labels = np.concatenate([each.is_fraud for each in evidence]).astype(float)
    mass = np.concatenate([mass_of(each) for each in evidence])
    hand = np.array([SLOPE, 0.0, *(sign.weight for sign in signs)])
    pull = np.array([0.0, 0.0, *(PULL for _ in signs)])
    leant = np.clip(towards, -limit, limit)
    design = np.hstack([np.stack([leant, -np.ones_like(leant)], axis=1), counted])
    bounds = [SLOPE_RANGE, SHIFT_RANGE] + [
        (-4.0, -0.05)
        if sign.kind is SignKind.GENUINE
        else (max(0.05, LOW * sign.weight), sign.weight + ABOVE)
        for sign in signs
    ]

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        margin = BIAS + design @ weights
        likelihood = mass @ (np.logaddexp(0.0, margin) - labels * margin)
        away = weights - hand
        gradient = design.T @ (mass * (expit(margin) - labels)) + 2 * pull * away
        return likelihood + pull @ (away * away), gradient

    slope, shift, *figures = minimize(loss, hand, jac=True, bounds=bounds, method="L-BFGS-B").x
    weights = replace(
        start,
        signs={sign.id: round(w, 2) for sign, w in zip(signs, figures, strict=True)},
        wording=round(slope, 2),
        warning=round(start.warning + FRAUD_SHARE * float(shift / slope), 2),
        fitted=f"{len(labels)} rows",
    )
    return weights, float(shift / slope)


def _warning_from(evidence: Sequence[Evidence], leaning: Sequence[Leanings]) -> float:
    """Return the leaning that so few frauds of our own reach."""
    own = np.concatenate(
        [
            lean.warning[each.is_fraud]
            for each, lean in zip(evidence, leaning, strict=True)
            if each.rows[0].source == OWN
        ]
    )
    return round(float(np.quantile(own, 1 - TAKEN_FOR_WARNINGS)), 2)
