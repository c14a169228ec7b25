"""How a text is worded as a whole: as fraudsters word theirs, or as honest senders do.

Runs of one to three words (a Chinese character counts as one) carry figures that were learnt from
our own corpus; their sum over the root of their number is the leaning of a text: towards fraud, and
towards a warning, since warnings use the very words of a fraud. Nothing of a message is learnt or
kept. The passages that weigh most are shown as the reason.
"""

import re
from collections.abc import Iterator
from itertools import groupby, islice
from math import sqrt
from operator import add

from msgspec import Struct

from guardian_app.engine.signs.seen import Seen
from guardian_app.model import Wording

LIKE_FRAUD = "wording-like-fraud"
LIKE_GENUINE = "wording-like-genuine"

LONGEST_RUN = 3
# A long talk is judged by its most telling stretch of so many words; they overlap by half.
STRETCH = 160
# A fraud that lets fall a word of warning is no warning: its own leaning counts against it.
FRAUD_SHARE = 0.5
# A text of fewer runs is not believed more strongly than one of so many.
FEWEST_RUNS = 80
# A person is shown so many passages, of so many words at least that each weigh something.
PASSAGES = 3
PASSAGE_WORDS = 2
SHOWN_FROM = 40.0
# Passages are looked for in the head of a text, where a reader would look too.
PASSAGES_WITHIN = 4_000

_LINK = (
    r"(?:https?://|www\.)[\w./?=&%*:#~+-]+"
    r"|[a-z0-9*-]+(?:\.[a-z0-9*-]+)*\.[a-z]{2,6}\b[\w/?=&%*#~+-]*"
)
_NUMBER = r"[0-9*x]*[0-9*][0-9*x.,:]*|x{2,}"
_LETTERS = "[\u3400-\u9fff\U00020000-\U0003ffff]|[a-z']+"
_WORD = re.compile(f"(?P<link>{_LINK})|(?P<number>{_NUMBER})|{_LETTERS}", re.ASCII)


def words_of(text: str) -> list[str]:
    """Return the words of normalised ``text``; every number is ``0``.

    All but Chinese characters end in a space, so that runs of them can be read. Links are left
    out: that there is one says nothing, and whose it is, other signs say.
    """
    return [word for _, word in _words(text)]


def _words(text: str) -> Iterator[tuple[re.Match[str], str]]:
    for match in _WORD.finditer(text):
        if match.lastgroup == "number":
            yield match, "0 "
        elif match.lastgroup != "link":
            word = match.group()
            yield match, word + " " if word.isascii() else word


def runs_of(words: list[str]) -> set[str]:
    """Return the different runs of one to three of ``words``."""
    pairs = list(map(add, words, islice(words, 1, None)))
    return {*words, *pairs, *map(add, pairs, islice(words, 2, None))}


def stretches_of(words: list[str]) -> list[list[str]]:
    """Return the stretches of a text that are judged each for itself."""
    if len(words) <= STRETCH:
        return [words]
    last = len(words) - STRETCH
    starts = [*range(0, last, STRETCH // 2), last]
    return [words[start : start + STRETCH] for start in starts]


def scale(count: int) -> float:
    """Return what the sum over ``count`` different runs is divided by."""
    return sqrt(max(FEWEST_RUNS, count))


class Leaning(Struct, frozen=True):
    """How far a text leans towards ``fraud`` and, that set off, towards a ``warning``."""

    fraud: float
    warning: float


def warning_beside(warning: float, fraud: float) -> float:
    """Return how far a stretch leans towards a warning rather than a fraud."""
    return warning - FRAUD_SHARE * fraud


class WordingReader:
    """Reads the leaning of texts by the figures of one pack."""

    def __init__(self, wording: Wording) -> None:
        """Take the figures of ``wording``."""
        self._bias = complex(*wording.bias)
        # both figures in one number, so that one pass adds them up
        self._figures: dict[str, complex] = dict(wording.fraud)
        for run, figure in wording.warning.items():
            self._figures[run] = self._figures.get(run, 0) + figure * 1j

    def leaning(self, text: str) -> Leaning:
        """Return the leaning of normalised ``text``: a long one leans as its worst stretch."""
        found = list(map(self._leaning, stretches_of(words_of(text))))
        return Leaning(
            max(each.real for each in found),
            min(warning_beside(each.imag, each.real) for each in found),
        )

    def _leaning(self, words: list[str]) -> complex:
        runs = runs_of(words)
        known = filter(None, map(self._figures.get, runs))
        return self._bias + sum(known, 0j) / 100 / scale(len(runs))

    def passages(self, text: str, sign: str) -> list[Seen]:
        """Return what of ``text`` weighs most to the side of ``sign``, as sightings of it."""
        towards = 1 if sign == LIKE_FRAUD else -1
        found = list(_words(text[:PASSAGES_WITHIN]))
        weights = self._weights([word for _, word in found], towards)
        passages: list[tuple[float, int, int]] = []
        for is_heavy, group in groupby(range(len(found)), lambda at: weights[at] >= SHOWN_FROM):
            at = list(group)
            if is_heavy and len(at) >= PASSAGE_WORDS:
                weight = sum(weights[each] for each in at)
                passages.append((-weight, found[at[0]][0].start(), found[at[-1]][0].end()))
        return [Seen(sign, start, end) for _, start, end in sorted(passages)[:PASSAGES]]

    def _weights(self, words: list[str], towards: int) -> list[float]:
        """Return what each word carries of the runs that it is part of."""
        weights = [0.0] * len(words)
        for first, last, figure in self._known(words):
            for at in range(first, last):
                weights[at] += towards * figure / (last - first)
        return weights

    def _known(self, words: list[str]) -> Iterator[tuple[int, int, float]]:
        for first in range(len(words)):
            for last in range(first + 1, min(first + LONGEST_RUN, len(words)) + 1):
                if figure := self._figures.get("".join(words[first:last])):
                    yield first, last, figure.real
