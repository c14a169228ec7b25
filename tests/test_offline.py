"""Nothing leaves the machine: no path of the program opens a socket.

Three traps: the socket module inside the process, Python's audit events in a process of its own,
and, under Linux, a filter in the kernel that ends a process (and all that it starts) which asks
for an internet socket; that one also sees what Qt does in C++.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from guardian_app.model import Channel, Message

TEXT = (
    "【中国人寿】您的保单需要升级，请今天点击 http://chinalife-vip.example/a 或拨打 400-000-0000，"
    "下载应用并打开屏幕共享，把验证码告诉客服。<img src=http://tracker.example/x.png>"
)


@pytest.mark.usefixtures("no_sockets")
def test_a_check_opens_no_socket(door):
    assert door.check(Message(TEXT, "+85200000000", Channel.SMS)).reasons


@pytest.mark.usefixtures("no_sockets")
def test_screening_opens_no_socket(door):
    entries = ((at, Message(TEXT)) for at in range(3))
    assert b"".join(door.screen(entries)).count(b"\n") == 3


AUDITED = """
import sys
def trap(event, arguments):
    if event.startswith("socket.") and event not in {"socket.gethostname"}:
        print("socket:", event, file=sys.stderr)
        sys.__stderr__.flush()
        import os
        os._exit(99)
sys.addaudithook(trap)
"""

# seccomp: kill whoever asks the kernel for an internet socket. Offsets are those of struct
# seccomp_data; see https://docs.kernel.org/userspace-api/seccomp_filter.html
FILTERED = """
import ctypes, platform, struct
nr = {"x86_64": 41, "aarch64": 198}[platform.machine()]
LOAD, EQUAL, RETURN = 0x20, 0x15, 0x06
KILL, ALLOW = 0x80000000, 0x7FFF0000
steps = [
    (LOAD, 0, 0, 0), (EQUAL, 0, 4, nr),
    (LOAD, 0, 0, 16), (EQUAL, 1, 0, 2), (EQUAL, 0, 1, 10),
    (RETURN, 0, 0, KILL), (RETURN, 0, 0, ALLOW),
]
code = b"".join(struct.pack("HBBI", *step) for step in steps)
buffer = ctypes.create_string_buffer(code)
class Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("steps", ctypes.c_void_p)]
program = Program(len(steps), ctypes.addressof(buffer))
libc = ctypes.CDLL(None, use_errno=True)
if libc.prctl(38, 1, 0, 0, 0) or libc.prctl(22, 2, ctypes.byref(program), 0, 0):
    sys.exit(98)
"""

RUN = """
from guardian_app import cli
status = cli.run(sys.argv[1:], None)
sys.exit(0 if status in {0, 1, 2, 65} else status)
"""

# Types a message, presses Ctrl+Enter, waits for the answer, ends; 97 if nothing was checked.
WINDOW = """
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit
from guardian_app import ui
from guardian_app.guardian import Guardian
checked = []
class Door(Guardian):
    def check(self, message):
        verdict = super().check(message)
        checked.append(message)
        return verdict
def use():
    for box in QApplication.allWidgets():
        if isinstance(box, QPlainTextEdit | QTextEdit) and box.isVisible() and not box.isReadOnly():
            box.setPlainText(sys.argv[1])
            QTest.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
            break
    end(100)
def end(tries):
    if checked or not tries:
        QTimer.singleShot(500, QApplication.quit)
    else:
        QTimer.singleShot(100, lambda: end(tries - 1))
original = QApplication.exec
def run(*arguments):
    QTimer.singleShot(500, use)
    return original()
QApplication.exec = run
status = ui.run_window(Door())
sys.exit(status or (0 if checked else 97))
"""

# That the traps spring at all.
SOCKET = """
import socket
socket.socket(socket.AF_INET)
"""
SOCKET_UNSEEN = """
import ctypes
ctypes.CDLL(None).socket(2, 1, 0)
"""


def _ended(program, *arguments, home):
    return subprocess.run(
        [sys.executable, "-c", program, *map(str, arguments)],
        capture_output=True,
        env={
            **os.environ,
            "GUARDIAN_HOME": str(home),
            "GUARDIAN_PASSPHRASE": "made up for a test",
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONUTF8": "1",
        },
        timeout=120,
        check=False,
    )


def _has_filter():
    return sys.platform == "linux" and os.uname().machine in {"x86_64", "aarch64"}


TRAPS = [AUDITED, AUDITED + FILTERED] if _has_filter() else [AUDITED]


@pytest.fixture
def rows(tmp_path):
    path = tmp_path / "in.jsonl"
    path.write_text('{"text": "点击 http://a.example/x 领取"}\n' * 1_500, encoding="utf-8")
    return path


@pytest.mark.parametrize("trap", TRAPS)
def test_the_commands_open_no_socket(trap, rows, tmp_path):
    for arguments in (
        ["check", TEXT, "--sender", "+85200000000", "--channel", "sms"],
        ["check", TEXT, "--json"],
        ["screen", rows, "-o", tmp_path / "out.jsonl"],
        ["screen", rows, "-o", tmp_path / "out.jsonl", "--jobs", "2"],
        ["ledger", "add", "--institution", "某某经纪", "--data", "name"],
        ["ledger", "list"],
        ["knowledge", "info"],
        ["knowledge", "check"],
    ):
        ended = _ended(trap + RUN, *arguments, home=tmp_path)
        assert ended.returncode == 0, ended.stderr.decode()


@pytest.mark.parametrize("trap", TRAPS)
def test_the_window_opens_no_socket(trap, tmp_path):
    ended = _ended(trap + WINDOW, TEXT, home=tmp_path)
    assert ended.returncode == 0, ended.stderr.decode()


def test_the_traps_spring(tmp_path):
    assert _ended(AUDITED + SOCKET, home=tmp_path).returncode == 99
    if _has_filter():
        assert _ended("import sys\n" + FILTERED + SOCKET_UNSEEN, home=tmp_path).returncode < 0


def test_no_module_of_ours_asks_for_a_network():
    package = Path(__file__).parent.parent / "guardian_app"
    for file in package.rglob("*.py"):
        source = file.read_text(encoding="utf-8")
        for name in ("socket", "urllib.request", "http.client", "requests", "QtNetwork"):
            assert f"import {name}" not in source, file
            assert f"from {name}" not in source, file
