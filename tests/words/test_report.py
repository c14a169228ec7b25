"""What a verdict says, before the window or the terminal shows it."""

import msgspec
import pytest
from verdict_samples import KNOWLEDGE, caution, danger, unknown, verdict

from guardian_app.model import (
    CallBack,
    Contact,
    Finding,
    InstitutionKind,
    Language,
    Level,
    Message,
    SchemeMatch,
    Span,
    Text,
    Unjudged,
    Where,
)  # fmt: skip
from guardian_app.words import Answer, Words, tell


def test_at_danger_the_title_names_the_scheme(words):
    assert tell(danger(), words).title == "很可能是诈骗：冒充客服取消“百万保障”"


def test_below_danger_the_title_is_the_level(words):
    told = tell(caution(), words)
    assert told.title == "先别照做，有几处可疑"
    assert told.resembles == "有几处像：代理退保"


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("answer", [danger(), caution(), unknown()])
def test_nothing_is_ever_called_safe(sentences, language, answer):
    told = tell(answer, Words(sentences, language))
    for said in (told.title, told.lead, told.level_word, *told.steps):
        assert "安全" not in said
        assert "safe" not in said.lower()


def test_the_lowest_level_sends_to_the_number_on_the_policy(words):
    told = tell(unknown(), words)
    assert "保单" in told.steps[0]
    assert told.lead


def test_what_to_do_comes_from_the_scheme(words):
    assert tell(danger(), words).steps[0].startswith("挂断电话")


def test_reasons_are_numbered_like_their_marks(words):
    told = tell(danger(), words)
    assert [reason.number for reason in told.reasons] == [1, 2, 3, 4, 5]
    assert {mark.number for mark in told.marks} == {1, 2, 3, 4}
    assert [mark.number for mark in told.sender_marks] == [5]
    for mark in told.marks:
        assert told.reasons[mark.number - 1].quotes == (told.text[mark.start : mark.end],)


def test_what_only_this_message_shows_stands_instead_of_the_general_reason(words):
    assert "quxiao.example" in tell(danger(), words).reasons[2].why


def test_a_number_that_is_not_confirmed_is_offered_with_a_warning(words):
    sure, unsure = tell(danger(), words).calls
    assert (sure.number, sure.compare) == ("95000", False)
    assert "对一对" in unsure.confirmed


def test_a_number_that_must_not_be_offered_is_not(words):
    answer = Answer(
        Message("x"),
        verdict(Level.CAUTION, contacts=(Contact("pay", "95001", CallBack.NO),)),
        KNOWLEDGE,
    )
    assert tell(answer, words).calls == ()


@pytest.mark.parametrize(("share", "named"), [(0.49, "代理退保"), (0.40, "代理退保"), (0.39, "")])
def test_a_second_scheme_is_named_when_it_is_close(words, share, named):
    schemes = (SchemeMatch("cancel", 0.5), SchemeMatch("refund", share))
    answer = Answer(Message("x"), verdict(Level.DANGER, schemes=schemes), KNOWLEDGE)
    assert tell(answer, words).second == named


def test_a_cut_text_says_how_much_was_read(words):
    cut = verdict(Level.UNKNOWN, unjudged=(Unjudged.CUT,), judged=100_000)
    assert "100,000" in tell(Answer(Message("x"), cut, KNOWLEDGE), words).unjudged[0]


def test_every_unjudged_thing_has_a_sentence(words):
    everything = verdict(Level.UNKNOWN, unjudged=tuple(Unjudged))
    assert all(tell(Answer(Message("x"), everything, KNOWLEDGE), words).unjudged)


def test_ids_that_this_knowledge_does_not_have_do_not_break_anything(words):
    strange = verdict(
        Level.DANGER,
        reasons=(Finding("nothing-known", (Span(0, 1),), 1.0),),
        schemes=(SchemeMatch("nothing-known", 1.0),),
        wants=("nothing-known",),
        contacts=(Contact("nothing-known", "95000", CallBack.YES),),
    )
    told = tell(Answer(Message("x"), strange, KNOWLEDGE), words)
    assert told.title == "很可能是诈骗"
    assert len(told.steps) == 3


