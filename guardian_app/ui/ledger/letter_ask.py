"""What a letter is to say, before it is written. It is never kept."""

from msgspec import Struct

from guardian_app.exposure import Holder
from guardian_app.model import Knowledge, Language


class LetterAsk(Struct, frozen=True, kw_only=True):
    """To whom, about which kinds of data (ids), given on which days (ISO), in which language.

    ``right`` is the id of a right; ``detail`` what is wrong or was seen; ``wish`` the day (ISO) by
    which the person would like to hear; ``person`` their name, or empty to write it by hand.
    """

    holder: Holder
    language: Language
    today: str
    right: str = ""
    kinds: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    detail: str = ""
    wish: str = ""
    person: str = ""

    def addressee(self, knowledge: Knowledge) -> str:
        """Return the name that stands on the letter."""
        for each in knowledge.institutions:
            if each.id == self.holder.institution:
                return each.name.get(self.language)
        return self.holder.name or self.holder.institution
