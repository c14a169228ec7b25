"""A stranger's letters can neither hide, nor turn, nor break anything."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardian_app.ui.plain import HIDDEN, breakable, hides_something, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("您好，abc 123", "您好，abc 123"),
        ("a\u202eb", f"a{HIDDEN}b"),
        ("a\u200bb", f"a{HIDDEN}b"),
        ("a\u2067b\u2069", f"a{HIDDEN}b{HIDDEN}"),
        ("a\x00b", f"a{HIDDEN}b"),
        ("a\ud800b", f"a{HIDDEN}b"),
        ("a\u2028b\x0bc", "a\nb\nc"),
        ("a\r\nb", "a \nb"),
        ("\u3164x", f"{HIDDEN}x"),
        ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
        ("码\u200d", f"码{HIDDEN}"),
        ("<b>x</b>", "<b>x</b>"),
    ],
)
def test_hidden_letters_are_shown(text, shown):
    assert visible(text) == shown


def test_it_is_said_when_something_was_hidden():
    assert hides_something("验\u200b证码")
    assert not hides_something("验证码\n")


def test_a_run_without_an_end_can_be_broken_and_nothing_else_is_touched():
    assert breakable("x" * 200) == "x" * 80 + "\u200b" + "x" * 80 + "\u200b" + "x" * 40
    for text in ("验证码" * 100, "a short text " * 30, "http://a.example/q"):
        assert breakable(text) == text


@given(st.text(st.characters(), max_size=200))
def test_one_letter_stays_one_letter(text):
    shown = visible(text)
    assert len(shown) == len(text)
    assert not any(letter in "\u202a\u202b\u202d\u202e\u2066\u2067\u2068" for letter in shown)
    shown.encode("utf-8")
