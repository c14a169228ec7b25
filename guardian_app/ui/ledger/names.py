"""How the ledger's entries are called in one language: holders, kinds, products, reasons."""

from collections.abc import Iterable

from msgspec import Struct

from guardian_app.exposure import Cell, Holder, Needed, Row, Totals
from guardian_app.model import Institution, Knowledge, Language, Share
from guardian_app.ui.plain import visible
from guardian_app.words import Words


class Line(Struct, frozen=True):
    """A holder as a row of the matrix shows it; ``searched`` are the words it is found by."""

    row: Row
    name: str
    about: str
    searched: str

    @property
    def is_beyond(self) -> bool:
        """Whether anything seems more than was needed."""
        return any(cell and cell.beyond for cell in self.row.cells)

    @property
    def is_sensitive(self) -> bool:
        """Whether anything sensitive is held."""
        return any(cell and cell.sensitivity == "sensitive" for cell in self.row.cells)


class Names:
    """Calls everything by its name; what a person typed is made harmless to look at."""

    def __init__(self, knowledge: Knowledge, words: Words) -> None:
        """Know the names of ``knowledge`` and the sentences of ``words``."""
        self._words = words
        self._institutions = {each.id: each for each in knowledge.institutions}
        self._kinds = {each.id: each for each in knowledge.data_kinds}
        self._groups = {each.id: each.name for each in knowledge.data_groups}
        self._products = {each.id: each.name for each in knowledge.products}

    def holder(self, who: Holder) -> str:
        """Return what a person calls the holder, in a few letters."""
        known = self._institutions.get(who.institution)
        if known is None:
            return visible(who.institution or who.name)
        return short_name(known, self._words)

    def full_holder(self, who: Holder) -> str:
        """Return the holder's registered name, or nothing where that is the short one."""
        known = self._institutions.get(who.institution)
        full = "" if known is None else self._words.of(known.name)
        return "" if full == self.holder(who) else full

    def kind(self, kind: str) -> str:
        """Return the name of a kind of data."""
        known = self._kinds.get(kind)
        return visible(kind) if known is None else self._words.of(known.name)

    def kinds(self, kinds: Iterable[str]) -> str:
        """Return the names of several."""
        return self._words("ledger.parted").join(map(self.kind, kinds))

    def group(self, group: str) -> str:
        """Return the name of a column."""
        return self._words.of(self._groups[group])

    def product(self, product: str) -> str:
        """Return the name of a product, or the person's own words for one."""
        known = self._products.get(product)
        return visible(product) if known is None else self._words.of(known)

    def day(self, share: Share) -> str:
        """Return when something was given."""
        return visible(share.date) or self._words("ledger.no_date")

    def share(self, share: Share) -> str:
        """Return when, how and for what something was given."""
        return f"{self.day(share)} · {self.how(share)}"

    def how(self, share: Share) -> str:
        """Return how and for what something was given."""
        parts = [
            self._words(f"share_channel.{share.channel}"),
            self._words(f"stage.{share.stage}"),
            self.product(share.product),
        ]
        return " · ".join(filter(None, parts))

    def why(self, needed: Needed) -> str:
        """Return the reason why a kind was needed or not."""
        stage = "" if needed.stage is None else self._words(f"stage.{needed.stage}")
        return self._words(needed.key, stage=stage)

    def cell(self, line: Line, group: str, cell: Cell | None) -> str:
        """Return what a screen reader says of one cell."""
        start = {"who": line.name, "group": self.group(group)}
        if cell is None:
            return self._words("ledger.cell_empty", **start)
        held = {
            "grade": self._words(f"sensitivity.{cell.sensitivity}"),
            "kinds": self.kinds(cell.kinds),
        }
        if not cell.beyond:
            return self._words("ledger.cell", **start, **held)
        whys = [
            self._words("ledger.kind_why", kind=self.kind(kind), why=self.why(line.row.needs[kind]))
            for kind in cell.beyond
        ]
        why = self._words("ledger.parted").join(whys)
        return self._words("ledger.cell_beyond", **start, **held, why=why)

    def line(self, row: Row) -> Line:
        """Return ``row`` with its names."""
        newest = row.shares[0]
        product = next((share.product for share in row.shares if share.product), "")
        about = self.product(product) or self._words(f"stage.{newest.stage}")
        known = self._institutions.get(row.holder.institution)
        names = () if known is None else (known.name.zh, known.name.en, *known.aliases)
        typed = {
            text
            for share in row.shares
            for text in (share.name, share.product, share.purpose, share.third_parties, share.note)
        }
        kinds = (each.name for each in map(self._kinds.get, row.needs) if each is not None)
        products = (each for each in map(self._products.get, typed) if each is not None)
        texts = [f"{text.zh} {text.en}" for text in (*kinds, *products)]
        return Line(
            row=row,
            name=self.holder(row.holder),
            about=" · ".join(filter(None, (about, newest.date[:4]))),
            searched="\n".join((*names, *sorted(typed), *texts)).casefold(),
        )

    def totals(self, totals: Totals) -> str:
        """Return the line that sums everything up."""
        said = [
            self._words("ledger.total_holders", count=totals.holders),
            self._words("ledger.total_kinds", count=totals.kinds),
        ]
        if totals.sensitive_beyond:
            said.append(self._words("ledger.total_sensitive", count=totals.sensitive_beyond))
        elif totals.beyond:
            said.append(self._words("ledger.total_beyond", count=totals.beyond))
        return " · ".join(said)


def short_name(institution: Institution, words: Words) -> str:
    """Return the name that people use; the first of the aliases that is not the registered one."""
    if words.language is Language.EN:
        return institution.name.en
    others = (each for each in institution.aliases if each != institution.name.zh)
    return next((each for each in others if not each.isascii()), institution.name.zh)
