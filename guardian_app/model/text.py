"""Words in the two languages that Guardian speaks, and how sure a fact is."""

from enum import StrEnum

from msgspec import Struct


class Language(StrEnum):
    """A language of the screen and of the command line."""

    ZH = "zh"
    EN = "en"


class Text(Struct, frozen=True, forbid_unknown_fields=True):
    """One sentence or name in both languages; plain text, never markup."""

    zh: str
    en: str

    def get(self, language: Language) -> str:
        """Return the wording in ``language``."""
        return self.zh if language is Language.ZH else self.en


class Confidence(StrEnum):
    """How sure a fact is: read in a page, only its core read, or not confirmed."""

    VERIFIED = "verified"
    PARTIAL = "partial"
    UNVERIFIED = "unverified"
