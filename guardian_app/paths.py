"""Where things lie: the resources that ship with the program, and this person's own folder."""

import os
from pathlib import Path

from platformdirs import user_data_path

PACKAGE = Path(__file__).resolve().parent


def resources() -> Path:
    """Return the folder of shipped resources, in an installed wheel or in a source checkout."""
    installed = PACKAGE / "resources"
    return installed if installed.is_dir() else PACKAGE.parent / "resources"


def home() -> Path:
    """Return where everything of this person lives; ``GUARDIAN_HOME`` overrides it."""
    chosen = os.environ.get("GUARDIAN_HOME", "")
    return Path(chosen) if chosen else user_data_path("guardian", appauthor=False)
