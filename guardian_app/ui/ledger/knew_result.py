"""What is said to what a caller knew: who could have told it, and that this proves nothing."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from guardian_app.exposure import Knower
from guardian_app.model import LeakSign
from guardian_app.ui.ledger.names import Names
from guardian_app.ui.look import Role
from guardian_app.ui.parts.button import Button
from guardian_app.ui.parts.card import Card
from guardian_app.ui.parts.label import Label
from guardian_app.ui.parts.reason import ReasonRow
from guardian_app.words import Words


def told_in_a_line(
    kinds: Sequence[str], found: Sequence[Knower], called: Names, words: Words
) -> str:
    """Return the result in one line, as it stands above everything."""
    if not kinds:
        return words("knew.line_start")
    alone = [each for each in found if each.knew_all]
    if len(alone) == 1:
        return words("knew.line_one", name=called.holder(alone[0].holder))
    if alone:
        return words("knew.line_several", count=len(alone))
    return words("knew.line_part", count=len(found)) if found else words("knew.line_nobody")


def knew_parts(found: Sequence[Knower], called: Names, words: Words, most: int) -> list[QWidget]:
    """Return the cards of the result, up to ``most`` institutions in all."""
    caution = Card(words("knew.caution"))
    for key in ("knew.more_suspicious", "knew.proves_nothing"):
        caution.put(ReasonRow(0, "amber", words(key)))
    if not found:
        return [caution, _nobody(words)]
    alone = [each for each in found if each.knew_all]
    others = [each for each in found if not each.knew_all]
    cards: list[QWidget] = [caution]
    if alone:
        heading = words("knew.alone", count=len(alone))
        cards.append(_list(heading, alone[:most], called, words))
    else:
        cards.append(Label(text=words("knew.none_alone")))
    if others and len(alone) < most:
        heading = words("knew.part", count=len(others))
        cards.append(_list(heading, others[: most - len(alone)], called, words))
    return cards


def sign_card(
    signs: Sequence[LeakSign],
    called: Names,
    words: Words,
    remove: Callable[[LeakSign], None],
) -> Card:
    """Return the list of the signs that are kept, each with a way to remove it."""
    card = Card(words("knew.signs"))
    if not signs:
        card.put(Label(text=words("knew.no_signs"), colour="ink_soft"))
    for sign in signs:
        row = _SignRow(sign, called.kinds(sign.kinds))
        row.remove.clicked.connect(lambda *_, sign=sign: remove(sign))
        card.put(row)
    return card


class _SignRow(QWidget):
    def __init__(self, sign: LeakSign, kinds: str) -> None:
        super().__init__()
        self._sign = sign
        self.remove = Button("knew.remove")
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Label(Role.STRONG, text=sign.date))
        for line in filter(None, (kinds, sign.note)):
            column.addWidget(Label(text=line))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(column, 1)
        row.addWidget(self.remove)

    def speak(self, words: Words) -> None:
        """Say which sign the button removes."""
        self.remove.speak(words)
        self.remove.setAccessibleName(words("knew.remove_sign", day=self._sign.date))


def _list(heading: str, shown: Sequence[Knower], called: Names, words: Words) -> Card:
    card = Card(heading)
    for number, each in enumerate(shown, 1):
        lines = [words("knew.matches", kinds=called.kinds(each.matches))]
        if each.missing:
            lines.append(words("knew.missing", kinds=called.kinds(each.missing)))
        when = words("knew.newest", day=each.newest) if each.newest else words("knew.no_day")
        if each.besides:
            when += words("knew.besides", count=len(each.besides))
        card.put(ReasonRow(number, "slate", called.holder(each.holder), "\n".join(lines), when))
    return card


def _nobody(words: Words) -> Card:
    card = Card(words("knew.nobody"))
    for key in ("knew.nobody_unwritten", "knew.nobody_elsewhere", "knew.nobody_guessed"):
        card.put(ReasonRow(0, "slate", words(key)))
    return card
