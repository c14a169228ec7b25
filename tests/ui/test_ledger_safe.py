"""Keeping the ledger safe: backup, restore, export, its key, wiping."""

import csv
import json
import stat
import sys
from datetime import timedelta

import pytest
from hand_services import run_now
from leaf_host import NOW, SECRET, SHARES, AnsweringFiles, make_book, said, settle, show_leaf
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from guardian_app.errors import LedgerError
from guardian_app.guardian.book import Passphrase, RecoveryCode, State
from guardian_app.ledger import wrapping
from guardian_app.ui.ledger.safe import SafeView
from guardian_app.ui.ledger.safe_backup import wants_backup
from guardian_app.ui.ledger.safe_restore import RestoreCard
from guardian_app.ui.tasks import Tasks


class MemoryKeyring:
    """A keyring in memory."""

    def __init__(self):
        self.kept = {}

    def get(self, entry):
        if entry not in self.kept:
            raise LedgerError("errors.keyring_without_key")
        return self.kept[entry]

    def put(self, entry, key):
        self.kept[entry] = key

    def delete(self, entry):
        self.kept.pop(entry, None)


@pytest.fixture(autouse=True)
def quick_passphrases(monkeypatch):
    monkeypatch.setattr(wrapping, "MEMORY_KIB", 64)
    monkeypatch.setattr(wrapping, "PASSES", 1)


@pytest.fixture
def files():
    return AnsweringFiles()


@pytest.fixture
def open_safe(qtbot, sentences, tmp_path, files):
    made = []

    def make(shares=SHARES, keyring=None, now=NOW, **options):
        book, code = make_book(tmp_path / "ledger", shares, keyring)
        made.append(book)
        view = SafeView(lambda: book, run_now, files, lambda: now)
        show_leaf(qtbot, sentences, tmp_path / "settings.toml", view, **options)
        return view, book, code

    yield make
    for book in made:
        book.lock()


def notice(view):
    return view.notice.message.text() if view.notice.isVisible() else ""


def opens(book, secret):
    book.lock()
    try:
        book.unlock(secret)
    except LedgerError as error:
        return error.key
    return True


def test_a_backup_is_written_where_the_person_says(open_safe, files, tmp_path, qtbot):
    view, book, _ = open_safe()
    assert "还没有备份到文件过。该备份了。" in said(view.backup)
    files.answer = tmp_path / "u" / "我的.guardian-backup"
    files.answer.parent.mkdir()
    with qtbot.waitSignal(view.done):
        view.backup.go.click()
    assert files.asked[0][1] == "信息账本-2026-11-25.guardian-backup"
    assert "我的.guardian-backup" in notice(view)
    assert book.look(files.answer, Passphrase(SECRET)).shares == 3
    assert "上次备份" in said(view.backup)
    assert "该备份了" not in said(view.backup)


def test_taking_no_place_changes_nothing(open_safe):
    view, book, _ = open_safe()
    view.backup.go.click()
    assert book.ledger.last_backup() == ""
    assert notice(view) == ""


def test_a_place_that_cannot_be_written_is_told(open_safe, files, tmp_path):
    view, book, _ = open_safe()
    files.answer = tmp_path / "not" / "there" / "a.guardian-backup"
    view.backup.go.click()
    assert notice(view) != ""
    assert book.ledger.last_backup() == ""
    assert view.backup.go.isEnabled()
    assert view.backup.go.text() == "备份到文件"


def test_the_reminder_comes_after_thirty_days_and_not_for_an_empty_ledger():
    last = NOW.isoformat()
    assert not wants_backup(last, 3, NOW + timedelta(days=30))
    assert wants_backup(last, 3, NOW + timedelta(days=31))
    assert wants_backup("", 1, NOW)
    assert not wants_backup("", 0, NOW)


