"""A reason: its number, what was seen, and why it matters."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from guardian_app.ui.look import Look, Role
from guardian_app.ui.parts.badge import Badge
from guardian_app.ui.parts.label import Label
from guardian_app.words import Words


class ReasonRow(QWidget):
    """A number badge and up to three lines beside it."""

    def __init__(self, number: int, tone: str, name: str, why: str = "", quote: str = "") -> None:
        """Show ``name`` over ``why`` over ``quote``; empty ones take no room."""
        super().__init__()
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Label(Role.STRONG if why else Role.BODY, text=name))
        for line in filter(None, (why, quote)):
            column.addWidget(Label(Role.BODY, text=line, colour="ink_soft"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._number = number
        self._badge = Badge(number, tone)
        self._row.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(column, 1)

    def speak(self, words: Words) -> None:
        """Say the number for a screen reader."""
        if self._number:
            self._badge.setAccessibleName(words("reason.number", number=self._number))

    def dress(self, look: Look) -> None:
        """Wear the distances of ``look``."""
        self._row.setSpacing(look.sizes.pad // 2 + 2)
