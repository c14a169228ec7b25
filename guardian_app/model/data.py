"""Kinds of data, and which of them a product needs at which stage."""

from enum import StrEnum

from msgspec import Struct

from guardian_app.model.text import Confidence, Text


class Sensitivity(StrEnum):
    """How much harm a kind of data does in wrong hands.

    Sensitive: listed as such by the law, or it opens an account. Important: others can reach, find
    or pose as the person with it. The exact rule stands in ``resources/knowledge/README.md``.
    """

    ORDINARY = "ordinary"
    IMPORTANT = "important"
    SENSITIVE = "sensitive"


class Stage(StrEnum):
    """At what point of a policy's life data was given."""

    QUOTE = "quote"
    UNDERWRITING = "underwriting"
    CHANGE = "change"
    CLAIM = "claim"
    MARKETING = "marketing"


class Need(StrEnum):
    """Whether a product needs a kind of data at a stage, as far as the sources say."""

    NEEDED = "needed"
    OPTIONAL = "optional"
    LATER = "later"  # another stage of the same product needs it
    EXCESSIVE = "excessive"
    UNKNOWN = "unknown"


class DataGroup(Struct, frozen=True, forbid_unknown_fields=True):
    """A column of the ledger's matrix: kinds that a person thinks of as one thing."""

    id: str
    name: Text


class DataKind(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One kind of data: the kind alone is ever kept, never the data.

    ``plain`` says what it means and what a thief does with it; ``words`` are how forms and consent
    texts name it, both languages together; ``never_ask`` marks what nobody honest asks for;
    ``always_excessive`` what no insurer needs.
    """

    id: str
    group: str
    name: Text
    plain: Text
    sensitivity: Sensitivity
    confidence: Confidence
    words: tuple[str, ...] = ()
    never_ask: bool = False
    always_excessive: bool = False
    sources: tuple[str, ...] = ()


class Product(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A product and what it needs: kind ids by stage, those that are optional, those never needed.

    ``usual`` pre-fills a new entry by stage.
    """

    id: str
    name: Text
    needed: dict[Stage, tuple[str, ...]]
    confidence: Confidence
    usual: dict[Stage, tuple[str, ...]] = {}
    optional: tuple[str, ...] = ()
    excessive: tuple[str, ...] = ()
    note: Text | None = None
    sources: tuple[str, ...] = ()
