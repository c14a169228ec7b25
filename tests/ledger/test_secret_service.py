"""The real keyring of a Linux desktop, each test on a bus and with a home of its own."""

import subprocess
import sys

import pytest
from ledger_samples import QUICK, child

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the Secret Service is of Linux")

# deps.sh puts both programs there: where they are missing these tests fail, they are not skipped.
PROGRAM = (
    QUICK
    + """
import subprocess
found = ledger.find_keyring()
print(type(found).__name__)
def lock():
    subprocess.run(["dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.secrets",
        "/org/freedesktop/secrets", "org.freedesktop.Secret.Service.Lock",
        "array:objpath:/org/freedesktop/secrets/collection/login"], check=True,
        stdout=subprocess.DEVNULL)
def attempt(act):
    try:
        print(act())
    except LedgerError as error:
        print(error.key)
if sys.argv[2] == "unlocked":
    opened, code = ledger.create(folder, found)
    opened.shares.add(SHARE)
    opened.lock()
    print(ledger.state(folder))
    opened = ledger.unlock(folder, ledger.find_keyring())
    print(len(opened.shares.kept()))
    opened.lock()
    lock()
    attempt(lambda: ledger.unlock(folder, ledger.find_keyring()))
    opened = ledger.unlock(folder, ledger.RecoveryCode(code))
    print(len(opened.shares.kept()))
    opened.lock()
else:
    attempt(lambda: ledger.create(folder, found))
    print(ledger.state(folder))
"""
)

READY = """
until dbus-send --session --print-reply --dest=org.freedesktop.DBus / \
    org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets | grep -q true
do sleep 0.05; done
"""
BEGIN = {
    "unlocked": "printf secret | gnome-keyring-daemon --unlock --components=secrets >/dev/null;"
    + READY,
    "locked": "gnome-keyring-daemon --start --components=secrets >/dev/null;" + READY,
    "absent": "true;",
}


def run(state, folder, tmp_path):
    """Return what the program prints under a session bus where the keyring is in ``state``."""
    outer = f"""
import subprocess, sys
sys.exit(subprocess.run(["dbus-run-session", "--config-file", sys.argv[4], "--", "sh", "-c",
    sys.argv[3] + ' exec "$0" -c "$1" "$2" "$3"',
    sys.executable, {PROGRAM!r}, sys.argv[1], sys.argv[2]]).returncode)
"""
    data = tmp_path / "data"
    if state == "locked":
        # a keyring that somebody made earlier, of which this session does not know the password
        subprocess.run(
            ["dbus-run-session", "--", "sh", "-c", BEGIN["unlocked"]],
            env={"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "XDG_DATA_HOME": str(data),
                 "XDG_RUNTIME_DIR": str(tmp_path)},
            check=True,
            capture_output=True,
        )  # fmt: skip
    # No service may be started by itself: then an absent keyring is really absent.
    config = tmp_path / "bus.conf"
    config.write_text(
        '<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><policy context="default">'
        '<allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>'
        '<allow own="*"/></policy></busconfig>',
        encoding="utf-8",
    )
    process = child(
        outer, folder, state, BEGIN[state], config,
        HOME=str(tmp_path), XDG_DATA_HOME=str(data), XDG_RUNTIME_DIR=str(tmp_path),
        DISPLAY="", WAYLAND_DISPLAY="",
    )  # fmt: skip
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err.decode()
    return out.decode().split()


def test_an_unlocked_keyring_opens_the_ledger_and_a_locked_one_says_so(folder, tmp_path):
    assert run("unlocked", folder, tmp_path) == [
        "SystemKeyring", "keyring", "1", "errors.keyring_locked", "1",
    ]  # fmt: skip


def test_a_keyring_that_stays_locked_makes_no_ledger(folder, tmp_path):
    printed = run("locked", folder, tmp_path)
    assert printed == ["SystemKeyring", "errors.keyring_locked", "absent"]


def test_without_a_keyring_no_ledger_is_made(folder, tmp_path):
    assert run("absent", folder, tmp_path) == ["NoKeyring", "errors.keyring_absent", "absent"]
