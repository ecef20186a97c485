"""A handbook small enough to be read at a glance, with every kind of page in it; and the repository's own."""

import os
from functools import cache
from pathlib import Path
from typing import Any

from levelbook.load import load
from levelbook.model.handbook import Handbook
from levelbook.pages.registry import standalone_pages, theme_pages
from levelbook.site.context import Context
from levelbook.site.page import Page, StandalonePage
from tests.site_build import ROOT

FOLDER = Path(__file__).parent / "rubric_data"


@cache
def small() -> Handbook:
    """The handbook of tests/pages/rubric_data."""
    return read(FOLDER)


@cache
def own() -> Handbook:
    """The repository's own handbook."""
    return read(ROOT / "rubric_data")


def read(folder: Path) -> Handbook:
    """The handbook of a folder that has nothing wrong in it."""
    loaded = load(folder)
    assert loaded.handbook is not None, loaded.problems
    return loaded.handbook


def views_of(ctx: Context) -> dict[str, Any]:
    """What every page of a handbook shows, by its address."""
    every: tuple[Page | StandalonePage, ...] = (*theme_pages(ctx), *standalone_pages(ctx))
    return {page.address: page.view for page in every}


def golden(path: Path, text: str) -> None:
    """Hold a text against the file that says what it should be; LEVELBOOK_GOLDEN=write writes the file anew."""
    if os.environ.get("LEVELBOOK_GOLDEN") == "write":
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")
