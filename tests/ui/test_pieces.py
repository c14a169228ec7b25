"""The original is cut into pieces without losing, adding or moving a letter."""

from hypothesis import given
from hypothesis import strategies as st

from guardian_app.ui.pieces import excerpt, whole
from guardian_app.ui.plain import visible
from guardian_app.words import Mark

TEXT = "零一二三四五六七八九"


def shown(pieces):
    return [(piece.text, tuple(one.number for one in piece.numbers)) for piece in pieces]


def test_without_marks_the_text_is_one_piece():
    assert shown(whole(TEXT, ())) == [(TEXT, ())]


def test_a_mark_is_cut_out_with_its_number_after_it():
    assert shown(whole(TEXT, [Mark(2, 4, 1, strong=True)])) == [
        ("零一", ()), ("二三", (1,)), ("四五六七八九", ()),
    ]  # fmt: skip


def test_overlapping_marks_keep_both_numbers_and_the_strong_one_wins():
    text = TEXT * 2
    pieces = whole(text, [Mark(1, 5, 1, strong=False), Mark(3, 15, 2, strong=True)])
    assert [(piece.text, piece.strong) for piece in pieces] == [
        ("零", False), ("一二", False), ("三四", True), (text[5:15], True), (text[15:], False),
    ]  # fmt: skip
    assert [(one.number, one.strong) for piece in pieces for one in piece.numbers] == [
        (1, False), (2, True),
    ]  # fmt: skip


def test_a_number_does_not_stand_inside_a_word_that_another_mark_goes_on_with():
    pieces = whole(TEXT, [Mark(1, 4, 1, strong=False), Mark(2, 6, 2, strong=True)])
    assert shown(pieces)[-2:] == [("四五", (1, 2)), ("六七八九", ())]


def test_a_number_stands_only_after_the_first_place_of_its_reason():
    marks = [Mark(7, 9, 1, strong=True), Mark(0, 2, 1, strong=True), Mark(2, 4, 1, strong=True)]
    pieces = whole(TEXT, marks)
    assert [(piece.marked, piece.numbers != ()) for piece in pieces] == [
        (True, True), (True, False), (False, False), (True, False), (False, False),
    ]  # fmt: skip


def test_marks_over_nearly_the_same_letters_are_one_in_the_stronger_colour():
    pieces = whole(TEXT, [Mark(1, 6, 2, strong=False), Mark(2, 7, 1, strong=True)])
    assert shown(pieces) == [("零", ()), ("一二三四五六", (1, 2)), ("七八九", ())]
    assert pieces[1].strong
    assert [one.strong for one in pieces[1].numbers] == [True, False]


def test_marks_that_share_little_stay_apart():
    pieces = whole(TEXT, [Mark(0, 9, 1, strong=False), Mark(6, 9, 2, strong=True)])
    assert [(piece.text, piece.strong) for piece in pieces] == [
        ("零一二三四五", False), ("六七八", True), ("九", False),
    ]  # fmt: skip


def test_a_long_text_is_shown_around_its_marks():
    text = "前" * 2000 + "要紧" + "后" * 2000
    pieces = excerpt(text, [Mark(2000, 2002, 1, strong=True)])
    assert sum(len(piece.text) for piece in pieces) < 200
    assert [piece.text for piece in pieces if piece.marked] == ["要紧"]
    assert pieces[0].aside
    assert pieces[-1].aside


def test_a_long_text_shows_a_number_only_at_the_first_of_its_places():
    text = "前" * 2000 + "要紧" + "后" * 2000 + "要紧"
    pieces = excerpt(text, [Mark(2000, 2002, 1, strong=True), Mark(4002, 4004, 1, strong=True)])
    assert [piece.numbers != () for piece in pieces if piece.marked] == [True, False]


def test_a_long_text_without_marks_shows_its_head():
    pieces = excerpt("字" * 5000, ())
    assert pieces[0].text.startswith("字")
    assert pieces[-1].aside


marks = st.builds(
    lambda start, length, number, strong: Mark(start, start + length, number, strong),
    st.integers(0, 30), st.integers(1, 30), st.integers(1, 9), st.booleans(),
)  # fmt: skip


@given(st.text(st.characters(), min_size=61, max_size=90), st.lists(marks, max_size=8))
def test_pieces_put_together_are_the_text_with_every_number(text, some):
    pieces = whole(text, some)
    assert "".join(piece.text for piece in pieces) == visible(text)
    assert sorted(one.number for piece in pieces for one in piece.numbers) == sorted(
        {mark.number for mark in some}
    )
