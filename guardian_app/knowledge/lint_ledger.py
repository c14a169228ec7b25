"""What can be wrong with the knowledge of the ledger: kinds of data, products, laws, rights."""

from collections import Counter
from collections.abc import Iterable, Iterator

from guardian_app.knowledge.folder import Fault
from guardian_app.model import (
    Confidence,
    DataKind,
    Knowledge,
    Law,
    Product,
    Stage,
    Text,
)

# As long as a person reads without losing the thread; the pack is opened at every start.
PLAIN_LIMIT = 60
PLAIN_LIMIT_EN = 160
WORD_LIMIT = 40


def ledger_faults(knowledge: Knowledge) -> Iterator[Fault]:
    """Yield every fault of what the ledger needs to know."""
    yield from _group_faults(knowledge)
    yield from _kind_faults(knowledge)
    yield from _product_faults(knowledge)
    yield from _law_faults(knowledge)
    yield from _right_faults(knowledge)


def _unknown(file: str, field: str, names: Iterable[str], known: set[str]) -> Iterator[Fault]:
    for name in names:
        if name not in known:
            yield Fault(file, field, f"“{name}” does not exist")


def _repeated(file: str, field: str, names: Iterable[str]) -> Iterator[Fault]:
    for name, count in Counter(names).items():
        if count > 1:
            yield Fault(file, field, f"“{name}” stands here twice")


def _empty(file: str, **texts: Text | None) -> Iterator[Fault]:
    for field, text in texts.items():
        if text is not None and not (text.zh.strip() and text.en.strip()):
            yield Fault(file, field, "a language is empty")


def _source_faults(
    file: str, field: str, sources: tuple[str, ...], confidence: Confidence, known: set[str]
) -> Iterator[Fault]:
    yield from _unknown(file, field, sources, known)
    if not sources and confidence is Confidence.VERIFIED:
        yield Fault(file, field, "is verified without a source")


def _group_faults(knowledge: Knowledge) -> Iterator[Fault]:
    file = "data_groups.toml"
    used = {each.group for each in knowledge.data_kinds}
    yield from _repeated(file, "groups", (each.id for each in knowledge.data_groups))
    for group in knowledge.data_groups:
        yield from _empty(file, name=group.name)
        if group.id not in used:
            yield Fault(file, "groups", f"“{group.id}” has no kind of data")


def _kind_faults(knowledge: Knowledge) -> Iterator[Fault]:
    groups = {each.id for each in knowledge.data_groups}
    sources = {each.id for each in knowledge.sources}
    owners = Counter(word for kind in knowledge.data_kinds for word in set(kind.words))
    for kind in knowledge.data_kinds:
        file = f"data_kinds/{kind.id}.toml"
        yield from _unknown(file, "group", [kind.group], groups)
        yield from _empty(file, name=kind.name, plain=kind.plain)
        yield from _source_faults(file, "sources", kind.sources, kind.confidence, sources)
        if not kind.sources:
            yield Fault(file, "sources", "is empty")
        if len(kind.plain.zh) > PLAIN_LIMIT or len(kind.plain.en) > PLAIN_LIMIT_EN:
            yield Fault(file, "plain", "is too long to be read at a glance")
        yield from _word_faults(file, kind, owners)


def _word_faults(file: str, kind: DataKind, owners: Counter[str]) -> Iterator[Fault]:
    yield from _repeated(file, "words", kind.words)
    if not any(map(str.isascii, kind.words)) or all(map(str.isascii, kind.words)):
        yield Fault(file, "words", "names the kind in one language only")
    for word in kind.words:
        if owners[word] > 1:
            yield Fault(file, "words", f"“{word}” names two kinds")
        if word != word.strip().lower() or not 1 < len(word) <= WORD_LIMIT:
            yield Fault(file, "words", f"“{word}” is not a lower-case word of some letters")


