"""Bytes to text: what is certain is read, what is not is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardian_app.errors import InputError
from guardian_app.intake.encoding import decode_text, file_encoding

TEXT = "您好，这里是客服中心，请把收到的验证码告诉我。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_is_read(encoding):
    assert decode_text(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode()[:-1],
        TEXT.encode()[1:],
        "验证码".encode("gbk"),
        b"a\0b",
        b"\xff\xfe\x41",
        b"\xed\xa0\xbd",
        b"\xc0\xaf",
    ],
)
def test_half_letters_and_noughts_are_refused(data):
    with pytest.raises(InputError) as caught:
        decode_text(data)
    assert caught.value.key == "errors.not_text"


def test_of_a_part_the_letter_that_is_cut_is_left_out():
    assert decode_text("好好".encode()[:-1], is_whole=False) == "好"


@given(st.binary())
def test_any_bytes_are_text_or_refused(data):
    try:
        text = decode_text(data)
    except InputError:
        return
    assert "\0" not in text
    text.encode()


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (b"", "utf-8"),
        (TEXT.encode(), "utf-8"),
        (TEXT.encode()[:-1], "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8-sig"),
        (TEXT.encode("utf-16"), "utf-16"),
        (TEXT.encode("gb18030"), "gb18030"),
        (TEXT.encode("gbk")[:-1], "gb18030"),
    ],
)
def test_the_encoding_of_a_file(data, encoding):
    assert file_encoding(data) == encoding


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode() + b"\xff",
        "déjà vu".encode("latin-1"),
        TEXT.encode("big5", "replace"),
        TEXT.encode("utf-16-le"),
        b"\x80\x81",
    ],
)
def test_what_is_not_certain_is_refused(data):
    with pytest.raises(InputError):
        file_encoding(data)
