"""The law that a person can lean on: its articles, the rights it gives, the questions to ask.

What lies here is guidance with its sources, never legal advice. An article is referred to as
``law:number`` ("pipl:45").
"""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from guardian_app.model.text import Confidence, Text


class Article(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What one article says, in our words; verified where its own text was read.

    ``number`` is as the law prints it ("45"), a range ("38-39"), or a short name where the page
    that was read gave no number (``numbered`` is then false and no number may be shown).
    """

    number: str
    says: Text
    confidence: Confidence
    numbered: bool = True
    sources: tuple[str, ...] = ()


class Law(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A law or rule and those of its articles that we know.

    ``in_force`` is an ISO date, or empty where no source gave it; ``note`` is what to know about
    the copy that was read.
    """

    id: str
    name: Text
    articles: tuple[Article, ...]
    in_force: str = ""
    note: Text | None = None


class Right(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A right that a letter can claim: what it gives, what bounds it, what the law leaves open.

    ``limits`` are said before a person writes; ``refusal`` is what to answer to a "no"; ``unset``
    is what the law does not set (a number of days), so that nobody promises it.
    """

    id: str
    name: Text
    gives: Text
    articles: tuple[str, ...]
    limits: tuple[Text, ...]
    unset: Text
    refusal: Text | None = None


class Safeguard(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A question about protection that anybody may put to an insurer, and how to read the answer.

    ``good`` and ``weak`` are our reading. ``confidence`` is that of the basis: verified where all
    its articles were read and speak of this, partial where it is a request that no rule spells out.
    """

    id: str
    question: Text
    good: Text
    weak: Text
    basis: Text
    confidence: Confidence
    articles: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


def cited(refs: Iterable[str], laws: Iterable[Law]) -> Iterator[tuple[Law, Article]]:
    """Yield the law and the article behind each reference; one that is not known is left out."""
    known = {f"{law.id}:{each.number}": (law, each) for law in laws for each in law.articles}
    for ref in refs:
        if ref in known:
            yield known[ref]
