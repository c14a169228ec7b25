"""What opens a ledger: a passphrase, the keyring, and always the recovery code."""

import json

import keyring
import keyring.backends.chainer
import keyring.backends.fail
import keyring.backends.null
import msgspec
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import InitError, KeyringLocked, NoKeyringError, PasswordDeleteError
from ledger_samples import SECRET, SHARE, WRONG, FakeKeyring, told

from guardian_app import ledger
from guardian_app.ledger import Passphrase, RecoveryCode, State, wrapping
from guardian_app.ledger.keyring_key import SystemKeyring


def opens(folder, secret):
    opened = ledger.unlock(folder, secret)
    kept = opened.shares.kept()
    opened.lock()
    return kept


def test_a_passphrase_and_the_recovery_code_open_it(folder, opened, code):
    kept = opened.shares.add(SHARE)
    opened.lock()
    assert ledger.state(folder) is State.PASSPHRASE
    assert opens(folder, SECRET) == opens(folder, code) == (kept,)
    assert opens(folder, RecoveryCode(code.text.lower().replace("-", " "))) == (kept,)


def test_a_keyring_opens_it(folder, keyring):
    opened, code = ledger.create(folder, keyring)
    kept = opened.shares.add(SHARE)
    opened.lock()
    assert ledger.state(folder) is State.KEYRING
    assert opens(folder, keyring) == opens(folder, RecoveryCode(code)) == (kept,)
    with told("ledger_without_passphrase"):
        ledger.unlock(folder, SECRET)
    with told("keyring_without_key"):
        ledger.unlock(folder, FakeKeyring())


@pytest.mark.usefixtures("opened")
@pytest.mark.parametrize("wrong", [WRONG, Passphrase(""), Passphrase("x" * 2000)])
def test_a_wrong_passphrase_is_told(folder, wrong):
    with told("passphrase_wrong"):
        ledger.unlock(folder, wrong)


def test_a_code_of_another_ledger_is_told(folder, opened, tmp_path):
    other, code = ledger.create(tmp_path / "other", SECRET)
    other.lock()
    opened.lock()
    with told("recovery_code_wrong"):
        ledger.unlock(folder, RecoveryCode(code))


def test_the_keyring_does_not_open_what_has_a_passphrase(folder, opened, keyring):
    opened.lock()
    with told("ledger_not_in_keyring"):
        ledger.unlock(folder, keyring)


@pytest.mark.parametrize("empty", ["", "x" * 1025, "\ud83d"])
def test_a_passphrase_that_cannot_be_used_makes_nothing(folder, empty):
    with told("passphrase_unusable"):
        ledger.create(folder, Passphrase(empty))
    assert ledger.state(folder) is State.ABSENT


def test_a_passphrase_may_be_typed_on_another_system(folder):
    opened, _ = ledger.create(folder, Passphrase("e\u0301ｘ"))
    opened.lock()
    assert opens(folder, Passphrase("\u00e9x")) == ()


@pytest.mark.parametrize("way", ["passphrase", "recovery"])
def test_a_changed_passphrase_opens_and_the_old_one_does_not(folder, opened, code, way):
    kept = opened.shares.add(SHARE)
    before = (folder / "ledger.db").read_bytes()
    ledger.change_passphrase(folder, SECRET if way == "passphrase" else code, Passphrase("new"))
    assert (folder / "ledger.db").read_bytes() == before
    assert opens(folder, Passphrase("new")) == opens(folder, code) == (kept,)
    with told("passphrase_wrong"):
        ledger.unlock(folder, SECRET)
    # who has it open goes on
    assert opened.shares.kept() == (kept,)


@pytest.mark.usefixtures("opened")
def test_a_wrong_passphrase_changes_nothing(folder):
    before = (folder / "ledger.key").read_bytes()
    with told("passphrase_wrong"):
        ledger.change_passphrase(folder, WRONG, Passphrase("new"))
    with told("passphrase_wrong"):
        ledger.new_recovery_code(folder, WRONG)
    with told("passphrase_unusable"):
        ledger.change_passphrase(folder, SECRET, Passphrase(""))
    assert (folder / "ledger.key").read_bytes() == before


