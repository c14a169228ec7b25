"""Which known fraud the signs resemble, since advice and contacts hang on it."""

from collections import defaultdict
from collections.abc import Mapping
from math import sqrt

from guardian_app.model import Scheme, SchemeMatch

# A supporting sign is shared by many schemes; it ranks them but cannot name one alone.
SUPPORT_SHARE = 0.25
# More names than this only confuse.
SHOWN = 3


class SchemeRanker:
    """Ranks the schemes of a pack for a set of weighted signs."""

    def __init__(self, schemes: tuple[Scheme, ...]) -> None:
        """Count how many schemes use each core sign: the rarer, the more it says."""
        uses: dict[str, int] = defaultdict(int)
        for scheme in schemes:
            for sign in scheme.signs.core:
                uses[sign] += 1
        self._shares: dict[str, list[tuple[str, float, bool]]] = defaultdict(list)
        for scheme in schemes:
            for sign in scheme.signs.core:
                self._shares[sign].append((scheme.id, 1 / sqrt(uses[sign]), True))
            for sign in scheme.signs.support:
                self._shares[sign].append((scheme.id, SUPPORT_SHARE, False))

    def rank(self, signs: Mapping[str, float]) -> tuple[SchemeMatch, ...]:
        """Return the schemes that have a core sign among ``signs``, the likeliest first."""
        points: dict[str, float] = defaultdict(float)
        cored: set[str] = set()
        for sign, weight in signs.items():
            for scheme, share, is_core in self._shares.get(sign, ()):
                points[scheme] += weight * share
                if is_core:
                    cored.add(scheme)
        ranked = sorted((-points[scheme], scheme) for scheme in cored if points[scheme] > 0)[:SHOWN]
        whole = -sum(figure for figure, _ in ranked)
        return tuple(SchemeMatch(scheme, -figure / whole) for figure, scheme in ranked)
