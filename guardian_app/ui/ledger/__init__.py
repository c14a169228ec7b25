"""The person's own ledger in the window: who was given which of their data."""
