"""The nouns of the ledger: which data a person gave to whom, and what became of it."""

from enum import StrEnum

from msgspec import Struct

from guardian_app.model.data import Stage


class ShareChannel(StrEnum):
    """On which way data was given."""

    APP = "app"
    WEBSITE = "website"
    MINI_PROGRAM = "mini-program"
    COUNTER = "counter"
    AGENT = "agent"
    PHONE = "phone"
    IM = "im"
    EMAIL = "email"
    PAPER = "paper"
    OTHER = "other"


class Consent(StrEnum):
    """How a person agreed."""

    UNKNOWN = "unknown"
    NONE = "none"
    TICKED = "ticked"
    SIGNED = "signed"
    SPOKEN = "spoken"


class Share(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One disclosure: an institution was given some kinds of data.

    ``institution`` is an id of the directory, or empty where ``name`` is the person's own entry;
    ``date`` and ``until`` are ISO dates or empty; ``id`` is 0 until it is kept.
    """

    stage: Stage
    kinds: tuple[str, ...]
    institution: str = ""
    name: str = ""
    product: str = ""
    date: str = ""
    channel: ShareChannel = ShareChannel.OTHER
    purpose: str = ""
    consent: Consent = Consent.UNKNOWN
    third_parties: str = ""
    until: str = ""
    note: str = ""
    id: int = 0


class Act(StrEnum):
    """What was done to an entry of the ledger."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    RESTORED = "restored"


class Trace(Struct, frozen=True, forbid_unknown_fields=True):
    """One line of the ledger's own history; ``at`` is an ISO time in UTC."""

    at: str
    act: Act
    share: Share


class LeakSign(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What somebody who called or wrote already knew: kind ids, and the day (ISO)."""

    date: str
    kinds: tuple[str, ...]
    note: str = ""
    id: int = 0
