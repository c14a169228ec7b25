"""Whom to call, and what could not be judged."""

from collections.abc import Iterable, Mapping

from guardian_app.model import CallBack, Contact, Institution, Message, Unjudged

# Two numbers of the institution that is named, and two public lines: more is a wall.
CLAIMED_SHOWN = 2
# Fewer letters than this say nothing either way.
SHORT = 6
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
    letters = sum(1 for each in text[:400] if each.isalpha())
    known = sum(
        1 for each in text[:400] if (each.isascii() and each.isalpha()) or "㐀" <= each <= "鿿"
    )
    rows = (
        (cut, Unjudged.CUT),
        (letters < SHORT and bool(text), Unjudged.TOO_SHORT),
        (letters >= SHORT and known < letters / 2, Unjudged.OTHER_LANGUAGE),
        (has_link, Unjudged.LINK_NOT_OPENED),
        (not message.sender, Unjudged.NO_SENDER),
        (bool(message.sender) and not sender_told, Unjudged.SENDER_PROVES_NOTHING),
    )
    return tuple(reason for applies, reason in rows if applies)
