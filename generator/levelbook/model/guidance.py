"""What a handbook adds of its own to what a standard asks: never a requirement, and never counted as one."""

from typing import ClassVar

from levelbook.model.base import Shape
from levelbook.model.values import Date, Name, Prose


class GuidanceText(Shape):
    """One thing said; a plain text is its short form."""

    SHORT: ClassVar[str] = "text"
    text: Prose
    """What it says."""


class Guidance(Shape):
    """What helps with an indicator."""

    examples: tuple[GuidanceText, ...] = ()
    """What it looks like."""
    not_yet: tuple[GuidanceText, ...] = ()
    """What looks like it and does not suffice."""
    evidence: tuple[GuidanceText, ...] = ()
    """What to bring to the conversation."""
    ask_yourself: tuple[GuidanceText, ...] = ()
    """Questions to oneself."""
    grow: tuple[GuidanceText, ...] = ()
    """How to practise."""
    author: Name | None = None
    """Who wrote it, where the sequence does not say."""
    date: Date | None = None
    """When it was written, where the sequence does not say."""


class WholeGuidance(Guidance):
    """What helps with a competency, at a level or at all."""

    in_short: Prose | None = None
    """What it is about, where the source has no definition or summary."""


class GuidanceOrigin(Shape):
    """Who wrote the guidance of a sequence, and when."""

    author: Name | None = None
    """Who wrote it."""
    date: Date | None = None
    """When it was written."""
