"""The page of the ledger: not there yet, locked, or open; every call is made beside the window."""

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from guardian_app.errors import GuardianError
from guardian_app.exposure import Mention, holder, suggest
from guardian_app.model import Knowledge, Request, Share
from guardian_app.ui.ledger.desk import Desk, Opening, Sight, Way
from guardian_app.ui.ledger.entry import EntryForm
from guardian_app.ui.ledger.idle import IdleWatch
from guardian_app.ui.ledger.leaf import Leaf
from guardian_app.ui.ledger.make import CodeView, MakeView
from guardian_app.ui.ledger.names import Line, Names
from guardian_app.ui.ledger.overview import Overview
from guardian_app.ui.ledger.unlock import UnlockView
from guardian_app.ui.look import Look
from guardian_app.ui.parts.button import Button
from guardian_app.ui.parts.flow import Flow
from guardian_app.ui.parts.glyph import Shape
from guardian_app.ui.parts.label import Label
from guardian_app.ui.parts.page import Page
from guardian_app.ui.tasks import Runner
from guardian_app.ui.tree import dress, speak
from guardian_app.words import Words

if TYPE_CHECKING:
    from guardian_app.guardian.book import Book

Value = TypeVar("Value")

_CLOSED = {"errors.ledger_locked", "errors.ledger_replaced", "errors.ledger_absent"}
_DAMAGED = {"errors.ledger_damaged", "errors.ledger_key_damaged"}


class Tool(StrEnum):
    """A further view, offered once somebody has wired it."""

    KNEW = "knew"
    LEAKED = "leaked"
    SAFE = "safe"


class _Spoken:
    """A sentence that is looked up when it is shown, so that it follows the language."""

    def __init__(self, words: Callable[[], Words | None], key: str) -> None:
        self._words = words
        self._key = key

    def __str__(self) -> str:
        words = self._words()
        return "" if words is None else words(self._key)


