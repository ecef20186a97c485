"""Releases and what they change: the facts of a handbook, typed changes between two of them, and git."""
