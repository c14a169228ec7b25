"""What happens when we fail ourselves, and when there is nothing to show a window on."""

import subprocess
import sys

import pytest

from guardian_app.cli.window import has_display
from guardian_app.errors import KnowledgeError

TYPED = "六一二三验证码 secret-words"


def _fail(*_):
    secret = TYPED
    raise ValueError(secret)


@pytest.mark.parametrize("debug", ["", "1"])
def test_a_bug_is_owned_up_to_without_what_was_typed(guardian, monkeypatch, debug):
    monkeypatch.setattr("guardian_app.guardian.check", _fail)
    monkeypatch.setenv("GUARDIAN_DEBUG", debug)
    ended = guardian("check", TYPED, "--sender", "13800000000")
    told = ended.err.decode()
    assert ended.status == 70
    assert not ended.out
    assert "ValueError" in told
    assert "test_cli_border.py" in told
    assert not any(each in told for each in ("secret", "六一二三", "13800000000"))
    assert (len(told.splitlines()) > 1) == bool(debug)


@pytest.mark.parametrize("debug", ["", "1"])
def test_a_bug_in_a_process_of_its_own_tells_as_little(debug, tmp_path):
    source = tmp_path / "in.jsonl"
    source.write_text('{"text": "secret-words"}\n' * 2_000, encoding="utf-8")
    program = (
        "import sys\n"
        "from guardian_app import cli\n"
        "from guardian_app.guardian import screening\n"
        "def fail(message, knowledge):\n"
        "    raise RuntimeError(message.text)\n"
        "screening.check = fail\n"
        f"sys.exit(cli.run(['screen', {str(source)!r}], None))\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        env={"GUARDIAN_DEBUG": debug, "PATH": ""},
        timeout=60,
        check=False,
    )
    assert ended.returncode == 70
    assert b"RuntimeError" in ended.stderr
    assert b"secret" not in ended.stderr + ended.stdout


def test_known_failures_are_one_line(guardian, monkeypatch):
    def missing(_):
        raise KnowledgeError("errors.pack_missing", file="knowledge.json")

    monkeypatch.setattr("guardian_app.guardian.load_pack", missing)
    ended = guardian("check", TYPED)
    assert ended.status == 65
    assert "guardian knowledge build" in ended.told


def test_ctrl_c_is_130_in_one_line(guardian, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("guardian_app.guardian.check", interrupted)
    ended = guardian("check", TYPED)
    assert ended.status == 130
    assert ended.told


def test_the_window_opens_where_it_can_be_seen(guardian, monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert guardian(open_window=lambda _: 7).status == 7


def test_without_a_display_one_line_says_what_to_do(process):
    ended = process(DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    if sys.platform.startswith("linux"):
        assert ended.status == 69
        assert "guardian check" in ended.told


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_where_a_window_can_appear(platform, environment, expected):
    assert has_display(platform, environment) is expected


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("command", [(), ("check",), ("screen",), ("knowledge",)])
def test_help_is_in_the_language_of_the_person(guardian, monkeypatch, command, language):
    monkeypatch.setenv("LANG", f"{language}_XX.UTF-8")
    ended = guardian(*command, "--help")
    assert (ended.status, ended.err) == (0, b"")
    assert ("用法" in ended.out.decode()) == (language == "zh")
    assert "usage: usage" not in ended.out.decode()


def test_the_version(guardian):
    ended = guardian("--version")
    assert ended.status == 0
    assert ended.out.startswith(b"guardian 0.")


def test_a_check_loads_no_window_and_nothing_that_is_slow(tmp_path):
    program = (
        "import sys; from guardian_app.cli import run; run(['check', 'hello there'], None);"
        "slow = {'PySide6', 'tqdm', 'multiprocessing', 'requests', 'importlib.metadata'};"
        "print(sorted(slow & set(sys.modules)), file=sys.stderr)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        env={"GUARDIAN_HOME": str(tmp_path), "PATH": ""},
        timeout=60,
        check=True,
    )
    assert ended.stderr.decode().splitlines()[-1] == "[]"
