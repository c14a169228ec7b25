"""What a person hands over to be checked."""

from enum import StrEnum

from msgspec import Struct


class Channel(StrEnum):
    """How the words arrived."""

    SMS = "sms"
    CALL = "call"
    IM = "im"
    EMAIL = "email"


class Message(Struct, frozen=True):
    """A text as it was received or told, with what is known of its sender ("" when unknown)."""

    text: str
    sender: str = ""
    channel: Channel | None = None
