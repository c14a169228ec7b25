"""Saying to whom data was given: type some letters, pick one, or keep the words as they are."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from guardian_app.exposure import find_institutions, institution_meant
from guardian_app.model import Institution, Knowledge
from guardian_app.ui.announce import announce
from guardian_app.ui.ledger.names import short_name
from guardian_app.ui.look import Look, Role
from guardian_app.ui.parts.field import Field
from guardian_app.ui.parts.label import Label
from guardian_app.ui.plain import visible
from guardian_app.words import Words

_MOST_SHOWN = 5
_MOST_NAME = 100


class FoundList(QListWidget):
    """The institutions that the letters may mean."""

    def __init__(self) -> None:
        """Start empty; the keyboard stays in the field above."""
        super().__init__()
        self.setProperty("part", "found")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._row = 38

    def speak(self, words: Words) -> None:
        """Name the list for a screen reader."""
        self.setAccessibleName(words("ledger.found"))

    def dress(self, look: Look) -> None:
        """Have rows that a finger can hit."""
        self.setFont(look.font(Role.BODY))
        line = QFontMetricsF(look.font(Role.BODY)).lineSpacing()
        self._row = max(look.sizes.target, int(line) + 12)
        self.fit()

    def fit(self) -> None:
        """Be as high as the rows."""
        for number in range(self.count()):
            self.item(number).setSizeHint(QSize(10, self._row))
        self.setFixedHeight(self.count() * self._row + 6)


class WhoField(QWidget):
    """The holder. ``changed``: other letters, or another pick; ``settled``: one was picked."""

    changed = Signal()
    settled = Signal()

    def __init__(self, knowledge: Knowledge) -> None:
        """Find institutions in ``knowledge``."""
        super().__init__()
        self._knowledge = knowledge
        self._words: Words | None = None
        self._picked: Institution | None = None
        self._unknown_id = ""
        self._own_name = ""
        self._is_filling = False
        self.field = Field("ledger.field_institution", most=_MOST_NAME)
        self.list = FoundList()
        self._said = Label(Role.SMALL, colour="ink_soft")
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(4)
        for part in (self.field, self.list, self._said):
            stack.addWidget(part)
        self.list.hide()
        self.field.line.installEventFilter(self)
        self.field.changed.connect(self._typed)
        self.field.entered.connect(self._settle)
        self.list.itemClicked.connect(self._pick)

    @property
    def holder(self) -> tuple[str, str]:
        """The id of the institution, or nothing, and the person's own name for it."""
        if self._unknown_id:
            return self._unknown_id, self._own_name
        text = self.field.text.strip()
        meant = self._picked or institution_meant(text, self._knowledge)
        if meant is not None:
            return meant.id, self._own_name
        return "", text

    def take(self, institution: str, name: str) -> None:
        """Show a holder."""
        known = next(
            (each for each in self._knowledge.institutions if each.id == institution), None
        )
        self._picked = known
        self._unknown_id = institution if known is None else ""
        self._own_name = name if institution else ""
        self._fill(institution if institution and known is None else name)
        self._tell()

    def speak(self, words: Words) -> None:
        """Say the name of what is picked in the language of ``words``."""
        self._words = words
        self.field.line.setPlaceholderText(words("ledger.who_hint"))
        self._tell()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move in the list with the arrows while the keyboard is in the field."""
        if isinstance(event, QKeyEvent) and self._moved(event):
            return True
        if event.type() is QEvent.Type.FocusOut:
            self.list.hide()
        return super().eventFilter(watched, event)

    def _moved(self, event: QKeyEvent) -> bool:
        if self.list.isHidden():
            return False
        if event.key() == Qt.Key.Key_Escape:
            event.accept()  # the list closes first, not the page
            if event.type() is QEvent.Type.KeyPress:
                self.list.hide()
            return True
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if not step or event.type() is not QEvent.Type.KeyPress:
            return False
        row = (self.list.currentRow() + step) % self.list.count()
        self.list.setCurrentRow(row)
        announce(self.list, self.list.item(row).text())
        return True

    def _typed(self) -> None:
        if self._is_filling:
            return
        self._picked, self._unknown_id, self._own_name = None, "", ""
        self._show_found()
        self._tell()
        self.changed.emit()

    def _show_found(self) -> None:
        self.list.clear()
        text = self.field.text.strip()
        if text and self._words is not None:
            for each in find_institutions(text, self._knowledge, _MOST_SHOWN):
                self._add(self._named(each, self._words), each)
            self._add(self._words("ledger.keep_name", name=visible(text)), None)
            self.list.setCurrentRow(0)
        self.list.fit()
        self.list.setVisible(self.list.count() > 0)

    def _add(self, said: str, institution: Institution | None) -> None:
        item = QListWidgetItem(said, self.list)
        item.setData(Qt.ItemDataRole.UserRole, institution)

    def _settle(self) -> None:
        item = self.list.currentItem()
        if self.list.isHidden() or item is None:
            self.settled.emit()
        else:
            self._pick(item)

    def _pick(self, item: QListWidgetItem) -> None:
        institution = item.data(Qt.ItemDataRole.UserRole)
        self.list.hide()
        if isinstance(institution, Institution):
            self._picked = institution
            self._tell()
        self.changed.emit()
        self.settled.emit()

    def _fill(self, text: str) -> None:
        self._is_filling = True
        self.field.fill(text)
        self._is_filling = False
        self.list.hide()

    def _tell(self) -> None:
        if self._words is None:
            return
        said = ""
        if self._picked is not None:
            self._fill(short_name(self._picked, self._words))
            said = self._words("ledger.who_known", name=self._words.of(self._picked.name))
        elif self.field.text.strip() and not self._unknown_id:
            said = self._words("ledger.who_own")
        self._said.say(said)
        self._said.setVisible(bool(said))

    def _named(self, institution: Institution, words: Words) -> str:
        short, full = short_name(institution, words), words.of(institution.name)
        return short if short == full else f"{short} · {full}"
