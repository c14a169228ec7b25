"""``guardian ledger``: which kinds of data went to whom."""

from argparse import Namespace
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec
from msgspec import Struct

from guardian_app.cli.arguments import UsageError
from guardian_app.cli.command import OptionGroup
from guardian_app.cli.exits import Exit
from guardian_app.cli.output import open_output
from guardian_app.cli.terminal import Page, complain, write_out
from guardian_app.errors import InputError
from guardian_app.exposure import BEYOND, Needs, find_institutions, institutions_named, knew
from guardian_app.guardian import Guardian
from guardian_app.model import (
    Consent,
    DataKind,
    Institution,
    Knowledge,
    Product,
    Share,
    ShareChannel,
    Stage,
)
from guardian_app.words import Words

_FORMATS = ("json", "csv")


class KeptAnswer(Struct, frozen=True, kw_only=True):
    """An entry as ``--json`` prints it; ``beyond`` are kinds that seem more than was needed."""

    id: int
    institution: str
    name: str
    product: str
    stage: Stage
    date: str
    channel: ShareChannel
    consent: Consent
    purpose: str
    third_parties: str
    until: str
    note: str
    data: tuple[str, ...]
    beyond: tuple[str, ...]


class KnewAnswer(Struct, frozen=True):
    """A holder who knew some of what a caller knew, as ``--json`` prints it."""

    institution: str
    name: str
    matches: tuple[str, ...]
    missing: tuple[str, ...]
    newest: str


class LedgerCommand:
    """Keeps the ledger."""

    name = "ledger"

    def options(self, group: OptionGroup, words: Words) -> None:
        """Declare the actions and what each understands."""
        group.add_argument(
            "action", choices=_ACTIONS, metavar="|".join(_ACTIONS), help=words("cli.ledger_do")
        )
        group.add_argument("file", nargs="?", metavar="FILE|ID", help=words("cli.ledger_file"))
        group.add_argument("--institution", metavar="ID", help=words("cli.ledger_institution"))
        group.add_argument("--data", metavar="KIND,…", help=words("cli.ledger_data"))
        group.add_argument("--product", default="", metavar="P", help=words("cli.ledger_product"))
        group.add_argument(
            "--stage",
            choices=[*map(str, Stage)],
            default=str(Stage.UNDERWRITING),
            help=words("cli.ledger_stage"),
        )
        group.add_argument(
            "--channel",
            choices=[*map(str, ShareChannel)],
            default=str(ShareChannel.OTHER),
            help=words("cli.ledger_channel"),
        )
        group.add_argument("--date", default="", metavar="DATE", help=words("cli.ledger_date"))
        group.add_argument("--note", default="", metavar="TEXT", help=words("cli.ledger_note"))
        group.add_argument("--format", choices=_FORMATS, help=words("cli.ledger_format"))
        group.add_argument("--json", action="store_true", help=words("cli.check_json"))

    def run(self, options: Namespace, door: Guardian, words: Words) -> int:
        """Do one of them."""
        _ACTIONS[options.action](options, door, words)
        return Exit.DONE


def _add(options: Namespace, door: Guardian, words: Words) -> None:
    share = _share(options, door.knowledge)
    _open(door, words, make=True)
    _show(options, door, words, (door.book.ledger.shares.add(share),), "cli.ledger_added")


def _list(options: Namespace, door: Guardian, words: Words) -> None:
    _open(door, words)
    _show(options, door, words, door.book.ledger.shares.kept(), "cli.ledger_entries")


def _remove(options: Namespace, door: Guardian, words: Words) -> None:
    number = _named(options, "errors.usage_ledger_number")
    if not number.isascii() or not number.isdigit() or len(number) > _LONGEST_ID:
        raise UsageError("errors.usage_ledger_number", program="guardian ledger remove")
    _open(door, words)
    removed = door.book.ledger.shares.remove(int(number))
    _show(options, door, words, (removed,), "cli.ledger_removed")


