"""Which kinds a consent text says are collected."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardian_app.exposure import TEXT_LIMIT, suggest


def kinds(text, knowledge):
    return [each.kind for each in suggest(text, knowledge)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("今天天气很好。", []),
        (
            "我们会收集您的姓名、手机号码、身份证号码、银行卡信息和健康告知内容。",
            ["name", "phone", "id-number", "card-no", "health-history"],
        ),
        ("We collect your name and phone numbers.", ["name", "phone"]),
        # the longest name decides
        ("请上传手持身份证照片", ["holding-id-photo"]),
        ("身份证正反面照片和身份证号", ["id-photo", "id-number"]),
        ("copy of your ID card", ["id-photo"]),
        # how it is written does not matter
        ("身 份 证 号、ＩＰ地址", ["id-number", "device"]),
        ("我們收集您的手機號碼", ["phone"]),
        # English names are whole words
        ("Contact us; surname; invoices; licensee", []),
        # what is not collected
        ("我们不会收集您的通讯录、位置信息和短信记录。", []),
        ("您无需提供银行卡号。", []),
        ("不得强制收集人脸信息", []),
        ("通讯录：不收集；设备信息：收集。", ["device"]),
        ("通讯录、短信记录等信息，我们均不收集", []),
        ("We do not collect your contacts, location or browsing history.", []),
        ("Your contacts are not collected.", []),
        # the refusal ends with its clause
        ("我们不收集您的通讯录，但会收集您的位置信息。", ["location"]),
        ("我们仅收集姓名，不收集身份证号", ["name"]),
        ("我们不会收集通讯录。我们收集姓名。", ["name"]),
        ("We never ask for your password, but we need your ID number.", ["id-number"]),
        ("We do not collect your contacts. We collect your name.", ["name"]),
        # a condition is no refusal
        ("未经您同意，我们不会收集您的位置信息。", ["location"]),
        ("如您不提供身份证号码，我们无法承保。", ["id-number"]),
        ("您可以不提供人脸信息", ["face"]),
        ("Without your consent we will not collect your precise location.", ["location"]),
        ("If you do not provide your medical records, we cannot pay.", ["medical-record"]),
        # named twice, once as not collected: collected
        ("登录时不收集手机号。投保时收集手机号。", ["phone"]),
    ],
)
def test_suggest(knowledge, text, expected):
    assert kinds(text, knowledge) == expected


def test_the_words_of_the_text_are_told_once(knowledge):
    (mention,) = suggest("手机号、手机号、手机号码", knowledge)
    assert mention.words == ("手机号", "手机号码")


def test_a_text_is_read_up_to_its_limit(knowledge):
    assert kinds("。" * (TEXT_LIMIT - 2) + "姓名", knowledge) == ["name"]
    assert kinds("。" * TEXT_LIMIT + "姓名", knowledge) == []


@given(
    st.lists(
        st.one_of(
            st.text(max_size=8),
            st.characters(categories=["Cs"]),
            st.sampled_from(
                ["不收集", "姓名", "未经您同意", "never ask for", " password", ",", "。"]
            ),
        ),
        max_size=12,
    ).map("".join)
)
def test_any_text_is_read(knowledge, text):
    known = {each.id for each in knowledge.data_kinds}
    assert set(kinds(text, knowledge)) <= known


def test_every_word_suggests_its_own_kind(knowledge):
    for kind in knowledge.data_kinds:
        for word in kind.words:
            assert kinds(f"收集：{word}。", knowledge) == [kind.id], word
