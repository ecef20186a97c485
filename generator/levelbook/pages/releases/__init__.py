"""What releases changed, for readers: the list, a page for each, and feeds."""
