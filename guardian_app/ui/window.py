"""The window: navigation at the left, one page at the right; speaks a language, wears a look.

Pages are made when they are first wanted, and the knowledge is loaded after the first picture, so
that the window is there at once.
"""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QPaintEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QWidget

from guardian_app.errors import GuardianError, SettingsError
from guardian_app.model import Knowledge, Text
from guardian_app.settings import Settings, Theme, load, save
from guardian_app.ui.look import Look, Role, read_look
from guardian_app.ui.parts.glyph import shield_icon
from guardian_app.ui.parts.navigation import Navigation
from guardian_app.ui.parts.page import Page
from guardian_app.ui.screens import SCREENS, Functions, Screen, Services
from guardian_app.ui.style import palette, style_sheet
from guardian_app.ui.tree import dress, speak
from guardian_app.words import Words


class Window(QWidget):
    """Guardian's only window."""

    def __init__(
        self,
        services: Services,
        *,
        sentences: Mapping[str, Text],
        theme: Path,
        settings_path: Path,
        screens: tuple[Screen, ...] = SCREENS,
    ) -> None:
        """Show ``screens`` in the language and the look of the settings at ``settings_path``."""
        super().__init__()
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._give = Functions(
            services.check,
            services.knowledge,
            services.run,
            services.book,
            lambda: self.settings,
            self.choose,
        )
        self._sentences = sentences
        self._theme = theme
        self._path = settings_path
        self._screens = screens
        self._pages: dict[int, Page] = {}
        self._knows = False
        self.settings, trouble = self._read_settings()
        self.words = Words(sentences, self.settings.language)
        self.look = self._read_look()
        self.navigation = Navigation(tuple((screen.key, screen.shape) for screen in screens))
        self._stack = QStackedWidget()
        self._lay_out()
        self._wear()
        self._say()
        self.show_page(0)
        if trouble is not None:
            self.page.notice.warn(trouble, self.words)

    @property
    def page(self) -> Page:
        """The page that is shown."""
        page = self._stack.currentWidget()
        assert isinstance(page, Page)  # noqa: S101 - nothing else is put there
        return page

    def show_page(self, number: int) -> None:
        """Show the page of that number, making it first if need be."""
        if number not in self._pages:
            page = self._screens[number].build(self._give)
            self._pages[number] = page
            self._stack.addWidget(page)
            dress(page, self.look)
            speak(page, self.words)
        self._stack.setCurrentWidget(self._pages[number])
        self._pages[number].start()
        self.navigation.show_page(number)

    def choose(self, settings: Settings) -> None:
        """Take over ``settings`` at once, and remember them."""
        before, self.settings = self.settings, settings
        if settings.language is not before.language:
            self.words = Words(self._sentences, settings.language)
            self._say()
        self._change_look()
        try:
            save(settings, self._path)
        except SettingsError as error:
            self.page.notice.warn(error, self.words)

    def finish(self) -> None:
        """Let every page end what it holds; called once all work beside the window is done."""
        for page in self._pages.values():
            page.finish()

    def showEvent(self, event: QShowEvent) -> None:
        """Let the keyboard start on the page, not in the navigation."""
        super().showEvent(event)
        self.page.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Load the knowledge once the window has been seen."""
        super().paintEvent(event)
        if not self._knows:
            self._knows = True
            self._give.run(self, self._give.knowledge, self._show_knowledge, self._show_trouble)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        row.addWidget(self._stack, 1)
        self.navigation.wanted.connect(self.show_page)
        for number, screen in enumerate(self._screens):
            QShortcut(QKeySequence(screen.shortcut), self, partial(self.show_page, number))
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._change_look)

    def _read_settings(self) -> tuple[Settings, SettingsError | None]:
        try:
            return load(self._path), None
        except SettingsError as error:
            return Settings(), error

    def _read_look(self) -> Look:
        theme = self.settings.theme
        scheme = QGuiApplication.styleHints().colorScheme()
        dark = theme is Theme.DARK or (theme is Theme.SYSTEM and scheme is Qt.ColorScheme.Dark)
        return read_look(
            self._theme,
            dark=dark,
            large=self.settings.large,
            language=self.settings.language,
        )

    def _change_look(self) -> None:
        look = self._read_look()
        if look != self.look:
            self.look = look
            self._wear()

    def _wear(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setFont(self.look.font(Role.BODY))
            app.setPalette(palette(self.look))
            app.setStyleSheet(style_sheet(self.look))
        self.setWindowIcon(shield_icon(self.look.colour("pine"), self.look.colour("on_pine")))
        dress(self, self.look)

    def _say(self) -> None:
        self.setWindowTitle(self.words("app.title"))
        speak(self, self.words)

    def _show_knowledge(self, knowledge: Knowledge) -> None:
        self.navigation.show_knowledge(knowledge.date, self.words)

    def _show_trouble(self, error: Exception) -> None:
        if not isinstance(error, GuardianError):
            raise error
        self.page.notice.warn(error, self.words)