def test_restoring_first_shows_what_is_in_it_and_what_will_happen(open_safe, files, tmp_path):
    view, book, _ = open_safe()
    path = tmp_path / "old.guardian-backup"
    book.ledger.backup(path)
    book.ledger.shares.remove(book.ledger.shares.kept()[0].id)
    view.start()
    files.answer = path
    view.restore.go.click()
    view.restore.choose.click()
    settle()
    assert "old.guardian-backup" in said(view.restore)
    view.restore.secret.line.take(SECRET)
    view.restore.look.click()
    settle()
    told = said(view.restore)
    assert "3 条登记（3 家机构）" in told
    assert "现在的账本里有 2 条登记" in told
    assert "会自动留着" in told
    assert book.ledger.shares.count() == 2  # nothing done yet


def test_restoring_takes_the_backup_opens_it_and_keeps_the_present_one(
    open_safe, files, tmp_path, qtbot
):
    view, book, _ = open_safe()
    path = tmp_path / "old.guardian-backup"
    book.ledger.backup(path)
    book.ledger.shares.remove(book.ledger.shares.kept()[0].id)
    files.answer = path
    view.restore.go.click()
    view.restore.choose.click()
    view.restore.secret.line.take(SECRET)
    view.restore.look.click()
    with qtbot.waitSignal(view.restored):
        view.restore.take_it.click()
    assert book.is_open
    assert book.ledger.shares.count() == 3
    assert any("replaced" in kept.name for kept in book.kept_backups())
    assert "留着" in notice(view)
    assert view.restore.secret.line.text == ""


def test_not_agreeing_changes_nothing(open_safe, files, tmp_path):
    view, book, _ = open_safe()
    path = tmp_path / "old.guardian-backup"
    book.ledger.backup(path)
    files.answer = path
    view.restore.go.click()
    view.restore.choose.click()
    view.restore.secret.line.take(SECRET)
    view.restore.look.click()
    view.restore.stop.click()
    assert "没有变" in notice(view)
    assert book.ledger.shares.count() == 3
    assert not book.kept_backups()


@pytest.mark.parametrize(
    ("content", "word"), [(b"nothing of ours", "不是本程序的备份"), (None, "")]
)
def test_a_file_that_is_no_backup_or_a_wrong_secret_is_told(
    open_safe, files, tmp_path, content, word
):
    view, book, _ = open_safe()
    path = tmp_path / "a.guardian-backup"
    if content is None:
        book.ledger.backup(path)
    else:
        path.write_bytes(content)
    files.answer = path
    view.restore.go.click()
    view.restore.choose.click()
    view.restore.secret.line.take("不对的")
    view.restore.look.click()
    assert (word or "密码不对") in notice(view)
    assert view.restore.secret.line.text == "不对的"
    assert book.ledger.shares.count() == 3


def test_what_is_kept_on_this_computer_can_be_chosen(open_safe):
    view, book, _ = open_safe()
    book.ledger.keep_daily()
    view.start()
    view.restore.go.click()
    settle()
    assert "每天自动留的" in said(view.restore)
    assert isinstance(view.restore, RestoreCard)
    view.restore.choose_path(book.kept_backups()[0])
    view.restore.secret.line.take(SECRET)
    view.restore.look.click()
    settle()
    assert "3 条登记" in said(view.restore)


def test_export_warns_first_and_is_for_the_persons_own_eyes(open_safe, files, tmp_path):
    view, _, _ = open_safe()
    assert not view.export.table.isVisible()
    view.export.go.click()
    settle()
    assert "没有加密" in said(view.export)
    files.answer = tmp_path / "a.csv"
    view.export.table.click()
    rows = list(csv.DictReader((tmp_path / "a.csv").read_text("utf-8-sig").splitlines()))
    assert {row["name"] for row in rows} == {"", "某某经纪"}
    if sys.platform != "win32":
        assert stat.S_IMODE((tmp_path / "a.csv").stat().st_mode) == 0o600
    files.answer = tmp_path / "a.json"
    view.export.go.click()
    view.export.all.click()
    assert len(json.loads((tmp_path / "a.json").read_bytes())["shares"]) == 3
    assert "谁都能看" in notice(view)


def test_an_export_that_fails_leaves_nothing_and_says_so(open_safe, files, tmp_path):
    view, _, _ = open_safe()
    files.answer = tmp_path / "nowhere" / "a.csv"
    view.export.go.click()
    view.export.table.click()
    assert "没有导出" in notice(view)
    assert not (tmp_path / "nowhere").exists()


