"""The window: languages, looks and pages change while it runs; trouble is told inside it."""

import pytest
from hand_services import answering, no_book, run_now
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)  # fmt: skip
from verdict_samples import KNOWLEDGE, danger

from guardian_app.errors import KnowledgeError
from guardian_app.model import Language, Text
from guardian_app.paths import resources
from guardian_app.settings import Settings, Theme, load
from guardian_app.ui.parts.label import Label
from guardian_app.ui.screens import SCREENS, Services
from guardian_app.ui.window import Window

SETTINGS = len(SCREENS) - 1


def marked(sentences):
    """A pseudo-language: every sentence says which language it is in."""
    return {key: Text(f"‹zh›{text.zh}", f"‹en›{text.en}") for key, text in sentences.items()}


def all_that_is_said(window: QWidget):
    yield "title", window.windowTitle()
    for widget in (window, *window.findChildren(QWidget)):
        yield type(widget).__name__, widget.accessibleName()
        yield type(widget).__name__, widget.accessibleDescription()
        if isinstance(widget, QLabel | QAbstractButton):
            yield type(widget).__name__, widget.text()
        if isinstance(widget, QPlainTextEdit | QLineEdit):
            yield type(widget).__name__, widget.placeholderText()


def test_a_language_switch_reaches_everything_that_is_said(qtbot, sentences, tmp_path):
    path = tmp_path / "settings.toml"
    path.write_text('language = "zh"\n', encoding="utf-8")
    window = Window(
        answering(danger()), sentences=marked(sentences), theme=resources() / "theme",
        settings_path=path,
    )  # fmt: skip
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    page = window.page
    page.entry.show_message(danger().message)
    page.check_now()
    page.notice.tell("check.nothing", window.words)
    window.show_page(SETTINGS)
    assert any("‹zh›" in said for _, said in all_that_is_said(window))
    window.choose(Settings(language=Language.EN))
    QApplication.sendPostedEvents(None, 52)  # DeferredDelete: what was replaced is gone
    left = [(who, said) for who, said in all_that_is_said(window) if "‹zh›" in said]
    assert left == []
    assert any("‹en›" in said for _, said in all_that_is_said(window))
    window.choose(Settings(language=Language.ZH))
    QApplication.sendPostedEvents(None, 52)
    assert not any("‹en›" in said for _, said in all_that_is_said(window))


def test_everything_that_is_shown_is_a_sentence_or_knowledge(make_window):
    window = make_window()
    for label in window.findChildren(Label):
        assert label.key or not label.text() or label is window.navigation._known


def test_everything_that_can_be_used_has_a_name_for_a_screen_reader(make_window):
    window = make_window()
    window.page.entry.show_message(danger().message)
    for show in (lambda: None, window.page.check_now, lambda: window.show_page(SETTINGS)):
        show()
        for widget in window.findChildren(QWidget):
            if widget.isVisible() and isinstance(widget, QAbstractButton | QLineEdit):
                assert widget.accessibleName(), widget


def test_large_mode_and_theme_change_while_it_runs(make_window):
    window = make_window()
    window.page.entry.show_message(danger().message)
    window.page.check_now()
    before = window.page.result.banner._title.face.pointSizeF()
    window.choose(Settings(language=Language.ZH, large=True, theme=Theme.DARK))
    title = window.page.result.banner._title
    assert title.face.pointSizeF() > before
    assert window.look.colours.paper == "#171b1b"
    assert QApplication.palette().window().color().name() == "#171b1b"


def test_what_is_chosen_is_remembered(make_window, qtbot, tmp_path):
    window = make_window(settings='language = "zh"\n')
    window.show_page(SETTINGS)
    qtbot.mouseClick(window.page.choices["large"]._group.button(1), Qt.MouseButton.LeftButton)
    assert load(tmp_path / "settings.toml") == Settings(language=Language.ZH, large=True)
    assert window.look.sizes.target == 60


def test_a_broken_settings_file_is_told_and_left_alone(make_window, tmp_path):
    window = make_window(settings="large = [")
    assert "settings.toml" in window.page.notice.message.text()
    assert window.page.notice.isVisible()
    assert (tmp_path / "settings.toml").read_text() == "large = ["
    assert window.settings.large is False


def test_settings_that_cannot_be_saved_are_told(make_window, tmp_path):
    window = make_window()
    (tmp_path / "settings.toml").mkdir()
    window.choose(Settings(language=Language.ZH, large=True))
    assert window.page.notice.isVisible()
    assert window.look.sizes.target == 60


KEYS = {"Ctrl+1": Qt.Key.Key_1, "Ctrl+2": Qt.Key.Key_2, "Ctrl+,": Qt.Key.Key_Comma}


@pytest.mark.parametrize("number", range(len(SCREENS)))
def test_each_page_has_a_key(make_window, qtbot, number):
    window = make_window()
    window.show_page(SETTINGS - number)
    key = KEYS[SCREENS[number].shortcut]
    qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    assert window.page is window._pages[number]
    assert window.page.isVisible()


def test_the_date_of_the_knowledge_is_shown_once_it_is_known(make_window, qtbot):
    window = make_window()
    qtbot.waitUntil(window.navigation._known.isVisible)
    assert "2026-11-20" in window.navigation._known.text()


def test_missing_knowledge_is_told_at_the_start(qtbot, sentences, tmp_path):
    def missing():
        raise KnowledgeError("errors.pack_missing", file="knowledge.json")

    window = Window(
        Services(check=lambda _: danger().verdict, knowledge=missing, run=run_now, book=no_book),
        sentences=sentences, theme=resources() / "theme", settings_path=tmp_path / "s.toml",
    )  # fmt: skip
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(window.page.notice.isVisible)
    assert "knowledge.json" in window.page.notice.message.text()


def test_the_knowledge_is_not_loaded_before_the_window_is_seen(qtbot, sentences, tmp_path):
    asked = []
    services = Services(
        check=lambda _: danger().verdict, knowledge=lambda: asked.append(1) or KNOWLEDGE,
        run=run_now, book=no_book,
    )  # fmt: skip
    window = Window(
        services, sentences=sentences, theme=resources() / "theme", settings_path=tmp_path / "s",
    )  # fmt: skip
    qtbot.addWidget(window)
    assert asked == []
    window.show()
    qtbot.waitUntil(lambda: bool(asked))
