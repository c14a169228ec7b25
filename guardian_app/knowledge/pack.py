"""The built pack: the whole knowledge folder as one file that opens quickly.

The pack leaves out what only the lint needs (hits, misses, whole messages). Signs carry their
patterns expanded to plain RE2, so that opening it does no work twice.
"""

import os
from pathlib import Path

import msgspec
from msgspec.structs import replace

from guardian_app.errors import KnowledgeError
from guardian_app.knowledge.commonness import Commonness, samples
from guardian_app.knowledge.folder import read_folder
from guardian_app.knowledge.phrases import express_all
from guardian_app.model import (
    Examples,
    Knowledge,
    Patterns,
    SchemeExamples,
    Sign,
)

# The pack is a few MB; more than this is not ours.
PACK_LIMIT_BYTES = 64_000_000


def _packed_sign(sign: Sign, slots: dict[str, tuple[str, ...]], commonness: Commonness) -> Sign:
    return replace(
        sign,
        patterns=Patterns(),
        unless=Patterns(),
        hits=Examples(),
        misses=Examples(),
        shown_by=express_all(sign.patterns, slots, commonness),
        taken_by=express_all(sign.unless, slots, commonness),
    )


def packed(knowledge: Knowledge) -> Knowledge:
    """Return ``knowledge`` as the program uses it: patterns expanded, examples left out."""
    commonness = Commonness(samples(knowledge))
    return replace(
        knowledge,
        slots={},
        signs=tuple(_packed_sign(each, knowledge.slots, commonness) for each in knowledge.signs),
        schemes=tuple(replace(each, examples=SchemeExamples()) for each in knowledge.schemes),
    )


def encode(knowledge: Knowledge) -> bytes:
    """Return the bytes of a pack; equal knowledge gives equal bytes."""
    return msgspec.json.format(msgspec.json.encode(knowledge, order="sorted"), indent=1) + b"\n"


def build_pack(folder: Path, pack: Path) -> Knowledge:
    """Write the pack of ``folder``; raise KnowledgeError, leaving the old one, if it has faults."""
    knowledge, faults = read_folder(folder)
    if faults:
        raise KnowledgeError("errors.knowledge_faults", count=len(faults), first=faults[0].file)
    built = packed(knowledge)
    beside = pack.with_name(pack.name + ".new")
    try:
        beside.write_bytes(encode(built))
        os.replace(beside, pack)  # noqa: PTH105 - atomic on every system
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise KnowledgeError("errors.pack_not_written", reason=error.strerror) from error
    return built


def load_pack(path: Path) -> Knowledge:
    """Open a built pack; raise KnowledgeError when it is missing or not sound."""
    try:
        if path.stat().st_size > PACK_LIMIT_BYTES:
            raise KnowledgeError("errors.pack_not_sound", file=path.name)
        return msgspec.json.decode(path.read_bytes(), type=Knowledge)
    except OSError as error:
        raise KnowledgeError("errors.pack_missing", file=path.name) from error
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise KnowledgeError("errors.pack_not_sound", file=path.name) from error
