"""Links: whose they are and what is wrong with them. Nothing is ever resolved or opened.

The official list is asked first; only then what a link resembles, hides or lacks.
"""

import re
import unicodedata
from itertools import islice

import idna

from guardian_app.engine import hosts
from guardian_app.engine.brands import Brand
from guardian_app.engine.directory import Directory
from guardian_app.engine.links import Link, links_in, may_hold_link
from guardian_app.engine.normalise import Normalised
from guardian_app.engine.signs.seen import Seen
from guardian_app.model import Grade, InstitutionKind, Text, Where

# More links than this in one message add nothing; a page of them would only cost time.
LINKS_LIMIT = 40
_SHOWN = 60

_NUMBER_HOST = re.compile(r"https?://(0x[0-9a-f]{6,8}|\d{8,10})(?=[/:?\s]|$)")
_APP_NEAR = re.compile(
    r"(?:下载|安装|更新|升级)[^。!?;\n]{0,12}(?:app|客户端|软件|应用|安装包|程序)"
    r"|(?:app|客户端|软件|安装包)[^。!?;\n]{0,6}(?:下载|安装)"
    r"|\b(?:download|install)\b[^.!?;\n]{0,40}\b(?:app|apk|software)\b"
)
_NEAR = 24


# Institutions whose own links are known well enough that another one is worth a word. Telecoms are
# not: each of their provincial branches has used sites of its own.
_KNOWN_BY_SITE = frozenset(InstitutionKind) - {
    InstitutionKind.TELECOM,
    InstitutionKind.INTERMEDIARY,
    InstitutionKind.REINSURANCE,
}


def find_links(normal: Normalised, claimed: tuple[str, ...], directory: Directory) -> list[Seen]:
    """Return what the links in ``normal`` show; ``claimed`` are the ids that the text names."""
    text = normal.text
    if not may_hold_link(text):
        return []
    seen: list[Seen] = []
    for link in islice(links_in(text), LINKS_LIMIT):
        seen += _judge(link, normal, claimed, directory)
    if "http" in text:
        seen += [
            _raw_address(*m.span(), m.group(1)) for m in islice(_NUMBER_HOST.finditer(text), 5)
        ]
    return seen


def _judge(
    link: Link, normal: Normalised, claimed: tuple[str, ...], directory: Directory
) -> list[Seen]:
    if hosts.ending_of(link.host).isdecimal():
        return [_raw_address(link.start, link.end, link.host)]
    seen: list[Seen] = []
    if link.user:
        seen.append(_seen("link-userinfo", link, _user_detail(link.user.rstrip("@"), link.host)))
    foreign = _foreign_letters(link, normal)
    owned = directory.owned_domain(link.host)
    if owned and not foreign:
        name, owners, grade = owned
        if (
            not link.user
            and grade is not Grade.LOW
            and _proves(owners, claimed, normal.text, directory)
        ):
            seen.append(
                _seen("genuine-official-link", link, _owner_detail(name, owners[0], directory))
            )
        return seen
    if foreign:
        return [*seen, *_imitation(link, foreign, owned, claimed, directory)]
    if fake := directory.fake_domain(link.host):
        detail = _fake_detail(
            fake.value, fake.impersonates, directory, is_clone=fake.kind == "clone"
        )
        return [*seen, _seen("link-known-fake", link, detail)]
    if hosts.is_public_body(link.host):
        return seen
    return seen + _unknown(link, normal.text, claimed, directory)


def _unknown(link: Link, text: str, claimed: tuple[str, ...], directory: Directory) -> list[Seen]:
    """Return what speaks against a link that is nobody's known one."""
    seen: list[Seen] = []
    domain = hosts.registrable(link.host)
    is_short = domain in hosts.SHORTENERS or link.host in hosts.SHORTENERS
    is_shared = domain in hosts.SHARED_HOSTS or link.host in hosts.SHARED_HOSTS
    is_cheap = hosts.ending_of(domain) in hosts.CHEAP_ENDINGS
    if _offers_app(link, text, is_cheap=is_cheap):
        seen.append(_seen("link-app-download", link))
    if is_short:
        seen.append(_seen("link-shortener", link, _short_detail(link.host)))
    if is_short or is_shared:
        return seen
    if is_cheap:
        seen.append(_seen("link-odd-ending", link))
    speaks = directory.speaks_for(text) if claimed else ()
    brand = _imitated(link.host, domain, speaks, directory, is_cheap=is_cheap)
    if brand:
        seen.append(_seen("link-lookalike", link, _brand_detail(link.host, brand, directory)))
    elif owner := _site_of_claimed(speaks, directory):
        detail = _elsewhere_detail(domain, owner, directory)
        seen.append(_seen("link-unofficial-for-claimed", link, detail))
    return seen


