"""The caller knew something: who of those who were given it could have told.

What is ticked is compared at once with what the ledger says was given. It can be kept as a sign of
a leak; then checks and later calls can be read in its light.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from guardian_app.errors import GuardianError
from guardian_app.exposure import Knower, knew
from guardian_app.model import Knowledge, LeakSign, Share
from guardian_app.ui.announce import announce
from guardian_app.ui.ledger.day import DayQuestion
from guardian_app.ui.ledger.knew_result import knew_parts, sign_card, told_in_a_line
from guardian_app.ui.ledger.leaf import Heap, Leaf
from guardian_app.ui.ledger.named import NameLabel, in_groups
from guardian_app.ui.ledger.names import Names
from guardian_app.ui.look import Role
from guardian_app.ui.parts.ask_line import AskLine
from guardian_app.ui.parts.button import Button
from guardian_app.ui.parts.card import Card
from guardian_app.ui.parts.columns import Columns
from guardian_app.ui.parts.flow import Flow
from guardian_app.ui.parts.label import Label
from guardian_app.ui.parts.tick import Tick
from guardian_app.ui.tasks import Runner
from guardian_app.words import Words

if TYPE_CHECKING:
    from guardian_app.guardian.book import Book

# What callers name first; everything else is folded away below.
QUOTED = ("name", "phone", "policy-no", "id-number", "plate", "health-history", "address")
SHOWN = 10  # institutions; the others on request
_LONGEST_NOTE = 2_000
_NARROW = 52  # letters to a line; below, results stand under what was ticked


@dataclass(frozen=True)
class _Read:
    shares: tuple[Share, ...]
    signs: tuple[LeakSign, ...]
    knowledge: Knowledge


class KnewView(Leaf):
    """Tick what the caller knew. ``signs_changed``: a sign of a leak was kept or removed."""

    signs_changed = Signal()

    def __init__(
        self,
        book: "Callable[[], Book]",
        knowledge: Callable[[], Knowledge],
        run: Runner,
        today: Callable[[], date] = date.today,
        parent: QWidget | None = None,
    ) -> None:
        """Compare with the entries of ``book``; keep signs there."""
        super().__init__("knew.title", "knew.subtitle", run, parent)
        self._book = book
        self._knowledge = knowledge
        self._read: _Read | None = None
        self._found: tuple[Knower, ...] = ()
        self._shows_all = False
        self.ticks: dict[str, Tick] = {}
        self.summary = Label(Role.STRONG)
        self.more = Button("knew.more")
        self.day = DayQuestion("knew.day", today)
        self.note = AskLine("knew.note", most=_LONGEST_NOTE)
        self.keep = Button("knew.keep", tone="main")
        self.quoted = Heap()
        self.others = Heap()
        self.result = Heap()
        self.signs = Heap()
        self._lay_out()
        self.more.clicked.connect(self._unfold)
        self.day.changed.connect(self.compare)
        self.keep.clicked.connect(self.keep_sign)
        self.note.entered.connect(self.keep_sign)

    @property
    def kinds(self) -> tuple[str, ...]:
        """What is ticked, in the order in which it stands there."""
        return tuple(kind for kind, tick in self.ticks.items() if tick.isChecked())

    def start(self) -> None:
        """Read the ledger beside the window; ticks stay as they are."""
        super().start()
        self._say_summary("knew.reading")
        self.work("read", self._read_all, self._take)

    def compare(self) -> None:
        """Find who held what is ticked, beside the window."""
        if self._read is None:
            return
        kinds, shares, day = self.kinds, self._read.shares, self.day.day
        self.work("compare", lambda: knew(kinds, shares, day), self._show_found)

    def keep_sign(self) -> None:
        """Keep what is ticked as a sign of a leak."""
        sign = LeakSign(date=self.day.day, kinds=self.kinds, note=self.note.text.strip())
        if not sign.kinds:
            self.tell("knew.nothing_ticked")
            self.start_ticking()
        elif not sign.date:
            self.tell("leaf.day_hint")
            self.day.ask_again()
        elif self._read and any(_same(sign, kept) for kept in self._read.signs):
            self.tell("knew.kept_already")
        else:
            self._keep(sign, "knew.kept_now", self._offer_removal)

    def remove_sign(self, sign: LeakSign) -> None:
        """Take a sign out of the list, and offer to bring it back."""

        def work() -> tuple[LeakSign, ...]:
            signs = self._book().ledger.leak_signs
            signs.remove(sign.id)
            return signs.kept()

        def done(signs: tuple[LeakSign, ...]) -> None:
            self._take_signs(signs)
            if self.words is not None:
                bring_back = partial(self._keep, sign, "knew.brought_back", lambda _: None)
                self.notice.offer("knew.removed", self.words, "knew.undo", bring_back)
            self.keep.setFocus()

        self.work("sign", work, done)

    def do_main_thing(self) -> None:
        """Keep the sign."""
        self.keep_sign()

    def start_ticking(self) -> None:
        """Put the keyboard on the first tick."""
        next(iter(self.ticks.values()), self.back_button).setFocus()

    def named(self, error: GuardianError, words: Words) -> GuardianError:
        """Name the note or the day, should one of them be refused."""
        field = error.values.get("field")
        called = {"note": "knew.note_field", "date": "leaf.day", "kinds": "knew.kinds"}
        if field not in called:
            return error
        return type(error)(error.key, **{**error.values, "field": words(called[str(field)])})

    def retell(self) -> None:
        """Say results and signs in the language of now."""
        self._show_result()
        self._show_signs()

    def _lay_out(self) -> None:
        asked = Card(key="knew.kinds")
        asked.put(self.quoted)
        unfold = Flow()
        unfold.put(self.more)
        asked.put(unfold)
        asked.put(self.others)
        self.others.hide()
        kept = Card()
        kept.put(self.day)
        kept.put(self.note)
        press = Flow()
        press.put(self.keep)
        kept.put(press)
        kept.put(Label(Role.SMALL, key="knew.keep_what_for", colour="ink_soft"))
        self.stack.insertWidget(2, self.summary)
        self.body.addWidget(
            Columns((5, [asked, kept]), (4, [self.result, self.signs]), widest=_NARROW, firsts=True)
        )
        self.body.addStretch(1)

    def _read_all(self) -> _Read:
        ledger = self._book().ledger
        return _Read(ledger.shares.kept(), ledger.leak_signs.kept(), self._knowledge())

    def _take(self, read: _Read) -> None:
        self._read = read
        if not self.ticks:
            self._make_ticks(read.knowledge)
            if self.back_button.hasFocus():
                self.start_ticking()
        self._show_signs()
        self.compare()

    def _make_ticks(self, knowledge: Knowledge) -> None:
        kinds = {each.id: each for each in knowledge.data_kinds}
        quoted = Flow()
        for kind in filter(kinds.__contains__, QUOTED):
            quoted.put(self._tick(kind, Tick(kinds[kind].name)))
        groups = {each.id: each for each in knowledge.data_groups}
        others: list[QWidget] = []
        for group, members in in_groups(knowledge):
            flow = Flow()
            rest = [each for each in members if each.id not in QUOTED]
            for each in rest:
                flow.put(self._tick(each.id, Tick(each.name)))
            if rest:
                others += [NameLabel(groups[group].name, colour="ink_soft"), flow]
        self.fill(self.quoted, [quoted])
        self.fill(self.others, others)
        self.first = next(iter(self.ticks.values()), self.back_button)

    def _tick(self, kind: str, tick: Tick) -> Tick:
        self.ticks[kind] = tick
        tick.toggled.connect(self.compare)
        return tick

    def _unfold(self) -> None:
        is_folded = self.others.isHidden()
        self.others.setVisible(is_folded)
        self.more.key = "knew.less" if is_folded else "knew.more"
        if self.words is not None:
            self.more.speak(self.words)

    def _show_found(self, found: tuple[Knower, ...]) -> None:
        self._found = found
        self._shows_all = False
        self._show_result()

    def _show_result(self) -> None:
        if self.words is None or self.look is None or self._read is None:
            return
        called = Names(self._read.knowledge, self.words)
        kinds = self.kinds
        most = len(self._found) if self._shows_all else SHOWN
        parts = knew_parts(self._found, called, self.words, most) if kinds else []
        if not kinds:
            parts = [Label(key="knew.start_here", colour="ink_soft")]
        if not self._read.shares:
            parts.insert(0, Label(key="knew.empty_ledger"))
        if len(self._found) > most:
            every = Button("knew.show_all")
            every.clicked.connect(self._show_all)
            parts.append(every)
        self.fill(self.result, parts)
        self.summary.say(told_in_a_line(kinds, self._found, called, self.words))
        announce(self.summary, self.summary.text())

    def _show_all(self) -> None:
        self._shows_all = True
        self._show_result()
        self.keep.setFocus()

    def _show_signs(self) -> None:
        if self.words is None or self.look is None or self._read is None:
            return
        called = Names(self._read.knowledge, self.words)
        card = sign_card(self._read.signs, called, self.words, self.remove_sign)
        self.fill(self.signs, [card])

    def _keep(
        self, sign: LeakSign, notice: str, then: Callable[[LeakSign], None] | None = None
    ) -> None:
        def work() -> tuple[LeakSign, tuple[LeakSign, ...]]:
            signs = self._book().ledger.leak_signs
            return signs.add(sign), signs.kept()

        def done(outcome: tuple[LeakSign, tuple[LeakSign, ...]]) -> None:
            kept, signs = outcome
            self._take_signs(signs)
            self.tell(notice)
            if then is not None:
                then(kept)
            self.done.emit()

        self.work("sign", work, done)

    def _offer_removal(self, sign: LeakSign) -> None:
        if self.words is not None:
            take_back = partial(self.remove_sign, sign)
            self.notice.offer("knew.kept_now", self.words, "knew.take_back", take_back)

    def _take_signs(self, signs: tuple[LeakSign, ...]) -> None:
        if self._read is not None:
            self._read = _Read(self._read.shares, signs, self._read.knowledge)
        self._show_signs()
        self.signs_changed.emit()

    def _say_summary(self, key: str) -> None:
        if self.words is not None:
            self.summary.say(self.words(key))


def _same(one: LeakSign, other: LeakSign) -> bool:
    return (one.date, set(one.kinds), one.note) == (other.date, set(other.kinds), other.note)
