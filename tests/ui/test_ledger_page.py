"""The page of the ledger around a real one: made, locked, opened, looked at, recorded in."""

import msgspec
import pytest
import shiboken6
from ledger_window import BROKER, FIVE, PHRASE, ledger_window, make_book, many
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from test_fit import cut, shown
from test_hostile_text import HOSTILE
from test_window import all_that_is_said, marked

from guardian_app.exposure import Holder
from guardian_app.guardian.book import Passphrase
from guardian_app.ledger import wrapping
from guardian_app.model import Consent, Language, Request, Share, ShareChannel, Stage
from guardian_app.ui.ledger import Tool
from guardian_app.ui.ledger.days import read_day
from guardian_app.ui.ledger.idle import IdleWatch
from guardian_app.ui.ledger.knew import KnewView
from guardian_app.ui.ledger.leaked import LeakedView
from guardian_app.ui.ledger.rights import RightsView
from guardian_app.ui.ledger.safe import SafeView
from guardian_app.ui.ledger.safeguards import SafeguardsView
from guardian_app.ui.parts.label import Label
from guardian_app.ui.tasks import Tasks

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def quick_passphrases(monkeypatch):
    """How slow a passphrase is shall not slow down the tests of the window."""
    monkeypatch.setattr(wrapping, "MEMORY_KIB", 64)
    monkeypatch.setattr(wrapping, "PASSES", 1)


@pytest.fixture
def make(qtbot, sentences, knowledge, tmp_path, own_home):
    """Build the window on the page of the ledger; ``shares`` None means that there is none yet."""
    made = []
    QApplication.sendPostedEvents(None, 52)  # DeferredDelete: each window more slows the next down

    def build(shares=None, *, settings='language = "zh"\n', size=(1180, 780)):
        (tmp_path / "settings.toml").write_text(settings, encoding="utf-8")
        book = make_book(own_home / "ledger", shares)
        window = ledger_window(book, knowledge, sentences, tmp_path / "settings.toml")
        made.append(window)
        qtbot.addWidget(window)
        window.resize(*size)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        settle()
        return window, window.page, book

    yield build
    for window in made:
        window.finish()


def settle():
    for _ in range(4):
        QApplication.processEvents()


def kept(book) -> tuple[Share, ...]:
    return book.ledger.shares.kept()


def test_a_ledger_is_made_with_a_passphrase_and_its_code_is_shown_once(make):
    _, page, book = make()
    assert page.view is page.make
    assert page.make.way.isHidden()  # there is no keyring here
    page.make.phrase.fill(PHRASE)
    page.make.again.fill(PHRASE + "x")
    page.make.go.click()
    assert "不一样" in page.notice.message.text()
    assert page.make.phrase.text == PHRASE
    page.make.again.fill(PHRASE)
    QTest.keyClick(page.make.again.line, Qt.Key.Key_Return)
    assert page.view is page.code
    code = page.code.code
    assert len(code) > 30
    assert not page.code.go.isEnabled()
    page.code.copy.click()
    page.code.written.click()
    page.code.go.click()
    assert page.view is page.overview
    assert QGuiApplication.clipboard().text() != code
    assert code not in [label.text() for label in page.findChildren(QLabel)]
    assert book.is_open


@pytest.mark.parametrize(
    ("text", "said"), [("short", "太短"), ("nine lett", "可以"), (PHRASE, "够长")]
)
def test_the_length_of_a_passphrase_is_judged(make, text, said):
    _, page, _ = make()
    page.make.phrase.fill(text)
    assert said in page.make.strength.text()


@pytest.mark.parametrize("text", ["123", "          ", "short"])
def test_a_passphrase_that_is_easily_guessed_makes_no_ledger(make, text):
    _, page, book = make()
    page.make.phrase.fill(text)
    page.make.again.fill(text)
    page.make.go.click()
    assert "太短" in page.notice.message.text()
    assert book.state == "absent"


def test_the_page_starts_where_something_is_though_what_was_first_is_gone(make):
    _, page, _ = make(FIVE)
    gone = QWidget(page)
    page.first = gone
    shiboken6.delete(gone)
    page.start()


