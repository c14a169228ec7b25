"""One of several things that the knowledge names, below each other."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from guardian_app.model import Text
from guardian_app.words import Words


class Pick(QWidget):
    """Radio buttons with names of the knowledge; ``chosen`` tells that another one was taken."""

    chosen = Signal()

    def __init__(self, key: str, answers: Sequence[tuple[str, Text]]) -> None:
        """Be called by the sentence ``key``; ``answers`` are ids and names, the first one taken."""
        super().__init__()
        self._key = key
        self._answers = tuple(answers)
        self._group = QButtonGroup(self)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(6)
        for index, _ in enumerate(self._answers):
            button = QRadioButton()
            self._group.addButton(button, index)
            stack.addWidget(button)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(lambda _: self.chosen.emit())

    @property
    def value(self) -> str:
        """The id of what was taken."""
        return self._answers[self._group.checkedId()][0]

    @property
    def first(self) -> QWidget:
        """Where the keyboard starts: what was taken."""
        return self._group.button(self._group.checkedId())

    def take(self, value: str) -> None:
        """Take ``value`` without telling."""
        for index, (answer, _) in enumerate(self._answers):
            if answer == value:
                self._group.button(index).setChecked(True)

    def speak(self, words: Words) -> None:
        """Say the names in the language of ``words``."""
        self.setAccessibleName(words(self._key))
        for index, (_, name) in enumerate(self._answers):
            button = self._group.button(index)
            button.setText(words.of(name).replace("&", "&&"))
            button.setAccessibleName(f"{words(self._key)} {words.of(name)}")
