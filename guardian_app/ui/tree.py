"""Telling a whole tree of widgets to speak another language or to wear another look.

Nothing subscribes to anything: the window walks its children. A part that has words of its own
has ``speak``; one that has sizes or colours of its own has ``dress``. Parts built later are
walked by whoever built them.
"""

from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from guardian_app.ui.look import Look
from guardian_app.words import Words


@runtime_checkable
class Speaks(Protocol):
    """Has words of its own."""

    def speak(self, words: Words) -> None:
        """Say everything in the language of ``words``."""


@runtime_checkable
class Dresses(Protocol):
    """Has type, sizes or colours of its own."""

    def dress(self, look: Look) -> None:
        """Wear ``look``."""


def speak(root: QWidget, words: Words) -> None:
    """Have ``root`` and all below it speak ``words``, parents first."""
    for widget in (root, *root.findChildren(QWidget)):
        if isinstance(widget, Speaks):
            widget.speak(words)


def dress(root: QWidget, look: Look) -> None:
    """Have ``root`` and all below it wear ``look``, parents first."""
    for widget in (root, *root.findChildren(QWidget)):
        if isinstance(widget, Dresses):
            widget.dress(look)
