"""A letter on the screen: its words, and the ways out: PDF, text file, clipboard."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from guardian_app.errors import GuardianError, LetterError
from guardian_app.ui.announce import announce
from guardian_app.ui.ledger.files import Files
from guardian_app.ui.look import Look, Role
from guardian_app.ui.parts.button import Button
from guardian_app.ui.parts.card import Card
from guardian_app.ui.parts.flow import Flow
from guardian_app.ui.parts.glyph import Shape
from guardian_app.ui.parts.label import Label
from guardian_app.words import Words

if TYPE_CHECKING:
    from guardian_app.ui.ledger.writing import Letter

_ASKED = {
    "pdf": ("rights.where_pdf", "rights.kind_pdf"),
    "txt": ("rights.where_txt", "rights.kind_txt"),
}
_LARGE = 60  # as high as what is pressed in the large mode


class Paper(Card):
    """Shows a letter. ``saved``: sentence and name of a file; ``failed``: a GuardianError."""

    saved = Signal(str, str)
    failed = Signal(object)

    def __init__(self, heading: str, files: Files, parent: QWidget | None = None) -> None:
        """Head it with the sentence ``heading``; ask for places with ``files``."""
        super().__init__(key=heading, parent=parent)
        self._files = files
        self._letter: Letter | None = None
        self._words: Words | None = None
        self._look: Look | None = None
        self.preview = Label()
        self.look_up = Label(Role.SMALL, colour="amber_ink")
        self.pdf = Button("rights.save_pdf")
        self.text = Button("rights.save_text")
        self.copy = Button("rights.copy", shape=Shape.COPY)
        self._buttons = Flow()
        for button in (self.pdf, self.text, self.copy):
            self._buttons.put(button)
        self.put(self._buttons)
        self.put(self.look_up)
        self.put(self.preview)
        self.look_up.hide()
        self.pdf.clicked.connect(self.save_pdf)
        self.text.clicked.connect(self.save_text)
        self.copy.clicked.connect(self.copy_text)

    def show_letter(self, letter: "Letter | None") -> None:
        """Show ``letter``; without one there is nothing to save."""
        self._letter = letter
        self.preview.say("" if letter is None else letter.text.strip())
        for button in (self.pdf, self.text, self.copy):
            button.setEnabled(letter is not None)
        self._tell()

    def save_pdf(self) -> None:
        """Save it as PDF where the person says, in large type in the large mode."""
        from guardian_app.ui.print import save_pdf  # noqa: PLC0415 - letters take their time

        letter, is_large = self._letter, self._look and self._look.sizes.target >= _LARGE
        if letter is not None:
            self._save("pdf", lambda file: save_pdf(letter.document, file, large=bool(is_large)))

    def save_text(self) -> None:
        """Save it as a text file where the person says."""
        letter = self._letter
        if letter is not None:
            self._save("txt", lambda file: _write(file, letter.text))

    def copy_text(self) -> None:
        """Copy its words."""
        if self._letter is not None and self._words is not None:
            QGuiApplication.clipboard().setText(self._letter.text)
            self.copy.setText(self._words("rights.copied"))
            announce(self.copy, self._words("rights.copied"))

    def speak(self, words: Words) -> None:
        """Remember the language for what is asked."""
        self._words = words
        self._tell()

    def dress(self, look: Look) -> None:
        """Wear the margins of ``look``."""
        super().dress(look)
        self._look = look

    def _save(self, ending: str, save: Callable[[Path], object]) -> None:
        if self._words is None or self._letter is None:
            return
        title, kind = map(self._words, _ASKED[ending])
        name = f"{self._letter.document.title}.{ending}"
        file = self._files.where_to(self, title, name, kind)
        if file is None:
            return
        try:
            save(file)
        except GuardianError as error:
            self.failed.emit(error)
        else:
            self.saved.emit("rights.saved", str(file))

    def _tell(self) -> None:
        look_up = self._letter.look_up if self._letter is not None else None
        self.look_up.setVisible(look_up is not None)
        if look_up is not None and self._words is not None:
            self.look_up.say(self._words.of(look_up))


def _write(file: Path, text: str) -> None:
    try:
        file.write_text(text, encoding="utf-8-sig")
    except OSError as error:
        raise LetterError("errors.file_unwritable", file=file.name) from error
