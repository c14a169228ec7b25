"""How common words are in messages of this kind, judged by the examples of the pack itself."""

from collections import Counter
from collections.abc import Iterable, Iterator

from guardian_app.model import Knowledge

# A longer word is at most as common as the rarest run of so many of its letters.
RUN = 4


class Commonness:
    """Counts words in sample texts."""

    def __init__(self, samples: Iterable[str] = ()) -> None:
        """Learn from ``samples``."""
        texts = [each.lower() for each in samples]
        self._samples = len(texts)
        self._runs = Counter(
            text[start : start + length]
            for text in texts
            for length in range(1, RUN + 1)
            for start in range(len(text) - length + 1)
        )

    def of(self, words: Iterable[str]) -> float:
        """Return how often any of ``words`` occurs in a sample; at times too high a figure."""
        return sum(map(self._of, words)) / max(1, self._samples)

    def _of(self, word: str) -> int:
        return min(self._runs[word[at : at + RUN]] for at in range(max(1, len(word) - RUN + 1)))


def samples(knowledge: Knowledge) -> Iterator[str]:
    """Yield every example of ``knowledge``, a folder as it was read."""
    for sign in knowledge.signs:
        for each in (sign.hits, sign.misses):
            yield from each.zh
            yield from each.en
    for scheme in knowledge.schemes:
        yield from scheme.examples.hits
        yield from scheme.examples.misses
