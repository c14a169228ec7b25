"""A number one may call: large, with its owner, how well it is confirmed, and a copy button."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from guardian_app.ui.announce import announce
from guardian_app.ui.look import Role
from guardian_app.ui.parts.button import Button
from guardian_app.ui.parts.glyph import Shape
from guardian_app.ui.parts.label import Label
from guardian_app.words import Call, Words


class CallRow(QWidget):
    """One official number."""

    def __init__(self, call: Call, words: Words) -> None:
        """Show ``call``; nothing is dialled, the number can be copied."""
        super().__init__()
        self._call = call
        self._words = words
        colour = "amber_ink" if call.compare else "ink_soft"
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Label(Role.NUMBER, text=call.number))
        column.addWidget(Label(Role.BODY, text=call.owner))
        column.addWidget(Label(Role.SMALL, text=call.confirmed, colour=colour))
        self.copy = Button(shape=Shape.COPY)
        self.copy.clicked.connect(self._copy)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(column, 1)
        row.addWidget(self.copy)
        self._name()

    def speak(self, words: Words) -> None:
        """Say the button in the language of ``words``."""
        self._words = words
        self._name()

    def _name(self) -> None:
        self.copy.setText(self._words("call.copy"))
        named = self._words("call.copy_number", owner=self._call.owner, number=self._call.number)
        self.copy.setAccessibleName(named)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._call.number)
        self.copy.setText(self._words("call.copied"))
        announce(self.copy, self._words("call.copied"))
