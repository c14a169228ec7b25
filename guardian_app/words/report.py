"""A verdict told in one language: every sentence of it, in the order in which it is read.

Values in, values out. Whatever came from the message stands here as it was received: who draws it
makes it harmless first, the window letter for letter, the terminal by writing codes out.
"""

import re
from dataclasses import dataclass

from guardian_app.model import (
    CallBack,
    Contact,
    Finding,
    Institution,
    InstitutionKind,
    Knowledge,
    Language,
    Level,
    Message,
    Scheme,
    SchemeMatch,
    Unjudged,
    Verdict,
    Where,
)
from guardian_app.words.sentences import Words

_CLOSE = 0.8  # a second scheme is named when it has this part of the first one's share
_QUOTES = 3
_LONGEST_QUOTE = 60  # the words that decided are few; of a longer passage its beginning is enough
_LONGEST_OWNER = 24
_CHINESE_NAME = re.compile(r"[\u3400-\u9fff]{2}")

# Wanted while the victim is on the phone: whatever the fraud is called, this comes first.
_HELD_ON_THE_LINE = frozenset({"otp", "screen_share", "remote_control"})

_STEPS = {
    Level.DANGER: ("do.danger_stop", "do.danger_verify", "do.danger_family"),
    Level.CAUTION: ("do.caution_wait", "do.caution_verify", "do.caution_family"),
    Level.UNKNOWN: ("do.unknown_verify", "do.unknown_never"),
}


@dataclass(frozen=True)
class Mark:
    """Characters of the original that decided, and the number of the reason they belong to."""

    start: int
    end: int
    number: int
    strong: bool


@dataclass(frozen=True)
class Reason:
    """One sign as a person reads it; ``number`` 0 means that it has none.

    ``quotes`` are the words that showed it, in the text or, as ``where`` says, in the sender.
    """

    number: int
    strong: bool
    name: str
    why: str
    quotes: tuple[str, ...]
    where: Where


@dataclass(frozen=True)
class Call:
    """A number that may be called, whose it is, and how well that is confirmed."""

    number: str
    owner: str
    confirmed: str
    compare: bool


@dataclass(frozen=True)
class Report:
    """All that there is to say about a message."""

    level: Level
    level_word: str
    title: str
    lead: str
    resembles: str
    steps: tuple[str, ...]
    calls: tuple[Call, ...]
    text: str
    marks: tuple[Mark, ...]
    source: str
    sender: str
    sender_marks: tuple[Mark, ...]
    reasons: tuple[Reason, ...]
    wants: tuple[str, ...]
    goes_on: tuple[str, ...]
    look_alike: str
    genuine: tuple[Reason, ...]
    quoted: tuple[Reason, ...]
    unjudged: tuple[str, ...]
    second: str
    knowledge: str
    evidence: str


@dataclass(frozen=True)
class Answer:
    """A message, what Guardian says to it, and what it knew when it said so."""

    message: Message
    verdict: Verdict
    knowledge: Knowledge


def tell(answer: Answer, words: Words) -> Report:
    """Return all that is said about ``answer`` in the language of ``words``."""
    return _Teller(answer, words).tell()


def _owner(institution: Institution, words: Words) -> str:
    """Return the name that people know, and the legal one behind it where that stays short."""
    legal = words.of(institution.name)
    known = next((alias for alias in institution.aliases if alias != legal), "")
    if words.language is not Language.ZH or not _CHINESE_NAME.search(known):
        return legal
    if institution.kind is InstitutionKind.REGULATOR and known in legal:
        return legal  # a hotline that says whose it is
    both = words("contact.owner", known=known, legal=legal)
    return known if "(" in legal or "（" in legal or len(both) > _LONGEST_OWNER else both


def _callable(verdict: Verdict) -> tuple[Contact, ...]:
    return tuple(one for one in verdict.contacts if one.offer is not CallBack.NO)


def _shortened(quote: str) -> str:
    return quote if len(quote) <= _LONGEST_QUOTE else quote[:_LONGEST_QUOTE] + "…"


