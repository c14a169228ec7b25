"""The rule of the engine written for columns is the rule of the engine."""

import numpy as np
import pytest
from evidence import Evidence
from learning import leanings, learn_from
from rows import read_own

from guardian_app import paths
from guardian_app.engine import Checker
from guardian_app.knowledge import load_pack
from guardian_app.model import Level, Message

SAMPLE = 60  # every so many rows


@pytest.fixture(scope="module")
def rows():
    return list(read_own())


def test_columns_give_the_verdicts_of_the_engine(rows):
    knowledge = load_pack(paths.resources() / "knowledge.json")
    checker = Checker(knowledge)
    sample = rows[::SAMPLE]
    evidence = Evidence(sample, knowledge)
    steps, scores = evidence.verdicts(leanings(evidence, knowledge.wording), knowledge.weights)
    for row, step, score in zip(sample, steps, scores, strict=True):
        verdict = checker.check(Message(row.text, "", row.channel))
        assert verdict.score == pytest.approx(score, abs=1e-3), row.scheme
        assert verdict.level is list(Level)[step], row.scheme


def test_learning_twice_gives_the_same_figures(rows):
    knowledge = load_pack(paths.resources() / "knowledge.json")
    evidence = Evidence(rows[::SAMPLE], knowledge)
    every = np.arange(len(evidence.rows))
    assert learn_from(evidence, every) == learn_from(evidence, every)
