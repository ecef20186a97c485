"""The handbook of tests/pages/concepts_data: three small standards with shared concepts, and a retired one."""

from functools import cache
from pathlib import Path
from typing import Any

from levelbook.catalogue import Catalogue
from levelbook.site.context import Context
from tests.pages.small import read, views_of

FOLDER = Path(__file__).parent / "concepts_data"


@cache
def concepts(language: str = "zh") -> Context:
    """The context of that handbook."""
    return Context(read(FOLDER), Catalogue(language))


@cache
def concepts_views() -> dict[str, Any]:
    """What its pages show, by address."""
    return views_of(concepts())
