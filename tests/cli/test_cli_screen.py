"""``guardian screen``: order, wholeness, and every way in which a file can be wrong."""

import contextlib
import csv
import gzip
import json
import os
import pty
import signal
import subprocess
import sys
import termios
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest
from cli_samples import CAUTION, COMMAND, DANGER, HARMLESS

from guardian_app.guardian import screening
from guardian_app.model import Finding, Span, Where

TEXTS = {DANGER: "danger", CAUTION: "caution", HARMLESS: "unknown", "": "unknown"}
KEYS = ["id", "level", "score", "scheme", "signs"]


def _write(path, rows):
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    return path


def _rows(count):
    texts = list(TEXTS)
    return [{"id": f"m{at}", "text": texts[at % len(texts)]} for at in range(count)]


def _answers(data):
    return [json.loads(line) for line in data.splitlines()]


def _leftovers(folder):
    return [each.name for each in folder.iterdir() if each.name.endswith(".part")]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_line_a_message_in_order(process, tmp_path, jobs):
    rows = _rows(1_203)
    source = _write(tmp_path / "in.jsonl", rows)
    target = tmp_path / "out.jsonl"
    ended = process("screen", source, "-o", target, "--jobs", jobs)
    assert ended == (0, b"", b"")
    answers = _answers(target.read_bytes())
    assert [each["id"] for each in answers] == [each["id"] for each in rows]
    for row, answer in zip(rows, answers, strict=True):
        assert list(answer) == KEYS
        assert answer["level"] == TEXTS[row["text"]]
        assert 0 <= answer["score"] <= 1
        assert (answer["scheme"] is None) or isinstance(answer["scheme"], str)
        assert bool(answer["signs"]) or answer["level"] == "unknown"
        for sign in answer["signs"]:
            assert list(sign) == ["id", "start", "end"]
            assert 0 <= sign["start"] <= sign["end"] <= len(row["text"])


def test_every_format_gives_the_same_answers(guardian, tmp_path):
    rows = _rows(20)
    plain = _write(tmp_path / "in.jsonl", rows)
    packed = tmp_path / "in.jsonl.gz"
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    table = tmp_path / "in.csv"
    with table.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([["编号", "短信内容"], *[row.values() for row in rows]])
    packed_table = tmp_path / "in2.csv.gz"
    packed_table.write_bytes(gzip.compress(table.read_bytes()))
    answers = {guardian("screen", each).out for each in (plain, packed, table, packed_table)}
    assert len(answers) == 1
    assert len(_answers(answers.pop())) == len(rows)


def test_ids_default_to_the_line(guardian, tmp_path):
    source = _write(tmp_path / "in.jsonl", [{"text": HARMLESS}, {"text": DANGER, "id": 7}])
    assert [each["id"] for each in _answers(guardian("screen", source).out)] == [1, 7]


def test_screening_and_checking_agree(guardian, tmp_path):
    row = {"text": DANGER, "sender": "13800000000", "channel": "call"}
    answer = _answers(guardian("screen", _write(tmp_path / "in.jsonl", [row])).out)[0]
    arguments = ["--sender", row["sender"], "--channel", row["channel"], "--json"]
    verdict = json.loads(guardian("check", DANGER, *arguments).out)
    assert answer["level"] == verdict["level"]
    assert answer["score"] == verdict["score"]
    assert answer["scheme"] == verdict["schemes"][0]["id"]
    assert [each["id"] for each in answer["signs"]] == [each["id"] for each in verdict["signs"]]


def test_a_sign_of_the_sender_points_at_no_words():
    findings = (
        Finding("a", (Span(1, 2), Span(4, 9)), 1.0),
        Finding("b", (Span(0, 5),), 1.0, Where.SENDER),
        Finding("c", (), 1.0),
    )
    marks = [(each.id, each.start, each.end) for each in screening._marks(findings)]
    assert marks == [("a", 1, 2), ("a", 4, 9), ("b", 0, 0), ("c", 0, 0)]


