"""A scheme (套路): a known fraud, and what to do against it."""

from enum import StrEnum

from msgspec import Struct

from guardian_app.model.text import Confidence, Text


class SchemeGroup(StrEnum):
    """Whether the fraud needs a policy, meets the same victims without one, or feeds the rest."""

    CORE = "core"
    ADJACENT = "adjacent"
    LEAK = "leak"


class SchemeSigns(Struct, frozen=True, forbid_unknown_fields=True):
    """Sign ids that make a scheme: ``core`` point at it alone, ``support`` only strengthen it."""

    core: tuple[str, ...]
    support: tuple[str, ...] = ()


class SchemeExamples(Struct, frozen=True, forbid_unknown_fields=True):
    """Whole messages of our own wording; hits are raised, misses (lawful look-alikes) are not."""

    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()


class Scheme(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A known fraud: its signs, how it goes on, what they want, its lawful twin, what to do.

    ``contacts`` are institution ids whose confirmed number helps, beside the one that is claimed.
    ``checked`` is the ISO date on which the sources were read.
    """

    id: str
    name: Text
    group: SchemeGroup
    confidence: Confidence
    checked: str
    signs: SchemeSigns
    wants: tuple[str, ...]
    goes_on: tuple[Text, ...]
    look_alike: Text
    do: tuple[Text, ...]
    contacts: tuple[str, ...] = ()
    family: str = ""
    sources: tuple[str, ...] = ()
    examples: SchemeExamples = SchemeExamples()
