"""You may ask: a right, its letter, the request that is kept, what came of it, the complaint."""

import contextlib
import subprocess
import sys
from datetime import date

import leaf_host
import msgspec
import pytest
from hand_services import run_now
from leaf_host import (
    BROKER,
    LIFE,
    SHARES,
    TODAY,
    AnsweringFiles,
    make_book,
    settle,
    show_leaf,
)
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from guardian_app.exposure import Holder, holder
from guardian_app.guardian import Guardian
from guardian_app.ledger import wrapping
from guardian_app.model import Request, RequestState
from guardian_app.ui.ledger.later_day import read_later_day
from guardian_app.ui.ledger.rights import RightsView

KNOWN = Guardian().knowledge
HOSTILE = "<b>x</b>{{ 7*7 }}\u202e{0} %s &File"


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(wrapping, "MEMORY_KIB", 64)
        patch.setattr(wrapping, "PASSES", 1)
        made, _ = make_book(tmp_path_factory.mktemp("rights") / "ledger", SHARES)
    yield made
    made.lock()


@pytest.fixture(autouse=True)
def without_requests(book):
    yield
    for request in book.ledger.requests.kept():
        with contextlib.suppress(Exception):
            book.ledger.requests.remove(request.id)


@pytest.fixture
def files():
    return AnsweringFiles()


@pytest.fixture
def show(qtbot, sentences, tmp_path, book, files):
    def make(share=LIFE, who=None, settings="", size=(1180, 780)):
        shares = [share] if share else []
        view = RightsView(lambda: book, lambda: KNOWN, run_now, who or holder(share), shares,
                          files=files, today=lambda: TODAY)  # fmt: skip
        path = tmp_path / "settings.toml"
        view.window_ = show_leaf(qtbot, sentences, path, view, settings=settings, size=size)
        return view

    return make


def said(view):
    settle()
    return leaf_host.said(view)


def press(view, right="delete"):
    view.pick.pick.take(right)
    view.write(right)
    settle()
    return view.letter


def kept(view, right="delete"):
    press(view, right)
    view.letter.keep_button.click()
    settle()
    return view.request


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2027-01-31", "2027-01-31"),
        ("12月1日", "2026-12-01"),
        ("1/31", "2027-01-31"),
        ("2026-11-25", ""),
        ("2026-02-30", ""),
        ("明天", ""),
        ("", ""),
    ],
)
def test_a_day_to_come_is_read(text, day):
    assert read_later_day(text, date(2026, 11, 25)) == day


def test_each_right_says_what_it_gives_its_limits_and_articles(show, knowledge):
    view = show()
    for right in knowledge.rights:
        view.pick.pick.take(right.id)
        view.pick.pick.chosen.emit()
        settle()
        seen = said(view)
        for text in (right.gives, right.unset, *right.limits):
            assert text.zh in seen
        assert "第" in seen
        assert "条" in seen


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_right_makes_a_letter(show, knowledge, language):
    view = show(settings=f'language = "{language}"\n')
    for right in knowledge.rights:
        sheet = press(view, right.id)
        assert sheet.paper.preview.text()
        assert (knowledge.institutions and "中国人寿" in sheet.paper.preview.text()) or (
            language == "en"
        )
        view.leave()


def test_the_letter_follows_ticks_language_wish_and_name(show):
    sheet = press(show())
    assert "手机号" in sheet.paper.preview.text()
    sheet.ticks["phone"].click()
    assert "手机号" not in sheet.paper.preview.text()
    sheet.wish.choice.take(14)
    sheet.wish.choice.chosen.emit()
    assert "2026年12月9日" in sheet.paper.preview.text()
    assert "不是法定期限" in sheet.paper.preview.text()
    sheet.person.take("王阿姨")
    assert "王阿姨" in sheet.paper.preview.text()
    sheet.language.take("en")
    sheet.language.chosen.emit()
    assert "2021" in sheet.paper.preview.text()
    assert "王阿姨" in sheet.paper.preview.text()


