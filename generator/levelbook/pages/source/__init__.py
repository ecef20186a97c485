"""The page of a sequence's source."""
