"""What a crash, another process, a full disk, a locked folder or a changed bit does to a ledger."""

import contextlib
import os
import random
import stat
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest
from crashes import kill_and_look, stopped
from ledger_samples import LEAK, OTHER, QUICK, SECRET, SHARE, child, told

from guardian_app import ledger
from guardian_app.errors import LedgerError
from guardian_app.ledger import State, place

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX has forks, limits and users")


@POSIX
def test_what_was_acknowledged_survives_a_kill(folder, opened):
    opened.lock()
    assert kill_and_look(folder, rounds=15, seed=os.urandom(4)) > 15


@POSIX
def test_a_making_that_was_interrupted_is_finished_or_begun_anew(tmp_path):
    made = 0
    for steps in stopped("ledger.create(Path(one), SECRET)", tmp_path / "{}"):
        place_ = tmp_path / str(steps)
        if ledger.state(place_) is State.ABSENT:
            opened, code = ledger.create(place_, SECRET)
            opened.lock()
            opened = ledger.unlock(place_, ledger.RecoveryCode(code))
            assert opened.code_was_given()
        else:
            made += 1
            opened = ledger.unlock(place_, SECRET)
            assert not opened.code_was_given()
            ledger.new_recovery_code(place_, SECRET)
            assert opened.code_was_given()
        opened.shares.add(SHARE)
        opened.lock()
        assert sorted(path.name for path in place_.iterdir()) == [
            "ledger.db", "ledger.key", "ledger.lock",
        ]  # fmt: skip
    assert made


@POSIX
def test_a_restoring_that_was_interrupted_leaves_the_old_or_the_new(folder, opened, tmp_path):
    path = tmp_path / "new.guardian-backup"
    opened.shares.add(SHARE)
    opened.backup(path)
    opened.shares.add(OTHER)
    opened.lock()
    seen = set()
    for _ in stopped("ledger.restore(Path(one), Path(two), SECRET)", folder, path):
        again = ledger.unlock(folder, SECRET)
        again.prove()
        count = again.shares.count()
        again.lock()
        if count == 1:  # put the one with two entries back for the next round
            newest = ledger.kept(folder)[0]
            assert ledger.look(newest, SECRET).shares == 2
            ledger.restore(folder, newest, SECRET)
        seen.add(count)
    assert seen == {1, 2}


@POSIX
def test_a_changed_passphrase_that_was_interrupted_is_the_old_or_the_new(folder, opened):
    kept = opened.shares.add(SHARE)
    opened.lock()
    new = ledger.Passphrase("new")
    act = 'ledger.change_passphrase(Path(one), SECRET, Passphrase("new"))'
    for _ in stopped(act, folder):
        try:
            again = ledger.unlock(folder, SECRET)
        except LedgerError:
            again = ledger.unlock(folder, new)
            ledger.change_passphrase(folder, new, SECRET)
        assert again.shares.kept() == (kept,)
        again.lock()


def test_two_processes_write_at_once_and_see_each_other(folder, opened):
    program = (
        QUICK
        + """
opened = ledger.unlock(folder, SECRET)
for _ in range(20):
    opened.shares.add(OTHER)
"""
    )
    processes = [child(program, folder) for _ in range(2)]
    for _ in range(20):
        opened.shares.add(SHARE)
    for process in processes:
        _, err = process.communicate(timeout=60)
        assert process.returncode == 0, err.decode()
    assert opened.shares.count() == 60
    opened.prove()


def test_of_two_processes_that_make_a_ledger_one_does(folder):
    program = (
        QUICK
        + """
try:
    opened, code = ledger.create(folder, SECRET)
    opened.shares.add(SHARE)
    print("made")
except LedgerError as error:
    print(error.key)
"""
    )
    processes = [child(program, folder) for _ in range(3)]
    said = sorted(process.communicate(timeout=60)[0].decode().strip() for process in processes)
    assert said == ["errors.ledger_exists", "errors.ledger_exists", "made"]
    opened = ledger.unlock(folder, SECRET)
    assert opened.shares.count() == 1
    opened.lock()


def test_who_waits_too_long_is_told(folder, opened):
    kept = opened.shares.add(SHARE)
    other = ledger.unlock(folder, SECRET)
    other._source.store._connection.execute("PRAGMA busy_timeout = 100")
    with opened._source.store.writing() as writing:
        writing.do("UPDATE share SET note = 'x'")
        assert other.shares.kept() == (kept,)  # reading goes on
        with told("ledger_busy"):
            other.shares.add(OTHER)
    assert other.shares.kept()[0].note == "x"
    other.lock()


