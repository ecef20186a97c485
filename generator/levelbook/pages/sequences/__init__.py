"""The page of all sequences."""
