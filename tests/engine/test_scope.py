import pytest

from guardian_app.engine.scope import Scope


def place(text, words):
    start = text.index(words)
    return start, start + len(words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("请勿共享屏幕", "共享屏幕"),
        ("我公司不会要求您共享屏幕", "共享屏幕"),
        ("凡是要求共享屏幕的都是诈骗", "共享屏幕"),
        ("谨防对方要求共享屏幕", "共享屏幕"),
        ("工作人员绝不索要验证码", "验证码"),
        ("妈,千万别共享屏幕", "共享屏幕"),
        ("never share your screen with a caller", "share your screen"),
        ("we will not ask you to share your screen", "share your screen"),
    ],
)
def test_a_prohibition_governs_its_clause(text, words):
    assert Scope(text, warns=False).is_forbidden(*place(text, words))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("请您共享屏幕", "共享屏幕"),
        ("如不共享屏幕就无法取消", "共享屏幕"),
        ("别人都办好了,请共享屏幕", "共享屏幕"),
        ("不要挂电话,现在共享屏幕", "共享屏幕"),
        ("please share your screen", "share your screen"),
        ("if you do not share your screen it will be charged", "share your screen"),
    ],
)
def test_a_threat_or_another_clause_forbids_nothing(text, words):
    assert not Scope(text, warns=False).is_forbidden(*place(text, words))


def test_a_warning_that_tells_the_reader_to_act_is_taken_at_its_word():
    text = "谨防诈骗,提高警惕,防止受骗。请您点击链接升级"
    scope = Scope(text, warns=True)
    assert not scope.is_recounted(*place(text, "点击链接"), decides=False)


def test_a_warning_recounts_what_fraudsters_say():
    text = "警方提示:谨防诈骗。骗子会冒充客服,让您共享屏幕,请勿轻信"
    scope = Scope(text, warns=True)
    assert scope.is_recounted(*place(text, "共享屏幕"), decides=True)
