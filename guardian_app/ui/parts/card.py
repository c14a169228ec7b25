"""A card: a heading and what belongs to it, stacked."""

from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from guardian_app.ui.look import Look, Role
from guardian_app.ui.parts.label import Label


class Card(QFrame):
    """A white sheet with an optional heading."""

    def __init__(self, heading: str = "", *, key: str = "", parent: QWidget | None = None) -> None:
        """Head it with the words ``heading``, or with the sentence ``key`` once spoken."""
        super().__init__(parent)
        self.setProperty("part", "card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._stack = QVBoxLayout(self)
        self._stack.setSpacing(8)
        self.heading: Label | None = None
        if heading or key:
            self.heading = Label(Role.HEADING, key=key, text=heading)
            self._stack.addWidget(self.heading)
            self.setAccessibleName(heading)

    def put(self, widget: QWidget) -> None:
        """Add ``widget`` below what is there."""
        self._stack.addWidget(widget)

    def dress(self, look: Look) -> None:
        """Wear the margins of ``look``."""
        pad = look.sizes.pad
        self._stack.setContentsMargins(pad, pad - 3, pad, pad - 2)
        self._stack.setSpacing(max(6, pad // 2))
