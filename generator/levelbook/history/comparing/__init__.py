"""Typed changes between two tables of facts: what became of each thing, and what that means."""
