"""Backups: one file that opens on another machine, and those that the program keeps by itself.

A file for elsewhere opens by passphrase or recovery code. What lies in ``backups/`` beside the
ledger also keeps the part for this machine's keyring. All are encrypted like the ledger; each opens
by the passphrase and the recovery code that it had when it was made.
"""

import contextlib
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from guardian_app.errors import LedgerError
from guardian_app.ledger import archive, meta, migrations, place, wrapping
from guardian_app.ledger.secret import Secret
from guardian_app.ledger.store import Store

KEPT_DAYS = 7
_DAILY = "daily-"
_FORGOTTEN_S = 24 * 3600  # no attempt takes that long, so a crash ended it


class Contents(Struct, frozen=True, kw_only=True):
    """What a backup holds; ``made`` is an ISO time in UTC."""

    made: str
    version: int
    shares: int
    institutions: int
    leak_signs: int
    requests: int = 0
    replies: int = 0
    incidents: int = 0


class Source(Struct, frozen=True):
    """An open ledger, from which a backup is made."""

    store: Store
    keys: wrapping.KeyFile
    data_key: bytes


def save(source: Source, target: Path, now: datetime) -> None:
    """Write a backup that opens on any machine to ``target``; LedgerError if that fails."""
    _save(source, wrapping.portable(source.keys), target, now)
    meta.tell(source.store, meta.LAST_BACKUP, _iso(now))


def keep(source: Source, name: str, now: datetime) -> Path:
    """Write a backup into ``backups/``; return where it lies."""
    folder = source.store.path.parent / place.BACKUPS
    place.prepare(folder)
    target = folder / (name + archive.SUFFIX)
    _save(source, source.keys, target, now)
    return target


def keep_daily(source: Source, now: datetime) -> Path | None:
    """Keep one backup a day, the last seven; return the new one, None if today's is there.

    A damaged ledger is told by a LedgerError and pushes no good backup out.
    """
    name = f"{_DAILY}{now.astimezone(UTC):%Y-%m-%d}"
    folder = source.store.path.parent / place.BACKUPS
    if (folder / (name + archive.SUFFIX)).exists():
        return None
    kept = keep(source, name, now)
    place.tidy(source.store.path.parent, _FORGOTTEN_S)
    daily = sorted(folder.glob(f"{_DAILY}*{archive.SUFFIX}"))
    for old in daily[:-KEPT_DAYS]:
        with contextlib.suppress(OSError):
            old.unlink()
    return kept


def kept(folder: Path) -> tuple[Path, ...]:
    """Return the backups beside the ledger in ``folder``, newest first."""
    files = (folder / place.BACKUPS).glob(f"*{archive.SUFFIX}")
    return tuple(sorted(files, key=lambda file: (file.stat().st_mtime, file.name), reverse=True))


def look(path: Path, secret: Secret) -> Contents:
    """Return what the backup at ``path`` holds, and prove that it is whole; nothing is changed.

    LedgerError if it is not a backup, damaged, newer, or ``secret`` does not open it.
    """
    # Only what is encrypted is put there.
    with tempfile.TemporaryDirectory(prefix="guardian-") as folder:
        pair = Path(folder)
        archive.extract(path, pair)
        return _contents(pair, path, secret)


def restore(folder: Path, path: Path, secret: Secret, now: datetime) -> Contents:
    """Make the backup at ``path`` the ledger of ``folder``; return what it holds.

    The present ledger, if there is one, is kept in ``backups/`` first and must not be open in this
    process. LedgerError as for ``look``; the present ledger is then in use as before.
    """
    with place.alone(folder):
        place.settle(folder)
        with place.making(folder) as pair:
            archive.extract(path, pair)
            contents = _contents(pair, path, secret)
            with place.data_alone(folder) as data:
                _keep_files(folder, f"replaced-{now.astimezone(UTC):%Y-%m-%d-%H%M%S}", data)
                place.take(pair, folder)
    return contents


