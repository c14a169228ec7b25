import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardian_app.engine.normalise import Normaliser

INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u202e\u0301\ufe0f\u2800\U000e0041"


@pytest.fixture(scope="module")
def normalise(knowledge):
    return Normaliser(knowledge.letters)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("請提供驗證碼", "请提供验证码"),
        ("ＡＢＣ１２３", "abc123"),
        ("共 享 屏 幕", "共享屏幕"),
        ("共*享*屏*幕", "共享屏幕"),
        ("屏\u200b幕\u200d共\ufeff享", "屏幕共享"),
        ("验.证.码", "验证码"),
        ("下载 App", "下载app"),
        ("раураl", "paypal"),  # Cyrillic letters
        ("ρаypal", "paypal"),
        ("9 5 5 1 1", "95511"),
        ("九五五一一幺", "955111"),
        ("⑩元", "10元"),
        ("ﬁne", "fine"),
        ("屏幕\n共享", "屏幕共享"),
        ("取消“百万保障”吗", "取消百万保障吗"),
        ("好的。\n再见", "好的。\n再见"),
        ("Read me the code, please", "read me the code, please"),
        ("🏃加🏃微🏃信", "🏃加微信"),
        ("帳戶", "账户"),
        ("\ud800坏的半个字", "坏的半个字"),
        ("", ""),
    ],
)
def test_what_the_eye_takes_for_the_same_reads_the_same(normalise, written, read):
    assert normalise(written).text == read


@pytest.mark.parametrize(
    ("written", "found", "original"),
    [
        ("请提供 验*证*码！", "验证码", "验*证*码"),
        ("开启屏\u200b幕\u200b共享", "屏幕共享", "屏\u200b幕\u200b共享"),
        ("共⑩元", "10元", "⑩元"),
        ("A ﬁne day", "fine", "ﬁne"),
    ],
)
def test_a_span_points_at_the_original_letters(normalise, written, found, original):
    normal = normalise(written)
    start = normal.text.index(found)
    assert normal.original(start, start + len(found)) == original


anything = st.text(
    alphabet=st.one_of(
        st.characters(),
        st.sampled_from("验证码屏幕共享，。 *\n.、一二三" + string.ascii_letters + INVISIBLE),
    ),
    max_size=200,
)


@given(anything)
def test_every_character_has_an_origin(normalise, text):
    normal = normalise(text)
    last = 0
    for index in range(len(normal.text)):
        start, end = normal.span(index, index + 1)
        assert 0 <= start < end <= len(text)
        assert start >= last
        last = start


@given(anything, st.lists(st.tuples(st.integers(0, 300), st.sampled_from(INVISIBLE)), max_size=20))
def test_invisible_characters_change_nothing(normalise, text, strewn):
    letters = list(text)
    for position, letter in strewn:
        letters.insert(position % (len(letters) + 1), letter)
    assert normalise("".join(letters)).text == normalise(text).text