def _knew(options: Namespace, door: Guardian, words: Words) -> None:
    kinds = _kinds(options, door.knowledge)
    _open(door, words)
    found = knew(kinds, door.book.ledger.shares.kept(), options.date)
    if options.json:
        answers = [
            KnewAnswer(each.holder.institution, each.holder.name, each.matches, each.missing,
                       each.newest)
            for each in found
        ]  # fmt: skip
        write_out(msgspec.json.encode(answers) + b"\n")
        return
    names = _Names(door.knowledge, words)
    page = Page()
    page.line(words("cli.ledger_knew" if found else "cli.ledger_knew_nobody"))
    for each in found:
        who = names.holder(each.holder.institution, each.holder.name)
        page.line(words("cli.ledger_holder", who=who, kinds=names.kinds(each.matches)), indent=2)
        if each.missing:
            page.line(words("cli.ledger_missing", kinds=names.kinds(each.missing)), indent=4)
    page.line(words("cli.ledger_knew_proves"))
    page.show()


def _export(options: Namespace, door: Guardian, words: Words) -> None:
    target = Path(options.file) if options.file not in (None, "-") else None
    wanted = options.format or ("csv" if target and target.suffix == ".csv" else "json")
    _open(door, words)
    held = door.book.ledger
    data = held.to_csv().encode("utf-8-sig") if wanted == "csv" else held.to_json()
    with open_output(target, private=True) as write:
        write(data)
    complain(words, words("cli.ledger_exported"))


def _backup(options: Namespace, door: Guardian, words: Words) -> None:
    target = Path(_named(options, "errors.usage_ledger_file"))
    _open(door, words)
    door.book.ledger.backup(target)
    _say(words("cli.ledger_backed_up", file=target))


def _restore(options: Namespace, door: Guardian, words: Words) -> None:
    from guardian_app.cli.secret import agrees, secret_of_backup  # noqa: PLC0415 - see _open

    path = Path(_named(options, "errors.usage_ledger_file"))
    secret = secret_of_backup(words)
    inside = door.book.look(path, secret)
    counts = {"made": inside.made[:10], "shares": inside.shares, "holders": inside.institutions}
    _say(words("cli.ledger_inside", **counts))
    if agrees(words("cli.ledger_restore_ask")):
        door.book.restore(path, secret)
        _say(words("cli.ledger_restored"))
    else:
        _say(words("cli.ledger_not_restored"))


_ACTIONS: dict[str, Callable[[Namespace, Guardian, Words], None]] = {
    "add": _add,
    "list": _list,
    "remove": _remove,
    "knew": _knew,
    "export": _export,
    "backup": _backup,
    "restore": _restore,
}
# SQLite counts no further than nineteen digits.
_LONGEST_ID = 18
# So many institutions of a name like the one that was typed are told.
_NEAR = 8


def _open(door: Guardian, words: Words, *, make: bool = False) -> None:
    # SQLCipher and the keyring take longer to load than the other commands need.
    from guardian_app.cli.secret import open_book  # noqa: PLC0415

    open_book(door.book, words, make=make)


def _named(options: Namespace, key: str) -> str:
    if not options.file:
        raise UsageError(key, program=f"guardian ledger {options.action}")
    return str(options.file)


def _say(sentence: str) -> None:
    page = Page()
    page.line(sentence)
    page.show()


def _share(options: Namespace, knowledge: Knowledge) -> Share:
    """Return the entry that was described; UsageError or InputError where that is no entry."""
    given = (options.institution or "").strip()
    if not given:
        raise UsageError("errors.usage_ledger_institution", program="guardian ledger add")
    named = institutions_named(given, knowledge)
    if len(named) > 1:
        raise InputError("errors.institution_several", ids=_listed(named))
    if not named and _looks_like_id(given):
        near = _listed(find_institutions(given, knowledge, _NEAR))
        raise InputError("errors.institution_unknown", near=near)
    meant = named[0] if named else None
    return Share(
        institution=meant.id if meant else "",
        name="" if meant else given,
        product=_product(options.product.strip(), knowledge),
        stage=Stage(options.stage),
        channel=ShareChannel(options.channel),
        date=options.date,
        kinds=_kinds(options, knowledge),
        note=options.note,
    )


