"""The contract of every reader, then what is special about each."""

import gzip
import json
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardian_app.errors import InputError
from guardian_app.intake import READERS, open_messages, reader_for
from guardian_app.intake.source import LINE_LIMIT
from guardian_app.intake.table import CELL_LIMIT
from guardian_app.model import Channel, Message

ROWS = [
    ("a1", Message("您好，您的保单即将到期", "95500", Channel.SMS)),
    ("a2", Message('He said "read me the code", twice\nand hung up', "", Channel.CALL)),
    ("a3", Message("", "13800000000", None)),
]


def _cell(value):
    return '"' + value.replace('"', '""') + '"'


def _write(ending, rows):
    """Write rows as a file of that kind, by hand: a writer of ours could share a fault."""
    if ending in {".csv", ".tsv"}:
        between = "\t" if ending == ".tsv" else ","
        lines = [between.join(("id", "text", "sender", "channel"))]
        lines += [between.join(map(_cell, (i, m.text, m.sender, m.channel or ""))) for i, m in rows]
        return "\r\n".join(lines) + "\r\n"
    return "".join(
        json.dumps({"id": i, "text": m.text, "sender": m.sender, "channel": m.channel}) + "\n"
        for i, m in rows
    )


def _read(path):
    with open_messages(path) as messages:
        return list(messages)


def _key(path):
    with pytest.raises(InputError) as caught:
        _read(path)
    return caught.value.key


ENDINGS = [ending for reader in READERS for ending in reader.endings]


@pytest.mark.parametrize("ending", ENDINGS)
class TestContract:
    def test_gives_ids_and_messages_in_order(self, tmp_path, ending):
        path = tmp_path / f"in{ending}"
        path.write_text(_write(ending, ROWS), encoding="utf-8", newline="")
        assert _read(path) == ROWS

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
    def test_understands_a_byte_order_mark(self, tmp_path, ending, encoding):
        path = tmp_path / f"in{ending}"
        path.write_text(_write(ending, ROWS), encoding=encoding, newline="")
        assert _read(path) == ROWS

    def test_unpacks_gzip(self, tmp_path, ending):
        path = tmp_path / f"IN{ending.upper()}.GZ"
        path.write_bytes(gzip.compress(_write(ending, ROWS).encode()))
        assert _read(path) == ROWS

    def test_a_torn_gzip_is_told(self, tmp_path, ending):
        path = tmp_path / f"in{ending}.gz"
        path.write_bytes(gzip.compress(_write(ending, ROWS * 500).encode())[:-20])
        assert _key(path) == "errors.file_torn"

    def test_a_file_that_is_no_gzip_is_told(self, tmp_path, ending):
        path = tmp_path / f"in{ending}.gz"
        path.write_text(_write(ending, ROWS), encoding="utf-8")
        assert _key(path) == "errors.file_torn"

    def test_is_lazy(self, tmp_path, ending):
        path = tmp_path / f"in{ending}"
        path.write_text(_write(ending, ROWS * 20_000), encoding="utf-8", newline="")
        tracemalloc.start()
        with open_messages(path) as messages:
            rows = iter(messages)
            assert next(rows) == ROWS[0]
            assert messages.position < messages.size / 2
            count = 1 + sum(1 for _ in rows)
            assert messages.position == messages.size
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert count == 60_000
        assert peak < 3_000_000

    @pytest.mark.parametrize("blank", ["", "\n", "\r\n\r\n"])
    def test_an_empty_file_is_told(self, tmp_path, ending, blank):
        path = tmp_path / f"in{ending}"
        path.write_bytes(blank.encode())
        assert _key(path) in {"errors.file_empty", "errors.no_text_column"}

    @pytest.mark.parametrize(
        "data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"\x00" * 100, bytes(range(128, 256)) * 9]
    )
    def test_a_picture_is_no_text(self, tmp_path, ending, data):
        path = tmp_path / f"in{ending}"
        path.write_bytes(data)
        assert _key(path) == "errors.not_text"

    def test_a_line_without_end_is_refused_not_swallowed(self, tmp_path, ending):
        path = tmp_path / f"in{ending}"
        with path.open("wb") as file:
            file.write(_write(ending, ROWS).encode())
            file.write(b"x" * (LINE_LIMIT + 10_000))
        assert _key(path) in {"errors.line_too_long", "errors.row_not_closed"}

    # a nought on the first pages of a file means that it is a picture, not a table
    @given(
        texts=st.lists(
            st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), min_size=1
        )
    )
    def test_any_text_comes_back_as_it_was(self, tmp_path_factory, ending, texts):
        path = tmp_path_factory.getbasetemp() / f"any{ending}"
        rows = [(f"n{at}", Message(text, "", None)) for at, text in enumerate(texts)]
        path.write_text(_write(ending, rows), encoding="utf-8", newline="")
        assert _read(path) == rows


JSON_FAULTS = {
    "broken": (b'{"text": "a"}\n{"text": "b\n', "errors.line_not_json", 2),
    "half a letter": (
        b'{"text": "a"}\n' * 9_999 + b'{"text": "\xe4\xbd"}\n',
        "errors.line_not_text",
        10_000,
    ),
    "two objects": (b'{"text": "a"} {"text": "b"}\n', "errors.line_not_json", 1),
    "a list": (b'["text"]\n', "errors.line_not_object", 1),
    "no text": (b'\n{"id": 1}\n', "errors.row_without_text", 2),
    "no text later": (b'{"text": "a"}\n\n{"id": 1}\n', "errors.row_without_text", 3),
    "a number": (b'{"text": 5}\n', "errors.row_without_text", 1),
    "null": (b'{"text": null}\n', "errors.row_without_text", 1),
    "an odd id": (b'{"text": "a", "id": [1]}\n', "errors.row_not_understood", 1),
    "an odd sender": (b'{"text": "a", "sender": 1.5}\n', "errors.row_not_understood", 1),
    "bottomless": (b"[" * 100_000 + b"\n", "errors.line_not_json", 1),
}


