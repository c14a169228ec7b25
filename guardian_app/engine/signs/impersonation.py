"""Impersonation: the message speaks for somebody, but does not do it their way.

A number that is not theirs, a request that they never make, a desk that moves to a private chat.
Asked only when a name stands in the text.
"""

import re

from guardian_app.engine.directory import Directory, Mention, digits_of
from guardian_app.engine.signs.seen import Seen
from guardian_app.model import Grade, InstitutionKind, Text, Where

_PHONE = re.compile(
    r"(?<![\d.\w])(?:\+?86[- ]?)?(?P<number>400[- ]?\d{3}[- ]?\d{4}|400[- ]?\d{4}[- ]?\d{3}"
    r"|1[3-9]\d[- ]?\d{4}[- ]?\d{4}|0\d{2,3}[- ]?\d{7,8}|9[56]\d{3,6}|123\d{2}|1\d{4}"
    r"|\+852 ?\d{4} ?\d{4})(?![\d\w.])",
    re.ASCII,
)
_HAS_PHONE = re.compile(r"\d{5}|\d{3}[- ]\d{3,4}")
# Forms that a firm does not give out as its hotline: mobiles, and 400 numbers and 95-numbers that
# are not its own. A landline is how every branch is reached.
_NOT_A_BRANCH = re.compile(r"1[3-9]\d{9}|400\d{7}|95[0-7]\d{2,5}")
_CALL_NOW = re.compile(
    r"(?:拨打|致电|来电|回电|回拨|联系|咨询|打电话|拨|电询|电话(?:联系|咨询|核实|确认|办理|取消))[^。!?;\n\d]{0,14}$"
    r"|\b(?:call|dial|ring|contact|phone)\b[^.!?;\n\d]{0,30}$"
)
_CALL_REACH = 40

# What the institutions of a kind never ask for, by the sign that saw it being asked. The sentence
# goes after the name.
_ANYBODY = {
    "asks-screen-share": Text(zh="不会让您共享屏幕", en="never asks you to share your screen"),
    "asks-remote-control": Text(zh="不会远程操作您的手机", en="never takes control of your phone"),
    "asks-safe-account": Text(zh="没有“安全账户”", en="has no “safe account”"),
    "asks-verification-transfer": Text(
        zh="不会让您转账来核实", en="never has you transfer money to verify anything"
    ),
    "asks-personal-transfer": Text(
        zh="不会让您把钱转给个人", en="never has you pay a private person"
    ),
    "asks-fee-to-receive": Text(zh="付给您钱之前不收费", en="takes no fee before it pays you"),
    "asks-unfreeze-deposit": Text(
        zh="不收保证金、解冻金", en="takes no deposit and no unfreezing money"
    ),
    "asks-otp": Text(zh="不会问您验证码", en="never asks you for a code"),
    "asks-password": Text(zh="不会问您密码", en="never asks for your password"),
    "asks-hand-over-phone": Text(zh="不会要走您的手机", en="never asks for your phone"),
    "asks-premium-to-person": Text(
        zh="不会让您把保费交给个人", en="never has you pay a premium to a private person"
    ),
    "asks-cash-handover": Text(
        zh="不会上门收现金、收银行卡", en="never collects cash or bank cards at your door"
    ),
    "asks-block-insurer": Text(zh="不会让您拉黑客服电话", en="never tells you to block a hotline"),
}
# … and of authorities only.
_OFFICIAL = {
    "asks-join-meeting": Text(
        zh="不在网上会议室里办案、办业务", en="handles no case in an online meeting"
    ),
    "secrecy-keep-quiet": Text(
        zh="不会要您瞒着家人", en="never asks you to keep things from your family"
    ),
    "secrecy-isolated-place": Text(
        zh="不会要您躲到没人的地方", en="never tells you to go where nobody is"
    ),
}
# What makes a link to somewhere else more than a partner's page: a trouble or a gain that only the
# institution itself could know of, or a secret asked for.
_DRAWS_TO_A_LINK = frozenset(
    [
        "claims-account-abnormal",
        "claims-expiry-reactivate",
        "claims-points-expiring",
        "claims-refund-due",
        "claims-benefit-waiting",
        "claims-insurance-expired",
        "claims-charge-imminent",
        "claims-credit-harm",
        "claims-opened-by-mistake",
        "claims-policy-problem",
        "claims-legal-threat",
        "claims-prize",
        "asks-otp",
        "asks-password",
        "asks-card-number",
        "asks-id-number",
    ]
)
_MAY_LEND_A_NAME = frozenset({InstitutionKind.INTERMEDIARY})

