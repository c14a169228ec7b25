"""Ticking which kinds of data were given: grouped, in plain words, some of them prefilled.

What was ticked or unticked by hand is never changed by the prefilling or by a proposal.
"""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from guardian_app.model import DataKind, Knowledge
from guardian_app.ui.announce import announce
from guardian_app.ui.look import Look, Role
from guardian_app.ui.parts.flow import Flow
from guardian_app.ui.parts.label import Label
from guardian_app.ui.parts.tick import Tick
from guardian_app.words import Words


class Warned(QFrame):
    """What is said at once when something is ticked that nobody may ask for."""

    def __init__(self) -> None:
        """Start hidden."""
        super().__init__()
        self.setProperty("part", "notice")
        self.setProperty("tone", "amber")
        self._label = Label(Role.STRONG, key="ledger.never_ask")
        self._stack = QVBoxLayout(self)
        self._stack.addWidget(self._label)
        self.hide()

    def show_if(self, *, warned: bool) -> None:
        """Show it, and have a screen reader say it when it comes."""
        comes = warned and self.isHidden()
        self.setVisible(warned)
        if comes:
            announce(self, self._label.text())

    def dress(self, look: Look) -> None:
        """Wear the margins of ``look``."""
        pad = look.sizes.pad
        self._stack.setContentsMargins(pad, pad - 8, pad, pad - 8)


class KindsPanel(QWidget):
    """All kinds. ``changed``: another tick; ``looked_at``: a kind, to be explained."""

    changed = Signal()
    looked_at = Signal(object)

    def __init__(self, knowledge: Knowledge) -> None:
        """Offer the kinds of ``knowledge`` in its groups."""
        super().__init__()
        self.kinds = {kind.id: kind for kind in knowledge.data_kinds}
        self.ticks: dict[str, Tick] = {}
        self._by_hand: set[str] = set()
        self._is_filling = False
        self._others: tuple[str, ...] = ()
        self._warned = Warned()
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        for group in knowledge.data_groups:
            members = [kind for kind in knowledge.data_kinds if kind.group == group.id]
            if members:
                self._stack.addWidget(_Named(group.name))
                self._stack.addWidget(self._flow(members))
                if any(kind.never_ask for kind in members):
                    self._stack.addWidget(self._warned)

    @property
    def first(self) -> QWidget:
        """Where the keyboard starts."""
        return next(iter(self.ticks.values()))

    @property
    def taken(self) -> tuple[str, ...]:
        """The ids of what is ticked; kinds that this knowledge does not know stay."""
        return (*(kind for kind, tick in self.ticks.items() if tick.isChecked()), *self._others)

    def take(self, kinds: Iterable[str], *, by_hand: bool) -> None:
        """Tick just ``kinds``, as the person's own choice or as nobody's."""
        wanted = tuple(kinds)
        self._by_hand = set(self.ticks) if by_hand else set()
        self._others = tuple(kind for kind in wanted if kind not in self.ticks)
        self._set(dict.fromkeys(self.ticks, False) | dict.fromkeys(wanted, True))

    def prefill(self, kinds: Iterable[str]) -> None:
        """Tick ``kinds`` and nothing else, but leave alone what the person chose."""
        wanted = set(kinds)
        self._set({kind: kind in wanted for kind in self.ticks if kind not in self._by_hand})

    def propose(self, kinds: Iterable[str]) -> int:
        """Tick ``kinds`` as proposals, but for what the person chose; return how many are new."""
        new = [
            kind
            for kind in kinds
            if kind in self.ticks and kind not in self._by_hand and not self.ticks[kind].isChecked()
        ]
        self._set(dict.fromkeys(new, True))
        for kind in new:
            self.ticks[kind].mark("ledger.proposed")
            self._by_hand.add(kind)  # another product does not take it away
        return len(new)

    def speak(self, words: Words) -> None:
        """Name the panel for a screen reader."""
        self.setAccessibleName(words("ledger.field_kinds"))

    def dress(self, look: Look) -> None:
        """Wear the distances of ``look``."""
        self._stack.setSpacing(max(6, look.sizes.gap // 2))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from tick to tick with the arrows."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            keys = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
            step = keys.get(Qt.Key(event.key()), 0)
            ticks: list[QObject] = list(self.ticks.values())
            if step and watched in ticks:
                at = (ticks.index(watched) + step) % len(ticks)
                list(self.ticks.values())[at].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _flow(self, members: list[DataKind]) -> Flow:
        flow = Flow()
        for kind in members:
            tick = Tick(kind.name, about=kind.plain, tone="seal" if kind.never_ask else "pine")
            tick.installEventFilter(self)
            tick.toggled.connect(lambda _, kind=kind.id: self._toggled(kind))
            tick.looked_at.connect(lambda kind=kind: self.looked_at.emit(kind))
            self.ticks[kind.id] = tick
            flow.put(tick)
        return flow

    def _toggled(self, kind: str) -> None:
        if self._is_filling:
            return
        self._by_hand.add(kind)
        self.ticks[kind].mark("")
        self.looked_at.emit(self.kinds[kind])
        self._changed()

    def _set(self, wanted: dict[str, bool]) -> None:
        self._is_filling = True
        for kind, ticked in wanted.items():
            if kind in self.ticks:
                self.ticks[kind].setChecked(ticked)
                self.ticks[kind].mark("")
        self._is_filling = False
        self._changed()

    def _changed(self) -> None:
        never = any(
            self.ticks[kind].isChecked() for kind, each in self.kinds.items() if each.never_ask
        )
        self._warned.show_if(warned=never)
        self.changed.emit()


class _Named(Label):
    """A heading in words of the knowledge."""

    def __init__(self, name: object) -> None:
        super().__init__(Role.STRONG)
        self._name = name

    def speak(self, words: Words) -> None:
        """Say the name in the language of ``words``."""
        self.say(words.of(self._name))  # type: ignore[arg-type]
