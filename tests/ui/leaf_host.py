"""Views of the ledger under test: a page that holds one, a real ledger, a person's answers."""

from datetime import UTC, date, datetime

from hand_services import run_now
from PySide6.QtWidgets import QApplication
from verdict_samples import KNOWLEDGE

from guardian_app.guardian.book import Book, Passphrase
from guardian_app.ledger import NoKeyring
from guardian_app.model import Share, Stage
from guardian_app.paths import resources
from guardian_app.ui.parts.glyph import Shape
from guardian_app.ui.parts.label import Label
from guardian_app.ui.parts.page import Page
from guardian_app.ui.screens import Screen, Services
from guardian_app.ui.window import Window

SECRET = "对的密码 and more"  # noqa: S105 - of no real ledger
TODAY = date(2026, 11, 25)
NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
LIFE = Share(
    stage=Stage.UNDERWRITING, institution="china-life", product="critical-illness",
    date="2021-05-01", kinds=("name", "phone", "id-number", "card-no", "policy-no"),
)  # fmt: skip
BROKER = Share(
    stage=Stage.QUOTE, name="某某经纪", date="2025-03-12",
    kinds=("name", "phone", "face", "family", "no-such-kind"),
)  # fmt: skip
MOTOR = Share(
    stage=Stage.UNDERWRITING, institution="cpic-pc", date="2024-01-01", kinds=("name", "plate")
)
SHARES = (LIFE, BROKER, MOTOR)


class LeafHost(Page):
    """Shows ``leaf`` and nothing else: the view has a heading of its own."""

    def __init__(self, leaf):
        super().__init__("app.name", "app.title")
        self.leaf = leaf
        for label in self.findChildren(Label):
            label.hide()
        self.put(leaf, 1)

    def start(self):
        self.leaf.start()


class AnsweringFiles:
    """Answers in the person's stead; remembers what was asked."""

    def __init__(self):
        self.answer = None
        self.asked = []

    def where_to(self, _parent, title, name, kind):
        self.asked.append((title, name, kind))
        return self.answer

    def which(self, _parent, title, kind, ending):
        self.asked.append((title, kind, ending))
        return self.answer


def make_book(folder, shares=SHARES, keyring=None):
    """Make a real ledger in ``folder``; returns the book and its recovery code."""
    book = Book(folder, (lambda: keyring) if keyring else NoKeyring)
    code = book.create(None if keyring else Passphrase(SECRET))
    if shares:
        book.ledger.shares.add_all(shares)
    return book, code


def show_leaf(  # noqa: PLR0913 - what a window needs
    qtbot, sentences, path, leaf, *, settings="", size=(1180, 780)
):
    """Show ``leaf`` in the real window, as a person with ``settings`` would see it."""
    path.write_text(settings or 'language = "zh"\n', encoding="utf-8")
    screens = (
        Screen("nav.check", Shape.SEARCH, "Ctrl+1", lambda _: LeafHost(leaf)),
        Screen("nav.settings", Shape.GEAR, "Ctrl+,", lambda _: Page("app.name", "app.title")),
    )
    window = Window(
        Services(check=None, knowledge=lambda: KNOWLEDGE, run=run_now),
        sentences=sentences,
        theme=resources() / "theme",
        settings_path=path,
        screens=screens,
    )
    qtbot.addWidget(window)
    window.resize(*size)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    settle()
    return window


def settle():
    for _ in range(6):
        QApplication.processEvents()


def said(widget):
    """All that is written in ``widget`` and can be seen."""
    return "\n".join(each.text() for each in widget.findChildren(Label) if each.isVisible())
