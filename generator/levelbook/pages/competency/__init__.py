"""The page of a competency."""
