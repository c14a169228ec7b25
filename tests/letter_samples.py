"""Letters about a made-up person."""

from guardian_app.letters import DATA, Holder, Matter, Person, complaint, letter, questionnaire
from guardian_app.model import Language, Request, RequestState, Step

TODAY = "2026-11-25"
PERSON = Person(name="王小明")
HOLDER = Holder(name="某某人寿保险股份有限公司")
RIGHT_IDS = (
    "access-and-copy", "correct", "delete", "withdraw-consent", "refuse-marketing", "explain",
    "leak-facts",
)  # fmt: skip
STEPS = (
    Step("2026-10-01", RequestState.SENT, "挂号信"),
    Step("2026-11-01", RequestState.REFUSED, "没有说明理由"),
)
HOSTILE = (
    "{{ 7*7 }}", "{% raw %}", "# x", "- x", "a\n# x\n- y", "<b>x</b>", "\u202egnp.x", "%s{0}",
)  # fmt: skip


def matter(knowledge, **changed):
    wanted = ("name", "phone", "id-number", "health-history")
    kinds = tuple(kind for kind in knowledge.data_kinds if kind.id in wanted)
    return Matter(**{"kinds": kinds, "given": ("2025-03-12", "2024-05-01"), **changed})


def right_of(knowledge, name):
    return next(right for right in knowledge.rights if right.id == name)


def a_letter(knowledge, name, language=Language.ZH, *, to=HOLDER, person=PERSON, **changed):
    return letter(
        right_of(knowledge, name), to=to, matter=matter(knowledge, **changed), person=person,
        laws=knowledge.laws, language=language, today=TODAY,
    )  # fmt: skip


def a_complaint(knowledge, language=Language.ZH, *, steps=STEPS, to=DATA, person=PERSON, **changed):
    state = steps[-1].state if steps else RequestState.DRAFT
    request = Request(right="delete", institution="life-a", state=state)
    return complaint(
        request, right_of(knowledge, "delete"), steps, to=to, about=HOLDER,
        matter=matter(knowledge, **changed), person=person, laws=knowledge.laws,
        language=language, today=TODAY,
    )  # fmt: skip


def a_questionnaire(knowledge, language=Language.ZH, count=8, **changed):
    return questionnaire(
        knowledge.safeguards[:count], to=HOLDER, person=PERSON, laws=knowledge.laws,
        language=language, today=TODAY, **changed,
    )  # fmt: skip


def everything(knowledge, language):
    for name in RIGHT_IDS:
        yield name, a_letter(knowledge, name, language)
    yield "complaint", a_complaint(knowledge, language)
    yield "questionnaire", a_questionnaire(knowledge, language)
