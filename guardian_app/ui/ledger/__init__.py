"""The page of the ledger: to whom which kinds of data were given."""

from guardian_app.ui.ledger.screen import LedgerScreen, Tool

__all__ = ["LedgerScreen", "Tool"]
