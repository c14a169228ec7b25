"""You may ask: choose a right, have the letter written, keep it as a request, see what came of it.

Three sheets lie one over the other: the rights, a letter, a request; Esc goes back by one.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from guardian_app.errors import GuardianError
from guardian_app.exposure import Holder
from guardian_app.model import Knowledge, Request, RequestState, Share, Step, Text
from guardian_app.ui.ledger.fields import field_named
from guardian_app.ui.ledger.files import Files, SystemFiles
from guardian_app.ui.ledger.leaf import Leaf
from guardian_app.ui.ledger.names import Names
from guardian_app.ui.ledger.rights_came import in_language
from guardian_app.ui.ledger.rights_letter import LetterSheet
from guardian_app.ui.ledger.rights_list import Asked
from guardian_app.ui.ledger.rights_pick import PickSheet, cited_as
from guardian_app.ui.ledger.rights_read import RightsRead, read_rights
from guardian_app.ui.ledger.rights_request import RequestSheet
from guardian_app.ui.look import Role
from guardian_app.ui.parts.label import Label
from guardian_app.ui.parts.reason import ReasonRow
from guardian_app.ui.tasks import Runner
from guardian_app.words import Words

if TYPE_CHECKING:
    from guardian_app.guardian.book import Book
    from guardian_app.ui.ledger.writing import Letter, NextStep


class RightsView(Leaf):
    """The rights against one holder, and all requests that were kept."""

    def __init__(  # noqa: PLR0913 - each is a function it needs
        self,
        book: "Callable[[], Book]",
        knowledge: Callable[[], Knowledge],
        run: Runner,
        holder: Holder,
        shares: Sequence[Share] = (),
        *,
        right: str = "",
        request: int = 0,
        files: Files | None = None,
        today: Callable[[], date] = date.today,
        parent: QWidget | None = None,
    ) -> None:
        """Write to ``holder``, who was given ``shares``; keep requests in ``book``.

        With ``right`` its letter is shown at once, with ``request`` the one of that number.
        """
        super().__init__("rights.title", "rights.subtitle", run, parent)
        self.holder = holder
        self._shares = tuple(shares)
        self._right = right
        self._number = request
        self._book = book
        self._knowledge = knowledge
        self._files = files or SystemFiles()
        self._today = today
        self._read: RightsRead | None = None
        self.who = Label(Role.STRONG)
        self.stack.insertWidget(2, self.who)
        self.pick: PickSheet | None = None
        self.letter: LetterSheet | None = None
        self.request: RequestSheet | None = None

    def start(self) -> None:
        """Read the requests beside the window."""
        super().start()
        self.work("read", self._read_all, self._take)

    def leave(self) -> None:
        """Go back by one sheet."""
        if self.letter is None and self.request is None:
            self.back.emit()
        else:
            self._show_pick()

    def do_main_thing(self) -> None:
        """Do what the main button of the sheet does."""
        if self.letter is not None:
            self.keep_request()
        elif self.request is None and self.pick is not None:
            self.write(self.pick.pick.value)

    def write(self, right: str) -> None:
        """Show the sheet on which the letter under ``right`` is written."""
        if self._read is None or self.words is None:
            return
        known = next(each for each in self._read.knowledge.rights if each.id == right)
        sheet = LetterSheet(
            known, self.holder, self._shares, self._read.knowledge, self.words.language,
            self._files, self._today,
        )  # fmt: skip
        self.letter = sheet
        sheet.changed.connect(self._write_letter)
        sheet.keep.connect(self.keep_request)
        sheet.paper.saved.connect(lambda key, file: self.tell(key, file=file))
        sheet.paper.failed.connect(self.fail)
        self._show_sheet(sheet)
        sheet.first.setFocus()
        self._write_letter()

    def keep_request(self) -> None:
        """Keep the letter as a request in draft."""
        sheet = self.letter
        if sheet is None:
            return
        if not sheet.remind.is_whole:
            self.tell("rights.later_hint")
            sheet.remind.ask_again()
            return
        request = sheet.request()

        def work() -> tuple[Request, RightsRead]:
            return self._book().ledger.requests.add(request), self._read_all()

        def done(outcome: tuple[Request, RightsRead]) -> None:
            kept, self._read = outcome
            self.open_request(kept.id)
            self._offer("rights.kept_now", partial(self.remove_request, kept.id))
            self.done.emit()

        self.work("request", work, done)

    def open_request(self, number: int) -> None:
        """Show the sheet of one request."""
        found = self._found(number)
        if found is None or self._read is None or self.words is None:
            return
        sheet = RequestSheet(
            found, self._read.knowledge, self.words.language, self._files, self._today
        )
        self.request = sheet
        sheet.noted.connect(self.note)
        sheet.looked.connect(self._look_ahead)
        sheet.kept.connect(self._keep_note)
        sheet.calendar.connect(self._save_calendar)
        sheet.removed.connect(lambda: self.remove_request(number))
        sheet.complain.connect(self._write_complaint)
        sheet.paper.saved.connect(lambda key, file: self.tell(key, file=file))
        sheet.paper.failed.connect(self.fail)
        self._show_sheet(sheet)
        self._retell_request()
        sheet.first.setFocus()

    def note(self, step: Step) -> None:
        """Note that something came of the request, and offer to take it back."""
        if self.request is None:
            return
        number = self.request.asked.request.id

        def take_back() -> None:
            self._change(
                lambda: self._book().ledger.requests.take_back(number), "rights.taken_back"
            )

        self._change(
            lambda: self._book().ledger.requests.move(number, step), "rights.noted", take_back
        )

    def remove_request(self, number: int) -> None:
        """Take a request out of the list, and offer to bring it back."""

        def work(act: Callable[[int], Request]) -> RightsRead:
            act(number)
            return self._read_all()

        def done(read: RightsRead) -> None:
            self._read = read
            self._show_pick()
            self._offer("rights.removed", bring_back)

        def bring_back() -> None:
            requests = self._book().ledger.requests
            self.work("request", lambda: work(requests.restore), self._take)

        self.work("request", lambda: work(self._book().ledger.requests.remove), done)

    def named(self, error: GuardianError, words: Words) -> GuardianError:
        """Call the field that was refused as a person sees it."""
        return field_named(error, words)

    def retell(self) -> None:
        """Say everything in the language of now."""
        if self.words is None or self.look is None or self._read is None:
            return
        self._retell_pick()
        self._retell_request()
        if self.letter is not None:
            self._write_letter()

    def _read_all(self) -> RightsRead:
        return read_rights(self._book(), self._knowledge())

    def _take(self, read: RightsRead) -> None:
        self._read = read
        if self.pick is None:
            self.pick = PickSheet(read.knowledge)
            self.pick.wanted.connect(self.write)
            self.pick.opened.connect(self.open_request)
            self.pick.pick.chosen.connect(self._retell_pick)
            self.body.addWidget(self.pick)
            self.body.addStretch(1)
            self.finish(self.pick)
            self.first = self.pick.pick.first
        self.retell()
        wanted, self._right = self._right, ""
        number, self._number = self._number, 0
        if wanted:
            self.write(wanted)
        elif number:
            self.open_request(number)
        elif self.letter is None and self.request is None:
            self.pick.pick.first.setFocus()

    def _show_pick(self) -> None:
        self._drop_sheets()
        if self.pick is not None:
            self.pick.show()
            self._retell_pick()
            self.pick.pick.first.setFocus()
            self.sheet.verticalScrollBar().setValue(0)

    def _show_sheet(self, sheet: QWidget) -> None:
        for old in {self.letter, self.request} - {sheet, None}:
            if isinstance(old, LetterSheet):
                self.letter = None
            else:
                self.request = None
            self._drop(old)
        self.notice.hide()
        if self.pick is not None:
            self.pick.hide()
        self.body.insertWidget(0, sheet)
        self.finish(sheet)
        self.sheet.verticalScrollBar().setValue(0)

    def _drop_sheets(self) -> None:
        for old in (self.letter, self.request):
            self._drop(old)
        self.letter = self.request = None

    def _drop(self, old: QWidget | None) -> None:
        if old is not None:
            self.body.removeWidget(old)
            old.hide()
            old.setParent(None)
            old.deleteLater()

    def _say_whom(self, holder: Holder) -> None:
        if self._read is not None and self.words is not None:
            who = Names(self._read.knowledge, self.words).holder(holder)
            self.who.say(self.words("rights.to_whom", who=who))

    def _retell_pick(self) -> None:
        if self.pick is None or self._read is None or self.words is None:
            return
        self._say_whom(self.holder)
        today = self._today().isoformat()
        self.pick.show_detail(self.fill, self.words)
        self.pick.show_requests(self.fill, self._read.asked, self.holder, self.words, today)

    def _retell_request(self) -> None:
        sheet = self.request
        if sheet is None or self._read is None or self.words is None:
            return
        asked = self._found(sheet.asked.request.id) or sheet.asked
        self._say_whom(asked.holder)
        history = in_language(asked.history, self._read.said, self.words.language)
        sheet.show_asked(self.fill, asked, history, self.words)
        self._look_ahead(asked.answer)

    def _look_ahead(self, answer: str) -> None:
        """Show what comes after ``answer``."""
        from guardian_app.ui.ledger import writing  # noqa: PLC0415

        sheet, read = self.request, self._read
        if sheet is None or read is None or self.words is None:
            return
        request = sheet.asked.request
        if not answer:
            # After a complaint, or under a right that this knowledge no longer holds.
            is_known = any(each.id == request.right for each in read.knowledge.rights)
            waits = [Label(text=self.words("rights.waits"))] if is_known else []
            sheet.show_next(self.fill, self.words, [*waits], "")
            sheet.show_complaint_button(fits=is_known)
            return
        self.work(
            "ahead", lambda: writing.next_step(request, answer, read.knowledge), self._show_next
        )

    def _show_next(self, step: "NextStep") -> None:
        sheet, words = self.request, self.words
        if sheet is None or words is None:
            return
        parts: list[QWidget] = [Label(text=words.of(step.do))]
        say = words.of(step.say) if step.say else ""
        if say:
            parts.append(Label(Role.STRONG, text=words("rights.you_may_say")))
            parts.append(Label(text=say))
        for law, article in step.articles:
            parts.append(
                ReasonRow(0, "pine", cited_as(law, article, words), words.of(article.says))
            )
        sheet.show_next(self.fill, words, parts, say)
        is_draft = sheet.asked.request.state is RequestState.DRAFT
        sheet.show_complaint_button(fits=step.complain and not is_draft)
        self.finish(sheet)

    def _write_letter(self) -> None:
        from guardian_app.ui.ledger import writing  # noqa: PLC0415

        sheet, read = self.letter, self._read
        if sheet is None or read is None:
            return
        ask = sheet.ask()

        def done(outcome: "tuple[Letter, tuple[Text, ...]]") -> None:
            if self.letter is sheet and self.words is not None:
                letter, notes = outcome
                sheet.paper.show_letter(letter)
                sheet.show_notes(self.fill, notes, self.words)

        def work() -> "tuple[Letter, tuple[Text, ...]]":
            knowledge = read.knowledge
            return writing.request(ask, knowledge), writing.before_sending(ask, knowledge)

        self.work("letter", work, done)

    def _write_complaint(self) -> None:
        from guardian_app.ui.ledger import writing  # noqa: PLC0415

        sheet, read = self.request, self._read
        if sheet is None or read is None:
            return
        is_new = sheet.paper.isHidden()
        request, steps = sheet.asked.request, sheet.asked.history
        steps = tuple(each for each in steps if each.state is not RequestState.DRAFT)
        if is_new:
            found = writing.bodies(request, read.knowledge)
            sheet.show_bodies(finance=any(each.finance for each in found))
        ask, finance = sheet.ask(), sheet.body.value
        steps = in_language(steps, read.said, ask.language)

        def done(letter: "Letter") -> None:
            if self.request is sheet:
                sheet.paper.show_letter(letter)
                sheet.paper.show()
                sheet.complaint_card.show()
                self.finish(sheet)
                if is_new:
                    self.reveal(sheet.complaint_card)

        self.work(
            "letter",
            lambda: writing.complaint(ask, request, steps, read.knowledge, finance=finance),
            done,
        )

    def _keep_note(self) -> None:
        sheet = self.request
        if sheet is None:
            return
        if not sheet.remind.is_whole:
            self.tell("rights.later_hint")
            sheet.remind.ask_again()
            return
        before = sheet.asked.request
        note, remind = sheet.note.text.strip(), sheet.remind.day

        def put(note: str, remind: str) -> Request:
            return self._book().ledger.requests.change(before.id, note=note, remind=remind)

        def back() -> None:
            sheet.note.take(before.note)
            sheet.remind.take(before.remind)
            self._change(lambda: put(before.note, before.remind), "rights.taken_back")

        self._change(lambda: put(note, remind), "rights.note_kept", back)

    def _save_calendar(self) -> None:
        from guardian_app.ui.ledger import writing  # noqa: PLC0415

        sheet, words = self.request, self.words
        if sheet is None or words is None:
            return
        title = words("rights.ics_title")
        file = self._files.where_to(
            self, words("rights.where_ics"), f"{words('rights.ics_name')}.ics",
            words("rights.kind_ics"),
        )  # fmt: skip
        if file is None:
            return
        request = sheet.asked.request

        def work() -> str:
            writing.save_calendar(request, title, datetime.now(UTC), file)
            return file.name

        self.work("calendar", work, lambda name: self.tell("rights.saved", file=name))

    def _change(
        self, act: Callable[[], object], key: str, undo: Callable[[], None] | None = None
    ) -> None:
        def work() -> RightsRead:
            act()
            return self._read_all()

        def done(read: RightsRead) -> None:
            self._read = read
            if self.request is not None and key == "rights.noted":
                self.request.words_of.take("")
            self.retell()
            if self.request is not None and not self.request.has_focus:
                self.request.first.setFocus()
            if undo is None:
                self.tell(key)
            else:
                self._offer(key, undo)
            self.done.emit()

        self.work("request", work, done)

    def _offer(self, key: str, undo: Callable[[], None]) -> None:
        if self.words is not None:
            self.notice.offer(key, self.words, "rights.undo", undo)

    def _found(self, number: int) -> Asked | None:
        asked = self._read.asked if self._read is not None else ()
        return next((each for each in asked if each.request.id == number), None)
