"""Which letters bytes stand for, as far as that is certain. What is not certain is not text."""

import codecs
from itertools import pairwise

from guardian_app.errors import InputError

_MARKED = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# In ordinary Chinese nine letters of ten are of the first level of GB 2312 (rows 16 to 55, the
# 3,755 commonest) or its punctuation; UTF-8 or binary misread as GB 18030 hardly ever is.
_COMMON_SHARE = 0.8
_PUNCTUATION_ROWS = range(0xA1, 0xA4)
_COMMON_ROWS = range(0xB0, 0xD8)


def marked_encoding(head: bytes) -> str | None:
    """Return the encoding that a byte order mark announces."""
    return next((name for mark, name in _MARKED if head.startswith(mark)), None)


def decode_text(data: bytes, *, is_whole: bool = True) -> str:
    """Return ``data`` as text: UTF-8, or UTF-16 with a mark; raise InputError otherwise.

    Where it is not the whole, a letter that is cut at the very end is left out.
    """
    encoding = marked_encoding(data) or "utf-8"
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(data, final=is_whole)
    except UnicodeDecodeError as error:
        raise InputError("errors.not_text") from error
    if "\0" in text:
        raise InputError("errors.not_text")
    return text


def file_encoding(head: bytes) -> str:
    """Return the encoding of a file that begins with ``head``; raise InputError if it is no text.

    Beside UTF-8 and marked UTF-16 this knows GB 18030, in which Chinese spreadsheets are saved.
    """
    marked = marked_encoding(head)
    if marked:
        return marked
    if b"\0" in head:
        raise InputError("errors.not_text")
    if _decodes(head, "utf-8"):
        return "utf-8"
    if _decodes(head, "gb18030") and _reads_like_chinese(head):
        return "gb18030"
    raise InputError("errors.not_text")


def _decodes(head: bytes, encoding: str) -> bool:
    try:
        codecs.getincrementaldecoder(encoding)().decode(head)
    except UnicodeDecodeError:
        return False
    return True


def _reads_like_chinese(head: bytes) -> bool:
    text = codecs.getincrementaldecoder("gb18030")().decode(head)
    wide = [letter.encode("gb18030") for letter in text if not letter.isascii()]
    common = sum(map(_is_common, wide))
    has_control = any(control < " " and control not in "\t\r\n" for control in text)
    return bool(wide) and not has_control and common >= _COMMON_SHARE * len(wide)


def _is_common(letter: bytes) -> bool:
    if len(letter) != len("双".encode("gb18030")):
        return False
    first, second = next(pairwise(letter))
    return (first in _COMMON_ROWS or first in _PUNCTUATION_ROWS) and second > 0xA0  # noqa: PLR2004 - rows of GB 2312
