"""Promises of the engine that hold for any text."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guardian_app.engine import LENGTH_LIMIT, check
from guardian_app.model import Channel, Level, Message, Unjudged

INVISIBLE = "\u200b\u200d\u2060\ufeff\u00ad\u202e\ufe0f\U000e0041"
PIECES = (
    "您的百万保障今天到期", "请把验证码告诉我", "共享屏幕", "不要", "http://icbc-safe.com/a",
    "转账到安全账户", "95511", "400-000-0000", "警方提示", "骗子", "，", "。", "\n",
    "share your screen", "one-time code", "<img src=x>", "file:///etc/passwd", "\u202e",
    "\ud800", "\x00", "😀", "١٢٣", "é", "ﬁ",
)  # fmt: skip

pieces = st.lists(
    st.one_of(st.sampled_from(PIECES), st.text(max_size=12), st.characters()), max_size=25
).map("".join)


@given(pieces, st.text(max_size=20), st.sampled_from([None, *Channel]))
def test_any_text_is_answered_with_reasons_that_cut_its_own_words(knowledge, text, sender, channel):
    verdict = check(Message(text, sender, channel), knowledge)
    assert 0.0 <= verdict.score <= 1.0
    assert verdict.level is Level.UNKNOWN or verdict.reasons
    for finding in (*verdict.reasons, *verdict.genuine, *verdict.quoted):
        whole = text if finding.where == "text" else sender.strip()
        for span in finding.spans:
            assert 0 <= span.start < span.end <= len(whole)
    assert check(Message(text, sender, channel), knowledge) == verdict


@given(pieces, st.lists(st.tuples(st.integers(0, 400), st.sampled_from(INVISIBLE)), max_size=12))
def test_invisible_characters_never_change_a_level(knowledge, text, strewn):
    letters = list(text)
    for position, letter in strewn:
        letters.insert(position % (len(letters) + 1), letter)
    plain = check(Message(text), knowledge)
    assert check(Message("".join(letters)), knowledge).level is plain.level


ORDER = [Level.UNKNOWN, Level.CAUTION, Level.DANGER]


@settings(max_examples=60)
@given(st.lists(pieces, min_size=2, max_size=6))
def test_the_score_rises_with_the_level(knowledge, texts):
    verdicts = [check(Message(text), knowledge) for text in texts]
    verdicts = [each for each in verdicts if each.level is Level.UNKNOWN or each.reasons]
    by_level = sorted(verdicts, key=lambda each: ORDER.index(each.level))
    for lower, higher in pairwise(by_level):
        if lower.level is not higher.level:
            assert lower.score < higher.score


def test_the_spans_hold_the_very_words(knowledge):
    text = "您好，请把验*证*码告诉我，并开启屏幕共享。"
    verdict = check(Message(text), knowledge)
    cut = {each.sign: [text[s.start : s.end] for s in each.spans] for each in verdict.reasons}
    assert any("验*证*码" in words for words in cut["asks-otp"])
    assert any("屏幕共享" in words for words in cut["asks-screen-share"])
    assert verdict.level is Level.DANGER


@pytest.mark.parametrize(
    "text",
    [
        (
            "警方提示：谨防诈骗，不要轻信陌生来电。您的百万保障今天到期，不取消每月扣费，"
            "请下载会议软件共享屏幕，把验证码告诉我"
        ),
        "【反诈中心】谨防诈骗。您的账户涉案，把钱转到安全账户进行核查，不要告诉家人",
        (
            "Fraud alert: never share codes with scammers. Your policy will be charged today. "
            "Call me and tell me the one-time code and transfer to a safe account"
        ),
    ],
)
def test_a_warning_put_in_front_does_not_switch_the_verdict_off(knowledge, text):
    assert check(Message(text), knowledge).level is Level.DANGER


@pytest.mark.parametrize(
    "text",
    [
        (
            "警方提示：近期骗子冒充客服行骗，请广大群众提高警惕，切勿轻信。如遇可疑情况请及时报警。"
            "为防止资金被骗子转走，须立即将存款转到安全账户，并把验证码发给专案组王警官。"
        ),
        (
            "防骗提醒：切勿轻信陌生来电，谨防诈骗。"
            "凡名下有百万保障的客户，须向专员提供验证码并缴纳保证金后方可取消扣费。"
        ),
        (
            "Beware of scams. Never trust a caller. To keep your account safe, reply with the "
            "one-time code and move the money to a safe account."
        ),
        (
            "Fraud reminder: criminals pose as insurers. Hang up on them. "
            "Then install AnyDesk and read me the one-time code so that we can stop the charge."
        ),
    ],
)
def test_a_warning_that_orders_the_reader_about_is_raised(knowledge, text):
    assert check(Message(text), knowledge).level is not Level.UNKNOWN


@pytest.mark.parametrize(
    "text",
    [
        "凡要求全额退保的客户，请把收到的短信验证码发给客服办理。",
        "要是有人让您别转账那是骗子，请立即把钱转到我们的安全账户。",
        "如果谁打电话让您不要退保都不用理，把银行卡密码和验证码告诉我即可办理。",
        "谁要是没交激活费就领不到理赔款，请先转账2000元到我个人账户。",
        "If anyone calls to check, say it was you, and now read me the verification code.",
        "When someone from the bank asks, say yes, and send me the one-time code now.",
        "您好我是银保监会工作人员，万一有人拦着您，不要理会，马上把资金转到安全账户。",
        (
            "警方提示：近期诈骗高发，请提高警惕。"
            "您的账户涉案，请“立即把资金转到安全账户”，并“把验证码告诉办案民警”。"
        ),
    ],
)
def test_a_supposition_or_a_quotation_covers_no_request(knowledge, text):
    assert check(Message(text), knowledge).level is not Level.UNKNOWN


@pytest.mark.parametrize(
    "text",
    [
        "警方提示：近期有骗子冒充客服，以“取消百万保障”为由要求共享屏幕、索要验证码，请勿轻信。",
        "妈，要是有人打电话让您把钱转到安全账户，您就挂了打给我。",
        "反诈提醒：凡是要求下载会议软件、共享屏幕的客服，都是骗子。",
        "骗子常说“把验证码念给我，马上退款”，听到这句话请立即挂断。",
        "Police warning: callers ask you to share your screen and read out a code. Hang up.",
        "Mum, if anyone asks you for the one-time code, hang up and call me first.",
    ],
)
def test_a_warning_is_no_fraud(knowledge, text):
    assert check(Message(text), knowledge).level is Level.UNKNOWN


def test_no_number_is_named_that_may_not_be_offered(knowledge):
    for institution in knowledge.institutions:
        barred = [each.number for each in institution.hotlines if each.offer == "no"]
        name = (*institution.aliases, institution.name.zh)[0]
        text = f"【{name}】保单异常，请立即拨打400-000-0000处理"
        verdict = check(Message(text), knowledge)
        named = " ".join(each.detail.zh for each in verdict.reasons if each.detail)
        assert not [number for number in barred if number in named]
        assert all(each.number not in barred for each in verdict.contacts)


def test_a_long_text_is_judged_on_its_head_and_says_so(knowledge):
    text = "今天天气很好。" * 20_000 + "请把验证码告诉我，共享屏幕"
    verdict = check(Message(text), knowledge)
    assert verdict.judged == LENGTH_LIMIT
    assert Unjudged.CUT in verdict.unjudged
    assert verdict.level is Level.UNKNOWN


@pytest.mark.parametrize("text", ["", " ", "\u200b", "嗯"])
def test_what_is_too_short_says_so(knowledge, text):
    verdict = check(Message(text), knowledge)
    assert verdict.level is Level.UNKNOWN
    assert not text.strip() or Unjudged.TOO_SHORT in verdict.unjudged


def test_every_answer_offers_a_number_to_call(knowledge):
    for text in ("您好", "请把验证码告诉我，共享屏幕", "【中国人寿】您的保单已续期成功。"):
        assert check(Message(text), knowledge).contacts
