"""What the wording of a text is, and which passages show it."""

from math import isfinite

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardian_app.engine.signs.wording import (
    LIKE_FRAUD,
    LIKE_GENUINE,
    PASSAGES,
    STRETCH,
    WordingReader,
    places_of,
    runs_of,
    stretches_of,
    words_of,
)
from guardian_app.model import Wording

READER = WordingReader(
    Wording((-1.0, -2.0), {"先交钱": 400, "再退款": 300, "柜台办": -500}, {"柜台办": 100})
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("退保吧", ["退", "保", "吧"]),
        ("交8,000.50元", ["交", "0 ", "元"]),
        ("don't pay 3 fees", ["don't ", "pay ", "0 ", "fees "]),
        ("xx先生", ["0 ", "先", "生"]),
        ("点http://a.cc/x?y=1看", ["点", "看"]),
        ("见icbc.com.cn网", ["见", "网"]),
        ("", []),
        ("。!?", ["。", "! ", "? "]),
    ],
)
def test_words_are_characters_words_marks_and_numbers_without_links(text, words):
    assert words_of(text) == words


@given(st.text(alphabet="退保a.b/x0*9:, h中'", max_size=40))
def test_each_word_has_its_place(text):
    words, places = words_of(text), places_of(text)
    assert len(words) == len(places)
    for word, (start, end) in zip(words, places, strict=True):
        assert word.strip() == "0" or word.strip() == text[start:end]


def test_runs_are_of_one_to_three_words():
    assert runs_of(["a ", "b ", "退"]) == {"a ", "b ", "退", "a b ", "b 退", "a b 退"}


def test_a_text_of_no_known_words_leans_as_the_bias():
    for text in ("", "你好", "http://a.cc"):
        leaning = READER.leaning(text)
        assert leaning.fraud == -1.0
        assert leaning.warning == -2.0 + 0.5


def test_words_of_fraudsters_lean_one_way_and_honest_ones_the_other():
    assert READER.leaning("先交钱再退款").fraud > -1.0
    assert READER.leaning("到柜台办").fraud < -1.0
    assert READER.leaning("到柜台办").warning > READER.leaning("先交钱").warning


def test_padding_with_talk_does_not_hide_the_worst_stretch():
    alone = READER.leaning("先交钱再退款" + "嗯" * 60)
    padded = READER.leaning("好" * 3000 + "先交钱再退款" + "嗯" * 60)
    assert padded.fraud >= alone.fraud - 0.3


def test_stretches_cover_every_word():
    words = [str(each) for each in range(STRETCH * 3 + 7)]
    stretches = stretches_of(words)
    assert {word for stretch in stretches for word in stretch} == set(words)
    assert all(len(stretch) == STRETCH for stretch in stretches)


def test_the_passages_that_weigh_most_are_shown():
    text = "您好,先交钱,到柜台办也行"
    (fraud,) = READER.passages(text, LIKE_FRAUD)
    assert text[fraud.start : fraud.end] == "先交钱"
    (honest,) = READER.passages(text, LIKE_GENUINE)
    assert text[honest.start : honest.end] == "柜台办"


@given(st.text(max_size=400))
def test_any_text_has_a_leaning_and_few_passages(text):
    leaning = READER.leaning(text)
    assert isfinite(leaning.fraud)
    assert isfinite(leaning.warning)
    assert len(READER.passages(text, LIKE_FRAUD)) <= PASSAGES
