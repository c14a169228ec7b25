"""Making, opening and removing a ledger, and the open ledger itself."""

import contextlib
import shutil
from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from guardian_app.errors import LedgerError
from guardian_app.ledger import backup, export, meta, migrations, place, recovery_code, wrapping
from guardian_app.ledger.backup import Contents, Source
from guardian_app.ledger.incidents import Incidents
from guardian_app.ledger.keyring_key import Keyring
from guardian_app.ledger.leak_signs import LeakSigns
from guardian_app.ledger.replies import Replies
from guardian_app.ledger.requests import Requests
from guardian_app.ledger.secret import Passphrase, RecoveryCode, Secret
from guardian_app.ledger.shares import Shares, utc_now
from guardian_app.ledger.store import Store

Clock = Callable[[], datetime]


class State(StrEnum):
    """What lies in a folder, and what opens it. A recovery code always does, too."""

    ABSENT = "absent"
    KEYRING = "keyring"
    PASSPHRASE = "passphrase"  # noqa: S105 - no secret
    RECOVERY = "recovery"  # moved here by a backup: nothing but the recovery code opens it
    KEY_MISSING = "key-missing"
    DATA_MISSING = "data-missing"


class Ledger:
    """An open ledger. Every call may raise LedgerError, after ``lock`` every call does."""

    def __init__(self, source: Source, now: Clock) -> None:
        """Work on what ``create`` or ``unlock`` opened."""
        self._source = source
        self._now = now
        self.shares = Shares(source.store, now)
        self.leak_signs = LeakSigns(source.store, now)
        self.requests = Requests(source.store, now)
        self.replies = Replies(source.store, now)
        self.incidents = Incidents(source.store, now)

    @property
    def folder(self) -> Path:
        """The folder in which the ledger lies."""
        return self._source.store.path.parent

    def backup(self, target: Path) -> None:
        """Write one file to ``target`` that opens on any machine by passphrase or recovery code."""
        backup.save(self._current(), target, self._now())

    def keep_daily(self) -> Path | None:
        """Keep today's backup beside the ledger unless it is there; to be called after opening.

        It reads the whole ledger, so it belongs beside the window's thread.
        """
        return backup.keep_daily(self._current(), self._now())

    def last_backup(self) -> str:
        """Return when a person last wrote a backup, ISO in UTC; empty if never."""
        return meta.told(self._source.store, meta.LAST_BACKUP)

    def code_was_given(self) -> bool:
        """Return whether a recovery code was handed out; if not, a crash came before that."""
        return bool(meta.told(self._source.store, meta.CODE_GIVEN))

    def to_csv(self) -> str:
        """Return all entries as plain CSV."""
        return export.to_csv(self.shares.kept())

    def to_json(self) -> bytes:
        """Return everything that is kept as plain JSON."""
        with self._source.store.reading():
            asked = self.requests.kept()
            everything = export.Everything(
                self.shares.kept(),
                self.leak_signs.kept(),
                tuple(export.Asked(each, self.requests.history(each.id)) for each in asked),
                self.replies.kept(),
                self.incidents.kept(),
            )
        return export.to_json(everything)

    def prove(self) -> None:
        """Read everything; LedgerError if anything is damaged."""
        self._source.store.prove()

    def lock(self) -> None:
        """Close the ledger."""
        self._source.store.close()

    def _current(self) -> Source:
        """Return what a backup is made of; if the key file is lost, the keys as they were."""
        try:
            # Another process may have changed the passphrase since.
            keys = wrapping.read(self.folder / place.KEY)
        except LedgerError:
            keys = self._source.keys
        return Source(self._source.store, keys, self._source.data_key)


def state(folder: Path) -> State:
    """Return what lies in ``folder``; LedgerError if the key file is damaged or newer.

    Finishes first what a crash interrupted.
    """
    _finish(folder)
    has_key, has_data = (folder / place.KEY).exists(), (folder / place.DATA).exists()
    if not has_key:
        return State.KEY_MISSING if has_data else State.ABSENT
    if not has_data:
        return State.DATA_MISSING
    keys = wrapping.read(folder / place.KEY)
    if keys.keyring is not None:
        return State.KEYRING
    return State.RECOVERY if keys.passphrase is None else State.PASSPHRASE


def create(folder: Path, secret: Passphrase | Keyring, now: Clock = utc_now) -> tuple[Ledger, str]:
    """Make a ledger in ``folder``; return it open, and its recovery code, which is told only now.

    LedgerError if there is one already, or part of one; nothing is touched then. After a crash
    there is either no ledger, or a whole one that ``secret`` opens and that knows
    (``code_was_given``) whether a person got the recovery code.
    """
    with place.alone(folder):
        place.settle(folder)
        _require_nothing(folder)
        place.tidy(folder)
        recovery = recovery_code.make()
        with place.making(folder) as pair:
            keys, data_key = wrapping.make(secret, recovery)
            with contextlib.closing(Store(pair / place.DATA, data_key, new=True)) as store:
                migrations.migrate(store, lambda _: None)  # nothing in it yet to back up
            wrapping.write(keys, pair / place.KEY)
            place.take(pair, folder)
    store = Store(folder / place.DATA, data_key)
    meta.tell(store, meta.CODE_GIVEN, "1")
    return Ledger(Source(store, keys, data_key), now), recovery_code.write(recovery)


