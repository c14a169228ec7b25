"""The views of the ledger at 1024 × 700: no word cut, nothing small when large, all named."""

import msgspec
import pytest
from hand_services import run_now
from leaf_host import NOW, SECRET, SHARES, TODAY, AnsweringFiles, make_book, settle, show_leaf
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from test_fit import cut, shown

from guardian_app.exposure import Holder
from guardian_app.ledger import wrapping
from guardian_app.model import Language, LeakSign, Share, Stage
from guardian_app.settings import Theme
from guardian_app.ui.ledger.knew import KnewView
from guardian_app.ui.ledger.leaked import LeakedView
from guardian_app.ui.ledger.safe import SafeView
from guardian_app.ui.parts.label import Label

LONG = Share(stage=Stage.QUOTE, kinds=("name",), name="Very Long Name Insurance Brokers " * 3)


def knew_ticked(view, _):
    view.more.click()
    for kind in ("name", "phone", "policy-no"):
        view.ticks[kind].click()


def knew_other_day(view, _):
    view.day.choice.take("")
    view.day.choice.chosen.emit()
    view.ticks["plate"].click()
    view.keep.click()


def leaked_told(view, _):
    view.show_leak(Holder(institution="china-life"))


def leaked_long(view, _):
    view.show_leak(Holder(name=" ".join(LONG.name.split())))


def restore_chosen(view, path):
    view.restore.go.click()
    view.restore.choose_path(path)


def restore_looked(view, path):
    restore_chosen(view, path)
    view.restore.secret.line.take(SECRET)
    view.restore.look.click()


def change(view, _):
    view.keys.go.click()


def code(view, _):
    view.keys.want("code")
    view.keys.secret.line.take(SECRET)
    view.keys.do.click()


def unfold(name):
    return lambda view, _: getattr(view, name).go.click()


STATES = {
    "knew": ("knew", lambda *_: None),
    "knew-ticked": ("knew", knew_ticked),
    "knew-day": ("knew", knew_other_day),
    "pick": ("leaked", lambda *_: None),
    "typed": ("leaked", lambda view, _: view.pick.line.take("平安")),
    "told": ("leaked", leaked_told),
    "long": ("leaked", leaked_long),
    "safe": ("safe", lambda *_: None),
    "restore": ("safe", unfold("restore")),
    "chosen": ("safe", restore_chosen),
    "looked": ("safe", restore_looked),
    "export": ("safe", unfold("export")),
    "wipe": ("safe", unfold("wipe")),
    "change": ("safe", change),
    "code": ("safe", code),
}


@pytest.fixture
def open_state(qtbot, sentences, knowledge, tmp_path, monkeypatch):
    monkeypatch.setattr(wrapping, "MEMORY_KIB", 64)
    monkeypatch.setattr(wrapping, "PASSES", 1)
    book, _ = make_book(tmp_path / "ledger", (*SHARES, LONG))
    book.ledger.leak_signs.add(LeakSign(date="2026-01-01", kinds=("name",), note="今天到期"))
    path = tmp_path / "a.guardian-backup"
    book.ledger.backup(path)
    book.ledger.keep_daily()
    views = {
        "knew": lambda: KnewView(lambda: book, lambda: knowledge, run_now, lambda: TODAY),
        "leaked": lambda: LeakedView(lambda: book, lambda: knowledge, run_now, lambda: TODAY),
        "safe": lambda: SafeView(lambda: book, run_now, AnsweringFiles(), lambda: NOW),
    }

    def make(state, **options):
        which, bring = STATES[state]
        view = views[which]()
        if which == "leaked":
            view.heard.connect(lambda *_: None)
            view.right_wanted.connect(lambda *_: None)
        window = show_leaf(qtbot, sentences, tmp_path / "settings.toml", view, **options)
        bring(view, path)
        settle()
        return window

    yield make
    book.lock()


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_word_is_cut(open_state, state, language):
    for large, size in ((True, (1024, 700)), (False, (1024, 700)), (False, (1180, 780))):
        settings = f'language = "{language}"\nlarge = {str(large).lower()}\n'
        window = open_state(state, settings=settings, size=size)
        assert (window.width(), window.height()) == size
        faults = {
            (type(widget).__name__, widget.text()[:30], cut(widget, window))
            for widget in shown(window)
            if cut(widget, window)
        }
        assert faults == set()
        bar = window.page.leaf.sheet.horizontalScrollBar()
        assert bar.maximum() == 0 or not bar.isVisible()
        content = window.page.leaf.sheet.widget()
        assert content.width() <= window.page.leaf.sheet.viewport().width()


@pytest.mark.parametrize("state", STATES)
def test_large_mode_is_large_and_everything_has_a_name(open_state, state):
    window = open_state(state, settings='language = "en"\nlarge = true\n', size=(1024, 700))
    for widget in shown(window):
        if isinstance(widget, Label):
            assert 18 <= widget.face.pointSizeF() <= 30
        else:
            assert widget.height() >= 60, widget.text()
            assert widget.font().pointSizeF() >= 18, widget.text()
        if isinstance(widget, QAbstractButton | QLineEdit):
            face = QAccessible.queryAccessibleInterface(widget)
            assert face.text(QAccessible.Text.Name).strip(), widget


def test_ticks_are_boxes_to_a_screen_reader(open_state):
    window = open_state("knew-ticked")
    tick = window.page.leaf.ticks["name"]
    face = QAccessible.queryAccessibleInterface(tick)
    assert face.role() is QAccessible.Role.CheckBox
    assert face.text(QAccessible.Text.Name) == "姓名"
    assert face.state().checked


@pytest.mark.parametrize("state", STATES)
def test_language_and_look_change_while_it_is_shown(open_state, state):
    window = open_state(state)
    chosen = msgspec.structs.replace(
        window.settings, language=Language.EN, large=True, theme=Theme.DARK
    )
    window.choose(chosen)
    settle()
    ours = ("今天到期", "某某经纪", "平安", "中文")
    left = [
        each.text()
        for each in shown(window)
        if any("\u4e00" <= letter <= "\u9fff" for letter in each.text())
        and not any(name in each.text() for name in ours)
    ]
    assert left == []
