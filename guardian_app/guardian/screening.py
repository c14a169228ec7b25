"""Many messages at once: block after block, on one core or shared among processes, in order.

However long the input is, only a few blocks of it are in memory.
"""

import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct

from guardian_app.engine import check
from guardian_app.errors import GuardianError
from guardian_app.intake import Entry, EntryId
from guardian_app.knowledge import load_pack
from guardian_app.model import Finding, Knowledge, Level, Message, Verdict, Where

# A block is what one core gets at a time: some 20 ms of work, so that Ctrl-C is obeyed at once,
# and never so many letters that the blocks in flight would fill the memory.
BLOCK_MESSAGES = 500
BLOCK_LETTERS = 1_000_000
# One block under work, one to go on with, and one for a neighbour that is slower.
BLOCKS_PER_JOB = 3


class Mark(Struct, frozen=True, gc=False):
    """A sign and the characters of the text that show it; 0 to 0 where no words do."""

    id: str
    start: int
    end: int


class Answer(Struct, frozen=True, gc=False):
    """What screening says of one message: a line of its output."""

    id: EntryId
    level: Level
    score: float
    scheme: str | None
    signs: list[Mark]


def screen(
    entries: Iterable[Entry], knowledge: Knowledge, pack: Path, jobs: int
) -> Iterator[bytes]:
    """Yield the answers as JSON lines, a block at a time; processes read ``pack`` themselves."""
    blocks = _blocks(entries)
    if jobs > 1:
        return _screen_together(blocks, pack, jobs)
    return (_screen_block(block, knowledge) for block in blocks)


def _blocks(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    block: list[Entry] = []
    letters = 0
    for entry in entries:
        block.append(entry)
        letters += len(entry[1].text)
        if len(block) >= BLOCK_MESSAGES or letters >= BLOCK_LETTERS:
            yield block
            block, letters = [], 0
    if block:
        yield block


def _marks(findings: tuple[Finding, ...]) -> Iterator[Mark]:
    for finding in findings:
        if finding.where is Where.TEXT and finding.spans:
            for span in finding.spans:
                yield Mark(finding.sign, span.start, span.end)
        else:
            yield Mark(finding.sign, 0, 0)


def _answer(identity: EntryId, verdict: Verdict) -> Answer:
    return Answer(
        identity,
        verdict.level,
        verdict.score,
        verdict.schemes[0].scheme if verdict.schemes else None,
        list(_marks(verdict.reasons)),
    )


_encode_lines = msgspec.json.Encoder().encode_lines
_pack_block = msgspec.msgpack.Encoder().encode
_unpack_block = msgspec.msgpack.Decoder(list[tuple[EntryId, Message]]).decode


def _screen_block(block: list[Entry], knowledge: Knowledge) -> bytes:
    return _encode_lines(
        [_answer(identity, check(message, knowledge)) for identity, message in block]
    )


_own_knowledge = cache(load_pack)


def _screen_packed(block: bytes, pack: Path) -> bytes:
    """Screen a block in a working process."""
    return _screen_block(_unpack_block(block), _own_knowledge(pack))


def _end_with_parent() -> None:
    """Watch the process that gave the work: if it is killed, its workers would wait for ever."""
    # Loaded in working processes only, which have them already.
    from multiprocessing import parent_process  # noqa: PLC0415
    from threading import Thread  # noqa: PLC0415

    parent = parent_process()

    def wait() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    Thread(target=wait, daemon=True).start()


@contextmanager
def _interruptions_held_back() -> Iterator[None]:
    """Let processes that start meanwhile never see Ctrl-C; ours comes a moment later.

    A terminal sends Ctrl-C to all processes, and each would print its own traceback.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _screen_together(blocks: Iterator[list[Entry]], pack: Path, jobs: int) -> Iterator[bytes]:
    # Only who asks for several processes waits for these to be loaded.
    from concurrent.futures import Future  # noqa: PLC0415
    from concurrent.futures.process import BrokenProcessPool, ProcessPoolExecutor  # noqa: PLC0415
    from multiprocessing import get_context  # noqa: PLC0415

    waiting: deque[Future[bytes]] = deque()
    workers = ProcessPoolExecutor(
        jobs, mp_context=get_context("spawn"), initializer=_end_with_parent
    )
    try:
        for block in blocks:
            with _interruptions_held_back():
                waiting.append(workers.submit(_screen_packed, _pack_block(block), pack))
            if len(waiting) >= jobs * BLOCKS_PER_JOB:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool as error:
        raise GuardianError("errors.worker_lost") from error
    finally:
        workers.shutdown(cancel_futures=True)
