"""The ledger at a glance: find and filter, the matrix or the entries by date, and one institution.

Where there is room, the institution stands at the right; where there is not, Enter opens it in
place of the matrix and there is a way back.
"""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from guardian_app.exposure import Holder, holder
from guardian_app.model import Sensitivity
from guardian_app.ui.ledger.desk import Sight
from guardian_app.ui.ledger.detail import Detail
from guardian_app.ui.ledger.matrix_view import MatrixView
from guardian_app.ui.ledger.names import Line, Names
from guardian_app.ui.ledger.shade import LegendEntry
from guardian_app.ui.ledger.timeline import Timeline
from guardian_app.ui.look import Look
from guardian_app.ui.parts.button import Button
from guardian_app.ui.parts.card import Card
from guardian_app.ui.parts.choice import Choice
from guardian_app.ui.parts.flow import Flow
from guardian_app.ui.parts.glyph import Shape
from guardian_app.ui.parts.label import Label
from guardian_app.ui.parts.scroll import Scroll
from guardian_app.words import Words

_NARROW_EM = 46  # below, matrix and detail do not fit beside each other
_DETAIL_EM = 19
_MATRIX_EM = 13  # the heading and some three institutions are always seen at once


class SearchField(QLineEdit):
    """Where one types what to find."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.setMaxLength(100)
        self.setClearButtonEnabled(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def speak(self, words: Words) -> None:
        """Name the field and say what can be found."""
        self.setAccessibleName(words("ledger.search"))
        self.setPlaceholderText(words("ledger.search"))


class Overview(QWidget):
    """The page while the ledger is open. ``add_wanted``: record the first entry."""

    add_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.sight: Sight | None = None
        self.names: Names | None = None
        self.lines: tuple[Line, ...] = ()
        self._words: Words | None = None
        self._look: Look | None = None
        self._is_narrow = False
        self._is_opened = False
        self.search = SearchField()
        self.filter: Choice[str] = Choice(
            "ledger.filter",
            (("all", "ledger.filter_all"), ("beyond", "ledger.filter_beyond"),
             ("sensitive", "ledger.filter_sensitive")),
            headed=False,
        )  # fmt: skip
        self.turn = Button("ledger.by_date")
        self.matrix = MatrixView()
        self.timeline = Timeline()
        self.detail = Detail()
        self.nothing = Label(key="ledger.nothing_found", colour="ink_soft")
        self.add = Button("ledger.add_first", tone="main", shape=Shape.PLUS)
        self._body = QStackedWidget()
        self._lists = QStackedWidget()
        self._lay_out()
        self._connect()

    @property
    def first(self) -> QWidget:
        """Where the keyboard starts."""
        if self._body.currentIndex() == 1:
            return self.add
        if self._is_narrow and self._is_opened:
            return self.detail.first
        return self.timeline if self._lists.currentWidget() is self.timeline else self.matrix

    def show_sight(self, sight: Sight) -> None:
        """Show what was read."""
        self.sight = sight
        self._build()

    def clear(self) -> None:
        """Forget everything: the ledger was locked."""
        self.sight, self.names, self.lines = None, None, ()
        self.search.clear()
        if self._words is not None:
            self._fill((), ())
        self.detail.show_line(None, None)
        self._is_opened = False

    def look_at(self, who: Holder) -> None:
        """Show one holder."""
        self.matrix.look_at(who)
        line = next((each for each in self.lines if each.row.holder == who), None)
        if line is not None:
            self.detail.show_line(line, self.names)

    def go_back(self) -> bool:
        """Return from one institution to all; False if all are shown already."""
        if not (self._is_narrow and self._is_opened):
            return False
        self._is_opened = False
        self._arrange()
        self.first.setFocus()
        return True

    def speak(self, words: Words) -> None:
        """Say everything again in the language of ``words``."""
        self._words = words
        self.detail.speak(words)
        self._build()

    def dress(self, look: Look) -> None:
        """Wear the distances of ``look``."""
        self._look = look
        self._row.setSpacing(look.sizes.gap)
        self._stack.setSpacing(max(8, look.sizes.gap - 4))
        self._search_box.setFixedWidth(int(self._em() * 15))
        self._side.setFixedWidth(int(self._em() * _DETAIL_EM))
        self.detail.dress(look)
        self.detail.build()
        self.matrix.setMinimumHeight(int(self._em() * _MATRIX_EM))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the institution beside the matrix or in its place."""
        self._arrange()
        super().resizeEvent(event)

    def _lay_out(self) -> None:
        self._search_box = QWidget()
        box = QHBoxLayout(self._search_box)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.search)
        tools = Flow(10)
        for widget in (self._search_box, self.filter, self.turn):
            tools.put(widget)
        self._legend = Flow(6)
        for grade in Sensitivity:
            self._legend.put(LegendEntry(f"ledger.legend_{grade}", grade))
        self._legend.put(LegendEntry("ledger.legend_beyond", None, beyond=True))
        self._lists.addWidget(self.matrix)
        self._lists.addWidget(self.timeline)
        self._main = Card()
        self._main.put(self._lists)
        self._main.put(self.nothing)
        self._main.put(self._legend)
        self._side = Card()
        self._side.put(self.detail)
        listed = QWidget()
        self._stack = QVBoxLayout(listed)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._tools = tools
        self._stack.addWidget(tools)
        row = QWidget()
        self._row = QHBoxLayout(row)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._main, 1)
        self._row.addWidget(self._side)
        self._stack.addWidget(row, 1)
        scroll = Scroll()  # a low window in large mode has no room for all of it
        scroll.column.addWidget(listed, 1)
        self._body.addWidget(scroll)
        self._body.addWidget(self._empty())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._body)

    def _empty(self) -> QWidget:
        page = QWidget()
        stack = QVBoxLayout(page)
        stack.setContentsMargins(0, 0, 0, 0)
        card = Card(key="ledger.empty_heading")
        card.put(Label(key="ledger.empty_what"))
        row = Flow()
        row.put(self.add)
        card.put(row)
        stack.addWidget(card)
        stack.addStretch(1)
        return page

    def _connect(self) -> None:
        self.add.clicked.connect(self.add_wanted)
        self.search.textChanged.connect(self._sift)
        self.search.returnPressed.connect(self._go_on)
        self.filter.chosen.connect(self._sift)
        self.turn.clicked.connect(self._turn)
        self.matrix.picked.connect(self._pick)
        self.matrix.opened.connect(lambda line: self._open(line.row.holder))
        self.timeline.picked.connect(self.look_at)
        self.timeline.opened.connect(self._open)
        self.detail.back_wanted.connect(self.go_back)

    def _build(self) -> None:
        if self.sight is None or self._words is None:
            return
        self.names = Names(self.sight.knowledge, self._words)
        self.lines = tuple(map(self.names.line, self.sight.matrix.rows))
        self._body.setCurrentIndex(0 if self.lines else 1)
        self._sift()

    def _sift(self) -> None:
        wanted = self.search.text().casefold().split()
        by = self.filter.value
        lines = [
            line
            for line in self.lines
            if (by != "beyond" or line.is_beyond)
            and (by != "sensitive" or line.is_sensitive)
            and all(word in line.searched for word in wanted)
        ]
        self._fill(tuple(lines), () if self.sight is None else self.sight.matrix.groups)

    def _fill(self, lines: tuple[Line, ...], groups: tuple[str, ...]) -> None:
        if self.names is not None or not lines:
            names = self.names
            shown = {line.row.holder for line in lines}
            shares = () if self.sight is None else self.sight.shares
            kept = self.detail.line
            if names is not None:
                self.matrix.show_lines(lines, groups, names)
                self.timeline.show_shares([each for each in shares if holder(each) in shown], names)
                if kept is not None and kept.row.holder in shown:
                    self.look_at(kept.row.holder)
            else:
                self.matrix.cells.forget()
                self.timeline.entries.forget()
        self.nothing.setVisible(not lines)
        self._lists.setVisible(bool(lines))

    def _pick(self, line: Line | None) -> None:
        if line is not None or self.matrix.cells.rowCount() == 0:
            self.detail.show_line(line, self.names)

    def _open(self, who: Holder) -> None:
        self.look_at(who)
        if self._is_narrow:
            self._is_opened = True
            self._arrange()
            self.first.setFocus()

    def _go_on(self) -> None:
        self.first.setFocus()

    def _turn(self) -> None:
        by_date = self._lists.currentWidget() is self.matrix
        self._lists.setCurrentWidget(self.timeline if by_date else self.matrix)
        self.turn.key = "ledger.by_holder" if by_date else "ledger.by_date"
        self._legend.setVisible(not by_date)
        if self._words is not None:
            self.turn.speak(self._words)
        self.first.setFocus()

    def _em(self) -> float:
        return 15.0 if self._look is None else self._look.sizes.body * self.logicalDpiY() / 72

    def _arrange(self) -> None:
        self._is_narrow = self.width() < self._em() * _NARROW_EM
        alone = self._is_narrow and self._is_opened
        self._main.setVisible(not alone)
        self._tools.setVisible(not alone)
        self._side.setVisible(not self._is_narrow or self._is_opened)
        if self._is_narrow:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(16_777_215)
        else:
            self._side.setFixedWidth(int(self._em() * _DETAIL_EM))
        if self.detail.has_back != self._is_narrow:
            self.detail.has_back = self._is_narrow
            self.detail.build()