_PRIVATE_CHAT = re.compile(
    r"(?:添?加|联系)(?:一?下)?(?:我们?的?|[他她您]的|客服(?:人员)?|专员|老师|经理|主任|工作人员|理赔员|警官)?"
    r"的?(?:私人|个人|工作)?(?:微信|qq|扣扣|vx|v信|薇信|whatsapp|telegram)"
    r"|(?:微信|qq|扣扣|vx|whatsapp|telegram)[号码是为]{0,2}:?[a-z0-9_+-]{6,20}"
    r"|\badd (?:me|us|our (?:agent|officer|staff)|him|her) on (?:wechat|whatsapp|qq|telegram)\b"
    r"|\b(?:chat|contact (?:me|us)|continue) (?:on|over|via) (?:whatsapp|telegram|wechat)\b"
)
_HAS_CHAT = re.compile(r"微信|qq|扣扣|vx|v信|薇信|wechat|whatsapp|telegram")
_PUBLIC_ACCOUNT = re.compile(
    r"公众号|服务号|订阅号|官方微信|微信官方|官微|小程序|关注|企业微信|搜索|official account"
)
_NEAR = 16
_DESK = re.compile(
    r"客服|客户服务|中心|官方|总部|公司|风控|理赔|安全|监管|公安|反诈|法院|[【\[〔]"
    r"|customer|support|service|security|officer|department|team|desk"
)
_AGENT = re.compile(r"业务员|代理人|顾问|客户经理|理财经理|\bagent\b|\badviser\b|\badvisor\b")


def find_impersonation(
    text: str, claimed: tuple[str, ...], counted: list[Seen], directory: Directory
) -> list[Seen]:
    """Return what in normalised ``text`` does not fit those it speaks for.

    ``claimed`` are the ids that the text names, ``counted`` the sightings that count so far.
    """
    if not claimed:
        return []
    seen_signs = {each.sign for each in counted}
    return [
        *_words(text, claimed, seen_signs, directory),
        *(_links(counted) if seen_signs & _DRAWS_TO_A_LINK else ()),
    ]


def _links(counted: list[Seen]) -> list[Seen]:
    """Return the links that lead away from whom the message speaks for."""
    return [
        Seen("impersonation-link", each.start, each.end, Where.TEXT, each.detail)
        for each in counted
        if each.sign == "link-unofficial-for-claimed"
    ]


def _words(
    text: str, claimed: tuple[str, ...], seen_signs: set[str], directory: Directory
) -> list[Seen]:
    asked = [each for each in (*_ANYBODY, *_OFFICIAL) if each in seen_signs]
    has_phone = _HAS_PHONE.search(text) is not None
    has_chat = _HAS_CHAT.search(text) is not None
    if not (asked or has_phone or has_chat):
        return []
    speaking = [each for each in directory.mentions(text) if each.speaks]
    seen = _numbers(text, claimed, speaking, directory) if has_phone else []
    if speaking and asked:
        seen += _request(speaking[0], asked, directory)
    if speaking and has_chat:
        seen += _chat(text, speaking[0], directory)
    return seen


