"""What every list shows beside its rows: its address, filter bar, conditions, paging, result rows."""
