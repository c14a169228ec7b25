"""The whole window from the door to the exit code, with a trap for sockets."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from verdict_samples import DANGER_TEXT, KNOWLEDGE, danger

from guardian_app.ui import run_window
from guardian_app.ui.window import Window


class Door:
    """What the window needs of the real door."""

    knowledge = KNOWLEDGE

    def check(self, message):
        assert message.text == DANGER_TEXT
        return danger().verdict


@pytest.mark.usefixtures("no_sockets", "qapp")
def test_a_message_is_checked_beside_the_window_and_nothing_is_sent(own_home):
    seen = []

    def step():
        window = next(one for one in QApplication.topLevelWidgets() if isinstance(one, Window))
        if window.page.result.answer is None and not seen:
            seen.append("asked")
            window.page.entry.show_message(danger().message)
            window.page.check_now()
        elif window.page.result.answer is not None:
            seen.append(window.page.result.banner.level)
            window.choose(window.settings)
            QApplication.closeAllWindows()

    timer = QTimer()
    timer.timeout.connect(step)
    timer.start(20)
    assert run_window(Door()) == 0
    timer.stop()
    assert seen[:2] == ["asked", "danger"]
    assert (own_home / "settings.toml").is_file()
