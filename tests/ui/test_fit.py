"""No word is cut and nothing is too small at 1024 × 700, in both sizes and both languages."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from verdict_samples import caution, danger, unknown

from guardian_app.ui.parts.label import Label
from guardian_app.ui.parts.marked import MarkedText
from guardian_app.ui.parts.tile import Tile
from guardian_app.ui.screens import SCREENS

LANGUAGES = ("zh", "en")
STATES = ("empty", "danger", "caution", "unknown", "notice", "settings", "whole")


def bring_to(window, state: str) -> None:
    page = window.page
    answer = {"caution": caution, "unknown": unknown}.get(state, danger)()
    if state in {"danger", "caution", "unknown", "whole"}:
        page.entry.show_message(answer.message)
        page._show_answer(answer, page._turn)
    if state == "notice":
        page.entry.show_message(answer.message)
        page.check_now()
        page.check_another()
    if state == "settings":
        window.show_page(len(SCREENS) - 1)
    for _ in range(4):
        QApplication.processEvents()


def cut(widget: QWidget, window: QWidget) -> str:
    """Say what is wrong with the room that ``widget`` has, "" if nothing."""
    if isinstance(widget, Label | MarkedText | Tile):
        if widget.height() < widget.heightForWidth(widget.width()):
            return f"too low: {widget.height()} < {widget.heightForWidth(widget.width())}"
        if widget.width() < widget.minimumSizeHint().width():
            return "too narrow for a word"
    elif isinstance(widget, QAbstractButton):
        hint = widget.sizeHint()
        if widget.width() < hint.width() or widget.height() < hint.height():
            return f"{widget.size()} < {hint}"
    place = QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size())
    if place.left() < 0 or place.right() > window.width():
        return f"beyond the edge: {place}"
    return ""


def shown(window: QWidget):
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible() and isinstance(widget, QLabel | QAbstractButton | QLineEdit)
    ]


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("size", [(1024, 700), (1180, 780)])
def test_no_word_is_cut(make_window, state, language, large, size):
    window = make_window(
        settings=f'language = "{language}"\nlarge = {str(large).lower()}\n', size=size
    )
    bring_to(window, state)
    assert (window.width(), window.height()) == size
    faults = {
        (type(widget).__name__, widget.text()[:30], cut(widget, window))
        for widget in shown(window)
        if cut(widget, window)
    }
    assert faults == set()


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_large_mode_is_large(make_window, state, language):
    window = make_window(settings=f'language = "{language}"\nlarge = true\n', size=(1024, 700))
    bring_to(window, state)
    for widget in shown(window):
        if isinstance(widget, Label):
            assert 18 <= widget.face.pointSizeF() <= 30
            letters = widget.face.pointSizeF() * widget.logicalDpiY() / 72
            assert widget.line_height >= 1.3 * letters
        elif isinstance(widget, MarkedText):
            assert widget._face.pointSizeF() >= 18
        else:
            assert widget.height() >= 60, widget
            assert widget.font().pointSizeF() >= 18, widget


def test_text_of_the_longest_kind_is_laid_out_once_a_width(make_window):
    window = make_window(size=(1024, 700))
    answer = unknown("字" * 100_000)
    window.page._show_answer(answer, window.page._turn)
    original = window.page.result.findChildren(MarkedText)[-1]
    assert len(original.text()) < 1000
    original.show_pieces(original._pieces)
    assert original.heightForWidth(400) == original.heightForWidth(400)
