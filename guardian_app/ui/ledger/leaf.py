"""A leaf of the ledger: one view with a heading, the way back, a notice, and a body that scrolls.

Whatever is shown anew goes through ``Leaf.fill``, which has it speak and wear what all speak and
wear, and keeps Tab going in the order in which things stand.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from guardian_app.errors import GuardianError
from guardian_app.ui.look import Look, Role
from guardian_app.ui.parts.button import Button
from guardian_app.ui.parts.glyph import Shape
from guardian_app.ui.parts.label import Label
from guardian_app.ui.parts.notice import NoticeBar
from guardian_app.ui.parts.scroll import Scroll
from guardian_app.ui.tasks import Runner
from guardian_app.ui.tree import dress, speak
from guardian_app.words import Words

Value = TypeVar("Value")
_SETTLED_MS = 40  # until what has unfolded has found its place, which takes Qt several rounds


class Heap(QWidget):
    """Things below each other that are replaced all at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)

    def show_parts(self, parts: Sequence[QWidget]) -> None:
        """Show ``parts`` instead of what was there."""
        while self.column.count():
            item = self.column.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        for part in parts:
            self.column.addWidget(part)

    def dress(self, look: Look) -> None:
        """Wear the distances of ``look``."""
        self.column.setSpacing(look.sizes.gap)


class Leaf(QWidget):
    """One view. ``back``: the person wants to leave it. ``done``: what it is for has been done."""

    back = Signal()
    done = Signal()

    def __init__(
        self, title: str, subtitle: str, run: Runner, parent: QWidget | None = None
    ) -> None:
        """Head it with two sentences; ``run`` does the work beside the window."""
        super().__init__(parent)
        self._run = run
        self._turns: dict[str, int] = {}
        self.words: Words | None = None
        self.look: Look | None = None
        self.notice = NoticeBar()
        self.back_button = Button("leaf.back", shape=Shape.AGAIN)
        self.sheet = Scroll()
        self.body = self.sheet.column
        self.first: QWidget = self.back_button
        self._revealed: QWidget | None = None
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self._reveal)
        heading = QVBoxLayout()
        heading.setSpacing(0)
        heading.addWidget(Label(Role.TITLE, key=title))
        heading.addWidget(Label(Role.BODY, key=subtitle, colour="ink_soft"))
        head = QHBoxLayout()
        head.addLayout(heading, 1)
        head.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignTop)
        self.stack = QVBoxLayout(self)
        self.stack.setContentsMargins(0, 0, 0, 0)
        self.stack.addLayout(head)
        self.stack.addWidget(self.notice)
        self.stack.addWidget(self.sheet, 1)
        self.back_button.clicked.connect(self.leave)
        scope = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Esc"), self, self.leave, context=scope)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.do_main_thing, context=scope)

    def start(self) -> None:
        """Show what is kept now, and let the keyboard start; to be called when it is shown."""
        self.first.setFocus()

    def leave(self) -> None:
        """Go back to where the person came from."""
        self.back.emit()

    def do_main_thing(self) -> None:
        """Do what this view is for; nothing where there is no one such thing."""

    def retell(self) -> None:
        """Say again whatever is put together from sentences and values."""

    def speak(self, words: Words) -> None:
        """Say everything in the language of ``words``."""
        self.words = words
        if self.look is not None:
            self.retell()

    def dress(self, look: Look) -> None:
        """Wear the distances of ``look``."""
        is_new = self.look is None
        self.look = look
        self.stack.setSpacing(look.sizes.gap)
        if is_new and self.words is not None:
            self.retell()

    def fill(self, heap: Heap, parts: Sequence[QWidget]) -> None:
        """Show ``parts`` in ``heap``, spoken and dressed."""
        heap.show_parts(parts)
        self.finish(heap)

    def finish(self, part: QWidget) -> None:
        """Have ``part``, made just now, speak and wear what the others do."""
        if self.words is not None:
            speak(part, self.words)
        if self.look is not None:
            dress(part, self.look)
        self.sheet.restack()
        thread(self)

    def work(
        self,
        name: str,
        work: Callable[[], Value],
        done: Callable[[Value], None],
        after: Callable[[], None] = lambda: None,
    ) -> None:
        """Do ``work`` beside the window, then ``done(value)``, or tell what went wrong.

        Of several works of one ``name`` only the last is answered. ``after`` is called first in
        either case, so that what showed "busy" can stop to.
        """
        turn = self._turns[name] = self._turns.get(name, 0) + 1

        def ended(outcome: Callable[[], None]) -> None:
            if turn == self._turns[name]:
                after()
                outcome()

        self._run(
            self,
            work,
            lambda value: ended(lambda: done(value)),
            lambda error: ended(lambda: self.fail(error)),
        )

    def fail(self, error: Exception) -> None:
        """Tell of ``error``; what was typed stays where it is."""
        if self.words is None:
            raise error
        if isinstance(error, GuardianError):
            self.notice.warn(self.named(error, self.words), self.words)
        else:
            self.notice.warn(GuardianError("leaf.unexpected"), self.words)
            raise error  # a bug of ours: it surfaces as itself

    def reveal(self, part: QWidget) -> None:
        """Scroll so that ``part`` is seen, once it has taken its place."""
        self._revealed = part
        self._later.start(_SETTLED_MS)

    def named(self, error: GuardianError, words: Words) -> GuardianError:
        """Return ``error`` with the fields of this view called as a person sees them."""
        del words
        return error

    def tell(self, key: str, **values: object) -> None:
        """Show the sentence ``key`` as a notice."""
        if self.words is not None:
            self.notice.tell(key, self.words, **values)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press what the keyboard is on, or do the main thing."""
        if not event.matches(QKeySequence.StandardKey.InsertParagraphSeparator):
            super().keyPressEvent(event)
            return
        focus = self.focusWidget()
        if isinstance(focus, QAbstractButton) and not isinstance(focus, QCheckBox):
            focus.click()
        else:
            self.do_main_thing()

    def _reveal(self) -> None:
        part, content = self._revealed, self.sheet.widget()
        self._revealed = None
        if part is not None and content is not None and content.isAncestorOf(part):
            top = part.mapTo(content, part.rect().topLeft()).y()
            bar = self.sheet.verticalScrollBar()
            seen = bar.value() <= top and top + part.height() <= bar.value() + self.sheet.height()
            if not seen:
                bar.setValue(top - self.body.spacing())


def is_heard(sender: QObject, signal: str) -> bool:
    """Tell whether anybody listens to ``signal`` of ``sender``; else its button leads nowhere."""
    meta = sender.metaObject()
    methods = (meta.method(index) for index in range(meta.methodCount()))
    return any(
        bytes(method.name().data()).decode() == signal and sender.isSignalConnected(method)
        for method in methods
    )


def thread(root: QWidget) -> None:
    """Have Tab go through ``root`` in the order in which things stand."""
    stops = [each for each in _in_order(root) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    for one, other in pairwise(stops):
        QWidget.setTabOrder(one, other)


def _in_order(widget: QWidget) -> Iterator[QWidget]:
    yield widget
    content = widget.widget() if isinstance(widget, QScrollArea) else None
    if content is not None:
        yield from _in_order(content)
    elif (layout := widget.layout()) is not None:
        yield from _laid_out(layout)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if item is None:
            continue
        if (widget := item.widget()) is not None:
            yield from _in_order(widget)
        elif (inner := item.layout()) is not None:
            yield from _laid_out(inner)
