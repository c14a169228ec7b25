"""A tick: a thing that is so or not, as a large tile with a box before its name."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from guardian_app.model import Text
from guardian_app.ui.look import Look, Role
from guardian_app.ui.parts.glyph import Shape, glyph_icon
from guardian_app.words import Words


class Tick(QCheckBox):
    """A box to tick, named by the sentence ``key`` or by ``name`` of the knowledge."""

    def __init__(
        self, key: str = "", *, name: Text | None = None, parent: QWidget | None = None
    ) -> None:
        """Start without a tick."""
        super().__init__(parent)
        self.key = key
        self.name = name
        self._look: Look | None = None
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.toggled.connect(lambda _: self._draw())

    def speak(self, words: Words) -> None:
        """Say the name in the language of ``words``."""
        said = words(self.key) if self.name is None else words.of(self.name)
        self.setText(said.replace("&", "&&"))
        self.setAccessibleName(said)

    def dress(self, look: Look) -> None:
        """Wear the box in the size and colour of ``look``; the style sheet does the rest."""
        self._look = look
        self._draw()

    def _draw(self) -> None:
        if self._look is None:
            return
        side = int(QFontMetricsF(self._look.font(Role.BODY)).height() * 0.85)
        shape, colour = (Shape.TICKED, "pine") if self.isChecked() else (Shape.BOX, "edge")
        self.setIcon(glyph_icon(shape, side, self._look.colour(colour), self.devicePixelRatioF()))
        self.setIconSize(QSize(int(side * 1.3), side))
