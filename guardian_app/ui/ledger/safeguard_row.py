"""One question of the score sheet: how the answer reads, and how to tell a good one."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guardian_app.exposure import Holder
from guardian_app.model import Knowledge, Reading, Reply, Safeguard, cited
from guardian_app.ui.ledger.rights_pick import cited_as
from guardian_app.ui.look import Look, Role
from guardian_app.ui.parts.ask_line import AskLine
from guardian_app.ui.parts.button import Button
from guardian_app.ui.parts.card import Card
from guardian_app.ui.parts.choice import Choice
from guardian_app.ui.parts.flow import Flow
from guardian_app.ui.parts.label import Label
from guardian_app.ui.parts.reason import ReasonRow
from guardian_app.words import Words

_MOST_NOTE = 2_000
_MOST_DAY = 10


class SafeguardRow(Card):
    """One question. ``answered``: the reply to keep; ``cleared``: there is none any more."""

    answered = Signal(object)
    cleared = Signal(str)
    unfolded = Signal(object)

    def __init__(
        self, number: int, safeguard: Safeguard, holder: Holder, today: Callable[[], date]
    ) -> None:
        """Ask ``safeguard`` of ``holder``, as question ``number``."""
        super().__init__()
        self.safeguard = safeguard
        self._number = number
        self._holder = holder
        self._today = today
        self._note = ""
        self._day = ""
        self.question = Label(Role.STRONG)
        self.reading: Choice[Reading | None] = Choice(
            "safeguards.reads",
            (
                (None, "safeguards.not_asked"),
                (Reading.GOOD, "safeguards.good"),
                (Reading.WEAK, "safeguards.weak"),
                (Reading.NONE, "safeguards.none"),
            ),
        )
        self.more = Button("safeguards.more", tone="quiet")
        self.day = AskLine("safeguards.day", most=_MOST_DAY)
        self.note = AskLine("safeguards.note", most=_MOST_NOTE)
        self.keep = Button("safeguards.keep")
        self.told = QWidget()
        self._told = QVBoxLayout(self.told)
        self._told.setContentsMargins(0, 0, 0, 0)
        self.own = QWidget()
        self._own = QVBoxLayout(self.own)
        self._own.setContentsMargins(0, 0, 0, 0)
        own: tuple[QWidget, ...] = (self.day, self.note, _flow(self.keep))
        for part in own:
            self._own.addWidget(part)
        for part in (self.question, self.reading, _flow(self.more), self.told, self.own):
            self.put(part)
        self.told.hide()
        self.own.hide()
        self.reading.chosen.connect(self._answer)
        self.more.clicked.connect(self._turn)
        self.keep.clicked.connect(self._answer)
        self.note.entered.connect(self._answer)
        self.day.entered.connect(self._answer)

    def take(self, reply: Reply | None) -> None:
        """Show what is kept."""
        self.reading.take(None if reply is None else reply.reading)
        day = "" if reply is None else reply.date
        note = "" if reply is None else reply.note
        # What is being typed stays, unless something else was kept meanwhile.
        if day != self._day:
            self.day.take(day)
        if note != self._note:
            self.note.take(note)
        self._day, self._note = day, note
        self._show_own()

    def tell(self, knowledge: Knowledge, words: Words) -> None:
        """Say how to read an answer, and what it leans on."""
        while self._told.count():
            item = self._told.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        each = self.safeguard
        basis = words(
            "safeguards.basis", says=words.of(each.basis), how=words(f"basis.{each.confidence}")
        )
        parts = [
            ReasonRow(0, "pine", words("safeguards.good_is"), words.of(each.good)),
            ReasonRow(0, "amber", words("safeguards.weak_is"), words.of(each.weak)),
            ReasonRow(0, "slate", words("safeguards.basis_is"), basis),
        ]
        for law, article in cited(each.articles, knowledge.laws):
            said = words.of(article.says)
            parts.append(ReasonRow(0, "slate", cited_as(law, article, words), said))
        for part in parts:
            self._told.addWidget(part)

    def speak(self, words: Words) -> None:
        """Say the question in the language of ``words``."""
        question = words.of(self.safeguard.question)
        self.question.say(words("safeguards.numbered", number=self._number, question=question))
        self.setAccessibleName(self.question.text())
        self._name(words)
        self._words = words

    def dress(self, look: Look) -> None:
        """Wear the distances of ``look``."""
        super().dress(look)
        for column in (self._told, self._own):
            column.setSpacing(max(6, look.sizes.pad // 2))

    def _name(self, words: Words) -> None:
        self.more.speak(words)
        name = f"{words(self.more.key)} {words.of(self.safeguard.question)}"
        self.more.setAccessibleName(name)
        self.reading.setAccessibleName(words.of(self.safeguard.question))

    def _turn(self) -> None:
        is_folded = self.told.isHidden()
        self.told.setVisible(is_folded)
        self.more.key = "safeguards.less" if is_folded else "safeguards.more"
        self._name(self._words)
        self._show_own()
        if is_folded:
            self.unfolded.emit(self)

    def _show_own(self) -> None:
        self.own.setVisible(not self.told.isHidden() and self.reading.value is not None)

    def _answer(self) -> None:
        reading = self.reading.value
        self._show_own()
        if reading is None:
            self.cleared.emit(self.safeguard.id)
            return
        self.answered.emit(
            Reply(
                safeguard=self.safeguard.id,
                reading=reading,
                institution=self._holder.institution,
                name=self._holder.name,
                date=self.day.text.strip() or self._today().isoformat(),
                note=self.note.text.strip(),
            )
        )


def _flow(*parts: QWidget) -> Flow:
    flow = Flow()
    for part in parts:
        flow.put(part)
    return flow