def _numbers(
    text: str, claimed: tuple[str, ...], speaking: list[Mention], directory: Directory
) -> list[Seen]:
    """Return which numbers in the text belong to those named, and which are foreign to them."""
    seen: list[Seen] = []
    speaker = _speaker_with_hotline(speaking, directory)
    for match in _PHONE.finditer(text):
        start, end = match.span("number")
        owners = directory.owners_of_number(match.group("number"))
        if owners:
            if directory.are_related(owners, claimed) and _is_attested(owners, directory):
                detail = _own_detail(match.group("number"), owners, claimed, directory)
                seen.append(Seen("genuine-official-number", start, end, Where.TEXT, detail))
            continue
        digits = digits_of(match.group("number"))
        before = text[max(0, start - _CALL_REACH) : start]
        if speaker and _NOT_A_BRANCH.fullmatch(digits) and _CALL_NOW.search(before):
            detail = _other_number_detail(match.group("number"), speaker, directory)
            seen.append(Seen("impersonation-number", start, end, Where.TEXT, detail))
    return seen


def _speaker_with_hotline(speaking: list[Mention], directory: Directory) -> str:
    """Return whom the message speaks for if their hotline is well attested, or ""."""
    for mention in speaking:
        for each in mention.institutions:
            if directory.numbers_of(directory.institutions[each]):
                return each
    return ""


def _is_attested(owners: tuple[str, ...], directory: Directory) -> bool:
    return any(
        hotline.grade is not Grade.LOW
        for owner in owners
        for hotline in directory.institutions[owner].hotlines
    )


def _request(mention: Mention, asked: list[str], directory: Directory) -> list[Seen]:
    """Return the first thing asked for that the speaker never asks for."""
    owner = mention.institutions[0]
    kind = directory.institutions[owner].kind
    never = _ANYBODY | _OFFICIAL if kind is InstitutionKind.REGULATOR else _ANYBODY
    if kind in _MAY_LEND_A_NAME:
        return []
    for sign in asked:
        if sign in never:
            name = directory.name_of(owner)
            detail = Text(zh=f"{name.zh}{never[sign].zh}。", en=f"{name.en} {never[sign].en}.")
            return [Seen("impersonation-request", mention.start, mention.end, Where.TEXT, detail)]
    return []


def _chat(text: str, mention: Mention, directory: Directory) -> list[Seen]:
    """Return the place where a desk moves the talk to a private account."""
    if not _DESK.search(text) or _AGENT.search(text):
        return []
    match = _PRIVATE_CHAT.search(text)
    if match is None:
        return []
    near = text[max(0, match.start() - _NEAR) : match.end() + _NEAR]
    if _PUBLIC_ACCOUNT.search(near):
        return []
    name = directory.name_of(mention.institutions[0])
    detail = Text(
        zh=f"{name.zh}的人办事不用私人微信或QQ。",
        en=f"{name.en} does not do business over a private chat account.",
    )
    return [Seen("impersonation-im", match.start(), match.end(), Where.TEXT, detail)]


def _own_detail(
    number: str, owners: tuple[str, ...], claimed: tuple[str, ...], directory: Directory
) -> Text:
    owner = next((each for each in owners if each in claimed), owners[0])
    name = directory.name_of(owner)
    if number not in directory.numbers_of(directory.institutions[owner]):
        return Text(
            zh=f"{number} 像是{name.zh}的电话，但没有核实。请打您保单上的号码。",
            en=f"{number} may be a number of {name.en}; not confirmed. Dial your policy's.",
        )
    return Text(
        zh=f"{number} 是{name.zh}的电话。照样自己拨打，不要点短信里的号码。",
        en=f"{number} is a number of {name.en}. Still dial it yourself.",
    )


def _other_number_detail(number: str, speaker: str, directory: Directory) -> Text:
    name = directory.name_of(speaker)
    known = directory.numbers_of(directory.institutions[speaker])[0]
    return Text(
        zh=f"让您打 {number}；已知的{name.zh}电话是 {known}。",
        en=f"It has you call {number}; the number known for {name.en} is {known}.",
    )
