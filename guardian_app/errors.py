"""Errors that a person can act on. Each says what happened, where, and what to do now.

Bugs are not in this family: they surface as themselves.
"""


class GuardianError(Exception):
    """A known failure. ``key`` names its sentence in the word catalogue, ``values`` fill it."""

    def __init__(self, key: str, **values: object) -> None:
        """Remember which sentence tells it; nothing a person typed may be among ``values``."""
        super().__init__(key, values)
        self.key = key
        self.values = values


class InputError(GuardianError):
    """A file or text handed in cannot be read as what it should be."""


class KnowledgeError(GuardianError):
    """The knowledge folder or pack is missing or not sound."""


class SettingsError(GuardianError):
    """The settings file cannot be read or written."""


class LedgerError(GuardianError):
    """The ledger cannot be opened, read or written, or an entry cannot be kept as it is."""


class LetterError(GuardianError):
    """A letter cannot be written from what was filled in, or cannot be saved."""
