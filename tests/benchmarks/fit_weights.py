"""Fit the weights of the signs and write ``resources/knowledge/weights.toml``.

A logistic regression over named signs, nothing else: a few dozen readable figures, never words of
somebody's message. Each figure is pulled towards the hand-set weight of its sign file, so that a
sign which the data never shows keeps its hand-set weight. A sign that speaks for fraud never drops
below zero, one that speaks against it never rises above.

Rows are weighted so that no source drowns the others: a group (source, label) of n rows counts as
n to the power ``MASS``, times the trust in its source: what a language model wrote says little of
how fraudsters speak. Whole messages of the knowledge folder are rows as well. Deterministic.

    uv run tests/benchmarks/fit_weights.py ../shared/data/train.jsonl.gz
"""

import argparse
import gzip
import json
from collections import Counter
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit

from guardian_app import paths
from guardian_app.engine import Checker
from guardian_app.knowledge.folder import read_folder, read_harmless
from guardian_app.knowledge.pack import packed
from guardian_app.model import Channel, Message, SignKind, Weights

MASS = 0.6
TRUST = {"teleantifraud": 0.25, "golfxiao-dialog": 0.5, "own": 3.0, "newsquote": 4.0}
PULL = 0.35  # how strongly a figure is held at its hand-set value
ABOVE = 0.7  # no figure rises further above its hand-set value: that says what it may do alone
BIAS = -3.1
BIAS_RANGE = (-3.06, -2.95)
CAUTION = 0.5
DANGER = 0.85
FRAUD, HARMLESS = {"fraud"}, {"genuine", "marketing", "warning"}  # "illegal" is judged neither way


def rows(path, knowledge, folder):
    """Yield (group, is fraud, message)."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["label"] in FRAUD | HARMLESS:
                channel = row["channel"] if row["channel"] in set(Channel) else None
                message = Message(row["text"], "", Channel(channel) if channel else None)
                yield (row["source"], row["label"]), row["label"] in FRAUD, message
    for scheme in knowledge.schemes:
        for text in scheme.examples.hits:
            yield ("own", "hits"), True, Message(text)
        for text in scheme.examples.misses:
            yield ("own", "misses"), False, Message(text)
    for kind in read_harmless(folder)[0]:
        for message in kind.messages:
            yield ("own", "harmless"), False, message


def matrix(path, folder):
    """Return signs, hand-set weights, the sign matrix, the labels and the row weights."""
    knowledge, faults = read_folder(folder)
    if faults:
        raise SystemExit("\n".join(map(str, faults)))
    checker = Checker(packed(knowledge))
    names = [sign.id for sign in knowledge.signs]
    column = {name: index for index, name in enumerate(names)}
    decides = {sign.id: sign.decides for sign in knowledge.signs}
    groups, labels, found = [], [], []
    for group, is_fraud, message in rows(path, knowledge, folder):
        verdict = checker.check(message)
        groups.append(group)
        labels.append(is_fraud)
        decided = any(decides[each.sign] for each in verdict.reasons)
        counted = verdict.reasons if decided else (*verdict.reasons, *verdict.genuine)
        found.append([column[each.sign] for each in counted])
    seen = np.zeros((len(labels), len(names)))
    for index, columns in enumerate(found):
        seen[index, columns] = 1.0
    sizes = Counter(groups)
    mass = np.array([TRUST.get(g[0], 1.0) * sizes[g] ** (MASS - 1.0) for g in groups])
    return knowledge.signs, seen, np.array(labels, dtype=float), mass


def fit(signs, seen, labels, mass):
    """Return the bias and one weight a sign."""
    hand = np.array([BIAS, *(sign.weight for sign in signs)])
    design = np.hstack([np.ones((len(seen), 1)), seen])
    bounds = [BIAS_RANGE] + [
        (-4.0, -0.05) if sign.kind is SignKind.GENUINE else (0.05, sign.weight + ABOVE)
        for sign in signs
    ]

    def loss(weights):
        margin = design @ weights
        likelihood = mass @ (np.logaddexp(0.0, margin) - labels * margin)
        away = weights - hand
        gradient = design.T @ (mass * (expit(margin) - labels)) + 2 * PULL * away
        return likelihood + PULL * away @ away, gradient

    answer = minimize(loss, hand, jac=True, bounds=bounds, method="L-BFGS-B")
    return answer.x[0], answer.x[1:]


def main():
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("train", type=Path)
    path = parser.parse_args().train
    folder = paths.resources() / "knowledge"
    signs, seen, labels, mass = matrix(path, folder)
    bias, weights = fit(signs, seen, labels, mass)
    shown = seen.sum(axis=0)
    table = Weights(round(bias, 2), CAUTION, DANGER, {})
    lines = [
        "# Fitted by tests/benchmarks/fit_weights.py; a figure is a log-odds. Behind each: the",
        "# hand-set figure it started from and how many rows showed the sign.",
        f"bias = {table.bias}",
        f"caution = {table.caution}",
        f"danger = {table.danger}",
        f'fitted = "{len(labels)} rows"',
        "",
        "[signs]",
    ]
    for sign, weight, count in sorted(
        zip(signs, weights, shown, strict=True), key=lambda s: s[0].id
    ):
        lines.append(f"{sign.id} = {weight:.2f} # {sign.weight:g}, {count:.0f} rows")
    (folder / "weights.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"bias {bias:.2f}; {len(signs)} signs over {len(labels)} rows")


if __name__ == "__main__":
    main()
