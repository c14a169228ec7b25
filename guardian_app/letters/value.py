"""What a person or the directory puts into a letter: one plain line of bounded length."""

import unicodedata
from datetime import date

from guardian_app.errors import LetterError
from guardian_app.model import Language

MOST_NAME = 100
MOST_LINE = 200
MOST_DETAIL = 600
MOST_STEPS = 30

# Letters that turn the direction of writing could make a line read as another.
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def one_line(field: str, text: str, most: int) -> str:
    """Return ``text`` without line breaks and unseen letters; refuse more than ``most`` letters."""
    if len(text) > most:
        raise LetterError("errors.letter_field_too_long", field=field, most=most)
    shown = "".join(_shown(letter) for letter in text)
    return " ".join(shown.split())


def spoken_date(field: str, day: str, language: Language) -> str:
    """Return an ISO date as it is written in a letter; an empty one stays empty."""
    if not day:
        return ""
    try:
        at = date.fromisoformat(day)
    except ValueError:
        raise LetterError("errors.letter_field_date", field=field) from None
    if language is Language.ZH:
        return f"{at.year}年{at.month}月{at.day}日"
    return f"{at.day} {_MONTHS[at.month - 1]} {at.year}"


def _shown(letter: str) -> str:
    if letter in _TURNING:
        return ""
    category = unicodedata.category(letter)
    return " " if category in {"Cc", "Cs", "Zl", "Zp"} else letter
