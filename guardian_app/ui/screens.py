"""The pages of the window. A page is given the functions it needs, never the program."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from guardian_app.model import Knowledge, Message, Verdict
from guardian_app.settings import Settings
from guardian_app.ui.check import CheckScreen
from guardian_app.ui.parts.glyph import Shape
from guardian_app.ui.parts.page import Page
from guardian_app.ui.settings_page import SettingsPage
from guardian_app.ui.tasks import Runner

if TYPE_CHECKING:
    from guardian_app.guardian.book import Book


@dataclass(frozen=True)
class Services:
    """What the program can do for a window."""

    check: Callable[[Message], Verdict]
    knowledge: Callable[[], Knowledge]
    run: Runner
    book: Callable[[], "Book"]


@dataclass(frozen=True)
class Functions(Services):
    """What there is to hand out to pages."""

    settings: Callable[[], Settings]
    choose: Callable[[Settings], None]


@dataclass(frozen=True)
class Screen:
    """A page: its sentence and picture in the navigation, its key, and how it is made."""

    key: str
    shape: Shape
    shortcut: str
    build: Callable[[Functions], Page]


def _check(give: Functions) -> Page:
    return CheckScreen(give.check, give.knowledge, give.run)


def _ledger(give: Functions) -> Page:
    # The window must be there before what only this page needs is loaded.
    from guardian_app.ui.ledger import LedgerScreen, Views  # noqa: PLC0415

    page = LedgerScreen(
        give.book, give.knowledge, give.run, lambda: give.settings().lock_after.minutes
    )
    Views(page, give.book, give.knowledge, give.run).offer()
    return page


def _settings(give: Functions) -> Page:
    return SettingsPage(give.settings, give.choose)


# In the order of the navigation; the last one stands apart at its end.
SCREENS = (
    Screen("nav.check", Shape.SEARCH, "Ctrl+1", _check),
    Screen("nav.ledger", Shape.GRID, "Ctrl+2", _ledger),
    Screen("nav.settings", Shape.GEAR, "Ctrl+,", _settings),
)
