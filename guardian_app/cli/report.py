"""A verdict as lines of text: the action first, then the reasons with the very words."""

from collections.abc import Iterable

from guardian_app.cli.terminal import Page, Style
from guardian_app.model import (
    Contact,
    Finding,
    Knowledge,
    Level,
    Message,
    Scheme,
    Verdict,
    Where,
)
from guardian_app.words import Words

_STYLES = {Level.DANGER: Style.DANGER, Level.CAUTION: Style.CAUTION, Level.UNKNOWN: Style.UNKNOWN}
_USUAL_STEPS = {
    Level.DANGER: ("do.danger_stop", "do.danger_verify", "do.danger_family"),
    Level.CAUTION: ("do.caution_wait", "do.caution_verify", "do.caution_family"),
    Level.UNKNOWN: ("do.unknown_verify", "do.unknown_never"),
}
# A second scheme is named when it has this part of the share of the first.
_CLOSE = 0.8
# The words that decided are few; of a longer passage its beginning tells enough.
_QUOTE_LETTERS = 120
_QUOTES = 3


class Report:
    """Tells one verdict on a page, in the language of ``words``."""

    def __init__(
        self, message: Message, verdict: Verdict, knowledge: Knowledge, words: Words
    ) -> None:
        """Look up what the verdict names."""
        self._message = message
        self._verdict = verdict
        self._words = words
        self._signs = {each.id: each for each in knowledge.signs}
        self._asks = {each.id: words.of(each.name) for each in knowledge.asks}
        self._owners = {each.id: words.of(each.name) for each in knowledge.institutions}
        known = {each.id: each for each in knowledge.schemes}
        close = verdict.schemes[0].share * _CLOSE if verdict.schemes else 0
        self._schemes: list[Scheme] = [
            known[each.scheme]
            for each in verdict.schemes
            if each.scheme in known and each.share >= close
        ]

    def write(self, page: Page) -> None:
        """Write everything that there is to say."""
        verdict, words = self._verdict, self._words
        scheme = self._schemes[0] if self._schemes else None
        self._write_verdict(page, scheme)
        if scheme:
            self._write_list(page, "part.do", map(words.of, scheme.do), numbered=True)
        else:
            self._write_list(
                page, "part.do", map(words, _USUAL_STEPS[verdict.level]), numbered=True
            )
        self._write_list(page, "part.contacts", map(self._contact, verdict.contacts))
        self._write_findings(page, "part.reasons", verdict.reasons, numbered=True)
        self._write_list(page, "part.wants", [self._asks.get(each, each) for each in verdict.wants])
        if scheme:
            self._write_list(page, "part.goes_on", map(words.of, scheme.goes_on))
            self._write_list(page, "part.look_alike", [words.of(scheme.look_alike)])
        self._write_list(page, "part.second", [words.of(each.name) for each in self._schemes[1:2]])
        self._write_findings(page, "part.genuine", verdict.genuine)
        self._write_findings(page, "part.quoted", verdict.quoted)
        judged = f"{verdict.judged:,}"
        self._write_list(
            page,
            "part.unjudged",
            [words(f"unjudged.{each}", judged=judged) for each in verdict.unjudged],
        )
        page.line()
        page.line(words("note.knowledge", date=verdict.knowledge_date))

    def _write_verdict(self, page: Page, scheme: Scheme | None) -> None:
        level, words = self._verdict.level, self._words
        name = words.of(scheme.name) if scheme else ""
        if level is Level.DANGER and scheme:
            title = words("verdict.danger_scheme", scheme=name)
        else:
            title = words(f"verdict.{level}")
        mark, word = words(f"seal.{level}"), words(f"level.{level}")
        page.line(words("cli.verdict", mark=mark, word=word, title=title), _STYLES[level])
        if level is Level.CAUTION and scheme:
            page.line(words("verdict.resembles", scheme=name))
        page.line(words(f"lead.{level}"))

    def _contact(self, contact: Contact) -> str:
        return self._words(
            "cli.contact",
            number=contact.number,
            owner=self._owners.get(contact.institution, contact.institution),
            confirmed=self._words(f"contact.{contact.offer}"),
        )

    def _write_list(
        self, page: Page, heading: str, lines: Iterable[str], *, numbered: bool = False
    ) -> None:
        told = [each for each in lines if each]
        if told:
            self._write_heading(page, heading)
        for number, line in enumerate(told, 1):
            page.line(f"{number}. {line}" if numbered else f"- {line}", indent=2)

    def _write_findings(
        self, page: Page, heading: str, findings: tuple[Finding, ...], *, numbered: bool = False
    ) -> None:
        if findings:
            self._write_heading(page, heading)
        for number, finding in enumerate(findings, 1):
            sign = self._signs.get(finding.sign)
            bullet = f"{number}. " if numbered else "- "
            page.line(bullet + (self._words.of(sign.name) if sign else finding.sign), indent=2)
            for words in self._quotes(finding):
                page.line(words, indent=5)
            why = finding.detail or (sign.why if sign else None)
            if why:
                page.line(self._words.of(why), indent=5)

    def _write_heading(self, page: Page, key: str) -> None:
        page.line()
        page.line(self._words(key), Style.HEADING)

    def _quotes(self, finding: Finding) -> list[str]:
        is_text = finding.where is Where.TEXT
        whole = self._message.text if is_text else self._message.sender.strip()
        quotes = dict.fromkeys(whole[each.start : each.end] for each in finding.spans)
        wide = [one for one in quotes if not any(one in other for other in quotes if other != one)]
        key = "cli.quote" if is_text else "cli.quote_sender"
        return [self._words(key, words=_shortened(each)) for each in wide[:_QUOTES] if each]


def _shortened(quote: str) -> str:
    return quote if len(quote) <= _QUOTE_LETTERS else quote[: _QUOTE_LETTERS - 1] + "…"
