"""``guardian knowledge``: what is known, whether it is sound, and the file built from it."""

from argparse import Namespace

from guardian_app.cli.command import OptionGroup
from guardian_app.cli.exits import Exit
from guardian_app.cli.terminal import Page
from guardian_app.guardian import Guardian
from guardian_app.model import Knowledge
from guardian_app.words import Words

_ACTIONS = ("check", "info", "build")


class KnowledgeCommand:
    """Looks after the knowledge."""

    name = "knowledge"

    def options(self, group: OptionGroup, words: Words) -> None:
        """Declare the three things that can be done with it."""
        group.add_argument(
            "action", choices=_ACTIONS, metavar="|".join(_ACTIONS), help=words("cli.knowledge_do")
        )

    def run(self, options: Namespace, door: Guardian, words: Words) -> int:
        """Do one of them."""
        actions = {"check": _check, "info": _info, "build": _build}
        page = Page()
        status = actions[options.action](door, words, page)
        page.show()
        return status


def _check(door: Guardian, words: Words, page: Page) -> int:
    knowledge, faults = door.check_knowledge()
    for fault in faults:
        page.line(": ".join(filter(None, (fault.file, fault.field, fault.problem))))
    if faults:
        return Exit.BAD_INPUT
    page.line(words("cli.knowledge_sound", **_counts(knowledge)))
    return Exit.DONE


def _info(door: Guardian, words: Words, page: Page) -> int:
    knowledge = door.knowledge
    page.line(words("cli.knowledge_date", date=knowledge.date))
    page.line(words("cli.knowledge_counts", **_counts(knowledge)))
    page.line(words("cli.knowledge_file", file=door.pack))
    return Exit.DONE


def _build(door: Guardian, words: Words, page: Page) -> int:
    knowledge = door.build_knowledge()
    page.line(words("cli.knowledge_counts", **_counts(knowledge)))
    page.line(words("cli.knowledge_file", file=door.pack))
    return Exit.DONE


def _counts(knowledge: Knowledge) -> dict[str, int]:
    return {
        "signs": len(knowledge.signs),
        "schemes": len(knowledge.schemes),
        "institutions": len(knowledge.institutions),
        "numbers": len(knowledge.numbers),
        "data_kinds": len(knowledge.data_kinds),
        "products": len(knowledge.products),
        "laws": len(knowledge.laws),
        "rights": len(knowledge.rights),
        "safeguards": len(knowledge.safeguards),
    }
