"""Checking a message as a person does it: paste, read, go back, undo; by keyboard alone."""

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QTextOption
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from verdict_samples import DANGER_TEXT, KNOWLEDGE, caution, danger, unknown

from guardian_app.errors import KnowledgeError
from guardian_app.model import Channel, Level, Message
from guardian_app.ui.check import CheckScreen
from guardian_app.ui.check.box import MOST
from guardian_app.ui.parts.call_row import CallRow
from guardian_app.ui.tree import dress, speak


def showing_result(page) -> bool:
    return page.result.isVisible()


def copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def paste_into(page, mime: QMimeData) -> None:
    page.entry.box.insertFromMimeData(mime)


def of_text(text: str) -> QMimeData:
    mime = QMimeData()
    mime.setText(text)
    return mime


def check_it(page, message: Message | None = None) -> None:
    """Check ``message`` and let the layout settle."""
    page.entry.show_message(message or danger().message)
    page.check_now()
    for _ in range(3):
        QApplication.processEvents()


class Recorder:
    """Checks like the engine would, and remembers what it was given."""

    def __init__(self, answer):
        self.answer = answer
        self.messages = []

    def __call__(self, message: Message):
        self.messages.append(message)
        return self.answer.verdict


def test_it_starts_in_the_empty_box_with_examples(make_window):
    page = make_window().page
    assert page.entry.box.hasFocus()
    assert not showing_result(page)
    assert len(page.entry.tiles) == 3


