"""An institution had a leak: picking it, what is out, what to do."""

import pytest
from hand_services import run_now
from leaf_host import SHARES, TODAY, make_book, said, settle, show_leaf
from PySide6.QtCore import Qt

from guardian_app.exposure import Holder
from guardian_app.ledger import wrapping
from guardian_app.model import Share, Stage
from guardian_app.ui.ledger.leaked import LeakedView
from guardian_app.ui.ledger.leaked_pick import SHOWN

BROKER = Holder(name="某某经纪")


@pytest.fixture(autouse=True)
def quick_passphrases(monkeypatch):
    monkeypatch.setattr(wrapping, "MEMORY_KIB", 64)
    monkeypatch.setattr(wrapping, "PASSES", 1)


@pytest.fixture
def open_leaked(qtbot, sentences, knowledge, tmp_path):
    made = []

    def make(shares=SHARES, *, heard=None, rights=None, **options):
        book, _ = make_book(tmp_path / "ledger", shares)
        made.append(book)
        view = LeakedView(lambda: book, lambda: knowledge, run_now, lambda: TODAY)
        if heard is not None:
            view.heard.connect(lambda *told: heard.append(told))
        if rights is not None:
            view.right_wanted.connect(lambda *told: rights.append(told))
        show_leaf(qtbot, sentences, tmp_path / "settings.toml", view, **options)
        return view, book

    yield make
    for book in made:
        book.lock()


def show(view, who=BROKER):
    view.show_leak(who)
    settle()


def test_those_in_the_ledger_stand_first_the_last_one_on_top(open_leaked):
    view, _ = open_leaked()
    assert [who for who, _ in view.pick.shown] == [
        BROKER, Holder(institution="cpic-pc"), Holder(institution="china-life"),
    ]  # fmt: skip


def test_others_are_found_by_a_part_of_the_name_or_the_hotline(open_leaked):
    view, _ = open_leaked()
    view.pick.line.take("国寿")
    found = [who.institution for who, _ in view.pick.shown]
    assert found[0] == "china-life"
    assert len(found) > 1
    view.pick.line.take("95519")
    assert Holder(institution="china-life") in [who for who, _ in view.pick.shown]


def test_a_name_that_nobody_knows_can_be_used(open_leaked):
    view, _ = open_leaked()
    view.pick.line.take("一家没人知道的店")
    settle()
    assert "没有找到" in said(view.pick)
    view.show_leak(Holder(name="一家没人知道的店"))
    settle()
    assert "没有登记过" in view.held.text()
    assert view.kinds == ()


def test_an_empty_ledger_says_what_to_do(open_leaked):
    view, _ = open_leaked(shares=())
    assert "账本还是空的" in said(view.pick)


def test_many_are_cut_and_the_rest_is_counted(open_leaked):
    many = [Share(stage=Stage.QUOTE, name=f"机构{n}", kinds=("name",)) for n in range(50)]
    view, _ = open_leaked(shares=many)
    assert len(view.pick.shown) == SHOWN
    assert f"还有 {50 - SHOWN} 家" in said(view.pick)


def test_everything_it_held_is_taken_as_out_the_most_harmful_first(open_leaked):
    view, _ = open_leaked()
    show(view)
    assert view.kinds == ("face", "phone", "name", "family")
    told = said(view.out)
    assert "漏出去的：4 样" in told
    assert told.index("最要紧") < told.index("手机号 · 要紧") < told.index("姓名 · 一般")
    assert "您的脸，换不掉" in told
    assert "no-such-kind" in view.held.text()


def test_what_the_news_does_not_name_can_be_left_out(open_leaked):
    view, _ = open_leaked()
    show(view)
    view.ticks["face"].click()
    settle()
    assert view.kinds == ("phone", "name", "family")
    assert "漏出去的：3 样" in said(view.out)
    assert "银行卡背面" not in said(view.steps)


def test_steps_stand_in_their_order_with_what_they_rest_on(open_leaked):
    view, _ = open_leaked()
    show(view)
    told = said(view.steps)
    places = [told.index(part) for part in ("银行卡背面", "就记下", "写信问", "换掉手机", "几个月")]
    assert places == sorted(places)
    assert "第五十七条" in told
    assert "我们的建议" in told
    assert "110" in told


def test_buttons_to_which_nobody_listens_are_not_shown(open_leaked):
    view, _ = open_leaked()
    show(view)
    assert not view.keep.isVisible()
    assert said(view.rights) == ""


def test_a_right_is_wanted_of_that_institution(open_leaked):
    rights = []
    view, _ = open_leaked(rights=rights)
    show(view)
    buttons = view.rights.findChildren(type(view.keep))
    assert buttons[0].text() == "问清泄露"
    buttons[0].click()
    assert rights == [(BROKER, "leak-facts")]


def test_what_was_heard_is_handed_on_with_kinds_and_day(open_leaked):
    heard = []
    view, _ = open_leaked(heard=heard)
    show(view)
    view.ticks["face"].click()
    view.day.choice.take("1")
    view.keep.click()
    assert heard == [(BROKER, ("phone", "name", "family"), "2026-11-24")]


def test_nothing_ticked_is_told_and_not_handed_on(open_leaked):
    heard = []
    view, _ = open_leaked(heard=heard)
    show(view, Holder(institution="ccb-life"))
    view.keep.click()
    assert heard == []
    assert "还没有点" in view.notice.message.text()


def test_the_keyboard_alone_picks_and_goes_back_step_by_step(open_leaked, qtbot):
    view, _ = open_leaked()
    assert view.pick.line.field.hasFocus()
    qtbot.keyClicks(view.pick.line.field, "95519")
    qtbot.keyClick(view.pick.line.field, Qt.Key.Key_Return)
    settle()
    assert view.who.text() == "中国人寿"
    qtbot.keyClick(view.focusWidget(), Qt.Key.Key_Escape)
    assert view.pick.isVisible()
    with qtbot.waitSignal(view.back):
        qtbot.keyClick(view.focusWidget(), Qt.Key.Key_Escape)


def test_a_locked_ledger_is_told(open_leaked):
    view, book = open_leaked()
    book.lock()
    view.start()
    assert "锁上" in view.notice.message.text()


def test_english_is_spoken(open_leaked):
    view, _ = open_leaked(settings='language = "en"\n')
    show(view, Holder(institution="china-life"))
    assert view.who.text() == "China Life Insurance Company Limited"
    assert "most harmful first" in said(view.out)


def test_hostile_names_are_shown_as_they_stand(open_leaked):
    bad = "<img src=x>&File {0}"
    view, _ = open_leaked(shares=[Share(stage=Stage.QUOTE, name=bad, kinds=("name",))])
    assert bad in said(view.pick)
    show(view, view.pick.shown[0][0])
    assert view.who.text() == bad
