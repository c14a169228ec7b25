"""Which day it was: today, yesterday, or one that is written down."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guardian_app.ui.look import Role
from guardian_app.ui.parts.ask_line import AskLine
from guardian_app.ui.parts.choice import Choice
from guardian_app.ui.parts.label import Label

_LONGEST = 20
_WRITTEN = re.compile(r"(?:(\d{4})\s*[-/.年]\s*)?(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?|(\d{8})")


def read_day(text: str, today: date) -> str:
    """Return the day that ``text`` names as ISO, "" if it names none up to ``today``.

    Without a year it is the last such day.
    """
    found = _WRITTEN.fullmatch(text.strip())
    if found is None:
        return ""
    year, month, day, run = found.groups()
    if run:
        year, month, day = run[:4], run[4:6], run[6:]
    try:
        named = date(int(year or today.year), int(month), int(day))
        if not year and named > today:
            named = named.replace(year=today.year - 1)
    except ValueError:
        return ""
    return named.isoformat() if named <= today else ""


class DayQuestion(QWidget):
    """Asks for a day; ``changed`` tells that another one was given."""

    changed = Signal()

    def __init__(self, key: str, today: Callable[[], date]) -> None:
        """Ask the sentence ``key``; it is today until something else is said."""
        super().__init__()
        self._today = today
        self.choice: Choice[str] = Choice(
            key, (("0", "leaf.today"), ("1", "leaf.yesterday"), ("", "leaf.other_day"))
        )
        self.line = AskLine("leaf.day", most=_LONGEST)
        self.hint = Label(Role.SMALL, key="leaf.day_hint", colour="amber_ink")
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.addWidget(self.choice)
        stack.addWidget(self.line)
        stack.addWidget(self.hint)
        self.choice.chosen.connect(self._turn)
        self.line.changed.connect(self._turn)
        self._show()

    @property
    def day(self) -> str:
        """The day as ISO; "" while what is written is no day, or one to come."""
        if self.choice.value:
            return (self._today() - timedelta(days=int(self.choice.value))).isoformat()
        return read_day(self.line.text, self._today())

    def ask_again(self) -> None:
        """Put the keyboard where the day is written."""
        self.line.field.setFocus()

    def _turn(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        is_written = not self.choice.value
        self.line.setVisible(is_written)
        self.hint.setVisible(is_written and not self.day)
