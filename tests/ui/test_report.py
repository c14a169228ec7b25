"""What a verdict says on the screen, before anything is drawn."""

import pytest
from conftest import KNOWLEDGE, caution, danger, unknown, verdict

from guardian_app.model import (
    CallBack,
    Contact,
    Finding,
    Language,
    Level,
    Message,
    SchemeMatch,
    Span,
    Text,
    Unjudged,
    Where,
)  # fmt: skip
from guardian_app.ui.report import Answer, report
from guardian_app.words import Words


def test_at_danger_the_title_names_the_scheme(words):
    assert report(danger(), words).title == "很可能是诈骗：冒充客服取消“百万保障”"


def test_below_danger_the_title_is_the_level(words):
    told = report(caution(), words)
    assert told.title == "先别照做，有几处可疑"
    assert told.resembles == "有几处像：代理退保"


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("answer", [danger(), caution(), unknown()])
def test_nothing_is_ever_called_safe(sentences, language, answer):
    told = report(answer, Words(sentences, language))
    for said in (told.title, told.lead, told.level_word, *told.steps):
        assert "安全" not in said
        assert "safe" not in said.lower()


def test_the_lowest_level_sends_to_the_number_on_the_policy(words):
    told = report(unknown(), words)
    assert "保单" in told.steps[0]
    assert told.lead


def test_what_to_do_comes_from_the_scheme(words):
    assert report(danger(), words).steps[0].startswith("挂断电话")


def test_reasons_are_numbered_like_their_marks(words):
    told = report(danger(), words)
    assert [reason.number for reason in told.reasons] == [1, 2, 3, 4, 5]
    assert {mark.number for mark in told.marks} == {1, 2, 3, 4}
    assert [mark.number for mark in told.sender_marks] == [5]
    for mark in told.marks:
        quote = told.reasons[mark.number - 1].quote
        assert told.text[mark.start : mark.end] == quote


def test_what_only_this_message_shows_stands_instead_of_the_general_reason(words):
    assert "quxiao.example" in report(danger(), words).reasons[2].why


def test_a_number_that_is_not_confirmed_is_offered_with_a_warning(words):
    sure, unsure = report(danger(), words).calls
    assert (sure.number, sure.compare) == ("95000", False)
    assert "对一对" in unsure.confirmed


def test_a_number_that_must_not_be_offered_is_not(words):
    answer = Answer(
        Message("x"),
        verdict(Level.CAUTION, contacts=(Contact("pay", "95001", CallBack.NO),)),
        KNOWLEDGE,
    )
    assert report(answer, words).calls == ()


@pytest.mark.parametrize(("share", "named"), [(0.49, "代理退保"), (0.40, "代理退保"), (0.39, "")])
def test_a_second_scheme_is_named_when_it_is_close(words, share, named):
    schemes = (SchemeMatch("cancel", 0.5), SchemeMatch("refund", share))
    answer = Answer(Message("x"), verdict(Level.DANGER, schemes=schemes), KNOWLEDGE)
    assert report(answer, words).second == named


def test_a_cut_text_says_how_much_was_read(words):
    cut = verdict(Level.UNKNOWN, unjudged=(Unjudged.CUT,), judged=100_000)
    assert "100,000" in report(Answer(Message("x"), cut, KNOWLEDGE), words).unjudged[0]


def test_every_unjudged_thing_has_a_sentence(words):
    everything = verdict(Level.UNKNOWN, unjudged=tuple(Unjudged))
    assert all(report(Answer(Message("x"), everything, KNOWLEDGE), words).unjudged)


def test_ids_that_this_knowledge_does_not_have_do_not_break_anything(words):
    strange = verdict(
        Level.DANGER,
        reasons=(Finding("nothing-known", (Span(0, 1),), 1.0),),
        schemes=(SchemeMatch("nothing-known", 1.0),),
        wants=("nothing-known",),
        contacts=(Contact("nothing-known", "95000", CallBack.YES),),
    )
    told = report(Answer(Message("x"), strange, KNOWLEDGE), words)
    assert told.title == "很可能是诈骗"
    assert len(told.steps) == 3


def test_hidden_letters_in_a_reason_are_shown(words):
    detail = Text("网址是 a\u202eb", "the address is a\u202eb")
    findings = (Finding("link", (), 1.0, Where.TEXT, detail),)
    told = report(Answer(Message("x"), verdict(Level.CAUTION, reasons=findings), KNOWLEDGE), words)
    assert "\u202e" not in told.reasons[0].why
