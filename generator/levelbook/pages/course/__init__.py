"""A course: what it covers and touches, what has changed since, its codes on paper and as a table."""
