"""Whether words are said, or forbidden, denied, warned of, recounted.

"Do not share your screen", a police notice and an insurer's own advice use the very words of a
fraud. Three things decide: a prohibition that governs the words in their clause, a text whose
purpose is to warn, and inside such a text whether a sentence still tells the reader to act.
"""

from msgspec import Struct

from guardian_app.engine import cues

# How far a prohibition reaches inside its clause, in characters of Chinese and of English.
REACH = 24
REACH_LATIN = 70
# … and a quotation, where the mark that ends it may be forgotten.
QUOTE_REACH = 120


# What shows that a sentence speaks of a fraud instead of committing one.
_TOLD_OF_DECIDING = (cues.RECOUNTS, cues.NAMES_FRAUD, cues.THIRD_PERSON)
_TOLD = (*_TOLD_OF_DECIDING, cues.ADVISES)


class Scope(Struct, frozen=True):
    """One normalised text and whether its purpose is to warn, which its wording says."""

    text: str
    warns: bool

    @property
    def at_stake(self) -> bool:
        """Tell whether the text speaks of anything that could be taken from the reader."""
        return cues.AT_STAKE.search(self.text) is not None

    def is_forbidden(self, start: int, end: int) -> bool:
        """Tell whether the clause forbids, or calls a fraud, what ``text[start:end]`` asks."""
        # together, since the words may begin inside "无需", "不要您" …; what is forbidden in a
        # middle clause ("…, 不要告诉别人, …") is another thing
        clauses = cues.CLAUSE.split(self._clause_before(start) + self.text[start:end])
        return _governs(clauses[0]) or _governs(clauses[-1]) or self.is_called_fraud(end)

    def is_denied(self, start: int, end: int) -> bool:
        """Tell whether the clause denies what ``text[start:end]`` states."""
        return cues.DENIES.search(self._clause_before(start)) is not None or self.is_called_fraud(
            end
        )

    def is_called_fraud(self, end: int) -> bool:
        """Tell whether the words that end at ``end`` are called a fraud right after."""
        return cues.CALLED_FRAUD.match(self.text, end) is not None

    def is_supposed(self, start: int, end: int, *, decides: bool) -> bool:
        """Tell whether the sentence asks if somebody did ``text[start:end]``.

        In a warning also whether it supposes that; anybody else may put "if somebody" in front. A
        request that ``decides`` must be supposed in its own clause.
        """
        said = self._sentence_before(start) + self.text[start:end]
        if cues.INQUIRES.search(said):
            return True
        supposed = cues.CLAUSE.split(said)[-1] if decides else said
        return self.warns and cues.SUPPOSES.search(supposed) is not None

    def is_recounted(self, start: int, end: int, *, decides: bool) -> bool:
        """Tell whether a warning recounts ``text[start:end]`` instead of saying it.

        A fraudster may put a warning in front: a sentence that recounts nothing, advises nothing,
        and tells the reader to act or to give something to "me", is meant as it stands. A request
        that ``decides`` must be recounted in its own sentence.
        """
        if not self.warns:
            return False
        before = self._sentence_before(start)
        clause = cues.CLAUSE.split(before)[-1]
        directs = cues.DIRECTS.search(before) or cues.ORDERS.match(self.text, start)
        if directs and not cues.RECOUNTS.search(clause):
            return False
        after = cues.SENTENCE.search(self.text, end)
        sentence = before + self.text[start : after.start() if after else len(self.text)]
        if not decides and not cues.SPEAKS_TO_YOU.search(sentence):
            return True
        told = _TOLD_OF_DECIDING if decides else _TOLD
        return any(cue.search(sentence) for cue in told)

    def _sentence_before(self, start: int) -> str:
        begin = max(self.text.rfind(mark, 0, start) for mark in cues.SENTENCE_MARKS) + 1
        return self.text[begin:start]

    def _clause_before(self, start: int) -> str:
        reach = REACH_LATIN if self.text[start : start + 1].isascii() else REACH
        return cues.CLAUSE.split(self.text[max(0, start - reach) : start])[-1]


def _governs(words: str) -> bool:
    return any(
        not cues.CONDITION_BEFORE.search(words[: match.start()])
        for match in cues.FORBIDS.finditer(words)
    )


def is_quoted(source: str, start: int, end: int) -> bool:
    """Tell whether ``source[start:end]``, of the original text, stands in quotation marks."""
    before = source[max(0, start - QUOTE_REACH) : start]
    after = source[end : end + QUOTE_REACH]
    return any(
        closed in after
        and (
            before.rfind(opened) > before.rfind(closed)
            if opened != closed
            else before.count(opened) % 2 == 1
        )
        for opened, closed in cues.QUOTATION_MARKS
    )
