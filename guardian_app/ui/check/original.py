"""The card with the original: from whom it came, and its words with the decisive ones marked."""

from collections.abc import Callable

from guardian_app.ui.look import Role
from guardian_app.ui.parts.button import Button
from guardian_app.ui.parts.card import Card
from guardian_app.ui.parts.flow import Flow
from guardian_app.ui.parts.label import Label
from guardian_app.ui.parts.marked import MarkedText
from guardian_app.ui.pieces import LONG, Piece, excerpt, whole
from guardian_app.ui.plain import HIDDEN, hides_something
from guardian_app.words import Report, Words


class OriginalCard(Card):
    """The original, long ones first by the surroundings of their marks."""

    def __init__(self, report: Report, words: Words) -> None:
        """Show the original of ``report``."""
        super().__init__(words("part.original"))
        self._report = report
        self._text = MarkedText()
        self._hint = Label(Role.SMALL, colour="ink_soft")
        self._more = Button("marked.whole")
        self._is_whole = len(report.text) <= LONG
        self._words = words
        for line in self._origin(words):
            self.put(line)
        self.put(self._hint)
        self.put(self._text)
        buttons = Flow()
        buttons.put(self._more)
        self.put(buttons)
        if hides_something(report.text) or hides_something(report.sender):
            note = words("marked.hidden", mark=HIDDEN)
            self.put(Label(Role.SMALL, text=note, colour="ink_soft"))
        buttons.setVisible(not self._is_whole)
        self._more.clicked.connect(self._turn)
        self._show()

    def _origin(self, words: Words) -> tuple[MarkedText, ...]:
        report = self._report
        start = [report.source] if report.source else []
        if not report.sender:
            return (_line((Piece(report.source),)),) if start else ()
        start.append(words("note.from"))
        pieces = (Piece(" · ".join(start) + "  ", aside=True),)
        return (_line(pieces + whole(report.sender, report.sender_marks)),)

    def _turn(self) -> None:
        self._is_whole = not self._is_whole
        self._show()

    def _show(self) -> None:
        report = self._report
        cut: Callable[..., tuple[Piece, ...]] = whole if self._is_whole else excerpt
        pieces = cut(report.text, report.marks)
        self._text.show_pieces(pieces or (Piece(self._words("marked.no_text"), aside=True),))
        self._hint.say(self._words("marked.around" if report.marks else "marked.head"))
        self._hint.setVisible(not self._is_whole)
        self._more.key = "marked.less" if self._is_whole else "marked.whole"
        self._more.speak(self._words)


def _line(pieces: tuple[Piece, ...]) -> MarkedText:
    line = MarkedText(Role.BODY)
    line.show_pieces(pieces)
    return line
