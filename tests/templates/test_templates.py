"""Templates: what they ask of views is there, and how they are written."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from jinja2 import nodes

from levelbook.catalogue import Catalogue
from levelbook.components.former.lines import FormerList
from levelbook.pages import registry
from levelbook.render import FORMER, Renderer
from levelbook.site.context import Context
from levelbook.site.page import Page, StandalonePage
from tests.former.tale import changed
from tests.pages.released import released
from tests.pages.small import FOLDER, own, read, small
from tests.site_build import ROOT
from tests.templates.paths import Walk

TEMPLATES = ROOT / "generator" / "levelbook" / "templates"
FILES = sorted(TEMPLATES.rglob("*.jinja"))
LONGEST_LINE = 160
LONGEST_FILE = 300
TABLE_ROLE = re.compile(r"role=\"(table|rowgroup|row|columnheader|rowheader|cell)\"")
by_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(TEMPLATES).as_posix())


@cache
def planned() -> frozenset[tuple[str, type, type]]:
    """Template, class of the page and class of its view, of all pages of the handbooks that tests know."""
    others = [read(FOLDER.parent / name) for name in ("concepts_data", "growth_data", "positions_data", "weights_data")]
    found: set[tuple[str, type, type]] = set()
    for handbook in (own(), small(), changed(), released(), *others):
        ctx = Context(handbook, Catalogue("zh"))
        pages: list[Page | StandalonePage] = [*registry.theme_pages(ctx), *registry.standalone_pages(ctx)]
        found |= {(page.template, type(page), type(page.view)) for page in pages}
    return frozenset(found)


HANDED_BACK = {
    f"{place}: {name}"
    for place, names in {
        "components/level_views.html.jinja:118": ("fate", "text"),
        "components/releases.html.jinja:8": ("fate", "text"),
        "pages/comparison.html.jinja:8": ("changed", "text"),
    }.items()
    for name in names
}
"""Words of an item, which `worded_items` hands back to whoever calls it: the walk does not follow that way."""


def walked(*folders: str) -> Walk:
    """A walk through the templates of all pages; those in `folders` replace ours."""
    renderer = Renderer(Catalogue("zh"), folders=folders)
    walk = Walk(renderer._engine)
    for template, page, view in sorted(planned(), key=str):
        walk.page(renderer.file_of(template), page, view)
    walk.page(FORMER, StandalonePage, FormerList)
    return walk


def test_every_path_leads_to_something_that_the_view_has() -> None:
    walk = walked()
    assert sorted(walk.wrong) == []
    assert walk.unknown == HANDED_BACK


def test_every_template_of_a_page_is_walked() -> None:
    renderer = Renderer(Catalogue("zh"))
    files = {path.relative_to(TEMPLATES).as_posix() for path in (TEMPLATES / "pages").iterdir()}
    assert {renderer.file_of(template) for template, _, _ in planned()} == files


WRONG = """{% macro heading(family) %}{{ family.title }}{% endmacro %}
{% for family in v.picker.families | list %}
  {{ family.sequences[0].link.adress | url }}
  {% set last = family.sequences | sort(attribute="key") %}
  {% for sequence in last %}{{ loop.previtem.kind }}{% endfor %}
{% endfor %}
{{ heading(v.picker.families[0]) }}
{{ v.picker.families | map(attribute="names") | join }}
{{ (v.release or v.picker.apart).version }}
{% if no.thing %}{% endif %}
{{ v.picker.families[0] | text("note") }}
"""


def test_a_path_that_leads_nowhere_is_found(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages/home.html.jinja").write_text(WRONG, encoding="utf-8")
    found = sorted(walked(str(tmp_path)).wrong, key=lambda problem: int(problem.split(":")[1]))
    assert [problem.removeprefix("pages/home.html.jinja:") for problem in found] == [
        "1: title: PickedFamily has no such attribute",
        "3: adress: Link has no such attribute",
        "5: kind: PickedSequence has no such attribute",
        "8: names: PickedFamily has no such attribute",
        "9: version: Link has no such attribute",
        "10: no: nothing has this name",
        "11: text: PickedFamily has no text note",
    ]


@by_file
def test_lines_and_files_are_short(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [number for number, line in enumerate(lines, 1) if len(line) > LONGEST_LINE] == []
    assert len(lines) <= LONGEST_FILE


@by_file
def test_only_the_macros_of_tables_write_their_roles(path: Path) -> None:
    written = TABLE_ROLE.findall(path.read_text(encoding="utf-8"))
    assert bool(written) == (path.name == "table.html.jinja")


@by_file
def test_what_is_imported_is_used(path: Path) -> None:
    imported = Counter(name for node in _tree(path).find_all(nodes.FromImport) for name in node.names)
    called = set(_called(path))
    assert [name for name, times in imported.items() if name not in called or times > 1] == []


def test_every_macro_is_used() -> None:
    macros = {node.name for path in FILES for node in _tree(path).find_all(nodes.Macro)}
    assert macros - {name for path in FILES for name in _called(path)} == set()


def _called(path: Path) -> Iterator[str]:
    for call in _tree(path).find_all(nodes.Call):
        if isinstance(call.node, nodes.Name):
            yield call.node.name


@cache
def _tree(path: Path) -> nodes.Template:
    return Renderer(Catalogue("zh"))._engine.parse(path.read_text(encoding="utf-8"))
