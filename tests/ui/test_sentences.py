"""Every sentence that is asked for exists, and every sentence that exists is asked for."""

import ast
import re
import string
import tomllib
from pathlib import Path

import pytest

from guardian_app.model import (
    CallBack,
    Channel,
    Confidence,
    Consent,
    Grade,
    Level,
    Sensitivity,
    ShareChannel,
    Stage,
    Unjudged,
)
from guardian_app.paths import PACKAGE, resources
from guardian_app.settings import options

KEY = re.compile(r"[a-z_]+\.[a-z0-9_-]+")
FAMILIES = {
    "level.": Level, "seal.": Level, "lead.": Level, "verdict.": Level, "channel.": Channel,
    "unjudged.": Unjudged, "grade.": Grade, "confidence.": Confidence,
    "contact.": [CallBack.YES, CallBack.CHECK], "stage.": Stage, "consent.": Consent,
    "share_channel.": ShareChannel, "sensitivity.": Sensitivity,
}  # fmt: skip
# Put together inside a section: the beginning and what may follow.
PIECES = {
    "ledger.field_": ["name", "purpose", "third_parties", "until", "note"],
    "ledger.legend_": Sensitivity, "ledger.tool_": ["knew", "leaked", "safe"],
    "ledger.strength_": ["none", "short", "fair", "long"],
}  # fmt: skip
OURS = ("ledger.toml", "ledger_views.toml", "ui.toml", "verdict.toml")


def keys_of(file: Path) -> set[str]:
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    return {f"{section}.{name}" for section, entries in table.items() for name in entries}


def nodes():
    for file in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            yield file, node


def asked_for(sections: set[str]) -> set[str]:
    """Keys that stand in the code as they are."""
    return {
        node.value
        for _, node in nodes()
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and KEY.fullmatch(node.value)
        and node.value.split(".")[0] in sections
        and not node.value.endswith((".toml", ".db", ".db-journal", ".key", "_"))
    }


def families_asked_for() -> set[str]:
    """Beginnings of keys that are put together from an enum."""
    return {
        node.values[0].value
        for _, node in nodes()
        if isinstance(node, ast.JoinedStr)
        and isinstance(node.values[0], ast.Constant)
        and re.fullmatch(r"[a-z_]+\.", node.values[0].value)
    }


def built_keys() -> set[str]:
    families = (FAMILIES | PIECES).items()
    members = {f"{start}{one}" for start, ones in families for one in ones}
    answers = {f"{one.sentence}_{str(value).lower()}" for one in options() for value in one.values}
    return members | answers


def test_every_key_in_the_code_has_a_sentence(sentences):
    sections = {key.split(".")[0] for key in sentences}
    assert asked_for(sections) - set(sentences) == set()


def test_every_key_built_from_an_enum_has_a_sentence(sentences):
    ours = {
        key.split(".")[0] + "." for name in OURS for key in keys_of(resources() / "i18n" / name)
    }
    assert families_asked_for() & ours <= set(FAMILIES)
    assert built_keys() - set(sentences) == set()


@pytest.mark.parametrize("name", OURS)
def test_every_sentence_is_used(name, sentences):
    sections = {key.split(".")[0] for key in sentences}
    used = asked_for(sections) | built_keys()
    assert keys_of(resources() / "i18n" / name) - used == set()


def test_no_sentence_is_written_twice():
    files = sorted((resources() / "i18n").glob("*.toml"))
    written = [key for file in files for key in keys_of(file)]
    assert len(written) == len(set(written))


def test_both_languages_have_the_same_placeholders(sentences):
    def holes(sentence):
        return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}

    for key, text in sentences.items():
        assert holes(text.zh) == holes(text.en), key
        assert "" not in holes(text.zh), key


@pytest.mark.parametrize("name", OURS)
def test_our_chinese_is_calm_and_chinese(name, sentences):
    allowed = {"English", "Ctrl", "CSV", "JSON"}
    for key in keys_of(resources() / "i18n" / name):
        zh = re.sub(r"\{[a-z_]+\}", "", sentences[key].zh)
        assert "！" not in zh, key
        assert "!" not in sentences[key].en, key
        assert set(re.findall(r"[A-Za-z]{2,}", zh)) <= allowed, key
