"""``ledger.key``: the random key of the data, locked away in up to two ways and never in the clear.

The data key is made once and stays. Beside the recovery code, which always opens it, either a
random key in the system's keyring does or a passphrase. To change one of them is to lock the same
data key away anew; the data are not touched. Python cannot wipe a key from memory, so none of this
claims to.
"""

import hashlib
import secrets
import unicodedata
from pathlib import Path

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from msgspec import Struct

from guardian_app.errors import LedgerError
from guardian_app.ledger import place, recovery_code
from guardian_app.ledger.keyring_key import Keyring
from guardian_app.ledger.secret import Passphrase, RecoveryCode, Secret

KEY_BYTES = 32
FORMAT = 1

# The second choice of RFC 9106, section 4: what a machine of ordinary memory bears. Some 0.25 s on
# one slow core, so trying a million common passphrases takes days for each core.
MEMORY_KIB = 64 * 1024
PASSES = 3
LANES = 4

# What a file may ask for: a forged one must not take the machine's memory or hours of its time.
_MOST_MEMORY_KIB = 1024 * 1024
_MOST_PASSES = 16
_MOST_LANES = 16

_NONCE_BYTES = 12
_SALT_BYTES = 16
_SEALED_BYTES = KEY_BYTES + 16  # with the tag of AES-GCM
_MOST_BYTES = 8_192
_LONGEST_PASSPHRASE = 1_024


class Sealed(Struct, frozen=True, forbid_unknown_fields=True):
    """The data key under AES-256-GCM."""

    nonce: bytes
    box: bytes


class SealedByKeyring(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The data key under a random key that the keyring keeps under the name ``entry``.

    Each has a name of its own, so the keyring still holds the old key if a crash comes between
    putting a new one there and writing the file.
    """

    entry: str
    sealed: Sealed


class SealedByPassphrase(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The data key under a passphrase, and how its key is made of that by Argon2id."""

    salt: bytes
    memory_kib: int
    passes: int
    lanes: int
    sealed: Sealed


class KeyFile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What ``ledger.key`` holds. ``ledger`` is a random id, to which all of it is bound."""

    format: int
    ledger: str
    keyring: SealedByKeyring | None = None
    passphrase: SealedByPassphrase | None = None
    recovery: Sealed


class _Written(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file itself. ``sum`` tells damage from a wrong passphrase; it guards no secret."""

    keys: KeyFile
    sum: str


def make(secret: Passphrase | Keyring, recovery: bytes) -> tuple[KeyFile, bytes]:
    """Return a new key file and the new data key in it; what goes into the keyring is there then.

    LedgerError if the passphrase cannot be used or the keyring does not take the key.
    """
    data_key = secrets.token_bytes(KEY_BYTES)
    ledger = secrets.token_hex(16)
    empty = KeyFile(
        format=FORMAT,
        ledger=ledger,
        recovery=_seal(data_key, _recovery_key(recovery), ledger, "recovery"),
    )
    return rewrap(empty, data_key, secret), data_key


def rewrap(keys: KeyFile, data_key: bytes, secret: Passphrase | Keyring) -> KeyFile:
    """Return ``keys`` opened by ``secret`` instead of the keyring or the passphrase of before."""
    if isinstance(secret, Passphrase):
        sealed = _seal_by_passphrase(data_key, secret, keys.ledger)
        return msgspec.structs.replace(keys, keyring=None, passphrase=sealed)
    key = secrets.token_bytes(KEY_BYTES)
    entry = secrets.token_hex(16)
    secret.put(entry, key)
    under = SealedByKeyring(entry=entry, sealed=_seal(data_key, key, keys.ledger, "keyring"))
    return msgspec.structs.replace(keys, keyring=under, passphrase=None)


def rewrap_recovery(keys: KeyFile, data_key: bytes, recovery: bytes) -> KeyFile:
    """Return ``keys`` opened by a new recovery code; the one of before no longer does."""
    sealed = _seal(data_key, _recovery_key(recovery), keys.ledger, "recovery")
    return msgspec.structs.replace(keys, recovery=sealed)


def portable(keys: KeyFile) -> KeyFile:
    """Return ``keys`` without the part that only this machine's keyring opens."""
    return msgspec.structs.replace(keys, keyring=None)


def unwrap(keys: KeyFile, secret: Secret) -> bytes:
    """Return the data key; LedgerError if ``secret`` is not the one, or not one of these ways."""
    if isinstance(secret, RecoveryCode):
        key = _recovery_key(recovery_code.read(secret.text))
        return _open(keys.recovery, key, keys.ledger, "recovery", "errors.recovery_code_wrong")
    if isinstance(secret, Passphrase):
        return _unwrap_by_passphrase(keys, secret)
    if keys.keyring is None:
        raise LedgerError("errors.ledger_not_in_keyring")
    key = secret.get(keys.keyring.entry)
    if len(key) != KEY_BYTES:
        raise LedgerError("errors.keyring_without_key")
    return _open(keys.keyring.sealed, key, keys.ledger, "keyring", "errors.keyring_without_key")


def read(path: Path) -> KeyFile:
    """Return what the key file at ``path`` holds; LedgerError if that cannot be read."""
    try:
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise LedgerError("errors.ledger_key_unreadable", file=path) from error
    return decode(content, path)


def decode(content: bytes, path: Path) -> KeyFile:
    """Return the key file in ``content``; every changed bit is told as a LedgerError."""
    try:
        written = msgspec.json.decode(content, type=_Written)
    except ValueError as error:  # msgspec's errors and those of UTF-8
        if _says_newer(content):
            raise LedgerError("errors.ledger_newer", file=path) from error
        raise LedgerError("errors.ledger_key_damaged", file=path) from error
    if written.keys.format > FORMAT and written.sum == _sum(written.keys):
        raise LedgerError("errors.ledger_newer", file=path)
    if encode(written.keys) != content or not _is_sound(written.keys):
        raise LedgerError("errors.ledger_key_damaged", file=path)
    return written.keys


def encode(keys: KeyFile) -> bytes:
    """Return the bytes of the key file: one and only one way to write ``keys``."""
    return msgspec.json.encode(_Written(keys=keys, sum=_sum(keys)))


def write(keys: KeyFile, path: Path) -> None:
    """Put the key file in place in one step; LedgerError leaves the one of before."""
    try:
        place.write(path, encode(keys))
    except OSError as error:
        raise place.unwritable(error, path.parent) from error


def _sum(keys: KeyFile) -> str:
    return hashlib.sha256(msgspec.json.encode(keys)).hexdigest()


def _says_newer(content: bytes) -> bool:
    """Return whether a later version wrote this: with fields unknown here, but a sum that holds."""
    try:
        table = msgspec.json.decode(content, type=dict[str, msgspec.Raw])
        keys = bytes(table["keys"])
        told = msgspec.json.decode(table["sum"], type=str)
        number = msgspec.json.decode(keys, type=dict[str, object])["format"]
    except (ValueError, KeyError):
        return False
    whole = hashlib.sha256(keys).hexdigest() == told
    return whole and isinstance(number, int) and number > FORMAT


def _is_sound(keys: KeyFile) -> bool:
    sealed = [keys.recovery]
    if keys.keyring is not None:
        sealed.append(keys.keyring.sealed)
    by = keys.passphrase
    if by is not None:
        sealed.append(by.sealed)
        bounded = (
            8 * by.lanes <= by.memory_kib <= _MOST_MEMORY_KIB
            and 1 <= by.passes <= _MOST_PASSES
            and 1 <= by.lanes <= _MOST_LANES
            and len(by.salt) == _SALT_BYTES
        )
        if not bounded:
            return False
    return keys.format == FORMAT and all(
        len(one.nonce) == _NONCE_BYTES and len(one.box) == _SEALED_BYTES for one in sealed
    )


def _seal(data_key: bytes, key: bytes, ledger: str, way: str) -> Sealed:
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return Sealed(nonce, AESGCM(key).encrypt(nonce, data_key, _bound_to(ledger, way)))


def _open(sealed: Sealed, key: bytes, ledger: str, way: str, wrong: str) -> bytes:
    try:
        return AESGCM(key).decrypt(sealed.nonce, sealed.box, _bound_to(ledger, way))
    except InvalidTag as error:
        raise LedgerError(wrong) from error


def _bound_to(ledger: str, way: str) -> bytes:
    # One ledger's box, or one way's, is no use in the place of another's.
    return f"guardian ledger {FORMAT} {ledger} {way}".encode()


def _recovery_key(recovery: bytes) -> bytes:
    # 160 random bits need no slow function: nobody tries them all.
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=b"guardian recovery").derive(
        recovery
    )


