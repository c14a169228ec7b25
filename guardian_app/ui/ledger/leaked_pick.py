"""Picking an institution: those of the ledger first, the others by a part of their name."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guardian_app.exposure import Holder, find_institutions, holder
from guardian_app.model import Knowledge, Share
from guardian_app.ui.ledger.leaf import Heap, Leaf
from guardian_app.ui.ledger.names import Names
from guardian_app.ui.look import Look
from guardian_app.ui.parts.ask_line import AskLine
from guardian_app.ui.parts.button import Button
from guardian_app.ui.parts.card import Card
from guardian_app.ui.parts.entry_tile import EntryTile
from guardian_app.ui.parts.flow import Flow
from guardian_app.ui.parts.label import Label
from guardian_app.words import Words

SHOWN = 12  # of the ledger; the others by typing
_OTHERS = 8
_LONGEST = 100


class HolderPick(QWidget):
    """A field and a list below it; ``picked`` (Holder)."""

    picked = Signal(object)

    def __init__(self, leaf: Leaf) -> None:
        """Stand in ``leaf``, which speaks and dresses the list."""
        super().__init__()
        self._leaf = leaf
        self._held: dict[Holder, tuple[int, str]] = {}
        self._known: Knowledge | None = None
        self.shown: list[tuple[Holder, EntryTile]] = []
        self.line = AskLine("leaked.who", most=_LONGEST)
        self.list = Heap()
        card = Card()
        card.put(self.line)
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(card)
        self._stack.addWidget(self.list)
        self.line.changed.connect(self.tell_again)

    def take(self, shares: tuple[Share, ...], known: Knowledge) -> None:
        """List those to whom ``shares`` gave something, the last one first."""
        kinds: dict[Holder, set[str]] = {}
        newest: dict[Holder, str] = {}
        for share in shares:
            who = holder(share)
            kinds.setdefault(who, set()).update(share.kinds)
            newest[who] = max(newest.get(who, ""), share.date)
        order = sorted(kinds, key=lambda who: newest[who], reverse=True)
        self._held = {who: (len(kinds[who]), newest[who]) for who in order}
        self._known = known
        self.tell_again()

    def take_first(self) -> None:
        """Pick the first of the list, or what was typed where nothing is called so."""
        typed = " ".join(self.line.text.split())
        if self.shown:
            self.picked.emit(self.shown[0][0])
        elif typed and self._known is not None:
            self.picked.emit(Holder(name=typed))

    def tell_again(self) -> None:
        """Show the list that fits what is typed."""
        words, known = self._leaf.words, self._known
        if words is None or known is None:
            return
        self.shown = []
        typed = self.line.text.strip()
        called = Names(known, words)
        found = [Holder(institution=each.id) for each in find_institutions(typed, known)]
        held = [who for who in self._held if _fits(typed, called.holder(who)) or who in found]
        others = [who for who in found if who not in self._held][:_OTHERS]
        parts: list[QWidget] = []
        if held:
            parts.append(self._card("leaked.in_ledger", held[:SHOWN], called, words))
            if len(held) > SHOWN:
                more = words("leaked.more_held", count=len(held) - SHOWN)
                parts.append(Label(text=more, colour="ink_soft"))
        if others:
            parts.append(self._card("leaked.not_in_ledger", others, called, words))
        if not held and not others:
            parts.append(self._none(typed, words))
        self._leaf.fill(self.list, parts)

    def dress(self, look: Look) -> None:
        """Wear the distances of ``look``."""
        self._stack.setSpacing(look.sizes.gap)

    def _card(self, key: str, shown: list[Holder], called: Names, words: Words) -> Card:
        card = Card(key=key)
        for who in shown:
            line = words("leaked.no_entry")
            if who in self._held:
                count, newest = self._held[who]
                day = newest or words("leaked.no_day")
                line = words("leaked.entry", count=count, day=day)
            tile = EntryTile(called.holder(who), line)
            tile.clicked.connect(lambda *_, who=who: self.picked.emit(who))
            self.shown.append((who, tile))
            card.put(tile)
        return card

    def _none(self, typed: str, words: Words) -> QWidget:
        card = Card()
        card.put(Label(text=words("leaked.found_none" if typed else "leaked.empty_ledger")))
        if typed:
            own = Button("leaked.own_name")
            own.clicked.connect(self.take_first)
            press = Flow()
            press.put(own)
            card.put(press)
        return card


def _fits(typed: str, name: str) -> bool:
    return typed.casefold().replace(" ", "") in name.casefold().replace(" ", "")
