"""How a text is worded as a whole: as fraudsters word theirs, or as honest senders do.

Runs of one to three words (a Chinese character or a mark counts as one) carry figures that were
learnt from our own corpus; their sum over the root of their number is the leaning of a text:
towards fraud, and towards a warning, since warnings use the very words of a fraud. Nothing of a
message is learnt or kept. The passages that weigh most are shown as the reason.
"""

import re
from itertools import groupby, islice
from math import sqrt
from operator import add

from msgspec import Struct

from guardian_app.engine.signs.seen import Seen
from guardian_app.model import Wording

LIKE_FRAUD = "wording-like-fraud"
LIKE_GENUINE = "wording-like-genuine"

# A long talk is judged by its most telling stretch of so many words; they overlap by half.
STRETCH = 160
# A fraud that lets fall a word of warning is no warning: its own leaning counts against it.
FRAUD_SHARE = 0.5
# A text of fewer runs is not believed more strongly than one of so many.
FEWEST_RUNS = 80
# A person is shown so many passages, of so many words at least that each weigh something.
PASSAGES = 3
PASSAGE_WORDS = 3
SHOWN_FROM = 40.0
# Passages are looked for in the head of a text, where a reader would look too.
PASSAGES_WITHIN = 20_000

_LINK = (
    r"(?:https?://|www\.)[\w./?=&%*:#~+-]+"
    r"|[a-z0-9*-]+(?:\.[a-z0-9*-]+)*\.[a-z]{2,6}\b[\w/?=&%*#~+-]*"
)
_NUMBER = r"[0-9*x]*[0-9*][0-9*x.,:]*|x{2,}"
_LETTERS = "[\u3400-\u9fff\U00020000-\U0003ffff]|[a-z']+"
_MARKS = '[,。、!?;:"“”「」()【】\n]'
_LINKS, _NUMBERS = re.compile(_LINK, re.ASCII), re.compile(_NUMBER)
_WORDS = re.compile(f"{_LETTERS}|{_MARKS}|0")


def words_of(text: str) -> list[str]:
    """Return the words and marks of normalised ``text``; every number is ``0``.

    All but Chinese characters end in a space, so that runs of them can be read. Links are left
    out: that there is one says nothing, and whose it is, other signs say.
    """
    if "." in text or "/" in text:
        text = _LINKS.sub(" ", text)
    return [word if word > "~" else word + " " for word in _WORDS.findall(_NUMBERS.sub("0", text))]


def places_of(text: str) -> list[tuple[int, int]]:
    """Return where each of the words of normalised ``text`` stands; of a number, its beginning."""
    blanked = _LINKS.sub(lambda link: " " * len(link[0]), text)
    numbered = _NUMBERS.sub(lambda number: "0".ljust(len(number[0])), blanked)
    return [match.span() for match in _WORDS.finditer(numbered)]


def runs_by_length(words: list[str]) -> tuple[list[str], ...]:
    """Return the runs of one, of two and of three of ``words``, each by where it begins."""
    pairs = list(map(add, words, islice(words, 1, None)))
    return words, pairs, list(map(add, pairs, islice(words, 2, None)))


def runs_of(words: list[str]) -> set[str]:
    """Return the different runs of one to three of ``words``."""
    return set().union(*runs_by_length(words))


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
        head = text[:PASSAGES_WITHIN]
        places, weights = places_of(head), self._weights(words_of(head))
        towards = 1 if sign == LIKE_FRAUD else -1
        found: list[tuple[float, int, int]] = []
        for is_heavy, group in groupby(
            range(len(places)), lambda at: weights[at] * towards >= SHOWN_FROM
        ):
            at = list(group)
            if is_heavy and len(at) >= PASSAGE_WORDS:
                weight = abs(sum(weights[each] for each in at))
                found.append((-weight, places[at[0]][0], places[at[-1]][1]))
        return [Seen(sign, start, end) for _, start, end in sorted(found)[:PASSAGES]]

    def _weights(self, words: list[str]) -> list[float]:
        """Return what each word carries of the runs that it is part of, towards fraud."""
        weights = [0.0] * len(words)
        for length, runs in enumerate(runs_by_length(words), 1):
            for first, figure in enumerate(map(self._figures.get, runs)):
                if figure:
                    for at in range(first, first + length):
                        weights[at] += figure.real / length
        return weights
