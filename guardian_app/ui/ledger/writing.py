"""Letters for the views of the ledger. Not to be imported at the start: letters take their time.

Values in, values out; whoever needs it calls it beside the window.
"""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from guardian_app import letters
from guardian_app.errors import LetterError
from guardian_app.letters import Document, NextStep, UsualAnswer
from guardian_app.model import Institution, Knowledge, Request, Right, Safeguard, Step, Text
from guardian_app.paths import resources
from guardian_app.ui.ledger.letter_ask import LetterAsk
from guardian_app.words import load_sentences

__all__ = ["Letter", "NextStep", "UsualAnswer"]


class Letter(Struct, frozen=True):
    """A letter for paper, and the same as plain text; ``look_up`` is what is still to be found."""

    document: Document
    text: str
    look_up: Text | None = None


def request(ask: LetterAsk, knowledge: Knowledge) -> Letter:
    """Return the letter that claims a right."""
    document = letters.letter(
        right_of(ask.right, knowledge),
        to=letters.Holder(name=ask.addressee(knowledge)),
        matter=_matter(ask, knowledge),
        person=letters.Person(name=ask.person),
        laws=knowledge.laws,
        language=ask.language,
        today=ask.today,
    )
    return Letter(document, letters.as_text(document))


def complaint(
    ask: LetterAsk, of: Request, steps: Iterable[Step], knowledge: Knowledge, *, finance: bool
) -> Letter:
    """Return the complaint about how the request ``of`` was dealt with, with its history.

    With ``finance`` to the supervisor of banking and insurance where the directory attests that it
    is competent, else to the authority for personal data.
    """
    found = bodies(of, knowledge)
    body = next((each for each in found if each.finance == finance), found[-1])
    document = letters.complaint(
        of,
        right_of(of.right, knowledge),
        steps,
        to=body,
        about=letters.Holder(name=ask.addressee(knowledge)),
        matter=_matter(ask, knowledge),
        person=letters.Person(name=ask.person),
        laws=knowledge.laws,
        language=ask.language,
        today=ask.today,
    )
    return Letter(document, letters.as_text(document), _sentence(body.look_up))


def questionnaire(ask: LetterAsk, safeguards: Iterable[Safeguard], knowledge: Knowledge) -> Letter:
    """Return the letter that puts the questions ``safeguards``."""
    document = letters.questionnaire(
        safeguards,
        to=letters.Holder(name=ask.addressee(knowledge)),
        person=letters.Person(name=ask.person),
        laws=knowledge.laws,
        language=ask.language,
        today=ask.today,
        wish=ask.wish,
    )
    return Letter(document, letters.as_text(document))


def bodies(of: Request, knowledge: Knowledge) -> tuple[letters.Body, ...]:
    """Return who hears a complaint about the request ``of``, the nearest first."""
    return letters.bodies(_institution(of.institution, knowledge), knowledge.institutions)


def next_step(of: Request, answer: str, knowledge: Knowledge) -> NextStep:
    """Return what comes after the usual answer of that id."""
    sentences = load_sentences(resources() / "i18n")
    right = right_of(of.right, knowledge)
    return letters.next_step(
        of, UsualAnswer(answer), right, laws=knowledge.laws, sentences=sentences
    )


def before_sending(ask: LetterAsk, knowledge: Knowledge) -> tuple[Text, ...]:
    """Return what to know before the letter goes out, beside the limits of the right."""
    right = right_of(ask.right, knowledge)
    institution = _institution(ask.holder.institution, knowledge)
    country = "CN" if institution is None else institution.country
    sentences = load_sentences(resources() / "i18n")
    notes = letters.before_sending(right, knowledge.laws, sentences, country=country)
    return tuple(each for each in notes if each not in (*right.limits, right.unset))


def save_calendar(of: Request, title: str, stamp: datetime, file: Path) -> None:
    """Write the reminder of the request ``of`` to ``file``; LetterError if that fails."""
    reminder = letters.Reminder(uid=f"request-{of.id}-{of.opened}@guardian", day=of.remind,
                                title=title)  # fmt: skip
    content = letters.as_calendar(reminder, stamp)
    try:
        file.write_bytes(content)
    except OSError as error:
        raise LetterError("errors.file_unwritable", file=file.name) from error


def right_of(right: str, knowledge: Knowledge) -> Right:
    """Return the right with this id."""
    return next(each for each in knowledge.rights if each.id == right)


def _matter(ask: LetterAsk, knowledge: Knowledge) -> letters.Matter:
    kinds = tuple(each for each in knowledge.data_kinds if each.id in ask.kinds)
    return letters.Matter(kinds=kinds, given=ask.given, detail=ask.detail, wish=ask.wish)


def _institution(institution: str, knowledge: Knowledge) -> Institution | None:
    return next((each for each in knowledge.institutions if each.id == institution), None)


def _sentence(key: str) -> Text:
    return load_sentences(resources() / "i18n")[key]
