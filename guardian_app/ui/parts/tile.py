"""A tile: a large thing to press, with a word on top and a sentence below that wraps."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from guardian_app.ui.look import Look, Role
from guardian_app.ui.parts.label import Label
from guardian_app.words import Words


class Tile(QPushButton):
    """A button of two sentences."""

    def __init__(self, heading: str, text: str, parent: QWidget | None = None) -> None:
        """Say the sentence ``heading`` over the sentence ``text``."""
        super().__init__(parent)
        self.keys = (heading, text)
        self.setProperty("tone", "tile")
        self.setAutoDefault(False)
        self._stack = QVBoxLayout(self)
        self._stack.setSpacing(2)
        for label in (
            Label(Role.STRONG, key=heading, colour="pine"),
            Label(Role.BODY, key=text),
        ):
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._stack.addWidget(label)
        self._stack.addStretch(1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def speak(self, words: Words) -> None:
        """Name the whole tile for a screen reader."""
        self.setAccessibleName(" ".join(words(key) for key in self.keys))

    def dress(self, look: Look) -> None:
        """Wear the margins of ``look``."""
        pad = look.sizes.pad
        self._stack.setContentsMargins(pad - 2, pad - 4, pad - 2, pad - 4)

    def hasHeightForWidth(self) -> bool:
        """Say that the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of both sentences."""
        return self._stack.totalHeightForWidth(width)

    def sizeHint(self) -> QSize:
        """Ask for what the sentences ask for."""
        return self._stack.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Ask for what the sentences need."""
        return self._stack.totalMinimumSize()
