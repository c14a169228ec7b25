"""The score sheet: what is ticked is kept at once, counted, compared, taken back, sent out."""

import leaf_host
import pytest
from hand_services import run_now
from leaf_host import TODAY, AnsweringFiles, make_book, settle, show_leaf
from PySide6.QtCore import Qt

from guardian_app.exposure import Holder
from guardian_app.guardian import Guardian
from guardian_app.ledger import wrapping
from guardian_app.model import Language, Reading, Reply
from guardian_app.ui.ledger.safeguards import SafeguardsView

KNOWN = Guardian().knowledge
LIFE = Holder(institution="china-life")
HOSTILE = "<b>x</b>{{ 7*7 }}\u202e{0} %s &File"


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(wrapping, "MEMORY_KIB", 64)
        patch.setattr(wrapping, "PASSES", 1)
        made, _ = make_book(tmp_path_factory.mktemp("safeguards") / "ledger", ())
    yield made
    made.lock()


@pytest.fixture(autouse=True)
def without_replies(book):
    yield
    for reply in book.ledger.replies.kept():
        book.ledger.replies.remove(reply)


@pytest.fixture
def show(qtbot, sentences, tmp_path, book):
    def make(who=LIFE, settings="", size=(1180, 780)):
        view = SafeguardsView(lambda: book, lambda: KNOWN, run_now, who,
                              files=AnsweringFiles(), today=lambda: TODAY)  # fmt: skip
        path = tmp_path / "settings.toml"
        view.window_ = show_leaf(qtbot, sentences, path, view, settings=settings, size=size)
        return view

    return make


def said(view):
    settle()
    return leaf_host.said(view)


def answer(view, number, reading):
    row = list(view.rows.values())[number]
    row.reading.take(reading)
    row.reading.chosen.emit()
    settle()
    return row


def test_all_questions_are_asked_and_nothing_is_kept_yet(show, book):
    view = show()
    assert len(view.rows) == 24
    assert "还没问 24" in view.summary.text()
    assert "还没有记下回答" in said(view)
    assert book.ledger.replies.kept() == ()


def test_an_answer_is_kept_at_once_and_counted(show, book):
    view = show()
    row = answer(view, 0, Reading.GOOD)
    (reply,) = book.ledger.replies.kept()
    assert (reply.safeguard, reply.reading, reply.institution) == (
        row.safeguard.id, Reading.GOOD, "china-life",
    )  # fmt: skip
    assert reply.date == "2026-11-25"
    answer(view, 1, Reading.NONE)
    assert "好 1，含糊 0，没答 1，还没问 22" in view.summary.text()


def test_an_answer_is_taken_back_to_what_it_was(show, book):
    view = show()
    answer(view, 0, Reading.GOOD)
    answer(view, 0, Reading.WEAK)
    view.notice.action.click()
    assert [one.reading for one in book.ledger.replies.kept()] == [Reading.GOOD]
    answer(view, 1, Reading.WEAK)
    view.notice.action.click()
    assert len(book.ledger.replies.kept()) == 1
    row = answer(view, 0, None)
    assert book.ledger.replies.kept() == ()
    view.notice.action.click()
    assert [one.reading for one in book.ledger.replies.kept()] == [Reading.GOOD]
    assert row.reading.value is Reading.GOOD


def test_a_question_tells_how_to_read_its_answer(show):
    view = show()
    for safeguard, row in zip(KNOWN.safeguards, view.rows.values(), strict=True):
        row.more.click()
        seen = said(view)
        for text in (safeguard.question, safeguard.good, safeguard.weak, safeguard.basis):
            assert text.zh in seen
        row.more.click()


def test_day_and_note_are_kept_and_a_number_is_refused(show, book):
    view = show()
    row = answer(view, 0, Reading.WEAK)
    row.more.click()
    row.note.take("6222021234567890")
    row.keep.click()
    assert "备注或他们的话" in view.notice.message.text()
    assert row.note.text == "6222021234567890"
    row.note.take("只说很安全")
    row.day.take("2026-11-20")
    row.keep.click()
    (reply,) = book.ledger.replies.kept()
    assert (reply.note, reply.date) == ("只说很安全", "2026-11-20")


def test_a_note_that_is_being_typed_stays_when_another_question_is_answered(show):
    view = show()
    row = answer(view, 0, Reading.WEAK)
    row.more.click()
    row.note.take("写到一半")
    answer(view, 1, Reading.GOOD)
    assert row.note.text == "写到一半"


def test_institutions_stand_side_by_side(show, book):
    book.ledger.replies.put(Reply(safeguard="mfa", reading=Reading.GOOD, name=HOSTILE))
    view = show()
    answer(view, 0, Reading.WEAK)
    seen = said(view)
    assert "中国人寿" in seen
    assert "{{ 7*7 }}" in seen
    assert "\u202e" not in seen


@pytest.mark.parametrize("language", list(Language))
def test_the_questions_go_out_as_a_letter(show, language):
    view = show(settings=f'language = "{language}"\n')
    answer(view, 0, Reading.GOOD)
    view.write_letter()
    open_ones = view.paper.preview.text()
    first, second = KNOWN.safeguards[:2]
    assert second.question.get(language) in open_ones
    assert first.question.get(language) not in open_ones
    view.which.take(True)  # noqa: FBT003 - the answer "all"
    view.which.chosen.emit()
    assert first.question.get(language) in view.paper.preview.text()


def test_no_open_question_is_told(show):
    view = show()
    for number in range(24):
        answer(view, number, Reading.GOOD)
    view.write_letter()
    assert "还没有选要问的问题" in view.notice.message.text()


def test_the_keyboard_goes_back_and_writes(show, qtbot):
    view = show()
    qtbot.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert view.paper.isVisible()
    with qtbot.waitSignal(view.back, timeout=1000):
        qtbot.keyClick(view, Qt.Key.Key_Escape)
