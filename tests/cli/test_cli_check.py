"""``guardian check``: statuses, standard input, and what is refused."""

import json
import os
import pty
import subprocess

import pytest
from cli_samples import CAUTION, COMMAND, DANGER, HARMLESS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guardian_app.cli.check import INPUT_LIMIT_BYTES
from guardian_app.engine import LENGTH_LIMIT


@pytest.mark.parametrize(
    ("text", "status", "level"),
    [(HARMLESS, 0, "unknown"), (CAUTION, 1, "caution"), (DANGER, 2, "danger")],
)
@pytest.mark.parametrize("way", ["argument", "pipe", "dash"])
def test_the_status_tells_the_level(guardian, text, status, level, way):
    arguments = {"argument": [text], "pipe": [], "dash": ["-"]}[way]
    ended = guardian("check", *arguments, "--json", stdin=text.encode())
    assert ended.status == status
    assert json.loads(ended.out)["level"] == level
    assert not ended.err


def test_a_process_answers_the_same(process):
    ended = process("check", DANGER, "--json")
    assert (ended.status, ended.err) == (2, b"")
    assert process("check", stdin=HARMLESS.encode()).status == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "a", "b"],
        ["check", "--channel", "fax", "a"],
        ["check", "--sender"],
        ["check", "--lang", "fr", "a"],
        ["check", "--unknown", "a"],
        ["check", "--chan", "sms", "a"],
        ["nonsense"],
        ["--nonsense"],
        ["--lang", "zh"],
        ["screen"],
        ["screen", "a.jsonl", "--jobs", "0"],
        ["screen", "a.jsonl", "--jobs", "two"],
        ["screen", "a.jsonl", "--jobs", "9999999999"],
        ["knowledge"],
        ["knowledge", "forget"],
    ],
)
def test_wrong_usage_is_64_in_one_line_that_repeats_nothing(guardian, arguments):
    ended = guardian(*arguments, stdin=b"x")
    assert ended.status == 64
    assert not ended.out
    assert "--help" in ended.told
    assert not any(typed in ended.told for typed in ("fax", "nonsense", "forget", "9999"))


def test_nothing_to_check_on_a_terminal_is_wrong_usage(guardian):
    ended = guardian("check", stdin=None)
    assert ended.status == 64
    assert "guardian check" in ended.told


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \r\n\t",
        "保单照片".encode()[:-1],
        b"\xff\xfe\xff",
        b"code\0code",
        "保单照片".encode("gbk"),
        b"\x89PNG\r\n\x1a\n\0\0",
    ],
)
def test_input_that_is_no_text_is_65_in_one_line(guardian, data):
    ended = guardian("check", stdin=data)
    assert ended.status == 65
    assert not ended.out
    assert ended.told.startswith("保单卫士：")


def test_half_a_letter_as_argument_is_65(process):
    ended = process("check", os.fsdecode(b"abc\xe4\xbd"))
    assert ended.status == 65
    assert ended.told
    assert process("check", "a", "--sender", os.fsdecode(b"\xff")).status == 65


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_marks_of_byte_order_do_not_shift_the_words(guardian, encoding):
    ended = guardian("check", "--json", stdin=CAUTION.encode(encoding))
    signs = json.loads(ended.out)["signs"]
    place = CAUTION.index("密码")
    assert any(each["start"] <= place < place + 2 <= each["end"] for each in signs)


def test_a_text_longer_than_the_limit_is_judged_on_its_head(guardian):
    long = DANGER + "啊" * LENGTH_LIMIT
    answer = json.loads(guardian("check", "-", "--json", stdin=long.encode()).out)
    assert answer["level"] == "danger"
    assert answer["judged"] == LENGTH_LIMIT
    assert "cut" in answer["unjudged"]


def test_an_endless_stream_is_not_read_to_its_end(guardian):
    endless = (DANGER + "。" * INPUT_LIMIT_BYTES).encode()
    ended = guardian("check", stdin=endless[: INPUT_LIMIT_BYTES + 50_001])
    assert ended.status == 2


