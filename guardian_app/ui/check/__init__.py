"""The screen on which one message is checked: what is handed in, and what is said to it."""

from guardian_app.ui.check.screen import CheckScreen

__all__ = ["CheckScreen"]
