"""Making a stranger's text harmless to look at, letter for letter.

Characters that are invisible, that turn the reading direction or that no font can draw are shown
as ``HIDDEN``. One character always becomes one character, so spans of the original still fit. (A
terminal has other needs: it writes such characters out as codes, see ``cli.terminal``.)
"""

import re
import unicodedata

HIDDEN = "▯"

_RUN = re.compile(r"[!-~]{80}")  # Chinese breaks anywhere by itself
_LINE_ENDS = "\u2028\u2029\u0085\x0b\x0c\x1c\x1d\x1e"
_JOINERS = "\u200d\ufe0e\ufe0f"
_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Co"))
# Drawn as nothing although Unicode calls them letters or marks: Hangul fillers, the Braille blank,
# the grapheme joiner, variation selectors.
_BLANK = frozenset("\u115f\u1160\u3164\uffa0\u2800\u034f\u17b4\u17b5")


def visible(text: str) -> str:
    """Return ``text`` with nothing in it that hides, turns or breaks; the same length."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(text, at, letter) for at, letter in enumerate(text))


def breakable(text: str) -> str:
    """Return ``text`` with a place to break the line in runs that have none for 80 letters.

    Without one, laying out 100,000 letters in one piece takes half a minute.
    """
    return _RUN.sub("\\g<0>\u200b", text)


def hides_something(text: str) -> bool:
    """Tell whether ``visible`` has to stand in for some character of ``text``."""
    return HIDDEN in visible(text) and HIDDEN not in text


def _shown(text: str, at: int, letter: str) -> str:
    if letter in "\n\t\r":
        return " " if letter == "\r" else letter
    if letter in _LINE_ENDS:
        return "\n"
    if letter in _JOINERS and at and _is_picture(text[at - 1]):
        return letter
    if letter in _BLANK or "\ufe00" <= letter <= "\ufe0f" or "\U000e0000" <= letter <= "\U000e0fff":
        return HIDDEN
    return HIDDEN if unicodedata.category(letter) in _UNSEEN else letter


def _is_picture(letter: str) -> bool:
    return letter in _JOINERS or unicodedata.category(letter) in {"So", "Sk"}