def test_a_locked_ledger_opens_by_passphrase_or_recovery_code(make):
    _, page, book = make(())
    code = book.new_recovery_code(Passphrase(PHRASE))
    QTest.keyClick(page, Qt.Key.Key_L, CTRL)
    assert page.view is page.unlock
    assert not book.is_open
    page.unlock.secret.fill("not it")
    page.unlock.go.click()
    assert "密码不对" in page.notice.message.text()
    assert page.unlock.secret.text == "not it"
    assert page.view is page.unlock
    page.unlock.secret.fill(PHRASE)
    QTest.keyClick(page.unlock.secret.line, Qt.Key.Key_Return)
    assert page.view is page.overview
    page.lock()
    other = next(way for way, button in page.unlock.others.items() if not button.isHidden())
    page.unlock.others[other].click()
    page.unlock.code.fill(code.lower().replace("-", " "))
    page.unlock.go.click()
    assert page.view is page.overview
    assert page.unlock.code.text == ""


def test_a_damaged_ledger_is_brought_back_from_the_backup_beside_it(make):
    _, page, book = make(FIVE)
    book.ledger.keep_daily()
    page.lock()
    data = book.folder / "ledger.db"
    broken = bytearray(data.read_bytes())
    broken[100:5000] = bytes(4900)
    data.write_bytes(broken)
    page.unlock.secret.fill(PHRASE)
    page.unlock.go.click()
    assert page.notice.isVisible()
    page.unlock.go.click()
    assert "5 家机构，5 笔记录" in page.unlock.found.text()
    page.unlock.restore.click()
    assert page.view is page.overview
    assert len(kept(book)) == 5


def test_a_ledger_without_its_key_file_offers_its_backup(make):
    _, page, book = make(FIVE)
    book.ledger.keep_daily()
    page.lock()
    (book.folder / "ledger.key").unlink()
    page.start()
    page.unlock.secret.fill(PHRASE)
    page.unlock.go.click()
    assert "5 家机构" in page.unlock.found.text()
    page.unlock.restore.click()
    assert page.view is page.overview


def test_the_overview_sums_up_and_says_why(make):
    _, page, _ = make(FIVE)
    assert page.subtitle.text() == "5 家机构 · 23 项信息 · 其中 4 项敏感信息似乎超出必要"
    page.overview.look_at(Holder(name=BROKER))
    said = [label.text() for label in page.overview.detail.findChildren(Label)]
    assert any("人脸、刷脸视频：还没投保，一般不需要" in text for text in said)
    assert any("我先不提供" in text for text in said)
    assert any("当时只是询价" in text for text in said)


def test_each_cell_has_a_sentence(make):
    _, page, _ = make(FIVE)
    cells = page.overview.matrix.cells
    said = [
        str(cells.data(cells.index(row, column), Qt.ItemDataRole.AccessibleTextRole))
        for row in range(cells.rowCount())
        for column in range(cells.columnCount())
    ]
    assert len(said) == 5 * 9  # columns that nobody has are left out
    face = next(text for text in said if text.startswith(f"{BROKER}，人脸声音"))
    assert face.startswith(f"{BROKER}，人脸声音：敏感，似乎超出必要：人脸、刷脸视频：还没投保")
    assert any(text.endswith("没有记录") for text in said)


def test_the_keyboard_moves_through_the_cells(make):
    _, page, _ = make(FIVE)
    matrix = page.overview.matrix
    assert matrix.hasFocus()
    QTest.keyClick(matrix, Qt.Key.Key_Down)
    QTest.keyClick(matrix, Qt.Key.Key_Right)
    assert (matrix.currentIndex().row(), matrix.currentIndex().column()) == (1, 1)
    assert page.overview.detail.line.name == BROKER


def test_search_and_filter(make):
    _, page, _ = make(FIVE)
    overview = page.overview
    for text, count in (("平安", 1), ("人保", 1), ("没有投保", 1), ("身份证", 3), ("没有这样", 0)):
        overview.search.setText(text)
        assert overview.matrix.cells.rowCount() == count, text
    assert overview.nothing.isVisible()
    overview.search.clear()
    overview.filter.take("beyond")
    overview.filter.chosen.emit()
    assert {line.name for line in overview.matrix.cells.lines} == {BROKER, "领奖小程序"}


