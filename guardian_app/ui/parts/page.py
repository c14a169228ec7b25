"""The frame of a page: a title, what can be done here, a notice when there is one, the body."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from guardian_app.ui.look import Look, Role
from guardian_app.ui.parts.label import Label
from guardian_app.ui.parts.notice import NoticeBar


class Page(QWidget):
    """A page with a title; screens put their parts into it."""

    def __init__(self, title: str, subtitle: str, parent: QWidget | None = None) -> None:
        """Head it with the sentences ``title`` and ``subtitle``."""
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.first: QWidget = self
        self.notice = NoticeBar()
        self.subtitle = Label(Role.BODY, key=subtitle, colour="ink_soft")
        heading = QVBoxLayout()
        heading.setSpacing(0)
        self.title = Label(Role.TITLE, key=title)
        heading.addWidget(self.title)
        heading.addWidget(self.subtitle)
        self._actions = QHBoxLayout()
        self._head = QHBoxLayout()
        self._head.addLayout(heading, 1)
        self._head.addLayout(self._actions)
        self._stack = QVBoxLayout(self)
        self._stack.addLayout(self._head)
        self._stack.addWidget(self.notice)

    def show_heading(self, *, shown: bool) -> None:
        """Show title and subtitle, or leave them to what stands in the body."""
        self.title.setVisible(shown)
        self.subtitle.setVisible(shown)

    def put_action(self, widget: QWidget) -> None:
        """Add something to press beside the title."""
        self._actions.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def start(self) -> None:
        """Let the keyboard start at the first thing to use.

        Not a focus proxy: with proxies around it, Tab no longer leaves a scroll area.
        """
        (self.first if isValid(self.first) else self).setFocus()

    def finish(self) -> None:
        """End what the page holds; the program is ending."""

    def put(self, widget: QWidget, stretch: int = 0) -> None:
        """Add ``widget`` below what is there."""
        self._stack.addWidget(widget, stretch)

    def dress(self, look: Look) -> None:
        """Wear the margins of ``look``."""
        edge = look.sizes.edge
        self._stack.setContentsMargins(edge, edge - 6, edge, edge - 6)
        self._stack.setSpacing(look.sizes.gap)
        self._actions.setSpacing(8)
