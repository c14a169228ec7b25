"""The second sheet: what the letter says, the letter itself, and keeping it as a request."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guardian_app.exposure import Holder
from guardian_app.model import Knowledge, Language, Request, Right, Share, Text
from guardian_app.ui.ledger.files import Files
from guardian_app.ui.ledger.later_day import LaterDay
from guardian_app.ui.ledger.leaf import Heap
from guardian_app.ui.ledger.letter_ask import LetterAsk
from guardian_app.ui.ledger.named import NameLabel
from guardian_app.ui.ledger.paper import Paper
from guardian_app.ui.look import Look, Role
from guardian_app.ui.parts.ask_line import AskLine
from guardian_app.ui.parts.button import Button
from guardian_app.ui.parts.card import Card
from guardian_app.ui.parts.choice import Choice
from guardian_app.ui.parts.columns import Columns
from guardian_app.ui.parts.flow import Flow
from guardian_app.ui.parts.label import Label
from guardian_app.ui.parts.reason import ReasonRow
from guardian_app.ui.parts.tick import Tick
from guardian_app.words import Words

_DETAILS = {
    "correct": "rights.detail_correct",
    "explain": "rights.detail_explain",
    "leak-facts": "rights.detail_leak",
}
_MOST_DETAIL = 600
_MOST_NAME = 100


class LetterSheet(QWidget):
    """A letter under one right. ``changed``: write it anew; ``keep``: keep it as a request."""

    changed = Signal()
    keep = Signal()

    def __init__(  # noqa: PLR0913, PLR0917 - what a letter is made of
        self,
        right: Right,
        holder: Holder,
        shares: Sequence[Share],
        knowledge: Knowledge,
        language: Language,
        files: Files,
        today: Callable[[], date],
    ) -> None:
        """Offer the kinds of ``shares``, all of them ticked; write in ``language`` at first."""
        super().__init__()
        self.right = right
        self._holder = holder
        self._shares = tuple(shares)
        self._today = today
        self.ticks = _ticks(shares, knowledge)
        for tick in self.ticks.values():
            tick.setChecked(right.id != "correct")
            tick.toggled.connect(self._tell)
        self.language: Choice[Language] = Choice(
            "rights.language",
            ((Language.ZH, "rights.in_chinese"), (Language.EN, "rights.in_english")),
        )
        self.language.take(language)
        self.person = AskLine("rights.person", most=_MOST_NAME)
        self.detail = AskLine(_DETAILS.get(right.id, "rights.detail_correct"), most=_MOST_DETAIL)
        self.detail.setVisible(right.id in _DETAILS)
        self.wish = LaterDay("rights.wish", "rights.no_wish", today)
        self.remind = LaterDay("rights.remind", "rights.no_reminder", today)
        self.keep_button = Button("rights.keep", tone="main")
        self.paper = Paper("rights.letter", files)
        self.before = Heap()
        self.first: QWidget = next(iter(self.ticks.values()), self.language.first)
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._lay_out()
        for signal in (self.language.chosen, self.wish.changed, self.person.changed,
                       self.detail.changed):  # fmt: skip
            signal.connect(self._tell)
        self.keep_button.clicked.connect(self.keep)

    @property
    def kinds(self) -> tuple[str, ...]:
        """What is ticked."""
        return tuple(kind for kind, tick in self.ticks.items() if tick.isChecked())

    def ask(self) -> LetterAsk:
        """Return what the letter is to say."""
        kinds = self.kinds
        given = {share.date for share in self._shares if share.date and set(share.kinds) & {*kinds}}
        return LetterAsk(
            holder=self._holder,
            right=self.right.id,
            kinds=kinds,
            given=tuple(sorted(given)),
            detail=self.detail.text.strip() if self.right.id in _DETAILS else "",
            wish=self.wish.day,
            person=self.person.text.strip(),
            language=self.language.value,
            today=self._today().isoformat(),
        )

    def request(self) -> Request:
        """Return the request to keep; what was filled in for the letter is no part of it."""
        return Request(
            right=self.right.id,
            institution=self._holder.institution,
            name=self._holder.name,
            kinds=self.kinds,
            opened=self._today().isoformat(),
            remind=self.remind.day,
        )

    def show_notes(
        self,
        fill: Callable[[Heap, list[QWidget]], None],
        notes: Iterable[Text],
        words: Words,
    ) -> None:
        """Show what to know before the letter goes out."""
        parts: list[QWidget] = [Label(Role.HEADING, text=words("rights.before"))]
        fill(self.before, [*parts, *(ReasonRow(0, "amber", words.of(note)) for note in notes)])

    def dress(self, look: Look) -> None:
        """Wear the distances of ``look``."""
        self._stack.setSpacing(look.sizes.gap)

    def _tell(self) -> None:
        self.changed.emit()

    def _lay_out(self) -> None:
        about = Card()
        about.put(NameLabel(self.right.name, Role.HEADING))
        about.put(Label(key="rights.about_kinds" if self.ticks else "rights.about_everything"))
        kinds = Flow()
        for tick in self.ticks.values():
            kinds.put(tick)
        about.put(kinds)
        for part in (self.detail, self.language, self.wish, self.person):
            about.put(part)
        about.put(Label(Role.SMALL, key="rights.person_not_kept", colour="ink_soft"))
        kept = Card(key="rights.keep_heading")
        kept.put(Label(key="rights.keep_what_for", colour="ink_soft"))
        kept.put(self.remind)
        press = Flow()
        press.put(self.keep_button)
        kept.put(press)
        before = Card()
        before.put(self.before)
        self._stack.addWidget(Columns((1, [about, kept, before]), (1, [self.paper]), widest=60))


def _ticks(shares: Iterable[Share], knowledge: Knowledge) -> dict[str, Tick]:
    held = {kind for share in shares for kind in share.kinds}
    return {kind.id: Tick(kind.name) for kind in knowledge.data_kinds if kind.id in held}
