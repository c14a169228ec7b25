"""The only threading: long work is done beside the window and its outcome brought back to it.

One worker takes one piece of work after the other, so loading the knowledge and the first check
queue up by themselves. The outcome, a value or an error, arrives on the thread of the window, and
only if the widget that asked for it is still there.
"""

from collections.abc import Callable
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal, Slot
from shiboken6 import isValid

Value = TypeVar("Value")


class Runner(Protocol):
    """Runs work somewhere and brings the outcome back to ``owner``."""

    def __call__(
        self,
        owner: QObject,
        work: Callable[[], Value],
        done: Callable[[Value], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Call ``done`` or ``failed`` later, on the thread of the window."""


class Tasks(QObject):
    """A queue of work with one worker."""

    _brought = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Start nothing yet; the worker comes with the first piece of work."""
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._brought.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        owner: QObject,
        work: Callable[[], Value],
        done: Callable[[Value], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Do ``work`` beside the window, then ``done(value)`` or ``failed(error)`` in it.

        Neither is called if ``owner`` has been deleted in the meantime.
        """

        def deliver_value(value: Value) -> None:
            self._brought.emit((owner, lambda: done(value)))

        def labour() -> None:
            try:
                value = work()
            except Exception as error:  # noqa: BLE001 - handed on whole, never swallowed
                fault = error
                self._brought.emit((owner, lambda: failed(fault)))
            else:
                deliver_value(value)

        self._pool.start(labour)

    def finish(self) -> None:
        """Wait for the work under way; outcomes that nobody fetched any more are dropped."""
        self._pool.clear()
        self._pool.waitForDone()

    @Slot(object)
    def _hand_over(self, parcel: tuple[QObject, Callable[[], None]]) -> None:
        owner, delivery = parcel
        if isValid(owner):
            delivery()
