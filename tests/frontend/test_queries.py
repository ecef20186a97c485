"""The search finds what people mean: queries as they are typed, each with what has to come first (queries.yml).

In Chinese on the repository's own handbook with its guides, in English on a small one in `english_data/`. A row reads
as the popup shows it: kind, title, and the second line behind it.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from markdown import Markdown

from levelbook.catalogue import Catalogue
from levelbook.pages.search import data as search_data
from levelbook.pages.search.prose import sections
from levelbook.site.context import Context
from tests.node import Window
from tests.pages.data_files import held
from tests.pages.small import own, read
from tests.site_build import ROOT

HERE = Path(__file__).parent
QUERIES = yaml.safe_load((HERE / "queries.yml").read_text(encoding="utf-8"))
ASKED = [(language, asked) for language, queries in QUERIES.items() for asked in queries]
PREPARE = """files => {
  const [language, parts] = files;
  const index = parts.reduce((before, part) => search.prepare(part, before), null);
  globalThis.indexes = { ...globalThis.indexes, [language]: index };
}"""
FIND = """asked => {
  const { answer, groups, readAs, nearest } = search.find(indexes[asked.language], String(asked.query));
  const row = ({ kindName, title, parts }) => [`${kindName} ${title}`, ...parts].join(' · ');
  return {
    answer: answer ? [`= ${answer.sequence} · ${answer.title}`] : [],
    rows: groups.flatMap(({ hits }) => hits.map((hit) => `${row(hit)}${hit.code ? ` · ${hit.code}` : ''}`)),
    nearest: nearest ? nearest.hits.map(row) : [],
    readAs,
  };
}"""

Ask = Callable[[str, str], dict[str, Any]]


def guides() -> list[Any]:
    """The sections of the hand-written pages, as MkDocs would render them."""
    rows: list[Any] = []
    for path in sorted((ROOT / "docs").glob("**/index.md")):
        text = path.read_text(encoding="utf-8").partition("\n---\n")[2]
        markdown = Markdown(extensions=["attr_list", "tables", "toc", "fenced_code"])
        html = markdown.convert(text)
        title = next((token["name"] for token in markdown.toc_tokens), path.parent.name)  # type: ignore[attr-defined]
        rows += sections(title, f"{path.parent.relative_to(ROOT / 'docs').as_posix()}/index.html", html)
    return rows


@pytest.fixture(scope="module")
def ask(core: Window) -> Ask:
    """Ask for what a query finds in a handbook of a language."""
    chinese = search_data.data_files(Context(own(), Catalogue("zh")), guides())
    english = search_data.data_files(Context(read(HERE / "english_data"), Catalogue("en")))
    for language, files in (("zh", chinese), ("en", english)):
        core.evaluate(PREPARE, [language, [held(text) for _, text in files]])
    return lambda language, query: core.evaluate(FIND, {"language": language, "query": query})  # type: ignore[no-any-return]


@pytest.mark.parametrize(("language", "asked"), ASKED, ids=[str(asked["query"]) for _, asked in ASKED])
def test_what_is_meant_comes_first(ask: Ask, language: str, asked: dict[str, Any]) -> None:
    result = ask(language, str(asked["query"]))
    rows = [*result["answer"], *result["rows"]] or result["nearest"]
    shown = "\n".join(rows[:12])
    assert (rows or [""])[0].startswith(asked["first"]), shown
    for row in asked.get("also", []):
        assert any(other.startswith(row) for other in rows), f"{row} is not in:\n{shown}"
    assert result["readAs"] == asked.get("read_as", ""), shown
    assert bool(result["nearest"]) == asked.get("nearest", False), shown


def test_there_are_enough_queries() -> None:
    assert len(ASKED) >= 60
    assert len({str(asked["query"]) for _, asked in ASKED}) == len(ASKED)
