"""The recovery code: 160 random bits that a person can write on paper and type in again.

Eight groups of five letters, as in ``7K2MP-…``. The fifth letter of a group checks the four before
it and the group's place, so a slip, two letters or two groups the wrong way round are told at once,
with the number of the group. The alphabet is Crockford's: no I, L, O, U.
"""

import secrets
import unicodedata

from guardian_app.errors import LedgerError

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_VALUES = {letter: value for value, letter in enumerate(_ALPHABET)}
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})
_GROUPS = 8
_LETTERS = 4  # and one that checks them
_BITS = 5
_LONGEST = 400  # letters that are looked at; whatever is longer was not typed from our paper

# The check is a sum in the field of 32 elements, where each place has a factor of its own (2, 4, 8,
# 16; 1 for the checking letter): a wrong letter or two changed places always alter such a sum.
_FIELD = 0b100101  # x^5 + x^2 + 1


def make() -> bytes:
    """Return the secret of a new recovery code, 20 bytes."""
    return secrets.token_bytes(_GROUPS * _LETTERS * _BITS // 8)


def write(secret: bytes) -> str:
    """Return ``secret`` as it is shown to a person."""
    number = int.from_bytes(secret)
    values = [number >> _BITS * place & 31 for place in reversed(range(_GROUPS * _LETTERS))]
    groups = [values[at : at + _LETTERS] for at in range(0, len(values), _LETTERS)]
    return "-".join(
        "".join(_ALPHABET[value] for value in (*group, _check(group, place)))
        for place, group in enumerate(groups)
    )


def read(typed: str) -> bytes:
    """Return the secret that a person typed in.

    Forgives small letters, spaces, marks between groups, O for 0, I and L for 1. LedgerError says
    which group has a slip, or that letters are missing or too many.
    """
    letters = _letters(typed)
    if len(letters) != _GROUPS * (_LETTERS + 1):
        raise LedgerError("errors.recovery_code_length", letters=_GROUPS * (_LETTERS + 1))
    number = 0
    for place in range(_GROUPS):
        group = letters[place * (_LETTERS + 1) : (place + 1) * (_LETTERS + 1)]
        values = [_VALUES.get(letter) for letter in group]
        *data, check = (-1 if value is None else value for value in values)
        if min(*data, check) < 0 or _check(data, place) != check:
            raise LedgerError("errors.recovery_code_slip", group=place + 1)
        for value in data:
            number = number << _BITS | value
    return number.to_bytes(_GROUPS * _LETTERS * _BITS // 8)


def _letters(typed: str) -> str:
    plain = unicodedata.normalize("NFKC", typed[:_LONGEST]).upper().translate(_READ_AS)
    return "".join(letter for letter in plain if letter.isalnum())


def _check(group: list[int], place: int) -> int:
    total = place
    for at, value in enumerate(group, 1):
        total ^= _shifted(value, at)
    return total


def _shifted(value: int, times: int) -> int:
    """Return ``value`` times two to the power of ``times``, in the field."""
    for _ in range(times):
        value <<= 1
        if value > 31:  # noqa: PLR2004 - the largest element
            value ^= _FIELD
    return value
