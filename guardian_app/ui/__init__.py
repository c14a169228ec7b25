"""The window. ``run_window`` opens it and returns when it is closed.

Parts know nothing of the program; screens are given the functions they need; only ``run_window``
knows the door.
"""

import signal
import sys
from pathlib import Path
from traceback import extract_tb
from types import TracebackType
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QApplication

from guardian_app.model import Knowledge, Message, Verdict
from guardian_app.paths import home, resources
from guardian_app.ui.screens import Services
from guardian_app.ui.tasks import Tasks
from guardian_app.ui.window import Window
from guardian_app.words import load_sentences

if TYPE_CHECKING:
    from guardian_app.guardian.book import Book

_USUAL_SIZE = (1180, 780)


class Door(Protocol):
    """What the window needs of ``guardian_app.guardian.Guardian``."""

    @property
    def knowledge(self) -> Knowledge:
        """What is known; loaded when first asked for."""

    @property
    def book(self) -> "Book":
        """The ledger of this person; the means to open it are loaded when first asked for."""

    def check(self, message: Message) -> Verdict:
        """Judge ``message``."""


def _own_up(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Tell of a bug by kind and place: the error itself may hold what a person typed."""
    del error
    frames = extract_tb(trace)
    place = f" ({Path(frames[-1].filename).name}:{frames[-1].lineno})" if frames else ""
    sys.stderr.write(f"guardian: {kind.__name__}{place}\n")


def run_window(door: Door) -> int:
    """Open the window on what ``door`` can do; return the exit code when it is closed."""
    sys.excepthook = _own_up
    # Qt gives Python no turn to raise KeyboardInterrupt, so Ctrl-C ends the program as elsewhere.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    app.setApplicationName("guardian")
    tasks = Tasks()
    window = Window(
        Services(
            check=door.check,
            knowledge=lambda: door.knowledge,
            run=tasks.run,
            book=lambda: door.book,
        ),
        sentences=load_sentences(resources() / "i18n"),
        theme=resources() / "theme",
        settings_path=home() / "settings.toml",
    )
    window.resize(*_USUAL_SIZE)
    window.show()
    code = app.exec()
    tasks.finish()
    window.finish()
    return code
