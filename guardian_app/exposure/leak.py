"""An institution leaked: which kinds of this person's data are out."""

from collections.abc import Iterable

from msgspec import Struct

from guardian_app.exposure.holder import Holder, holder
from guardian_app.model import DataKind, Knowledge, Sensitivity, Share

_HARM = tuple(Sensitivity)


class Leak(Struct, frozen=True):
    """What a holder had: kinds, the most harmful first; ``plain`` of each says what follows.

    ``unknown`` are kinds that this knowledge does not know; without any share both are empty.
    """

    holder: Holder
    kinds: tuple[DataKind, ...]
    shares: tuple[Share, ...]
    unknown: tuple[str, ...] = ()


def leak(who: Holder, shares: Iterable[Share], knowledge: Knowledge) -> Leak:
    """Return what is out if ``who`` leaked all it was given."""
    theirs = tuple(share for share in shares if holder(share) == who)
    held = {kind for share in theirs for kind in share.kinds}
    columns = {each.id: index for index, each in enumerate(knowledge.data_groups)}
    kinds = sorted(
        (kind for kind in knowledge.data_kinds if kind.id in held),
        key=lambda kind: (
            not kind.never_ask,  # what opens an account comes before what describes a person
            -_HARM.index(kind.sensitivity),
            columns.get(kind.group, len(columns)),
            kind.id,
        ),
    )
    return Leak(who, tuple(kinds), theirs, tuple(sorted(held - {kind.id for kind in kinds})))
