"""Choices of the fields and filters that stand above lists."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Choice:
    """One choice of a field or filter."""

    value: str
    """What scripts compare."""
    text: str
    """What people read."""
    name: str = ""
    """The name alone, where the text also counts; for scripts that count anew."""
