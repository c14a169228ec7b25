"""The side of the window: whose program this is, its pages, how fresh its knowledge is."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from guardian_app.ui.look import Look, Role
from guardian_app.ui.parts.button import Button
from guardian_app.ui.parts.glyph import Shape, paint_shield
from guardian_app.ui.parts.label import Label
from guardian_app.words import Words


class Shield(QWidget):
    """Guardian's mark."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start undressed."""
        super().__init__(parent)
        self._ground = QColor()
        self._tick = QColor()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(QSize(32, 32))

    def dress(self, look: Look) -> None:
        """Wear the colours of ``look``."""
        self._ground = look.colour("pine")
        self._tick = look.colour("on_pine")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the shield."""
        del event
        painter = QPainter(self)
        paint_shield(painter, QRectF(self.rect()), self._ground, self._tick)
        painter.end()


class Navigation(QFrame):
    """One button a page; ``wanted`` tells the number of the page that was pressed."""

    wanted = Signal(int)

    def __init__(self, pages: tuple[tuple[str, Shape], ...], parent: QWidget | None = None) -> None:
        """List ``pages`` as sentence and picture; the last one, the settings, stands below."""
        super().__init__(parent)
        self.setObjectName("side")
        self._known = Label(Role.SMALL, colour="ink_soft")
        self._date = ""
        self._known.setVisible(False)
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)  # so that Tab reaches each of them
        self._brand = QHBoxLayout()
        self._brand.addWidget(Shield())
        self._brand.addWidget(Label(Role.HEADING, key="app.name"), 1)
        self._stack = QVBoxLayout(self)
        self._stack.addLayout(self._brand)
        for number, (key, shape) in enumerate(pages):
            if number == len(pages) - 1:
                self._stack.addStretch(1)
            button = Button(key, tone="nav", shape=shape)
            button.setCheckable(True)
            self._group.addButton(button, number)
            self._stack.addWidget(button)
        self._facts = QVBoxLayout()
        self._facts.setContentsMargins(12, 0, 0, 0)
        self._facts.addWidget(Label(Role.SMALL, key="nav.offline", colour="ink_soft"))
        self._facts.addWidget(self._known)
        self._stack.addLayout(self._facts)
        self._group.idClicked.connect(self.wanted)

    def show_page(self, number: int) -> None:
        """Mark the page that is shown."""
        for button in self._group.buttons():
            button.setChecked(self._group.id(button) == number)

    def show_knowledge(self, date: str, words: Words) -> None:
        """Say from when the knowledge is."""
        self._date = date
        self._known.say(words("nav.knowledge", date=date))
        self._known.setVisible(True)

    def speak(self, words: Words) -> None:
        """Say the date of the knowledge, and name the list for a screen reader."""
        self.setAccessibleName(words("nav.label"))
        if self._date:
            self.show_knowledge(self._date, words)

    def dress(self, look: Look) -> None:
        """Wear the width of ``look``."""
        self.setFixedWidth(look.sizes.side)
        self._stack.setContentsMargins(12, look.sizes.edge - 4, 12, look.sizes.edge - 8)
        self._stack.setSpacing(6)
        self._brand.setContentsMargins(6, 0, 0, look.sizes.gap)
        self._brand.setSpacing(10)
