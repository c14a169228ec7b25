"""What to do after each usual answer."""

import re

import pytest
from letter_samples import RIGHT_IDS, right_of

from guardian_app.letters import UsualAnswer, next_step
from guardian_app.model import Confidence, Request, RequestState


def step(knowledge, sentences, answer, *, state=RequestState.SENT, right="delete"):
    return next_step(
        Request(right=right, state=state), answer, right_of(knowledge, right),
        laws=knowledge.laws, sentences=sentences,
    )  # fmt: skip


@pytest.mark.parametrize("right", RIGHT_IDS)
@pytest.mark.parametrize("answer", list(UsualAnswer))
def test_every_answer_has_a_next_step_with_articles_that_were_read(
    knowledge, sentences, answer, right
):
    told = step(knowledge, sentences, answer, right=right)
    assert told.do.zh
    assert told.do.en
    assert all(article.confidence is Confidence.VERIFIED for _, article in told.articles)
    assert bool(told.articles) is (answer is not UsualAnswer.DONE)
    assert (told.say is None) is (answer is UsualAnswer.DONE)


def test_nothing_promises_a_number_of_days(sentences):
    for key, text in sentences.items():
        if key.startswith(("next.", "letters.")):
            assert not re.search(r"[一二三四五六七八九十0-9]+(?:个工作日|天|日内)", text.zh), key
            assert not re.search(r"\d+ days", text.en), key


def test_every_sentence_of_an_answer_is_used(sentences):
    known = {f"next.{answer}_{part}" for answer in UsualAnswer for part in ("do", "say")}
    written = {key for key in sentences if key.startswith("next.")}
    assert written - known == {"next.draft"}


def test_an_id_copy_is_marked_with_purpose_and_date(knowledge, sentences):
    told = step(knowledge, sentences, UsualAnswer.ASKS_ID_COPY)
    assert "用途" in told.do.zh
    assert "日期" in told.do.zh
    assert "遮住" in told.do.zh
    assert not told.complain


def test_a_bare_refusal_is_answered_with_what_the_right_has_for_it(knowledge, sentences):
    told = step(knowledge, sentences, UsualAnswer.REFUSED_BARE)
    assert told.say == right_of(knowledge, "delete").refusal
    assert told.state is RequestState.REFUSED
    assert told.complain
    without = step(knowledge, sentences, UsualAnswer.REFUSED_BARE, right="refuse-marketing")
    assert without.say == sentences["next.refused-bare_say"]


def test_silence_leaves_the_request_as_it_is_and_done_closes_it(knowledge, sentences):
    assert step(knowledge, sentences, UsualAnswer.SILENCE).state is RequestState.SENT
    assert step(knowledge, sentences, UsualAnswer.DONE).state is RequestState.CLOSED


def test_a_draft_is_first_to_be_sent(knowledge, sentences):
    told = step(knowledge, sentences, UsualAnswer.SILENCE, state=RequestState.DRAFT)
    assert told.do == sentences["next.draft"]
    assert not told.complain
