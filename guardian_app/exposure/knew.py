"""Who could have known what a caller knew. It narrows a search; it proves nothing."""

from collections.abc import Iterable

from msgspec import Struct

from guardian_app.exposure.holder import Holder, by_holder
from guardian_app.model import Share


class Knower(Struct, frozen=True):
    """A holder of some of what the caller knew: kind ids that match, are missing, are held besides.

    ``newest`` is the ISO date of the last share that gave a match, or empty.
    """

    holder: Holder
    matches: tuple[str, ...]
    missing: tuple[str, ...]
    besides: tuple[str, ...]
    newest: str = ""

    @property
    def knew_all(self) -> bool:
        """Tell whether this holder alone could have told the caller everything."""
        return not self.missing


def knew(kinds: Iterable[str], shares: Iterable[Share], day: str = "") -> tuple[Knower, ...]:
    """Return who held any of ``kinds``, the most exact first.

    Those that held all stand first, then those with less besides, then the newest. What was given
    after ``day`` (ISO) cannot have been known then and is left out.
    """
    wanted = tuple(dict.fromkeys(kinds))
    given = [share for share in shares if not day or share.date <= day]
    found = []
    for who, theirs in by_holder(given).items():
        held = {kind for share in theirs for kind in share.kinds}
        matches = tuple(kind for kind in wanted if kind in held)
        if matches:
            newest = next(share.date for share in theirs if set(matches) & set(share.kinds))
            missing = tuple(kind for kind in wanted if kind not in held)
            besides = tuple(sorted(held - set(wanted)))
            found.append(Knower(who, matches, missing, besides, newest))
    found.sort(key=lambda each: each.holder)
    found.sort(key=lambda each: each.newest, reverse=True)
    found.sort(key=lambda each: (len(each.missing), len(each.besides)))
    return tuple(found)
