"""Runs the command line: inside the test, or as a process of its own as a person would."""

import io
import os
import subprocess
import sys
from typing import NamedTuple

import pytest
from cli_samples import COMMAND

from guardian_app import cli


class Ended(NamedTuple):
    status: int
    out: bytes
    err: bytes

    @property
    def told(self):
        """The only line on standard error."""
        (line,) = self.err.decode().splitlines()
        return line


class _Stdin(io.TextIOWrapper):
    def __init__(self, data, *, is_terminal):
        super().__init__(io.BytesIO(data))
        self._is_terminal = is_terminal

    def isatty(self):
        return self._is_terminal


@pytest.fixture(autouse=True)
def plain_surroundings(monkeypatch):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "GUARDIAN_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")


def _no_window(_):
    pytest.fail("the window was opened")


@pytest.fixture
def guardian(monkeypatch, capfdbinary):
    """Run the command line in this process; ``stdin=None`` is a terminal."""

    def run(*arguments, stdin=None, open_window=_no_window):
        monkeypatch.setattr(sys, "stdin", _Stdin(stdin or b"", is_terminal=stdin is None))
        try:
            status = cli.run([str(each) for each in arguments], open_window)
        except SystemExit as ended:
            status = ended.code or 0
        sys.stdout.flush()
        return Ended(int(status), *capfdbinary.readouterr())

    return run


@pytest.fixture
def process():
    """Run the command line as a process of its own."""

    def run(*arguments, stdin=b"", **environment):
        ended = subprocess.run(
            [*COMMAND, *map(str, arguments)],
            input=stdin,
            capture_output=True,
            env={**os.environ, "PYTHONUTF8": "1", **environment},
            timeout=60,
            check=False,
        )
        return Ended(ended.returncode, ended.stdout, ended.stderr)

    return run
