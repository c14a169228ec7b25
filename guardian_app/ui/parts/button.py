"""Something to press: says a sentence, is as tall as a finger needs, never cuts its word."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from guardian_app.ui.look import Look, Role
from guardian_app.ui.parts.glyph import Shape, glyph_icon
from guardian_app.words import Words

_GLYPH_COLOURS = {"main": "on_pine", "nav": "ink_soft", "quiet": "pine"}


class Button(QPushButton):
    """A push button with a sentence by ``key``.

    ``tone``: "main" for the one thing to do here, "quiet" for what stands back, "" otherwise.
    """

    def __init__(
        self,
        key: str = "",
        *,
        tone: str = "",
        shape: Shape | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Say the sentence ``key`` once spoken, with the picture ``shape`` before it."""
        super().__init__(parent)
        self.key = key
        self._shape = shape
        self._tone = tone
        self.setProperty("tone", tone)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def speak(self, words: Words) -> None:
        """Say the sentence in the language of ``words``."""
        if self.key:
            self.setText(words(self.key))
            self.setAccessibleName(words(self.key))

    def dress(self, look: Look) -> None:
        """Wear the picture in the size and colour of ``look``; the style sheet does the rest."""
        if self._shape is not None:
            side = int(QFontMetricsF(look.font(Role.BODY)).height() * 0.8)
            colour = look.colour(_GLYPH_COLOURS.get(self._tone, "ink"))
            self.setIcon(glyph_icon(self._shape, side, colour, self.devicePixelRatioF()))
            self.setIconSize(QSize(int(side * 1.3), side))
