"""A place that scrolls up and down when its content is higher than the window, never sideways."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from guardian_app.ui.look import Look
from guardian_app.ui.parts.columns import Columns


class Scroll(QScrollArea):
    """A scrolling column."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._em = 15.0
        self._content = QWidget()
        self._content.setObjectName("scrolled")
        self.column = QVBoxLayout(self._content)
        self.column.setContentsMargins(0, 0, 6, 0)
        self.setWidget(self._content)
        self.viewport().setAutoFillBackground(False)
        self._content.setAutoFillBackground(False)

    def dress(self, look: Look) -> None:
        """Wear the distances of ``look``."""
        self._em = look.sizes.body * self.logicalDpiY() / 72
        self.column.setSpacing(look.sizes.gap)
        self.verticalScrollBar().setSingleStep(look.sizes.target)
        self.restack()

    def restack(self) -> None:
        """Stack all columns for which the place has become narrow."""
        for columns in self._content.findChildren(Columns):
            columns.stack(narrow=self.width() < self._em * columns.widest)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack columns as the width allows."""
        self.restack()
        super().resizeEvent(event)
