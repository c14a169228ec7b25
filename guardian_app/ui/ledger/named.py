"""Names of the knowledge as labels, and the kinds of data in their groups."""

from guardian_app.model import DataKind, Knowledge, Text
from guardian_app.ui.look import Role
from guardian_app.ui.parts.label import Label
from guardian_app.words import Words


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
