"""One message to one verdict: the order in which the parts of the engine speak."""

import re
from collections import defaultdict
from itertools import chain

from guardian_app.engine import advise
from guardian_app.engine.directory import Directory
from guardian_app.engine.normalise import Normalised, Normaliser
from guardian_app.engine.schemes import SchemeRanker
from guardian_app.engine.scope import Scope, is_quoted
from guardian_app.engine.signs.impersonation import find_impersonation
from guardian_app.engine.signs.link import find_links
from guardian_app.engine.signs.phrases import PhraseScanner
from guardian_app.engine.signs.seen import Seen
from guardian_app.engine.signs.sender import find_sender
from guardian_app.engine.signs.wording import LIKE_FRAUD, LIKE_GENUINE, WordingReader
from guardian_app.engine.weigh import Witness, case_of, judge, words_apart, worth
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
# A wording that adds less than this, in log-odds, is no reason worth a person's time.
WORDING_TOLD_FROM = 0.7

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
        self._kinds = {sign.id: sign.kind for sign in knowledge.signs}
        self._weights = {
            sign.id: knowledge.weights.signs.get(sign.id, sign.weight) for sign in knowledge.signs
        }
        self._scan = PhraseScanner(knowledge.signs).find
        self._wording = WordingReader(knowledge.wording)
        self._directory = Directory(knowledge)
        self._institutions = {each.id: each for each in knowledge.institutions}
        self._schemes = {each.id: each for each in knowledge.schemes}
        self._rank = SchemeRanker(knowledge.schemes).rank

    def check(self, message: Message) -> Verdict:
        """Return the verdict on ``message``."""
        source = message.text[:LENGTH_LIMIT]
        normal = self._normalise(source)
        claimed = self._directory.claimed(normal.text)
        weights = self._knowledge.weights
        leaning = self._wording.leaning(normal.text)
        scope = Scope(normal.text, leaning.warning >= weights.warning)
        counted, quoted = self._seen(normal, message, claimed, scope)
        reasons = self._findings(counted, normal)
        suspicious = tuple(each for each in reasons if not self._is_genuine(each.sign))
        genuine = tuple(each for each in reasons if self._is_genuine(each.sign))[::-1]
        wording = worth(leaning.fraud, weights)
        case = case_of(self._witnesses(reasons), wording, at_stake=scope.at_stake)
        level, score = judge(case, weights)
        self._directory.forget()
        if wording >= WORDING_TOLD_FROM and level is not Level.UNKNOWN:
            suspicious += self._worded(LIKE_FRAUD, wording, normal)
        elif wording <= -WORDING_TOLD_FROM and suspicious:
            genuine += self._worded(LIKE_GENUINE, wording, normal)
        schemes = () if level is Level.UNKNOWN else self._named(suspicious)
        return Verdict(
            level=level,
            score=round(score, 4),
            reasons=suspicious,
            genuine=genuine,
            quoted=self._findings(quoted, normal),
            schemes=schemes,
            wants=tuple(
                dict.fromkeys(
                    chain.from_iterable(self._signs[each.sign].wants for each in suspicious)
                )
            ),
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

    def signs_in(self, message: Message, *, warns: bool) -> dict[str, int]:
        """Return the signs that count in ``message`` if it is, or is not, a warning.

        With each, the number of the words it stands on. For those who fit the figures: what the
        wording says is not asked.
        """
        normal = self._normalise(message.text[:LENGTH_LIMIT])
        claimed = self._directory.claimed(normal.text)
        counted, _ = self._seen(normal, message, claimed, Scope(normal.text, warns))
        return words_apart(self._findings(counted, normal), self._kinds)

    def _witnesses(self, findings: tuple[Finding, ...]) -> list[Witness]:
        numbers = words_apart(findings, self._kinds)
        return [
            Witness(
                each.weight,
                self._signs[each.sign].decides,
                self._is_genuine(each.sign),
                numbers[each.sign],
            )
            for each in findings
        ]

    def _seen(
        self, normal: Normalised, message: Message, claimed: tuple[str, ...], scope: Scope
    ) -> tuple[list[Seen], list[Seen]]:
        """Return the sightings that count, and those that are only quoted or forbidden."""
        counted: list[Seen] = []
        quoted: list[Seen] = []
        for each in self._scan(normal):
            said = self._is_said(self._signs[each.sign], each, scope, normal)
            (counted if said else quoted).append(each)
        counted += find_links(normal, claimed, self._directory)
        if sender := message.sender.strip()[:SENDER_LIMIT]:
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

    def _is_said(self, sign: Sign, seen: Seen, scope: Scope, normal: Normalised) -> bool:
        """Tell whether the words are meant, not forbidden, denied or recounted by a warning."""
        if sign.kind not in _SAID:
            return True
        demands = sign.decides and sign.kind is SignKind.REQUEST
        if (
            scope.warns
            and not demands
            and is_quoted(normal.source, *normal.span(seen.start, seen.end))
        ):
            return False
        if scope.is_recounted(seen.start, seen.end, decides=demands) or scope.is_supposed(
            seen.start, seen.end, decides=demands
        ):
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

    def _worded(self, sign: str, wording: float, normal: Normalised) -> tuple[Finding, ...]:
        """Return the wording as the last of the reasons, where there are words to show."""
        if sign not in self._signs:
            return ()
        seen = self._wording.passages(normal.text, sign)
        if not seen:
            return ()
        spans = tuple(sorted(_span(each, normal) for each in seen))
        return (Finding(sign, spans, round(wording, 2)),)

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