FAULTS = {
    "in.jsonl": [b"", b"\n\n", b'{"text": 1}\n', b'{"text": "a"\n', b"\x89PNG\r\n\x1a\n\0", b"[1]"],
    "in.jsonl.gz": [b"", b"no gzip", gzip.compress(b'{"text": "a"}\n' * 999)[:-9]],
    "in.csv": [b"", b"id,label\n1,2\n", b"text\n", b'text\n"a\n', b"text\n\xff\xfe\xfa\n"],
    "in.docx": [b"PK"],
}


@pytest.mark.parametrize(
    ("name", "data"), [(name, data) for name, cases in FAULTS.items() for data in cases]
)
def test_a_bad_file_is_65_in_one_line_and_leaves_what_was_there(guardian, tmp_path, name, data):
    source = tmp_path / name
    source.write_bytes(data)
    target = tmp_path / "out.jsonl"
    target.write_bytes(b"before\n")
    ended = guardian("screen", source, "-o", target)
    assert ended.status == 65
    assert not ended.out
    assert ended.told
    assert target.read_bytes() == b"before\n"
    assert not _leftovers(tmp_path)


def test_a_fault_far_down_names_its_line_and_keeps_nothing(process, tmp_path):
    source = _write(tmp_path / "in.jsonl", _rows(2_000))
    with source.open("ab") as file:
        file.write(b'{"text": "secret-words"\n')
    ended = process("screen", source, "-o", tmp_path / "out.jsonl", "--jobs", 2)
    assert ended.status == 65
    assert "2001" in ended.told
    assert "secret" not in ended.told
    assert sorted(each.name for each in tmp_path.iterdir()) == ["in.jsonl"]


@pytest.mark.parametrize("name", ["", "gone.jsonl", "no/such/in.jsonl"])
def test_a_folder_or_nothing_is_65(guardian, tmp_path, name):
    ended = guardian("screen", tmp_path / name)
    assert ended.status == 65
    assert ended.told


def test_an_output_that_cannot_be_written_is_65(guardian, tmp_path):
    source = _write(tmp_path / "in.jsonl", _rows(1))
    for target in (tmp_path / "no/such/out.jsonl", tmp_path):
        ended = guardian("screen", source, "-o", target)
        assert (ended.status, ended.out) == (65, b"")
        assert ended.told


def test_the_input_cannot_be_the_output(guardian, tmp_path):
    source = _write(tmp_path / "in.jsonl", _rows(1))
    before = source.read_bytes()
    link = tmp_path / "link.jsonl"
    link.symlink_to(source)
    assert guardian("screen", source, "-o", link).status == 64
    assert source.read_bytes() == before


def test_a_link_stays_a_link_and_a_device_a_device(guardian, tmp_path):
    source = _write(tmp_path / "in.jsonl", _rows(2))
    target = tmp_path / "out.jsonl"
    link = tmp_path / "link.jsonl"
    link.symlink_to(target)
    assert guardian("screen", source, "-o", link).status == 0
    assert link.is_symlink()
    assert len(_answers(target.read_bytes())) == 2
    assert guardian("screen", source, "-o", os.devnull).status == 0
    assert not os.path.isfile(os.devnull)  # noqa: PTH113 - as short as it gets