def test_a_letter_is_saved_as_pdf_and_text_and_copied(show, files, tmp_path):
    sheet = press(show())
    files.answer = tmp_path / "letter.pdf"
    sheet.paper.pdf.click()
    assert files.answer.read_bytes().startswith(b"%PDF")
    files.answer = tmp_path / "letter.txt"
    sheet.paper.text.click()
    assert files.answer.read_text("utf-8-sig").strip() == sheet.paper.preview.text()
    sheet.paper.copy.click()
    assert QGuiApplication.clipboard().text().strip() == sheet.paper.preview.text()


def test_a_place_that_cannot_be_written_is_told(show, files, tmp_path):
    view = show()
    sheet = press(view)
    files.answer = tmp_path / "no such folder" / "letter.txt"
    sheet.paper.text.click()
    assert view.notice.isVisible()
    assert "写不进" in view.notice.message.text()
    files.answer = None
    sheet.paper.pdf.click()


def test_a_story_from_the_letter_to_the_complaint(show, book, files, tmp_path):
    view = show()
    sheet = kept(view)
    (request,) = book.ledger.requests.kept()
    assert (request.state, request.institution) == (RequestState.DRAFT, "china-life")
    assert "先把信寄出" in said(view)
    assert not sheet.complaint.isVisible()
    sheet.sent.click()
    assert book.ledger.requests.one(request.id).state is RequestState.SENT
    assert "法律没有规定答复的天数" in said(view)
    sheet.words_of.take("客服小李说的")
    sheet.answers["asks-id-copy"].click()
    assert book.ledger.requests.history(request.id)[-1].note == "要身份证复印件；客服小李说的"
    assert "在上面写明用途" in said(view)
    sheet.answers["refused-bare"].click()
    assert book.ledger.requests.one(request.id).state is RequestState.REFUSED
    sheet.complaint.click()
    settle()
    letter = sheet.paper.preview.text()
    assert "投诉书" in letter
    assert "客服小李说的" in letter
    assert "被拒绝" in letter
    assert "写好请求" not in letter
    files.answer = tmp_path / "complaint.pdf"
    sheet.paper.pdf.click()
    assert files.answer.exists()
    sheet.complained.click()
    assert book.ledger.requests.one(request.id).state is RequestState.COMPLAINED
    view.leave()
    assert "已投诉" in said(view)


def test_what_was_noted_can_be_taken_back(show, book):
    view = show()
    sheet = kept(view)
    sheet.sent.click()
    view.notice.action.click()
    (request,) = book.ledger.requests.kept()
    assert request.state is RequestState.DRAFT
    assert sheet.sent.isVisible()


def test_silence_is_no_event(show, book):
    view = show()
    sheet = kept(view)
    sheet.sent.click()
    sheet.answers["silence"].click()
    (request,) = book.ledger.requests.kept()
    assert len(book.ledger.requests.history(request.id)) == 2
    assert sheet.complaint.isVisible()


def test_a_request_is_opened_again_and_removed_and_brought_back(show, book):
    view = show()
    kept(view)
    view.leave()
    assert "还没寄" in said(view)
    (request,) = book.ledger.requests.kept()
    view.pick.opened.emit(request.id)
    view.request.remove.click()
    assert book.ledger.requests.kept() == ()
    view.notice.action.click()
    assert book.ledger.requests.kept() == (request,)


def test_reminder_note_and_calendar(show, book, files, tmp_path):
    view = show()
    sheet = kept(view)
    sheet.note.take("6222021234567890")
    sheet.keep.click()
    assert "备注或他们的话" in view.notice.message.text()
    assert sheet.note.text == "6222021234567890"
    sheet.note.take("放在抽屉里")
    sheet.remind.choice.take(30)
    sheet.keep.click()
    (request,) = book.ledger.requests.kept()
    assert (request.note, request.remind) == ("放在抽屉里", "2026-12-25")
    files.answer = tmp_path / "remind.ics"
    sheet.ics.click()
    content = files.answer.read_bytes()
    assert b"DTSTART;VALUE=DATE:20261225" in content
    assert "人寿".encode() not in content


