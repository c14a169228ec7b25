"""Backups: looked into, restored, refused when foreign or damaged; and files of every version."""

import os
import shutil
import zipfile
from pathlib import Path

import msgspec
import pytest
from ledger_samples import (
    INCIDENT,
    LEAK,
    OTHER,
    REPLY,
    REQUEST,
    SECRET,
    SENT,
    SHARE,
    WRONG,
    Clock,
    FakeKeyring,
    fill,
    told,
)

from guardian_app import ledger
from guardian_app.errors import LedgerError
from guardian_app.ledger import Passphrase, RecoveryCode, State, migrations
from guardian_app.ledger.store import Store

VERSIONS = Path(__file__).parent / "versions"


@pytest.fixture
def saved(opened, tmp_path):
    """A backup of a ledger with one thing of every sort."""
    fill(opened)
    path = tmp_path / "mine.guardian-backup"
    opened.backup(path)
    return path


def whole(opened):
    """Return all that a ledger holds."""
    return (opened.shares.kept(), opened.shares.removed(), opened.shares.trace(),
            opened.leak_signs.kept(), opened.requests.kept(), opened.replies.kept(),
            opened.incidents.kept())  # fmt: skip


def test_looking_says_what_is_inside_and_changes_nothing(saved, code, folder):
    before = saved.read_bytes()
    for secret in (SECRET, code):
        contents = ledger.look(saved, secret)
        assert contents.version == migrations.latest()
        assert (contents.shares, contents.institutions, contents.leak_signs) == (1, 1, 1)
        assert (contents.requests, contents.replies, contents.incidents) == (1, 1, 1)
    assert saved.read_bytes() == before
    assert not list(folder.glob("making-*"))


@pytest.mark.parametrize("by", ["passphrase", "code"])
def test_a_backup_opens_on_another_machine(saved, opened, code, tmp_path, by):
    there = tmp_path / "another machine" / "ledger"
    secret = SECRET if by == "passphrase" else code
    assert ledger.restore(there, saved, secret).shares == 1
    assert ledger.state(there) is State.PASSPHRASE
    moved = ledger.unlock(there, secret)
    assert whole(moved) == whole(opened)
    moved.lock()
    assert sorted(path.name for path in there.iterdir()) == [
        "ledger.db", "ledger.key", "ledger.lock",
    ]  # fmt: skip


def test_what_the_keyring_opens_moves_by_the_recovery_code(folder, tmp_path, keyring):
    opened, code = ledger.create(folder, keyring)
    kept = opened.shares.add(SHARE)
    path = tmp_path / "mine.guardian-backup"
    opened.backup(path)
    opened.lock()
    there = tmp_path / "there"
    with told("ledger_not_in_keyring"):
        ledger.restore(there, path, keyring)
    ledger.restore(there, path, RecoveryCode(code))
    assert ledger.state(there) is State.RECOVERY
    new = FakeKeyring()
    ledger.move_to_keyring(there, RecoveryCode(code), new)
    moved = ledger.unlock(there, new)
    assert moved.shares.kept() == (kept,)
    moved.lock()


def test_the_present_ledger_is_kept_before_another_takes_its_place(saved, opened, folder):
    later = opened.shares.add(OTHER)
    present = whole(opened)
    opened.lock()
    ledger.restore(folder, saved, SECRET)
    restored = ledger.unlock(folder, SECRET)
    assert later not in restored.shares.kept()
    restored.lock()
    (kept,) = ledger.kept(folder)
    ledger.restore(folder, kept, SECRET)
    back = ledger.unlock(folder, SECRET)
    assert whole(back) == present
    back.lock()


def test_a_damaged_ledger_of_which_nobody_knows_the_secret_is_kept_too(saved, opened, folder):
    opened.lock()
    (folder / "ledger.db").write_bytes(b"rubbish")
    (folder / "ledger.key").unlink()
    ledger.restore(folder, saved, SECRET)
    (kept,) = ledger.kept(folder)
    with zipfile.ZipFile(kept) as archive:
        assert archive.read("ledger.db") == b"rubbish"
    with told("backup_foreign"):
        ledger.look(kept, SECRET)


