"""What opens the ledger: another passphrase, this computer's keyring, a new recovery code."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from guardian_app.ui.ledger.safe_card import Desk, Facts, SafeCard
from guardian_app.ui.ledger.safe_secret import MOST_LETTERS, SecretQuestion, ways_for
from guardian_app.ui.ledger.typed_secret import passphrase
from guardian_app.ui.look import Role
from guardian_app.ui.parts.ask_line import AskLine
from guardian_app.ui.parts.button import Button
from guardian_app.ui.parts.glyph import Shape
from guardian_app.ui.parts.label import Label
from guardian_app.ui.parts.tick import Tick

if TYPE_CHECKING:
    from guardian_app.guardian.book import Book, Passphrase, RecoveryCode

CHANGE, MOVE, CODE = "change", "move", "code"
_PRESENT = "safe.present_passphrase"
_STATUS = {
    "keyring": "safe.now_keyring",
    "passphrase": "safe.now_passphrase",
    "recovery": "safe.now_code",
}
_WHAT = {CHANGE: "safe.change_what", MOVE: "safe.move_what", CODE: "safe.new_code_what"}
_DO = {CHANGE: "safe.change_now", MOVE: "safe.move_now", CODE: "safe.new_code_now"}


class KeysCard(SafeCard):
    """Three things to do, of which one is open at a time."""

    def __init__(self, desk: Desk) -> None:
        """Start folded."""
        super().__init__(desk, "safe.keys", "safe.change_go")
        self.wanted = CHANGE
        self.to_keyring = Button("safe.move_go")
        self.new_code = Button("safe.new_code_go")
        self.buttons.put(self.to_keyring)
        self.buttons.put(self.new_code)
        self.what = Label()
        self.secret = SecretQuestion("safe.opened_by", ways_for("passphrase"), _PRESENT)
        self.first = AskLine("safe.new_passphrase", most=MOST_LETTERS, secret=True)
        self.second = AskLine("safe.new_again", most=MOST_LETTERS, secret=True)
        self.do = Button("safe.change_now", tone="main")
        self.stop = Button("safe.stop")
        self.code = Label(Role.NUMBER)
        self.code_once = Label(key="safe.code_once", colour="amber_ink")
        self.copy = Button("call.copy", shape=Shape.COPY)
        self.written_down = Tick("safe.written_down")
        self.finish = Button("safe.finish", tone="main")
        self._lay_out()
        self.go.clicked.connect(lambda: self.want(CHANGE))
        self.to_keyring.clicked.connect(lambda: self.want(MOVE))
        self.new_code.clicked.connect(lambda: self.want(CODE))
        self.do.clicked.connect(self.do_it)
        self.secret.entered.connect(self._next)
        self.first.entered.connect(self.second.field.setFocus)
        self.second.entered.connect(self.do_it)
        self.stop.clicked.connect(self._stop)
        self.copy.clicked.connect(self._copy)
        self.written_down.toggled.connect(self.finish.setEnabled)
        self.finish.clicked.connect(self._finish)

    @property
    def shows_code(self) -> bool:
        """Whether a new code is being shown, for the only time."""
        return bool(self.code.text())

    def want(self, wanted: str) -> None:
        """Open the form for one of the three."""
        self.wanted = wanted
        self.unfold()
        self._show()
        self.secret.start()

    def fold(self) -> None:
        """Forget everything typed; a code that is not written down yet stays."""
        if self.shows_code:
            self.desk.leaf.tell("safe.write_down_first")
            return
        super().fold()
        for each in (self.secret, self.first, self.second):
            each.forget()

    def take(self, facts: Facts) -> None:
        """Ask for what opens it now."""
        if self.facts is None or facts.opened_by != self.facts.opened_by:
            self._ask_for(facts.opened_by)
        super().take(facts)

    def retell(self) -> None:
        """Say what opens it in the language of now."""
        if self.facts is not None:
            key = _STATUS.get(self.facts.opened_by)
            self.status.say(self.desk.say(key) if key else "")
            self.to_keyring.setVisible(self.facts.opened_by != "keyring")
        self._show()

    def do_it(self) -> None:
        """Do what the form is open for."""
        leaf = self.desk.leaf
        if self.secret.is_missing:
            leaf.tell("safe.nothing_typed")
            self.secret.start()
        elif self.wanted == CHANGE and not self.first.text:
            leaf.tell("safe.no_new_passphrase")
            self.first.field.setFocus()
        elif self.wanted == CHANGE and self.first.text != self.second.text:
            leaf.tell("safe.not_the_same")
            self.second.field.setFocus()
        else:
            self._start()

    def _start(self) -> None:
        book, present = self.desk.book, self.secret.secret()
        if self.wanted == CODE:
            self.work(self.do, lambda: book().new_recovery_code(present), self._show_code)
        else:
            new = passphrase(self.first.text) if self.wanted == CHANGE else None
            self.work(self.do, _changing(book, present, new), self._changed)

    def _changed(self, _: None) -> None:
        self.fold()
        self.go.setFocus()
        self.desk.leaf.tell("safe.moved" if self.wanted == MOVE else "safe.changed")
        self.changed.emit()

    def _show_code(self, code: str) -> None:
        self.secret.forget()
        self.code.say(code)
        self.written_down.setChecked(False)
        self._show()
        self.written_down.setFocus()
        self.desk.leaf.reveal(self)

    def _finish(self) -> None:
        clipboard = QGuiApplication.clipboard()
        if clipboard.text() == self.code.text():
            clipboard.clear()  # it must not lie about where anybody may paste it
        self.code.say("")
        self.fold()
        self.new_code.setFocus()
        self.desk.leaf.tell("safe.new_code_done")

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.code.text())
        self.desk.leaf.tell("safe.copied")

    def _next(self) -> None:
        if self.wanted == CHANGE:
            self.first.field.setFocus()
        else:
            self.do_it()

    def _stop(self) -> None:
        self.fold()
        self.go.setFocus()

    def _show(self) -> None:
        shows_code = self.shows_code
        self.what.say(self.desk.say(_WHAT[self.wanted]))
        if self.do.isEnabled():
            self.do.key = _DO[self.wanted]
            if self.desk.leaf.words is not None:
                self.do.speak(self.desk.leaf.words)
        for asked in (self.what, self.secret, self.do, self.stop):
            asked.setVisible(not shows_code)
        for line in (self.first, self.second):
            line.setVisible(self.wanted == CHANGE and not shows_code)
        for widget in (self.code_once, self.code, self.copy, self.written_down, self.finish):
            widget.setVisible(shows_code)
        self.finish.setEnabled(self.written_down.isChecked())

    def _ask_for(self, opened_by: str) -> None:
        old = self.secret
        self.secret = SecretQuestion("safe.opened_by", ways_for(opened_by), _PRESENT)
        self.secret.entered.connect(self._next)
        self.form.column.replaceWidget(old, self.secret)
        old.hide()
        old.deleteLater()
        self.desk.leaf.finish(self.secret)

    def _lay_out(self) -> None:
        self.form.put(self.what, self.secret, self.first, self.second)
        self.form.put(self.code_once, self.code)
        self.form.put_row(self.written_down)
        self.form.put_row(self.do, self.copy, self.finish, self.stop)


def _changing(
    book: "Callable[[], Book]",
    present: "Passphrase | RecoveryCode | None",
    new: "Passphrase | None",
) -> Callable[[], None]:
    """Return the work that has ``new``, or the keyring, open the ledger from now on."""

    def work() -> None:
        if new is not None:
            book().change_passphrase(present, new)
        elif present is not None:
            book().move_to_keyring(present)

    return work
