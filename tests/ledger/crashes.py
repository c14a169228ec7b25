"""Processes that end in the middle of their work on a ledger: killed, or stopped at a step."""

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from ledger_samples import QUICK, SECRET

from guardian_app import ledger

# Forks a worker for each line that it is given, and says how that one ended: to load the program
# once and not for each round makes the tests five times faster.
_FORKING = """
import msgspec, os, time, traceback
for line in sys.stdin:
    given = line.split()
    worker = os.fork()
    if not worker:
        try:
            work(*given)
        except BaseException:
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    print("ended", os.waitstatus_to_exitcode(os.waitpid(worker, 0)[1]), flush=True)
"""

# Adds and removes entries; each line that it prints is an act that the ledger confirmed.
_WORKING = """
def work(folder):
    print("ready", os.getpid(), flush=True)
    opened = ledger.unlock(Path(folder), SECRET)
    number = 0
    while True:
        number += 1
        note = f"{number} " + "长" * (number * 37 % 1500)
        kept = opened.shares.add(msgspec.structs.replace(SHARE, note=note))
        print("added", kept.id, flush=True)
        if number % 5 == 0:
            opened.shares.remove(kept.id)
            print("removed", kept.id, flush=True)
"""

# Ends the worker, as a kill does, when one step too many on the disk would be made.
_STOPPING = """
def work(steps, *arguments):
    left = int(steps)
    def stop(real):
        def step(*arguments, **named):
            nonlocal left
            left -= 1
            if left < 0:
                os._exit(9)
            return real(*arguments, **named)
        return step
    for name in ("replace", "rename", "unlink", "mkdir"):
        setattr(Path, name, stop(getattr(Path, name)))
    os.fsync = stop(os.fsync)
    act(*arguments)
"""


@contextlib.contextmanager
def workers(program):
    """Yield what starts a worker, by its arguments, and what reads a line of its words."""
    process = subprocess.Popen(
        [
            sys.executable,
            "-c",
            QUICK.replace("folder = Path(sys.argv[1])", "") + program + _FORKING,
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent), "PYTHONUTF8": "1"},
    )

    def start(*arguments):
        process.stdin.write(" ".join(map(str, arguments)).encode() + b"\n")
        process.stdin.flush()

    def listen():
        return process.stdout.readline().decode().split()

    with process:
        yield start, listen
        process.stdin.close()
    assert process.returncode == 0


def kill_and_look(folder, rounds, seed):
    """Return how many acts were acknowledged in ``rounds`` killings; AssertionError on a loss."""
    choice = random.Random(seed)  # noqa: S311 - the moments of the kill
    said = {"added": set(), "removed": set()}
    with workers(_WORKING) as (start, listen):
        for _ in range(rounds):
            start(folder)
            _, worker = listen()
            time.sleep(choice.uniform(0, 0.15))
            os.kill(int(worker), signal.SIGKILL)
            while (line := listen())[0] != "ended":
                said[line[0]].add(int(line[1]))
            assert line[1] == "-9"
            opened = ledger.unlock(folder, SECRET)
            opened.prove()
            listed = {share.id for share in opened.shares.kept()}
            gone = {share.id for share in opened.shares.removed()}
            opened.lock()
            assert said["added"] <= listed | gone
            assert said["removed"] <= gone
    return sum(map(len, said.values()))


def stopped(act, *arguments):
    """Do ``act`` (Python, of ``one`` and ``two``), stopped after 0, 1, 2 … steps; yield that.

    The number is put into the arguments where they hold {}.
    """
    program = f"{_STOPPING}\ndef act(one, two=None):\n    {act}\n"
    with workers(program) as (start, listen):
        for steps in range(200):
            start(steps, *(str(each).format(steps) for each in arguments))
            _, code = listen()
            if code == "0":
                return
            assert code == "9"
            yield steps
    pytest.fail("it never ends")