def _imitated(
    host: str, domain: str, speaks: tuple[str, ...], directory: Directory, *, is_cheap: bool
) -> Brand | None:
    """Return whose name the host borrows."""
    brands = directory.brands
    label = domain.split(".", maxsplit=1)[0]
    is_coded = label.startswith("xn--")
    if is_coded:
        label = _folded(label) or label
    if same := brands.same(label):
        return same if is_cheap or is_coded else None
    if found := brands.imitated(label, speaks):
        is_branch = found.kind is InstitutionKind.TELECOM and found.label.isdecimal()
        if not is_branch or is_cheap:
            return found
    return _borrowed_in_front(host, domain, directory, is_cheap=is_cheap)


def _borrowed_in_front(
    host: str, domain: str, directory: Directory, *, is_cheap: bool
) -> Brand | None:
    """Return whose official domain, or name on a throw-away site, stands in front of a domain."""
    front = host.removesuffix(domain).rstrip(".").replace("-", ".")
    hyphened = domain.split(".", maxsplit=1)[0].split("-")
    labels = [each for each in front.split(".") if each] + hyphened[: len(hyphened) - 1]
    for index in range(len(labels) - 1):
        for size in (2, 3):
            owned = directory.owned_domain(".".join(labels[index : index + size]))
            if owned and owned[2] is not Grade.LOW:
                institution = directory.institutions[owned[1][0]]
                return Brand(owned[0], institution.id, institution.kind)
    if is_cheap:
        return next(filter(None, map(directory.brands.same, labels)), None)
    return None


def _imitation(
    link: Link,
    foreign: str,
    owned: tuple[str, tuple[str, ...], Grade] | None,
    claimed: tuple[str, ...],
    directory: Directory,
) -> list[Seen]:
    """Return a look-alike written with letters of another script."""
    if owned:
        owner = owned[1][0]
        brand = Brand(owned[0], owner, directory.institutions[owner].kind)
    else:
        label = hosts.registrable(link.host).split(".", maxsplit=1)[0]
        found = directory.brands.same(label) or directory.brands.imitated(label, claimed)
        if found is None:
            return []
        brand = found
    return [_seen("link-lookalike", link, _brand_detail(foreign, brand, directory))]


def _foreign_letters(link: Link, normal: Normalised) -> str:
    """Return the host as received when it is written with letters of another script, else ""."""
    if normal.source.isascii():
        return ""
    if normal.source.lower().count(link.host) >= normal.text.count(link.host):
        return ""
    received = normal.original(*link.host_at)
    if received.isascii():
        return ""
    host = unicodedata.normalize("NFKC", received).lower()
    if any(each.isalpha() and not each.isascii() and not _says_nothing(each) for each in host):
        return host
    return ""


def _says_nothing(letter: str) -> bool:
    """Tell whether a letter is Chinese (点 for a dot) or has no shape of its own."""
    return "\u3400" <= letter <= "\u9fff" or letter in "\u115f\u1160\u3164"


def _folded(label: str) -> str:
    """Return an xn-- label as it is shown, in plain letters, or ""."""
    try:
        shown = idna.decode(label)
    except idna.IDNAError:
        try:
            shown = label.removeprefix("xn--").encode().decode("punycode")
        except (UnicodeError, ValueError):
            return ""
    decomposed = unicodedata.normalize("NFKD", shown.translate(_CYRILLIC_AND_GREEK))
    return "".join(each for each in decomposed if each.isascii() and each != " ")


