"""Whether words are said, or forbidden, denied, warned of, recounted.

"Do not share your screen", a police notice and an insurer's own advice use the very words of a
fraud. Three things decide: a prohibition that governs the words in their clause, a text whose
purpose is to warn, and inside such a text whether a sentence still tells the reader to act.
"""

from msgspec import Struct

from guardian_app.engine import cues

# How far a prohibition reaches inside its clause, in characters.
REACH = 24
# A warning names fraud and advises; this many different cues of the two together make one.
CUES_OF_A_WARNING = 3
# A heading that announces a warning counts as so many cues.
HEADING = 2
# A person's own story may name fraud ("is this a scam?"); only this many names make it a warning.
NAMES_DESPITE_TELLING = 3


class Scope(Struct, frozen=True):
    """One normalised text and whether its purpose is to warn; made once, asked for each sign."""

    text: str
    warns: bool

    @classmethod
    def of(cls, text: str) -> "Scope":
        """Read the purpose of ``text``."""
        if cues.KIN.search(text) and cues.KIN_ADVISES.search(text):
            return cls(text, warns=True)
        named = len(set(cues.FRAUD_NAMED.findall(text)))
        headed = bool(cues.HEADS.search(text) or (named and cues.MAY_HEAD.search(text)))
        if not (named or headed) or (named < NAMES_DESPITE_TELLING and cues.TELLS.search(text)):
            return cls(text, warns=False)
        advice = sum(1 for _ in cues.ADVISES.finditer(text))
        warns = bool(advice) and named + advice + HEADING * headed >= CUES_OF_A_WARNING
        return cls(
            text, warns=warns or (bool(named) and cues.CALLED_FRAUD.search(text) is not None)
        )

    def is_forbidden(self, start: int, end: int) -> bool:
        """Tell whether the clause forbids, or calls a fraud, what ``text[start:end]`` asks."""
        # together, since the words may begin inside "无需", "不要您" …
        governed = self._clause_before(start) + self.text[start:end]
        return _governs(governed) or self.is_called_fraud(end)

    def is_denied(self, start: int, end: int) -> bool:
        """Tell whether the clause denies what ``text[start:end]`` states."""
        return cues.DENIES.search(self._clause_before(start)) is not None or self.is_called_fraud(
            end
        )

    def is_called_fraud(self, end: int) -> bool:
        """Tell whether the words that end at ``end`` are called a fraud right after."""
        return cues.CALLED_FRAUD.match(self.text, end) is not None

    def is_recounted(self, start: int) -> bool:
        """Tell whether a warning recounts the words at ``start`` instead of saying them."""
        if not self.warns:
            return False
        before = cues.SENTENCE.split(self.text[:start])[-1]
        return not (cues.DIRECTS.search(before) and not cues.RECOUNTS.search(before))

    def _clause_before(self, start: int) -> str:
        return cues.CLAUSE.split(self.text[max(0, start - REACH) : start])[-1]


def _governs(words: str) -> bool:
    return any(
        not cues.CONDITION_BEFORE.search(words[: match.start()])
        for match in cues.FORBIDS.finditer(words)
    )