def test_words_of_the_sender_are_counted_without_the_blanks_around_it(words):
    sender = "\u3000 +85200000000\n"
    findings = (Finding("abroad", (Span(0, 4),), 1.0, Where.SENDER),)
    answer = Answer(Message("x", sender), verdict(Level.CAUTION, reasons=findings), KNOWLEDGE)
    told = tell(answer, words)
    (mark,) = told.sender_marks
    assert told.sender[mark.start : mark.end] == "+852"
    assert told.reasons[0].quotes == ("+852",)
    assert told.reasons[0].where is Where.SENDER


def test_the_very_words_are_quoted_once_in_one_line_and_not_without_end(words):
    text = "把\n验证码给我" + "长" * 100
    spans = (Span(0, 5), Span(2, 5), Span(0, 5), Span(5, 107), Span(5, 5))
    findings = (Finding("code", spans, 1.0),)
    answer = Answer(Message(text), verdict(Level.DANGER, reasons=findings), KNOWLEDGE)
    whole, cut = tell(answer, words).reasons[0].quotes
    assert whole == "把 验证码"
    assert cut.startswith("给我长")
    assert cut.endswith("长…")
    assert len(cut) < 70


LEGAL = "财付通支付科技有限公司"


@pytest.mark.parametrize(
    ("legal", "aliases", "owner"),
    [
        (LEGAL, (LEGAL, "微信支付", "财付通"), f"微信支付（{LEGAL}）"),
        (LEGAL, ("微信支付",), f"微信支付（{LEGAL}）"),
        ("示例" * 9, ("微信支付",), f"微信支付（{'示例' * 9}）"),
        ("示例" * 10, ("微信支付",), "微信支付"),
        ("示例宝(中国)网络技术有限公司", ("示例宝",), "示例宝"),
        ("示例热线", ("12378", "示例总局"), "示例热线"),
        (LEGAL, ("Tenpay", "微信支付"), LEGAL),
        (LEGAL, (LEGAL,), LEGAL),
        (LEGAL, (), LEGAL),
    ],
)
def test_the_owner_of_a_number_has_the_name_that_people_know(sentences, legal, aliases, owner):
    pay = msgspec.structs.replace(
        KNOWLEDGE.institutions[0], name=Text(legal, "Example Pay"), aliases=aliases
    )
    knowledge = msgspec.structs.replace(KNOWLEDGE, institutions=(pay,))
    answer = Answer(danger().message, danger().verdict, knowledge)
    assert tell(answer, Words(sentences, Language.ZH)).calls[0].owner == owner
    assert tell(answer, Words(sentences, Language.EN)).calls[0].owner == "Example Pay"


@pytest.mark.parametrize(
    ("alias", "owner"),
    [("示例中心", "国家示例中心专线"), ("示例总局", "示例总局（国家示例中心专线）")],
)
def test_a_hotline_that_says_whose_it_is_needs_no_other_name(words, alias, owner):
    line = msgspec.structs.replace(
        KNOWLEDGE.institutions[0],
        kind=InstitutionKind.REGULATOR,
        name=Text("国家示例中心专线", "Example hotline"),
        aliases=(alias,),
    )
    knowledge = msgspec.structs.replace(KNOWLEDGE, institutions=(line,))
    answer = Answer(danger().message, danger().verdict, knowledge)
    assert tell(answer, words).calls[0].owner == owner


@pytest.mark.parametrize("language", list(Language))
def test_danger_without_a_known_scheme_still_says_what_to_do(sentences, language):
    words = Words(sentences, language)
    told = tell(Answer(Message("x"), verdict(Level.DANGER), KNOWLEDGE), words)
    assert told.title == words("verdict.danger")
    assert told.lead == words("lead.danger")
    assert len(told.steps) == 3
    assert (told.resembles, told.look_alike, told.evidence, told.goes_on) == ("", "", "", ())
