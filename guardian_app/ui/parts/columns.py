"""Columns that stand side by side where there is room, and below each other where there is not."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from guardian_app.ui.look import Look


class Columns(QWidget):
    """Some columns of widgets; the scrolling place they stand in tells them when it is narrow."""

    def __init__(
        self,
        *columns: tuple[int, Sequence[QWidget]],
        widest: int = 42,
        fill: bool = False,
        firsts: bool = False,
    ) -> None:
        """Hold ``columns`` as share of the width and widgets; empty ones take no room.

        With fewer than ``widest`` letters to a line they become one column; with ``firsts``, the
        first of each stand before the rest in it. ``fill``: the last of each goes down to the
        bottom.
        """
        super().__init__()
        self.widest = widest
        self._fill = fill
        self._has_firsts = firsts
        self._is_narrow = False
        self._gap = 0
        self._groups = [tuple(widgets) for _, widgets in columns if widgets]
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._columns: list[QVBoxLayout] = []
        self._shares = [share for share, widgets in columns if widgets]
        for _ in self._groups:
            column = QVBoxLayout()
            self._row.addLayout(column)
            self._columns.append(column)
        self._arrange(self._groups)

    def stack(self, *, narrow: bool) -> None:
        """Become one column when it is ``narrow``."""
        if narrow == self._is_narrow:
            return
        self._is_narrow = narrow
        for column in self._columns:
            _empty(column)
        if narrow:
            self._arrange([self._in_one_column()])
        else:
            self._arrange(self._groups)
        self._space()

    def dress(self, look: Look) -> None:
        """Wear the distances of ``look``."""
        self._gap = look.sizes.gap
        for column in self._columns:
            column.setSpacing(self._gap)
        self._space()

    def _in_one_column(self) -> tuple[QWidget, ...]:
        ahead = 1 if self._has_firsts else 0
        firsts = tuple(widget for group in self._groups for widget in group[:ahead])
        return firsts + tuple(widget for group in self._groups for widget in group[ahead:])

    def _space(self) -> None:
        self._row.setSpacing(0 if self._is_narrow else self._gap)
        for number, share in enumerate(self._shares):
            self._row.setStretch(number, share if number == 0 or not self._is_narrow else 0)

    def _arrange(self, groups: Sequence[Sequence[QWidget]]) -> None:
        for column, group in zip(self._columns, groups, strict=False):
            for widget in group:
                column.addWidget(widget)
            if self._fill:
                column.setStretchFactor(group[-1], 1)
            else:
                column.addStretch(1)


def _empty(column: QVBoxLayout) -> None:
    # Not by takeAt: an item taken by Python lives on, and a widget whose old item lives keeps the
    # height that its new one once measured, however much it grows.
    while (item := column.itemAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            column.removeWidget(widget)
        else:
            column.removeItem(item)