def test_entries_by_date(make):
    _, page, _ = make(FIVE)
    page.overview.turn.click()
    entries = page.overview.timeline.entries
    assert [share.date for share in entries.shares] == sorted((s.date for s in FIVE), reverse=True)
    assert str(entries.data(entries.index(0, 0))).startswith("2026-10-01 · 领奖小程序\n")


def test_one_button_in_an_empty_ledger_leads_to_the_first_entry(make):
    _, page, _ = make(())
    buttons = [b for b in page.overview.findChildren(QAbstractButton) if b.isVisible()]
    assert buttons == [page.overview.add]
    assert not page.add.isVisible()
    page.overview.add.click()
    assert page.view is page.entry
    assert page.entry.who.field.line.hasFocus()


def test_an_entry_is_recorded_by_keyboard_alone(make):
    _, page, book = make(())
    QTest.keyClick(page.overview.add, Qt.Key.Key_Space)
    entry = page.entry
    line = entry.who.field.line
    QTest.keyClicks(line, "zhong an")
    line.setText("众安")  # as an input method does
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert entry.who.holder == ("zhongan-online", "")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)  # the first step: asking a price
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, CTRL)
    assert "给了哪些信息" in page.notice.message.text()
    assert entry.who.holder == ("zhongan-online", "")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, CTRL)
    (share,) = kept(book)
    assert (share.institution, share.stage, len(share.kinds)) == ("zhongan-online", Stage.QUOTE, 1)
    assert page.view is page.overview
    assert page.overview.detail.line.row.holder.institution == "zhongan-online"
    QTest.keyClick(page.overview.matrix, Qt.Key.Key_Z, CTRL)
    assert kept(book) == ()


def test_what_is_usual_is_prefilled_but_never_over_the_persons_own_choice(make):
    _, page, _ = make(())
    page.record()
    entry = page.entry
    entry.kinds.ticks["face"].click()
    entry.kinds.ticks["phone"].click()
    entry.kinds.ticks["phone"].click()
    entry.product.take("motor")
    entry.stage.take(Stage.QUOTE)
    entry.stage.chosen.emit()
    assert set(entry.kinds.taken) == {"face", "name", "plate"}
    assert entry.prefilled.isVisible()
    entry.stage.take(Stage.CLAIM)
    entry.stage.chosen.emit()
    assert set(entry.kinds.taken) == {
        "face",
        "plate",
        "licence",
        "accident-doc",
        "id-number",
        "card-no",
    }


def test_a_pasted_policy_ticks_proposals_that_are_marked(make):
    _, page, _ = make(())
    page.record()
    entry = page.entry
    entry.kinds.ticks["contacts"].click()
    entry.kinds.ticks["contacts"].click()  # by hand: not given
    entry.policy_turn.click()
    entry.policy.show_text("我们会收集您的人脸信息、通讯录。我们不会收集您的银行卡号。")
    entry.suggest.click()
    assert entry.kinds.taken == ("face",)
    assert entry.kinds.ticks["face"].text() == "人脸、刷脸视频（文中提到）"
    entry.kinds.ticks["face"].click()
    entry.kinds.ticks["face"].click()
    assert entry.kinds.ticks["face"].text() == "人脸、刷脸视频"


def test_what_nobody_may_ask_for_is_warned_of_at_once(make):
    _, page, _ = make(())
    page.record()
    warned = page.entry.kinds._warned
    assert not warned.isVisible()
    page.entry.kinds.ticks["sms-code"].click()
    assert warned.isVisible()
    page.entry.kinds.ticks["sms-code"].click()
    assert not warned.isVisible()


