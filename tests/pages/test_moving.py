"""Where the handbook has moved: what pages of assessments tell readers, and what they tell scripts."""

from pathlib import Path

from levelbook.build import Site
from levelbook.catalogue import Catalogue
from tests.pages.test_checklist import FILES
from tests.pages.tiny import tiny

NEW = "https://new.example/a?b=1&c/"
"""With a sign that would begin an entity."""


def _pages(folder: Path, moved_to: str | None) -> tuple[str, str]:
    """The list of what is saved, and a checklist."""
    ctx, _ = tiny(folder, FILES, moved_to=moved_to)
    pages = {one.page.address: one.html for one in Site(ctx.handbook, Catalogue("zh")).pages}
    return pages["check/"], pages["sequences/first/check/low/"]


def test_the_way_there_stands_first(tmp_path: Path) -> None:
    overview, checklist = _pages(tmp_path, NEW)
    assert overview.index("<lb-moving") < overview.index("<lb-saved")
    assert '"movedTo":"https://new.example/a?b=1\\u0026c/"' in overview
    assert 'data-moved-to="https://new.example/a?b=1&amp;c/" hidden>' in checklist
    assert "check/index.html#move" in checklist


def test_else_it_stands_behind_what_is_saved(tmp_path: Path) -> None:
    overview, checklist = _pages(tmp_path, None)
    assert overview.index("<lb-own-notes") < overview.index("<lb-moving")
    assert overview.count("<lb-moving") == 1
    assert '"movedTo":""' in overview
    assert "data-moved-to" not in checklist
