"""How far a long piece of work has come, for somebody who watches a terminal."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from guardian_app.words import Words


class Progress(Protocol):
    """Is told how much is done."""

    def reach(self, done: int) -> None:
        """Show that ``done`` of the whole is done."""


class Unseen:
    """Nobody watches."""

    def reach(self, done: int) -> None:
        """Do nothing."""


class Bar:
    """A bar on standard error."""

    def __init__(self, total: int, words: Words) -> None:
        """Show an empty bar for ``total`` bytes."""
        # Only who watches waits for it to be loaded.
        from tqdm import tqdm  # noqa: PLC0415

        self._bar = tqdm(
            total=total,
            desc=words("cli.screening"),
            unit="B",
            unit_scale=True,
            file=sys.stderr,
            leave=False,
        )

    def reach(self, done: int) -> None:
        """Move the bar to ``done``."""
        self._bar.update(done - self._bar.n)

    def close(self) -> None:
        """Take the bar away."""
        self._bar.close()


@contextmanager
def show_progress(total: int, words: Words) -> Iterator[Progress]:
    """Show a bar while the work lasts, if standard error is a terminal."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield Unseen()
        return
    bar = Bar(total, words)
    try:
        yield bar
    finally:
        bar.close()
