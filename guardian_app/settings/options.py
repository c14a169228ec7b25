"""The options: each declared once, with type, default and the key of its sentence."""

from enum import StrEnum
from typing import Annotated, get_args, get_type_hints

from msgspec import Meta, Struct, field

from guardian_app.model import Language
from guardian_app.settings.system import system_language


class Theme(StrEnum):
    """Light, dark, or what the machine says."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class LockAfter(StrEnum):
    """After how many minutes without a key or a click the ledger is locked."""

    FIVE = "5"
    FIFTEEN = "15"
    HOUR = "60"
    NEVER = "never"

    @property
    def minutes(self) -> int:
        """The number of minutes, 0 for never."""
        return 0 if self is LockAfter.NEVER else int(self)


class Settings(Struct, frozen=True, kw_only=True):
    """All that is remembered about how a person likes the program."""

    language: Annotated[Language, Meta(description="settings.language")] = field(
        default_factory=system_language
    )
    large: Annotated[bool, Meta(description="settings.large")] = False
    theme: Annotated[Theme, Meta(description="settings.theme")] = Theme.SYSTEM
    lock_after: Annotated[LockAfter, Meta(description="settings.lock_after")] = LockAfter.FIFTEEN


class Option(Struct, frozen=True):
    """One field of ``Settings``: its name, its sentence, and every value it may take."""

    name: str
    sentence: str
    values: tuple[Language | Theme | LockAfter | bool, ...]


def options() -> tuple[Option, ...]:
    """Return all options in the order in which a person is asked about them."""
    return tuple(
        _option(name, annotation)
        for name, annotation in get_type_hints(Settings, include_extras=True).items()
    )


def _option(name: str, annotation: object) -> Option:
    kind, meta = get_args(annotation)
    values = (False, True) if kind is bool else tuple(kind)
    return Option(name=name, sentence=meta.description, values=values)
