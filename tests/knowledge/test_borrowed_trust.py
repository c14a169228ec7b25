"""A hotline and an official account, named at the end, buy a fraud no lower level."""

import pytest

from guardian_app import paths
from guardian_app.engine import Checker
from guardian_app.knowledge import read_folder
from guardian_app.knowledge.pack import packed
from guardian_app.model import Level, Message, SignKind

KNOWLEDGE, FAULTS = read_folder(paths.resources() / "knowledge")
CHECKER = Checker(packed(KNOWLEDGE))
LEVELS = list(Level)
BORROWED = {"zh": "，客服热线95519，公众号同步。", "en": ", hotline 95519, official account."}


def level(text):
    return LEVELS.index(CHECKER.check(Message(text)).level)


def with_borrowed_trust(text):
    language = "zh" if any("\u4e00" <= letter <= "\u9fff" for letter in text) else "en"
    return text.rstrip("。.！!") + BORROWED[language]


@pytest.mark.parametrize("scheme", KNOWLEDGE.schemes, ids=lambda scheme: scheme.id)
def test_borrowed_trust_buys_no_lower_level(scheme):
    assert not FAULTS
    assert scheme.examples.hits
    lowered = [hit for hit in scheme.examples.hits if level(with_borrowed_trust(hit)) < level(hit)]
    assert not lowered


def shows(sign, text):
    return sign.id in CHECKER.signs_in(Message(text), warns=False)


@pytest.mark.parametrize("sign", KNOWLEDGE.signs, ids=lambda sign: sign.id)
def test_borrowed_trust_takes_no_sign_away(sign):
    if sign.detector or sign.kind is SignKind.GENUINE:
        return
    hits = (*sign.hits.zh, *sign.hits.en)
    assert not [hit for hit in hits if not shows(sign, with_borrowed_trust(hit))]