def _save(source: Source, keys: wrapping.KeyFile, target: Path, now: datetime) -> None:
    with place.making(source.store.path.parent) as pair:
        data, key = pair / place.DATA, pair / place.KEY
        source.store.copy(data, source.data_key)
        with contextlib.closing(Store(data, source.data_key)) as copied:
            meta.tell(copied, meta.BACKED_UP, _iso(now))
            copied.prove()
        wrapping.write(keys, key)
        with data.open("rb") as data_file, key.open("rb") as key_file:
            archive.write(target, {place.DATA: data_file, place.KEY: key_file})


def _keep_files(folder: Path, name: str, data: BinaryIO | None) -> None:
    """Keep the ledger's files as they lie there: it may be damaged, or nobody knows its secret.

    ``data`` is ``ledger.db`` where it is locked: to open and close it would free the lock.
    """
    files = {} if data is None else {place.DATA: data}
    with contextlib.ExitStack() as opened:
        try:
            for each in (place.KEY, place.DATA, place.JOURNAL):
                if each not in files and (folder / each).exists():
                    files[each] = opened.enter_context((folder / each).open("rb"))
        except OSError as error:
            raise place.unwritable(error, folder) from error
        if files:
            place.prepare(folder / place.BACKUPS)
            archive.write(_free(folder / place.BACKUPS, name), files)


def _free(folder: Path, name: str) -> Path:
    """Return a place of this name where nothing lies yet."""
    target, number = folder / (name + archive.SUFFIX), 2
    while target.exists():
        target = folder / f"{name}-{number}{archive.SUFFIX}"
        number += 1
    return target


def _contents(pair: Path, path: Path, secret: Secret) -> Contents:
    """Open the pair that came from the backup ``path``, prove it, and say what it holds."""
    with _told_of(path):
        keys = wrapping.read(pair / place.KEY)
    data_key = wrapping.unwrap(keys, secret)
    with _told_of(path), contextlib.closing(Store(pair / place.DATA, data_key)) as store:
        migrations.require_known(store)
        store.prove()
        made = meta.told(store, meta.BACKED_UP) or _iso(
            datetime.fromtimestamp(path.stat().st_mtime, UTC)
        )
        meta.tell(store, meta.BACKED_UP, "")  # it is about the backup, not about the ledger
        meta.tell(store, meta.LAST_BACKUP, made)
        return Contents(
            made=made,
            version=store.version,
            shares=_count(store, "count(*) FROM share WHERE removed = 0"),
            institutions=_count(
                store,
                "count(DISTINCT CASE institution WHEN '' THEN name ELSE institution END) "
                "FROM share WHERE removed = 0",
            ),
            leak_signs=_count(store, "count(*) FROM leak_sign WHERE removed = 0"),
            requests=_count_since(2, store, "count(*) FROM request WHERE removed = 0"),
            replies=_count_since(2, store, "count(*) FROM reply"),
            incidents=_count_since(2, store, "count(*) FROM incident WHERE removed = 0"),
        )


@contextlib.contextmanager
def _told_of(path: Path) -> Iterator[None]:
    """Tell faults of the files as faults of the backup that they came from."""
    try:
        yield
    except LedgerError as error:
        if error.key == "errors.ledger_newer":
            raise LedgerError("errors.ledger_newer", file=path) from error
        if error.key in {"errors.ledger_damaged", "errors.ledger_key_damaged"}:
            raise LedgerError("errors.backup_damaged", file=path) from error
        raise


def _count(store: Store, what: str) -> int:
    return int(store.read(f"SELECT {what}")[0][0])


def _count_since(version: int, store: Store, what: str) -> int:
    """Count what is only known from ``version`` on."""
    return _count(store, what) if store.version >= version else 0


def _iso(now: datetime) -> str:
    return now.astimezone(UTC).isoformat(timespec="seconds")
