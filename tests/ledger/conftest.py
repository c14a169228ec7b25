"""A ledger for each test, with a passphrase that is made into a key quickly."""

import pytest
from ledger_samples import SECRET, FakeKeyring

from guardian_app import ledger
from guardian_app.ledger import wrapping


@pytest.fixture(autouse=True)
def quick_passphrases(monkeypatch, request):
    """A slow passphrase is the point of the real figures, but not of hundreds of tests."""
    if "slow_passphrases" not in request.keywords:
        monkeypatch.setattr(wrapping, "MEMORY_KIB", 64)
        monkeypatch.setattr(wrapping, "PASSES", 1)


@pytest.fixture
def folder(own_home):
    return own_home / "ledger"


@pytest.fixture
def made(folder):
    """An open ledger and its recovery code."""
    opened, code = ledger.create(folder, SECRET)
    yield opened, code
    opened.lock()


@pytest.fixture
def opened(made):
    return made[0]


@pytest.fixture
def code(made):
    return ledger.RecoveryCode(made[1])


@pytest.fixture
def keyring():
    return FakeKeyring()
