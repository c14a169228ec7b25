"""Who is who: institutions by the names, numbers and domains that a message may use.

Built once from a knowledge pack. It answers three questions about normalised text: whom does it
name, for whom does it speak, and to whom does a number or a domain belong.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from msgspec import Struct

from guardian_app.engine.brands import Brands
from guardian_app.engine.names import Names
from guardian_app.engine.normalise import Normaliser
from guardian_app.model import CallBack, Domain, Fake, Grade, Institution, Knowledge, Text

# Names that also occur inside other words, with the letters that show it: 北京东路, 提交行程.
_NOT_AFTER = {
    "京东": "北南",
    "工行": "员施手职",
    "交行": "提社外",
    "建行": "新组基",
    "微信客服": "的加系",
    "微信官方": "注的加",
}
_NOT_BEFORE = "为业政程动李情使驶走列间"

# What stands before a name when somebody speaks for it, or is told to have done so.
_SPEAKS_BEFORE = re.compile(
    r"(?:(?:我们?|这里|这边|这|说|他|她|咱们?)是|自称是?|说自己是|冒充|谎称是?"
    r"|来自|接到|代表|假装|尊敬的|亲爱的)(?:您的?|你们?|一名|中国|个|咱们)?$"
    r"|\b(?:this is|(?:i am|i'm|we are|we're|he was|she was|they were|calling) (?:calling )?"
    r"(?:from|with)|i am|we are|on behalf of|claim(?:s|ed|ing)? to be(?: from)?"
    r"|said (?:he|she|they) (?:was|were|is) from|dear|pretend(?:s|ed|ing)? to be"
    r"|someone from|call from) (?:the |your |a |an )?$"
)
# … and after it.
_SPEAKS_AFTER = re.compile(
    r"(?:信用卡|手机银行|网银|财险|车险|保险|支付|平台|商城|金融|集团|总部|官方){0,2}的?"
    r"(?:客服|客户服务|服务中心|中心|专员|工作人员|业务员|理赔|公司|总公司|分公司|支行|分行|风控|安全"
    r"|官方|提醒|温馨提示|通知您?|用户|客户|会员)"
    r"|(?:'s)? (?:customer|support|security|fraud|claims?|help ?desk|service|hotline|alert|staff"
    r"|representative|agent|officer|user|member)\b"
    r"|:"
)
# A name after these words is where to go, not who speaks.
_GO_THERE = re.compile(
    r"(?:拨打|致电|咨询|下载|登录|登陆|通过|关注|打开|前往|(?<![接收])到|去|或|在|找)(?:您的?|中国)?$"
)
_WE = re.compile(r"我行|本行|我司|本公司|我公司")
_OPENS = "【[〔"
_CLOSES = "】]〕"
_SIGNATURE_REACH = 14
_TAIL = re.compile(r"[^\w]*(?:信用卡中心|信用卡|客服中心|客服|官方|中心)?[^\w]*$")
_SIGNING = re.compile(r"[-,.!\n]\s*$")
# Shorter texts that end in a name are talk, not a signature.
_SIGNED_LENGTH = 20
_LEGAL_FORM = re.compile(r"\(.*?\)|股份有限公司|有限责任公司|有限公司")


class Mention(Struct, frozen=True):
    """A name in normalised text: whose it is, where, and whether the message speaks for them."""

    institutions: tuple[str, ...]
    start: int
    end: int
    speaks: bool


def digits_of(number: str) -> str:
    """Return the digits of a number as written, without a leading 00 or 86."""
    digits = "".join(each for each in number if each.isdecimal() and each.isascii())
    digits = digits.removeprefix("00")
    if digits.startswith("86") and len(digits) > 6:  # noqa: PLR2004 - 86 and a short number
        digits = digits[2:]
    return digits


class Directory:
    """The institutions of one knowledge pack, indexed by everything a message may show of them."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Index ``knowledge``."""
        self.institutions = {each.id: each for each in knowledge.institutions}
        self._owners_of_alias = self._index_aliases(Normaliser(knowledge.letters))
        # Each part of the engine asks about the same text; the last answer is kept for them.
        self._last: tuple[str, tuple[Mention, ...]] = ("", ())
        self._names = Names(self._owners_of_alias)
        self._numbers: dict[str, list[str]] = defaultdict(list)
        self._domains: dict[str, list[tuple[str, Domain]]] = defaultdict(list)
        for institution in knowledge.institutions:
            for hotline in institution.hotlines:
                for digits in _spellings(hotline.number, institution.country):
                    self._numbers[digits].append(institution.id)
            for domain in institution.domains:
                self._domains[domain.name].append((institution.id, domain))
        self._fake_domains = {each.value: each for each in knowledge.fakes if each.kind != "number"}
        self._fake_numbers = {
            digits_of(each.value): each for each in knowledge.fakes if each.kind == "number"
        }

    @cached_property
    def brands(self) -> Brands:
        """Return what look-alike domains imitate."""
        return Brands(self.institutions.values())

    def forget(self) -> None:
        """Drop what was kept of the last text."""
        self._last = ("", ())

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Return every name in normalised ``text``, in order."""
        last = self._last
        if last[0] == text:
            return last[1]
        found = self._names.find(text)
        for_all = bool(found) and _WE.search(text) is not None
        mentions = tuple(
            Mention(self._owners_of_alias[name], start, end, for_all or _speaks(text, start, end))
            for name, start, end in found
            if not _is_inside_word(name, text, start, end)
        )
        self._last = (text, mentions)
        return mentions

    def claimed(self, text: str) -> tuple[str, ...]:
        """Return whom ``text`` speaks for, then whom it merely names; ids, each once."""
        mentions = self.mentions(text)
        return _ids((each for each in mentions if each.speaks), mentions) if mentions else ()

    def speaks_for(self, text: str) -> tuple[str, ...]:
        """Return the ids of those ``text`` speaks for."""
        return _ids(each for each in self.mentions(text) if each.speaks)

    def owners_of_number(self, number: str) -> tuple[str, ...]:
        """Return who is known to use ``number`` as a hotline."""
        return tuple(self._numbers.get(digits_of(number), ()))

    def owned_domain(self, host: str) -> tuple[str, tuple[str, ...], Grade] | None:
        """Return the known domain that ``host`` belongs to, its owners and its best grade."""
        for name in _parents(host):
            if rows := self._domains.get(name):
                grades = {domain.grade for _, domain in rows}
                best = next(grade for grade in Grade if grade in grades)
                return name, tuple(dict.fromkeys(owner for owner, _ in rows)), best
        return None

    def fake_domain(self, host: str) -> Fake | None:
        """Return the documented fake that ``host`` belongs to."""
        return next(
            (self._fake_domains[n] for n in _parents(host) if n in self._fake_domains), None
        )

    def fake_number(self, number: str) -> Fake | None:
        """Return the documented fake that ``number`` is."""
        return self._fake_numbers.get(digits_of(number))

    def are_related(self, one: Iterable[str], other: Iterable[str]) -> bool:
        """Tell whether two sets of ids share a firm or a house (a hotline, a domain, a name)."""
        others = {house for each in other for house in self._houses.get(each, (each,))}
        return any(house in others for each in one for house in self._houses.get(each, (each,)))

    def numbers_of(self, institution: Institution) -> tuple[str, ...]:
        """Return the hotlines of ``institution`` that may be named to a person."""
        return tuple(each.number for each in institution.hotlines if each.offer is not CallBack.NO)

    def domain_of(self, institution_id: str) -> str:
        """Return the site of an institution that may be named to a person, or ""."""
        domains = self.institutions[institution_id].domains
        return next((each.name for each in domains if each.grade is not Grade.LOW), "")

    def name_of(self, institution_id: str) -> Text:
        """Return the name that a person knows an institution by."""
        return self._shown.get(institution_id) or Text(zh=institution_id, en=institution_id)

    @cached_property
    def _shown(self) -> dict[str, Text]:
        return {each.id: _short_name(each) for each in self.institutions.values()}

    def _index_aliases(self, normalise: Normaliser) -> dict[str, tuple[str, ...]]:
        owners: dict[str, list[str]] = defaultdict(list)
        for institution in self.institutions.values():
            for alias in institution.aliases:
                name = normalise(alias).text.strip()
                if institution.id not in owners[name]:
                    owners[name].append(institution.id)
        return {name: tuple(ids) for name, ids in owners.items() if name}

    @cached_property
    def _houses(self) -> dict[str, frozenset[str]]:
        """Return the marks by which firms of one house know each other."""
        marks: dict[str, set[str]] = {each: {each} for each in self.institutions}
        for number, ids in self._numbers.items():
            for each in ids:
                marks[each].add(number)
        for domain, rows in self._domains.items():
            for each, _ in rows:
                marks[each].add(domain)
        for name, owners in self._owners_of_alias.items():
            if len(owners) > 1:
                for each in owners:
                    marks[each].add(name)
        for institution in self.institutions.values():
            for other in filter(None, (institution.successor, institution.predecessor)):
                marks[institution.id].add(other)
        return {each: frozenset(found) for each, found in marks.items()}


def _spellings(number: str, country: str) -> Iterator[str]:
    digits = digits_of(number)
    yield digits
    codes = {"HK": "852", "SG": "65", "GB": "44", "US": "1"}
    code = codes.get(country, "")
    if code and number.startswith(("+", "1-")):
        yield digits.removeprefix(code)


def _parents(host: str) -> Iterator[str]:
    """Return ``host`` and each domain above it, down to two labels."""
    yield host
    start = host.find(".") + 1
    while start and "." in host[start:]:
        yield host[start:]
        start = host.find(".", start) + 1


def _ids(*groups: Iterable[Mention]) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            each for group in groups for mention in group for each in mention.institutions
        )
    )


def _is_inside_word(name: str, text: str, start: int, end: int) -> bool:
    before = text[start - 1 : start]
    if before and before in _NOT_AFTER.get(name, ""):
        return True
    after = text[end : end + 1]
    return bool(after) and name[-1] == "行" and after in _NOT_BEFORE


def _speaks(text: str, start: int, end: int) -> bool:
    """Tell whether the message speaks for the name at ``start`` to ``end``, or is told to."""
    before = text[max(0, start - _SIGNATURE_REACH) : start]
    after = text[end : end + _SIGNATURE_REACH]
    if _is_signature(before, after) or (start == 0 and after[:1] in {":", ","}):
        return True
    if _GO_THERE.search(before):
        return False
    is_desk = text.endswith("客服", start, end) or _SPEAKS_AFTER.match(after) is not None
    if is_desk or _SPEAKS_BEFORE.search(before):
        return True
    if len(text) < _SIGNED_LENGTH or not _TAIL.match(text, end):
        return False
    return not text[start].isascii() or _SIGNING.search(before) is not None


def _is_signature(before: str, after: str) -> bool:
    """Tell whether a name stands in brackets, as senders sign."""
    opened = max(before.rfind(each) for each in _OPENS)
    if opened < 0 or any(each in before[opened:] for each in _CLOSES):
        return False
    return any(each in after for each in _CLOSES)


def _short_name(institution: Institution) -> Text:
    """Return the first name that is not the legal one."""
    legal = institution.name.zh
    others = (each for each in institution.aliases if each != legal and not each.isascii())
    short = next(others, legal)
    return Text(zh=_LEGAL_FORM.sub("", short), en=institution.name.en)
