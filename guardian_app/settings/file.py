"""Settings on disk: a small TOML file, replaced in one step, never half written.

A file that cannot be read is not thrown away: it is kept beside the new one as ``*.broken``.
"""

import contextlib
import os
import tempfile
import tomllib
from pathlib import Path

import msgspec

from guardian_app.errors import SettingsError
from guardian_app.settings.options import Settings


def load(path: Path) -> Settings:
    """Return what is written at ``path``, the defaults where nothing is; SettingsError if broken.

    Fields that this version does not know are passed over, so an older program can open the file
    of a newer one.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        return msgspec.convert(table, Settings)
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError) as error:
        # TOMLDecodeError, UnicodeDecodeError and msgspec.ValidationError are all ValueErrors
        raise SettingsError("errors.settings_unreadable", path=path) from error


def save(settings: Settings, path: Path) -> None:
    """Write ``settings`` to ``path`` so that a crash leaves the old file or the new one."""
    lines = [_line(name, getattr(settings, name)) for name in settings.__struct_fields__]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _keep_broken(path)
        _replace(path, "".join(lines))
    except OSError as error:
        raise SettingsError("errors.settings_unwritable", path=path) from error


def _line(name: str, value: object) -> str:
    written = str(value).lower() if isinstance(value, bool) else f'"{value}"'
    return f"{name} = {written}\n"


def _keep_broken(path: Path) -> None:
    try:
        load(path)
    except SettingsError:
        if path.is_file():
            path.replace(path.with_name(path.name + ".broken"))


def _replace(path: Path, text: str) -> None:
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    try:
        with open(descriptor, "w", encoding="utf-8") as file:  # noqa: PTH123 - a descriptor
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
