"""Kills a process that works on a ledger, and looks whether all that it acknowledged is there."""

import random
import time

from ledger_samples import QUICK, SECRET, child

from guardian_app import ledger

# Adds, changes and removes entries; each line that it prints is an act that the ledger confirmed.
WORKING = (
    QUICK
    + """
opened = ledger.unlock(folder, SECRET)
print("ready", flush=True)
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
).replace("import sys\n", "import sys, msgspec\n", 1)


def kill_and_look(folder, rounds, seed):
    """Return how many acts were acknowledged in ``rounds`` killings; AssertionError on a loss."""
    choice = random.Random(seed)  # noqa: S311 - the moments of the kill
    kept, removed, acts = set(), set(), 0
    for _ in range(rounds):
        process = child(WORKING, folder)
        assert process.stdout.readline() == b"ready\n", process.stderr.read().decode()
        time.sleep(choice.uniform(0, 0.12))
        process.kill()
        out, _ = process.communicate()
        for line in out.decode().splitlines(keepends=True):
            if line.endswith("\n"):
                act, number = line.split()
                (kept if act == "added" else removed).add(int(number))
                acts += 1
        opened = ledger.unlock(folder, SECRET)
        opened.prove()
        listed = {share.id for share in opened.shares.kept()}
        gone = {share.id for share in opened.shares.removed()}
        opened.lock()
        assert kept <= listed | gone
        assert removed <= gone
    return acts
