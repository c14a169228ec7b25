"""Columns that stand side by side where there is room, and below each other where there is not."""

from collections.abc import Sequence

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from guardian_app.ui.look import Look


class Columns(QWidget):
    """Some columns of widgets; the scrolling place they stand in tells them when it is narrow."""

    def __init__(self, *columns: tuple[int, Sequence[QWidget]], widest: int = 42) -> None:
        """Hold ``columns`` as share of the width and widgets; empty ones take no room.

        With fewer than ``widest`` letters to a line they stand below each other.
        """
        super().__init__()
        self.widest = widest
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._columns: list[QVBoxLayout] = []
        for share, widgets in columns:
            if widgets:
                column = QVBoxLayout()
                for number, widget in enumerate(widgets, 1):
                    column.addWidget(widget, 1 if number == len(widgets) else 0)
                self._row.addLayout(column, share)
                self._columns.append(column)

    def stack(self, *, narrow: bool) -> None:
        """Stand below each other when it is ``narrow``."""
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)

    def dress(self, look: Look) -> None:
        """Wear the distances of ``look``."""
        self._row.setSpacing(look.sizes.gap)
        for column in self._columns:
            column.setSpacing(look.sizes.gap)
