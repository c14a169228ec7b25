"""How do they protect my data? The questions as a score sheet for one institution.

What is ticked is kept at once. The same questions can go out as a letter.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from guardian_app.errors import GuardianError
from guardian_app.exposure import Holder
from guardian_app.model import Knowledge, Language, Reading, Reply
from guardian_app.ui.announce import announce
from guardian_app.ui.ledger.fields import field_named
from guardian_app.ui.ledger.files import Files, SystemFiles
from guardian_app.ui.ledger.later_day import LaterDay
from guardian_app.ui.ledger.leaf import Heap, Leaf
from guardian_app.ui.ledger.letter_ask import LetterAsk
from guardian_app.ui.ledger.names import Names
from guardian_app.ui.ledger.paper import Paper
from guardian_app.ui.ledger.safeguard_row import SafeguardRow
from guardian_app.ui.look import Role
from guardian_app.ui.parts.button import Button
from guardian_app.ui.parts.card import Card
from guardian_app.ui.parts.choice import Choice
from guardian_app.ui.parts.columns import Columns
from guardian_app.ui.parts.flow import Flow
from guardian_app.ui.parts.label import Label
from guardian_app.ui.tasks import Runner
from guardian_app.words import Words

if TYPE_CHECKING:
    from guardian_app.guardian.book import Book
    from guardian_app.ledger import Replies, Standing
    from guardian_app.ui.ledger.writing import Letter


@dataclass(frozen=True)
class _Read:
    knowledge: Knowledge
    replies: tuple[Reply, ...]
    standings: "tuple[Standing, ...]"


class SafeguardsView(Leaf):
    """The questions to one institution."""

    def __init__(  # noqa: PLR0913 - each is a function it needs
        self,
        book: "Callable[[], Book]",
        knowledge: Callable[[], Knowledge],
        run: Runner,
        holder: Holder,
        *,
        files: Files | None = None,
        today: Callable[[], date] = date.today,
        parent: QWidget | None = None,
    ) -> None:
        """Keep what ``holder`` answered in ``book``."""
        super().__init__("safeguards.title", "safeguards.subtitle", run, parent)
        self.holder = holder
        self._book = book
        self._knowledge = knowledge
        self._today = today
        self._read: _Read | None = None
        self.rows: dict[str, SafeguardRow] = {}
        self.summary = Label(Role.STRONG)
        self.questions = Heap()
        self.compared = Heap()
        self.which: Choice[bool] = Choice(
            "safeguards.which", ((False, "safeguards.which_open"), (True, "safeguards.which_all"))
        )
        self.language: Choice[Language] = Choice(
            "rights.language",
            ((Language.ZH, "rights.in_chinese"), (Language.EN, "rights.in_english")),
        )
        self.wish = LaterDay("rights.wish", "rights.no_wish", today)
        self.write = Button("safeguards.write", tone="main")
        self.to_letter = Button("safeguards.as_letter")
        self.paper = Paper("safeguards.letter", files or SystemFiles())
        self.paper.hide()
        self._lay_out()
        self.write.clicked.connect(self.write_letter)
        self.to_letter.clicked.connect(self._go_to_letter)
        for signal in (self.which.chosen, self.language.chosen, self.wish.changed):
            signal.connect(self._write_again)
        self.paper.saved.connect(lambda key, file: self.tell(key, file=file))
        self.paper.failed.connect(self.fail)

    def start(self) -> None:
        """Read what was answered, beside the window."""
        super().start()
        self.work("read", self._read_all, self._take)

    def keep(self, reply: Reply) -> None:
        """Keep ``reply`` at once, and offer to take it back."""

        def act(replies: "Replies") -> Reply | None:
            return replies.put(reply)

        self._change(act, reply.safeguard)

    def clear(self, safeguard: str) -> None:
        """Forget the answer to a question, and offer to bring it back."""
        before = self._reply(safeguard)
        if before is None:
            return

        def act(replies: "Replies") -> Reply | None:
            replies.remove(before)
            return before

        self._change(act, safeguard)

    def write_letter(self) -> None:
        """Write the questions as a letter, beside the window."""
        from guardian_app.ui.ledger import writing  # noqa: PLC0415 - takes its time

        read = self._read
        if read is None:
            return
        answered = {each.safeguard for each in read.replies}
        everything = self.which.value
        chosen = [
            each for each in read.knowledge.safeguards if everything or each.id not in answered
        ]
        ask = LetterAsk(
            holder=self.holder,
            language=self.language.value,
            wish=self.wish.day,
            today=self._today().isoformat(),
        )
        self.work(
            "letter",
            lambda: writing.questionnaire(ask, chosen, read.knowledge),
            self._show_letter,
        )

    def do_main_thing(self) -> None:
        """Write the letter."""
        self.write_letter()

    def named(self, error: GuardianError, words: Words) -> GuardianError:
        """Call the field that was refused as a person sees it."""
        return field_named(error, words)

    def retell(self) -> None:
        """Say everything in the language of now."""
        if self.words is None or self.look is None or self._read is None:
            return
        for row in self.rows.values():
            if not row.told.isHidden():
                row.tell(self._read.knowledge, self.words)
                self.finish(row)
        self._show_counts()

    def _lay_out(self) -> None:
        letter = self._letter_card = Card(key="safeguards.as_letter")
        for part in (self.which, self.language, self.wish):
            letter.put(part)
        press = Flow()
        press.put(self.write)
        letter.put(press)
        head = QHBoxLayout()
        head.addWidget(self.summary, 1)
        head.addWidget(self.to_letter)
        self.stack.insertLayout(2, head)
        self.body.addWidget(
            Columns((5, [self.questions]), (4, [self.compared, letter, self.paper]), widest=52)
        )
        self.body.addStretch(1)

    def _read_all(self) -> _Read:
        replies = self._book().ledger.replies
        theirs = replies.kept(self.holder.institution, self.holder.name)
        return _Read(self._knowledge(), theirs, replies.comparison())

    def _take(self, read: _Read) -> None:
        self._read = read
        if not self.rows:
            for number, each in enumerate(read.knowledge.safeguards, 1):
                row = SafeguardRow(number, each, self.holder, self._today)
                row.answered.connect(self.keep)
                row.cleared.connect(self.clear)
                row.unfolded.connect(self._unfold)
                self.rows[each.id] = row
            if self.words is not None:
                self.language.take(self.words.language)
            self.fill(self.questions, list(self.rows.values()))
            self.first = next(iter(self.rows.values())).reading.first if self.rows else self.first
            self.first.setFocus()
        self._show_replies()

    def _show_replies(self) -> None:
        for safeguard, row in self.rows.items():
            row.take(self._reply(safeguard))
        self._show_counts()

    def _show_counts(self) -> None:
        read, words = self._read, self.words
        if read is None or words is None or self.look is None:
            return
        called = Names(read.knowledge, words)
        count = dict.fromkeys(Reading, 0)
        for reply in read.replies:
            count[reply.reading] += 1
        self.summary.say(
            words(
                "safeguards.counted",
                who=called.holder(self.holder),
                good=count[Reading.GOOD],
                weak=count[Reading.WEAK],
                none=count[Reading.NONE],
                left=max(0, len(self.rows) - len(read.replies)),
            )
        )
        card = Card(words("safeguards.compared"))
        for each in read.standings:
            who = called.holder(Holder(institution=each.institution, name=each.name))
            card.put(Label(Role.STRONG, text=who))
            line = words(
                "safeguards.standing", good=each.good, weak=each.weak, none=each.none,
                day=each.newest,
            )  # fmt: skip
            card.put(Label(text=line, colour="ink_soft"))
        if not read.standings:
            card.put(Label(text=words("safeguards.nothing"), colour="ink_soft"))
        self.fill(self.compared, [card])

    def _change(self, act: "Callable[[Replies], Reply | None]", safeguard: str) -> None:
        def work() -> tuple[Reply | None, _Read]:
            return act(self._book().ledger.replies), self._read_all()

        def done(outcome: tuple[Reply | None, _Read]) -> None:
            before, self._read = outcome
            self._show_replies()
            if self.words is not None:
                undo = partial(self._put_back, safeguard, before)
                self.notice.offer("safeguards.kept", self.words, "rights.undo", undo)
            announce(self.summary, self.summary.text())
            self.done.emit()

        self.work("reply", work, done)

    def _put_back(self, safeguard: str, before: Reply | None) -> None:
        now = self._reply(safeguard)

        def work() -> _Read:
            replies = self._book().ledger.replies
            if before is not None:
                replies.put(before)
            elif now is not None:
                replies.remove(now)
            return self._read_all()

        self.work("reply", work, self._take)

    def _unfold(self, row: SafeguardRow) -> None:
        if self._read is not None and self.words is not None:
            row.tell(self._read.knowledge, self.words)
            self.finish(row)

    def _show_letter(self, letter: "Letter") -> None:
        self.paper.show_letter(letter)
        self.paper.show()
        self.finish(self.paper)
        self.reveal(self.paper)

    def _go_to_letter(self) -> None:
        self.write.setFocus()
        self.reveal(self._letter_card)

    def _write_again(self) -> None:
        if not self.paper.isHidden():
            self.write_letter()

    def _reply(self, safeguard: str) -> Reply | None:
        replies = self._read.replies if self._read is not None else ()
        return next((each for each in replies if each.safeguard == safeguard), None)