def _product(given: str, knowledge: Knowledge) -> str:
    """Return the id of the product that is named, or a person's own word for one."""
    for product in knowledge.products:
        if given.replace("_", "-") == product.id or given in (product.name.zh, product.name.en):
            return product.id
    return given


def _listed(institutions: Iterable[Institution]) -> str:
    return ", ".join(each.id for each in institutions) or "-"


def _looks_like_id(given: str) -> bool:
    """Tell an id that is mistyped from a person's own name for an institution."""
    return given.isascii() and " " not in given and given == given.lower()


def _kinds(options: Namespace, knowledge: Knowledge) -> tuple[str, ...]:
    """Return the kinds that ``--data`` names, by id or by name, in either language."""
    if not options.data:
        raise UsageError("errors.usage_ledger_data", program=f"guardian ledger {options.action}")
    ids = {word.casefold(): kind.id for kind in knowledge.data_kinds for word in kind.words}
    for kind in knowledge.data_kinds:
        ids |= dict.fromkeys((kind.id, kind.name.zh, kind.name.en.casefold()), kind.id)
    found = []
    for given in options.data.replace("，", ",").replace("、", ",").split(","):
        name = given.strip().casefold()
        meant = ids.get(name) or ids.get(name.replace("_", "-"))
        if meant:
            found.append(meant)
        elif name:
            raise InputError("errors.data_kind_unknown", known=", ".join(sorted(set(ids.values()))))
    return tuple(dict.fromkeys(found))


class _Names:
    """What a person is shown instead of ids."""

    def __init__(self, knowledge: Knowledge, words: Words) -> None:
        self._words = words
        named: tuple[Institution | DataKind | Product, ...] = (
            *knowledge.institutions,
            *knowledge.data_kinds,
            *knowledge.products,
        )
        self._of = {each.id: words.of(each.name) for each in named}

    def holder(self, institution: str, name: str) -> str:
        return self._of.get(institution, institution) if institution else name

    def product(self, product: str) -> str:
        return self._of.get(product, product)

    def kinds(self, kinds: tuple[str, ...]) -> str:
        return self._words("cli.comma").join(self._of.get(kind, kind) for kind in kinds)


def _show(
    options: Namespace, door: Guardian, words: Words, shares: tuple[Share, ...], heading: str
) -> None:
    needs = Needs(door.knowledge)
    beyond = {
        share.id: tuple(
            kind
            for kind in share.kinds
            if needs.of(kind, share.product, share.stage).need in BEYOND
        )
        for share in shares
    }
    if options.json:
        answers = [_answer(share, beyond[share.id]) for share in shares]
        # an action on one entry answers with that entry, a list with a list
        whole = answers if options.action == "list" else answers[0]
        write_out(msgspec.json.encode(whole) + b"\n")
        return
    names = _Names(door.knowledge, words)
    page = Page()
    page.line(words(heading if shares else "cli.ledger_empty", count=len(shares)))
    for share in shares:
        parts = (
            share.date or words("cli.ledger_no_date"),
            names.holder(share.institution, share.name),
            names.product(share.product),
            words(f"stage.{share.stage}"),
        )
        page.line(f"{share.id}  " + " · ".join(filter(None, parts)), indent=2)
        page.line(names.kinds(share.kinds), indent=5)
        if beyond[share.id]:
            page.line(words("cli.ledger_beyond", kinds=names.kinds(beyond[share.id])), indent=5)
    page.show()


def _answer(share: Share, beyond: tuple[str, ...]) -> KeptAnswer:
    fields = {name: getattr(share, name) for name in Share.__struct_fields__ if name != "kinds"}
    return KeptAnswer(**fields, data=share.kinds, beyond=beyond)
