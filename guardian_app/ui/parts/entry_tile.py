"""A tile that names something of the person's own: an institution, a backup. It wraps."""

from PySide6.QtWidgets import QWidget

from guardian_app.ui.parts.label import Label
from guardian_app.ui.parts.tile import Tile
from guardian_app.words import Words


class EntryTile(Tile):
    """A tile whose two lines are given as they stand."""

    def __init__(self, heading: str, text: str, parent: QWidget | None = None) -> None:
        """Show ``heading`` over ``text``."""
        super().__init__("", "", parent)
        self.lines = (heading, text)
        for label, line in zip(self.findChildren(Label), self.lines, strict=True):
            label.say(line)
            label.setVisible(bool(line))
        self.setAccessibleName(" ".join(filter(None, self.lines)))

    def speak(self, words: Words) -> None:
        """Keep what is shown: it has no other language."""
