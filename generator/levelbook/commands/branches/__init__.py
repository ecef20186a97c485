"""`levelbook ids`, and its way out after a merge: two branches that gave one code."""
