"""``guardian knowledge``: faults with file and field, counts, and the file that is built."""

import shutil

import pytest

from guardian_app import paths
from guardian_app.guardian import Guardian
from guardian_app.knowledge import Fault


def test_info_tells_date_counts_and_place(guardian, knowledge, door):
    ended = guardian("knowledge", "info")
    shown = ended.out.decode()
    assert ended.status == 0
    assert knowledge.date in shown
    assert str(len(knowledge.signs)) in shown
    assert str(door.pack) in shown


def test_faults_are_told_by_file_and_field(guardian, monkeypatch):
    faults = [
        Fault("signs/a.toml", "hits.zh[0]", "is not seen"),
        Fault("signs/b.toml", "", "cannot\x1b be read"),
    ]
    monkeypatch.setattr("guardian_app.guardian.find_faults", lambda *_: faults)
    ended = guardian("knowledge", "check")
    assert ended.status == 65
    assert ended.out.decode().splitlines() == [
        "signs/a.toml: hits.zh[0]: is not seen",
        r"signs/b.toml: cannot\x1b be read",
    ]


def test_sound_knowledge_is_one_line_with_counts(guardian, monkeypatch, knowledge):
    monkeypatch.setattr("guardian_app.guardian.find_faults", lambda *_: [])
    ended = guardian("knowledge", "check")
    assert ended.status == 0
    (line,) = ended.out.decode().splitlines()
    assert str(len(knowledge.institutions)) in line


@pytest.fixture
def own_resources(monkeypatch, tmp_path):
    copy = tmp_path / "resources"
    shutil.copytree(paths.resources(), copy)
    (copy / "knowledge.json").unlink(missing_ok=True)
    monkeypatch.setattr("guardian_app.paths.resources", lambda: copy)
    return copy


def test_what_is_built_is_what_is_loaded(guardian, own_resources):
    assert guardian("check", "x").status == 65
    ended = guardian("knowledge", "build")
    assert ended.status == 0
    assert (own_resources / "knowledge.json").is_file()
    assert guardian("check", "x").status == 0
    assert Guardian(own_resources).knowledge.date


def test_a_broken_folder_is_not_built(guardian, own_resources):
    (own_resources / "knowledge.json").write_text("old", encoding="utf-8")
    (own_resources / "knowledge/about.toml").write_text("date = 5", encoding="utf-8")
    ended = guardian("knowledge", "build")
    assert ended.status == 65
    assert "about.toml" in ended.told
    assert (own_resources / "knowledge.json").read_text(encoding="utf-8") == "old"


def test_a_damaged_pack_is_told(guardian, own_resources):
    (own_resources / "knowledge.json").write_text("{", encoding="utf-8")
    ended = guardian("check", "x")
    assert ended.status == 65
    assert "knowledge.json" in ended.told