class _Teller:
    def __init__(self, answer: Answer, words: Words) -> None:
        self._message = answer.message
        self._sender = answer.message.sender.strip()  # what spans of the sender count in
        self._verdict = answer.verdict
        self._words = words
        self._signs = {sign.id: sign for sign in answer.knowledge.signs}
        self._schemes = {scheme.id: scheme for scheme in answer.knowledge.schemes}
        self._asks = {ask.id: ask for ask in answer.knowledge.asks}
        self._institutions = {one.id: one for one in answer.knowledge.institutions}

    def tell(self) -> Report:
        verdict, words = self._verdict, self._words
        level = verdict.level
        scheme = self._schemes.get(verdict.schemes[0].scheme) if verdict.schemes else None
        named = scheme if level is not Level.UNKNOWN else None
        name = words.of(named.name) if named else ""
        reasons = tuple(
            self._reason(finding, number) for number, finding in enumerate(verdict.reasons, 1)
        )
        return Report(
            level=level,
            level_word=words(f"level.{level}"),
            title=self._title(name),
            lead=words(f"lead.{level}"),
            resembles=words("verdict.resembles", scheme=name) if self._only_resembles(name) else "",
            steps=self._steps(named) if named else self._usual_steps(),
            calls=tuple(self._call(contact) for contact in _callable(verdict)),
            text=self._message.text,
            marks=self._marks(Where.TEXT),
            source=self._source(),
            sender=self._sender,
            sender_marks=self._marks(Where.SENDER),
            reasons=reasons,
            wants=tuple(words.of(self._asks[a].name) for a in verdict.wants if a in self._asks),
            goes_on=tuple(words.of(step) for step in named.goes_on) if named else (),
            look_alike=words.of(named.look_alike) if named else "",
            genuine=tuple(self._reason(finding) for finding in verdict.genuine),
            quoted=tuple(self._reason(finding) for finding in verdict.quoted),
            unjudged=tuple(self._unjudged(what) for what in verdict.unjudged),
            second=self._second(verdict.schemes),
            knowledge=words("note.knowledge", date=verdict.knowledge_date),
            evidence=words(f"confidence.{named.confidence}") if named else "",
        )

    def _title(self, scheme: str) -> str:
        if self._verdict.level is Level.DANGER and scheme:
            return self._words("verdict.danger_scheme", scheme=scheme)
        return self._words(f"verdict.{self._verdict.level}")

    def _only_resembles(self, scheme: str) -> bool:
        return bool(scheme) and self._verdict.level is Level.CAUTION

    def _steps(self, scheme: Scheme) -> tuple[str, ...]:
        """Return what to do; who is held on the line for a code or a screen hangs up first."""
        steps = tuple(self._words.of(step) for step in scheme.do)
        is_urgent = self._verdict.level is Level.DANGER and _HELD_ON_THE_LINE & {
            *self._verdict.wants
        }
        hangs_up = "挂" in scheme.do[0].zh
        return (self._words("do.danger_stop"), *steps) if is_urgent and not hangs_up else steps

    def _usual_steps(self) -> tuple[str, ...]:
        return tuple(self._words(key) for key in _STEPS[self._verdict.level])

    def _source(self) -> str:
        channel = self._message.channel
        return self._words(f"channel.{channel}") if channel else ""

    def _reason(self, finding: Finding, number: int = 0) -> Reason:
        sign = self._signs.get(finding.sign)
        name = self._words.of(sign.name) if sign else finding.sign
        why = self._words.of(sign.why) if sign else ""
        if finding.detail:
            why = self._words.of(finding.detail)
        return Reason(
            number, self._decides(finding), name, why, self._quotes(finding), finding.where
        )

    def _decides(self, finding: Finding) -> bool:
        sign = self._signs.get(finding.sign)
        return bool(sign and sign.decides and self._verdict.level is Level.DANGER)

    def _quotes(self, finding: Finding) -> tuple[str, ...]:
        whole = self._message.text if finding.where is Where.TEXT else self._sender
        found = [" ".join(whole[span.start : span.end].split()) for span in finding.spans]
        quotes = [quote for quote in dict.fromkeys(found) if quote]
        wide = [one for one in quotes if not any(one in other for other in quotes if other != one)]
        return tuple(_shortened(quote) for quote in wide[:_QUOTES])

    def _marks(self, where: Where) -> tuple[Mark, ...]:
        return tuple(
            Mark(span.start, span.end, number, self._decides(finding))
            for number, finding in enumerate(self._verdict.reasons, 1)
            if finding.where is where
            for span in finding.spans
        )

    def _call(self, contact: Contact) -> Call:
        owner = self._institutions.get(contact.institution)
        confirmed = self._words(f"contact.{contact.offer}")
        if owner and contact.offer is CallBack.YES:
            confirmed = self._words("contact.grade", grade=self._grade(owner, contact.number))
        return Call(
            number=contact.number,
            owner=_owner(owner, self._words) if owner else contact.institution,
            confirmed=confirmed,
            compare=contact.offer is not CallBack.YES,
        )

    def _grade(self, owner: Institution, number: str) -> str:
        grades = [line.grade for line in owner.hotlines if line.number == number]
        return self._words(f"grade.{grades[0] if grades else owner.grade}")

    def _unjudged(self, what: Unjudged) -> str:
        return self._words(f"unjudged.{what}", judged=f"{self._verdict.judged:,}")

    def _second(self, schemes: tuple[SchemeMatch, ...]) -> str:
        if self._verdict.level is Level.UNKNOWN or len(schemes) < 2:  # noqa: PLR2004 - the second
            return ""
        first, second = schemes[:2]
        scheme = self._schemes.get(second.scheme)
        close = second.share >= first.share * _CLOSE
        return self._words.of(scheme.name) if scheme and close else ""
