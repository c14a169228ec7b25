"""Signs that are words: the words of a sentence say which patterns could match, RE2 says where."""

import re
from collections.abc import Callable
from functools import cached_property
from itertools import islice

from guardian_app.engine.normalise import Normalised
from guardian_app.engine.signs.pattern import Pattern, may_match
from guardian_app.engine.signs.seen import Seen
from guardian_app.engine.signs.words import PatternWords
from guardian_app.model import SENTENCE_ENDS, Sign

# Places of one pattern in one piece beyond this number add nothing that a person could read.
PLACES_LIMIT = 8


# The lawful twin stands beside the words: in the same sentence, and in one without end not beyond.
TWIN_REACH = 400
_SENTENCE_END = re.compile(f"[{SENTENCE_ENDS}]")


class _Twin:
    """The lawful twin of a sign: patterns that take it away where they stand beside it."""

    def __init__(self, sign: Sign) -> None:
        self._expressions = sign.taken_by
        self._patterns = [Pattern(sign.id, each) for each in sign.taken_by]

    @cached_property
    def _may_stand_in(self) -> Callable[[bytes], bool]:
        return may_match(self._expressions)

    def stands_beside(self, text: str, seen: Seen) -> bool:
        """Tell whether the twin stands in the same sentence."""
        first, last = max(0, seen.start - TWIN_REACH), seen.end + TWIN_REACH
        before = _SENTENCE_END.split(text[first : seen.start])[-1]
        after = _SENTENCE_END.split(text[seen.end : last], maxsplit=1)[0]
        raw = (before + text[seen.start : seen.end] + after).encode()
        return self._may_stand_in(raw) and any(
            next(each.places(raw, 0, len(raw)), None) for each in self._patterns
        )


class PhraseScanner:
    """Finds every pattern sign in a text, in time linear in its length."""

    def __init__(self, signs: tuple[Sign, ...]) -> None:
        """Arrange the expressions of ``signs`` by the words they need."""
        patterns = [
            (Pattern(sign.id, expression), expression)
            for sign in signs
            for expression in sign.shown_by
        ]
        self._wordless = [pattern for pattern, expression in patterns if not expression.needs]
        self._words = PatternWords(each for each in patterns if each[1].needs)
        self._twins = {sign.id: _Twin(sign) for sign in signs if sign.taken_by}

    def find(self, normal: Normalised) -> list[Seen]:
        """Return what is seen in a text, by position in characters."""
        text = normal.text
        found = _Sightings(text, self._twins)
        for start, end, patterns in self._words.pieces(text):
            found.look(start, end, patterns)
        if self._wordless:
            found.look(0, len(text), self._wordless)
        return found.seen


class _Sightings:
    """What is seen in one text."""

    def __init__(self, text: str, twins: dict[str, _Twin]) -> None:
        self.seen: list[Seen] = []
        self._text = text
        self._twins = twins
        # where the last match of a pattern ends; pieces of a long text overlap
        self._reached: dict[Pattern, int] = {}

    def look(self, start: int, end: int, patterns: list[Pattern]) -> None:
        """Note what ``patterns`` show from ``start`` to ``end``."""
        # with a letter before and after it, since a pattern may ask where a word ends
        head = self._text[start - 1].encode() if start else b""
        raw = head + self._text[start : end + 1].encode()
        first, last = len(head), len(raw) - len(self._text[end : end + 1].encode())
        for pattern in patterns:
            for begin, stop in islice(pattern.places(raw, first, last), PLACES_LIMIT):
                at = start + len(raw[first:begin].decode())
                if at >= self._reached.get(pattern, 0):
                    self._note(pattern, at, at + len(raw[begin:stop].decode()))

    def _note(self, pattern: Pattern, start: int, end: int) -> None:
        self._reached[pattern] = end
        seen = Seen(pattern.sign, start, end)
        twin = self._twins.get(pattern.sign)
        if twin is None or not twin.stands_beside(self._text, seen):
            self.seen.append(seen)