def test_two_restorings_in_one_second_keep_two_ledgers(saved, opened, folder):
    opened.lock()
    clock = Clock()
    ledger.restore(folder, saved, SECRET, clock)
    ledger.restore(folder, saved, SECRET, clock)
    assert len(ledger.kept(folder)) == 2


def test_a_wrong_secret_restores_nothing(saved, opened, folder):
    opened.lock()
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    for act in (lambda: ledger.look(saved, WRONG), lambda: ledger.restore(folder, saved, WRONG)):
        with told("passphrase_wrong"):
            act()
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def _foreign_text(path):
    path.write_bytes(b"no zip at all")


def _empty(path):
    path.write_bytes(b"")


def _other_zip(path):
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("letter.txt", "hello")


def _climbing(path):
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../ledger.key", "x")
        archive.writestr("ledger.db", "x")


def _bomb(path):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("ledger.key", "x")
        archive.writestr("ledger.db", b"\0" * 50_000_000)


def _large_key(path):
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("ledger.key", b"x" * 100_000)
        archive.writestr("ledger.db", "x")


def _twice(path):
    with zipfile.ZipFile(path, "w") as archive:
        for name in ("ledger.key", "ledger.db", "ledger.db"):
            archive.writestr(name, "x")


def _overlapping(path):
    """Both names point to the same large piece of the file, many times its size together."""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("ledger.key", b"x" * 10)
        archive.writestr("ledger.db", b"x" * 40_000)
        archive.getinfo("ledger.key").header_offset = archive.getinfo("ledger.db").header_offset


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    "make",
    [_foreign_text, _empty, _other_zip, _climbing, _bomb, _large_key, _twice, _overlapping],
)
def test_what_is_no_backup_of_ours_is_told(opened, folder, tmp_path, make):
    kept = opened.shares.add(SHARE)
    path = tmp_path / "x.guardian-backup"
    make(path)
    for act in (lambda: ledger.look(path, SECRET), lambda: ledger.restore(folder, path, SECRET)):
        with told("backup_foreign", "backup_damaged"):
            act()
    assert opened.shares.kept() == (kept,)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["home", "x.guardian-backup"]


