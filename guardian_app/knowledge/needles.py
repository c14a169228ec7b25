"""The words without which a pattern cannot match.

Each pattern is read once, when the pack is built, for *needles*: groups of words of which a
matching text holds at least one each. The engine looks for the words of all patterns in a single
pass (Aho-Corasick), so that a sentence is asked only the one or two patterns that it could match,
whatever the number of patterns. The idea is that of RE2's own filter, which loses its speed at this
many Chinese words.
"""

from collections.abc import Iterable, Iterator
from re import _constants as ops  # type: ignore[attr-defined]

from guardian_app.knowledge.commonness import Commonness
from guardian_app.knowledge.reading import REPEATS, Item

# A group of more words says little.
WORDS_LIMIT = 240
# Neighbouring words are joined to longer ones while they stay this few.
JOINED_LIMIT = 48
# A pattern needs no more than its rarest groups.
GROUPS_LIMIT = 3
# A class of at most so many letters is spelled out.
LETTERS_LIMIT = 8

_Words = frozenset[str]
_NOTHING: _Words = frozenset({""})


def needles(items: list[Item], commonness: Commonness) -> tuple[tuple[str, ...], ...]:
    """Return the groups of words that a text matching ``items`` holds, the rarest first."""
    found = {_shortened(each) for each in _groups(items)}
    # then long words before short ones, and few before many
    ranked = sorted(
        (commonness.of(words), -min(map(len, words)), len(words), words) for words in found
    )
    return tuple(words for *_, words in ranked[:GROUPS_LIMIT])


def _shortened(words: _Words) -> tuple[str, ...]:
    """Leave out the words that hold another one: where they stand, so does that."""
    kept: list[str] = []
    for word in sorted(words, key=lambda each: (len(each), each)):
        if not any(each in word for each in kept):
            kept.append(word)
    return tuple(sorted(kept))


def _groups(items: Iterable[Item]) -> list[_Words]:
    """Return every group that a run of items needs, neighbouring words joined."""
    found: list[_Words] = []
    exact = _NOTHING
    for item in items:
        words = _exact(item)
        if words is not None and len(exact) * len(words) <= JOINED_LIMIT:
            exact = _joined(exact, words)
            continue
        found.append(exact)
        exact = _NOTHING if words is None else words
        if words is None:
            found.extend(_inner(item))
    found.append(exact)
    return [each for each in found if "" not in each and 0 < len(each) <= WORDS_LIMIT]


def _inner(item: Item) -> Iterator[_Words]:
    """Yield the groups needed inside an item whose words are not few."""
    kind, value = item
    if kind is ops.SUBPATTERN:
        yield from _groups(value[3])
    elif kind in REPEATS and value[0] >= 1:
        yield from _groups(value[2])
    elif kind is ops.BRANCH:
        best = [_best(_groups(branch)) for branch in value[1]]
        if all(best):
            yield _NOTHING.union(*best) - _NOTHING


def _best(groups: list[_Words]) -> _Words:
    """Return the group that says most: long words, then few."""
    return min(
        groups,
        key=lambda each: (-min(map(len, each)), len(each), sorted(each)),
        default=frozenset(),
    )


def _exact(item: Item) -> _Words | None:
    """Return the only words that ``item`` matches, or None when they are not few."""
    kind, value = item
    words: _Words | None = None
    if kind is ops.LITERAL:
        words = frozenset({chr(value)})
    elif kind is ops.AT:
        words = _NOTHING
    elif kind is ops.IN:
        words = _letters(value)
    elif kind is ops.SUBPATTERN:
        words = _exact_run(value[3])
    elif kind is ops.BRANCH:
        words = _union(_exact_run(each) for each in value[1])
    elif kind in REPEATS and value[1] == 1:
        words = _exact_run(value[2])
        if words is not None and value[0] == 0:
            words |= _NOTHING
    return words


def _exact_run(items: Iterable[Item]) -> _Words | None:
    exact = _NOTHING
    for item in items:
        words = _exact(item)
        if words is None or len(exact) * len(words) > WORDS_LIMIT:
            return None
        exact = _joined(exact, words)
    return exact


def _joined(first: _Words, then: _Words) -> _Words:
    return frozenset(one + other for one in first for other in then)


def _union(parts: Iterable[_Words | None]) -> _Words | None:
    whole: set[str] = set()
    for part in parts:
        if part is None:
            return None
        whole |= part
    return frozenset(whole) if len(whole) <= WORDS_LIMIT else None


def _letters(members: list[Item]) -> _Words | None:
    letters: set[str] = set()
    for kind, value in members:
        if kind is ops.LITERAL:
            letters.add(chr(value))
        elif kind is ops.RANGE and value[1] - value[0] < LETTERS_LIMIT:
            letters |= {chr(each) for each in range(value[0], value[1] + 1)}
        else:
            return None
    return frozenset(letters) if len(letters) <= LETTERS_LIMIT else None
