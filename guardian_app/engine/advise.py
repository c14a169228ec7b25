"""Whom to call, and what could not be judged."""

import re
from collections.abc import Iterable, Mapping

from guardian_app.model import CallBack, Contact, Institution, Message, Unjudged

# Two numbers of the institution that is named, and two public lines: more is a wall.
CLAIMED_SHOWN = 2
# Fewer letters than this say nothing either way.
SHORT = 6
# So many characters tell which language a text is in.
LANGUAGE_SAMPLE = 60
_KNOWN_LETTERS = re.compile("[a-z\u3400-\u9fff]")
# Lines that help whatever the message is; ids of the directory.
AT_DANGER = ("hotline-96110",)
WHENEVER = ("hotline-12378",)


def contacts(
    claimed: Iterable[str],
    helpers: Iterable[str],
    institutions: Mapping[str, Institution],
) -> tuple[Contact, ...]:
    """Return confirmed numbers: of those the message speaks for first, then of those who help.

    A helper's number is offered only where it is fully confirmed.
    """
    offered: list[Contact] = []
    seen: set[str] = set()

    def offer(institution_id: str, allowed: tuple[CallBack, ...]) -> bool:
        institution = institutions.get(institution_id)
        if institution is None or not institution.active:
            return False
        for hotline in institution.hotlines:
            if hotline.offer in allowed and hotline.number not in seen:
                seen.add(hotline.number)
                offered.append(Contact(institution_id, hotline.number, hotline.offer))
                return True
        return False

    for institution_id in claimed:
        if len(offered) == CLAIMED_SHOWN:
            break
        offer(institution_id, (CallBack.YES, CallBack.CHECK))
    for institution_id in helpers:
        offer(institution_id, (CallBack.YES,))
    return tuple(offered)


def unjudged(
    message: Message, text: str, *, cut: bool, has_link: bool, sender_told: bool
) -> tuple[Unjudged, ...]:
    """Return what the answer leaves open."""
    head = text[:LANGUAGE_SAMPLE]
    letters = sum(map(str.isalpha, head))
    known = len(_KNOWN_LETTERS.findall(head))
    rows = (
        (cut, Unjudged.CUT),
        (letters < SHORT and bool(message.text.strip()), Unjudged.TOO_SHORT),
        (letters >= SHORT and known < letters / 2, Unjudged.OTHER_LANGUAGE),
        (has_link, Unjudged.LINK_NOT_OPENED),
        (not message.sender, Unjudged.NO_SENDER),
        (bool(message.sender) and not sender_told, Unjudged.SENDER_PROVES_NOTHING),
    )
    return tuple(reason for applies, reason in rows if applies)
