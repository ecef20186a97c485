"""The page of a sequence."""