def test_a_backup_that_was_cut_short_is_damaged(saved, tmp_path):
    content = saved.read_bytes()
    path = tmp_path / "cut.guardian-backup"
    for size in (40, 500, 4000, len(content) // 2, len(content) - 200, len(content) - 1):
        path.write_bytes(content[:size])
        with told("backup_damaged"):
            ledger.look(path, SECRET)


def test_every_changed_byte_of_a_backup_is_told(saved, tmp_path):
    content = saved.read_bytes()
    path = tmp_path / "changed.guardian-backup"
    same = ledger.look(saved, SECRET)
    for at in range(0, len(content), len(content) // 40):
        path.write_bytes(content[:at] + bytes([content[at] ^ 4]) + content[at + 1 :])
        try:
            assert ledger.look(path, SECRET) == same  # a byte that says nothing, as of a time
        except LedgerError as error:
            assert error.key in {"errors.backup_damaged", "errors.backup_foreign"}  # noqa: PT017


def test_a_backup_that_is_not_there_is_told(tmp_path, folder):
    with told("backup_missing"):
        ledger.look(tmp_path / "none.guardian-backup", SECRET)
    with told("backup_missing"):
        ledger.restore(folder, tmp_path / "none.guardian-backup", SECRET)
    with told("backup_unreadable", "backup_foreign"):
        ledger.look(tmp_path, SECRET)
    assert ledger.state(folder) is State.ABSENT


def test_a_backup_is_replaced_whole_or_not_at_all(opened, tmp_path):
    path = tmp_path / "none" / "x.guardian-backup"
    with told("ledger_read_only"):
        opened.backup(path)
    assert opened.last_backup() == ""
    path = tmp_path / "x.guardian-backup"
    path.mkdir()
    with told("ledger_read_only"):
        opened.backup(path)
    assert not list(tmp_path.glob("making-*"))


def test_the_last_seven_days_are_kept(folder):
    clock = Clock()
    opened, _ = ledger.create(folder, SECRET, clock)
    for day in range(10):
        assert opened.keep_daily().name == f"daily-2026-05-{day + 1:02}.guardian-backup"
        assert opened.keep_daily() is None
        clock.pass_days(1)
    assert sorted(path.name for path in (folder / "backups").iterdir()) == [
        f"daily-2026-05-{day:02}.guardian-backup" for day in range(4, 11)
    ]
    opened.lock()


def test_what_a_crash_left_behind_is_tidied_a_day_later(folder, opened):
    old, new = folder / "making-old", folder / "making-new"
    for left in (old, new):
        left.mkdir()
        (left / "ledger.db").write_bytes(b"half")
    os.utime(old, (0, 0))
    opened.keep_daily()
    assert not old.exists()
    assert new.exists()


def test_a_damaged_ledger_pushes_no_good_backup_out(folder):
    clock = Clock()
    opened, _ = ledger.create(folder, SECRET, clock)
    opened.shares.add_all([SHARE] * 200)
    for _ in range(7):
        opened.keep_daily()
        clock.pass_days(1)
    opened.lock()
    before = sorted((folder / "backups").iterdir())
    data = bytearray((folder / "ledger.db").read_bytes())
    data[-2000] ^= 1
    (folder / "ledger.db").write_bytes(data)
    with told("ledger_damaged"):
        opened = ledger.unlock(folder, SECRET, clock)
        opened.keep_daily()
    opened.lock()
    assert sorted((folder / "backups").iterdir()) == before


def test_a_backup_of_this_machine_opens_by_its_keyring(folder, keyring):
    opened, _ = ledger.create(folder, keyring)
    path = opened.keep_daily()
    opened.lock()
    (folder / "ledger.key").write_bytes(b"damaged")
    ledger.restore(folder, path, keyring)
    ledger.unlock(folder, keyring).lock()


@pytest.mark.parametrize("lost", ["gone", "damaged"])
def test_who_has_it_open_while_the_key_file_is_lost_can_save_it(opened, folder, tmp_path, lost):
    kept = opened.shares.add(SHARE)
    (folder / "ledger.key").unlink()
    if lost == "damaged":
        (folder / "ledger.key").write_bytes(b"damaged")
    path = tmp_path / "x.guardian-backup"
    opened.backup(path)
    opened.lock()
    ledger.restore(folder, path, SECRET)
    again = ledger.unlock(folder, SECRET)
    assert again.shares.kept() == (kept,)
    again.lock()


def test_it_is_known_when_a_person_last_saved_a_backup(folder, tmp_path):
    clock = Clock()
    opened, _ = ledger.create(folder, SECRET, clock)
    assert opened.last_backup() == ""
    opened.keep_daily()
    assert opened.last_backup() == ""
    clock.pass_days(1)
    opened.backup(tmp_path / "x.guardian-backup")
    assert opened.last_backup() == "2026-05-02T08:30:00+00:00"
    assert ledger.look(tmp_path / "x.guardian-backup", SECRET).made == "2026-05-02T08:30:00+00:00"
    opened.lock()


def test_a_backup_opens_by_the_passphrase_that_it_had(saved, opened, folder):
    ledger.change_passphrase(folder, SECRET, Passphrase("new"))
    opened.backup(saved)  # one made by who had it open before takes the new one
    with told("passphrase_wrong"):
        ledger.look(saved, SECRET)
    assert ledger.look(saved, Passphrase("new")).shares == 1


@pytest.mark.parametrize("path", sorted(VERSIONS.glob("*.guardian-backup")), ids=lambda p: p.stem)
def test_a_ledger_of_every_version_opens_today(path, folder):
    assert ledger.look(path, SECRET).version == int(path.stem[:4])
    ledger.restore(folder, path, SECRET)
    opened = ledger.unlock(folder, SECRET)
    assert opened.shares.kept() == (msgspec.structs.replace(SHARE, id=1),)
    assert opened.shares.removed() == (msgspec.structs.replace(OTHER, id=2),)
    assert [line.act for line in opened.shares.trace()] == ["removed", "added", "added"]
    assert opened.leak_signs.kept() == (msgspec.structs.replace(LEAK, id=1),)
    held = int(path.stem[:4]) > 1
    moved = msgspec.structs.replace(REQUEST, id=1, state=SENT.state)
    assert opened.requests.kept() == ((moved,) if held else ())
    assert opened.replies.kept() == ((REPLY,) if held else ())
    assert opened.incidents.kept() == ((msgspec.structs.replace(INCIDENT, id=1),) if held else ())
    opened.requests.move(opened.requests.add(REQUEST).id, SENT)
    opened.prove()
    opened.lock()


def test_there_is_a_stored_ledger_of_every_version():
    assert [int(path.stem) for path in sorted(VERSIONS.glob("*.guardian-backup"))] == list(
        range(1, migrations.latest() + 1)
    )


@pytest.fixture
def next_version(monkeypatch, tmp_path):
    """A program that knows one step more."""
    steps = tmp_path / "steps"
    shutil.copytree(migrations._FOLDER, steps)
    (steps / f"{migrations.latest() + 1:04}.sql").write_text(
        "-- a step; with a mark\n"
        "ALTER TABLE share ADD COLUMN colour TEXT;\n"
        "CREATE INDEX by_colour\n    ON share (colour);\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(migrations, "_FOLDER", steps)
    return steps


def test_a_step_is_taken_after_a_backup(opened, folder, request):
    kept = opened.shares.add(SHARE)
    opened.lock()
    old = migrations.latest()
    request.getfixturevalue("next_version")
    again = ledger.unlock(folder, SECRET)
    assert again.shares.kept() == (kept,)
    assert again._source.store.version == old + 1
    again.lock()
    (before,) = ledger.kept(folder)
    assert before.name.startswith(f"version-{old}-")
    assert ledger.look(before, SECRET).version == old
    ledger.unlock(folder, SECRET).lock()
    assert len(ledger.kept(folder)) == 1


def test_a_step_that_fails_leaves_the_ledger_as_it_was(opened, folder, request):
    kept = opened.shares.add(SHARE)
    opened.lock()
    old = migrations.latest()
    steps = request.getfixturevalue("next_version")
    step = steps / f"{old + 1:04}.sql"
    good = step.read_text(encoding="utf-8")
    step.write_text(good + "ALTER TABLE none ADD COLUMN x;\n", encoding="utf-8")
    with pytest.raises(Exception, match="none"):
        ledger.unlock(folder, SECRET)
    step.write_text(good, encoding="utf-8")
    again = ledger.unlock(folder, SECRET)
    assert again.shares.kept() == (kept,)
    again.lock()


def test_a_ledger_of_a_newer_program_is_left_alone(opened, saved, folder, tmp_path):
    opened.lock()
    store = Store(folder / "ledger.db", opened._source.data_key)
    with store.writing() as writing:
        writing.do("PRAGMA user_version = 99")
    store.close()
    before = (folder / "ledger.db").read_bytes()
    with told("ledger_newer"):
        ledger.unlock(folder, SECRET)
    assert (folder / "ledger.db").read_bytes() == before
    ledger.restore(folder, saved, SECRET)
    (kept,) = ledger.kept(folder)
    with told("ledger_newer") as error:
        ledger.look(kept, SECRET)
    assert error.value.values == {"file": kept}
    with told("ledger_newer"):
        ledger.restore(tmp_path / "there", kept, SECRET)
