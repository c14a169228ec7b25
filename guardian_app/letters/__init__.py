"""Letters: what the law lets a person send, as blocks of plain text.

``letter``, ``complaint`` and ``questionnaire`` write a ``Document``; ``as_text`` shows it in a
terminal, ``ui/print.py`` on paper. ``next_step`` says what comes after each usual answer,
``as_calendar`` makes a reminder of it.
"""

from guardian_app.letters.bodies import DATA, Body, bodies
from guardian_app.letters.calendar import Reminder, as_calendar
from guardian_app.letters.cite import cite
from guardian_app.letters.document import (
    Block,
    Document,
    Field,
    Fields,
    Heading,
    Items,
    Note,
    Paragraph,
    Signature,
)
from guardian_app.letters.next_step import NextStep, UsualAnswer, next_step
from guardian_app.letters.text import as_text
from guardian_app.letters.write import (
    RIGHTS,
    Holder,
    Matter,
    Person,
    before_sending,
    complaint,
    letter,
    questionnaire,
)

__all__ = [
    "DATA",
    "RIGHTS",
    "Block",
    "Body",
    "Document",
    "Field",
    "Fields",
    "Heading",
    "Holder",
    "Items",
    "Matter",
    "NextStep",
    "Note",
    "Paragraph",
    "Person",
    "Reminder",
    "Signature",
    "UsualAnswer",
    "as_calendar",
    "as_text",
    "before_sending",
    "bodies",
    "cite",
    "complaint",
    "letter",
    "next_step",
    "questionnaire",
]
