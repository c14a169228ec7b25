"""The window around verdicts made by hand: it is tested without the engine."""

import os
from pathlib import Path

import pytest
from hand_services import answering
from ledger_window import make_book
from verdict_samples import danger

from guardian_app.paths import resources
from guardian_app.ui.look import Look, read_look
from guardian_app.ui.window import Window

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_collection_modifyitems(items):
    """Pass over what the offscreen platform says about itself; every other warning fails a test."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("does not support propagateSizeHints"))


@pytest.fixture
def look() -> Look:
    """The usual light look."""
    return read_look(resources() / "theme", dark=False, large=False)


@pytest.fixture
def make_window(qtbot, sentences, tmp_path: Path, monkeypatch):
    """Build the window around an answer; ``size`` and ``settings`` as a person would have them."""
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)

    def make(answer=None, *, settings: str = "", size=(1180, 780)) -> Window:
        path = tmp_path / "settings.toml"
        if settings:
            path.write_text(settings, encoding="utf-8")
        window = Window(
            answering(answer or danger(), lambda: make_book(tmp_path / "ledger")),
            sentences=sentences,
            theme=resources() / "theme",
            settings_path=path,
        )
        qtbot.addWidget(window)
        window.resize(*size)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return make
