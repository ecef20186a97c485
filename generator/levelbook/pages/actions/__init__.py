"""The page with the courses and practices of a sequence."""