def test_the_passphrase_is_changed(open_safe):
    view, book, _ = open_safe()
    view.keys.go.click()
    view.keys.secret.line.take(SECRET)
    view.keys.first.take("新的密码")
    view.keys.second.take("新的密码")
    view.keys.do.click()
    assert "密码换好了" in notice(view)
    assert opens(book, Passphrase(SECRET)) == "errors.passphrase_wrong"
    assert opens(book, Passphrase("新的密码")) is True
    assert view.keys.first.text == ""


@pytest.mark.parametrize(
    ("present", "first", "second", "word"),
    [
        ("", "a b", "a b", "还没有输入"),
        (SECRET, "", "", "还没有输入新密码"),
        (SECRET, "a b", "a c", "不一样"),
        ("不对", "a b", "a b", "密码不对"),
    ],
)
def test_what_stands_in_the_way_of_a_new_passphrase_is_told(
    open_safe, present, first, second, word
):
    view, book, _ = open_safe()
    view.keys.go.click()
    view.keys.secret.line.take(present)
    view.keys.first.take(first)
    view.keys.second.take(second)
    view.keys.do.click()
    assert word in notice(view)
    assert view.keys.first.text == first
    assert opens(book, Passphrase(SECRET)) is True


def test_a_new_recovery_code_is_shown_once_and_not_lost_by_escape(open_safe):
    view, book, old = open_safe()
    view.keys.new_code.click()
    view.keys.secret.line.take(SECRET)
    view.keys.do.click()
    code = view.keys.code.text()
    assert len(code.replace("-", "")) == 40
    view.leave()
    assert view.keys.code.text() == code
    assert not view.keys.finish.isEnabled()
    view.keys.copy.click()
    assert QGuiApplication.clipboard().text() == code
    view.keys.written_down.click()
    view.keys.finish.click()
    assert QGuiApplication.clipboard().text() == ""
    assert view.keys.code.text() == ""
    assert code not in said(view)
    assert opens(book, RecoveryCode(old)) == "errors.recovery_code_wrong"
    assert opens(book, RecoveryCode(code)) is True


def test_without_a_keyring_moving_there_is_refused_and_nothing_changes(open_safe):
    view, book, _ = open_safe()
    view.keys.to_keyring.click()
    view.keys.secret.line.take(SECRET)
    view.keys.do.click()
    assert "没有可用的钥匙串" in notice(view)
    assert opens(book, Passphrase(SECRET)) is True


def test_moving_to_the_keyring_and_back_to_a_passphrase(open_safe):
    view, book, _ = open_safe()
    keyring = MemoryKeyring()
    book._find_keyring = lambda: keyring
    view.keys.to_keyring.click()
    view.keys.secret.line.take(SECRET)
    view.keys.do.click()
    settle()
    assert book.state is State.KEYRING
    assert not view.keys.to_keyring.isVisible()
    assert "只有恢复码能打开" in said(view.backup)
    view.keys.go.click()
    view.keys.first.take("又是密码")
    view.keys.second.take("又是密码")
    view.keys.do.click()
    assert book.state is State.PASSPHRASE
    assert opens(book, Passphrase("又是密码")) is True


def test_wiping_says_what_is_lost_and_wants_the_word(open_safe, qtbot):
    view, book, _ = open_safe()
    view.wipe.go.click()
    settle()
    assert "3 条登记" in view.wipe.lost.text()
    assert not view.wipe.wipe_now.isEnabled()
    view.wipe.word.take("删除")
    view.wipe.word.entered.emit()
    assert book.is_open
    view.wipe.word.take(" 清除 ")
    with qtbot.waitSignal(view.wiped):
        view.wipe.wipe_now.click()
    assert book.state is State.ABSENT
    assert not book.is_open


