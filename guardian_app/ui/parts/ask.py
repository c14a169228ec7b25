"""A question in the page with several answers, never a box over it."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from guardian_app.ui.announce import announce
from guardian_app.ui.look import Look
from guardian_app.ui.parts.button import Button
from guardian_app.ui.parts.flow import Flow
from guardian_app.ui.parts.label import Label
from guardian_app.words import Words


class Ask(QFrame):
    """The question ``key`` and its answers; hidden until ``show_question``."""

    def __init__(
        self,
        key: str,
        answers: Sequence[tuple[str, str, Callable[[], None]]],
        parent: QWidget | None = None,
    ) -> None:
        """``answers`` are sentence, tone and what to do; each of them also hides the question."""
        super().__init__(parent)
        self.setProperty("part", "notice")
        self.setProperty("tone", "amber")
        self._question = Label(key=key)
        self._stack = QVBoxLayout(self)
        self._stack.addWidget(self._question)
        flow = Flow()
        self.buttons: dict[str, Button] = {}
        for answer, tone, todo in answers:
            button = Button(answer, tone=tone)
            button.clicked.connect(self.hide)
            button.clicked.connect(lambda *_, todo=todo: todo())
            self.buttons[answer] = button
            flow.put(button)
        self._stack.addWidget(flow)
        self.hide()

    def show_question(self) -> None:
        """Ask, let the keyboard answer, and have a screen reader say it."""
        self.show()
        next(iter(self.buttons.values())).setFocus()
        announce(self, self._question.text())

    def speak(self, words: Words) -> None:
        """Name the question for a screen reader."""
        self.setAccessibleName(words(self._question.key))

    def dress(self, look: Look) -> None:
        """Wear the margins of ``look``."""
        pad = look.sizes.pad
        self._stack.setContentsMargins(pad, pad - 6, pad, pad - 6)
        self._stack.setSpacing(8)