def test_a_new_recovery_code_replaces_the_old_one(folder, opened, code):
    new = RecoveryCode(ledger.new_recovery_code(folder, SECRET))
    assert opens(folder, new) == opens(folder, SECRET) == ()
    with told("recovery_code_wrong"):
        ledger.unlock(folder, code)
    assert opened.code_was_given()


def test_a_ledger_moves_to_the_keyring_and_back(folder, opened, keyring):
    kept = opened.shares.add(SHARE)
    ledger.move_to_keyring(folder, SECRET, keyring)
    assert ledger.state(folder) is State.KEYRING
    assert opens(folder, keyring) == (kept,)
    ledger.move_to_keyring(folder, keyring, keyring)
    assert opens(folder, keyring) == (kept,)
    assert len(keyring.kept) == 1
    ledger.change_passphrase(folder, keyring, SECRET)
    assert opens(folder, SECRET) == (kept,)
    assert keyring.kept == {}


@pytest.mark.usefixtures("opened")
@pytest.mark.parametrize(
    ("stand_in", "key"),
    [(ledger.NoKeyring(), "keyring_absent"), (ledger.LockedKeyring(), "keyring_locked")],
)
def test_without_a_keyring_nothing_is_made_or_changed(folder, tmp_path, stand_in, key):
    with told(key):
        ledger.create(tmp_path / "other", stand_in)
    assert ledger.state(tmp_path / "other") is State.ABSENT
    before = (folder / "ledger.key").read_bytes()
    with told(key):
        ledger.move_to_keyring(folder, SECRET, stand_in)
    assert (folder / "ledger.key").read_bytes() == before
    for act in (stand_in.get, stand_in.delete):
        with told(key):
            act("entry")


@pytest.mark.slow_passphrases
def test_a_passphrase_is_made_into_a_key_slowly(folder):
    opened, _ = ledger.create(folder, SECRET)
    opened.lock()
    by = json.loads((folder / "ledger.key").read_bytes())["keys"]["passphrase"]
    assert (by["memory_kib"], by["passes"], by["lanes"]) == (65536, 3, 4)


@pytest.mark.usefixtures("opened")
@pytest.mark.parametrize(
    "asked",
    [
        {"memory_kib": 2**31},
        {"memory_kib": 1},
        {"passes": 0},
        {"passes": 10**9},
        {"lanes": 0},
        {"lanes": 255},
        {"salt": b""},
    ],
)
def test_a_forged_key_file_cannot_ask_for_all_memory(folder, asked):
    keys = wrapping.read(folder / "ledger.key")
    forged = msgspec.structs.replace(
        keys, passphrase=msgspec.structs.replace(keys.passphrase, **asked)
    )
    (folder / "ledger.key").write_bytes(wrapping.encode(forged))
    with told("ledger_key_damaged"):
        ledger.unlock(folder, SECRET)


@pytest.mark.usefixtures("opened")
@pytest.mark.parametrize(
    "content",
    [b"", b"{}", b"null", b"[" * 5000, b"\xff\xfe", b"x" * 100_000, b'{"keys":1,"sum":"x"}'],
)
def test_a_key_file_of_rubbish_is_damage(folder, content):
    (folder / "ledger.key").write_bytes(content)
    with told("ledger_key_damaged"):
        ledger.unlock(folder, SECRET)
    with told("ledger_key_damaged"):
        ledger.state(folder)
    assert (folder / "ledger.key").read_bytes() == content


@pytest.mark.usefixtures("opened")
def test_one_ledger_does_not_take_the_lock_of_another(folder, tmp_path):
    other, _ = ledger.create(tmp_path / "other", SECRET)
    other.lock()
    ours = wrapping.read(folder / "ledger.key")
    theirs = wrapping.read(tmp_path / "other/ledger.key")
    forged = msgspec.structs.replace(theirs, passphrase=ours.passphrase)
    wrapping.write(forged, tmp_path / "other/ledger.key")
    with told("passphrase_wrong"):
        ledger.unlock(tmp_path / "other", SECRET)
    # and a key file of one beside the data of the other is damage, not rubbish shown as data
    wrapping.write(ours, tmp_path / "other/ledger.key")
    with told("ledger_damaged"):
        ledger.unlock(tmp_path / "other", SECRET)


