"""Asking a person for the place of a file. Tests answer in the person's stead."""

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget


class Files(Protocol):
    """Knows how to ask for a file; None where the person took none."""

    def where_to(self, parent: QWidget, title: str, name: str, kind: str) -> Path | None:
        """Ask where to write a file, called ``name`` if nothing better comes; ``kind`` says what.

        What lies there already is replaced only if the person agreed.
        """

    def which(self, parent: QWidget, title: str, kind: str, ending: str) -> Path | None:
        """Ask for a file to read, with the name ``*ending`` or any other."""


class SystemFiles:
    """Asks with the system's own dialogue."""

    def where_to(self, parent: QWidget, title: str, name: str, kind: str) -> Path | None:
        """Ask where to write."""
        ending = "".join(Path(name).suffixes[-1:])
        dialogue = QFileDialog(parent, title, str(_documents() / name), f"{kind} (*{ending})")
        dialogue.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialogue.setDefaultSuffix(ending)  # before the question whether to replace a file
        return _answer(dialogue)

    def which(self, parent: QWidget, title: str, kind: str, ending: str) -> Path | None:
        """Ask for a file to read."""
        dialogue = QFileDialog(parent, title, str(_documents()), f"{kind} (*{ending});;* (*)")
        dialogue.setFileMode(QFileDialog.FileMode.ExistingFile)
        return _answer(dialogue)


def _documents() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def _answer(dialogue: QFileDialog) -> Path | None:
    chosen = dialogue.selectedFiles() if dialogue.exec() else []
    dialogue.deleteLater()
    return Path(chosen[0]) if chosen else None
