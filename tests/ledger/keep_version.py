"""Writes a ledger of the present version into ``versions/``, unless it is there already."""

import sys
import tempfile
from pathlib import Path

from ledger_samples import SECRET, fill

from guardian_app import ledger
from guardian_app.ledger import migrations, wrapping


def main():
    target = Path(__file__).parent / f"versions/{migrations.latest():04}.guardian-backup"
    if target.exists():
        sys.exit(f"{target} is there already")
    wrapping.MEMORY_KIB = 64  # a test opens it
    with tempfile.TemporaryDirectory() as name:
        opened, _ = ledger.create(Path(name) / "ledger", SECRET)
        fill(opened)
        opened.backup(target)
        opened.lock()


if __name__ == "__main__":
    main()
