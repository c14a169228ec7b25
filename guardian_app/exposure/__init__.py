"""What the entries of a ledger mean: who holds what, whether it was needed, who knew it.

Shares and knowledge in, values out; no file, no clock.
"""

from guardian_app.exposure.find import (
    MOST_FOUND,
    find_institutions,
    institution_meant,
    institutions_named,
)
from guardian_app.exposure.holder import Holder, holder
from guardian_app.exposure.knew import Knower, knew
from guardian_app.exposure.leak import Leak, leak
from guardian_app.exposure.matrix import Cell, Matrix, Row, Totals, matrix
from guardian_app.exposure.need import BEYOND, Needed, NeedReason, Needs, need
from guardian_app.exposure.suggest import TEXT_LIMIT, Mention, suggest

__all__ = [
    "BEYOND",
    "MOST_FOUND",
    "TEXT_LIMIT",
    "Cell",
    "Holder",
    "Knower",
    "Leak",
    "Matrix",
    "Mention",
    "NeedReason",
    "Needed",
    "Needs",
    "Row",
    "Totals",
    "find_institutions",
    "holder",
    "institution_meant",
    "institutions_named",
    "knew",
    "leak",
    "matrix",
    "need",
    "suggest",
]
