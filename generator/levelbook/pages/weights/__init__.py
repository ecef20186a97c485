"""The page with the points of groups and competencies."""
