"""What Guardian says: the banner that stays in view, and below it what to do, then why."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guardian_app.model import Level
from guardian_app.ui.announce import announce
from guardian_app.ui.check.original import OriginalCard
from guardian_app.ui.look import Look, Role
from guardian_app.ui.parts.banner import Banner
from guardian_app.ui.parts.call_row import CallRow
from guardian_app.ui.parts.card import Card
from guardian_app.ui.parts.chip import Chip
from guardian_app.ui.parts.columns import Columns
from guardian_app.ui.parts.flow import Flow
from guardian_app.ui.parts.label import Label
from guardian_app.ui.parts.reason import ReasonRow
from guardian_app.ui.parts.scroll import Scroll
from guardian_app.ui.pieces import LONG
from guardian_app.ui.tree import dress, speak
from guardian_app.words import Answer, Reason, Report, Words, tell

_TONES = {Level.DANGER: "seal", Level.CAUTION: "amber", Level.UNKNOWN: "slate"}


class ResultSheet(Scroll):
    """The part of the result that scrolls; the keyboard scrolls it."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.setObjectName("results")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.column.setContentsMargins(0, 2, 8, 2)

    def show_parts(self, parts: Sequence[QWidget]) -> None:
        """Show ``parts`` below each other instead of what was there."""
        while self.column.count():
            item = self.column.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for part in parts:
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.restack()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring to those who came with the keyboard, not after each check."""
        by_keyboard = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}
        self.setProperty("ring", event.reason() in by_keyboard)
        self.style().unpolish(self)
        self.style().polish(self)
        super().focusInEvent(event)


class Result(QWidget):
    """The page after a check."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.answer: Answer | None = None
        self.banner = Banner()
        self.sheet = ResultSheet()
        self._words: Words | None = None
        self._look: Look | None = None
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.banner)
        self._stack.addWidget(self.sheet, 1)

    def show_answer(self, answer: Answer) -> None:
        """Show ``answer``, tell a screen reader, and let the keyboard scroll it."""
        self.answer = answer
        self._build()
        self.sheet.verticalScrollBar().setValue(0)
        self.sheet.setFocus()
        announce(self.banner, self.banner.accessibleName())

    def speak(self, words: Words) -> None:
        """Say everything again in the language of ``words``."""
        self._words = words
        self._build()

    def dress(self, look: Look) -> None:
        """Wear the distances of ``look``."""
        self._look = look
        self._stack.setSpacing(look.sizes.gap)

    def _build(self) -> None:
        if self.answer is None or self._words is None or self._look is None:
            return
        told = tell(self.answer, self._words)
        self.banner.speak(self._words)
        self.banner.tell(told.level, told.title, told.lead, told.resembles)
        self.sheet.setAccessibleName(self._words("check.result"))
        builder = _Builder(told, self._words)
        original = OriginalCard(told, self._words)
        parts = (
            Columns(
                (5, [builder.steps(), original, builder.reasons()]),
                (4, [*builder.calls(), *builder.asides()]),
                firsts=bool(told.calls),
            ),
            Label(Role.SMALL, text=f"{told.knowledge}\n{told.evidence}".strip(), colour="ink_soft"),
        )
        for part in parts:
            speak(part, self._words)
            dress(part, self._look)
        self.sheet.show_parts(parts)


class _Builder:
    def __init__(self, told: Report, words: Words) -> None:
        self._told = told
        self._words = words

    def steps(self) -> QWidget:
        card = Card(self._words("part.do"))
        for number, step in enumerate(self._told.steps, 1):
            card.put(ReasonRow(number, "pine", step))
        return card

    def calls(self) -> list[QWidget]:
        if not self._told.calls:
            return []
        card = Card(self._words("part.contacts"))
        for call in self._told.calls:
            card.put(CallRow(call, self._words))
        return [card]

    def reasons(self) -> QWidget:
        card = Card(self._words("part.reasons"))
        for reason in self._told.reasons:
            card.put(self._reason(reason, "seal" if reason.strong else "amber"))
        if not self._told.reasons:
            card.put(Label(text=self._words("reason.none")))
        return card

    def asides(self) -> list[QWidget]:
        told, cards = self._told, []
        if told.wants:
            card = Card(self._words("part.wants"))
            chips = Flow()
            for want in told.wants:
                chips.put(Chip(want, _TONES[told.level]))
            card.put(chips)
            cards.append(card)
        cards += self._list("part.goes_on", told.goes_on, "amber")
        cards += self._reasons("part.genuine", told.genuine, "pine")
        cards += self._reasons("part.quoted", told.quoted, "slate", always_quote=True)
        cards += self._list("part.look_alike", (told.look_alike,), "")
        cards += self._list("part.second", (told.second,), "")
        cards += self._list("part.unjudged", told.unjudged, "slate")
        return list(cards)

    def _list(self, key: str, lines: tuple[str, ...], tone: str) -> list[Card]:
        written = [line for line in lines if line]
        if not written:
            return []
        card = Card(self._words(key))
        for line in written:
            card.put(ReasonRow(0, tone, line) if tone else Label(text=line))
        return [card]

    def _reasons(
        self, key: str, reasons: tuple[Reason, ...], tone: str, *, always_quote: bool = False
    ) -> list[Card]:
        if not reasons:
            return []
        card = Card(self._words(key))
        for reason in reasons:
            card.put(self._reason(reason, tone, always_quote=always_quote))
        return [card]

    def _reason(self, reason: Reason, tone: str, *, always_quote: bool = False) -> QWidget:
        quote = ""
        if reason.quotes and (always_quote or len(self._told.text) > LONG):
            quote = self._words("reason.quote", words=reason.quotes[0])
        why = "" if always_quote else reason.why
        return ReasonRow(reason.number, tone, reason.name, why, quote)
