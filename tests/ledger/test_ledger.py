"""A ledger as a whole: its states, making, locking, wiping; nothing readable outside of it."""

import subprocess
import sys
import tempfile
from pathlib import Path

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
    TYPED,
    FakeKeyring,
    told,
)

from guardian_app import ledger
from guardian_app.ledger import State, place


def test_states(folder, keyring):
    assert ledger.state(folder) is State.ABSENT
    with told("ledger_absent"):
        ledger.unlock(folder, SECRET)
    assert not folder.exists()
    ledger.create(folder, keyring)[0].lock()
    assert ledger.state(folder) is State.KEYRING
    ledger.change_passphrase(folder, keyring, SECRET)
    assert ledger.state(folder) is State.PASSPHRASE


@pytest.mark.parametrize(
    ("gone", "state", "key"),
    [
        ("ledger.key", State.KEY_MISSING, "ledger_key_missing"),
        ("ledger.db", State.DATA_MISSING, "ledger_data_missing"),
    ],
)
def test_half_a_ledger_is_told_and_left_alone(folder, opened, gone, state, key):
    opened.lock()
    (folder / gone).rename(folder / "aside")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert ledger.state(folder) is state
    for act in (ledger.unlock, ledger.create, ledger.new_recovery_code):
        with told(key):
            act(folder, SECRET)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    (folder / "aside").rename(folder / gone)
    ledger.unlock(folder, SECRET).lock()


def test_a_ledger_is_never_made_over_another(folder, opened):
    kept = opened.shares.add(SHARE)
    with told("ledger_exists"):
        ledger.create(folder, SECRET)
    assert opened.shares.kept() == (kept,)


def test_after_locking_nothing_is_read_or_written(opened):
    opened.lock()
    opened.lock()
    for act in (
        opened.shares.kept,
        opened.leak_signs.kept,
        opened.to_csv,
        opened.prove,
        opened.keep_daily,
        opened.shares.undo,
        lambda: opened.shares.add(SHARE),
    ):
        with told("ledger_locked"):
            act()


def test_wiping_leaves_nothing(folder, keyring, tmp_path):
    opened, _ = ledger.create(folder, keyring)
    opened.shares.add(SHARE)
    opened.keep_daily()
    opened.lock()
    ledger.wipe(folder, keyring)
    assert list(folder.iterdir()) == []
    assert keyring.kept == {}
    assert ledger.state(folder) is State.ABSENT
    ledger.wipe(folder, keyring)
    ledger.wipe(tmp_path / "nothing", keyring)


@pytest.mark.parametrize("stand_in", [ledger.NoKeyring(), ledger.LockedKeyring()])
def test_wiping_needs_no_keyring_and_mends_half_a_ledger(folder, keyring, stand_in):
    ledger.create(folder, keyring)[0].lock()
    (folder / "ledger.db").unlink()
    ledger.wipe(folder, stand_in)
    ledger.create(folder, SECRET)[0].lock()


def test_who_had_it_open_while_it_was_wiped_is_told(folder, opened):
    ledger.wipe(folder, FakeKeyring())
    with told("ledger_replaced"):
        opened.shares.add(SHARE)
    with told("ledger_replaced"):
        opened.shares.kept()


def test_only_this_person_may_read_the_files(folder, opened):
    opened.keep_daily()
    if sys.platform == "win32":
        return
    assert folder.stat().st_mode & 0o077 == 0
    for file in ("ledger.key", "backups"):
        assert (folder / file).stat().st_mode & 0o077 == 0


def test_nothing_that_a_person_typed_is_readable_anywhere(  # noqa: PLR0913, PLR0917
    folder, own_home, tmp_path, monkeypatch, capfd, caplog
):
    temp = tmp_path / "temp"
    temp.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temp))
    monkeypatch.setenv("TMPDIR", str(temp))
    caplog.set_level(0)
    seen = {}

    def keep_what_is_written():
        """Read every file there is just now, the journal of an unfinished act among them."""
        for place_ in (own_home, temp, tmp_path):
            for path in place_.rglob("*"):
                if path.is_file():
                    seen.setdefault(path.name.split("-")[0], b"")
                    seen[path.name.split("-")[0]] += path.read_bytes()

    opened, code = ledger.create(folder, SECRET)
    kept = opened.shares.add(SHARE)
    opened.shares.add_all([OTHER] * 50)
    opened.leak_signs.add(LEAK)
    opened.requests.move(opened.requests.add(REQUEST).id, SENT)
    opened.replies.put(REPLY)
    opened.incidents.add(INCIDENT)
    opened.shares.remove(kept.id)
    with opened._source.store.writing() as writing:
        writing.do("UPDATE share SET note = note || name")
        writing.do("PRAGMA cache_spill = 1")
        keep_what_is_written()
        assert (folder / place.JOURNAL).exists()
    opened.shares.search("咖啡")
    opened.keep_daily()
    path = tmp_path / "mine.guardian-backup"
    opened.backup(path)
    real = ledger.backup.archive.extract

    def extract(source, target):
        real(source, target)
        keep_what_is_written()

    monkeypatch.setattr(ledger.backup.archive, "extract", extract)
    ledger.look(path, SECRET)
    opened.lock()
    ledger.restore(folder, path, SECRET)
    ledger.change_passphrase(folder, SECRET, ledger.Passphrase("new words"))
    keep_what_is_written()
    assert {"ledger.db", "ledger.key", "mine.guardian", "daily"} <= {
        name.removesuffix("-journal") for name in seen
    }
    everything = b"".join(seen.values())
    told_anywhere = "".join(capfd.readouterr()) + caplog.text
    for word in (*TYPED, "new words", code, code.replace("-", "")):
        for encoding in ("utf-8", "utf-16-le", "gb18030"):
            assert word.encode(encoding) not in everything
        assert word not in told_anywhere
    assert opened._source.data_key not in everything
    assert opened._source.data_key.hex().encode() not in everything.lower()
    assert not list(temp.iterdir())


def test_errors_hold_nothing_that_a_person_typed(opened):
    typed = "秘密 6222021234567890"
    with told("ledger_field_number") as error:
        opened.shares.add(ledger.export.Share(**(
            {name: getattr(SHARE, name) for name in SHARE.__struct_fields__} | {"note": typed}
        )))  # fmt: skip
    assert "秘密" not in repr(error.value)


def test_checking_a_message_does_not_load_the_ledger():
    program = (
        "import sys; from guardian_app import cli; cli.run(['check', 'hello'], None);"
        "sys.exit(any(name in sys.modules for name in"
        " ('sqlcipher3', 'keyring', 'cryptography', 'guardian_app.ledger')))"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert ended.returncode == 0, ended.stderr


def test_one_file_knows_sqlcipher_and_one_the_keyring():
    for library, one in (("sqlcipher3", "store.py"), ("keyring", "keyring_key.py")):
        package = Path(ledger.__file__).parent.parent
        knowing = [
            path.name
            for path in package.rglob("*.py")
            if f"import {library}\n" in (text := path.read_text(encoding="utf-8"))
            or f"\nfrom {library} " in text
            or f"\nfrom {library}." in text
        ]
        assert knowing == [one]


@pytest.mark.usefixtures("no_sockets")
def test_a_ledger_with_a_passphrase_opens_no_socket(folder, tmp_path):
    opened, code = ledger.create(folder, SECRET)
    opened.shares.add(SHARE)
    opened.backup(tmp_path / "x.guardian-backup")
    opened.lock()
    ledger.unlock(folder, ledger.RecoveryCode(code)).lock()
