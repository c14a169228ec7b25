"""Checking a message: the entry, the check beside the window, the result, and the way back."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from guardian_app.errors import GuardianError
from guardian_app.model import Knowledge, Message, Verdict
from guardian_app.ui.check.box import MOST
from guardian_app.ui.check.entry import Entry
from guardian_app.ui.check.result import Result
from guardian_app.ui.parts.button import Button
from guardian_app.ui.parts.glyph import Shape
from guardian_app.ui.parts.page import Page
from guardian_app.ui.tasks import Runner
from guardian_app.words import Answer, Words


@dataclass(frozen=True)
class _Cleared:
    """What "check another" took away, so that it can be brought back."""

    message: Message
    answer: Answer | None


class CheckScreen(Page):
    """The page "check a message"."""

    def __init__(
        self,
        check: Callable[[Message], Verdict],
        knowledge: Callable[[], Knowledge],
        run: Runner,
        parent: QWidget | None = None,
    ) -> None:
        """Check with ``check``, explain with ``knowledge``, both done by ``run``."""
        super().__init__("check.title", "check.subtitle", parent)
        self._check = check
        self._knowledge = knowledge
        self._run = run
        self._words: Words | None = None
        self._turn = 0
        self._cleared: _Cleared | None = None
        self.entry = Entry()
        self.result = Result()
        self.again = Button("check.again", tone="main", shape=Shape.AGAIN)
        self.edit = Button("check.edit", shape=Shape.PEN)
        self._body = QStackedWidget()
        self._body.addWidget(self.entry)
        self._body.addWidget(self.result)
        self.put_action(self.edit)
        self.put_action(self.again)
        self.put(self._body, 1)
        self._connect()
        self._show_entry()

    def speak(self, words: Words) -> None:
        """Remember the language for notices."""
        self._words = words

    def check_now(self) -> None:
        """Check what was handed in, beside the window."""
        message = self.entry.message()
        self.notice.hide()
        if not message.text.strip() and not message.sender:
            self._tell("check.nothing")
            self.entry.box.setFocus()
            return
        self._turn += 1
        turn = self._turn
        self.entry.show_busy(busy=True)
        self._run(
            self,
            lambda: Answer(message, self._check(message), self._knowledge()),
            lambda answer: self._show_answer(answer, turn),
            lambda error: self._show_error(error, turn),
        )

    def check_another(self) -> None:
        """Clear everything, and offer to bring it back."""
        self._cleared = _Cleared(self.entry.message(), self.result.answer)
        self.entry.clear()
        self.result.answer = None
        self._show_entry()
        self._offer_back()

    def bring_back(self) -> None:
        """Undo the clearing."""
        cleared, self._cleared = self._cleared, None
        if cleared is None:
            return
        self.notice.hide()
        self.entry.show_message(cleared.message)
        if cleared.answer is not None:
            self.result.show_answer(cleared.answer)
            self._show_result()

    def change(self) -> None:
        """Go back to the message to change it."""
        self._show_entry()

    def _connect(self) -> None:
        self.entry.wanted.connect(self.check_now)
        self.entry.nothing_to_paste.connect(lambda: self._tell("check.clipboard_empty"))
        self.entry.box.shortened.connect(lambda: self._tell("check.too_long", most=f"{MOST:,}"))
        self.entry.box.undo_wanted.connect(self.bring_back)
        self.again.clicked.connect(self.check_another)
        self.edit.clicked.connect(self.change)
        scope = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self.entry, self.check_now, context=scope)
        QShortcut(QKeySequence.StandardKey.Paste, self.entry, self.entry.paste, context=scope)
        QShortcut(QKeySequence.StandardKey.Undo, self, self.bring_back, context=scope)
        # By name: the enum of all keys alone takes 10 ms to come into being.
        self._escape = QShortcut(QKeySequence("Esc"), self, self.check_another, context=scope)

    def _show_answer(self, answer: Answer, turn: int) -> None:
        if turn == self._turn:
            self.entry.show_busy(busy=False)
            self._show_result()
            self.result.show_answer(answer)

    def _show_error(self, error: Exception, turn: int) -> None:
        if turn != self._turn:
            return
        self.entry.show_busy(busy=False)
        if self._words is None:
            raise error
        if isinstance(error, GuardianError):
            self.notice.warn(error, self._words)
        else:
            self.notice.warn(GuardianError("errors.unexpected"), self._words)
            raise error  # a bug of ours: it surfaces as itself

    def _show_result(self) -> None:
        self._body.setCurrentWidget(self.result)
        self.first = self.result.sheet
        self._show_actions(has_result=True)

    def _show_entry(self) -> None:
        self._body.setCurrentWidget(self.entry)
        self.first = self.entry.box
        self._show_actions(has_result=False)
        self.entry.box.setFocus()

    def _show_actions(self, *, has_result: bool) -> None:
        self.again.setVisible(has_result)
        self.edit.setVisible(has_result)
        self.subtitle.setVisible(not has_result)
        self._escape.setEnabled(has_result)

    def _tell(self, key: str, **values: object) -> None:
        if self._words is not None:
            self.notice.tell(key, self._words, **values)

    def _offer_back(self) -> None:
        if self._words is not None:
            self.notice.offer("check.cleared", self._words, "check.undo", self.bring_back)