class LedgerScreen(Page):
    """The page "my data ledger"."""

    def __init__(
        self,
        book: Callable[[], "Book"],
        knowledge: Callable[[], Knowledge],
        run: Runner,
        idle_minutes: Callable[[], int],
        parent: QWidget | None = None,
    ) -> None:
        """Ask ``book`` by ``run``; lock after ``idle_minutes`` without a key or a click."""
        super().__init__("nav.ledger", "ledger.subtitle", parent)
        self.desk = Desk(book, knowledge)
        self._run = run
        self._words: Words | None = None
        self._look: Look | None = None
        self._turn = 0
        self._knowledge: Knowledge | None = None
        self._undo: Callable[[], None] | None = None
        self._due: Callable[[Request], QWidget] | None = None
        self._told_due = False
        self.make = MakeView()
        self.code = CodeView()
        self.unlock = UnlockView()
        self.overview = Overview()
        self.entry: EntryForm | None = None
        self._waiting = Label(key="ledger.waiting", colour="ink_soft")
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.add = Button("ledger.add", tone="main", shape=Shape.PLUS)
        self.lock_button = Button("ledger.lock", shape=Shape.LOCK)
        self.tools = {tool: Button(f"ledger.tool_{tool}") for tool in Tool}
        self._tool_row = Flow()
        self._views = QStackedWidget()
        self._idle = IdleWatch(idle_minutes, self)
        self._lay_out()
        self._connect()
        self._show(self._waiting)

    @property
    def view(self) -> QWidget:
        """What is shown."""
        return self._views.currentWidget() or self

    def start(self) -> None:
        """Look what lies there, or go on where the person was."""
        if self.view in {self._waiting, self.unlock, self.make}:
            self._look_again()
        elif self.view is self.overview:
            self._see()
        super().start()

    def finish(self) -> None:
        """Lock the ledger: the program ends."""
        self._idle.watch(on=False)
        self.desk.lock()

    def speak(self, words: Words) -> None:
        """Remember the language, and sum up in it."""
        self._words = words
        self.add.setAccessibleDescription(words("ledger.add_keys"))
        self.lock_button.setAccessibleDescription(words("ledger.lock_keys"))
        self._sum_up()

    def dress(self, look: Look) -> None:
        """Wear the margins of ``look``; remember it for views made later."""
        super().dress(look)
        self._look = look

    def wire(self, tool: Tool, build: Callable[[], QWidget]) -> None:
        """Offer ``tool``; pressed, it shows the widget that ``build`` makes."""
        self.tools[tool].clicked.connect(lambda: self.show_view(build()))
        self.tools[tool].show()
        self._show(self.view)

    def wire_holder(
        self, *, rights: Callable[[Line], QWidget], safeguards: Callable[[Line], QWidget]
    ) -> None:
        """Offer "you may ask" and "how do they protect it?" beside each institution."""
        detail = self.overview.detail
        detail.has_views = True
        detail.rights_wanted.connect(lambda line: self.show_view(rights(line)))
        detail.safeguards_wanted.connect(lambda line: self.show_view(safeguards(line)))

    def wire_due(self, build: Callable[[Request], QWidget]) -> None:
        """Offer the first request that is due, once after each opening."""
        self._due = build

    def show_view(self, widget: QWidget) -> None:
        """Show a further view until ``back``; one that was shown is given up."""
        left = self.view
        self.notice.hide()
        self._undo = None
        self._adopt(widget)
        self._show(widget)
        self._give_up(left)
        if isinstance(widget, Leaf):
            widget.start()

    def back(self) -> None:
        """Return to the overview; a further view is given up."""
        left = self.view
        self._show(self.overview)
        self._give_up(left)
        self._see()

    def look_again(self) -> None:
        """Look what lies there: a further view has put another ledger there, or removed it."""
        if self.desk.book.is_open:
            return
        left = self.view
        self._show(self._waiting)
        self._give_up(left)
        self._look_again()

    def _give_up(self, view: QWidget) -> None:
        if isinstance(view, Leaf):
            self._views.removeWidget(view)
            view.deleteLater()

    def lock(self) -> None:
        """Lock at once; what was typed and not yet kept waits behind the lock."""
        self._turn += 1
        self._idle.watch(on=False)
        self._undo = None
        self._told_due = False
        self.notice.hide()
        if self.view not in {self.make, self.code, self.unlock, self.entry, self._waiting}:
            self.back()
            self._turn += 1
        self.overview.clear()
        self._show(self._waiting)
        self._ask(self.desk.lock, lambda _: self._look_again())

    def record(self, share: Share | None = None) -> None:
        """Record a new entry, or change ``share``."""
        closed = {self._waiting, self.make, self.code, self.unlock}
        if self._knowledge is None or self.view in closed or isinstance(self.view, Leaf):
            return  # the key also arrives where its button is hidden
        form = self._form(self._knowledge)
        form.show_share(share)
        self.notice.hide()
        self._show(form)

    def undo(self) -> None:
        """Take back what was done last, while that is offered."""
        undo, self._undo = self._undo, None
        if undo is not None:
            self.notice.hide()
            undo()

    def _lay_out(self) -> None:
        self.put_action(self.lock_button)
        self.put_action(self.add)
        for button in self.tools.values():
            button.hide()
            self._tool_row.put(button)
        self.put(self._tool_row)
        for view in (self._waiting, self.make, self.code, self.unlock, self.overview):
            self._views.addWidget(view)
        self.put(self._views, 1)

    def _connect(self) -> None:
        self.make.wanted.connect(self._create)
        self.make.said.connect(self._tell)
        self.code.done.connect(self._opened)
        self.unlock.wanted.connect(self._unlock)
        self.unlock.look_wanted.connect(self._look_into)
        self.unlock.restore_wanted.connect(self._bring_back)
        self.overview.add_wanted.connect(self.record)
        self.overview.detail.edit_wanted.connect(self.record)
        self.overview.detail.remove_wanted.connect(self._remove)
        self.add.clicked.connect(lambda *_: self.record())
        self.lock_button.clicked.connect(self.lock)
        self._idle.idle.connect(self.lock)
        scope = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, todo in (
            ("Ctrl+N", self.add.click),
            ("Ctrl+L", self.lock_button.click),
            ("Ctrl+Z", self.undo),
            ("Ctrl+F", self._find),
        ):
            QShortcut(QKeySequence(keys), self, todo, context=scope)
        self._esc = QShortcut(QKeySequence("Esc"), self, self._escape, context=scope)

    def _form(self, knowledge: Knowledge) -> EntryForm:
        if self.entry is None:
            self.entry = EntryForm(knowledge)
            self.entry.save_wanted.connect(self._keep)
            self.entry.suggest_wanted.connect(self._suggest)
            self.entry.failed.connect(self.fail)
            self.entry.left.connect(self._leave)
            self._adopt(self.entry)
        return self.entry

    def _adopt(self, widget: QWidget) -> None:
        self._views.addWidget(widget)
        if self._words is not None:
            speak(widget, self._words)
        if self._look is not None:
            dress(widget, self._look)

    def _show(self, view: QWidget) -> None:
        self._views.setCurrentWidget(view)
        is_open = view is self.overview
        self.add.setVisible(is_open and not (self.overview.sight and not self.overview.lines))
        is_leaf = isinstance(view, Leaf)  # it has a heading and an Esc of its own
        self.show_heading(shown=not is_leaf)
        self._esc.setEnabled(not is_leaf)
        closed = {self._waiting, self.make, self.code, self.unlock}
        self.lock_button.setVisible(not is_leaf and view not in closed)
        wired = any(not button.isHidden() for button in self.tools.values())
        self._tool_row.setVisible(is_open and wired)
        self._sum_up()
        self.first = getattr(view, "first", view)
        if self.isVisible():
            self.first.setFocus()

    def _sum_up(self) -> None:
        if self._words is None:
            return
        has_sums = self.view is self.overview and self.overview.sight is not None
        self.subtitle.key = "" if has_sums and self.overview.lines else "ledger.subtitle"
        self.subtitle.setVisible(self.view is not self.entry and not isinstance(self.view, Leaf))
        self.subtitle.speak(self._words)
        sight = self.overview.sight
        if not self.subtitle.key and sight is not None:
            # The page is told of another language before the overview in it is.
            names = Names(sight.knowledge, self._words)
            self.subtitle.say(names.totals(sight.matrix.totals))

    def _ask(self, work: Callable[[], Value], done: Callable[[Value], None]) -> None:
        """Do ``work`` beside the window; what comes after a lock in between is dropped."""
        turn = self._turn

        def arrived(value: Value) -> None:
            if turn == self._turn:
                self._show_busy(busy=False)
                done(value)

        def failed(error: Exception) -> None:
            if turn == self._turn:
                self.fail(error)

        self._run(self, work, arrived, failed)

    def _look_again(self) -> None:
        self._ask(lambda: (self.desk.look(), self._has_backup()), self._show_opening)

    def _has_backup(self) -> bool:
        return self.desk.newest_kept() is not None

    def _show_opening(self, found: tuple[Opening, bool]) -> None:
        opening, has_backup = found
        self._knowledge = opening.knowledge
        if opening.is_open:
            self._opened()
        elif opening.state == "absent":
            if self.view is not self.make:
                self.make.prepare(has_keyring=opening.has_keyring)
                self._show(self.make)
        else:
            if self.view is not self.unlock or not opening.is_whole:
                self.unlock.prepare(opening, has_backup=has_backup)
            self._show(self.unlock)
            if opening.trouble is not None and self._words is not None:
                self.notice.warn(opening.trouble, self._words)

    def _create(self, passphrase: str | None) -> None:
        self._begin()
        self._ask(lambda: self.desk.create(passphrase), self._show_code)

    def _unlock(self, way: Way, text: str) -> None:
        self._begin()
        self._ask(
            lambda: self.desk.unlock(way, text),
            lambda code: self._show_code(code) if code else self._opened(),
        )

    def _look_into(self, way: Way, text: str) -> None:
        def work() -> object:
            path = self.desk.newest_kept()
            return None if path is None else self.desk.look_into(path, way, text)

        def done(kept: object) -> None:
            if kept is None:
                self.unlock.mourn(has_backup=False)
            else:
                self.unlock.show_kept(kept)  # type: ignore[arg-type]

        self._begin()
        self._ask(work, done)

    def _bring_back(self, way: Way, text: str) -> None:
        kept = self.unlock.kept
        if kept is not None:
            self._begin()
            self._ask(
                lambda: self.desk.bring_back(kept.path, way, text), lambda _: self._restored()
            )

    def _restored(self) -> None:
        self._opened()
        self._tell("ledger.restored")

    def _show_code(self, code: str) -> None:
        self.make.clear()
        self.unlock.clear()
        self.code.show_code(code)
        self._idle.watch(on=True)
        self._show(self.code)

    def _opened(self) -> None:
        self.make.clear()
        self.unlock.clear()
        self._idle.watch(on=True)
        if self.code.code:
            self._show(self.code)
            return
        waits = self.entry is not None and self.entry.is_dirty
        self._show(self.entry if waits and self.entry is not None else self.overview)
        self._see()
        self._ask(self.desk.keep_daily, lambda _: None)

    def _see(self) -> None:
        self._ask(self.desk.see, self._show_sight)

    def _show_sight(self, sight: Sight) -> None:
        self._knowledge = sight.knowledge
        had_focus = self.overview.isAncestorOf(self.focusWidget() or self)
        self.overview.show_sight(sight)
        self._remind(sight.due)
        if self.view is self.overview:
            self._show(self.overview) if had_focus or not self.hasFocus() else self._sum_up()

    def _remind(self, due: tuple[Request, ...]) -> None:
        build = self._due
        if self._words is None or build is None or self._told_due or not due:
            return
        self._told_due = True
        self.notice.offer(
            "ledger.due", self._words, "ledger.due_look", lambda: self.show_view(build(due[0]))
        )

    def _keep(self, share: Share) -> None:
        self._begin()
        form = self.entry
        if form is not None:
            form.show_busy(busy=True)
        turn = self._turn

        def kept(value: tuple[Share, Share | None]) -> None:
            # Also after a lock in between: what was kept must not wait to be kept again.
            if form is not None:
                form.show_busy(busy=False)
                form.show_share(None)
            if turn == self._turn:
                self._show_kept(*value)

        def failed(error: Exception) -> None:
            if form is not None:
                form.show_busy(busy=False)
            if turn == self._turn:
                self.fail(error)

        self._run(self, lambda: self.desk.keep(share), kept, failed)

    def _show_kept(self, share: Share, before: Share | None) -> None:
        self._show(self.overview)
        self._see_holder(share)
        if before is None:
            self._offer("ledger.added", lambda: self._redo(lambda: self.desk.remove(share.id)))
        elif before != share:
            self._offer("ledger.changed", lambda: self._redo(lambda: self.desk.keep(before)))

    def _see_holder(self, share: Share) -> None:
        def done(sight: Sight) -> None:
            self._show_sight(sight)
            self.overview.look_at(holder(share))

        self._ask(self.desk.see, done)

    def _remove(self, share: Share) -> None:
        def done(_: Share) -> None:
            self._see()
            self._offer("ledger.removed", lambda: self._redo(lambda: self.desk.restore(share.id)))

        self._begin()
        self._ask(lambda: self.desk.remove(share.id), done)

    def _redo(self, work: Callable[[], object]) -> None:
        self._ask(work, lambda _: self._see())

    def _suggest(self, text: str) -> None:
        knowledge = self._knowledge
        if knowledge is None or not text.strip():
            self._tell("ledger.policy_empty")
            return
        self._begin()
        self._ask(lambda: suggest(text, knowledge), self._show_mentions)

    def _show_mentions(self, mentions: tuple[Mention, ...]) -> None:
        if self.entry is None:
            return
        count = self.entry.show_mentions(mentions)
        if count:
            self._tell("ledger.policy_found", count=count)
        else:
            self._tell("ledger.policy_nothing")

    def _leave(self) -> None:
        if self.entry is not None:
            self.entry.show_share(None)
        self.notice.hide()
        self.back()

    def _begin(self) -> None:
        self.notice.hide()
        self._show_busy(busy=True)

    def _show_busy(self, *, busy: bool) -> None:
        self.make.show_busy(busy=busy)
        self.unlock.show_busy(busy=busy)

    def fail(self, error: Exception) -> None:
        """Tell of ``error``; what was typed stays where it is."""
        self._show_busy(busy=False)
        if self._words is None:
            raise error
        if not isinstance(error, GuardianError):
            self.notice.warn(GuardianError("ledger.unexpected"), self._words)
            raise error  # a bug of ours: it surfaces as itself
        if error.key in _CLOSED and self.view is not self.unlock:
            self.lock()
        if error.key in _DAMAGED and self.view is self.unlock:
            self._ask(self._has_backup, lambda has: self.unlock.mourn(has_backup=has))
        field = error.values.get("field")
        if field is not None:
            named = _Spoken(lambda: self._words, f"ledger.field_{field}")
            told = GuardianError(error.key, **{**error.values, "field": named})
            self.notice.warn(told, self._words)
            if self.entry is not None and self.view is self.entry:
                self.entry.show_field(str(field))
            return
        self.notice.warn(error, self._words)

    def _tell(self, key: str, **values: object) -> None:
        if self._words is not None:
            self.notice.tell(key, self._words, **values)

    def _offer(self, key: str, undo: Callable[[], None]) -> None:
        self._undo = undo
        if self._words is not None:
            self.notice.offer(key, self._words, "ledger.undo", self.undo)

    def _find(self) -> None:
        if self.view is self.overview:
            self.overview.search.setFocus()
            self.overview.search.selectAll()

    def _escape(self) -> None:
        if self.view is self.entry and self.entry is not None:
            self.entry.want_leave()
        elif self.view is self.overview:
            self.overview.go_back()
        elif self.view not in {self.make, self.code, self.unlock, self._waiting}:
            self.back()
