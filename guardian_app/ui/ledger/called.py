"""What institutions and kinds of data are called on the screen."""

from collections.abc import Iterable

from guardian_app.exposure import Holder
from guardian_app.model import DataKind, Knowledge, Text
from guardian_app.ui.look import Role
from guardian_app.ui.parts.label import Label
from guardian_app.words import Words


class Called:
    """Names in the language of ``words``; what the knowledge does not know keeps its id."""

    def __init__(self, knowledge: Knowledge, words: Words) -> None:
        """Call everything as ``knowledge`` does."""
        self._words = words
        self._kinds = {each.id: each for each in knowledge.data_kinds}
        self._institutions = {each.id: each for each in knowledge.institutions}

    def holder(self, who: Holder) -> str:
        """Return the name of an institution, or the person's own name for it."""
        known = self._institutions.get(who.institution)
        return self._words.of(known.name) if known else who.institution or who.name

    def kind(self, kind: str) -> str:
        """Return the name of a kind of data."""
        known = self._kinds.get(kind)
        return self._words.of(known.name) if known else kind

    def kinds(self, kinds: Iterable[str]) -> str:
        """Return the names of several kinds in one line."""
        # Some names list things themselves, so they are parted by something else than a comma.
        return self._words("leaf.and").join(map(self.kind, kinds))


class NameLabel(Label):
    """A name of the knowledge, in the language that is spoken."""

    def __init__(self, name: Text, role: Role = Role.BODY, colour: str = "ink") -> None:
        """Show ``name``."""
        super().__init__(role, colour=colour)
        self.name = name

    def speak(self, words: Words) -> None:
        """Say the name in the language of ``words``."""
        self.say(words.of(self.name))


def in_groups(knowledge: Knowledge) -> tuple[tuple[str, tuple[DataKind, ...]], ...]:
    """Return the ids of all groups that have kinds, each with its kinds, in their order."""
    found = (
        (group.id, tuple(kind for kind in knowledge.data_kinds if kind.group == group.id))
        for group in knowledge.data_groups
    )
    return tuple((group, kinds) for group, kinds in found if kinds)
