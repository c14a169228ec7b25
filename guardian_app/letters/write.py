"""Letters that claim a right, a complaint with the whole history, and questions to an institution.

A letter cites only articles whose text was read, and sets no deadline that the law does not set;
the day by which a person would like an answer is said to be their wish. Nothing that is filled in
here is kept; numbers that identify a person are left as a line to write on by hand.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct

from guardian_app.errors import LetterError
from guardian_app.letters.bodies import Body
from guardian_app.letters.cite import cite
from guardian_app.letters.document import Document
from guardian_app.letters.template import fill
from guardian_app.letters.value import (
    MOST_DETAIL,
    MOST_LINE,
    MOST_NAME,
    MOST_STEPS,
    one_line,
    spoken_date,
)
from guardian_app.model import (
    Confidence,
    DataKind,
    Language,
    Law,
    Request,
    RequestState,
    Right,
    Safeguard,
    Step,
    Text,
)
from guardian_app.paths import resources

MOST_ADDRESS = 5
RIGHTS = (
    "access-and-copy", "correct", "delete", "withdraw-consent", "refuse-marketing", "explain",
    "leak-facts",
)  # fmt: skip


class Holder(Struct, frozen=True, kw_only=True):
    """Who is written to. ``attention`` is empty where the directory knows no contact for data."""

    name: str
    attention: str = ""
    address: tuple[str, ...] = ()


class Person(Struct, frozen=True, kw_only=True):
    """Who writes; what is empty is left to be written by hand."""

    name: str = ""
    contact: str = ""


class Matter(Struct, frozen=True, kw_only=True):
    """What a letter is about: kinds of data, the days (ISO) on which they were given.

    ``detail`` is what is wrong, or what the person saw; ``wish`` the day (ISO) by which they would
    like an answer.
    """

    kinds: tuple[DataKind, ...] = ()
    given: tuple[str, ...] = ()
    detail: str = ""
    wish: str = ""


def letter(  # noqa: PLR0913 - each is a thing of its own on the page
    right: Right,
    *,
    to: Holder,
    matter: Matter,
    person: Person,
    laws: Iterable[Law],
    language: Language,
    today: str,
) -> Document:
    """Return the letter that claims ``right``; ``today`` is an ISO date."""
    known = tuple(laws)
    values = {
        **_common(known, person, language, today),
        **_to(to),
        **_matter(matter, language),
        "basis": cite(right.articles, known, language),
    }
    return fill(resources() / "letters", right.id, language, values)


def complaint(  # noqa: PLR0913
    request: Request,
    right: Right,
    steps: Iterable[Step],
    *,
    to: Body,
    about: Holder,
    matter: Matter,
    person: Person,
    laws: Iterable[Law],
    language: Language,
    today: str,
) -> Document:
    """Return the complaint about how ``request`` was dealt with, with its history, to ``to``."""
    known, history = tuple(laws), tuple(steps)
    if len(history) > MOST_STEPS:
        raise LetterError("errors.letter_many_steps", most=MOST_STEPS)
    states = {step.state for step in history} | {request.state}
    if states <= {RequestState.DRAFT}:
        raise LetterError("errors.letter_not_sent")
    values = {
        **_common(known, person, language, today),
        **_to(about),
        **_matter(matter, language),
        "body": to.name.get(language) if to.name else "",
        "hotline": to.hotline,
        "finance": to.finance,
        "right": right.name.get(language),
        "steps": [_step(step, language) for step in history],
        "refused": RequestState.REFUSED in states,
        "answered": RequestState.ANSWERED in states,
        "basis": cite(right.articles, known, language),
    }
    return fill(resources() / "letters", "complaint", language, values)


def questionnaire(  # noqa: PLR0913
    safeguards: Iterable[Safeguard],
    *,
    to: Holder,
    person: Person,
    laws: Iterable[Law],
    language: Language,
    today: str,
    wish: str = "",
) -> Document:
    """Return the letter that puts the chosen questions, each with the article behind it."""
    known = tuple(laws)
    questions = [
        {"text": each.question.get(language), "basis": _basis(each, known, language)}
        for each in safeguards
    ]
    if not questions:
        raise LetterError("errors.letter_without_questions")
    values = {
        **_common(known, person, language, today),
        **_to(to),
        **_matter(Matter(wish=wish), language),
        "questions": questions,
        "some_open": any(not each["basis"] for each in questions),
        "some_based": any(each["basis"] for each in questions),
    }
    return fill(resources() / "letters", "questionnaire", language, values)


def before_sending(
    right: Right, laws: Iterable[Law], sentences: Mapping[str, Text], *, country: str = "CN"
) -> tuple[Text, ...]:
    """Return what a person should know before they send: limits, what the law leaves open, doubts.

    It is for their eyes, and stands on no letter.
    """
    law_of = {law.id: law for law in laws}
    cited_laws = dict.fromkeys(ref.partition(":")[0] for ref in right.articles)
    notes = [law_of[each].note for each in cited_laws if each in law_of]
    abroad = [] if country == "CN" else [sentences["letters.abroad"]]
    own = [sentences["letters.contact"], sentences["letters.proof"]]
    return (*abroad, *right.limits, right.unset, *dict.fromkeys(filter(None, notes)), *own)


def _basis(safeguard: Safeguard, laws: tuple[Law, ...], language: Language) -> str:
    # Where no rule spells the question out, an article beside it would claim too much.
    if safeguard.confidence is not Confidence.VERIFIED:
        return ""
    return cite(safeguard.articles, laws, language)


def _common(
    laws: tuple[Law, ...], person: Person, language: Language, today: str
) -> dict[str, Any]:
    def law(*refs: str) -> str:
        return cite(refs, laws, language)

    def by(*refs: str) -> str:
        said = law(*refs)
        if not said:
            return ""
        return f"（{said}）" if language is Language.ZH else f" ({said})"

    return {
        "law": law,
        "by": by,
        "name": one_line("name", person.name, MOST_NAME),
        "contact": one_line("contact", person.contact, MOST_LINE),
        "today": spoken_date("today", today, language),
    }


def _to(holder: Holder) -> dict[str, Any]:
    if len(holder.address) > MOST_ADDRESS:
        raise LetterError("errors.letter_field_too_long", field="address", most=MOST_LINE)
    lines = (one_line("address", line, MOST_LINE) for line in holder.address)
    return {
        "holder": one_line("institution", holder.name, MOST_NAME),
        "attention": one_line("attention", holder.attention, MOST_NAME),
        "address": " ".join(filter(None, lines)),
    }


def _matter(matter: Matter, language: Language) -> dict[str, Any]:
    comma = "、" if language is Language.ZH else ", "
    names = [one_line("kinds", kind.name.get(language), MOST_NAME) for kind in matter.kinds]
    days = [spoken_date("date", day, language) for day in sorted(set(filter(None, matter.given)))]
    return {
        "kinds": comma.join(names),
        "given": comma.join(days),
        "detail": one_line("detail", matter.detail, MOST_DETAIL),
        "wish": spoken_date("wish", matter.wish, language),
    }


def _step(step: Step, language: Language) -> dict[str, str]:
    return {
        "date": spoken_date("date", step.date, language),
        "state": step.state.value,
        "note": one_line("note", step.note, MOST_DETAIL),
    }
