"""What Guardian answers: a level, its reasons, and what to do."""

from enum import StrEnum

from msgspec import Struct

from guardian_app.model.institution import CallBack
from guardian_app.model.text import Text


class Level(StrEnum):
    """How worried to be. There is no "safe": the lowest is "no known sign"."""

    UNKNOWN = "unknown"
    CAUTION = "caution"
    DANGER = "danger"


class Where(StrEnum):
    """Which of the things handed over a span points into."""

    TEXT = "text"
    SENDER = "sender"


class Span(Struct, frozen=True, order=True):
    """Characters ``start`` to ``end`` (exclusive) of the original, unchanged text."""

    start: int
    end: int


class Finding(Struct, frozen=True):
    """A sign that was seen, where, and what it added to the score (log-odds).

    ``detail`` holds what only this message shows, such as the two domains that differ.
    """

    sign: str
    spans: tuple[Span, ...]
    weight: float
    where: Where = Where.TEXT
    detail: Text | None = None


class SchemeMatch(Struct, frozen=True):
    """A known fraud that the findings resemble; ``share`` in 0..1 ranks it against the others."""

    scheme: str
    share: float


class Contact(Struct, frozen=True):
    """A confirmed number of an institution. ``offer`` is "yes", or "check" beside a warning."""

    institution: str
    number: str
    offer: CallBack


class Unjudged(StrEnum):
    """Something that could not be judged, said openly."""

    NO_SENDER = "no-sender"
    SENDER_PROVES_NOTHING = "sender-proves-nothing"
    LINK_NOT_OPENED = "link-not-opened"
    TOO_SHORT = "too-short"
    OTHER_LANGUAGE = "other-language"
    CUT = "cut"


class Verdict(Struct, frozen=True, kw_only=True):
    """The answer to one message. Same text and same knowledge give the same verdict.

    ``reasons`` speak for fraud and ``genuine`` against it, strongest first; ``quoted`` are signs
    that stand in a warning or are negated and so were not counted; ``claimed`` are the
    institutions the message names or speaks for; ``judged`` is how many characters were read.
    """

    level: Level
    score: float
    reasons: tuple[Finding, ...]
    genuine: tuple[Finding, ...]
    quoted: tuple[Finding, ...]
    schemes: tuple[SchemeMatch, ...]
    wants: tuple[str, ...]
    claimed: tuple[str, ...]
    contacts: tuple[Contact, ...]
    unjudged: tuple[Unjudged, ...]
    judged: int
    knowledge_date: str