@pytest.mark.parametrize("name", JSON_FAULTS)
def test_a_bad_json_line_is_told_by_number(tmp_path, name):
    data, key, line = JSON_FAULTS[name]
    path = tmp_path / "in.jsonl"
    path.write_bytes(data)
    with pytest.raises(InputError) as caught:
        _read(path)
    assert (caught.value.key, caught.value.values["line"]) == (key, line)


JSON_ROWS = {
    "line numbers stand in for ids": ('{"text":"a"}\n\n{"text":"b"}', [(1, "a"), (3, "b")]),
    "a whole number is an id": ('{"text":"a","id":7}', [(7, "a")]),
    "null is no id": ('{"text":"a","id":null}', [(1, "a")]),
    "other fields do not matter": ('{"text":"a","label":{"x":[1]}}', [(1, "a")]),
    "a Chinese name": ('{"内容":"a"}\n{"内容":"b"}', [(1, "a"), (2, "b")]),
    "names may change": ('{"body":"a"}\n{"text":"b"}', [(1, "a"), (2, "b")]),
    "half a pair keeps its place": (r'{"text":"x\ud83dy"}', [(1, "x\ufffdy")]),
    "a whole pair": (r'{"text":"x\ud83d\ude00y"}', [(1, "x😀y")]),
    "an escaped nought": (r'{"text":"a\u0000b"}', [(1, "a\0b")]),
}


@pytest.mark.parametrize("name", JSON_ROWS)
def test_a_json_line(tmp_path, name):
    text, expected = JSON_ROWS[name]
    path = tmp_path / "in.jsonl"
    path.write_text(text, encoding="utf-8")
    assert [(i, m.text) for i, m in _read(path)] == expected


def test_an_unknown_channel_and_a_number_as_sender(tmp_path):
    path = tmp_path / "in.jsonl"
    path.write_text('{"text":"a","channel":"sms/call","sender":95518}\n', encoding="utf-8")
    assert _read(path) == [(1, Message("a", "95518", None))]


TABLES = {
    "one column": ("text\na\nb\n", [(2, "a"), (3, "b")]),
    "a Chinese head": ("编号,短信内容\nx,a\n", [("x", "a")]),
    "capitals and spaces": ("ID, Text \nx,a\n", [("x", "a")]),
    "rows over several lines": ('text,n\n"a\nb",1\nc,2\n', [(2, "a\nb"), (4, "c")]),
    "an empty id": ("id,text\n,a\n", [(2, "a")]),
    "empty rows": ("text\n\na\n\n", [(3, "a")]),
    "semicolons": ("id;text\nx;a, b\n", [("x", "a, b")]),
    "the better name wins": ("content,text\nno,a\n", [(2, "a")]),
    "quotes inside": ("text,n\n他说“好”,1\n", [(2, "他说“好”")]),
}


@pytest.mark.parametrize("name", TABLES)
def test_a_table(tmp_path, name):
    text, expected = TABLES[name]
    path = tmp_path / "in.csv"
    path.write_text(text, encoding="utf-8")
    assert [(i, m.text) for i, m in _read(path)] == expected


TABLE_FAULTS = {
    "no text column": ("id,label\n1,x\n", "errors.no_text_column"),
    "only a head": ("id,text\n", "errors.file_empty"),
    "a comma too many": ("id,text\n1,a, b\n", "errors.row_wrong_length"),
    "a column too few": ("id,text\n1\n", "errors.row_wrong_length"),
    "an open quote": ('id,text\n1,"a\n2,b\n', "errors.row_not_closed"),
    "an endless cell": ("text\n" + "x" * (CELL_LIMIT + 1), "errors.row_not_closed"),
}


@pytest.mark.parametrize("name", TABLE_FAULTS)
def test_a_bad_table_is_told(tmp_path, name):
    text, key = TABLE_FAULTS[name]
    path = tmp_path / "in.csv"
    path.write_text(text, encoding="utf-8")
    assert _key(path) == key


def test_a_chinese_spreadsheet(tmp_path):
    path = tmp_path / "in.csv"
    rows = "编号,短信\n1,您好，您的保单将于下月到期，请留意扣款账户余额。\n"
    path.write_bytes(rows.encode("gb18030"))
    assert _read(path) == [("1", Message("您好，您的保单将于下月到期，请留意扣款账户余额。"))]


def test_a_folder_and_nothing_and_another_kind(tmp_path):
    folder = tmp_path / "in.jsonl"
    folder.mkdir()
    other = tmp_path / "in.docx"
    other.write_bytes(b"PK")
    assert _key(folder) == "errors.file_is_folder"
    assert _key(tmp_path / "none.csv") == "errors.file_missing"
    assert _key(folder / "none.csv") == "errors.file_missing"
    assert _key(other) == "errors.file_kind_unknown"


def test_each_ending_has_one_reader():
    assert len(ENDINGS) == len(set(ENDINGS))
    assert reader_for(Path("a.CSV.gz")) is READERS[1]
