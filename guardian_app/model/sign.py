"""A sign (征兆): one observable thing in a message."""

from enum import StrEnum

from msgspec import Struct

from guardian_app.model.text import Text


class SignKind(StrEnum):
    """The family a sign belongs to; each family has one recogniser module in the engine."""

    REQUEST = "request"
    CLAIM = "claim"
    PRESSURE = "pressure"
    PROMISE = "promise"
    SECRECY = "secrecy"
    STORY = "story"
    SENDER = "sender"
    LINK = "link"
    IMPERSONATION = "impersonation"
    WORDING = "wording"
    GENUINE = "genuine"


class Patterns(Struct, frozen=True, forbid_unknown_fields=True):
    """RE2 patterns over normalised text, by language (see ``knowledge/phrases.py``)."""

    zh: tuple[str, ...] = ()
    en: tuple[str, ...] = ()


# What ends a sentence in normalised text; gaps and "unless" stay inside it.
SENTENCE_ENDS = "。!?;\n"


class Expression(Struct, frozen=True, forbid_unknown_fields=True):
    """A pattern ready for RE2: one capturing group a gap, each at most so many characters long.

    ``needs``: groups of words, the rarest first; what matches holds one word of each. None where
    that cannot be known. ``in_sentence``: a match never runs over the end of a sentence.
    ``shortest`` and ``longest`` count the characters of a match; None where there is no longest.
    """

    re2: str
    gaps: tuple[int, ...] = ()
    needs: tuple[tuple[str, ...], ...] = ()
    in_sentence: bool = False
    shortest: int = 0
    longest: int | None = None


class Examples(Struct, frozen=True, forbid_unknown_fields=True):
    """Sentences of our own wording that must, or must not, show a sign."""

    zh: tuple[str, ...] = ()
    en: tuple[str, ...] = ()


class Sign(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One observable thing, how it is recognised and why it matters.

    ``decides``: may bring a message to danger; story words alone never do.
    ``negatable``: "do not …" in the same clause switches it off.
    ``weight``: hand-set log-odds, used where the fitted table has no figure.
    ``detector``: the code that finds it, for sender, link and impersonation signs.
    ``shown_by`` and ``taken_by`` are ``patterns`` and ``unless`` as the pack holds them; files
    never carry them.
    """

    id: str
    kind: SignKind
    name: Text
    why: Text
    decides: bool = False
    negatable: bool = True
    weight: float = 1.0
    wants: tuple[str, ...] = ()
    detector: str = ""
    patterns: Patterns = Patterns()
    unless: Patterns = Patterns()
    sources: tuple[str, ...] = ()
    hits: Examples = Examples()
    misses: Examples = Examples()
    shown_by: tuple[Expression, ...] = ()
    taken_by: tuple[Expression, ...] = ()
