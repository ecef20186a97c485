"""What the search finds: everything by name and code, every page once; and in how many files it comes."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from levelbook.catalogue import Catalogue
from levelbook.pages.search import data as search_data
from levelbook.site import urls
from levelbook.site.context import Context
from tests.pages.data_files import held, search_text
from tests.pages.growth import growth
from tests.pages.large import large
from tests.pages.small import read, small


def test_search_finds_actions_by_name_and_code() -> None:
    assert (
        '["谈判课","sequences/sales/actions/SAL-ACT-02/index.html","action",["销售","培训"],"","SAL-ACT-02","",false]'
        in search_text(growth())
    )


def test_search_finds_pairs_of_levels_and_what_people_call_them() -> None:
    rows = {row[1]: row for part in _parts(large()) for row in part["pages"] if row[2] == "comparison"}
    assert rows
    tables = [row for address, row in rows.items() if address.endswith("/compare/index.html")]
    assert tables and all("升级" in names.split("\n") for _, _, _, _, names, *_ in tables)


def test_search_names_every_page_once() -> None:
    weights = Context(read(Path(__file__).parent / "weights_data"), Catalogue("zh"))
    for ctx in (weights, growth()):
        places = [(title, address) for part in _parts(ctx) for title, address, *_ in part["pages"]]
        assert [place for place in places if places.count(place) > 1] == []


def test_a_small_handbook_comes_as_one_file() -> None:
    [(address, script)] = search_data.data_files(growth())
    assert address == urls.SEARCH_DATA
    assert held(script)["next"] == ""


@pytest.fixture
def parts(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """The files of a large handbook, as if a wait were long from a tenth of the bytes on."""
    whole = len(search_text(large()).encode())
    monkeypatch.setattr(search_data, "WHOLE", whole // 2)
    monkeypatch.setattr(search_data, "PART", whole // 10)
    return list(_parts(large()))


def test_files_of_a_large_handbook_are_of_one_size(parts: list[dict[str, Any]]) -> None:
    """But for what every query needs, which the first one brings along."""
    rows = [[part["pages"], part["places"], part["indicators"]] for part in parts]
    assert len(parts) >= 8
    assert max(map(_size, rows)) < sum(map(_size, parts)) / 8


def _size(value: object) -> int:
    return len(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def test_files_hold_together_what_one_file_would(parts: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    [whole] = _parts(large())
    assert [row for part in parts for row in part["pages"]] == whole["pages"]
    assert sorted(_placed(*parts)) == sorted(_placed(whole))


def test_pages_come_first_then_what_most_standards_share(parts: list[dict[str, Any]]) -> None:
    assert parts[0]["pages"]
    assert [bool(part["pages"]) for part in parts] == sorted((bool(part["pages"]) for part in parts), reverse=True)
    competencies = [place[0] for _, _, place, _ in _placed(*parts)]
    shared = [name for name in competencies if name == "共有的"]
    assert competencies[: len(shared)] == shared != []


def _parts(ctx: Context) -> Iterator[dict[str, Any]]:
    """The files in the order in which they name each other."""
    files = dict(search_data.data_files(ctx))
    address = urls.SEARCH_DATA
    while address:
        part = held(files[address.partition("?")[0]])
        yield part
        address = part["next"]


def _placed(*parts: dict[str, Any]) -> list[tuple[str, str, list[Any], bool]]:
    """Indicators with what they say of their place."""
    return [(code, text, part["places"][at], line) for part in parts for code, text, at, line in part["indicators"]]


def test_what_the_handbook_brings_is_worked_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A build asks before its hand-written pages are known, and after."""
    ctx, asked = Context(small(), Catalogue("zh")), []
    things = search_data.things
    monkeypatch.setattr(search_data, "things", lambda ctx: asked.append(1) or things(ctx))
    page = ("一页", "page/index.html", "page", [], "", "", "银行的行长", False)
    [(_, alone)], [(_, together)] = search_data.data_files(ctx), search_data.data_files(ctx, [page])  # type: ignore[list-item]
    assert asked == [1]
    assert held(together)["pages"] == [*held(alone)["pages"], list(page)]
    assert held(together)["signs"]["other_sounds"]["行长"] == "hang zhang"
    assert "行长" not in held(alone)["signs"]["words"].split()
