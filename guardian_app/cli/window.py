"""``guardian`` alone: the window, where there is something to show it on."""

import os
import sys
from collections.abc import Callable, Mapping

from guardian_app.cli.exits import Exit
from guardian_app.cli.terminal import complain
from guardian_app.guardian import Guardian
from guardian_app.words import Words

OpenWindow = Callable[[Guardian], int]

_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def has_display(platform: str, environment: Mapping[str, str]) -> bool:
    """Tell whether a window can appear; macOS and Windows always have a place for one."""
    return not platform.startswith("linux") or any(environment.get(name) for name in _SCREENS)


def open_or_explain(open_window: OpenWindow, door: Guardian, words: Words) -> int:
    """Open the window and return when it is closed, or say what can be done without one."""
    if not has_display(sys.platform, os.environ):
        complain(words, words("errors.no_display"))
        return Exit.NO_DISPLAY
    return open_window(door)