@POSIX
def test_a_ledger_is_not_replaced_while_another_process_writes(
    folder, opened, tmp_path, monkeypatch
):
    path = tmp_path / "x.guardian-backup"
    opened.backup(path)
    opened.lock()
    monkeypatch.setattr(place, "_WAIT_S", 0.2)
    program = f"""{QUICK}
opened = ledger.unlock(folder, SECRET)
with opened._source.store.writing():
    print("writing", flush=True)
    sys.stdin.read()
"""
    here = str(Path(__file__).parent)
    with subprocess.Popen(
        [sys.executable, "-c", program, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": here},
    ) as process:
        assert process.stdout.readline() == b"writing\n"
        with told("ledger_busy"):
            ledger.restore(folder, path, SECRET)
        process.stdin.close()
    ledger.restore(folder, path, SECRET)


@POSIX
def test_nothing_is_acknowledged_between_keeping_the_old_ledger_and_replacing_it(
    folder, opened, tmp_path, monkeypatch
):
    path = tmp_path / "x.guardian-backup"
    opened.backup(path)
    opened.lock()
    # Python runs this in the very moment in which the old file is kept and the new one not there.
    program = f"""{QUICK}
opened = None
try:
    opened = ledger.unlock(folder, SECRET)
    opened._source.store._connection.execute("PRAGMA busy_timeout = 100")
    opened.shares.add(SHARE)
    print("acknowledged")
except LedgerError as error:
    print(error.key)
"""
    said = []
    real = place.take

    def take(pair, of):
        said.append(child(program, folder).communicate(timeout=60)[0].decode().strip())
        real(pair, of)

    monkeypatch.setattr(place, "take", take)
    ledger.restore(folder, path, SECRET)
    assert said == ["errors.ledger_busy"]


def test_who_had_it_open_while_it_was_replaced_is_told(folder, opened, tmp_path):
    path = tmp_path / "x.guardian-backup"
    opened.backup(path)
    if sys.platform == "win32":
        return
    ledger.restore(folder, path, SECRET)
    for act in (lambda: opened.shares.add(SHARE), opened.shares.kept):
        with told("ledger_replaced"):
            act()


def flipped(path, at, bit):
    content = bytearray(path.read_bytes())
    content[at] ^= 1 << bit
    path.write_bytes(content)


def everything(folder):
    opened = ledger.unlock(folder, SECRET)
    try:
        return (opened.shares.kept(), opened.shares.removed(), opened.shares.trace(),
                opened.leak_signs.kept(), opened.shares.search("老张"))  # fmt: skip
    finally:
        opened.lock()


@pytest.mark.parametrize("name", ["ledger.db", "ledger.key"])
def test_a_changed_bit_is_told_and_never_read_as_data(folder, opened, name):
    opened.shares.add_all([SHARE, OTHER] * 10)
    opened.leak_signs.add(LEAK)
    opened.lock()
    before = everything(folder)
    content = (folder / name).read_bytes()
    damage = {"errors.ledger_damaged", "errors.ledger_key_damaged"}
    places = [random.randrange(len(content)) for _ in range(28)]  # noqa: S311
    for at in (0, len(content) - 1, *places):
        bit = random.randrange(8)  # noqa: S311
        flipped(folder / name, at, bit)
        try:
            assert everything(folder) == before, (at, bit)  # in a page that holds nothing
        except LedgerError as error:
            assert error.key in damage, (at, bit)  # noqa: PT017
        if name == "ledger.db":
            with told("ledger_damaged"):
                opened = ledger.unlock(folder, SECRET)
                try:
                    opened.prove()
                finally:
                    opened.lock()
        (folder / name).write_bytes(content)
    assert everything(folder) == before


@pytest.mark.parametrize("size", [0, 1, 100, 4096, 5000, 8192, -1, -4096])
def test_a_ledger_that_was_cut_short_is_damaged(folder, opened, size):
    opened.shares.add_all([SHARE] * 10)
    opened.lock()
    content = (folder / "ledger.db").read_bytes()
    (folder / "ledger.db").write_bytes(content[:size])
    with told("ledger_damaged"):
        everything(folder)
        opened = ledger.unlock(folder, SECRET)
        try:
            opened.prove()
        finally:
            opened.lock()


@POSIX
def test_a_full_disk_is_told_and_nothing_is_lost(folder, opened):
    opened.shares.add(SHARE)
    opened.lock()
    program = (
        QUICK
        + """
import resource
opened = ledger.unlock(folder, SECRET)
size = (folder / "ledger.db").stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 8192, resource.RLIM_INFINITY))
kept = 0
try:
    while True:
        opened.shares.add(msgspec.structs.replace(OTHER, note="长" * 1000))
        kept += 1
except LedgerError as error:
    print(error.key, kept)
print(len(opened.shares.kept()) - 1)
resource.setrlimit(resource.RLIMIT_FSIZE, (size // 2, resource.RLIM_INFINITY))
try:
    opened.backup(folder / "x.guardian-backup")
except LedgerError as error:
    print(error.key)
print(sorted(path.name for path in folder.iterdir()))
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
opened.shares.add(OTHER)
opened.prove()
print(opened.shares.count())
"""
    )
    process = child("import msgspec\n" + program, folder)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err.decode()
    first, kept, backup, files, after = out.decode().splitlines()
    assert first == f"errors.ledger_disk_fault {kept}"
    assert backup in {"errors.ledger_disk_fault", "errors.ledger_disk_full"}
    assert files == "['ledger.db', 'ledger.key', 'ledger.lock']"
    assert int(after) == int(kept) + 2


@POSIX
def test_a_full_disk_in_the_middle_of_a_transaction_takes_it_all_back(opened):
    kept = opened.shares.add(SHARE)
    opened._source.store._connection.execute("PRAGMA max_page_count = 30")
    with told("ledger_disk_full"):
        opened.shares.add_all([SHARE] * 500)
    assert opened.shares.kept() == (kept,)
    opened._source.store._connection.execute("PRAGMA max_page_count = 100000")
    opened.shares.add(OTHER)
    opened.prove()


@contextmanager
def read_only(folder):
    """Take the right to write away: root keeps it whatever the bits say, so be nobody meanwhile."""
    for path in (*folder.iterdir(), folder):
        path.chmod(0o555 if path.is_dir() else 0o444)
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
        for path in (folder, *folder.iterdir()):
            path.chmod(0o755 if path.is_dir() else 0o644)


@POSIX
def test_a_folder_that_cannot_be_written_to_is_read_and_told():
    with tempfile.TemporaryDirectory(prefix="guardian-test-") as name:
        Path(name).chmod(stat.S_IRWXU | 0o055)
        folder = Path(name) / "ledger"
        opened, code = ledger.create(folder, SECRET)
        kept = opened.shares.add(SHARE)
        opened.lock()
        with read_only(folder):
            assert ledger.state(folder) is State.PASSPHRASE
            opened = ledger.unlock(folder, SECRET)
            assert opened.shares.kept() == (kept,)
            for act in (
                lambda: opened.shares.add(OTHER),
                opened.shares.undo,
                opened.keep_daily,
                lambda: ledger.change_passphrase(folder, SECRET, ledger.Passphrase("new")),
                lambda: ledger.create(folder / "other", SECRET),
                lambda: ledger.restore(folder, folder / "x", SECRET),
                lambda: ledger.wipe(folder, ledger.NoKeyring()),
            ):
                with told("ledger_read_only"):
                    act()
            assert opened.shares.kept() == (kept,)
            opened.lock()
        opened = ledger.unlock(folder, ledger.RecoveryCode(code))
        opened.shares.add(OTHER)
        opened.lock()


def test_a_damaged_page_is_not_copied_and_not_written_over(folder, opened):
    kept = opened.shares.add_all([SHARE] * 100)
    opened.lock()
    content = (folder / "ledger.db").read_bytes()
    for at in range(4096 + 50, len(content), len(content) // 12):
        flipped(folder / "ledger.db", at, 3)
        opened = None
        with contextlib.suppress(LedgerError):  # what lies where is known: opening reads that
            opened = ledger.unlock(folder, SECRET)
        if opened is not None:
            with told("ledger_damaged"):
                opened.keep_daily()
            for share in kept:
                with contextlib.suppress(LedgerError):
                    opened.shares.remove(share.id)
            opened.lock()
        assert not list((folder / "backups").glob("*"))
        (folder / "ledger.db").write_bytes(content)


@POSIX
def test_a_file_that_cannot_be_written_to_is_told_and_not_replaced():
    with tempfile.TemporaryDirectory(prefix="guardian-test-") as name:
        folder = Path(name) / "ledger"
        opened, _ = ledger.create(folder, SECRET)
        opened.backup(folder / "x.guardian-backup")
        kept = opened.shares.add(SHARE)
        opened.lock()
        Path(name).chmod(0o755)
        for path in (folder, folder / "x.guardian-backup", folder / "ledger.key"):
            path.chmod(0o777)
        (folder / "ledger.lock").chmod(0o666)
        (folder / "ledger.db").chmod(0o444)
        root = os.geteuid() == 0
        if root:
            os.seteuid(65534)
        try:
            with told("ledger_read_only"):
                ledger.restore(folder, folder / "x.guardian-backup", SECRET)
            opened = ledger.unlock(folder, SECRET)
            assert opened.shares.kept() == (kept,)
            with told("ledger_read_only"):
                opened.shares.add(OTHER)
            opened.lock()
        finally:
            if root:
                os.seteuid(0)


def test_a_restoring_that_is_told_as_failed_does_not_happen_later(
    folder, opened, tmp_path, monkeypatch
):
    path = tmp_path / "x.guardian-backup"
    opened.backup(path)
    kept = opened.shares.add(SHARE)
    opened.lock()
    real = Path.replace

    def replace(self, target):
        if Path(target) == folder / "ledger.db":  # as Windows does with a file that is open
            raise PermissionError(13, "in use", str(self))
        return real(self, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", replace)
        with told("ledger_read_only"):
            ledger.restore(folder, path, SECRET)
    assert everything(folder)[0] == (kept,)
