"""One of several: radio buttons in a row that wraps, with its question above."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from guardian_app.model import Text
from guardian_app.ui.look import Role
from guardian_app.ui.parts.flow import Flow
from guardian_app.ui.parts.label import Label
from guardian_app.words import Words

Value = TypeVar("Value")


class Choice(QWidget, Generic[Value]):
    """A question and its answers; ``chosen`` tells that the person took another one."""

    chosen = Signal()

    def __init__(
        self,
        key: str,
        answers: Sequence[tuple[Value, str | Text]],
        role: Role = Role.BODY,
        *,
        open_at_first: bool = False,
        headed: bool = True,
    ) -> None:
        """Ask the sentence ``key``; ``answers`` are values and their sentences, first one taken.

        An answer may also be words of the knowledge. ``open_at_first``: none is taken yet.
        Not ``headed``, the question is only there for a screen reader.
        """
        super().__init__()
        self._answers = tuple(answers)
        self._key = key
        self._group = QButtonGroup(self)
        flow = Flow()
        for index, _ in enumerate(self._answers):
            button = QRadioButton()
            self._group.addButton(button, index)
            flow.put(button)
        self._group.button(0).setChecked(not open_at_first)
        self._group.idClicked.connect(lambda _: self.chosen.emit())
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(4)
        if headed:
            stack.addWidget(Label(role, key=key))
        stack.addWidget(flow)

    @property
    def is_taken(self) -> bool:
        """Whether there is an answer yet."""
        return self._group.checkedId() >= 0

    @property
    def value(self) -> Value:
        """The answer taken; to be asked only once there is one."""
        return self._answers[self._group.checkedId()][0]

    @property
    def first(self) -> QWidget:
        """Where the keyboard starts: the answer taken."""
        return self._group.button(max(0, self._group.checkedId()))

    def reopen(self) -> None:
        """Take the answer back."""
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(False)
        self._group.setExclusive(True)

    def take(self, value: Value) -> None:
        """Take ``value`` without telling."""
        for index, (answer, _) in enumerate(self._answers):
            if answer == value:
                self._group.button(index).setChecked(True)

    def speak(self, words: Words) -> None:
        """Say question and answers in the language of ``words``."""
        self.setAccessibleName(words(self._key))
        for index, (_, answer) in enumerate(self._answers):
            said = words.of(answer) if isinstance(answer, Text) else words(answer)
            self._group.button(index).setText(said)
            self._group.button(index).setAccessibleName(f"{words(self._key)} {said}")