_CYRILLIC_AND_GREEK = str.maketrans(
    "авсеһіјкӏмнорԛѕтԝхуαβεικνορτυχԁɡɩɑ", "abcehijklmhopqstwxyabeiknoptuxdgia"
)


def _offers_app(link: Link, text: str, *, is_cheap: bool) -> bool:
    """Tell whether a link is an app, or a throw-away site that offers one."""
    if ".apk" in link.path or ".apk" in link.host:
        return True
    if not is_cheap:
        return False
    near = text[max(0, link.start - _NEAR) : link.end + _NEAR]
    return _APP_NEAR.search(near) is not None


def _proves(
    owners: tuple[str, ...], claimed: tuple[str, ...], text: str, directory: Directory
) -> bool:
    """Tell whether an official link speaks for the message.

    It does where it belongs to those the message names. Where it speaks for nobody, platforms
    prove nothing: anybody can sell or write there.
    """
    if claimed:
        if directory.are_related(owners, claimed):
            return True
        if directory.speaks_for(text):
            return False
    kinds = {directory.institutions[each].kind for each in owners}
    return InstitutionKind.PAYMENT_PLATFORM not in kinds


def _site_of_claimed(speaks: tuple[str, ...], directory: Directory) -> str:
    """Return the institution the message speaks for whose site is known, or ""."""
    for each in speaks:
        if directory.institutions[each].kind in _KNOWN_BY_SITE and directory.domain_of(each):
            return each
    return ""


def _seen(sign: str, link: Link, detail: Text | None = None) -> Seen:
    return Seen(sign, link.start, link.end, Where.TEXT, detail)


def _raw_address(start: int, end: int, address: str) -> Seen:
    detail = Text(
        zh=f"链接里没有网站的名字，只有一串数字：{address}。",
        en=f"The link has no name of a site, only a number: {address}.",
    )
    return Seen("link-raw-ip", start, end, Where.TEXT, detail)


def _user_detail(shown: str, host: str) -> Text:
    shown, host = shown[:_SHOWN], host[:_SHOWN]
    return Text(
        zh=f"前面写着 {shown}，其实会打开 {host}。",
        en=f"It begins with {shown}, but it opens {host}.",
    )


def _owner_detail(domain: str, owner: str, directory: Directory) -> Text:
    name = directory.name_of(owner)
    return Text(zh=f"{domain} 是{name.zh}的网站。", en=f"{domain} is a site of {name.en}.")


def _fake_detail(domain: str, owner: str, directory: Directory, *, is_clone: bool) -> Text:
    name = directory.name_of(owner)
    if is_clone:
        return Text(
            zh=f"{domain} 照搬了{name.zh}的网页，但不是它的网站。",
            en=f"{domain} shows pages copied from {name.en} and is not its site.",
        )
    return Text(
        zh=f"{domain} 是已经公布过的假网站，冒充{name.zh}。",
        en=f"{domain} is a documented false site that poses as {name.en}.",
    )


def _short_detail(host: str) -> Text:
    return Text(
        zh=f"{host} 是缩短的链接，看不出会打开哪里。",
        en=f"{host} is a shortened link; it does not show where it leads.",
    )


def _brand_detail(shown: str, brand: Brand, directory: Directory) -> Text:
    name = directory.name_of(brand.institution)
    official = directory.domain_of(brand.institution)
    shown = shown[:_SHOWN]
    if not official:
        return Text(
            zh=f"{shown} 看着像{name.zh}的，其实不是。",
            en=f"{shown} looks like {name.en} and is not.",
        )
    return Text(
        zh=f"{shown} 看着像{name.zh}的网站，真的是 {official}。",
        en=f"{shown} looks like the site of {name.en}, which is {official}.",
    )


def _elsewhere_detail(domain: str, owner: str, directory: Directory) -> Text:
    name = directory.name_of(owner)
    official = directory.domain_of(owner)
    return Text(
        zh=f"自称{name.zh}，链接却通到 {domain[:_SHOWN]}；它的网站是 {official}。",
        en=f"It speaks for {name.en}, but leads to {domain[:_SHOWN]}; the site is {official}.",
    )
