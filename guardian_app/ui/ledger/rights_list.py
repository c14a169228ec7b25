"""Requests as they are listed: which right, how far it has come, what comes next."""

from collections.abc import Callable, Mapping

from msgspec import Struct
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guardian_app.exposure import Holder
from guardian_app.model import Request, RequestState, Right, Step, Text
from guardian_app.ui.look import Look, Role
from guardian_app.ui.parts.button import Button
from guardian_app.ui.parts.chip import Chip
from guardian_app.ui.parts.flow import Flow
from guardian_app.ui.parts.label import Label
from guardian_app.words import Words

TONES = {
    RequestState.DRAFT: "slate",
    RequestState.SENT: "pine",
    RequestState.ANSWERED: "pine",
    RequestState.REFUSED: "amber",
    RequestState.COMPLAINED: "amber",
    RequestState.CLOSED: "slate",
}


class Asked(Struct, frozen=True):
    """A kept request, its history, the usual answer it got, and the next step; both may be none."""

    request: Request
    history: tuple[Step, ...]
    next_step: Text | None = None
    answer: str = ""

    @property
    def holder(self) -> Holder:
        """Who was asked."""
        request = self.request
        if request.institution:
            return Holder(institution=request.institution)
        return Holder(name=" ".join(request.name.split()))

    def is_due(self, today: str) -> bool:
        """Whether the day of its reminder has come."""
        request = self.request
        is_open = request.state is not RequestState.CLOSED
        return is_open and bool(request.remind) and request.remind <= today


class RequestRow(QWidget):
    """One request with a button that opens it."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)

    def dress(self, look: Look) -> None:
        """Wear the distances of ``look``."""
        self.column.setSpacing(look.sizes.pad // 3)


def name_of(request: Request, rights: Mapping[str, Right], words: Words) -> str:
    """Return the name of the right; one that is no longer known keeps its id."""
    known = rights.get(request.right)
    return words.of(known.name) if known else request.right


def row(  # noqa: PLR0913, PLR0917 - each is shown
    asked: Asked,
    rights: Mapping[str, Right],
    who: str,
    words: Words,
    today: str,
    open_it: Callable[[], None],
) -> RequestRow:
    """Return the row of ``asked``; ``who`` is empty where it is plain who was asked."""
    request, made = asked.request, RequestRow()
    name = name_of(request, rights, words)
    made.column.addWidget(Label(Role.STRONG, text=" · ".join(filter(None, (who, name)))))
    line = Flow()
    line.put(Chip(words(f"asks.{request.state}"), TONES[request.state]))
    if asked.is_due(today):
        line.put(Chip(words("rights.due", day=request.remind), "amber"))
    made.column.addWidget(line)
    days = words("rights.since", day=asked.history[-1].date)
    if request.remind and not asked.is_due(today):
        days += words("rights.full_stop") + words("rights.reminds", day=request.remind)
    made.column.addWidget(Label(Role.SMALL, text=days, colour="ink_soft"))
    if asked.next_step is not None:
        says = words("rights.next_is", step=words.of(asked.next_step))
        made.column.addWidget(Label(text=says))
    button = _OpenButton(name)
    button.clicked.connect(open_it)
    press = Flow()
    press.put(button)
    made.column.addWidget(press)
    return made


class _OpenButton(Button):
    def __init__(self, name: str) -> None:
        super().__init__("rights.open")
        self._name = name

    def speak(self, words: Words) -> None:
        super().speak(words)
        self.setAccessibleName(words("rights.open_one", name=self._name))
