"""Guardian (保单卫士)."""
