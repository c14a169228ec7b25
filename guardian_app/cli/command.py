"""What a command is: its name, its options, what it does. One command a file."""

from argparse import Namespace, _ArgumentGroup
from typing import Protocol, TypeAlias

from guardian_app.guardian import Guardian
from guardian_app.words import Words

# Everything that a command understands stands under one heading of its help.
OptionGroup: TypeAlias = _ArgumentGroup


class Command(Protocol):
    """A thing the command line can do; stateless."""

    @property
    def name(self) -> str:
        """Return the word that calls it."""

    def options(self, group: OptionGroup, words: Words) -> None:
        """Declare what it understands."""

    def run(self, options: Namespace, door: Guardian, words: Words) -> int:
        """Do it and return the exit status; raise GuardianError for what a person can mend."""