def test_the_output_can_be_read_like_any_new_file(guardian, tmp_path):
    source = _write(tmp_path / "in.jsonl", _rows(1))
    (tmp_path / "like").touch()
    assert guardian("screen", source, "-o", tmp_path / "out.jsonl").status == 0
    assert (tmp_path / "out.jsonl").stat().st_mode == (tmp_path / "like").stat().st_mode


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_stopping_leaves_nothing_half_written(tmp_path, number, status, jobs):
    source = tmp_path / "in.jsonl"
    _write(source, _rows(100_000))
    target = tmp_path / "out.jsonl"
    target.write_bytes(b"before\n")
    with subprocess.Popen(
        [*COMMAND, "screen", str(source), "-o", str(target), "--jobs", jobs],
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as running:
        until = time.monotonic() + 30
        while not _written(tmp_path) and time.monotonic() < until:
            time.sleep(0.02)
        os.killpg(running.pid, number) if number == signal.SIGINT else running.send_signal(number)
        _, told = running.communicate(timeout=30)
    assert running.returncode == status
    assert len(told.splitlines()) == (number == signal.SIGINT)
    assert target.read_bytes() == b"before\n"
    assert not _leftovers(tmp_path)


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_workers_do_not_outlive_who_gave_the_work(tmp_path):
    source = _write(tmp_path / "in.jsonl", _rows(100_000))
    target = tmp_path / "out.jsonl"
    with subprocess.Popen(
        [*COMMAND, "screen", str(source), "-o", str(target), "--jobs", "2"],
        start_new_session=True,
    ) as running:
        until = time.monotonic() + 30
        while not _written(tmp_path) and time.monotonic() < until:
            time.sleep(0.02)
        running.kill()
    until = time.monotonic() + 10
    while (left := _in_session(running.pid)) and time.monotonic() < until:
        time.sleep(0.05)
    assert not left


def _in_session(number):
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):  # gone meanwhile
            fields = stat.read_text(encoding="utf-8").rpartition(")")[2].split()
            if fields[3] == str(number) and fields[0] != "Z":
                found.append(stat.parent.name)
    return found


def _written(folder):
    return any(each.stat().st_size for each in folder.glob(".*.part"))


def test_nobody_reading_is_no_fault(tmp_path):
    source = _write(tmp_path / "in.jsonl", _rows(5_000))
    with subprocess.Popen(
        [*COMMAND, "screen", str(source)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert json.loads(running.stdout.readline())["id"] == "m0"
        running.stdout.close()
        told = running.stderr.read()
        assert running.wait(timeout=30) == 141
    assert told == b""


def test_a_full_disk_is_told(tmp_path):
    if not os.path.exists("/dev/full"):  # noqa: PTH110 - as short as it gets
        pytest.skip("no such device here")
    source = _write(tmp_path / "in.jsonl", _rows(1))
    for arguments in (["-o", "/dev/full"], []):
        with open("/dev/full", "wb") as full:  # noqa: PTH123 - a device
            ended = subprocess.run(
                [*COMMAND, "screen", str(source), *arguments],
                stdout=full,
                stderr=subprocess.PIPE,
                check=False,
                timeout=30,
            )
        assert ended.returncode == 65
        assert len(ended.stderr.splitlines()) == 1


def test_the_bar_is_for_terminals_only(tmp_path):
    source = _write(tmp_path / "in.jsonl", _rows(5_000))
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 80))
    with subprocess.Popen(
        [*COMMAND, "screen", str(source)], stdout=subprocess.DEVNULL, stderr=theirs
    ) as running:
        os.close(theirs)
        shown = b""
        try:
            while piece := os.read(ours, 65536):
                shown += piece
        except OSError:  # Linux says so when the other side has gone
            pass
    os.close(ours)
    assert running.returncode == 0
    assert b"%" in shown


def test_a_lost_worker_is_told(monkeypatch, guardian, tmp_path):
    source = _write(tmp_path / "in.jsonl", _rows(3))
    monkeypatch.setattr(screening, "_screen_packed", os._exit)
    monkeypatch.setattr(screening, "_pack_block", lambda _: 9)
    monkeypatch.setattr(screening, "BLOCKS_PER_JOB", 1)
    submit = ProcessPoolExecutor.submit
    monkeypatch.setattr(
        ProcessPoolExecutor, "submit", lambda pool, work, status, _: submit(pool, work, status)
    )
    ended = guardian("screen", source, "--jobs", "2")
    assert ended.status == 65
    assert "--jobs" in ended.told


def test_memory_stays_flat(tmp_path):
    """Twenty times the rows may not take more memory."""
    peaks = []
    for count in (2_000, 40_000):
        source = _write(tmp_path / "in.jsonl", _rows(count))
        program = (
            "import resource, sys; from guardian_app.cli import run;"
            f"run(['screen', {str(source)!r}, '-o', {os.devnull!r}], None);"
            "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
        )
        ended = subprocess.run(
            [sys.executable, "-c", program], capture_output=True, check=True, timeout=300
        )
        peaks.append(int(ended.stdout))
    assert peaks[1] < peaks[0] * 1.1
