"""Finding an institution by what a person knows of it: id, name, alias, hotline."""

import unicodedata

from guardian_app.model import Institution, Knowledge

MOST_FOUND = 20  # more than this nobody reads through; who has more adds a letter
_UNFIT = 3
_DIGITS = 3  # fewer digits say nothing about a hotline


def find_institutions(
    text: str, knowledge: Knowledge, most: int = MOST_FOUND
) -> tuple[Institution, ...]:
    """Return the institutions that ``text`` may mean, the likeliest first.

    A whole id, name or hotline stands before the beginning of one, and that before a part of one;
    then those in business, then those with the shorter name.
    """
    wanted = _folded(text)
    if not wanted:
        return ()
    ranked = []
    for institution in knowledge.institutions:
        rank = min((_rank(wanted, name) for name in _names(institution, wanted)), default=None)
        if rank is not None and rank < _UNFIT:
            order = (rank, not institution.active, len(institution.name.zh), institution.id)
            ranked.append((order, institution))
    return tuple(institution for _, institution in sorted(ranked, key=lambda pair: pair[0]))[:most]


def institutions_named(text: str, knowledge: Knowledge) -> tuple[Institution, ...]:
    """Return the institutions of which ``text`` is the whole id, name, alias or hotline.

    An id is one institution's alone; else those in business come before all others.
    """
    wanted = _folded(text)
    if not wanted:
        return ()
    by_id = tuple(each for each in knowledge.institutions if each.id == text.strip())
    named = tuple(each for each in knowledge.institutions if wanted in _names(each, wanted))
    return by_id or tuple(each for each in named if each.active) or named


def institution_meant(text: str, knowledge: Knowledge) -> Institution | None:
    """Return the one institution that ``text`` names in full, None if none or several do."""
    named = institutions_named(text, knowledge)
    return named[0] if len(named) == 1 else None


def _rank(wanted: str, name: str) -> int:
    """Return how well ``name`` fits, 0 best; ``_UNFIT`` where it does not."""
    if name == wanted:
        return 0
    if name.startswith(wanted):
        return 1
    return 2 if wanted in name else _UNFIT


def _names(institution: Institution, wanted: str) -> list[str]:
    names = [institution.id, institution.name.zh, institution.name.en, *institution.aliases]
    if wanted.isdigit():
        if len(wanted) < _DIGITS:
            return []
        return ["".join(filter(str.isdigit, line.number)) for line in institution.hotlines]
    return [_folded(name) for name in names]


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold().strip()
    return plain.replace("-", "").replace(" ", "") if plain.isascii() else plain.replace(" ", "")