SHAPE = {
    "level": str,
    "score": float,
    "schemes": [{"id": str, "share": float}],
    "signs": [{"id": str, "start": int, "end": int, "where": str}],
    "genuine": [{"id": str, "start": int, "end": int, "where": str}],
    "quoted": [{"id": str, "start": int, "end": int, "where": str}],
    "wants": [str],
    "claimed": [str],
    "contacts": [{"institution": str, "name": str, "number": str, "offer": str}],
    "unjudged": [str],
    "judged": int,
    "knowledge": str,
}


def _fits(value, shape):
    if isinstance(shape, dict):
        return value.keys() == shape.keys() and all(_fits(value[key], shape[key]) for key in shape)
    if isinstance(shape, list):
        return all(_fits(each, shape[0]) for each in value)
    return isinstance(value, shape)


@pytest.mark.parametrize("text", [DANGER, CAUTION, HARMLESS])
def test_the_shape_of_the_json_is_kept(guardian, text):
    ended = guardian("check", text, "--sender", "+8613800000000", "--channel", "call", "--json")
    answer = json.loads(ended.out)
    assert ended.out.count(b"\n") == 1
    assert _fits(answer, SHAPE)
    assert answer["judged"] == len(text)
    for sign in answer["signs"]:
        if sign["where"] == "text":
            assert 0 <= sign["start"] <= sign["end"] <= len(text)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(), sender=st.text(max_size=20))
def test_any_text_gets_an_answer_or_one_line(guardian, text, sender):
    ended = guardian("check", f"--sender={sender}", "--", text)
    assert ended.status in {0, 1, 2, 65}
    assert bool(ended.out) != bool(ended.err)
    shown = ended.out.decode()
    assert all(letter.isprintable() or letter in "\n\u3000" for letter in shown if letter < "\x20")


def test_the_lines_come_in_either_language(guardian):
    assert "危险" in guardian("check", DANGER).out.decode()
    assert "Danger" in guardian("check", DANGER, "--lang", "en").out.decode()
    assert "Danger" in guardian("check", "--lang=en", DANGER).out.decode()


@pytest.mark.parametrize(("machine", "word"), [("en_GB.UTF-8", "Danger"), ("zh_CN", "危险")])
def test_the_machine_chooses_the_language(guardian, monkeypatch, machine, word):
    monkeypatch.setenv("LANG", machine)
    assert word in guardian("check", DANGER).out.decode()


def test_the_chosen_language_is_kept_and_a_broken_choice_does_no_harm(guardian, own_home):
    own_home.mkdir()
    (own_home / "settings.toml").write_text('language = "en"\n', encoding="utf-8")
    assert "Danger" in guardian("check", DANGER).out.decode()
    (own_home / "settings.toml").write_text("language = [", encoding="utf-8")
    ended = guardian("check", DANGER)
    assert ended.status == 2
    assert "危险" in ended.out.decode()


def _on_a_terminal(arguments, **environment):
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*COMMAND, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONUTF8": "1", "TERM": "xterm", **environment},
    ) as running:
        os.close(theirs)
        shown = b""
        try:
            while piece := os.read(ours, 65536):
                shown += piece
        except OSError:  # Linux says so when the other side has gone
            pass
    os.close(ours)
    return shown.decode(), running.returncode


def test_colour_only_on_a_terminal_and_only_beside_words():
    shown, status = _on_a_terminal(["check", DANGER])
    assert status == 2
    assert "\x1b[1;31m【险】危险" in shown
    plain, _ = _on_a_terminal(["check", DANGER], NO_COLOR="1")
    assert "\x1b" not in plain
    assert "【险】危险" in plain


def test_a_message_cannot_steer_the_terminal():
    hostile = f"\x1b]0;owned\x07\x1b[2J\x9b31m\u202e{CAUTION}\r\x08<img src=x>"
    shown, _ = _on_a_terminal(["check", hostile, "--sender", "\x1b[8m95\u202e588"], NO_COLOR="1")
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "\x07" not in shown
    assert "\x9b" not in shown
