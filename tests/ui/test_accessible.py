"""What a screen reader gets to hear."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from verdict_samples import danger

from guardian_app.ui.announce import announce
from guardian_app.ui.parts.banner import Banner
from guardian_app.ui.parts.label import Label
from guardian_app.ui.parts.marked import MarkedText


def heard(widget) -> tuple[QAccessible.Role, str]:
    face = QAccessible.queryAccessibleInterface(widget)
    return face.role(), face.text(QAccessible.Text.Name)


def show_result(page) -> None:
    page._show_answer(danger(), page._turn)
    for _ in range(3):
        QApplication.processEvents()


def test_the_banner_says_level_title_and_what_to_do_first(make_window):
    page = make_window().page
    show_result(page)
    name = heard(page.result.findChild(Banner))[1]
    assert name.startswith("危险 很可能是诈骗：冒充客服取消“百万保障”")
    assert "不点链接" in name


def test_every_line_is_text_with_its_words_as_name(make_window):
    page = make_window().page
    show_result(page)
    labels = [label for label in page.findChildren(Label) if label.isVisible()]
    assert len(labels) > 20
    for label in labels:
        assert heard(label) == (QAccessible.Role.StaticText, label.text())


def test_the_original_is_heard_with_the_numbers_of_its_reasons(make_window):
    page = make_window().page
    show_result(page)
    role, name = heard(page.result.findChildren(MarkedText)[-1])
    assert role is QAccessible.Role.StaticText
    assert "百万保障试用期今日到期 [1]" in name


def test_buttons_and_fields_have_roles_and_names(make_window):
    page = make_window().page
    assert heard(page.entry.go) == (QAccessible.Role.Button, "查一查")
    assert heard(page.entry.box)[1] == "短信内容，或者电话里听到的话"
    assert heard(page.entry.sender_field)[1].startswith("对方号码")
    assert heard(page.entry.channel.first)[0] is QAccessible.Role.RadioButton


def test_announcing_reaches_a_screen_reader_that_listens(make_window, monkeypatch):
    told = []
    monkeypatch.setattr(QAccessible, "isActive", staticmethod(lambda: True))
    monkeypatch.setattr(QAccessible, "updateAccessibility", staticmethod(told.append))
    page = make_window().page
    announce(page, "危险")
    assert [event.message() for event in told] == ["危险"]
