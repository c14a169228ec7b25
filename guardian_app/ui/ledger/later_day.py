"""A day to come, which a person may choose or leave out: nothing, in two weeks, in a month, own."""

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
_WRITTEN = re.compile(r"(?:(\d{4})\s*[-/.年]\s*)?(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?", re.ASCII)
_OWN = -1


def read_later_day(text: str, today: date) -> str:
    """Return the day after ``today`` that ``text`` names as ISO, "" if it names none.

    Without a year it is the next such day.
    """
    found = _WRITTEN.fullmatch(text.strip())
    if found is None:
        return ""
    year, month, day = found.groups()
    try:
        named = date(int(year or today.year), int(month), int(day))
        if not year and named <= today:
            named = named.replace(year=today.year + 1)
    except ValueError:
        return ""
    return named.isoformat() if named > today else ""


class LaterDay(QWidget):
    """Asks the sentence ``key`` for a day to come; ``changed`` tells that another one was given."""

    changed = Signal()

    def __init__(self, key: str, none: str, today: Callable[[], date]) -> None:
        """Start with no day, which the sentence ``none`` says."""
        super().__init__()
        self._today = today
        self.choice: Choice[int] = Choice(
            key,
            ((0, none), (14, "rights.in_two_weeks"), (30, "rights.in_a_month"),
             (_OWN, "rights.own_day")),
        )  # fmt: skip
        self.line = AskLine("rights.which_day", most=_LONGEST)
        self.hint = Label(Role.SMALL, key="rights.later_hint", colour="amber_ink")
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        for part in (self.choice, self.line, self.hint):
            stack.addWidget(part)
        self.choice.chosen.connect(self._turn)
        self.line.changed.connect(self._turn)
        self._show()

    @property
    def day(self) -> str:
        """The day as ISO; "" where none is wanted, or what is written is none to come."""
        if self.choice.value > 0:
            return (self._today() + timedelta(days=self.choice.value)).isoformat()
        return read_later_day(self.line.text, self._today()) if self._is_own else ""

    @property
    def is_whole(self) -> bool:
        """Whether a day was given, or none was wanted."""
        return not self._is_own or bool(self.day)

    def take(self, day: str) -> None:
        """Show ``day`` (ISO or "") as what was chosen before."""
        self.choice.take(_OWN if day else 0)
        self.line.take(day)
        self._show()

    def ask_again(self) -> None:
        """Put the keyboard where the day is written."""
        self.line.field.setFocus()

    @property
    def _is_own(self) -> bool:
        return self.choice.value == _OWN

    def _turn(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self.line.setVisible(self._is_own)
        self.hint.setVisible(self._is_own and not self.day)
