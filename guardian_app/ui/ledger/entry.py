"""Recording to whom which kinds of data were given; the fields stay whatever goes wrong."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from guardian_app.errors import LedgerError
from guardian_app.exposure import Mention
from guardian_app.model import Consent, DataKind, Knowledge, Share, ShareChannel, Stage
from guardian_app.ui.check.box import MessageBox
from guardian_app.ui.ledger.days import read_day
from guardian_app.ui.ledger.kinds import KindsPanel
from guardian_app.ui.ledger.who import WhoField
from guardian_app.ui.look import Look, Role
from guardian_app.ui.parts.ask import Ask
from guardian_app.ui.parts.button import Button
from guardian_app.ui.parts.card import Card
from guardian_app.ui.parts.choice import Choice
from guardian_app.ui.parts.columns import Columns
from guardian_app.ui.parts.field import Field
from guardian_app.ui.parts.flow import Flow
from guardian_app.ui.parts.label import Label
from guardian_app.ui.parts.scroll import Scroll
from guardian_app.ui.parts.tick import Tick
from guardian_app.words import Words

_OTHER = "…"  # the answer "another product"; no id has that form
# The channels in the order of how often; the first is the answer of who does not say.
_CHANNELS = (ShareChannel.OTHER, *(each for each in ShareChannel if each is not ShareChannel.OTHER))


class PolicyBox(MessageBox):
    """Where the text of a privacy policy is pasted."""

    def speak(self, words: Words) -> None:
        """Say the hint in the language of ``words``."""
        self.setPlaceholderText(words("ledger.policy_hint"))
        self.setAccessibleName(words("ledger.policy"))


class EntryForm(QWidget):
    """One entry. ``save_wanted`` carries it, ``suggest_wanted`` a text; ``left``: no more."""

    save_wanted = Signal(object)
    suggest_wanted = Signal(str)
    left = Signal()
    failed = Signal(object)

    def __init__(self, knowledge: Knowledge) -> None:
        """Offer the institutions, products and kinds of ``knowledge``."""
        super().__init__()
        self._products = {product.id: product for product in knowledge.products}
        self._words: Words | None = None
        self._number = 0
        self._start: object = None
        self._looked_at: DataKind | None = None
        self.who = WhoField(knowledge)
        self.stage: Choice[Stage] = Choice(
            "ledger.field_stage", [(each, f"stage.{each}") for each in Stage], open_at_first=True
        )
        self.product: Choice[str] = Choice(
            "ledger.field_product",
            [
                ("", "ledger.product_none"),
                *((each.id, each.name) for each in knowledge.products),
                (_OTHER, "ledger.product_other"),
            ],
        )
        self.other = Field("ledger.product_words", most=100)
        self.day = Field("ledger.field_date", most=40)
        self.no_day = Tick("ledger.no_day")
        self.channel: Choice[ShareChannel] = Choice(
            "ledger.field_channel", [(each, f"share_channel.{each}") for each in _CHANNELS]
        )
        self.kinds = KindsPanel(knowledge)
        self.prefilled = Label(Role.SMALL, key="ledger.prefilled", colour="ink_soft")
        self.policy = PolicyBox()
        self.policy_turn = Button("ledger.policy_open")
        self.suggest = Button("ledger.policy_read")
        self.more_turn = Button("ledger.more")
        self.purpose = Field("ledger.field_purpose", most=500)
        self.third_parties = Field("ledger.field_third_parties", most=500)
        self.until = Field("ledger.field_until", most=40)
        self.note = Field("ledger.field_note", most=2_000)
        self.consent: Choice[Consent] = Choice(
            "ledger.field_consent", [(each, f"consent.{each}") for each in Consent]
        )
        self.save = Button("ledger.save", tone="main")
        self.cancel = Button("ledger.cancel")
        self.plain = Label(key="ledger.kinds_hint", colour="ink_soft")
        self.ask = Ask(
            "ledger.unsaved",
            (
                ("ledger.unsaved_save", "main", self.want_save),
                ("ledger.unsaved_leave", "", self.left.emit),
                ("ledger.unsaved_stay", "", self._stay),
            ),
        )
        self._scroll = Scroll()
        self._lay_out()
        self._connect()
        self.show_share(None)

    @property
    def first(self) -> QWidget:
        """Where the keyboard starts."""
        return self.who.field.line

    @property
    def is_dirty(self) -> bool:
        """Whether anything was changed since it was shown."""
        return self._state() != self._start

    def show_share(self, share: Share | None) -> None:
        """Show ``share`` to be changed, or an empty form."""
        self._number = 0 if share is None else share.id
        shown = share or Share(stage=Stage.QUOTE, kinds=(), date=date.today().isoformat())  # noqa: DTZ011 - the person's day
        self.who.take(shown.institution, shown.name)
        self.stage.reopen()
        if share is not None:
            self.stage.take(share.stage)
        known = shown.product in self._products or not shown.product
        self.product.take(shown.product if known else _OTHER)
        self.other.fill("" if known else shown.product)
        self.no_day.setChecked(not shown.date)
        self.day.fill(shown.date or date.today().isoformat())  # noqa: DTZ011
        self.channel.take(shown.channel)
        self.kinds.take(shown.kinds, by_hand=share is not None)
        self.consent.take(shown.consent)
        for field in ("purpose", "third_parties", "until", "note"):
            getattr(self, field).fill(getattr(shown, field))
        self.policy.show_text("")
        self._open_policy(opened=False)
        self._open_more(opened=self._has_more())
        self.ask.hide()
        self._follow()
        self.prefilled.hide()
        self._scroll.verticalScrollBar().setValue(0)
        self._start = self._state()

    def share(self) -> Share:
        """Return the entry; LedgerError if it does not say at which step."""
        if not self.stage.is_taken:
            raise LedgerError("errors.ledger_field_missing", field="stage")
        institution, name = self.who.holder
        product = self.other.text.strip() if self.product.value == _OTHER else self.product.value
        return Share(
            id=self._number,
            stage=self.stage.value,
            kinds=self.kinds.taken,
            institution=institution,
            name=name,
            product=product,
            date="" if self.no_day.isChecked() else read_day(self.day.text),
            channel=self.channel.value,
            purpose=self.purpose.text.strip(),
            consent=self.consent.value,
            third_parties=self.third_parties.text.strip(),
            until=read_day(self.until.text),
            note=self.note.text.strip(),
        )

    def want_save(self) -> None:
        """Have the entry kept."""
        if not self.save.isEnabled():
            return
        try:
            share = self.share()
        except LedgerError as error:
            self.failed.emit(error)
        else:
            self.save_wanted.emit(share)

    def want_leave(self) -> None:
        """Leave, but ask first if something would be lost."""
        if self.is_dirty:
            self.ask.show_question()
        else:
            self.left.emit()

    def show_busy(self, *, busy: bool) -> None:
        """Take no second wish while the first is under way."""
        self.save.setEnabled(not busy)

    def show_field(self, field: str) -> None:
        """Bring the keyboard to the field of that name."""
        places: dict[str, QWidget] = {
            "institution": self.who.field.line, "name": self.who.field.line,
            "stage": self.stage.first, "product": self.other.line, "date": self.day.line,
            "kinds": self.kinds.first, "purpose": self.purpose.line,
            "third_parties": self.third_parties.line, "until": self.until.line,
            "note": self.note.line,
        }  # fmt: skip
        place = places.get(field)
        if place is None:
            return
        if field in {"purpose", "third_parties", "until", "note"}:
            self._open_more(opened=True)
        place.setFocus()
        self._scroll.ensureWidgetVisible(place)

    def show_mentions(self, mentions: tuple[Mention, ...]) -> int:
        """Tick what a pasted text names, as proposals; return how many are new."""
        return self.kinds.propose(mention.kind for mention in mentions)

    def speak(self, words: Words) -> None:
        """Remember the language for what is explained."""
        self._words = words
        self.save.setAccessibleDescription(words("ledger.save_keys"))
        self._explain(self._looked_at)

    def dress(self, look: Look) -> None:
        """Wear the distances of ``look``."""
        self._stack.setSpacing(max(8, look.sizes.gap - 4))
        line = look.sizes.body * self.logicalDpiY() / 72 * 1.45
        self.plain.setMinimumHeight(int(line * 2) + 2)

    def _lay_out(self) -> None:
        who = _card(self.who, self.stage)
        what = _card(self.product, self.other)
        when = Card()
        when.put(Columns((1, [self.day]), (1, [self.no_day]), widest=24))
        when.put(self.channel)
        kinds = Card(key="ledger.field_kinds")
        kinds.put(self.prefilled)
        kinds.put(self.kinds)
        kinds.put(_row(self.policy_turn))
        kinds.put(self.policy)
        kinds.put(_row(self.suggest))
        more = _card(
            _row(self.more_turn),
            self.purpose,
            self.consent,
            self.third_parties,
            self.until,
            self.note,
        )
        for card in (who, what, kinds, when, more):
            self._scroll.column.addWidget(card)
        self._scroll.column.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self.plain, 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.save)
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.ask)
        self._stack.addWidget(self._scroll, 1)
        self._stack.addLayout(foot)
        self.no_day.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _connect(self) -> None:
        self.save.clicked.connect(self.want_save)
        self.cancel.clicked.connect(self.want_leave)
        self.stage.chosen.connect(self._follow)
        self.product.chosen.connect(self._follow)
        self.no_day.toggled.connect(lambda off: self.day.setEnabled(not off))
        self.kinds.looked_at.connect(self._explain)
        self.who.settled.connect(self._go_on)
        self.policy_turn.clicked.connect(lambda: self._open_policy(opened=self.policy.isHidden()))
        self.more_turn.clicked.connect(lambda: self._open_more(opened=self.purpose.isHidden()))
        self.policy.pasted.connect(self.suggest.click)
        self.suggest.clicked.connect(lambda: self.suggest_wanted.emit(self.policy.message()))
        scope = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Ctrl+S"), self, self.want_save, context=scope)

    def _follow(self) -> None:
        """Prefill what is usual, once product and step are known."""
        self.other.setVisible(self.product.value == _OTHER)
        product = self._products.get(self.product.value)
        if product is not None and self.stage.is_taken and not self._number:
            self.kinds.prefill(product.usual.get(self.stage.value, ()))
            self.prefilled.show()

    def _explain(self, kind: DataKind | None) -> None:
        self._looked_at = kind
        if self._words is None:
            return
        if kind is None:
            self.plain.key = "ledger.kinds_hint"
            self.plain.speak(self._words)
            return
        self.plain.key = ""
        name, plain = self._words.of(kind.name), self._words.of(kind.plain)
        self.plain.say(self._words("ledger.kind_plain", kind=name, plain=plain))

    def _has_more(self) -> bool:
        fields = (self.purpose, self.third_parties, self.until, self.note)
        return any(field.text for field in fields) or self.consent.value is not Consent.UNKNOWN

    def _open_policy(self, *, opened: bool) -> None:
        for part in (self.policy, self.suggest):
            part.setVisible(opened)
        self.policy_turn.key = "ledger.policy_close" if opened else "ledger.policy_open"
        if self._words is not None:
            self.policy_turn.speak(self._words)
        if opened:
            self.policy.setFocus()

    def _open_more(self, *, opened: bool) -> None:
        for part in (self.purpose, self.consent, self.third_parties, self.until, self.note):
            part.setVisible(opened)
        self.more_turn.key = "ledger.less" if opened else "ledger.more"
        if self._words is not None:
            self.more_turn.speak(self._words)

    def _go_on(self) -> None:
        self.stage.first.setFocus()

    def _stay(self) -> None:
        self.first.setFocus()

    def _state(self) -> object:
        return (
            self.who.field.text, self.who.holder, self.stage.is_taken and self.stage.value,
            self.product.value, self.other.text, self.no_day.isChecked(), self.day.text,
            self.channel.value, self.kinds.taken, self.purpose.text, self.consent.value,
            self.third_parties.text, self.until.text, self.note.text, self.policy.message(),
        )  # fmt: skip


def _card(*parts: QWidget) -> Card:
    card = Card()
    for part in parts:
        card.put(part)
    return card


def _row(*widgets: QWidget) -> Flow:
    row = Flow()
    for widget in widgets:
        row.put(widget)
    return row
