"""Judges a message: text in, value out. No file, no clock, no socket, no window.

``normalise`` makes the text comparable; ``signs`` says what is seen in it; ``scope`` sets aside
what is forbidden or warned of; ``weigh`` turns what is left into a level; ``schemes`` names the
fraud.
"""

from functools import lru_cache

from guardian_app.engine.checker import LENGTH_LIMIT, Checker
from guardian_app.model import Knowledge, Message, Verdict

__all__ = ["LENGTH_LIMIT", "Checker", "check", "signs_meant"]

# One pack is in use, one may be under inspection.
_checker = lru_cache(maxsize=2)(Checker)


def check(message: Message, knowledge: Knowledge) -> Verdict:
    """Return the verdict on ``message``; the first call with a pack also compiles its patterns."""
    return _checker(knowledge).check(message)


def signs_meant(message: Message, knowledge: Knowledge) -> frozenset[str]:
    """Return the signs that ``message`` shows if it is no warning; for those who check the pack."""
    return frozenset(_checker(knowledge).signs_in(message, warns=False))
