"""Small facts that the ledger knows about itself, by name."""

from guardian_app.ledger.store import Store

LAST_BACKUP = "last_backup"  # when a person last saved one, ISO in UTC
BACKED_UP = "backed_up"  # only in a backup: when it was made
CODE_GIVEN = "code_given"  # the recovery code was handed to a person


def told(store: Store, name: str) -> str:
    """Return what is known as ``name``, empty if nothing is."""
    rows = store.read("SELECT value FROM meta WHERE name = ?", (name,))
    return str(rows[0][0]) if rows else ""


def tell(store: Store, name: str, value: str) -> None:
    """Keep ``value`` as ``name``; an empty one is forgotten."""
    with store.writing() as writing:
        writing.do("DELETE FROM meta WHERE name = ?", (name,))
        if value:
            writing.do("INSERT INTO meta (name, value) VALUES (?, ?)", (name, value))
