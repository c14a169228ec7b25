"""The sender: what the form of a number or of a sender's name can show.

No number gives a pass, "+86" alone is no alarm, and nothing here says that a hotline never calls
unless the number table does.
"""

import re
import unicodedata

from guardian_app.engine.directory import Directory, digits_of
from guardian_app.engine.signs.seen import Seen
from guardian_app.model import Channel, NumberForm, NumberKind, Text, Where

_MARKS = re.compile(r"[\s()\-.·/]")
_NUMBER = re.compile(r"\+?\d{3,20}")
# A domestic short service number: 110, 955xx, 96110, 123xx, 100xx.
_SHORT = re.compile(r"1(?:10|19|20|22)|9[56]\d{3,4}|123\d{2}|100\d{2}")
_MAINLAND = "86"
# What a desk calls itself; a licensed agent with an own mobile does not.
_DESK = re.compile(
    r"客服|客户服务|中心|官方|总部|总公司|风控|理赔部|安全部|监管|公安|反诈"
    r"|[【\[〔][^】\]〕]{2,16}[】\]〕]"
    r"|customer (?:service|care|support)|help ?desk|fraud (?:team|department)|head ?quarters"
    r"|security team"
)
_AGENT = re.compile(
    r"业务员|代理人|保险顾问|理财顾问|客户经理|服务专员|业务经理|理财经理"
    r"|\b(?:agent|adviser|advisor)\b"
)
_HONG_KONG = re.compile(r"香港|港币|港元|hong ?kong|hk\$|hkd|\bhk\b|\+?852")

# Where a country code belongs, for the sentence that a person reads.
_PLACES = {
    852: Text(zh="香港", en="Hong Kong"),
    853: Text(zh="澳门", en="Macau"),
    886: Text(zh="台湾", en="Taiwan"),
    1: Text(zh="美国或加拿大", en="the United States or Canada"),
    44: Text(zh="英国", en="the United Kingdom"),
    65: Text(zh="新加坡", en="Singapore"),
    60: Text(zh="马来西亚", en="Malaysia"),
    855: Text(zh="柬埔寨", en="Cambodia"),
    95: Text(zh="缅甸", en="Myanmar"),
    66: Text(zh="泰国", en="Thailand"),
    63: Text(zh="菲律宾", en="the Philippines"),
    84: Text(zh="越南", en="Vietnam"),
    856: Text(zh="老挝", en="Laos"),
    81: Text(zh="日本", en="Japan"),
    82: Text(zh="韩国", en="South Korea"),
    61: Text(zh="澳大利亚", en="Australia"),
}
_CODES = {"HK": 852, "SG": 65, "GB": 44, "US": 1}


def find_sender(  # noqa: PLR0913, PLR0917 - the whole of a message, and the two tables
    sender: str,
    channel: Channel | None,
    claimed: tuple[str, ...],
    text_hint: str,
    directory: Directory,
    numbers: tuple[NumberForm, ...],
) -> list[Seen]:
    """Return what ``sender`` shows, with positions in ``sender`` as it was given.

    ``claimed`` are the ids that the message names, ``text_hint`` is its normalised text.
    """
    number = _MARKS.sub("", unicodedata.normalize("NFKC", sender))
    if not number:
        return []
    if _NUMBER.fullmatch(number) is None:
        sign = _unregistered_name(sender, channel, directory)
    else:
        sign = _number_sign(number, channel, claimed, text_hint, directory, numbers)
    if sign is None:
        return []
    return [Seen(sign[0], 0, len(sender), Where.SENDER, sign[1])]


def _number_sign(  # noqa: PLR0911, PLR0913, PLR0917 - one line a rule, in the order that counts
    number: str,
    channel: Channel | None,
    claimed: tuple[str, ...],
    text: str,
    directory: Directory,
    numbers: tuple[NumberForm, ...],
) -> tuple[str, Text | None] | None:
    if fake := directory.fake_number(number):
        return "sender-known-fake", _fake_detail(fake.impersonates, directory)
    if glued := _glued(number):
        return "sender-spoofed-short", _glued_detail(number, glued)
    if _is_foreign(number):
        return _overseas(number, claimed, directory)
    digits = digits_of(number)
    form = form_of(digits, numbers)
    if form is None:
        return _hong_kong_number(digits, channel, claimed, text, directory)
    if form.kind is NumberKind.PUBLIC and form.calls_out == "no" and _may_be_call(form, channel):
        return "sender-spoofed-short", form.meaning
    if form.kind is NumberKind.INBOUND_ONLY and channel is not Channel.SMS:
        return "sender-400-calling", form.meaning
    if form.kind is NumberKind.CALL_CENTRE:
        is_hotline = bool(directory.owners_of_number(digits))
        return None if is_hotline or not claimed else ("sender-call-centre", form.meaning)
    if form.kind is NumberKind.PERSONAL:
        return _personal(claimed, text, directory)
    return None


