"""One message to one verdict: the order in which the parts of the engine speak."""

import re
from collections import defaultdict
from itertools import chain

from guardian_app.engine import advise
from guardian_app.engine.directory import Directory
from guardian_app.engine.normalise import Normalised, Normaliser
from guardian_app.engine.schemes import SchemeRanker
from guardian_app.engine.scope import Scope
from guardian_app.engine.signs.impersonation import find_impersonation
from guardian_app.engine.signs.link import find_links
from guardian_app.engine.signs.seen import Seen
from guardian_app.engine.signs.sender import find_sender
from guardian_app.engine.signs.wording import WordingScanner
from guardian_app.engine.weigh import level_and_score
from guardian_app.model import (
    Contact,
    Finding,
    Knowledge,
    Level,
    Message,
    SchemeMatch,
    Sign,
    SignKind,
    Span,
    Verdict,
    Where,
)

# The longest call transcript that people paste is near 20,000 characters; five times that is
# judged whole, and the head of anything longer.
LENGTH_LIMIT = 100_000
# A sender is a number or a short name; the rest of a longer one is noise.
SENDER_LIMIT = 64
# One sign may be a misunderstanding; nothing is called a danger on the word of a single one.
SIGNS_AT_DANGER = 2

# Whatever looks like an address: it was not opened, and that is said.
_LINK = re.compile(r"https?://|www\.|[a-z0-9-]{2,}\.[a-z]{2,6}\b")

_ASKING = frozenset({SignKind.REQUEST, SignKind.STORY})
_STATING = frozenset({SignKind.CLAIM, SignKind.PROMISE})
# What a warning quotes; links and senders are facts of the message itself.
_SAID = _ASKING | _STATING | {SignKind.PRESSURE, SignKind.SECRECY}


class Checker:
    """Everything compiled from one pack of knowledge."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Compile the patterns and tables of ``knowledge`` (built, not the bare folder)."""
        self._knowledge = knowledge
        self._normalise = Normaliser(knowledge.letters)
        self._signs = {sign.id: sign for sign in knowledge.signs}
        self._weights = {
            sign.id: knowledge.weights.signs.get(sign.id, sign.weight) for sign in knowledge.signs
        }
        self._scan = WordingScanner(knowledge.signs).find
        self._directory = Directory(knowledge)
        self._institutions = {each.id: each for each in knowledge.institutions}
        self._schemes = {each.id: each for each in knowledge.schemes}
        self._rank = SchemeRanker(knowledge.schemes).rank

    def check(self, message: Message) -> Verdict:
        """Return the verdict on ``message``."""
        source = message.text[:LENGTH_LIMIT]
        sender = message.sender.strip()[:SENDER_LIMIT]
        normal = self._normalise(source)
        claimed = self._directory.claimed(normal.text)
        counted, quoted = self._seen(normal, sender, message, claimed)
        reasons = self._findings(counted, normal)
        suspicious = tuple(each for each in reasons if not self._is_genuine(each.sign))
        genuine = tuple(each for each in reasons if self._is_genuine(each.sign))[::-1]
        signs = [self._signs[each.sign] for each in suspicious]
        decided = any(sign.decides for sign in signs)
        total = sum(each.weight for each in suspicious)
        if not decided:  # honest words cannot buy off a request that no honest sender makes
            total += sum(each.weight for each in genuine)
        level, score = level_and_score(
            total, self._knowledge.weights, decided=decided and len(signs) >= SIGNS_AT_DANGER
        )
        if not suspicious:
            level = Level.UNKNOWN
        self._directory.forget()
        schemes = () if level is Level.UNKNOWN else self._named(suspicious)
        return Verdict(
            level=level,
            score=round(score, 4),
            reasons=suspicious,
            genuine=genuine,
            quoted=self._findings(quoted, normal),
            schemes=schemes,
            wants=tuple(dict.fromkeys(chain.from_iterable(sign.wants for sign in signs))),
            claimed=claimed,
            contacts=self._contacts(level, claimed, schemes),
            unjudged=advise.unjudged(
                message,
                normal.text,
                cut=len(message.text) > LENGTH_LIMIT,
                has_link=_LINK.search(normal.text) is not None,
                sender_told=any(each.where is Where.SENDER for each in counted),
            ),
            judged=len(source),
            knowledge_date=self._knowledge.date,
        )

    def _seen(
        self, normal: Normalised, sender: str, message: Message, claimed: tuple[str, ...]
    ) -> tuple[list[Seen], list[Seen]]:
        """Return the sightings that count, and those that are only quoted or forbidden."""
        counted: list[Seen] = []
        quoted: list[Seen] = []
        words = self._scan(normal)
        if words:
            scope = Scope.of(normal.text)
            for each in words:
                said = self._is_said(self._signs[each.sign], each, scope)
                (counted if said else quoted).append(each)
        counted += find_links(normal, claimed, self._directory)
        if sender:
            counted += find_sender(
                sender,
                message.channel,
                claimed,
                normal.text,
                self._directory,
                self._knowledge.numbers,
            )
        if claimed:
            counted += find_impersonation(normal.text, claimed, counted, self._directory)
        return [each for each in counted if each.sign in self._signs], quoted

    def _is_said(self, sign: Sign, seen: Seen, scope: Scope) -> bool:
        """Tell whether the words are meant, not forbidden, denied or recounted by a warning."""
        if sign.kind not in _SAID:
            return True
        if scope.is_recounted(seen.start, seen.end) or scope.is_inquired(seen.start, seen.end):
            return False
        if not sign.negatable:
            return not scope.is_called_fraud(seen.end)
        if sign.kind in _ASKING:
            return not scope.is_forbidden(seen.start, seen.end)
        return not (sign.kind in _STATING and scope.is_denied(seen.start, seen.end))

    def _is_genuine(self, sign: str) -> bool:
        return self._signs[sign].kind is SignKind.GENUINE

    def _findings(self, seen: list[Seen], normal: Normalised) -> tuple[Finding, ...]:
        """Return one finding a sign, the heaviest first, with spans in the original text."""
        grouped: dict[str, list[Seen]] = defaultdict(list)
        for each in seen:
            grouped[each.sign].append(each)
        findings = [
            Finding(
                sign=sign,
                spans=tuple(sorted({_span(each, normal) for each in sightings})),
                weight=self._weights[sign],
                where=sightings[0].where,
                detail=next((each.detail for each in sightings if each.detail), None),
            )
            for sign, sightings in grouped.items()
        ]
        return tuple(sorted(findings, key=lambda each: (-each.weight, each.sign)))

    def _named(self, suspicious: tuple[Finding, ...]) -> tuple[SchemeMatch, ...]:
        return self._rank({each.sign: each.weight for each in suspicious})

    def _contacts(
        self, level: Level, claimed: tuple[str, ...], schemes: tuple[SchemeMatch, ...]
    ) -> tuple[Contact, ...]:
        helpers = list(self._schemes[schemes[0].scheme].contacts) if schemes else []
        if level is Level.DANGER:
            helpers += advise.AT_DANGER
        if level is not Level.DANGER or not helpers:
            helpers += advise.WHENEVER
        return advise.contacts(claimed, helpers, self._institutions)


def _span(seen: Seen, normal: Normalised) -> Span:
    if seen.where is Where.SENDER:
        return Span(seen.start, seen.end)
    return Span(*normal.span(seen.start, seen.end))
