"""A verdict as lines of text: the action first, then the reasons with the very words."""

from collections.abc import Iterable

from guardian_app.cli.terminal import Page, Style
from guardian_app.model import Level, Where
from guardian_app.words import Call, Reason, Report, Words

_STYLES = {Level.DANGER: Style.DANGER, Level.CAUTION: Style.CAUTION, Level.UNKNOWN: Style.UNKNOWN}


def write_report(told: Report, page: Page, words: Words) -> None:
    """Write everything that there is to say."""
    _Writer(page, words).write(told)


class _Writer:
    def __init__(self, page: Page, words: Words) -> None:
        self._page = page
        self._words = words

    def write(self, told: Report) -> None:
        self._write_verdict(told)
        self._write_list("part.do", told.steps, numbered=True)
        self._write_list("part.contacts", map(self._call, told.calls))
        self._write_reasons("part.reasons", told.reasons)
        self._write_list("part.wants", told.wants)
        self._write_list("part.goes_on", told.goes_on)
        self._write_list("part.look_alike", [told.look_alike])
        self._write_list("part.second", [told.second])
        self._write_reasons("part.genuine", told.genuine)
        self._write_reasons("part.quoted", told.quoted)
        self._write_list("part.unjudged", told.unjudged)
        self._page.line()
        self._page.line(told.knowledge)

    def _write_verdict(self, told: Report) -> None:
        mark = self._words(f"seal.{told.level}")
        line = self._words("cli.verdict", mark=mark, word=told.level_word, title=told.title)
        self._page.line(line, _STYLES[told.level])
        for line in filter(None, (told.resembles, told.lead)):
            self._page.line(line)

    def _call(self, call: Call) -> str:
        return self._words(
            "cli.contact", number=call.number, owner=call.owner, confirmed=call.confirmed
        )

    def _write_list(self, heading: str, lines: Iterable[str], *, numbered: bool = False) -> None:
        told = [each for each in lines if each]
        if told:
            self._write_heading(heading)
        for number, line in enumerate(told, 1):
            self._page.line(f"{number}. {line}" if numbered else f"- {line}", indent=2)

    def _write_reasons(self, heading: str, reasons: tuple[Reason, ...]) -> None:
        if reasons:
            self._write_heading(heading)
        for reason in reasons:
            bullet = f"{reason.number}. " if reason.number else "- "
            self._page.line(bullet + reason.name, indent=2)
            key = "cli.quote" if reason.where is Where.TEXT else "cli.quote_sender"
            quotes = [self._words(key, words=each) for each in reason.quotes]
            for line in filter(None, (*quotes, reason.why)):
                self._page.line(line, indent=5)

    def _write_heading(self, key: str) -> None:
        self._page.line()
        self._page.line(self._words(key), Style.HEADING)
