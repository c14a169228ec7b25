"""What look-alike domains imitate: the names of official domains, and hotlines used as names.

A fake changes a letter for one that looks the same (``1cbc``), puts a word beside the name
(``icbc-safe``), or mistypes it by one letter (``taikanq``). Official domains are checked before
this is asked, since many of them are only a letter apart.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct

from guardian_app.model import Institution, InstitutionKind


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Letters that look alike, as one letter each; "rn" and "vv" look like one letter.
_LOOKS = str.maketrans("0135i", "olesl")
# Words that fakes put beside a name. Others beside a name are most likely another firm.
AFFIXES = _words(
    "safe safety anquan bank banks pay payment wap mobile online login signin service "
    "services kefu web net vip card cards jifen hk cn china com app apps ebank bx ins "
    "baoxian tuibao bao life insurance licai kf sj www my user users account accounts verify "
    "secure security check update help center centre club shop mall credit xyk info points "
    "point gift hd huodong duihuan dh 365 red hongbao claim claims lipei refund member "
    "members zx official guanfang support portal policy baodan gov org og wx weixin sms id "
    "auth renew gr personal per loan daikuan"
)
# Names of official sites that are also everyday words.
_EVERYDAY = _words(
    "income farmers foremost nationwide hanover lemonade hippo kemper progressive directline "
    "erieinsurance aaa allstate mercury safeco pure"
)
# From this length a name is compared by single mistyped letters, and is found inside a longer one.
_MISTYPED = 7
_CLAIMED_MISTYPED = 5
_INSIDE = 4
_BESIDE = 3
# Lookalike letters: shorter names meet by chance.
_SHAPED = 4
_HOTLINE_DIGITS = 5
_ROUND_NUMBERS = frozenset({"10000"})
_RUN_OF_DIGITS = re.compile(r"\d{5,10}")


class Brand(Struct, frozen=True):
    """A name that domains imitate, and whose it is."""

    label: str
    institution: str
    kind: InstitutionKind


class Brands:
    """All names worth imitating, ready to be compared with a domain."""

    def __init__(self, institutions: Iterable[Institution]) -> None:
        """Collect the names of official domains and the hotlines of ``institutions``."""
        self._labels: dict[str, Brand] = {}
        self._hotlines: dict[str, Brand] = {}
        self._shapes: dict[str, Brand] = {}
        self._shortened: dict[str, list[Brand]] = defaultdict(list)
        for institution in institutions:
            for domain in institution.domains:
                label = domain.name.split(".", maxsplit=1)[0]
                self._add(Brand(label, institution.id, institution.kind))
            for hotline in institution.hotlines:
                digits = hotline.number.replace("-", "")
                if (
                    len(digits) >= _HOTLINE_DIGITS
                    and digits.isdecimal()
                    and digits not in _ROUND_NUMBERS
                ):
                    brand = Brand(digits, institution.id, institution.kind)
                    self._hotlines.setdefault(digits, brand)

    def _add(self, brand: Brand) -> None:
        if brand.label in self._labels or brand.label in _EVERYDAY or brand.label.isdecimal():
            return
        self._labels[brand.label] = brand
        self._shapes.setdefault(shape(brand.label), brand)
        if len(brand.label) >= _CLAIMED_MISTYPED:
            for each in _without_one(brand.label):
                self._shortened[each].append(brand)

    def same(self, label: str) -> Brand | None:
        """Return the brand that is written exactly so, under whatever ending."""
        return self._labels.get(label) or self._hotlines.get(label)

    def imitated(self, label: str, claimed: Iterable[str] = ()) -> Brand | None:
        """Return the brand that ``label`` imitates without being it, or None."""
        return self._by_shape(label) or self._by_word_beside(label) or self._by_slip(label, claimed)

    def _by_shape(self, label: str) -> Brand | None:
        for part in (label.replace("-", ""), *label.split("-")):
            brand = self._shapes.get(shape(part))
            if (
                brand
                and part != brand.label
                and len(part) >= _SHAPED
                and not _is_hyphenation(part, brand)
            ):
                return brand
        return None

    def _by_word_beside(self, label: str) -> Brand | None:
        for run in _RUN_OF_DIGITS.finditer(label):
            brand = self._hotlines.get(run.group())
            if brand and run.group() != label:
                return brand
        parts = label.split("-")
        if len(parts) > 1:
            for index, part in enumerate(parts):
                brand = self._labels.get(part)
                others = parts[:index] + parts[index + 1 :]
                if brand and all(_is_affix(each) for each in others):
                    return brand
        plain = label.replace("-", "")
        for size in range(_INSIDE, len(plain)):
            for name, rest in ((plain[:size], plain[size:]), (plain[-size:], plain[:-size])):
                brand = self._labels.get(name)
                if brand and len(rest) >= _BESIDE and _is_affix(rest):
                    return brand
        return None

    def _by_slip(self, label: str, claimed: Iterable[str]) -> Brand | None:
        if len(label) < _CLAIMED_MISTYPED:
            return None
        owners = set(claimed)
        for short in (label, *_without_one(label)):
            for brand in self._shortened.get(short, ()):
                least = _CLAIMED_MISTYPED if brand.institution in owners else _MISTYPED
                if len(brand.label) >= least and _is_one_slip(label, brand.label):
                    return brand
            brand_ = self._labels.get(short)
            if brand_ and len(brand_.label) >= _MISTYPED and _is_one_slip(label, brand_.label):
                return brand_
        return None


def shape(label: str) -> str:
    """Return ``label`` as the eye takes it: digits as letters, hyphens away."""
    return label.replace("-", "").translate(_LOOKS).replace("rn", "m").replace("vv", "w")


@lru_cache(maxsize=1024)
def _is_affix(rest: str) -> bool:
    return (
        rest in AFFIXES
        or rest.isdecimal()
        or any(rest[:at] in AFFIXES and rest[at:] in AFFIXES for at in range(1, len(rest)))
    )


def _is_hyphenation(part: str, brand: Brand) -> bool:
    return part == brand.label.replace("-", "")


def _without_one(word: str) -> Iterator[str]:
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]


def _is_one_slip(one: str, other: str) -> bool:
    """Tell whether one letter was added, left out, changed, or two neighbours were swapped."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    left, right = one[start:], other[start:]
    if len(one) == len(other):
        swapped = left[:2] == right[1::-1] and left[2:] == right[2:]
        return left[1:] == right[1:] or swapped
    return left[1:] == right if len(one) > len(other) else left == right[1:]