def test_typing_and_ctrl_enter_checks(make_window, qtbot):
    check = Recorder(danger())
    page = make_window(check).page
    page.entry.box.setPlainText(DANGER_TEXT)
    qtbot.keyClick(page.entry.box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert showing_result(page)
    assert page.result.banner.level is Level.DANGER
    assert check.messages == [Message(DANGER_TEXT)]


def test_number_and_channel_are_handed_on(make_window, qtbot):
    check = Recorder(danger())
    page = make_window(check).page
    page.entry.box.setPlainText("你好")
    page.entry.sender_field.setText(" 1380000 ")
    page.entry.channel.take(Channel.CALL)
    qtbot.mouseClick(page.entry.go, Qt.MouseButton.LeftButton)
    assert check.messages == [Message("你好", "1380000", Channel.CALL)]


def test_pasting_into_the_empty_box_checks_at_once(make_window, qtbot):
    check = Recorder(danger())
    page = make_window(check).page
    copy(DANGER_TEXT)
    qtbot.keyClick(page.entry.box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [message.text for message in check.messages] == [DANGER_TEXT]
    assert showing_result(page)


def test_pasting_more_into_what_is_there_waits(make_window):
    check = Recorder(danger())
    page = make_window(check).page
    page.entry.box.setPlainText("前面")
    paste_into(page, of_text("后面"))
    assert check.messages == []


def test_the_paste_button_says_so_when_there_is_nothing(make_window, qtbot):
    page = make_window().page
    QGuiApplication.clipboard().clear()
    qtbot.mouseClick(page.entry.paste_button, Qt.MouseButton.LeftButton)
    assert "没有可以粘贴" in page.notice.message.text()


def test_only_the_text_of_what_is_pasted_is_taken(make_window):
    page = make_window(Recorder(unknown())).page
    mime = QMimeData()
    mime.setHtml("<b>粗</b><img src='http://a.example/x.png'>")
    mime.setText("粗")
    paste_into(page, mime)
    assert page.entry.box.toPlainText() == "粗"


def test_a_dropped_file_is_not_taken(make_window):
    check = Recorder(unknown())
    page = make_window(check).page
    mime = QMimeData()
    mime.setUrls([QUrl("file:///etc/passwd")])
    paste_into(page, mime)
    assert page.entry.box.toPlainText() == ""
    assert check.messages == []


def test_an_empty_message_is_not_checked_but_told(make_window, qtbot):
    check = Recorder(unknown())
    page = make_window(check).page
    qtbot.mouseClick(page.entry.go, Qt.MouseButton.LeftButton)
    assert check.messages == []
    assert page.notice.isVisible()
    assert page.entry.box.hasFocus()


def test_a_text_that_is_too_long_keeps_its_head_and_says_so(make_window):
    check = Recorder(unknown())
    page = make_window(check).page
    paste_into(page, of_text("长" * (MOST + 5000)))
    assert len(check.messages[0].text) == MOST + 1  # so that the verdict, too, says it was cut
    assert "100,000" in page.notice.message.text()


def test_a_run_of_letters_without_an_end_is_wrapped_anywhere(make_window):
    box = make_window(Recorder(unknown())).page.entry.box
    box.show_text("x" * MOST)  # looking for the end of such a word takes Qt half a minute
    assert box.wordWrapMode() is QTextOption.WrapMode.WrapAnywhere
    box.show_text("an ordinary message")
    assert box.wordWrapMode() is QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


def test_an_example_can_be_tried(make_window, qtbot):
    check = Recorder(danger())
    page = make_window(check).page
    qtbot.mouseClick(page.entry.tiles[0], Qt.MouseButton.LeftButton)
    assert "屏幕共享" in check.messages[0].text
    assert showing_result(page)


def test_escape_clears_and_undo_brings_everything_back(make_window, qtbot):
    page = make_window().page
    check_it(page)
    qtbot.keyClick(page.result.sheet, Qt.Key.Key_Escape)
    assert not showing_result(page)
    assert page.entry.message() == Message("")
    assert page.entry.box.hasFocus()
    qtbot.keyClick(page.entry.box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert showing_result(page)
    assert page.entry.message() == Message(DANGER_TEXT, "+85200000000", Channel.SMS)
    assert not page.notice.isVisible()


def test_the_notice_offers_to_bring_back_what_was_cleared(make_window, qtbot):
    page = make_window().page
    check_it(page)
    qtbot.mouseClick(page.again, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.notice.action, Qt.MouseButton.LeftButton)
    assert showing_result(page)


def test_undo_in_the_box_undoes_typing_first(make_window, qtbot):
    page = make_window().page
    check_it(page)
    page.check_another()
    qtbot.keyClicks(page.entry.box, "abc")
    qtbot.keyClick(page.entry.box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not showing_result(page)
    assert page.entry.box.toPlainText() == ""


def test_changing_keeps_the_message(make_window, qtbot):
    page = make_window().page
    check_it(page)
    qtbot.mouseClick(page.edit, Qt.MouseButton.LeftButton)
    assert page.entry.box.toPlainText() == DANGER_TEXT


def test_what_to_do_stands_above_why(make_window):
    page = make_window().page
    check_it(page)
    tops = {
        card.accessibleName(): card.mapTo(page, card.rect().topLeft()).y()
        for card in page.result.findChildren(QWidget)
        if card.property("part") == "card"
    }
    assert tops["现在这样做"] < tops["为什么这样判断"]
    assert tops["现在这样做"] <= tops["官方电话"] < tops["为什么这样判断"]


def test_the_banner_stays_in_view_when_the_result_scrolls(make_window):
    page = make_window(size=(1024, 700)).page
    check_it(page)
    bar = page.result.sheet.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    assert page.result.banner.visibleRegion().boundingRect() == page.result.banner.rect()


def test_a_number_is_copied_and_that_is_said(make_window, qtbot):
    page = make_window().page
    check_it(page)
    row = page.result.findChildren(CallRow)[0]
    qtbot.mouseClick(row.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "95000"
    assert row.copy.text() == "已复制"
    assert "95000" in row.copy.accessibleName()


def test_the_keyboard_reaches_everything_that_can_be_pressed(make_window, qtbot):
    window = make_window()
    page = window.page
    for show in (
        lambda: None,
        lambda: check_it(page),
    ):
        show()
        wanted = {
            button
            for button in window.findChildren(QAbstractButton)
            if button.isVisible() and button.isEnabled()
        }
        seen = set()
        for _ in range(60):
            focus = QApplication.focusWidget()
            seen.add(focus)
            if hasattr(focus, "group") and focus.group():
                seen.update(focus.group().buttons())  # arrows move inside a group
            qtbot.keyClick(focus, Qt.Key.Key_Tab)
        missed = [button.accessibleName() for button in wanted - seen]
        assert missed == []


def test_a_known_failure_is_told_in_the_page(make_window):
    def fail(_):
        raise KnowledgeError("errors.pack_missing", file="knowledge.json")

    page = make_window(fail).page
    page.entry.box.setPlainText("你好")
    page.check_now()
    assert "knowledge.json" in page.notice.message.text()
    assert page.entry.go.isEnabled()
    assert not showing_result(page)


def test_a_bug_is_told_and_surfaces(make_window):
    def fail(_):
        raise ZeroDivisionError

    page = make_window(fail).page
    page.entry.box.setPlainText("你好")
    with pytest.raises(ZeroDivisionError):
        page.check_now()
    assert page.notice.isVisible()
    assert page.entry.go.isEnabled()


def test_while_a_check_is_under_way_no_second_one_starts(qtbot, words, look):
    waiting = []

    def later(owner, work, done, failed):
        del owner, failed
        waiting.append((work, done))

    page = CheckScreen(Recorder(caution()), lambda: KNOWLEDGE, later)
    qtbot.addWidget(page)
    dress(page, look)
    speak(page, words)
    page.show()
    page.entry.box.setPlainText("你好")
    page.check_now()
    assert not page.entry.go.isEnabled()
    assert page.entry.go.text() == "正在查……"
    work, done = waiting.pop()
    done(work())
    assert page.entry.go.isEnabled()
    assert page.result.banner.level is Level.CAUTION


def test_an_answer_to_an_older_question_is_dropped(qtbot, words, look):
    waiting = []
    answers = [danger(), caution()]

    def later(owner, work, done, failed):
        del owner, failed
        waiting.append((work, done))

    page = CheckScreen(lambda _: answers[len(waiting) - 1].verdict, lambda: KNOWLEDGE, later)
    qtbot.addWidget(page)
    dress(page, look)
    speak(page, words)
    page.entry.box.setPlainText(DANGER_TEXT)
    page.check_now()
    page.check_now()
    first, second = waiting
    second[1](second[0]())
    first[1](danger())
    assert page.result.banner.level is Level.CAUTION


def test_the_verdict_is_read_out(make_window, monkeypatch):
    said = []
    monkeypatch.setattr("guardian_app.ui.check.result.announce", lambda _, text: said.append(text))
    page = make_window().page
    check_it(page)
    assert said
    assert said[0].startswith("危险 很可能是诈骗")
