"""What came of a request: the usual answers, what each does to its history, what comes next."""

from collections.abc import Iterable

import msgspec
from msgspec import Struct

from guardian_app.model import Language, Request, RequestState, Step, Text


class Came(Struct, frozen=True):
    """A usual answer: its id, the sentence on its button, the state it brings.

    Without a state nothing is noted: silence is no event.
    """

    answer: str
    key: str
    state: RequestState | None


CAME = (
    Came("silence", "came.silence", None),
    Came("asks-id-copy", "came.asks-id-copy", RequestState.ANSWERED),
    Came("wrong-channel", "came.wrong-channel", RequestState.ANSWERED),
    Came("refused-bare", "came.refused-bare", RequestState.REFUSED),
    Came("refused-with-reasons", "came.refused-with-reasons", RequestState.REFUSED),
    Came("partly-done", "came.partly-done", RequestState.ANSWERED),
    Came("done", "came.done", RequestState.CLOSED),
)
_BY_STATE = {
    RequestState.DRAFT: "silence",
    RequestState.SENT: "silence",
    RequestState.ANSWERED: "partly-done",
    RequestState.REFUSED: "refused-bare",
    RequestState.CLOSED: "done",
}


def answer_of(request: Request, steps: Iterable[Step], said: dict[str, Text]) -> str:
    """Return the id of the answer that the last step notes; "" after a complaint.

    ``said`` are the sentences of ``CAME`` by id: a step's note begins with one, in the language
    that was spoken then. Where a person wrote something else, its state tells.
    """
    note = [*steps][-1].note
    for came in CAME:
        text = said[came.answer]
        if came.state is request.state and note.startswith((text.zh, text.en)):
            return came.answer
    return _BY_STATE.get(request.state, "")


def in_language(
    steps: Iterable[Step], said: Iterable[Text], language: Language
) -> tuple[Step, ...]:
    """Return ``steps`` with the sentences of ours that their notes begin with in ``language``.

    What a person wrote behind them stays as it is.
    """
    ours = [(one, text.get(language)) for text in said for one in (text.zh, text.en)]
    ours.sort(key=lambda pair: -len(pair[0]))
    return tuple(msgspec.structs.replace(step, note=_turned(step.note, ours)) for step in steps)


def _turned(note: str, ours: list[tuple[str, str]]) -> str:
    for one, turned in ours:
        if note.startswith(one):
            return turned + note[len(one) :]
    return note
