"""The caller knew something: who could have told, and keeping it."""

import pytest
from hand_services import run_now
from leaf_host import SHARES, TODAY, make_book, said, settle, show_leaf
from PySide6.QtCore import Qt

from guardian_app.ledger import wrapping
from guardian_app.model import LeakSign, Share, Stage
from guardian_app.ui.ledger.day import read_day
from guardian_app.ui.ledger.knew import QUOTED, SHOWN, KnewView
from guardian_app.ui.tasks import Tasks


@pytest.fixture(autouse=True)
def quick_passphrases(monkeypatch):
    monkeypatch.setattr(wrapping, "MEMORY_KIB", 64)
    monkeypatch.setattr(wrapping, "PASSES", 1)


@pytest.fixture
def open_knew(qtbot, sentences, knowledge, tmp_path):
    made = []

    def make(shares=SHARES, run=run_now, **options):
        book, _ = make_book(tmp_path / "ledger", shares)
        made.append(book)
        view = KnewView(lambda: book, lambda: knowledge, run, lambda: TODAY)
        show_leaf(qtbot, sentences, tmp_path / "settings.toml", view, **options)
        return view, book

    yield make
    for book in made:
        book.lock()


def tick(view, *kinds):
    for kind in kinds:
        view.ticks[kind].click()
    settle()


def test_what_callers_quote_first_stands_first_and_the_rest_is_folded(open_knew):
    view, _ = open_knew()
    assert tuple(view.ticks)[: len(QUOTED)] == QUOTED
    assert view.ticks["name"].isVisible()
    assert not view.ticks["gene"].isVisible()
    view.more.click()
    assert view.ticks["gene"].isVisible()


def test_ticking_tells_at_once_who_alone_could_have_told_it(open_knew):
    view, _ = open_knew()
    tick(view, "name", "phone", "policy-no")
    assert view.summary.text() == "只有一家全都有：中国人寿"
    told = said(view.result)
    assert told.index("一家就说得全的：1 家") < told.index("只有其中一部分的：2 家")
    assert "没有：保单号、险种、保额、缴费日" in told
    assert "最近一次给：2025-03-12" in told


def test_it_says_that_it_proves_nothing_and_that_exact_facts_are_suspicious(open_knew):
    view, _ = open_knew()
    tick(view, "name")
    told = said(view.result)
    assert "不是证据" in told
    assert "说得越准，越要当心" in told


def test_it_says_what_it_means_that_nobody_has_it(open_knew):
    view, _ = open_knew()
    view.more.click()
    tick(view, "gene")
    assert "没有一家有这些" in view.summary.text()
    assert "还没登记" in said(view.result)


def test_an_empty_ledger_says_so_and_still_keeps_a_sign(open_knew):
    view, book = open_knew(shares=())
    assert "账本还是空的" in said(view.result)
    tick(view, "name")
    view.keep.click()
    assert [sign.kinds for sign in book.ledger.leak_signs.kept()] == [("name",)]


def test_a_call_before_something_was_given_cannot_have_used_it(open_knew):
    view, _ = open_knew()
    tick(view, "plate")
    view.day.choice.take("")
    view.day.choice.chosen.emit()
    view.day.line.take("2023-12-31")
    assert "没有一家" in view.summary.text()
    view.day.line.take("2024年1月1日")
    assert "太平洋" in view.summary.text() or "全都有" in view.summary.text()


def test_many_institutions_are_listed_on_request(open_knew):
    many = [Share(stage=Stage.QUOTE, name=f"机构{n}", kinds=("name",)) for n in range(30)]
    view, _ = open_knew(shares=many)
    tick(view, "name")
    assert said(view.result).count("有：姓名") == SHOWN
    view._show_all()
    settle()
    assert said(view.result).count("有：姓名") == 30


def test_a_sign_is_kept_once_listed_removed_and_brought_back(open_knew):
    view, book = open_knew()
    tick(view, "name", "phone")
    view.note.take("说我的保单今天到期")
    changes = []
    view.signs_changed.connect(lambda: changes.append(1))
    view.keep.click()
    (kept,) = book.ledger.leak_signs.kept()
    assert (kept.date, kept.kinds, kept.note) == (
        "2026-11-25", ("name", "phone"), "说我的保单今天到期",
    )  # fmt: skip
    settle()
    assert "说我的保单今天到期" in said(view.signs)
    view.keep.click()
    assert len(book.ledger.leak_signs.kept()) == 1
    view.remove_sign(kept)
    assert book.ledger.leak_signs.kept() == ()
    view.notice.action.click()
    assert [each.note for each in book.ledger.leak_signs.kept()] == ["说我的保单今天到期"]
    assert len(changes) == 3


