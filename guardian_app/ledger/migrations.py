"""Steps from one version of the ledger to the next: ``migrations/0001.sql`` and so on.

A step is one transaction: it happened whole or not at all. A step that was ever released is never
altered; a change is a new one. In these files a line that ends in ``;`` ends a statement.
"""

from collections.abc import Callable
from pathlib import Path

from guardian_app.errors import LedgerError
from guardian_app.ledger.store import Store

_FOLDER = Path(__file__).with_name("migrations")


def latest() -> int:
    """Return the version that this program writes."""
    return len(_files())


def require_known(store: Store) -> None:
    """Raise LedgerError if a newer program made this file; nothing is touched then."""
    if store.version > latest():
        raise LedgerError("errors.ledger_newer", file=store.path)


def migrate(store: Store, before: Callable[[int], None]) -> None:
    """Bring the file to the latest version; ``before(version)`` is called ahead of each step.

    LedgerError if the file is newer, or a step cannot be written; it is then as it was before.
    """
    require_known(store)
    for number, file in enumerate(_files(), 1):
        if store.version >= number:
            continue
        before(store.version)
        with store.writing() as writing:
            if writing.read("PRAGMA user_version")[0][0] >= number:
                continue  # another process did it while we waited
            for statement in _statements(file.read_text(encoding="utf-8")):
                writing.do(statement)
            writing.do(f"PRAGMA user_version = {number}")


def _files() -> list[Path]:
    return sorted(_FOLDER.glob("[0-9][0-9][0-9][0-9].sql"))


def _statements(script: str) -> list[str]:
    code = [line for line in script.splitlines() if not line.lstrip().startswith("--")]
    parts = "\n".join(code).split(";\n")
    return [part for part in parts if part.strip(" \n;")]
