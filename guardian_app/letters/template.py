"""The templates of ``resources/letters``: first taken apart into blocks, then filled.

A value can therefore never become a block of its own, whatever it holds. One line is one thing::

    # title                      (the first; a later one is a heading)
    - item
    * values: item of a list     ({{ item }} is the value)
    + values: the same, numbered
    : label = value              (left out where the value is empty)
    _ label = value              (a line to write on where the value is empty)
    = label = value              (the same, with room for some sentences)
    ~ label = name | date        (where to sign)
    ! note
    @ other                      (the blocks of another template)
    anything else is a paragraph

What is empty once it is filled is left out. Lines that follow each other make one list.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined, Template
from jinja2.sandbox import ImmutableSandboxedEnvironment
from msgspec import Struct

from guardian_app.letters.document import (
    Block,
    Document,
    Field,
    Fields,
    Heading,
    Items,
    Note,
    Paragraph,
    Signature,
)
from guardian_app.model import Language

Values = Mapping[str, Any]

_ROOM = 3  # lines to write on
_MARKS = "#-*+:_=~!"
_FIELDS = ":_="
_PLAIN: Mapping[str, Callable[[str], Block]] = {"#": Heading, "!": Note, "": Paragraph}

# The texts are plain, nothing is ever read as HTML: there is nothing to escape.
_SANDBOX = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False)


class _Line(Struct, frozen=True):
    """One line of a template; ``of`` names the list that it repeats over."""

    mark: str
    parts: tuple[Template, ...]
    of: str = ""


def fill(folder: Path, name: str, language: Language, values: Values) -> Document:
    """Return the document that the template ``name`` makes of ``values``."""
    lines = _read(folder, f"{name}.{language}")
    title, *rest = lines
    return Document(
        title=_filled(title.parts[0], values),
        blocks=tuple(_blocks(rest, values)),
        language=language,
    )


@cache
def _read(folder: Path, stem: str) -> tuple[_Line, ...]:
    text = (folder / f"{stem}.j2").read_text(encoding="utf-8")
    return tuple(_lines(folder, stem, text))


def _lines(folder: Path, stem: str, text: str) -> Iterator[_Line]:
    language = stem.rpartition(".")[2]
    for line in filter(None, map(str.strip, text.splitlines())):
        mark, _, rest = line.partition(" ")
        if mark == "@":
            yield from _read(folder, f"{rest}.{language}")
        elif len(mark) > 1 or mark not in _MARKS:
            yield _Line("", (_SANDBOX.from_string(line),))
        elif mark in "*+":
            name, _, item = rest.partition(": ")
            yield _Line(mark, (_SANDBOX.from_string(item),), name)
        elif mark in _FIELDS + "~":
            yield _Line(mark, tuple(_SANDBOX.from_string(part) for part in _split(mark, rest)))
        else:
            yield _Line(mark, (_SANDBOX.from_string(rest),))


def _split(mark: str, text: str) -> tuple[str, ...]:
    label, _, value = text.partition(" =")
    return (label, *value.split(" | ")) if mark == "~" else (label, value)


def _filled(part: Template, values: Values) -> str:
    return part.render(values).strip()


def _family(line: _Line) -> str:
    return "fields" if line.mark and line.mark in _FIELDS else line.mark


def _blocks(lines: list[_Line], values: Values) -> Iterator[Block]:
    for family, run in groupby(lines, key=_family):
        same = tuple(run)
        if family == "fields":
            if rows := tuple(_rows(same, values)):
                yield Fields(rows)
        elif family and family in "-*+":
            if items := tuple(_items(same, values)):
                yield Items(items, numbered=family == "+")
        else:
            yield from _single(same, values)


def _rows(lines: tuple[_Line, ...], values: Values) -> Iterator[Field]:
    for line in lines:
        label, value = (_filled(part, values) for part in line.parts)
        if value or line.mark != ":":
            yield Field(label, value, _ROOM if line.mark == "=" else 1)


def _items(lines: tuple[_Line, ...], values: Values) -> Iterator[str]:
    for line in lines:
        each = [{**values, "item": item} for item in values[line.of]] if line.of else [values]
        yield from filter(None, (_filled(line.parts[0], one) for one in each))


def _single(lines: tuple[_Line, ...], values: Values) -> Iterator[Block]:
    for line in lines:
        first, *others = (_filled(part, values) for part in line.parts)
        if line.mark == "~":
            yield Signature(first, *others)
        elif first:
            yield _PLAIN[line.mark](first)
