"""The ledger at a glance: a row an institution, a column a group of kinds."""

from collections.abc import Iterable

from msgspec import Struct

from guardian_app.exposure.holder import Holder, by_holder
from guardian_app.exposure.need import BEYOND, Needed, Needs
from guardian_app.model import DataKind, Knowledge, Need, Sensitivity, Share

_HARM = tuple(Sensitivity)
# "Unknown" takes nothing back: what was too much at one share stays so.
_MILD = (Need.NEEDED, Need.OPTIONAL, Need.LATER, Need.EXCESSIVE, Need.UNKNOWN)


class Cell(Struct, frozen=True):
    """What one holder has of one group: kind ids, most sensitive first.

    ``beyond`` are those that seem more than was needed.
    """

    group: str
    sensitivity: Sensitivity
    kinds: tuple[str, ...]
    beyond: tuple[str, ...] = ()


class Row(Struct, frozen=True):
    """One holder: its shares, newest first, and a cell for each column (None where it has nothing).

    ``needs`` says why of each kind it has; ``unknown`` are kinds that this knowledge does not know.
    """

    holder: Holder
    shares: tuple[Share, ...]
    cells: tuple[Cell | None, ...]
    needs: dict[str, Needed]
    unknown: tuple[str, ...] = ()


class Totals(Struct, frozen=True):
    """Holders, and kinds held, each counted once a holder; how many are sensitive or beyond need.

    ``sensitive_beyond`` are both at once.
    """

    holders: int
    kinds: int
    sensitive: int
    beyond: int
    sensitive_beyond: int


class Matrix(Struct, frozen=True):
    """All rows, last given first, and the totals; ``groups`` are the columns."""

    groups: tuple[str, ...]
    rows: tuple[Row, ...]
    totals: Totals


def matrix(shares: Iterable[Share], knowledge: Knowledge) -> Matrix:
    """Return who holds what."""
    kinds = {each.id: each for each in knowledge.data_kinds}
    judge = Needs(knowledge)
    groups = tuple(each.id for each in knowledge.data_groups)
    rows = [_row(each, theirs, groups, kinds, judge) for each, theirs in by_holder(shares).items()]
    rows.sort(key=lambda row: row.holder)
    rows.sort(key=lambda row: row.shares[0].date, reverse=True)
    return Matrix(groups, tuple(rows), _totals(rows, kinds))


def _row(
    who: Holder,
    shares: tuple[Share, ...],
    groups: tuple[str, ...],
    kinds: dict[str, DataKind],
    judge: Needs,
) -> Row:
    needs: dict[str, Needed] = {}
    for share in shares:
        for kind in share.kinds:
            answer = judge.of(kind, share.product, share.stage)
            needs[kind] = _milder(needs[kind], answer) if kind in needs else answer
    held = sorted(filter(kinds.__contains__, needs), key=lambda kind: (-_harm(kinds[kind]), kind))
    cells = tuple(
        _cell(group, [kind for kind in held if kinds[kind].group == group], kinds, needs)
        for group in groups
    )
    placed = {kind for cell in cells if cell for kind in cell.kinds}
    unknown = tuple(sorted(set(needs) - placed))
    return Row(who, shares, cells, needs, unknown)


def _harm(kind: DataKind) -> int:
    return _HARM.index(kind.sensitivity)


def _milder(one: Needed, other: Needed) -> Needed:
    """Return the answer that holds now: what was too early once may be needed since."""
    return min(one, other, key=lambda each: _MILD.index(each.need))


def _cell(
    group: str, held: list[str], kinds: dict[str, DataKind], needs: dict[str, Needed]
) -> Cell | None:
    if not held:
        return None
    beyond = tuple(kind for kind in held if needs[kind].need in BEYOND)
    return Cell(group, kinds[held[0]].sensitivity, tuple(held), beyond)


def _totals(rows: list[Row], kinds: dict[str, DataKind]) -> Totals:
    cells = [cell for row in rows for cell in row.cells if cell]
    held = [kinds[kind] for cell in cells for kind in cell.kinds]
    beyond = [kinds[kind] for cell in cells for kind in cell.beyond]
    return Totals(
        holders=len(rows),
        kinds=len(held) + sum(len(row.unknown) for row in rows),
        sensitive=_sensitive(held),
        beyond=len(beyond),
        sensitive_beyond=_sensitive(beyond),
    )


def _sensitive(kinds: list[DataKind]) -> int:
    return sum(kind.sensitivity is Sensitivity.SENSITIVE for kind in kinds)
