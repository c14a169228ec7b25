"""What the tests of the ledger share: entries, a clock, a keyring, a child process."""

import os
import subprocess
import sys
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from guardian_app.errors import LedgerError
from guardian_app.ledger import Passphrase
from guardian_app.model import (
    Consent,
    Incident,
    LeakSign,
    Reading,
    Reply,
    Request,
    RequestState,
    Share,
    ShareChannel,
    Stage,
    Step,
)

SECRET = Passphrase("四个字的密码 and some more")
WRONG = Passphrase("四个字的密码 and some mor")

SHARE = Share(
    stage=Stage.UNDERWRITING,
    kinds=("phone", "health", "id_number"),
    institution="china-life",
    name="国寿老张",
    product="critical-illness",
    date="2026-03-09",
    channel=ShareChannel.AGENT,
    purpose="投保前体检",
    consent=Consent.SIGNED,
    third_parties="再保公司",
    until="2031-03-09",
    note="在咖啡店填的表 Zebrafish",
)
OTHER = Share(stage=Stage.QUOTE, kinds=("phone",), name="比价小程序 QuoteHub")
LEAK = LeakSign(date="2026-10-01", kinds=("phone", "policy_number"), note="知道我的续保日 Wombat")
REQUEST = Request(
    right="delete",
    institution="china-life",
    name="国寿老张",
    kinds=("phone", "health"),
    opened="2026-04-01",
    remind="2026-05-06",
    note="电话里说过的 Quokka",
)
SENT = Step("2026-04-02", RequestState.SENT, "挂号信 Tapir")
REPLY = Reply(
    safeguard="staff-access",
    reading=Reading.WEAK,
    name="比价小程序 QuoteHub",
    date="2026-04-20",
    note="只说很安全 Narwhal",
)
INCIDENT = Incident(
    institution="china-life", date="2026-03-15", kinds=("phone",), note="新闻上看到 Ocelot"
)

# Every word that a person typed into what stands above, and their passphrase.
TYPED = (
    "国寿老张", "投保前体检", "再保公司", "咖啡店", "Zebrafish", "比价小程序", "QuoteHub",
    "续保日", "Wombat", "Quokka", "挂号信", "Tapir", "只说很安全", "Narwhal", "新闻上", "Ocelot",
    "四个字的密码", "some more",
)  # fmt: skip


class Clock:
    """A clock that a test turns."""

    def __init__(self):
        self.now = datetime(2026, 5, 1, 8, 30, tzinfo=UTC)

    def __call__(self):
        return self.now

    def pass_days(self, days):
        self.now += timedelta(days=days)


class FakeKeyring:
    """A keyring in memory."""

    def __init__(self):
        self.kept = {}

    def get(self, entry):
        if entry not in self.kept:
            raise LedgerError("errors.keyring_without_key")
        return self.kept[entry]

    def put(self, entry, key):
        self.kept[entry] = key

    def delete(self, entry):
        self.kept.pop(entry, None)


@contextmanager
def told(*keys):
    """Expect a LedgerError with one of ``keys``."""
    with pytest.raises(LedgerError) as error:
        yield error
    assert error.value.key in {f"errors.{key}" for key in keys}


def child(program, *arguments, **options):
    """Start Python on ``program``, which finds this file's names in ``ledger_samples``."""
    here = str(Path(__file__).parent)
    return subprocess.Popen(
        [sys.executable, "-c", program, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": here, "PYTHONUTF8": "1", **options},
    )


QUICK = """
import sys
from guardian_app.ledger import wrapping
wrapping.MEMORY_KIB, wrapping.PASSES = 64, 1
from guardian_app import ledger
from ledger_samples import *
folder = Path(sys.argv[1])
"""


def fill(opened):
    """Keep all of it, one entry removed again, one request moved on."""
    opened.shares.add(SHARE)
    opened.shares.remove(opened.shares.add(OTHER).id)
    opened.leak_signs.add(LEAK)
    opened.requests.move(opened.requests.add(REQUEST).id, SENT)
    opened.replies.put(REPLY)
    opened.incidents.add(INCIDENT)
