"""What senders show. No number gives a pass, and "+86" alone is no alarm."""

import pytest

from guardian_app.engine.directory import Directory
from guardian_app.engine.signs.sender import find_sender, form_of
from guardian_app.model import Channel, Fake, NumberForm, Where

CALL, SMS, EMAIL = Channel.CALL, Channel.SMS, Channel.EMAIL


@pytest.fixture
def signs_of(pack, directory, normalise):
    def find(sender, channel=None, text=""):
        hint = normalise(text).text
        claimed = directory.claimed(hint)
        return {
            each.sign
            for each in find_sender(sender, channel, claimed, hint, directory, pack.numbers)
        }

    return find


INSURER = "您好，这里是中国人寿客服中心，您的保单有一笔红利。"


@pytest.mark.parametrize(
    ("sender", "channel", "text", "sign"),
    [
        ("+85291234567", CALL, INSURER, "sender-overseas"),
        ("0085212345678", CALL, "", "sender-overseas"),
        ("+1 202 555 0100", SMS, INSURER, "sender-overseas"),
        ("+1", SMS, "", None),
        ("0095512345678", CALL, "", "sender-overseas"),
        ("95212234", CALL, INSURER, "sender-call-centre"),
        ("95013", CALL, INSURER, "sender-call-centre"),
        ("400-000-0000", CALL, "", "sender-400-calling"),
        ("4000000000", None, INSURER, "sender-400-calling"),
        ("800-000-0000", CALL, "", "sender-400-calling"),
        ("110", CALL, "", "sender-spoofed-short"),
        ("110", SMS, "", "sender-spoofed-short"),
        ("+8695519", CALL, INSURER, "sender-spoofed-short"),
        ("0095519", CALL, INSURER, "sender-spoofed-short"),
        ("0096110", CALL, "", "sender-spoofed-short"),
        ("+86110", CALL, "", "sender-spoofed-short"),
        ("008612378", CALL, "", "sender-spoofed-short"),
        ("＋86 955 19", CALL, "", "sender-spoofed-short"),
        ("12381", CALL, "", "sender-spoofed-short"),
        ("13800001234", CALL, INSURER, "sender-personal-as-institution"),
        ("+86 138 0000 1234", SMS, "【工商银行】您的账户异常。", "sender-personal-as-institution"),
        ("17000001234", CALL, "我是银保监会工作人员，监管中心查到您的保单。",
         "sender-personal-as-institution"),
        ("AIA", SMS, "Your policy lapses today.", "sender-hk-unregistered"),
        ("axa hk", SMS, "", "sender-hk-unregistered"),
        ("51234567", SMS, "AXA Hong Kong：您的保单即将到期", "sender-hk-unregistered"),
    ],
)  # fmt: skip
def test_a_sender_shows_its_sign(signs_of, sender, channel, text, sign):
    assert signs_of(sender, channel, text) == ({sign} if sign else set())


@pytest.mark.parametrize(
    ("sender", "channel", "text"),
    [
        ("95519", CALL, INSURER),
        ("95519", SMS, INSURER),
        ("+8613800001234", CALL, ""),  # many phones show domestic numbers so
        ("+862100000000", CALL, INSURER),
        ("13800001234", CALL, ""),
        ("13800001234", CALL, "我是平安人寿的业务员小王，您的保单该续费了。"),
        ("13800001234", SMS, "妈，我到家了"),
        ("96110", CALL, ""),  # it does call out
        ("025-96110", CALL, ""),
        ("12378", CALL, ""),  # whether it calls is not known
        ("12345", CALL, ""),
        ("12381", SMS, ""),
        ("10699000", SMS, ""),
        ("106900001234", SMS, INSURER),
        ("95188", CALL, "支付宝客服"),  # a registered hotline of the call-centre form
        ("95013", CALL, ""),  # nobody is claimed
        ("4000000000", SMS, INSURER),
        ("+85222328888", CALL, "我是友邦香港客服，关于您的香港保单"),  # at home there
        ("+6567881122", CALL, "This is NTUC Income customer service"),
        ("#AIA", SMS, "AIA Hong Kong: your statement is ready"),
        ("AIA", EMAIL, ""),
        ("张经理", SMS, INSURER),
        ("***", SMS, INSURER),
        ("  ", SMS, INSURER),
    ],
)
def test_an_honest_sender_shows_nothing(signs_of, sender, channel, text):
    assert signs_of(sender, channel, text) == set()


def test_a_documented_number_is_known(pack):
    fake = Fake("test", "number", "400-000-0000", "china-life", "2026", "made up")
    knowledge = type(pack)(
        **{name: getattr(pack, name) for name in pack.__struct_fields__} | {"fakes": (fake,)}
    )
    seen = find_sender("4000000000", None, (), "", Directory(knowledge), pack.numbers)
    assert [each.sign for each in seen] == ["sender-known-fake"]


def test_the_position_is_that_of_the_sender_as_given(pack, directory):
    (seen,) = find_sender("+852 9123 4567", CALL, (), "", directory, pack.numbers)
    assert (seen.start, seen.end, seen.where) == (0, 14, Where.SENDER)
    assert "香港" in seen.detail.zh
    assert "Hong Kong" in seen.detail.en


@pytest.mark.parametrize(
    ("digits", "form"),
    [
        ("95519", "service-95"),
        ("956008", "service-95"),
        ("9551912", None),  # customer-service numbers cannot be extended
        ("95212234", "call-centre-95"),
        ("4001234567", "inbound-400"),
        ("13800001234", "mobile"),
        ("17000001234", "mobile-virtual"),
        ("106550001234", "port-carrier"),
        ("106900001234", "port-1069"),
        ("10699000", "port-10699000"),
        ("110", "public-110"),
        ("12378", "public-12378"),
        ("02100000000", None),
    ],
)
def test_the_longest_prefix_that_fits_is_the_form(pack, digits, form):
    found: NumberForm | None = form_of(digits, pack.numbers)
    assert (found and found.id) == form