def test_a_kind_is_explained_when_the_keyboard_comes_to_it(make):
    _, page, _ = make(())
    page.record()
    ticks = page.entry.kinds.ticks
    ticks["face"].setFocus()
    assert "您的脸，换不掉" in page.entry.plain.text()
    QTest.keyClick(ticks["face"], Qt.Key.Key_Right)
    assert page.entry.plain.text().startswith("指纹")
    assert "您的脸，换不掉" in ticks["face"].accessibleDescription()


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [("note", "6222020200112233445", "备注"), ("until", "someday", "保存到哪一天"),
     ("purpose", "号 11010519491231002X", "他们说用来做什么")],
)  # fmt: skip
def test_an_error_names_the_field_and_nothing_typed_is_lost(make, field, text, said):
    window, page, book = make(())
    page.record()
    page.entry.show_share(msgspec.structs.replace(FIVE[1], id=0))
    getattr(page.entry, field).fill(text)
    page.entry.want_save()
    assert f"“{said}”" in page.notice.message.text()
    assert getattr(page.entry, field).text == text
    assert getattr(page.entry, field).line.hasFocus()
    assert kept(book) == ()
    window.choose(msgspec.structs.replace(window.settings, language="en"))
    assert said not in page.notice.message.text()


def test_unsaved_changes_are_asked_about_inside_the_page(make):
    _, page, book = make(())
    page.record()
    page.entry.want_leave()
    assert page.view is page.overview
    page.record()
    page.entry.who.field.fill("某某中介")
    QTest.keyClick(page.entry.who.field.line, Qt.Key.Key_Escape)  # closes the list
    QTest.keyClick(page.entry.who.field.line, Qt.Key.Key_Escape)
    assert page.entry.ask.isVisible()
    page.entry.ask.buttons["ledger.unsaved_stay"].click()
    assert page.entry.who.field.text == "某某中介"
    page.entry.want_leave()
    page.entry.ask.buttons["ledger.unsaved_leave"].click()
    assert page.view is page.overview
    assert kept(book) == ()


def test_an_entry_is_changed_and_removed_and_both_can_be_taken_back(make):
    _, page, book = make(FIVE)
    before = kept(book)
    page.record(before[0])
    page.entry.note.fill("改过")
    page.entry.want_save()
    assert kept(book)[0].note == "改过"
    page.notice.action.click()
    assert kept(book) == before
    page._remove(before[0])
    assert len(kept(book)) == 4
    page.notice.action.click()
    assert kept(book) == before


def test_changing_keeps_every_field(make):
    everything = Share(
        institution="ping-an-life", name="老张", product="自己写的险种", date="",
        stage=Stage.CLAIM, kinds=("phone", "kind-of-a-newer-program"), channel=ShareChannel.PAPER,
        purpose="体检", consent=Consent.SIGNED, third_parties="再保", until="2031-01-01", note="备",
    )  # fmt: skip
    _, page, book = make(
        (everything, msgspec.structs.replace(everything, institution="unknown-id"))
    )
    for share in kept(book):
        page.record(share)
        assert not page.entry.is_dirty
        assert page.entry.share() == share


def test_what_was_typed_waits_behind_the_lock(make):
    _, page, book = make(())
    page.record()
    page.entry.who.field.fill("某某中介")
    page.lock()
    assert page.view is page.unlock
    assert not page.entry.isVisible()
    page.unlock.secret.fill(PHRASE)
    page.unlock.go.click()
    assert page.view is page.entry
    assert page.entry.who.field.text == "某某中介"
    assert book.is_open


def test_locking_forgets_what_was_shown(make):
    _, page, _ = make(FIVE)
    page.overview.search.setText("经纪")
    page.lock()
    QApplication.sendPostedEvents(None, 52)
    assert page.overview.lines == ()
    assert page.overview.matrix.cells.rowCount() == 0
    assert not any(BROKER in label.text() for label in page.findChildren(QLabel))


def test_it_is_idle_after_the_minutes_that_were_chosen(qapp):
    now, told = [1000.0], []
    watch = IdleWatch(lambda: 5, qapp, lambda: now[0])
    watch.idle.connect(lambda: told.append(now[0]))
    watch.watch(on=True)
    now[0] += 299
    watch.look()
    assert told == []
    line = QLineEdit()
    QTest.keyClick(line, Qt.Key.Key_A)
    now[0] += 299
    watch.look()
    assert told == []
    now[0] += 2
    watch.look()
    assert len(told) == 1
    watch.watch(on=False)


