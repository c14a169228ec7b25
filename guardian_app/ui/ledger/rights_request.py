"""The third sheet: one request, what came of it, what to do next, the complaint."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from guardian_app.model import Knowledge, Language, RequestState, Step
from guardian_app.ui.announce import announce
from guardian_app.ui.ledger.day import DayQuestion
from guardian_app.ui.ledger.files import Files
from guardian_app.ui.ledger.later_day import LaterDay
from guardian_app.ui.ledger.leaf import Heap
from guardian_app.ui.ledger.letter_ask import LetterAsk
from guardian_app.ui.ledger.names import Names
from guardian_app.ui.ledger.paper import Paper
from guardian_app.ui.ledger.rights_came import CAME, Came
from guardian_app.ui.ledger.rights_list import TONES, Asked, name_of
from guardian_app.ui.look import Look, Role
from guardian_app.ui.parts.ask_line import AskLine
from guardian_app.ui.parts.button import Button
from guardian_app.ui.parts.card import Card
from guardian_app.ui.parts.chip import Chip
from guardian_app.ui.parts.choice import Choice
from guardian_app.ui.parts.columns import Columns
from guardian_app.ui.parts.flow import Flow
from guardian_app.ui.parts.label import Label
from guardian_app.words import Words

_MOST_NOTE = 300  # of a line of history: more does not fit the complaint
Fill = Callable[[Heap, list[QWidget]], None]


class RequestSheet(QWidget):
    """One request. Each signal asks for what its name says.

    ``noted``: a Step that happened; ``looked``: the id of an answer without an event; ``kept``:
    note and reminder; ``calendar``, ``removed``, ``complain``: what the buttons say.
    """

    noted = Signal(object)
    looked = Signal(str)
    kept = Signal()
    calendar = Signal()
    removed = Signal()
    complain = Signal()

    def __init__(
        self,
        asked: Asked,
        knowledge: Knowledge,
        language: Language,
        files: Files,
        today: Callable[[], date],
    ) -> None:
        """Show ``asked``; a complaint is in ``language`` at first."""
        super().__init__()
        self.asked = asked
        self._knowledge = knowledge
        self._today = today
        self._words: Words | None = None
        self._say = ""
        self.about, self.next = Heap(), Heap()
        self.day = DayQuestion("rights.came_when", today)
        self.words_of = AskLine("rights.came_words", most=_MOST_NOTE)
        self.sent = Button("came.sent", tone="main")
        self.again = Button("came.again")
        self.answers = {each.answer: Button(each.key) for each in CAME}
        self.copy_say = Button("rights.copy_say")
        self.complaint = Button("rights.complain")
        self.complained = Button("came.complained")
        self.remind = LaterDay("rights.remind", "rights.no_reminder", today)
        self.remind.take(asked.request.remind)
        self.note = AskLine("rights.note", most=2000)
        self.note.take(asked.request.note)
        self.keep = Button("rights.keep_note")
        self.ics = Button("rights.save_ics")
        self.remove = Button("rights.remove")
        self.language: Choice[Language] = Choice(
            "rights.language",
            ((Language.ZH, "rights.in_chinese"), (Language.EN, "rights.in_english")),
        )
        self.language.take(language)
        self.body: Choice[bool] = Choice(
            "rights.complain_to", ((True, "rights.to_finance"), (False, "rights.to_data"))
        )
        self.paper = Paper("rights.complaint", files)
        self._lay_out()
        self._connect()
        self._show_what_fits()

    @property
    def first(self) -> QWidget:
        """Where the keyboard starts."""
        is_draft = self.asked.request.state is RequestState.DRAFT
        return self.sent if is_draft else self.answers["silence"]

    def ask(self) -> LetterAsk:
        """Return what the complaint is to say."""
        return LetterAsk(
            holder=self.asked.holder,
            right=self.asked.request.right,
            kinds=self.asked.request.kinds,
            language=self.language.value,
            today=self._today().isoformat(),
        )

    @property
    def has_focus(self) -> bool:
        """Whether the keyboard is on something here that can still be seen."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus) and focus.isVisibleTo(self)

    def show_asked(self, fill: Fill, asked: Asked, history: tuple[Step, ...], words: Words) -> None:
        """Show ``asked`` as it is now, with its ``history`` in the language of ``words``."""
        self.asked = asked
        request = asked.request
        rights = {each.id: each for each in self._knowledge.rights}
        called = Names(self._knowledge, words)
        chips = Flow()
        chips.put(Chip(words(f"asks.{request.state}"), TONES[request.state]))
        if asked.is_due(self._today().isoformat()):
            chips.put(Chip(words("rights.due", day=request.remind), "amber"))
        kinds = called.kinds(request.kinds) or words("rights.everything")
        parts: list[QWidget] = [
            Label(Role.HEADING, text=name_of(request, rights, words)),
            Label(text=called.holder(asked.holder)),
            chips,
            Label(text=words("rights.about", kinds=kinds), colour="ink_soft"),
            Label(Role.STRONG, text=words("rights.history")),
        ]
        for step in history:
            line = words("rights.step", day=step.date, state=words(f"asks.{step.state}"))
            if step.note:
                line = words("rights.step_note", step=line, note=step.note)
            parts.append(Label(text=line))
        fill(self.about, parts)
        self._show_what_fits()

    def show_next(self, fill: Fill, words: Words, parts: list[QWidget], say: str) -> None:
        """Show the next step: ``parts``, and what may be said to them."""
        self._say = say
        heading = Label(Role.HEADING, text=words("rights.next"))
        fill(self.next, [heading, *parts])
        self.copy_say.setVisible(bool(say))

    def show_complaint_button(self, *, fits: bool) -> None:
        """Offer the complaint where it ``fits``."""
        self.complaint.setVisible(fits)

    def show_bodies(self, *, finance: bool) -> None:
        """Offer the choice of whom to complain to, where there is one."""
        self.body.setVisible(finance)
        self.body.take(finance)

    def speak(self, words: Words) -> None:
        """Remember the language for what is noted."""
        self._words = words

    def dress(self, look: Look) -> None:
        """Wear the distances of ``look``."""
        self._stack.setSpacing(look.sizes.gap)

    def note_came(self, came: Came) -> None:
        """Note an answer on the day that was given, or look at what it means."""
        if came.state is None:
            self.looked.emit(came.answer)
        else:
            self.note_state(came.state, came.key)

    def note_state(self, state: RequestState, key: str = "") -> None:
        """Note that the request came to ``state``; the sentence ``key`` says how."""
        if self._words is None:
            return
        if not self.day.day:
            self.day.ask_again()
            return
        own = self.words_of.text.strip()
        said = self._words(key) if key else ""
        note = self._words("rights.came_own", said=said, own=own) if said and own else said or own
        self.noted.emit(Step(date=self.day.day, state=state, note=note))

    def _copy_say(self) -> None:
        if self._words is not None:
            QGuiApplication.clipboard().setText(self._say)
            self.copy_say.setText(self._words("rights.copied"))
            announce(self.copy_say, self._words("rights.copied"))

    def _connect(self) -> None:
        states = RequestState
        self.sent.clicked.connect(lambda: self.note_state(states.SENT))
        self.again.clicked.connect(lambda: self.note_state(states.SENT, "came.again_note"))
        self.complained.clicked.connect(lambda: self.note_state(states.COMPLAINED))
        for came in CAME:
            button = self.answers[came.answer]
            button.clicked.connect(lambda *_, came=came: self.note_came(came))
        self.keep.clicked.connect(self.kept)
        self.ics.clicked.connect(self.calendar)
        self.remove.clicked.connect(self.removed)
        self.complaint.clicked.connect(self.complain)
        self.language.chosen.connect(self._write_again)
        self.body.chosen.connect(self._write_again)
        self.copy_say.clicked.connect(self._copy_say)

    def _write_again(self) -> None:
        if self.paper.isVisibleTo(self):
            self.complain.emit()

    def _show_what_fits(self) -> None:
        is_draft = self.asked.request.state is RequestState.DRAFT
        self.sent.setVisible(is_draft)
        for button in (*self.answers.values(), self.again):
            button.setVisible(not is_draft)
        self.ics.setVisible(bool(self.asked.request.remind))

    def _lay_out(self) -> None:
        about = Card()
        about.put(self.about)
        came = Card(key="rights.came")
        came.put(self.day)
        came.put(self.words_of)
        came.put(_flow(self.sent, *self.answers.values(), self.again))
        step = Card()
        step.put(self.next)
        step.put(_flow(self.copy_say, self.complaint))
        own = Card(key="rights.own")
        own.put(self.remind)
        own.put(self.note)
        own.put(_flow(self.keep, self.ics, self.remove))
        self.complaint_card = Card(key="rights.complaint_how")
        self.complaint_card.put(self.body)
        self.complaint_card.put(self.language)
        self.complaint_card.put(_flow(self.complained))
        self.complaint_card.hide()
        self.paper.hide()
        self.copy_say.hide()
        self.complaint.hide()
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        left: list[QWidget] = [about, own]
        right: list[QWidget] = [step, came, self.complaint_card, self.paper]
        self._stack.addWidget(Columns((4, left), (5, right), widest=60))


def _flow(*parts: QWidget) -> Flow:
    flow = Flow()
    for part in parts:
        flow.put(part)
    return flow
