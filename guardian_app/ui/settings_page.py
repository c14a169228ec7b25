"""The settings page: every option that ``guardian_app.settings`` declares, as one question."""

from collections.abc import Callable

import msgspec
from PySide6.QtWidgets import QWidget

from guardian_app.settings import Settings, options
from guardian_app.ui.look import Role
from guardian_app.ui.parts.card import Card
from guardian_app.ui.parts.choice import Choice
from guardian_app.ui.parts.page import Page
from guardian_app.ui.parts.scroll import Scroll


class SettingsPage(Page):
    """Asks each option; an answer takes effect at once."""

    def __init__(
        self,
        settings: Callable[[], Settings],
        choose: Callable[[Settings], None],
        parent: QWidget | None = None,
    ) -> None:
        """Show ``settings()``; hand every change to ``choose``."""
        super().__init__("settings.title", "settings.subtitle", parent)
        self._settings = settings
        self._choose = choose
        self.choices: dict[str, Choice[object]] = {}
        scroll = Scroll()
        for option in options():
            answers = [(one, f"{option.sentence}_{str(one).lower()}") for one in option.values]
            choice: Choice[object] = Choice(option.sentence, answers, Role.HEADING)
            choice.take(getattr(settings(), option.name))
            choice.chosen.connect(self._taken)
            self.choices[option.name] = choice
            card = Card()
            card.put(choice)
            scroll.column.addWidget(card)
        scroll.column.addStretch(1)
        self.put(scroll, 1)
        self.first = self.choices["language"].first

    def _taken(self) -> None:
        taken = {name: choice.value for name, choice in self.choices.items()}
        self._choose(msgspec.structs.replace(self._settings(), **taken))