def _seal_by_passphrase(data_key: bytes, secret: Passphrase, ledger: str) -> SealedByPassphrase:
    if not secret.text.strip() or len(secret.text) > _LONGEST_PASSPHRASE:
        raise LedgerError("errors.passphrase_unusable", most=_LONGEST_PASSPHRASE)
    salt = secrets.token_bytes(_SALT_BYTES)
    key = _stretch(secret, salt, MEMORY_KIB, PASSES, LANES)
    return SealedByPassphrase(
        salt=salt,
        memory_kib=MEMORY_KIB,
        passes=PASSES,
        lanes=LANES,
        sealed=_seal(data_key, key, ledger, "passphrase"),
    )


def _unwrap_by_passphrase(keys: KeyFile, secret: Passphrase) -> bytes:
    by = keys.passphrase
    if by is None:
        raise LedgerError("errors.ledger_without_passphrase")
    if not 0 < len(secret.text) <= _LONGEST_PASSPHRASE:
        raise LedgerError("errors.passphrase_wrong")
    key = _stretch(secret, by.salt, by.memory_kib, by.passes, by.lanes)
    return _open(by.sealed, key, keys.ledger, "passphrase", "errors.passphrase_wrong")


def _stretch(secret: Passphrase, salt: bytes, memory_kib: int, passes: int, lanes: int) -> bytes:
    # NFKC: the same keys pressed on another system may give other code points.
    text = unicodedata.normalize("NFKC", secret.text)
    try:
        typed = text.encode()
    except UnicodeEncodeError as error:  # half a letter, from a broken environment variable
        raise LedgerError("errors.passphrase_unusable", most=_LONGEST_PASSPHRASE) from error
    return Argon2id(
        salt=salt, length=KEY_BYTES, iterations=passes, lanes=lanes, memory_cost=memory_kib
    ).derive(typed)
