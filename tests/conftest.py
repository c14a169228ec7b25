"""What every test may ask for: the knowledge, the door to everything, and a trap for sockets."""

import socket

import pytest
from hypothesis import settings

from guardian_app.guardian import Guardian
from guardian_app.model import Language
from guardian_app.paths import resources
from guardian_app.words import Words, load_sentences

# No test asserts a time: a busy machine is not a bug.
settings.register_profile("guardian", deadline=None)
settings.load_profile("guardian")


@pytest.fixture(autouse=True)
def own_home(monkeypatch, tmp_path):
    """Keep this person's real settings out of the tests, and the tests out of them."""
    home = tmp_path / "home"
    monkeypatch.setenv("GUARDIAN_HOME", str(home))
    return home


@pytest.fixture(scope="session")
def door():
    return Guardian()


@pytest.fixture(scope="session")
def knowledge(door):
    return door.knowledge


@pytest.fixture(scope="session")
def sentences():
    return load_sentences(resources() / "i18n")


@pytest.fixture
def words(sentences) -> Words:
    return Words(sentences, Language.ZH)


@pytest.fixture
def no_sockets(monkeypatch):
    """Fail at the first attempt to open a socket or to look up a name."""

    def caught(*_, **__):
        pytest.fail("a socket was opened")

    # still a class, because others inherit from it when they are loaded
    monkeypatch.setattr(socket, "socket", type("Trap", (socket.socket,), {"__init__": caught}))
    for name in ("create_connection", "getaddrinfo", "gethostbyname", "socketpair"):
        monkeypatch.setattr(socket, name, caught)
