"""Forms of caller ids and SMS senders, and what each form can and cannot prove."""

from enum import StrEnum

from msgspec import Struct

from guardian_app.model.text import Confidence, Text


class NumberKind(StrEnum):
    """What sort of line a number form is."""

    CUSTOMER_SERVICE = "customer-service"
    CALL_CENTRE = "call-centre"
    INBOUND_ONLY = "inbound-only"
    SMS_PORT = "sms-port"
    PERSONAL = "personal"
    OVERSEAS = "overseas"
    PUBLIC = "public"


class NumberForm(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A form of number: its prefixes and lengths (digits), what it means, what to do about it.

    ``calls_out`` and ``sends_sms`` are "yes", "no" or "unknown".
    """

    id: str
    kind: NumberKind
    name: Text
    meaning: Text
    advice: Text
    prefixes: tuple[str, ...]
    lengths: tuple[int, ...]
    calls_out: str
    sends_sms: str
    confidence: Confidence
    checked: str
    sources: tuple[str, ...] = ()
