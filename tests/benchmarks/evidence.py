"""What the engine sees in rows, as matrices, so that a thousand fits cost one reading.

A row has the signs that count in it (suspicious ones, genuine ones) and the runs of words that its
wording is judged by. ``Evidence.verdicts`` is the rule of the engine written for whole columns; a
test holds the two equal.
"""

from collections.abc import Iterable, Sequence
from copy import copy
from typing import NamedTuple

import numpy as np
from rows import Row
from scipy.sparse import csr_matrix, diags

from guardian_app.engine import Checker
from guardian_app.engine.normalise import Normaliser
from guardian_app.engine.scope import Scope
from guardian_app.engine.signs.wording import FRAUD_SHARE, runs_of, scale, stretches_of, words_of
from guardian_app.engine.weigh import Witness, case_of, judge, worth
from guardian_app.model import Knowledge, Level, Message, SignKind, Weights


class Leanings(NamedTuple):
    """The leanings of rows, as columns."""

    fraud: np.ndarray
    warning: np.ndarray

    def from_neutral(self, nowhere: float) -> "Leanings":
        """Return them counted from where the wording says nothing, as the pack ships them."""
        return Leanings(self.fraud - nowhere, self.warning + FRAUD_SHARE * nowhere)

    def of(self, chosen: np.ndarray) -> "Leanings":
        """Return those of the ``chosen`` rows."""
        return Leanings(self.fraud[chosen], self.warning[chosen])


class Evidence:
    """The signs and the runs of ``rows``."""

    def __init__(self, rows: Sequence[Row], knowledge: Knowledge) -> None:
        """Read ``rows`` with built ``knowledge``."""
        self.rows = rows
        self.is_fraud = np.array([row.is_fraud for row in rows])
        self.signs = [sign for sign in knowledge.signs if sign.detector != "wording"]
        self.is_genuine = np.array([sign.kind is SignKind.GENUINE for sign in self.signs])
        self.decides = np.array([sign.decides for sign in self.signs])
        self._column = {sign.id: index for index, sign in enumerate(self.signs)}
        checker = Checker(knowledge)
        normalise = Normaliser(knowledge.letters)
        shape = (len(rows), len(self.signs))
        # the number of the words that a sign stands on, from 1, where it counts
        self.meant = np.zeros(shape, dtype=np.int16)  # if the text is no warning
        self.warned = np.zeros(shape, dtype=np.int16)  # if it is one
        self.at_stake = np.zeros(len(rows), dtype=bool)
        self.runs: list[list[set[str]]] = []
        for index, row in enumerate(rows):
            message = Message(row.text, "", row.channel)
            for seen, warns in ((self.meant, False), (self.warned, True)):
                for sign, words in checker.signs_in(message, warns=warns).items():
                    seen[index, self._column[sign]] = 1 + words
            text = normalise(row.text).text
            self.at_stake[index] = Scope(text, warns=False).at_stake
            words = words_of(text)
            self.runs.append([runs_of(each) for each in stretches_of(words)])

    def of(self, chosen: np.ndarray) -> "Evidence":
        """Return the ``chosen`` rows alone."""
        other = copy(self)
        other.rows = [self.rows[index] for index in chosen]
        other.runs = [self.runs[index] for index in chosen]
        other.is_fraud = self.is_fraud[chosen]
        other.at_stake = self.at_stake[chosen]
        other.meant, other.warned = self.meant[chosen], self.warned[chosen]
        return other

    def without(self, signs: Iterable[str]) -> "Evidence":
        """Return the same rows read without ``signs``."""
        other = copy(self)
        columns = [self._column[each] for each in signs]
        other.meant, other.warned = self.meant.copy(), self.warned.copy()
        other.meant[:, columns] = other.warned[:, columns] = 0
        return other

    def counted(self, leaning: Leanings, weights: Weights) -> np.ndarray:
        """Return the signs that count, less genuine ones where a suspicious one decides."""
        counted = self._words(leaning, weights) > 0
        decided = (counted & self.decides & ~self.is_genuine).any(axis=1)
        counted[np.ix_(decided, self.is_genuine)] = False
        return counted

    def verdicts(self, leaning: Leanings, weights: Weights) -> tuple[np.ndarray, np.ndarray]:
        """Return steps (0 unknown, 1 caution, 2 danger) and scores, as the engine gives them."""
        figures = [weights.signs.get(sign.id, sign.weight) for sign in self.signs]
        words = self._words(leaning, weights)
        levels = list(Level)
        steps, scores = np.zeros(len(words), dtype=int), np.zeros(len(words))
        for row, (line, fraud) in enumerate(zip(words, leaning.fraud, strict=True)):
            witnesses = [
                Witness(figures[at], self.decides[at], self.is_genuine[at], line[at])
                for at in np.flatnonzero(line)
            ]
            case = case_of(witnesses, worth(fraud, weights), at_stake=self.at_stake[row])
            level, scores[row] = judge(case, weights)
            steps[row] = levels.index(level)
        return steps, scores

    def _words(self, leaning: Leanings, weights: Weights) -> np.ndarray:
        warns = leaning.warning >= weights.warning
        return np.where(warns[:, None], self.warned, self.meant)


class Vocabulary:
    """Runs of words as columns of a matrix."""

    def __init__(self, runs: Sequence[str]) -> None:
        """Number ``runs``."""
        self.runs = tuple(runs)
        self._column = {run: index for index, run in enumerate(runs)}

    def matrix(self, texts: Sequence[set[str]]) -> csr_matrix:
        """Return one line a text: 1 over its scale where it has a run."""
        found = [[self._column[run] for run in text if run in self._column] for text in texts]
        starts = np.cumsum([0, *map(len, found)])
        columns = np.concatenate([np.array(each, dtype=int) for each in found])
        shape = (len(texts), len(self.runs))
        scales = diags([1 / scale(len(text)) for text in texts])
        return scales @ csr_matrix((np.ones(len(columns)), columns, starts), shape)
