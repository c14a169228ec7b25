"""Opening a ledger: by passphrase, keyring or recovery code; and what helps when it is damaged."""

from datetime import datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from guardian_app.ui.ledger.desk import Kept, Opening, Way
from guardian_app.ui.parts.button import Button
from guardian_app.ui.parts.card import Card
from guardian_app.ui.parts.field import Field
from guardian_app.ui.parts.flow import Flow
from guardian_app.ui.parts.glyph import Shape
from guardian_app.ui.parts.label import Label
from guardian_app.ui.parts.scroll import Scroll
from guardian_app.words import Words

_WAYS = {
    "keyring": (Way.KEYRING, Way.CODE),
    "passphrase": (Way.PASSPHRASE, Way.CODE),
    "recovery": (Way.CODE,),
}
# Of a damaged ledger nobody can tell what opens its backup.
_ANY_WAY = (Way.PASSPHRASE, Way.CODE, Way.KEYRING)
_ABOUT = {
    Way.KEYRING: "ledger.unlock_keyring",
    Way.PASSPHRASE: "ledger.unlock_passphrase",
    Way.CODE: "ledger.unlock_code",
}
_OTHER = {
    Way.KEYRING: "ledger.use_keyring",
    Way.PASSPHRASE: "ledger.use_passphrase",
    Way.CODE: "ledger.use_code",
}


class UnlockView(Scroll):
    """The page while the ledger is locked.

    ``wanted``: open it by a way and what was typed. For one that is damaged, ``look_wanted`` asks
    what the newest backup holds, ``restore_wanted`` to go on with it.
    """

    wanted = Signal(object, str)
    look_wanted = Signal(object, str)
    restore_wanted = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with the passphrase."""
        super().__init__(parent)
        self._words: Words | None = None
        self._ways: tuple[Way, ...] = (Way.PASSPHRASE,)
        self._way = Way.PASSPHRASE
        self._is_damaged = False
        self._is_busy = False
        self.kept: Kept | None = None
        self.heading = Card(key="ledger.unlock_heading")
        self.about = Label(key="ledger.unlock_passphrase")
        self.secret = Field("ledger.passphrase", most=1000, secret=True)
        self.code = Field("ledger.code", most=200)
        self.go = Button("ledger.unlock_go", tone="main", shape=Shape.LOCK)
        self.others = {way: Button(key, tone="quiet") for way, key in _OTHER.items()}
        self.found = Label()
        self.restore = Button("ledger.restore_go", tone="main")
        for part in (self.about, self.secret, self.code):
            self.heading.put(part)
        row = Flow(12)
        row.put(self.go)
        for way, button in self.others.items():
            button.clicked.connect(lambda *_, way=way: self._take(way))
            row.put(button)
        self.heading.put(row)
        self.backup = Card(key="ledger.backup_found")
        self.backup.put(self.found)
        self.backup.put(Label(key="ledger.restore_what", colour="ink_soft"))
        row = Flow()
        row.put(self.restore)
        self.backup.put(row)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.backup)
        self.column.addStretch(1)
        self.go.clicked.connect(self._want)
        self.secret.entered.connect(self._want)
        self.code.entered.connect(self._want)
        self.restore.clicked.connect(lambda: self.restore_wanted.emit(self._way, self._typed()))
        self._arrange()

    @property
    def first(self) -> QWidget:
        """Where the keyboard starts."""
        if self._way is Way.KEYRING:
            return self.go
        return self.secret.line if self._way is Way.PASSPHRASE else self.code.line

    def prepare(self, opening: Opening, *, has_backup: bool) -> None:
        """Show what opens the ledger, or, if it is damaged, its newest backup."""
        self._is_damaged = not opening.is_whole
        self.kept = None
        self._ways = _WAYS.get(opening.state, _ANY_WAY if has_backup else ())
        if Way.KEYRING in self._ways and self._is_damaged and not opening.has_keyring:
            self._ways = self._ways[:-1]
        self._take(self._ways[0] if self._ways else Way.CODE)

    def mourn(self, *, has_backup: bool) -> None:
        """Turn to the newest backup: what was to be opened is damaged."""
        self._is_damaged = True
        self.kept = None
        self._ways = self._ways if has_backup else ()
        self._arrange()

    def show_kept(self, kept: Kept) -> None:
        """Show what the backup holds, and offer to go on with it."""
        self.kept = kept
        self._arrange()
        self.restore.setFocus()
        QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(self.restore))  # once laid out

    def show_busy(self, *, busy: bool) -> None:
        """Take no second wish while the first is under way."""
        self._is_busy = busy
        self._arrange()

    def clear(self) -> None:
        """Forget what was typed."""
        self.secret.fill("")
        self.secret.hide_letters()
        self.code.fill("")

    def speak(self, words: Words) -> None:
        """Say everything again in the language of ``words``."""
        self._words = words
        self._arrange()

    def _typed(self) -> str:
        if self._way is Way.KEYRING:
            return ""
        return (self.secret if self._way is Way.PASSPHRASE else self.code).text

    def _take(self, way: Way) -> None:
        self._way = way
        self._arrange()
        self.first.setFocus()

    def _want(self) -> None:
        if self._is_busy or self.go.isHidden():
            return
        (self.look_wanted if self._is_damaged else self.wanted).emit(self._way, self._typed())

    def _arrange(self) -> None:
        helpless = self._is_damaged and not self._ways
        self.secret.setVisible(self._way is Way.PASSPHRASE and not helpless)
        self.code.setVisible(self._way is Way.CODE and not helpless)
        for way, button in self.others.items():
            button.setVisible(way in self._ways and way is not self._way)
        self.go.setVisible(not helpless)
        self.go.setEnabled(not self._is_busy)
        self.restore.setEnabled(not self._is_busy)
        self.backup.setVisible(self.kept is not None)
        self.about.key = self._about(helpless=helpless)
        busy = "ledger.busy" if self._is_busy else ""
        self.go.key = busy or ("ledger.look_go" if self._is_damaged else "ledger.unlock_go")
        if self._words is None:
            return
        for part in (self.about, self.go):
            part.speak(self._words)
        if self.kept is not None:
            held = self.kept.contents
            self.found.say(
                self._words(
                    "ledger.backup_holds",
                    when=f"{datetime.fromisoformat(held.made).astimezone():%Y-%m-%d %H:%M}",
                    institutions=held.institutions,
                    shares=held.shares,
                )
            )

    def _about(self, *, helpless: bool) -> str:
        if helpless:
            return "ledger.damaged_without_backup"
        return "ledger.damaged" if self._is_damaged else _ABOUT[self._way]
