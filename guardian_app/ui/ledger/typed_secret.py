"""What a person typed, made into what opens a ledger.

The room of the ledger (SQLCipher, the keyring) takes its time to load, so it is only loaded here,
when somebody has a ledger and does something with it.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guardian_app.guardian.book import Passphrase, RecoveryCode


def passphrase(text: str) -> "Passphrase":
    """Return ``text`` as a passphrase."""
    from guardian_app.guardian.book import Passphrase  # noqa: PLC0415 - loaded at first use

    return Passphrase(text)


def recovery_code(text: str) -> "RecoveryCode":
    """Return ``text`` as a recovery code."""
    from guardian_app.guardian.book import RecoveryCode  # noqa: PLC0415 - loaded at first use

    return RecoveryCode(text)
