"""What does not fit those a message speaks for."""

import pytest

from guardian_app.engine.signs.impersonation import find_impersonation
from guardian_app.engine.signs.seen import Seen


@pytest.fixture
def seen_in(normalise, directory):
    def find(text, *signs):
        normal = normalise(text).text
        counted = [Seen(sign, 0, 1) for sign in signs]
        return find_impersonation(normal, directory.claimed(normal), counted, directory)

    return find


@pytest.mark.parametrize(
    ("text", "signs", "expected"),
    [
        # a number that is not theirs
        ("【工商银行】信用卡已冻结，请立即致电 400-000-0000 处理。", (), "impersonation-number"),
        ("我是中国人寿客服，请回拨13800001234取消扣费。", (), "impersonation-number"),
        ("【太平洋保险】退保咨询请拨打 95012345", (), "impersonation-number"),
        ("This is HSBC customer service. Call 400-000-0000 now.", (), "impersonation-number"),
        # what they never ask for
        ("我是银保监会工作人员，请您共享屏幕", ("asks-screen-share",), "impersonation-request"),
        ("抖音客服说要我共享屏幕", ("asks-screen-share",), "impersonation-request"),
        ("这里是平安人寿理赔部，先交手续费", ("asks-fee-to-receive",), "impersonation-request"),
        ("自称微信支付客服，让我念验证码", ("asks-otp",), "impersonation-request"),
        ("我是反诈中心的，请进会议室", ("asks-join-meeting",), "impersonation-request"),
        ("He said he was from China Life customer service and wanted my code", ("asks-otp",),
         "impersonation-request"),
        # a desk in a private chat
        ("我是中国人寿客服，请添加微信 baodan0000 办理退费", (), "impersonation-im"),
        ("【银保监会】请联系专员QQ：1000000001 登记", (), "impersonation-im"),
        ("This is AXA customer service, please add me on WhatsApp", (), "impersonation-im"),
        # theirs
        ("【工商银行】如有疑问请致电95588。", (), "genuine-official-number"),
        ("【中国人寿】客服热线95519", (), "genuine-official-number"),
        ("AIA Hong Kong hotline +852 2232 8888", (), "genuine-official-number"),
    ],
)  # fmt: skip
def test_a_message_shows_its_sign(seen_in, text, signs, expected):
    assert [each.sign for each in seen_in(text, *signs)] == [expected]


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("请致电 400-000-0000 处理。", ()),  # speaks for nobody
        ("【中国银行】分行地址……，详询 020-00000000", ()),  # a branch by landline
        ("【工商银行】您尾号0000的账户支出400-000-0000", ()),  # nobody is asked to call
        ("我在平安买的保险，业务员电话13800001234", ()),  # named, not spoken for
        ("【弘康人寿】请致电 400-000-0000", ()),  # its own hotline is not known
        ("我是平安人寿的业务员小王，加我微信聊", ()),  # an agent, by right
        ("【中国平安】关注微信公众号 pingan00 了解更多", ()),
        ("有人让我共享屏幕", ("asks-screen-share",)),
        ("我的工行卡丢了，有人问我要验证码", ("asks-otp",)),
        ("请开视频会议", ("asks-join-meeting",)),
        ("我是众安保险客服，请进会议室培训", ("asks-join-meeting",)),  # firms hold meetings
        ("请添加我们的微信客服 kefu0000", ()),  # WeChat is the place, not the speaker
    ],
)
def test_an_honest_message_shows_nothing(seen_in, text, signs):
    assert seen_in(text, *signs) == []


def test_the_detail_names_both_numbers(seen_in):
    (seen,) = seen_in("【工商银行】请立即致电 400-000-0000 处理。")
    assert "400-000-0000" in seen.detail.zh
    assert "95588" in seen.detail.zh
    assert "95588" in seen.detail.en


def test_the_request_is_explained_with_the_name(seen_in):
    (seen,) = seen_in("我是银保监会工作人员，请您共享屏幕", "asks-screen-share")
    assert seen.detail.zh == "国家金融监督管理总局不会让您共享屏幕。"
