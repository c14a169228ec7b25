"""One institution: what it was given, what of it seems too much and why, and what one may say."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from guardian_app.model import Consent, Need, Share
from guardian_app.ui.announce import announce
from guardian_app.ui.ledger.names import Line, Names
from guardian_app.ui.look import Look, Role
from guardian_app.ui.parts.button import Button
from guardian_app.ui.parts.chip import Chip
from guardian_app.ui.parts.flow import Flow
from guardian_app.ui.parts.glyph import Shape
from guardian_app.ui.parts.label import Label
from guardian_app.ui.parts.scroll import Scroll
from guardian_app.ui.tree import dress, speak
from guardian_app.words import Words

_FIRST = 10  # entries shown at first; who wants more asks for them
_MORE = 50


class Rule(QFrame):
    """A thin line between two parts."""

    def __init__(self) -> None:
        """Lie flat."""
        super().__init__()
        self.setProperty("part", "rule")
        self.setFixedHeight(1)


class Detail(Scroll):
    """The institution that is looked at.

    ``edit_wanted`` and ``remove_wanted`` carry the entry, ``rights_wanted`` and
    ``safeguards_wanted`` the line.
    """

    edit_wanted = Signal(object)
    remove_wanted = Signal(object)
    rights_wanted = Signal(object)
    safeguards_wanted = Signal(object)
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty; what leads further is offered once it is there."""
        super().__init__(parent)
        self.line: Line | None = None
        self.has_views = False
        self.has_back = False
        self._names: Names | None = None
        self._words: Words | None = None
        self._look: Look | None = None
        self._count = _FIRST
        self._body: QWidget | None = None
        self.column.setContentsMargins(0, 0, 8, 0)

    def show_line(self, line: Line | None, names: Names | None) -> None:
        """Show ``line``, from its top."""
        if line is None or self.line is None or line.row.holder != self.line.row.holder:
            self._count = _FIRST
            self.verticalScrollBar().setValue(0)
        self.line, self._names = line, names
        self.build()

    @property
    def first(self) -> QWidget:
        """Where the keyboard starts."""
        found = self.findChildren(Button)
        return found[0] if found else self

    def speak(self, words: Words) -> None:
        """Remember the language."""
        self._words = words

    def dress(self, look: Look) -> None:
        """Wear the distances of ``look``."""
        super().dress(look)
        self._look = look

    def build(self) -> None:
        """Show everything anew."""
        if self._body is not None:
            self._body.hide()
            self.column.removeWidget(self._body)
            self._body.deleteLater()
            self._body = None
        if self.line is None or self._names is None or self._words is None or self._look is None:
            return
        self._body = QWidget()
        stack = QVBoxLayout(self._body)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(self._look.sizes.gap - 4)
        for part in self._parts(self.line, self._names, self._words):
            stack.addWidget(part)
        stack.addStretch(1)
        self.column.addWidget(self._body)
        speak(self._body, self._words)
        dress(self._body, self._look)
        self._body.setAccessibleName(self.line.name)

    def _parts(self, line: Line, names: Names, words: Words) -> list[QWidget]:
        parts: list[QWidget] = []
        if self.has_back:
            parts.append(
                _row(self._button("ledger.back_to_all", self.back_wanted.emit, Shape.AGAIN))
            )
        parts.append(Label(Role.HEADING, text=line.name))
        full = names.full_holder(line.row.holder)
        if full:
            parts.append(Label(Role.SMALL, text=full, colour="ink_soft"))
        parts += self._judged(line, names, words)
        if self.has_views:
            ways = Flow()
            ways.put(
                self._button(
                    "ledger.you_may_ask", lambda: self.rights_wanted.emit(line), None, "main"
                )
            )
            ways.put(
                self._button("ledger.ask_safeguards", lambda: self.safeguards_wanted.emit(line))
            )
            parts.append(ways)
        shares = line.row.shares
        parts.append(Rule())
        parts.append(Label(Role.STRONG, text=words("ledger.entries", count=len(shares))))
        for share in shares[: self._count]:
            parts.append(self._entry(share, names, words))
        if len(shares) > self._count:
            more = self._button("ledger.more_entries", self._show_more)
            parts.append(_row(more))
        return parts

    def _judged(self, line: Line, names: Names, words: Words) -> list[QWidget]:
        beyond = [kind for cell in line.row.cells if cell for kind in cell.beyond]
        if not beyond:
            return [Label(key="ledger.nothing_beyond", colour="ink_soft")]
        flow = Flow()
        needs = line.row.needs
        beyond.sort(key=lambda kind: needs[kind].need is not Need.EXCESSIVE)
        for kind in beyond:
            said = words("ledger.kind_why", kind=names.kind(kind), why=names.why(needs[kind]))
            flow.put(Chip(said, "seal" if needs[kind].need is Need.EXCESSIVE else "amber"))
        copy = Button("ledger.copy_refusal", shape=Shape.COPY)
        copy.clicked.connect(lambda: self._copy(copy))
        return [
            Label(Role.STRONG, key="ledger.seems_beyond"),
            flow,
            Label(Role.STRONG, key="ledger.you_may_say"),
            Label(key="ledger.refusal"),
            _row(copy),
        ]

    def _entry(self, share: Share, names: Names, words: Words) -> QWidget:
        box = QWidget()
        stack = QVBoxLayout(box)
        stack.setContentsMargins(0, 0, 0, 6)
        stack.setSpacing(2)
        stack.addWidget(Label(text=names.share(share)))
        stack.addWidget(Label(text=names.kinds(share.kinds), colour="ink_soft"))
        if share.institution and share.name:
            stack.addWidget(_said(words, "ledger.field_name", share.name))
        for field in ("purpose", "third_parties", "until", "note"):
            text = getattr(share, field)
            if text:
                stack.addWidget(_said(words, f"ledger.field_{field}", text))
        if share.consent is not Consent.UNKNOWN:
            stack.addWidget(_said(words, "ledger.field_consent", words(f"consent.{share.consent}")))
        what = names.share(share)
        edit = self._button("ledger.edit", lambda: self.edit_wanted.emit(share), Shape.PEN)
        remove = self._button("ledger.remove", lambda: self.remove_wanted.emit(share))
        for button in (edit, remove):
            button.setAccessibleDescription(what)
        stack.addWidget(_row(edit, remove))
        return box

    def _button(
        self, key: str, todo: Callable[[], None], shape: Shape | None = None, tone: str = ""
    ) -> Button:
        button = Button(key, shape=shape, tone=tone)
        button.clicked.connect(lambda *_: todo())
        return button

    def _show_more(self) -> None:
        self._count += _MORE
        self.build()

    def _copy(self, button: Button) -> None:
        if self._words is None:
            return
        QGuiApplication.clipboard().setText(self._words("ledger.refusal"))
        button.key = "call.copied"
        button.speak(self._words)
        announce(button, self._words("call.copied"))


def _row(*widgets: QWidget) -> Flow:
    row = Flow()
    for widget in widgets:
        row.put(widget)
    return row


def _said(words: Words, key: str, text: str) -> Label:
    label = Label(
        Role.SMALL, text=words("ledger.field_said", field=words(key), text=text), colour="ink_soft"
    )
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    return label
