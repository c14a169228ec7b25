"""The shipped knowledge, and what is built from it once."""

import pytest

from guardian_app.engine.directory import Directory
from guardian_app.engine.normalise import Normaliser
from guardian_app.knowledge.folder import read_folder
from guardian_app.paths import resources


@pytest.fixture(scope="session")
def pack():
    return read_folder(resources() / "knowledge")[0]


@pytest.fixture(scope="session")
def directory(pack):
    return Directory(pack)


@pytest.fixture(scope="session")
def normalise(pack):
    return Normaliser(pack.letters)