def form_of(digits: str, numbers: tuple[NumberForm, ...]) -> NumberForm | None:
    """Return the form with the longest prefix that fits ``digits`` in prefix and length."""
    best: NumberForm | None = None
    longest = 0
    for form in numbers:
        if len(digits) in form.lengths:
            for prefix in form.prefixes:
                if len(prefix) > longest and digits.startswith(prefix):
                    best, longest = form, len(prefix)
    return best


def _may_be_call(form: NumberForm, channel: Channel | None) -> bool:
    """Tell whether a number that never rings people is shown as a caller here."""
    return channel is Channel.CALL or (form.sends_sms == "no" and channel is not Channel.EMAIL)


def _glued(number: str) -> str:
    """Return the short service number behind "00", "+" or "+86", or ""."""
    for prefix in ("+0086", "+86", "0086", "+00", "00", "+"):
        if number.startswith(prefix):
            rest = number[len(prefix) :].lstrip("0")
            return rest if _SHORT.fullmatch(rest) else ""
    return ""


def _is_foreign(number: str) -> bool:
    if not number.startswith(("+", "00")):
        return False
    digits = number.lstrip("+").removeprefix("00")
    return not digits.startswith(_MAINLAND)


def _overseas(
    number: str, claimed: tuple[str, ...], directory: Directory
) -> tuple[str, Text | None] | None:
    """Return the alarm for a call from abroad, unless those it speaks for sit there."""
    code = _country_code(number)
    at_home = {
        _CODES.get(directory.institutions[each].country)
        for each in (*claimed, *directory.owners_of_number(number))
    }
    if code is not None and code in at_home:
        return None
    place = _PLACES.get(code or 0)
    if place is None:
        return "sender-overseas", None
    return "sender-overseas", Text(
        zh=f"这个号码是{place.zh}的。", en=f"This number belongs to {place.en}."
    )


def _country_code(number: str) -> int | None:
    import phonenumbers  # noqa: PLC0415 - 0.1 s, only needed for numbers from abroad

    written = "+" + number.lstrip("+").removeprefix("00")
    try:
        return phonenumbers.parse(written).country_code
    except phonenumbers.NumberParseException:
        return None


def _personal(
    claimed: tuple[str, ...], text: str, directory: Directory
) -> tuple[str, Text | None] | None:
    """Return the alarm for a private mobile that poses as a desk; agents do use their own."""
    if not claimed or not _DESK.search(text) or _AGENT.search(text):
        return None
    speaks = directory.speaks_for(text)
    if not speaks:
        return None
    name = directory.name_of(speaks[0])
    return "sender-personal-as-institution", Text(
        zh=f"自称{name.zh}，用的却是个人手机号。",
        en=f"It speaks for {name.en}, but comes from a private mobile number.",
    )


def _unregistered_name(
    sender: str, channel: Channel | None, directory: Directory
) -> tuple[str, Text | None] | None:
    """Return the alarm for a Hong Kong sender's name without the "#" of the register."""
    if channel not in {None, Channel.SMS}:
        return None
    shown = " ".join(unicodedata.normalize("NFKC", sender).upper().split())
    for institution in directory.institutions.values():
        if institution.country == "HK":
            for registered in institution.sms_senders:
                if registered.startswith("#") and shown == registered[1:].upper():
                    return "sender-hk-unregistered", _hash_detail(registered)
    return None


def _hong_kong_number(
    digits: str,
    channel: Channel | None,
    claimed: tuple[str, ...],
    text: str,
    directory: Directory,
) -> tuple[str, Text | None] | None:
    """Return the alarm for a text in the name of a registered Hong Kong sender from a number."""
    if channel is not Channel.SMS or len(digits) != 8 or not _HONG_KONG.search(text):  # noqa: PLR2004
        return None
    for each in claimed:
        institution = directory.institutions[each]
        registered = [name for name in institution.sms_senders if name.startswith("#")]
        if institution.country == "HK" and registered:
            return "sender-hk-unregistered", _hash_detail(registered[0])
    return None


def _fake_detail(owner: str, directory: Directory) -> Text:
    name = directory.name_of(owner)
    return Text(
        zh=f"这个号码公布过是假的，冒充{name.zh}。",
        en=f"This number is documented as false; it poses as {name.en}.",
    )


def _glued_detail(number: str, short: str) -> Text:
    return Text(
        zh=f"真的 {short} 前面不会带这些数字，来电却显示 {number}。",
        en=f"The real {short} shows no digits in front, but this shows {number}.",
    )


def _hash_detail(registered: str) -> Text:
    return Text(
        zh=f"在香港登记过的发送人显示为 {registered}，前面有井号。",
        en=f"The sender registered in Hong Kong shows as {registered}, with a hash mark in front.",
    )
