"""The first sheet: which rights there are, and what each gives, is bounded by and leans on."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guardian_app.exposure import Holder
from guardian_app.model import Article, Confidence, Knowledge, Law, Right, cited
from guardian_app.ui.ledger.leaf import Heap
from guardian_app.ui.ledger.names import Names
from guardian_app.ui.ledger.pick import Pick
from guardian_app.ui.ledger.rights_list import Asked, row
from guardian_app.ui.look import Look, Role
from guardian_app.ui.parts.button import Button
from guardian_app.ui.parts.card import Card
from guardian_app.ui.parts.columns import Columns
from guardian_app.ui.parts.flow import Flow
from guardian_app.ui.parts.label import Label
from guardian_app.ui.parts.reason import ReasonRow
from guardian_app.words import Words


class PickSheet(QWidget):
    """Choose a right, or a request to look at.

    ``wanted``: the id of the right to write a letter for; ``opened``: the number of a request.
    """

    wanted = Signal(str)
    opened = Signal(int)

    def __init__(self, knowledge: Knowledge) -> None:
        """Offer the rights of ``knowledge``."""
        super().__init__()
        self._knowledge = knowledge
        self._rights = {each.id: each for each in knowledge.rights}
        self.pick = Pick("rights.which", [(each.id, each.name) for each in knowledge.rights])
        self.detail = Heap()
        self.requests = Heap()
        self.write = Button("rights.write", tone="main")
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._lay_out()
        self.write.clicked.connect(lambda: self.wanted.emit(self.pick.value))

    @property
    def right(self) -> Right:
        """The right that is chosen."""
        return self._rights[self.pick.value]

    def show_detail(self, fill: Callable[[Heap, list[QWidget]], None], words: Words) -> None:
        """Show what the chosen right gives."""
        fill(self.detail, list(_detail(self.right, self._knowledge, words)))

    def show_requests(
        self,
        fill: Callable[[Heap, list[QWidget]], None],
        asked: tuple[Asked, ...],
        of: Holder,
        words: Words,
        today: str,
    ) -> None:
        """Show the requests to ``of``, then those to others."""
        called = Names(self._knowledge, words)
        theirs = [each for each in asked if each.holder == of]
        others = [each for each in asked if each.holder != of]
        parts: list[QWidget] = []
        for key, some in (("rights.kept_here", theirs), ("rights.kept_elsewhere", others)):
            if not some and key == "rights.kept_elsewhere":
                continue
            card = Card(words(key))
            for each in some:
                open_it = partial(self.opened.emit, each.request.id)
                who = called.holder(each.holder) if some is others else ""
                card.put(row(each, self._rights, who, words, today, open_it))
            if not some:
                card.put(Label(text=words("rights.none_kept"), colour="ink_soft"))
            parts.append(card)
        fill(self.requests, parts)

    def dress(self, look: Look) -> None:
        """Wear the distances of ``look``."""
        self._stack.setSpacing(look.sizes.gap)

    def _lay_out(self) -> None:
        picked = Card(key="rights.which")
        picked.put(self.pick)
        press = Flow()
        press.put(self.write)
        told = Card()
        told.put(press)
        told.put(self.detail)
        self._stack.addWidget(Columns((3, [picked]), (5, [told, self.requests]), widest=52))


def _detail(right: Right, knowledge: Knowledge, words: Words) -> list[QWidget]:
    parts: list[QWidget] = [
        Label(Role.HEADING, text=words.of(right.name)),
        Label(text=words.of(right.gives)),
        Label(Role.STRONG, text=words("rights.limits")),
    ]
    parts += [ReasonRow(0, "amber", words.of(each)) for each in right.limits]
    parts += [
        Label(Role.STRONG, text=words("rights.unset")),
        ReasonRow(0, "slate", words.of(right.unset)),
        Label(Role.STRONG, text=words("rights.behind")),
    ]
    for law, article in cited(right.articles, knowledge.laws):
        parts.append(ReasonRow(0, "pine", cited_as(law, article, words), words.of(article.says)))
    parts.append(Label(Role.SMALL, text=words("rights.no_advice"), colour="ink_soft"))
    return parts


def cited_as(law: Law, article: Article, words: Words) -> str:
    """Return how an article is called, and that its text was not read where it was not."""
    name = words.of(law.name)
    if article.numbered:
        name = words("rights.article", law=name, number=article.number)
    else:
        name = words("rights.law", law=name)
    if article.confidence is not Confidence.VERIFIED:
        name = words("rights.unread", name=name)
    return name
