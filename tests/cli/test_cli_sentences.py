"""Every sentence of the command line exists, is used, and says the same in both languages."""

import ast
import re
import string
import tomllib
from pathlib import Path

import pytest

import guardian_app
from guardian_app import paths
from guardian_app.model import Level
from guardian_app.words import load_sentences

PACKAGE = Path(guardian_app.__file__).parent
SOURCES = {each: each.read_text(encoding="utf-8") for each in PACKAGE.rglob("*.py")}


def _load(name):
    table = tomllib.loads((paths.resources() / f"i18n/{name}.toml").read_text(encoding="utf-8"))
    return {
        f"{section}.{key}": each for section, keys in table.items() for key, each in keys.items()
    }


ALL = load_sentences(paths.resources() / "i18n")
SENTENCES = _load("cli") | _load("errors")
BUILT = {f"cli.{name}" for name in ("check", "screen", "ledger", "knowledge")}


def _blanks(sentence):
    return {field for _, field, _, _ in string.Formatter().parse(sentence) if field}


def _raised():
    """Yield key and filled-in names of every error that is raised anywhere."""
    for source in SOURCES.values():
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                key = node.args[0].value
                if isinstance(key, str) and key.startswith(("errors.", "cli.")):
                    names = [each.arg for each in node.keywords]
                    yield key, set(names) if None not in names else None


@pytest.mark.parametrize(("key", "names"), list(_raised()))
def test_what_is_said_exists_and_its_blanks_are_filled(key, names):
    blanks = _blanks(ALL[key].zh)
    assert names is None or blanks <= names


@pytest.mark.parametrize("key", SENTENCES)
def test_each_sentence_is_used(key):
    quoted = f'"{key}"'
    assert key in BUILT or any(quoted in source for source in SOURCES.values())


@pytest.mark.parametrize("key", SENTENCES)
def test_both_languages_say_the_same(key):
    chinese, english = SENTENCES[key]["zh"], SENTENCES[key]["en"]
    assert _blanks(chinese) == _blanks(english)
    assert not re.search(r"[\u3000-\u9fff]", english)
    assert not re.search("[!！]", chinese + english)


def test_the_words_of_a_verdict_that_are_told_here_exist():
    verdict = _load("verdict")
    report = (PACKAGE / "cli/report.py").read_text(encoding="utf-8")
    for key in re.findall(r'"((?:part|do|verdict|note)\.[a-z_]+)"', report):
        assert key in verdict
    for level in Level:
        for section in ("level", "seal", "verdict", "lead"):
            assert f"{section}.{level}" in verdict
