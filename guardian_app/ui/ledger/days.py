"""Reading a day as people write it."""

import re
from datetime import date

_PARTS = re.compile(
    r"\s*(\d{4})\s*[-/.年\s]\s*(\d{1,2})\s*[-/.月\s]\s*(\d{1,2})\s*日?\s*", re.ASCII
)
_RUN = re.compile(r"\s*(\d{4})(\d{2})(\d{2})\s*", re.ASCII)


def read_day(text: str) -> str:
    """Return the day as ISO; what cannot be read comes back as it is, for the ledger to refuse."""
    found = _PARTS.fullmatch(text) or _RUN.fullmatch(text)
    if found is None:
        return text.strip()
    try:
        return date(*map(int, found.groups())).isoformat()
    except ValueError:
        return text.strip()
