"""What a person asked of those who hold their data, and what came of it."""

from enum import StrEnum

from msgspec import Struct


class RequestState(StrEnum):
    """How far a request has come."""

    DRAFT = "draft"
    SENT = "sent"
    ANSWERED = "answered"
    REFUSED = "refused"
    COMPLAINED = "complained"
    CLOSED = "closed"


class Request(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One request under a right: to whom, about which kinds of data, how far it has come.

    ``institution`` is an id of the directory, or empty where ``name`` is the person's own entry.
    ``right`` is the id of a right; ``opened`` an ISO date; ``remind`` the ISO date on which the
    person wants to be reminded, or empty: no law that we read sets a day. ``id`` is 0 until kept.
    """

    right: str
    institution: str = ""
    name: str = ""
    kinds: tuple[str, ...] = ()
    state: RequestState = RequestState.DRAFT
    opened: str = ""
    remind: str = ""
    note: str = ""
    id: int = 0


class Step(Struct, frozen=True, forbid_unknown_fields=True):
    """One line of a request's history: on which ISO date it came to which state, in whose words."""

    date: str
    state: RequestState
    note: str = ""


class Reading(StrEnum):
    """How an answer about a safeguard reads."""

    GOOD = "good"
    WEAK = "weak"
    NONE = "none"


class Reply(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What an institution answered to one safeguard question, and how the person read it."""

    safeguard: str
    reading: Reading
    institution: str = ""
    name: str = ""
    date: str = ""
    note: str = ""


class Incident(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A leak at an institution that a person heard of; ``kinds`` are what they say leaked."""

    institution: str = ""
    name: str = ""
    date: str = ""
    kinds: tuple[str, ...] = ()
    note: str = ""
    id: int = 0
