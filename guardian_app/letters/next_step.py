"""What to do after each usual answer to a request, and the article behind it."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from msgspec import Struct

from guardian_app.model import (
    Article,
    Confidence,
    Law,
    Request,
    RequestState,
    Right,
    Text,
    cited,
)


class UsualAnswer(StrEnum):
    """How institutions usually answer."""

    SILENCE = "silence"
    ASKS_ID_COPY = "asks-id-copy"
    REFUSED_BARE = "refused-bare"
    REFUSED_WITH_REASONS = "refused-with-reasons"
    WRONG_CHANNEL = "wrong-channel"
    PARTLY_DONE = "partly-done"
    DONE = "done"


class NextStep(Struct, frozen=True, kw_only=True):
    """``do`` is for the person; ``say`` may be sent to the institution.

    ``articles`` are those behind it; ``state`` is what the request would become once the answer is
    noted; ``complain`` says that a complaint can come next.
    """

    do: Text
    articles: tuple[tuple[Law, Article], ...]
    state: RequestState
    say: Text | None = None
    complain: bool = False


_ARTICLES: dict[UsualAnswer, tuple[str, ...]] = {
    UsualAnswer.SILENCE: ("pipl:50", "pipl:65"),
    UsualAnswer.ASKS_ID_COPY: ("network-data:23", "pipl:17", "pipl:19"),
    UsualAnswer.REFUSED_BARE: ("pipl:50",),
    UsualAnswer.REFUSED_WITH_REASONS: ("pipl:50", "pipl:65"),
    UsualAnswer.WRONG_CHANNEL: ("pipl:50", "network-data:23"),
    UsualAnswer.PARTLY_DONE: ("pipl:50",),
    UsualAnswer.DONE: (),
}
_STATES = {
    UsualAnswer.REFUSED_BARE: RequestState.REFUSED,
    UsualAnswer.REFUSED_WITH_REASONS: RequestState.REFUSED,
    UsualAnswer.PARTLY_DONE: RequestState.ANSWERED,
    UsualAnswer.DONE: RequestState.CLOSED,
}
_COMPLAINTS = {
    UsualAnswer.SILENCE,
    UsualAnswer.REFUSED_BARE,
    UsualAnswer.REFUSED_WITH_REASONS,
    UsualAnswer.WRONG_CHANNEL,
    UsualAnswer.PARTLY_DONE,
}


def next_step(
    request: Request,
    answer: UsualAnswer,
    right: Right,
    *,
    laws: Iterable[Law],
    sentences: Mapping[str, Text],
) -> NextStep:
    """Return what to do now; ``sentences`` are those of ``resources/i18n``."""
    if request.state is RequestState.DRAFT:
        return NextStep(do=sentences["next.draft"], articles=(), state=RequestState.DRAFT)
    known = tuple(
        (law, article)
        for law, article in cited(_ARTICLES[answer], laws)
        if article.confidence is Confidence.VERIFIED
    )
    return NextStep(
        do=sentences[f"next.{answer}_do"],
        say=_say(answer, right, sentences),
        articles=known,
        state=_STATES.get(answer, request.state),
        complain=answer in _COMPLAINTS,
    )


def _say(answer: UsualAnswer, right: Right, sentences: Mapping[str, Text]) -> Text | None:
    if answer is UsualAnswer.REFUSED_BARE and right.refusal:
        return right.refusal
    return sentences.get(f"next.{answer}_say")