def unlock(folder: Path, secret: Secret, now: Clock = utc_now) -> Ledger:
    """Open the ledger in ``folder``, and bring an older one to this version after a backup.

    LedgerError if there is none, ``secret`` is not the right one, or it is damaged or newer.
    """
    keys, data_key = _open(folder, secret)
    store = Store(folder / place.DATA, data_key)
    try:
        source = Source(store, keys, data_key)

        def before(version: int) -> None:
            backup.keep(source, f"version-{version}-{now():%Y-%m-%d-%H%M%S}", now())

        migrations.migrate(store, before)
        opened = Ledger(source, now)
        opened.shares.get_ready()
    except BaseException:
        store.close()
        raise
    return opened


def change_passphrase(folder: Path, present: Secret, new: Passphrase) -> None:
    """Have ``new`` open the ledger in place of the passphrase or keyring of before.

    ``present`` opens it now; after a forgotten passphrase that is the recovery code.
    """
    _rewrap(folder, present, lambda keys, data_key: wrapping.rewrap(keys, data_key, new))


def move_to_keyring(folder: Path, present: Secret, keyring: Keyring) -> None:
    """Have ``keyring`` open the ledger in place of the passphrase or keyring of before."""
    _rewrap(folder, present, lambda keys, data_key: wrapping.rewrap(keys, data_key, keyring))


def new_recovery_code(folder: Path, present: Secret) -> str:
    """Return a new recovery code; the one of before only opens backups made before."""
    recovery = recovery_code.make()
    data_key = _rewrap(
        folder,
        present,
        lambda keys, data_key: wrapping.rewrap_recovery(keys, data_key, recovery),
    )
    with contextlib.closing(Store(folder / place.DATA, data_key)) as store:
        migrations.require_known(store)
        meta.tell(store, meta.CODE_GIVEN, "1")
    return recovery_code.write(recovery)


def restore(folder: Path, path: Path, secret: Secret, now: Clock = utc_now) -> Contents:
    """Make the backup at ``path`` the ledger of ``folder``, after keeping the present one."""
    return backup.restore(folder, path, secret, now())


def wipe(folder: Path, keyring: Keyring) -> None:
    """Remove the ledger with its key and the backups beside it, for good; LedgerError if not.

    The key goes first: what a crash leaves after that is unreadable but for the backups.
    """
    with place.alone(folder):
        try:
            _forget(folder, keyring)
            for name in (place.KEY, place.JOURNAL, place.DATA):
                (folder / name).unlink(missing_ok=True)
                place.sync(folder)
            place.settle(folder)  # what was about to become the ledger, and then goes as well
            for name in (place.KEY, place.DATA):
                (folder / name).unlink(missing_ok=True)
            if (folder / place.BACKUPS).exists():
                shutil.rmtree(folder / place.BACKUPS)
            place.tidy(folder)
            place.sync(folder)
        except OSError as error:
            raise place.unwritable(error, folder) from error
    with contextlib.suppress(OSError):
        (folder / place.LOCK).unlink()


def _forget(folder: Path, keyring: Keyring) -> None:
    # A keyring that is locked, or gone, keeps a key to which there is no lock any more.
    with contextlib.suppress(LedgerError):
        keys = wrapping.read(folder / place.KEY)
        if keys.keyring is not None:
            keyring.delete(keys.keyring.entry)


def _finish(folder: Path) -> None:
    if place.is_settled(folder):
        return
    with place.alone(folder):
        place.settle(folder)


def _require_nothing(folder: Path) -> None:
    has_key, has_data = (folder / place.KEY).exists(), (folder / place.DATA).exists()
    if has_key and has_data:
        raise LedgerError("errors.ledger_exists", folder=folder)
    _require_pair(folder, has_key=has_key, has_data=has_data)


def _require_pair(folder: Path, *, has_key: bool, has_data: bool) -> None:
    if has_data and not has_key:
        raise LedgerError("errors.ledger_key_missing", folder=folder)
    if has_key and not has_data:
        raise LedgerError("errors.ledger_data_missing", folder=folder)


def _open(folder: Path, secret: Secret) -> tuple[wrapping.KeyFile, bytes]:
    _finish(folder)
    has_key, has_data = (folder / place.KEY).exists(), (folder / place.DATA).exists()
    if not has_key and not has_data:
        raise LedgerError("errors.ledger_absent", folder=folder)
    _require_pair(folder, has_key=has_key, has_data=has_data)
    keys = wrapping.read(folder / place.KEY)
    return keys, wrapping.unwrap(keys, secret)


def _rewrap(
    folder: Path,
    present: Secret,
    changed: Callable[[wrapping.KeyFile, bytes], wrapping.KeyFile],
) -> bytes:
    """Replace the key file by what ``changed`` makes of it; return the data key, which stays."""
    _finish(folder)
    with place.alone(folder):
        keys, data_key = _open(folder, present)
        new = changed(keys, data_key)
        wrapping.write(new, folder / place.KEY)
        left = keys.keyring
        if (
            left is not None
            and new.keyring != left
            and not isinstance(present, Passphrase | RecoveryCode)
        ):
            with contextlib.suppress(LedgerError):
                present.delete(left.entry)
    return data_key
