"""Who holds data: an institution of the directory, or one that a person named."""

from collections.abc import Iterable

from msgspec import Struct

from guardian_app.model import Share


class Holder(Struct, frozen=True, order=True):
    """One holder: an institution's id, or, where that is empty, the person's own name for it."""

    institution: str = ""
    name: str = ""


def holder(share: Share) -> Holder:
    """Return who holds what ``share`` gave away."""
    if share.institution:
        return Holder(institution=share.institution)
    return Holder(name=" ".join(share.name.split()))


def by_holder(shares: Iterable[Share]) -> dict[Holder, tuple[Share, ...]]:
    """Return the shares of each holder, newest first, those without a date last."""
    found: dict[Holder, list[Share]] = {}
    for share in shares:
        found.setdefault(holder(share), []).append(share)
    return {
        each: tuple(sorted(theirs, key=lambda share: (share.date, share.id), reverse=True))
        for each, theirs in found.items()
    }
