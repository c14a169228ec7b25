"""What opens a ledger: a passphrase, a recovery code, or the system's keyring."""

from dataclasses import dataclass, field

from guardian_app.ledger.keyring_key import Keyring


@dataclass(frozen=True)
class Passphrase:
    """What a person remembers. It is not shown in a traceback or a log."""

    text: str = field(repr=False)


@dataclass(frozen=True)
class RecoveryCode:
    """What a person wrote on paper, as it was typed in. It is not shown in a traceback or a log."""

    text: str = field(repr=False)


Secret = Passphrase | RecoveryCode | Keyring
