"""The ledger: which data a person gave to whom, in one encrypted file that only they can open.

``create`` makes it, ``unlock`` opens it with a passphrase, the recovery code or the system's
keyring, and what is open is a ``Ledger``. SQLCipher is known to ``store`` alone, the keyring to
``keyring_key`` alone. To import this room takes its time: only what needs a ledger does.
"""

from guardian_app.ledger.backup import Contents, kept, look
from guardian_app.ledger.export import Asked, Everything
from guardian_app.ledger.incidents import Incidents
from guardian_app.ledger.keyring_key import (
    Keyring,
    LockedKeyring,
    NoKeyring,
    SystemKeyring,
    find_keyring,
)
from guardian_app.ledger.leak_signs import LeakSigns
from guardian_app.ledger.ledger import (
    Ledger,
    State,
    change_passphrase,
    create,
    move_to_keyring,
    new_recovery_code,
    restore,
    state,
    unlock,
    wipe,
)
from guardian_app.ledger.replies import Replies, Standing
from guardian_app.ledger.requests import Requests
from guardian_app.ledger.rules import (
    MOST_KINDS,
    MOST_NAME,
    MOST_NOTE,
    MOST_PRODUCT,
    MOST_PURPOSE,
    MOST_THIRD_PARTIES,
    holds_whole_number,
)
from guardian_app.ledger.secret import Passphrase, RecoveryCode, Secret
from guardian_app.ledger.shares import Shares

__all__ = [
    "MOST_KINDS",
    "MOST_NAME",
    "MOST_NOTE",
    "MOST_PRODUCT",
    "MOST_PURPOSE",
    "MOST_THIRD_PARTIES",
    "Asked",
    "Contents",
    "Everything",
    "Incidents",
    "Keyring",
    "LeakSigns",
    "Ledger",
    "LockedKeyring",
    "NoKeyring",
    "Passphrase",
    "RecoveryCode",
    "Replies",
    "Requests",
    "Secret",
    "Shares",
    "Standing",
    "State",
    "SystemKeyring",
    "change_passphrase",
    "create",
    "find_keyring",
    "holds_whole_number",
    "kept",
    "look",
    "move_to_keyring",
    "new_recovery_code",
    "restore",
    "state",
    "unlock",
    "wipe",
]
