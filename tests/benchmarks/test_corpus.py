"""What our own corpus holds, and that it holds nothing twice."""

import json
from collections import Counter

import pytest
from grow_corpus import FIELDS, read_corpus, read_lines, thinned
from rows import CORPUS

from guardian_app import paths
from guardian_app.knowledge import load_pack


@pytest.fixture(scope="module")
def corpus():
    return list(read_corpus())


def test_it_is_as_large_as_it_must_be(corpus):
    count = Counter((row["label"] == "fraud", row["language"]) for row in corpus)
    assert count[True, "zh"] >= 2500
    assert count[False, "zh"] >= 2500
    assert count[True, "en"] >= 500
    assert count[False, "en"] >= 500


def test_every_scheme_has_frauds_lawful_twins_and_warnings(corpus):
    found = {(row["label"], row["scheme"]) for row in corpus}
    for scheme in load_pack(paths.resources() / "knowledge.json").schemes:
        for label in ("fraud", "genuine", "warning"):
            assert (label, scheme.id) in found


def test_the_axes_are_told_of_every_row(corpus):
    for row in corpus:
        assert all(isinstance(row[each], str) and row[each] for each in FIELDS)
        assert row["language"] in {"zh", "en"}


def test_ids_are_unique_and_files_hold_what_their_names_say(corpus):
    assert len({row["id"] for row in corpus}) == len(corpus)
    for path in CORPUS.glob("*/*.jsonl"):
        row = json.loads(path.read_text(encoding="utf-8").partition("\n")[0])
        assert (row["label"], row["scheme"]) == (path.parent.name, path.stem)


def test_no_row_nearly_repeats_another(corpus):
    assert len(thinned(corpus)) == len(corpus)


def test_a_near_repetition_is_left_out_even_in_disguise():
    first = {"text": "您的保单今天到期,请马上打这个电话办理"}
    again = {"text": "您 的 保單今天到期，请马上打這个电话办理了"}
    other = {"text": "明天一起吃饭吧,我来订位子"}
    assert thinned([first, again, other]) == [first, other]


def test_lines_that_are_no_rows_are_named_and_left_out(tmp_path, capsys):
    path = tmp_path / "fraud.some-scheme.zh.txt"
    path.write_text("hook|sms|formal|none|先交钱\\n再退款|好\n这不是一行\n", encoding="utf-8")
    (row,) = read_lines(path)
    assert row["text"] == "先交钱\n再退款|好"
    assert (row["label"], row["scheme"], row["form"]) == ("fraud", "some-scheme", "sms")
    assert "fraud.some-scheme.zh.txt:2" in capsys.readouterr().out