def test_a_reminder_that_is_no_day_is_asked_again(show, book):
    view = show()
    sheet = press(view)
    sheet.remind.choice.take(-1)
    sheet.remind.line.take("昨天")
    sheet.keep_button.click()
    assert book.ledger.requests.kept() == ()
    assert view.notice.isVisible()


def test_a_reminder_whose_day_has_come_is_said(show, book):
    view = show()
    kept(view)
    (request,) = book.ledger.requests.kept()
    book.ledger.requests.change(request.id, note="", remind="2026-11-01")
    view.leave()
    view.start()
    assert "该看看了：2026-11-01" in said(view)


def test_esc_goes_back_by_one_sheet(show, qtbot):
    view = show()
    press(view)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.letter is None
    with qtbot.waitSignal(view.back, timeout=1000):
        qtbot.keyClick(view, Qt.Key.Key_Escape)


def test_the_keyboard_alone_keeps_a_request(show, qtbot, book):
    view = show()
    for _ in range(2):
        qtbot.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        settle()
    assert len(book.ledger.requests.kept()) == 1


def test_words_that_are_refused_are_not_lost(show, book):
    view = show()
    sheet = kept(view)
    sheet.words_of.take("卡号 6222021234567890")
    sheet.sent.click()
    assert "备注或他们的话" in view.notice.message.text()
    assert sheet.words_of.text == "卡号 6222021234567890"
    assert book.ledger.requests.kept()[0].state is RequestState.DRAFT


def test_what_we_noted_is_said_in_the_language_of_now(show, book):
    view = show()
    sheet = kept(view)
    sheet.sent.click()
    sheet.answers["asks-id-copy"].click()
    view.leave()
    again = show(settings='language = "en"\n')
    again.open_request(book.ledger.requests.kept()[0].id)
    assert "They ask for an ID copy" in said(again)
    assert "要身份证" not in said(again)


def test_to_import_the_views_loads_no_ledger_and_no_letters():
    program = (
        "import sys; import guardian_app.ui.ledger.rights, guardian_app.ui.ledger.safeguards; "
        "print({'sqlcipher3', 'keyring', 'jinja2', 'cryptography'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"


def test_a_request_under_a_right_that_is_no_longer_known_can_be_opened(show, book):
    asked = Request(right="no-such", institution="china-life", opened="2026-01-01")
    number = book.ledger.requests.add(asked).id
    view = show()
    assert "no-such" in said(view)
    view.open_request(number)
    assert not view.request.complaint.isVisible()


def test_hostile_names_and_words_stay_plain(show, book):
    share = msgspec.structs.replace(BROKER, name=HOSTILE)
    view = show(share)
    sheet = kept(view, "leak-facts")
    sheet.sent.click()
    sheet.words_of.take(HOSTILE)
    sheet.answers["refused-bare"].click()
    sheet.complaint.click()
    settle()
    assert "{{ 7*7 }}" in sheet.paper.preview.text()
    assert "\u202e" not in said(view)
    assert book.ledger.requests.kept()[0].name == HOSTILE


def test_an_own_entry_without_shares_can_be_asked(show):
    view = show(None, Holder(name="小店"))
    sheet = press(view, "refuse-marketing")
    assert "小店" in sheet.paper.preview.text()
    assert "我的全部个人信息" in sheet.paper.preview.text()


def test_everything_has_a_name(show):
    view = show()
    press(view)
    for stage in ("letter", "request"):
        if stage == "request":
            kept(view)
        for each in view.findChildren(QAbstractButton) + view.findChildren(QLineEdit):
            if each.isVisible():
                assert each.accessibleName(), each
