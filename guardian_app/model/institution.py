"""Insurers, banks, platforms, telecoms, regulators: who they are and how to reach them."""

from enum import StrEnum

from msgspec import Struct

from guardian_app.model.text import Text


class InstitutionKind(StrEnum):
    """What an institution does."""

    LIFE = "life"
    PROPERTY = "property"
    HEALTH = "health"
    PENSION = "pension"
    REINSURANCE = "reinsurance"
    MUTUAL = "mutual"
    ONLINE = "online"
    INTERMEDIARY = "intermediary"
    REGULATOR = "regulator"
    BANK = "bank"
    PAYMENT_PLATFORM = "payment-platform"
    TELECOM = "telecom"


class Grade(StrEnum):
    """How well a fact of the directory is attested."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class CallBack(StrEnum):
    """Whether a number or domain may be offered: yes, beside "compare with your policy", never."""

    YES = "yes"
    CHECK = "check"
    NO = "no"


class Hotline(Struct, frozen=True, forbid_unknown_fields=True):
    """A number as it is dialled, with how well it is confirmed."""

    number: str
    offer: CallBack
    grade: Grade


class Domain(Struct, frozen=True, forbid_unknown_fields=True):
    """A registrable domain of the institution, with how well it is confirmed."""

    name: str
    offer: CallBack
    grade: Grade


class Institution(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One institution. Ids never change; one that ended keeps its file and names its successor.

    ``checked`` is the date of the newest text that attests it, as the sources give it.
    ``sources`` are addresses or register entries; a person is shown the count and the date.
    """

    id: str
    kind: InstitutionKind
    country: str
    name: Text
    status: Text
    grade: Grade
    checked: str
    aliases: tuple[str, ...] = ()
    hotlines: tuple[Hotline, ...] = ()
    domains: tuple[Domain, ...] = ()
    sms_senders: tuple[str, ...] = ()
    apps: tuple[str, ...] = ()
    active: bool = True
    successor: str = ""
    predecessor: str = ""
    note: str = ""
    sources: tuple[str, ...] = ()
