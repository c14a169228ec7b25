"""``guardian ledger``: a real encrypted ledger, made, read, backed up and moved by scripts."""

import csv
import io
import json
import subprocess
import sys

import pytest

PASSPHRASE = "four plain words here"  # noqa: S105 - made up


@pytest.fixture(autouse=True)
def home(monkeypatch, tmp_path):
    monkeypatch.setenv("GUARDIAN_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("GUARDIAN_PASSPHRASE", PASSPHRASE)
    monkeypatch.delenv("GUARDIAN_PASSPHRASE_FILE", raising=False)
    return tmp_path / "home"


def _add(guardian, *more):
    return guardian(
        "ledger", "add", "--institution", "ping-an-life", "--data", "name,phone,id_number",
        "--product", "critical_illness", "--date", "2021-05-01", *more, stdin=b"",
    )  # fmt: skip


def test_the_first_entry_makes_the_ledger_and_tells_the_recovery_code_once(guardian):
    first, second = _add(guardian), _add(guardian)
    assert (first.status, second.status) == (0, 0)
    assert "恢复码" in first.told
    assert second.err == b""
    assert "平安人寿" in first.out.decode()
    assert "身份证" in first.out.decode()


def test_entries_are_listed_with_what_seems_too_much(guardian):
    _add(guardian)
    added = guardian(
        "ledger", "add", "--institution", "某某经纪", "--data", "姓名，人脸", "--stage", "quote",
        "--product", "motor", "--note", "只是询价", "--json", stdin=b"",
    )  # fmt: skip
    entry = json.loads(added.out)
    assert entry["name"] == "某某经纪"
    assert entry["data"] == ["name", "face"]
    assert entry["beyond"] == ["face"]
    listed = json.loads(guardian("ledger", "list", "--json", stdin=b"").out)
    assert [each["id"] for each in listed] == [2, 1]
    assert listed[1]["institution"] == "ping-an-life"
    assert listed[1]["product"] == "critical-illness"
    assert listed[1]["date"] == "2021-05-01"
    shown = guardian("ledger", "list", stdin=b"").out.decode()
    assert "似乎超出必要" in shown


def test_who_knew_it_is_ranked(guardian):
    _add(guardian)
    guardian("ledger", "add", "--institution", "某某经纪", "--data", "phone", stdin=b"")
    found = json.loads(guardian("ledger", "knew", "--data", "name,phone", "--json", stdin=b"").out)
    assert [(each["institution"], each["name"]) for each in found] == [
        ("ping-an-life", ""),
        ("", "某某经纪"),
    ]
    assert found[1]["missing"] == ["name"]


def test_a_removed_entry_is_gone_from_the_list(guardian):
    _add(guardian)
    assert guardian("ledger", "remove", "1", stdin=b"").status == 0
    assert json.loads(guardian("ledger", "list", "--json", stdin=b"").out) == []


def test_an_export_is_plain_and_says_so(guardian, tmp_path):
    _add(guardian)
    target = tmp_path / "all.csv"
    ended = guardian("ledger", "export", target, stdin=b"")
    assert "没有加密" in ended.told
    (row,) = csv.DictReader(io.StringIO(target.read_text(encoding="utf-8-sig")))
    assert row["kinds"] == "name;phone;id-number"
    whole = json.loads(guardian("ledger", "export", stdin=b"").out)
    assert whole["shares"][0]["institution"] == "ping-an-life"


def test_a_backup_opens_on_another_machine(guardian, monkeypatch, tmp_path):
    _add(guardian)
    file = tmp_path / "my.guardian-backup"
    assert guardian("ledger", "backup", file, stdin=b"").status == 0
    monkeypatch.setenv("GUARDIAN_HOME", str(tmp_path / "other"))
    assert guardian("ledger", "list", stdin=b"").status == 65
    restored = guardian("ledger", "restore", file, stdin=b"")
    assert restored.status == 0
    assert "1 条记录" in restored.out.decode()
    assert len(json.loads(guardian("ledger", "list", "--json", stdin=b"").out)) == 1


def test_a_wrong_passphrase_says_so_and_changes_nothing(guardian, monkeypatch):
    _add(guardian)
    monkeypatch.setenv("GUARDIAN_PASSPHRASE", "another")
    ended = guardian("ledger", "list", stdin=b"")
    assert ended.status == 65
    assert "密码不对" in ended.told
    monkeypatch.setenv("GUARDIAN_PASSPHRASE", PASSPHRASE)
    assert guardian("ledger", "list", stdin=b"").status == 0


def test_the_passphrase_may_lie_in_a_file(guardian, monkeypatch, tmp_path):
    file = tmp_path / "passphrase"
    file.write_text(PASSPHRASE + "\n", encoding="utf-8")
    monkeypatch.delenv("GUARDIAN_PASSPHRASE")
    monkeypatch.setenv("GUARDIAN_PASSPHRASE_FILE", str(file))
    assert _add(guardian).status == 0
    monkeypatch.setenv("GUARDIAN_PASSPHRASE_FILE", str(tmp_path / "missing"))
    ended = guardian("ledger", "list", stdin=b"")
    assert ended.status == 65
    assert "GUARDIAN_PASSPHRASE_FILE" in ended.told


def test_without_a_passphrase_a_script_is_told_what_is_needed(guardian, monkeypatch):
    _add(guardian)
    monkeypatch.delenv("GUARDIAN_PASSPHRASE")
    ended = guardian("ledger", "list", stdin=b"")
    assert ended.status == 65
    assert "GUARDIAN_PASSPHRASE" in ended.told


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("add", "--data", "name"), 64),
        (("add", "--institution", "ping-an-life"), 64),
        (("add", "--institution", "no-such", "--data", "name"), 65),
        (("add", "--institution", "ping-an-life", "--data", "nonsense"), 65),
        (("add", "--institution", "ping-an-life", "--data", "name", "--date", "tomorrow"), 65),
        (("add", "--institution", "ping-an-life", "--data", "name", "--stage", "never"), 64),
        (("add", "--institution", "甲", "--data", "name", "--note", "6222021234567890123"), 65),
        (("remove",), 64),
        (("remove", "x"), 64),
        (("backup",), 64),
        (("restore", "nowhere.guardian-backup"), 65),
        (("dance",), 64),
    ],
)
def test_what_is_wrong_is_one_line_and_keeps_nothing(guardian, arguments, status):
    _add(guardian)
    ended = guardian("ledger", *arguments, stdin=b"")
    assert ended.status == status
    assert ended.told
    assert "6222021234567890123" not in ended.told
    assert len(json.loads(guardian("ledger", "list", "--json", stdin=b"").out)) == 1


def test_an_empty_ledger_says_what_to_do(guardian):
    _add(guardian)
    guardian("ledger", "remove", "1", stdin=b"")
    assert "guardian ledger add" in guardian("ledger", "list", stdin=b"").out.decode()


def test_a_check_does_not_wait_for_the_parts_of_the_ledger():
    script = (
        "import sys; from guardian_app.cli import run; run(['check', '您好'], None);"
        "sys.exit(bool({'sqlcipher3', 'keyring', 'cryptography'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False, timeout=60).returncode == 0
