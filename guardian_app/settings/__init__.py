"""What this person chose: language, theme, size of everything.

Each option is declared once, as a field of ``Settings`` with its type, its default and the key of
its sentence. ``options()`` hands that list to whoever shows or writes it.
"""

from guardian_app.settings.file import load, save
from guardian_app.settings.options import LockAfter, Option, Settings, Theme, options
from guardian_app.settings.system import system_language

__all__ = [
    "LockAfter",
    "Option",
    "Settings",
    "Theme",
    "load",
    "options",
    "save",
    "system_language",
]
