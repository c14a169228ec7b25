"""The page of the ledger: to whom which kinds of data were given."""

from guardian_app.ui.ledger.screen import LedgerScreen, Tool
from guardian_app.ui.ledger.views import Views

__all__ = ["LedgerScreen", "Tool", "Views"]
