"""The words that a handbook has settled on, in each of its languages."""

from pydantic import Field

from levelbook.model.base import Shape
from levelbook.model.values import Fixed, Language, Name, Prose


class Term(Shape):
    """A word of the trade, with its translations and what is not to be said for it."""

    name: Name
    """The word."""
    means: Prose | None = None
    """What it stands for, where that is not plain."""
    avoid: dict[Language, tuple[Fixed, ...]] = Field(default_factory=dict)
    """Words that are not used for it, by language: `{en: [client, clients]}`."""


class GlossaryFile(Shape):
    """The file glossary.yml."""

    terms: tuple[Term, ...] = ()
    """All words, in order."""
