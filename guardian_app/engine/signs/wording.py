"""Signs that are words: one RE2 filter finds which signs occur at all, then each says where."""

from bisect import bisect_left

import re2

from guardian_app.engine.signs.seen import Seen
from guardian_app.model import Patterns, Sign, Where

# Spans of one sign beyond this number add nothing that a person could read.
SPANS_LIMIT = 8
# Memory a pattern may take for its automaton; RE2's own default, said so that a change is seen.
PATTERN_MEMORY_BYTES = 8 << 20
# A sentence is what "unless" looks at: the lawful twin stands beside the words, not pages away.
_SENTENCE_END = re2.compile(r"[。!?;\n]")


def options() -> re2.Options:
    """Return how every pattern of a pack is compiled."""
    chosen = re2.Options()
    chosen.max_mem = PATTERN_MEMORY_BYTES
    chosen.log_errors = False
    chosen.never_capture = True
    return chosen


def joined(patterns: Patterns) -> str:
    """Return all patterns as one alternation."""
    return "|".join((*patterns.zh, *patterns.en))


class WordingScanner:
    """Finds every pattern sign in a text, in time linear in its length."""

    def __init__(self, signs: tuple[Sign, ...]) -> None:
        """Compile the patterns of ``signs``; those without patterns are other modules' business."""
        self._signs = [sign for sign in signs if sign.patterns.zh or sign.patterns.en]
        self._unless = [
            re2.compile(joined(sign.unless), options()) if sign.unless != Patterns() else None
            for sign in self._signs
        ]
        self._filter = re2.Filter()
        for sign in self._signs:
            self._filter.Add(joined(sign.patterns), options())
        if self._signs:
            self._filter.Compile()
        self._finders = [self._filter.re(index) for index in range(len(self._signs))]

    def find(self, raw: bytes) -> list[Seen]:
        """Return what is seen in normalised text (UTF-8), by position in characters."""
        if not self._signs:
            return []
        found: list[tuple[str, int, int]] = []
        for index in sorted(self._filter.Match(raw) or ()):
            unless = self._unless[index]
            spans = 0
            for match in self._finders[index].finditer(raw):
                start, end = match.span()
                if start == end or (unless and unless.search(raw, *_sentence(raw, start, end))):
                    continue
                found.append((self._signs[index].id, start, end))
                spans += 1
                if spans == SPANS_LIMIT:
                    break
        return [
            Seen(sign, start, start + len(raw[begin:end].decode()), Where.TEXT, None)
            for (sign, begin, end), start in zip(found, _letters(raw, found), strict=True)
        ]


def _sentence(raw: bytes, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of the sentence around ``raw[start:end]``."""
    first = 0
    for mark in ("。", "!", "?", ";", "\n"):
        at = raw.rfind(mark.encode(), 0, start)
        if at >= 0:
            first = max(first, at + len(mark.encode()))
    after = _SENTENCE_END.search(raw, end)
    return first, after.start() if after else len(raw)


def _letters(raw: bytes, found: list[tuple[str, int, int]]) -> list[int]:
    """Return the starts of ``found`` counted in characters instead of bytes."""
    offsets = sorted({start for _, start, _ in found})
    counts: list[int] = []
    last = count = 0
    for offset in offsets:
        count += len(raw[last:offset].decode())
        counts.append(count)
        last = offset
    return [counts[bisect_left(offsets, start)] for _, start, _ in found]
