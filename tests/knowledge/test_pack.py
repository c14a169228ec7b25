import pytest

from guardian_app import paths
from guardian_app.errors import KnowledgeError
from guardian_app.knowledge import build_pack, load_pack, read_folder
from guardian_app.knowledge.pack import encode, packed

FOLDER = paths.resources() / "knowledge"
PACK = paths.resources() / "knowledge.json"


def test_the_pack_in_the_repository_is_the_folder():
    knowledge, faults = read_folder(FOLDER)
    assert not faults
    assert encode(packed(knowledge)) == PACK.read_bytes()


def test_a_pack_reads_back_as_it_was_built(tmp_path):
    pack = tmp_path / "pack.json"
    built = build_pack(FOLDER, pack)
    assert encode(load_pack(pack)) == encode(built)
    assert list(tmp_path.iterdir()) == [pack]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b'{"date": 3}'])
def test_a_broken_pack_is_refused(tmp_path, content):
    pack = tmp_path / "pack.json"
    pack.write_bytes(content)
    with pytest.raises(KnowledgeError):
        load_pack(pack)


def test_a_missing_pack_is_refused(tmp_path):
    with pytest.raises(KnowledgeError):
        load_pack(tmp_path / "none.json")


def test_a_faulty_folder_leaves_the_old_pack(tmp_path):
    pack = tmp_path / "pack.json"
    pack.write_bytes(b"old")
    with pytest.raises(KnowledgeError):
        build_pack(tmp_path, pack)
    assert pack.read_bytes() == b"old"
