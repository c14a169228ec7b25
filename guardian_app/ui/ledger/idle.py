"""Telling when nobody has used the keyboard or the mouse for some time.

It goes by the clock on the wall, so that hours of a sleeping machine count.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

_LOOK_MS = 5_000
_USES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class IdleWatch(QObject):
    """Watches while it is on. ``idle``: nobody was there for the minutes that were asked for."""

    idle = Signal()

    def __init__(
        self, minutes: Callable[[], int], parent: QObject, now: Callable[[], float] = time.time
    ) -> None:
        """Ask ``minutes`` each time; 0 stands for never. ``now`` tells seconds."""
        super().__init__(parent)
        self._minutes = minutes
        self._now = now
        self._used = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)

    def watch(self, *, on: bool) -> None:
        """Begin or end watching."""
        app = QCoreApplication.instance()
        if app is None or on == self._timer.isActive():
            return
        if on:
            self._used = self._now()
            self._timer.start()
            app.installEventFilter(self)
        else:
            self._timer.stop()
            app.removeEventFilter(self)

    def look(self) -> None:
        """Tell if it has been long enough."""
        minutes = self._minutes()
        if minutes and self._now() - self._used >= minutes * 60:
            self.idle.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Remember when something was last used."""
        del watched
        if event.type() in _USES:
            self._used = self._now()
        return False
