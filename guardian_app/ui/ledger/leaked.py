"""An institution had a leak: what of this person's is out, and what to do in which order."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guardian_app.exposure import Holder, Leak, leak
from guardian_app.model import DataKind, Knowledge, Share, Text
from guardian_app.ui.announce import announce
from guardian_app.ui.ledger.day import DayQuestion
from guardian_app.ui.ledger.leaf import Heap, Leaf, is_heard
from guardian_app.ui.ledger.leaked_pick import HolderPick
from guardian_app.ui.ledger.leaked_result import out_card, steps_card
from guardian_app.ui.ledger.names import Names
from guardian_app.ui.look import Role
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

# What may be ticked where the ledger does not say what the institution has.
USUAL = ("name", "phone", "policy-no", "id-number", "card-no", "health-history", "address")
# The rights that help after a leak, the most useful first.
RIGHTS = ("leak-facts", "access-and-copy", "delete", "withdraw-consent")
_NARROW = 52  # letters to a line; below, what to do stands under what leaked


class _RightButton(Button):
    """Names a right as the knowledge does."""

    def __init__(self, name: Text) -> None:
        super().__init__()
        self._name = name

    def speak(self, words: Words) -> None:
        """Say the name in the language of ``words``."""
        self.setText(words.of(self._name))
        self.setAccessibleName(words("leaked.right", name=words.of(self._name)))


class LeakedView(Leaf):
    """Pick who leaked, see what is out.

    ``heard`` (Holder, kind ids, ISO day): the person wants to keep that they heard of it.
    ``right_wanted`` (Holder, id of the right): the person wants to write to them. Buttons of a
    signal to which nobody listens are not shown.
    """

    heard = Signal(object, object, str)
    right_wanted = Signal(object, str)

    def __init__(
        self,
        book: "Callable[[], Book]",
        knowledge: Callable[[], Knowledge],
        run: Runner,
        today: Callable[[], date] = date.today,
        parent: QWidget | None = None,
    ) -> None:
        """Look up in ``book`` what was given to whom."""
        super().__init__("leaked.title", "leaked.subtitle", run, parent)
        self._book = book
        self._knowledge = knowledge
        self._shares: tuple[Share, ...] = ()
        self._known: Knowledge | None = None
        self._leak: Leak | None = None
        self.ticks: dict[str, Tick] = {}
        self.pick = HolderPick(self)
        self.who = Label(Role.HEADING)
        self.held = Label(colour="ink_soft")
        self.other = Button("leaked.other")
        self.boxes = Heap()
        self.day = DayQuestion("leaked.day", today)
        self.keep = Button("leaked.keep", tone="main")
        self.out = Heap()
        self.steps = Heap()
        self.rights = Heap()
        self.told = QWidget()
        self._lay_out()
        self.first = self.pick.line.field
        self.pick.picked.connect(self.show_leak)
        self.other.clicked.connect(self.pick_other)
        self.keep.clicked.connect(self._keep)

    @property
    def kinds(self) -> tuple[str, ...]:
        """What is ticked as leaked, the most harmful first."""
        return tuple(kind for kind, tick in self.ticks.items() if tick.isChecked())

    def start(self) -> None:
        """Read the ledger beside the window."""
        super().start()
        self.work(
            "read", lambda: (self._book().ledger.shares.kept(), self._knowledge()), self._take
        )

    def show_leak(self, who: Holder) -> None:
        """Show what is out if ``who`` leaked everything it has."""
        known = self._known
        if known is not None:
            self.work("leak", lambda: leak(who, self._shares, known), self._show_leak)

    def pick_other(self) -> None:
        """Go back to the list of institutions."""
        self._leak = None
        self.notice.hide()
        self.told.hide()
        self.pick.show()
        self.first = self.pick.line.field
        self.sheet.verticalScrollBar().setValue(0)
        self.first.setFocus()

    def leave(self) -> None:
        """Go back to the list first, then to where the person came from."""
        if self._leak is not None:
            self.pick_other()
        else:
            super().leave()

    def do_main_thing(self) -> None:
        """Take the first institution of the list, or keep that this one leaked."""
        if self._leak is None:
            self.pick.take_first()
        elif self.keep.isVisibleTo(self.told):
            self._keep()

    def retell(self) -> None:
        """Say list and result in the language of now."""
        self.pick.tell_again()
        if self._leak is not None:
            self._tell_who(self._leak)
            self._tell_out()

    def _lay_out(self) -> None:
        asked = Card()
        asked.put(self.who)
        asked.put(self.held)
        asked.put(self.boxes)
        change = Flow()
        change.put(self.other)
        asked.put(change)
        kept = Card()
        kept.put(self.day)
        press = Flow()
        press.put(self.keep)
        kept.put(press)
        self._kept = kept
        stack = QVBoxLayout(self.told)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.addWidget(
            Columns(
                (5, [asked, self.out, kept]),
                (4, [self.steps, self.rights]),
                widest=_NARROW,
                firsts=True,
            )
        )
        self.told.hide()
        self.body.addWidget(self.pick)
        self.body.addWidget(self.told)
        self.body.addStretch(1)

    def _take(self, read: tuple[tuple[Share, ...], Knowledge]) -> None:
        self._shares, self._known = read
        self.pick.take(self._shares, self._known)
        if self._leak is not None:
            self.show_leak(self._leak.holder)

    def _show_leak(self, told: Leak) -> None:
        if self._known is None:
            return
        self._leak = told
        kinds = {each.id: each for each in self._known.data_kinds}
        held = told.kinds or tuple(kinds[each] for each in USUAL if each in kinds)
        self._make_ticks(held, ticked=bool(told.kinds))
        self._tell_who(told)
        self._tell_out()
        self._kept.setVisible(is_heard(self, "heard"))
        self.pick.hide()
        self.told.show()
        self.sheet.verticalScrollBar().setValue(0)
        self.first = next(iter(self.ticks.values()), self.other)
        self.first.setFocus()

    def _make_ticks(self, kinds: tuple[DataKind, ...], *, ticked: bool) -> None:
        self.ticks = {}
        flow = Flow()
        for kind in kinds:
            tick = Tick(kind.name)
            tick.setChecked(ticked)
            tick.toggled.connect(lambda _: self._tell_out())
            self.ticks[kind.id] = tick
            flow.put(tick)
        self.fill(self.boxes, [flow])

    def _tell_who(self, told: Leak) -> None:
        if self.words is None or self._known is None:
            return
        name = Names(self._known, self.words).holder(told.holder)
        key = "leaked.held" if told.kinds else "leaked.nothing_held"
        self.who.say(name)
        self.held.say(self.words(key, count=len(told.kinds), times=len(told.shares)))
        if told.unknown:
            extra = self.words(
                "leaked.unknown", kinds=self.words("ledger.parted").join(told.unknown)
            )
            self.held.say(f"{self.held.text()}\n{extra}")

    def _tell_out(self) -> None:
        if self.words is None or self._known is None or self._leak is None:
            return
        known = {each.id: each for each in self._known.data_kinds}
        out = [known[kind] for kind in self.kinds]
        self.fill(self.out, [out_card(out, self.words)])
        self.fill(self.steps, [steps_card(out, self.words)])
        rights = [each for each in RIGHTS if is_heard(self, "right_wanted")]
        self.fill(self.rights, [self._rights_card(rights)] if rights else [])
        announce(self.who, self.words("leaked.line", count=len(out)))

    def _rights_card(self, wanted: list[str]) -> Card:
        card = Card(key="leaked.rights")
        flow = Flow()
        named = {each.id: each for each in self._known.rights} if self._known else {}
        for right in filter(named.__contains__, wanted):
            button = _RightButton(named[right].name)
            button.clicked.connect(lambda *_, right=right: self._want(right))
            flow.put(button)
        card.put(flow)
        return card

    def _want(self, right: str) -> None:
        if self._leak is not None:
            self.right_wanted.emit(self._leak.holder, right)

    def _keep(self) -> None:
        if self._leak is None:
            return
        if not self.kinds:
            self.tell("leaked.nothing_ticked")
        elif not self.day.day:
            self.tell("leaf.day_hint")
            self.day.ask_again()
        else:
            self.heard.emit(self._leak.holder, self.kinds, self.day.day)
            self.done.emit()
