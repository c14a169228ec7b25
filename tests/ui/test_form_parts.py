"""Parts of forms: something to tick, a field for one line, a question with its answers."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from guardian_app.model import Language, Text
from guardian_app.ui.parts.ask import Ask
from guardian_app.ui.parts.choice import Choice
from guardian_app.ui.parts.field import Field
from guardian_app.ui.parts.tick import Tick
from guardian_app.ui.tree import dress, speak
from guardian_app.words import Words

NAME = Text(zh="人脸", en="Face")


def test_a_tick_is_a_check_box_with_name_mark_and_explanation(qtbot, words, sentences, look):
    tick = Tick(NAME, about=Text(zh="换不掉", en="cannot be changed"))
    qtbot.addWidget(tick)
    speak(tick, words)
    dress(tick, look)
    tick.show()
    face = QAccessible.queryAccessibleInterface(tick)
    assert face.role() is QAccessible.Role.CheckBox
    assert (tick.accessibleName(), tick.accessibleDescription()) == ("人脸", "换不掉")
    QTest.keyClick(tick, Qt.Key.Key_Space)
    assert tick.isChecked()
    tick.mark("ledger.proposed")
    assert tick.text() == "人脸（文中提到）"
    speak(tick, Words(sentences, Language.EN))
    assert tick.text() == "Face (in the text)"
    assert tick.height() >= look.sizes.target
    tick.grab()


def test_a_tick_tells_that_the_keyboard_has_come(qtbot, words):
    tick = Tick(NAME)
    qtbot.addWidget(tick)
    speak(tick, words)
    tick.show()
    with qtbot.waitSignal(tick.looked_at):
        tick.setFocus()


def test_a_secret_is_hidden_until_it_is_to_be_seen(qtbot, words):
    field = Field("ledger.passphrase", secret=True)
    qtbot.addWidget(field)
    speak(field, words)
    field.fill("horse")
    assert field.line.echoMode() is QLineEdit.EchoMode.Password
    field.reveal.click()
    assert field.line.echoMode() is QLineEdit.EchoMode.Normal
    assert field.reveal.accessibleName() == "隐藏：账本密码"
    field.hide_letters()
    assert field.line.echoMode() is QLineEdit.EchoMode.Password
    assert field.text == "horse"


def test_half_a_character_does_not_leave_a_field(qtbot):
    field = Field("ledger.code")
    qtbot.addWidget(field)
    field.fill("a\ud83d")
    assert field.text.encode("utf-8").startswith(b"a")


def test_a_question_is_asked_in_the_page_and_goes_with_its_answer(qtbot, words):
    done = []
    ask = Ask("ledger.unsaved", (("ledger.unsaved_save", "main", lambda: done.append(1)),))
    qtbot.addWidget(ask)
    speak(ask, words)
    assert not ask.isVisible()
    ask.show_question()
    assert ask.isVisible()
    ask.buttons["ledger.unsaved_save"].click()
    assert done == [1]
    assert not ask.isVisible()


def test_a_choice_may_be_open_and_be_opened_again(qtbot, words):
    choice = Choice("ledger.field_stage", (("a", NAME), ("b", "stage.claim")), open_at_first=True)
    qtbot.addWidget(choice)
    speak(choice, words)
    assert not choice.is_taken
    choice.take("b")
    assert (choice.is_taken, choice.value) == (True, "b")
    assert choice._group.button(0).text() == "人脸"
    choice.reopen()
    assert not choice.is_taken
