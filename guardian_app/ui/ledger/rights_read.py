"""What the rights view reads of the ledger. Work for beside the window."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from guardian_app.model import Knowledge, Text
from guardian_app.paths import resources
from guardian_app.ui.ledger.rights_came import CAME, answer_of
from guardian_app.ui.ledger.rights_list import Asked
from guardian_app.words import load_sentences

if TYPE_CHECKING:
    from guardian_app.guardian.book import Book


@dataclass(frozen=True)
class RightsRead:
    """All requests, and ``said``: the sentences of ours that may stand in their history."""

    knowledge: Knowledge
    asked: tuple[Asked, ...]
    said: tuple[Text, ...]


def read_rights(book: "Book", knowledge: Knowledge) -> RightsRead:
    """Read all requests with their history and next step; may raise LedgerError."""
    from guardian_app.ui.ledger import writing  # noqa: PLC0415 - takes its time

    sentences = load_sentences(resources() / "i18n")
    said = {came.answer: sentences[came.key] for came in CAME}
    known = {right.id for right in knowledge.rights}
    requests = book.ledger.requests
    asked = []
    for each in requests.kept():
        history = requests.history(each.id)
        answer = answer_of(each, history, said) if each.right in known else ""
        step = writing.next_step(each, answer, knowledge).do if answer else None
        asked.append(Asked(each, history, step, answer))
    return RightsRead(knowledge, tuple(asked), (*said.values(), sentences["came.again_note"]))