def test_one_form_is_open_at_a_time_and_escape_folds_it_before_it_leaves(open_safe, qtbot):
    view, _, _ = open_safe()
    view.keys.go.click()
    view.keys.first.take("半个密码")
    view.wipe.go.click()
    assert [card.is_unfolded for card in view.cards] == [False, False, False, False, True]
    assert view.keys.first.text == ""
    qtbot.keyClick(view.wipe.word.field, Qt.Key.Key_Escape)
    assert not view.wipe.is_unfolded
    assert view.wipe.go.hasFocus()
    with qtbot.waitSignal(view.back):
        qtbot.keyClick(view.wipe.go, Qt.Key.Key_Escape)


def test_while_it_works_it_says_so_and_takes_no_second_press(qtbot, sentences, files, tmp_path):
    book, _ = make_book(tmp_path / "ledger")
    waiting = []
    view = SafeView(
        lambda: book,
        lambda _owner, work, done, _failed: waiting.append((work, done)),
        files,
        lambda: NOW,
    )
    show_leaf(qtbot, sentences, tmp_path / "settings.toml", view)
    for work, done in waiting:
        done(work())
    waiting.clear()
    files.answer = tmp_path / "a.guardian-backup"
    view.backup.go.click()
    assert view.backup.go.text() == "正在处理……"
    view.backup.go.click()
    ((work, done),) = waiting
    done(work())
    assert view.backup.go.isEnabled()
    assert view.backup.go.text() == "备份到文件"
    book.lock()


def test_secrets_are_hidden_until_they_are_shown(open_safe):
    view, _, _ = open_safe()
    view.keys.go.click()
    line = view.keys.first
    assert line.field.echoMode() is line.field.EchoMode.Password
    line.show_button.click()
    assert line.field.echoMode() is line.field.EchoMode.Normal
    assert line.show_button.text() == "隐藏"
    line.forget()
    assert line.field.echoMode() is line.field.EchoMode.Password


def test_what_unfolds_is_scrolled_into_view(open_safe, qtbot):
    view, _, _ = open_safe(settings='language = "en"\nlarge = true\n', size=(1024, 700))
    view.wipe.go.click()

    def is_seen():
        top = view.wipe.mapTo(view.sheet.viewport(), view.wipe.rect().topLeft()).y()
        return 0 <= top < 200

    qtbot.waitUntil(is_seen)


def test_a_ledger_that_was_locked_meanwhile_is_told_wherever_it_is_noticed(
    open_safe, files, tmp_path
):
    view, book, _ = open_safe()
    book.lock()
    files.answer = tmp_path / "a.json"
    view.backup.go.click()
    assert "锁上" in notice(view)
    view.export.go.click()
    view.export.all.click()
    assert "锁上" in notice(view)
    view.start()
    assert "锁上" in notice(view)
    assert not files.answer.exists()


def test_it_works_beside_the_window(qtbot, sentences, files, tmp_path):
    tasks = Tasks()
    book, _ = make_book(tmp_path / "ledger")
    view = SafeView(lambda: book, tasks.run, files, lambda: NOW)
    show_leaf(qtbot, sentences, tmp_path / "settings.toml", view)
    qtbot.waitUntil(lambda: view.backup.facts is not None)
    files.answer = tmp_path / "a.guardian-backup"
    with qtbot.waitSignal(view.done):
        view.backup.go.click()
    view.restore.choose_path(files.answer)
    view.restore.unfold()
    view.restore.secret.line.take(SECRET)
    view.restore.look.click()
    qtbot.waitUntil(view.restore.take_it.isVisible)
    with qtbot.waitSignal(view.restored):
        view.restore.take_it.click()
    tasks.finish()
    assert book.is_open
    book.lock()


def test_a_restore_that_fails_is_told_and_whoever_shows_the_ledger_looks_again(
    open_safe, tmp_path, qtbot
):
    view, book, _ = open_safe()
    path = tmp_path / "old.guardian-backup"
    book.ledger.backup(path)
    view.restore.go.click()
    view.restore.choose_path(path)
    view.restore.secret.line.take(SECRET)
    view.restore.look.click()
    path.unlink()
    with qtbot.waitSignal(view.restored):
        view.restore.take_it.click()
    assert "找不到备份" in notice(view)
    assert view.restore.secret.line.text == SECRET
    assert opens(book, Passphrase(SECRET)) is True
    assert book.ledger.shares.count() == 3
