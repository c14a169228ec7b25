"""A verdict as JSON. The shape is a promise to scripts: fields are added, never changed."""

import msgspec
from msgspec import Struct

from guardian_app.model import (
    CallBack,
    Finding,
    Knowledge,
    Level,
    Unjudged,
    Verdict,
    Where,
)
from guardian_app.words import Words


class SignAnswer(Struct, frozen=True):
    """A sign and where it shows: characters of the original text, or of the sender.

    A sign with several places has an entry for each; one without words of its own has 0 to 0.
    """

    id: str
    start: int
    end: int
    where: Where


class SchemeAnswer(Struct, frozen=True):
    """A known fraud that it resembles; ``share`` in 0..1."""

    id: str
    share: float


class ContactAnswer(Struct, frozen=True):
    """A number to call; with ``offer`` "check" compare it with the policy first."""

    institution: str
    name: str
    number: str
    offer: CallBack


class CheckAnswer(Struct, frozen=True, kw_only=True):
    """What ``guardian check --json`` prints, in one line."""

    level: Level
    score: float
    schemes: list[SchemeAnswer]
    signs: list[SignAnswer]
    genuine: list[SignAnswer]
    quoted: list[SignAnswer]
    wants: tuple[str, ...]
    claimed: tuple[str, ...]
    contacts: list[ContactAnswer]
    unjudged: tuple[Unjudged, ...]
    judged: int
    knowledge: str


def to_json(verdict: Verdict, knowledge: Knowledge, words: Words) -> bytes:
    """Return ``verdict`` as one line of JSON; only names of institutions depend on the language."""
    names = {each.id: words.of(each.name) for each in knowledge.institutions}
    answer = CheckAnswer(
        level=verdict.level,
        score=verdict.score,
        schemes=[SchemeAnswer(each.scheme, each.share) for each in verdict.schemes],
        signs=_signs(verdict.reasons),
        genuine=_signs(verdict.genuine),
        quoted=_signs(verdict.quoted),
        wants=verdict.wants,
        claimed=verdict.claimed,
        contacts=[
            ContactAnswer(
                each.institution, names.get(each.institution, ""), each.number, each.offer
            )
            for each in verdict.contacts
        ],
        unjudged=verdict.unjudged,
        judged=verdict.judged,
        knowledge=verdict.knowledge_date,
    )
    return msgspec.json.encode(answer) + b"\n"


def _signs(findings: tuple[Finding, ...]) -> list[SignAnswer]:
    return [
        SignAnswer(finding.sign, start, end, finding.where)
        for finding in findings
        for start, end in [(span.start, span.end) for span in finding.spans] or [(0, 0)]
    ]
