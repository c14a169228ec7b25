"""A document as plain text, for the terminal and for pasting into a mail or a form."""

from guardian_app.letters.document import (
    Block,
    Document,
    Fields,
    Heading,
    Items,
    Note,
    Paragraph,
    Signature,
)
from guardian_app.model import Language

BLANK = "_" * 20


def as_text(document: Document) -> str:
    """Return the whole document; a line to write on is a row of underscores."""
    colon = "：" if document.language is Language.ZH else ": "
    parts = [document.title, *(_block(block, colon) for block in document.blocks)]
    return "\n\n".join(parts) + "\n"


def _block(block: Block, colon: str) -> str:
    match block:
        case Heading(text) | Paragraph(text) | Note(text):
            return text
        case Items(items, numbered):
            marks = (f"{at}. " if numbered else "- " for at in range(1, len(items) + 1))
            return "\n".join(mark + item for mark, item in zip(marks, items, strict=True))
        case Fields(rows):
            return "\n".join(f"{row.label}{colon}{row.value or _blank(row.lines)}" for row in rows)
        case Signature(label, name, date):
            return "\n".join(filter(None, (f"{label}{colon}{BLANK}", name, date)))


def _blank(lines: int) -> str:
    return "\n".join([BLANK] * lines)
