"""A document: a title and blocks of plain text, the same for paper, screen and terminal."""

from msgspec import Struct

from guardian_app.model import Language


class Heading(Struct, frozen=True):
    """The name of what follows."""

    text: str


class Paragraph(Struct, frozen=True):
    """Some sentences."""

    text: str


class Items(Struct, frozen=True):
    """A list; ``numbered`` where an answer should be able to name an item."""

    items: tuple[str, ...]
    numbered: bool = False


class Field(Struct, frozen=True):
    """A label and what belongs to it; an empty value is ``lines`` to write on by hand."""

    label: str
    value: str = ""
    lines: int = 1


class Fields(Struct, frozen=True):
    """Labels and values, one a line."""

    rows: tuple[Field, ...]


class Signature(Struct, frozen=True):
    """Where to sign: a line to write on, the name and the date below it."""

    label: str
    name: str
    date: str


class Note(Struct, frozen=True):
    """A remark in small type."""

    text: str


Block = Heading | Paragraph | Items | Fields | Signature | Note


class Document(Struct, frozen=True, kw_only=True):
    """What is printed or shown; no text in it is ever markup, and none holds a line break."""

    title: str
    blocks: tuple[Block, ...]
    language: Language