def test_idle_locks_the_ledger_and_the_end_of_the_program_does(make):
    window, page, book = make(())
    page._idle.idle.emit()
    assert page.view is page.unlock
    assert not book.is_open
    page.unlock.secret.fill(PHRASE)
    page.unlock.go.click()
    assert book.is_open
    assert len(book.kept_backups()) == 1  # the backup of the day
    window.finish()
    assert not book.is_open


@pytest.mark.parametrize(
    ("tool", "kind"),
    [(Tool.KNEW, KnewView), (Tool.LEAKED, LeakedView), (Tool.SAFE, SafeView)],
)
def test_a_further_view_opens_in_place_of_the_overview_and_esc_leads_back(make, tool, kind):
    _, page, _ = make(FIVE)
    assert page.tools[tool].isVisible()
    page.tools[tool].click()
    assert isinstance(page.view, kind)
    assert not page.title.isVisible()  # the view has a title of its own
    assert not page.add.isVisible()
    QTest.keyClick(page.view, Qt.Key.Key_Escape)
    assert page.view is page.overview
    assert page.title.isVisible()


def test_an_institution_leads_to_its_rights_and_its_answers(make):
    _, page, _ = make(FIVE)
    line = page.overview.lines[0]
    page.overview.detail.rights_wanted.emit(line)
    assert isinstance(page.view, RightsView)
    assert page.view.holder == line.row.holder
    page.view.leave()
    page.overview.detail.safeguards_wanted.emit(line)
    assert isinstance(page.view, SafeguardsView)
    page.view.leave()
    assert page.view is page.overview


def test_a_leak_leads_to_the_letter_and_is_kept(make):
    _, page, book = make(FIVE)
    page.tools[Tool.LEAKED].click()
    broker = Holder(name=BROKER)
    page.view.heard.emit(broker, ("name", "phone"), "2026-11-20")
    (kept,) = book.ledger.incidents.kept()
    assert (kept.name, kept.kinds, kept.date) == (BROKER, ("name", "phone"), "2026-11-20")
    page.view.right_wanted.emit(broker, "delete")
    assert isinstance(page.view, RightsView)
    assert page.view.letter is not None


def test_a_ledger_that_was_erased_leads_to_making_one(make):
    _, page, book = make(FIVE)
    page.tools[Tool.SAFE].click()
    book.wipe()
    page.view.wiped.emit()
    assert page.view is page.make


def test_a_request_that_is_due_is_told_after_opening(make):
    _, page, book = make(FIVE)
    book.ledger.requests.add(
        Request(right="delete", name=BROKER, opened="2025-01-01", remind="2025-02-01")
    )
    page.lock_button.click()
    page.unlock.secret.fill(PHRASE)
    page.unlock.go.click()
    page.notice.action.click()
    assert isinstance(page.view, RightsView)
    assert page.view.request is not None


def test_a_locked_ledger_takes_no_new_entry(make):
    _, page, _ = make(FIVE)
    page.lock_button.click()
    QTest.keyClick(page, Qt.Key.Key_N, CTRL)
    assert page.view is page.unlock


def test_locking_leaves_a_further_view(make):
    _, page, _ = make(FIVE)
    page.tools[Tool.KNEW].click()
    page.lock_button.click()
    assert page.view is page.unlock


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_of_the_ledger_are_shown_as_they_stand(make, text):
    clean = "".join(letter for letter in text if letter.isprintable())
    own = clean.encode("utf-8", "ignore").decode()[:100]
    share = Share(
        name=own, product=own, stage=Stage.QUOTE, kinds=("phone",), date="2026-01-01",
        purpose=own, third_parties=own, note=own,
    )  # fmt: skip
    _, page, _ = make((share,))
    for label in page.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText
    page.overview.turn.click()
    page.record(share)
    page.entry.who.field.fill(own + "x")
    page.grab()