def _product_faults(knowledge: Knowledge) -> Iterator[Fault]:
    kinds = {each.id: each for each in knowledge.data_kinds}
    never = {each.id for each in knowledge.data_kinds if each.never_ask or each.always_excessive}
    sources = {each.id for each in knowledge.sources}
    for product in knowledge.products:
        file = f"products/{product.id}.toml"
        yield from _empty(file, name=product.name, note=product.note)
        yield from _source_faults(file, "sources", product.sources, product.confidence, sources)
        if not product.needed.get(Stage.UNDERWRITING):
            yield Fault(file, "needed", "says nothing of underwriting")
        asked: set[str] = set()
        for field, listed in _lists(product):
            yield from _unknown(file, field, listed, set(kinds))
            yield from _repeated(file, field, listed)
            if field != "excessive":
                asked.update(listed)
        for name in sorted(asked & never):
            yield Fault(file, "needed", f"“{name}” is what nobody needs")
        for name in sorted(asked & set(product.excessive)):
            yield Fault(file, "excessive", f"“{name}” stands in another list too")
        for name in product.optional:
            if name in product.needed.get(Stage.UNDERWRITING, ()):
                yield Fault(file, "optional", f"“{name}” is needed at underwriting")


def _lists(product: Product) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield from ((f"needed.{stage}", listed) for stage, listed in product.needed.items())
    yield from ((f"usual.{stage}", listed) for stage, listed in product.usual.items())
    yield "optional", product.optional
    yield "excessive", product.excessive


def _law_faults(knowledge: Knowledge) -> Iterator[Fault]:
    sources = {each.id for each in knowledge.sources}
    for law in knowledge.laws:
        file = f"laws/{law.id}.toml"
        yield from _empty(file, name=law.name, note=law.note)
        yield from _repeated(file, "articles", (each.number for each in law.articles))
        if not law.articles:
            yield Fault(file, "articles", "is empty")
        for index, each in enumerate(law.articles):
            field = f"articles[{index}]"
            yield from _empty(file, **{f"{field}.says": each.says})
            yield from _source_faults(
                file, f"{field}.sources", each.sources, each.confidence, sources
            )


def _articles(laws: tuple[Law, ...], *, verified: bool = False) -> set[str]:
    return {
        f"{law.id}:{each.number}"
        for law in laws
        for each in law.articles
        if not verified or each.confidence is Confidence.VERIFIED
    }


def _right_faults(knowledge: Knowledge) -> Iterator[Fault]:
    articles = _articles(knowledge.laws)
    read = _articles(knowledge.laws, verified=True)
    sources = {each.id for each in knowledge.sources}
    for right in knowledge.rights:
        file = f"rights/{right.id}.toml"
        yield from _empty(
            file, name=right.name, gives=right.gives, unset=right.unset, refusal=right.refusal
        )
        for index, limit in enumerate(right.limits):
            yield from _empty(file, **{f"limits[{index}]": limit})
        yield from _unknown(file, "articles", right.articles, articles)
        yield from _repeated(file, "articles", right.articles)
        if not right.articles or not right.limits:
            yield Fault(file, "articles", "says no article, or no limit")
        for ref in right.articles:
            if ref in articles - read:
                yield Fault(file, "articles", f"“{ref}” was not read; no letter may cite it")
    for safeguard in knowledge.safeguards:
        file = f"safeguards/{safeguard.id}.toml"
        yield from _empty(
            file,
            question=safeguard.question,
            good=safeguard.good,
            weak=safeguard.weak,
            basis=safeguard.basis,
        )
        yield from _unknown(file, "articles", safeguard.articles, articles)
        yield from _repeated(file, "articles", safeguard.articles)
        yield from _unknown(file, "sources", safeguard.sources, sources)
        if safeguard.confidence is Confidence.VERIFIED and not set(safeguard.articles) & read:
            yield Fault(file, "confidence", "is verified without an article that was read")