@pytest.mark.usefixtures("opened")
def test_a_key_file_of_a_newer_program_is_told(folder):
    keys = msgspec.to_builtins(wrapping.read(folder / "ledger.key")) | {"format": 2, "new": True}
    inner = json.dumps(keys).encode()
    import hashlib  # noqa: PLC0415

    whole = b'{"keys":%s,"sum":"%s"}' % (inner, hashlib.sha256(inner).hexdigest().encode())
    (folder / "ledger.key").write_bytes(whole)
    with told("ledger_newer"):
        ledger.unlock(folder, SECRET)


def test_secrets_are_not_shown():
    assert "word" not in repr(Passphrase("word"))
    assert "word" not in repr(RecoveryCode("word"))


class Backend(KeyringBackend):
    """A backend that keeps or fails as it is told."""

    priority = 1

    def __init__(self, fails=None):
        self.fails, self.kept = fails, {}

    def get_password(self, service, username):
        self._fail()
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self._fail()
        self.kept[service, username] = password

    def delete_password(self, service, username):
        self._fail()
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError

    def _fail(self):
        if self.fails is not None:
            raise self.fails


Backend.__module__ = "keyring.backends.SecretService"
Backend.__qualname__ = "Keyring"


class Plaintext(Backend):
    pass


Plaintext.__module__ = "keyrings.alt.file"


def test_a_system_keyring_keeps_and_forgets():
    system = SystemKeyring(Backend())
    with told("keyring_without_key"):
        system.get("a")
    system.put("a", b"1" * 32)
    assert system.get("a") == b"1" * 32
    system.delete("a")
    system.delete("a")
    with told("keyring_without_key"):
        system.get("a")


@pytest.mark.parametrize(
    ("fault", "key"),
    [
        (InitError(), "keyring_locked"),
        (KeyringLocked(), "keyring_locked"),
        (NoKeyringError(), "keyring_absent"),
    ],
)
def test_what_a_keyring_complains_of_is_told(fault, key):
    system = SystemKeyring(Backend(fault))
    for act in (lambda: system.get("a"), lambda: system.put("a", b""), lambda: system.delete("a")):
        with told(key):
            act()


def test_an_entry_that_is_no_key_is_told():
    backend = Backend()
    backend.kept["guardian-ledger", "a"] = "not base64"
    with told("keyring_without_key"):
        SystemKeyring(backend).get("a")


def chained(*backends):
    chain = keyring.backends.chainer.ChainerBackend()
    type(chain).backends = property(lambda _: backends)
    return chain


@pytest.mark.parametrize(
    ("backend", "kind"),
    [
        (keyring.backends.fail.Keyring(), ledger.NoKeyring),
        (keyring.backends.null.Keyring(), ledger.NoKeyring),
        (Plaintext(), ledger.NoKeyring),
        (Backend(), SystemKeyring),
    ],
)
def test_only_what_the_system_guards_is_a_keyring(monkeypatch, backend, kind):
    monkeypatch.setattr(keyring, "get_keyring", lambda: backend)
    assert isinstance(ledger.find_keyring(), kind)


def test_the_first_that_counts_is_taken_of_several(monkeypatch):
    good = Backend()
    monkeypatch.setattr(
        keyring.backends.chainer.ChainerBackend, "backends", [Plaintext(), good], raising=False
    )
    monkeypatch.setattr(keyring, "get_keyring", keyring.backends.chainer.ChainerBackend)
    assert ledger.find_keyring()._backend is good


@pytest.mark.parametrize(
    ("fault", "kind"), [(InitError, ledger.LockedKeyring), (NoKeyringError, ledger.NoKeyring)]
)
def test_a_keyring_that_cannot_be_asked_for_has_a_stand_in(monkeypatch, fault, kind):
    def fail():
        raise fault

    monkeypatch.setattr(keyring, "get_keyring", fail)
    assert isinstance(ledger.find_keyring(), kind)