def bring(page, state):
    if state == "broker":
        page.overview._open(Holder(name=BROKER))
    elif state == "date":
        page.overview.turn.click()
    elif state in {"entry", "asked"}:
        page.record()
        page.entry.show_share(msgspec.structs.replace(FIVE[1], id=0))
        page.entry._open_policy(opened=True)
        page.entry.kinds.ticks["sms-code"].click()
        page.entry.who.field.fill("平安")
        if state == "asked":
            page.entry.want_leave()
    elif state == "removed":
        page._remove(page.overview.detail.line.row.shares[0])
    elif state == "locked":
        page.lock()
    elif state == "code":
        page._show_code("ABCDE-" * 7 + "ABCDE")
    settle()


STATES = ("make", "code", "locked", "empty", "five", "broker", "date", "entry", "asked", "removed")


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    ("large", "size"), [(True, (1024, 700)), (False, (1024, 700)), (False, (1180, 780))]
)
def test_no_word_is_cut_on_the_page_of_the_ledger(make, state, language, large, size):
    shares = {"make": None, "code": None, "empty": ()}.get(state, FIVE)
    window, page, _ = make(
        shares, settings=f'language = "{language}"\nlarge = {str(large).lower()}\n', size=size
    )
    bring(page, state)
    assert (window.width(), window.height()) == size
    faults = {
        (type(widget).__name__, widget.text()[:30], cut(widget, window))
        for widget in shown(window)
        if cut(widget, window)
    }
    assert faults == set()
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and isinstance(widget, QAbstractButton | QLineEdit):
            if widget.objectName() or type(widget).__name__ == "QAbstractButton":
                continue  # a part that Qt itself puts into a table or a scroll bar
            assert widget.accessibleName(), widget
            assert not large or widget.height() >= 60, widget


def test_two_thousand_entries_are_shown(make, knowledge):
    _, page, _ = make(many(knowledge, 50, 2000))
    assert page.overview.matrix.cells.rowCount() == 50
    assert len(page.overview.timeline.entries.shares) == 2000


@pytest.mark.parametrize(
    ("text", "day"),
    [("2026-01-31", "2026-01-31"), ("2026/1/3", "2026-01-03"), ("2026年1月3日", "2026-01-03"),
     ("20260131", "2026-01-31"), (" 2026.1.3 ", "2026-01-03"), ("2026-02-30", "2026-02-30"),
     ("去年", "去年"), ("", "")],
)  # fmt: skip
def test_a_day_is_read_as_people_write_it(text, day):
    assert read_day(text) == day


def test_beside_the_window_a_ledger_is_made_recorded_in_locked_and_opened(
    qtbot, sentences, knowledge, tmp_path, own_home
):
    tasks = Tasks()
    book = make_book(own_home / "ledger")
    window = ledger_window(book, knowledge, sentences, tmp_path / "settings.toml", tasks.run)
    qtbot.addWidget(window)
    window.show()
    page = window.page
    qtbot.waitUntil(lambda: page.view is page.make)
    page.make.phrase.fill(PHRASE)
    page.make.again.fill(PHRASE)
    page.make.go.click()
    qtbot.waitUntil(lambda: page.view is page.code)
    page.code.written.click()
    page.code.go.click()
    qtbot.waitUntil(lambda: page.overview.sight is not None)
    page.record()
    page.entry.show_share(msgspec.structs.replace(FIVE[0], id=0))
    page.entry.want_save()
    page.lock()  # while it is being kept
    qtbot.waitUntil(lambda: page.view is page.unlock)
    assert not page.entry.is_dirty
    page.unlock.secret.fill(PHRASE)
    page.unlock.go.click()
    qtbot.waitUntil(lambda: len(page.overview.lines) == 1)
    tasks.finish()
    window.finish()
    assert not book.is_open


@pytest.mark.parametrize("state", ["make", "locked", "five", "entry", "asked", "removed"])
def test_a_language_switch_reaches_everything_on_the_page(make, sentences, state, monkeypatch):
    window, page, _ = make({"make": None}.get(state, FIVE))
    bring(page, state)
    monkeypatch.setattr(window, "_sentences", marked(sentences))
    for language in (Language.EN, Language.ZH, Language.EN):
        window.choose(msgspec.structs.replace(window.settings, language=language))
    QApplication.sendPostedEvents(None, 52)
    said = [text for _, text in all_that_is_said(page)]
    assert any("‹en›" in text for text in said)
    assert [text for text in said if "‹zh›" in text] == []
