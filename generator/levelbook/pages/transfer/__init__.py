"""The page that compares two roles, and its data."""