def test_what_was_just_kept_can_be_taken_back(open_knew):
    view, book = open_knew()
    tick(view, "name")
    view.keep.click()
    view.notice.action.click()
    assert book.ledger.leak_signs.kept() == ()


def test_a_number_in_the_note_is_refused_in_words_and_nothing_is_lost(open_knew):
    view, book = open_knew()
    tick(view, "name")
    view.note.take("他念出 110101199003078515")
    view.keep.click()
    assert "“还说了什么”" in view.notice.message.text()
    assert view.note.text == "他念出 110101199003078515"
    assert view.kinds == ("name",)
    assert book.ledger.leak_signs.kept() == ()


def test_a_locked_ledger_is_told_and_ticks_stay(open_knew):
    view, book = open_knew()
    tick(view, "name")
    book.lock()
    view.keep.click()
    assert "锁上" in view.notice.message.text()
    assert view.kinds == ("name",)


def test_nothing_ticked_is_told(open_knew):
    view, book = open_knew()
    view.keep.click()
    assert "还没有点" in view.notice.message.text()
    assert book.ledger.leak_signs.kept() == ()


def test_no_day_is_told(open_knew):
    view, book = open_knew()
    tick(view, "name")
    view.day.choice.take("")
    view.day.choice.chosen.emit()
    view.day.line.take("明年")
    view.keep.click()
    assert "2026-01-31" in view.notice.message.text()
    assert book.ledger.leak_signs.kept() == ()


def test_the_keyboard_alone_ticks_keeps_and_leaves(open_knew, qtbot):
    view, book = open_knew()
    assert view.ticks["name"].hasFocus()
    qtbot.keyClick(view.ticks["name"], Qt.Key.Key_Space)
    qtbot.keyClick(view.ticks["name"], Qt.Key.Key_Return)
    assert len(book.ledger.leak_signs.kept()) == 1
    with qtbot.waitSignal(view.back):
        qtbot.keyClick(view.ticks["name"], Qt.Key.Key_Escape)


def test_tab_goes_in_the_order_in_which_things_stand(open_knew):
    view, _ = open_knew()
    tick(view, "name")
    order, widget = [], view.ticks["name"]
    for _ in range(40):
        order.append(widget)
        widget = widget.nextInFocusChain()
        while not (widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus):
            widget = widget.nextInFocusChain()
    at = [order.index(each) for each in (view.ticks["address"], view.more, view.note.field,
                                         view.keep)]  # fmt: skip
    assert at == sorted(at)


def test_another_language_is_spoken_at_once(open_knew):
    view, _ = open_knew(settings='language = "en"\n')
    tick(view, "name", "phone", "policy-no")
    assert view.summary.text() == "Only one has all of it: China Life Insurance Company Limited"
    assert view.ticks["name"].text() == "Name"


def test_hostile_names_and_notes_are_shown_as_they_stand(open_knew):
    bad = "<b>&File</b>{0} %s"
    view, book = open_knew(shares=[Share(stage=Stage.QUOTE, name=bad, kinds=("name",))])
    book.ledger.leak_signs.add(LeakSign(date="2026-01-01", kinds=("name",), note=bad))
    view.start()
    tick(view, "name")
    assert bad in view.summary.text()
    assert bad in said(view.result)
    assert bad in said(view.signs)


def test_it_works_beside_the_window(open_knew, qtbot):
    tasks = Tasks()
    view, _ = open_knew(run=tasks.run)
    qtbot.waitUntil(lambda: bool(view.ticks))
    view.ticks["plate"].click()
    qtbot.waitUntil(lambda: "全都有" in view.summary.text())
    tasks.finish()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-01-31", "2026-01-31"),
        ("2026/1/3", "2026-01-03"),
        ("2026年1月3日", "2026-01-03"),
        ("20260103", "2026-01-03"),
        ("1月3日", "2026-01-03"),
        ("12.24", "2025-12-24"),
        ("2026-11-26", ""),
        ("2026-02-30", ""),
        ("2月29日", ""),
        ("昨天", ""),
        ("", ""),
    ],
)
def test_a_day_is_read_as_people_write_it(text, day):
    assert read_day(text, TODAY) == day
