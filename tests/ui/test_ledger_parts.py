"""The parts that the views of the ledger brought along."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from guardian_app.model import Text
from guardian_app.ui.ledger.files import SystemFiles
from guardian_app.ui.parts.ask_line import AskLine
from guardian_app.ui.parts.card import Card
from guardian_app.ui.parts.columns import Columns
from guardian_app.ui.parts.entry_tile import EntryTile
from guardian_app.ui.parts.label import Label
from guardian_app.ui.parts.scroll import Scroll
from guardian_app.ui.parts.tick import Tick
from guardian_app.ui.tree import dress, speak


@pytest.fixture
def show(qtbot, words, look):
    def shown(widget):
        qtbot.addWidget(widget)
        speak(widget, words)
        dress(widget, look)
        widget.show()
        return widget

    return shown


def test_a_tick_shows_a_box_that_changes(show, qtbot):
    tick = show(Tick(Text("姓名 & 电话", "Name")))
    assert tick.accessibleName() == "姓名 & 电话"
    empty = tick.grab().toImage()
    qtbot.keyClick(tick, Qt.Key.Key_Space)
    assert tick.isChecked()
    assert tick.grab().toImage() != empty


def test_a_secret_line_hides_what_is_typed_until_it_is_shown(show):
    line = show(AskLine("safe.passphrase", secret=True))
    assert line.field.echoMode() is QLineEdit.EchoMode.Password
    line.show_button.click()
    assert line.field.echoMode() is QLineEdit.EchoMode.Normal
    line.take("x")
    line.forget()
    assert line.text == ""
    assert line.field.echoMode() is QLineEdit.EchoMode.Password


def test_a_line_is_named_by_its_question_and_tells_enter(show, qtbot):
    line = show(AskLine("leaked.who"))
    assert line.field.accessibleName() == line.label.text()
    assert not line.show_button.isVisible()
    with qtbot.waitSignal(line.entered):
        qtbot.keyClick(line.field, Qt.Key.Key_Return)
    line.take("半\ud83d个")
    line.text.encode("utf-8")


def test_an_entry_tile_shows_its_lines_as_they_stand(show):
    tile = show(EntryTile("<b>&A</b>", "{0}"))
    assert [label.text() for label in tile.findChildren(Label)] == ["<b>&A</b>", "{0}"]
    assert tile.accessibleName() == "<b>&A</b> {0}"


def test_what_grows_in_stacked_columns_gets_its_height(show):
    card = Card()
    text = Label(text="短")
    card.put(text)
    scroll = Scroll()
    scroll.column.addWidget(Columns((1, [card]), (1, [Card("另一张")]), widest=500))
    scroll.column.addStretch(1)
    show(scroll)
    scroll.resize(400, 300)
    scroll.restack()
    for grown in ("长" * 200, "短", "长" * 400):
        text.say(grown)
        for _ in range(6):
            QApplication.processEvents()
        assert text.height() >= text.heightForWidth(text.width())
        assert card.height() == card.heightForWidth(card.width())


@pytest.mark.parametrize("answer", [True, False])
def test_the_systems_dialogue_is_asked_with_an_ending_and_may_be_left(
    show, monkeypatch, tmp_path, answer
):
    asked = []

    def exec_(dialogue):
        asked.append((dialogue.defaultSuffix(), dialogue.nameFilters(), dialogue.acceptMode()))
        return int(answer)

    monkeypatch.setattr(QFileDialog, "exec", exec_)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _: [str(tmp_path / "a")])
    parent = show(Card())
    expected = tmp_path / "a" if answer else None
    files = SystemFiles()
    assert files.where_to(parent, "存", "账本.guardian-backup", "备份 (加密)") == expected
    assert files.which(parent, "找", "备份", ".guardian-backup") == expected
    saving, opening = asked
    assert saving == (
        "guardian-backup",
        ["备份 (加密) (*.guardian-backup)"],
        QFileDialog.AcceptMode.AcceptSave,
    )
    assert opening[1] == ["备份 (*.guardian-backup)", "* (*)"]
