"""The page that compares two roles, its data, and what leads to it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from levelbook.components.views.switch import transfer_address
from levelbook.pages.transfer import data as transfer_data
from levelbook.pages.transfer import page
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.sitemap import PageKind
from tests.pages.concepts import concepts, concepts_views
from tests.pages.data_files import held, transfer
from tests.pages.large import SHARED, large
from tests.pages.small import golden
from tests.pages.tiny import tiny

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def ctx() -> Context:
    return concepts()


@pytest.fixture(scope="module")
def views() -> dict[str, Any]:
    return concepts_views()


def test_transfer_data(ctx: Context) -> None:
    golden(HERE / "transfer.txt", "".join(f"{line.rstrip()}\n" for line in _printed(transfer(ctx))))


def _printed(data: dict[str, Any]) -> Iterator[str]:
    """The data as a list that HR could read; indicators by code."""
    code = {int(number): code for number, (code, _) in data["indicators"].items()}
    for sequence in data["sequences"]:
        yield f"{sequence['id']}  {sequence['name']}  {sequence['href']}"
        for role in sequence["stops"]:
            asks = zip(sequence["competencies"], role["asks"], strict=True)
            said = [f"{one['id']}={'-' if level is None else level or 'whole'}" for one, level in asks]
            yield f"  {role['kind']} {role['id']}  {role['name']}  asks {' '.join(said)}"
        for one in sequence["competencies"]:
            yield f"  {one['id']}  {one['name']}  [{' '.join(one['concepts'])}]  {one['definition']}"
            for key, cell in one["cells"].items():
                says = [cell["summary"], *cell["nothing"], *(code[n] for n in cell["holds"])]
                yield f"    {key or 'whole'}: {' '.join(part for part in says if part)}"
            for pair, changes in one["changes"].items():
                for kind, before, after in changes:
                    later = "" if after is None else code[after]
                    yield f"    {pair}: {kind} {','.join(code[n] for n in before)} -> {later}"


def test_a_retired_standard_is_no_role(ctx: Context) -> None:
    assert [sequence["id"] for sequence in _index(ctx)["sequences"]] == ["care", "lead", "names"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_its_words_are_there_in_both_languages(language: str) -> None:
    words = _index(concepts(language))["words"]
    assert {"keep", "more", "linked", "fresh", "gone", "unknown", "place"} <= words.keys()


@pytest.mark.parametrize("ctx", [concepts(), large()], ids=["small", "large"])
def test_a_comparison_loads_two_sequences_and_no_more(ctx: Context) -> None:
    files = dict(transfer_data.data_files(ctx))
    sizes = {address: len(text) for address, text in files.items()}
    choices = _index(ctx)["sequences"]
    asked = sorted(sizes[choice["src"].partition("?")[0]] for choice in choices)
    assert sum(asked) + sizes[urls.TRANSFER_DATA] == sum(sizes.values())
    assert sum(asked[-2:]) < 1.2 * 2 / len(choices) * sum(sizes.values())


def test_the_index_of_a_large_handbook_is_a_fraction_of_what_it_leads_to() -> None:
    files = dict(transfer_data.data_files(large()))
    assert len(files[urls.TRANSFER_DATA]) < sum(map(len, files.values())) / 10


def test_shared_competencies_are_the_same_to_all_that_ask_for_them() -> None:
    shared: list[tuple[Any, list[Any]]] = []
    for address, text in transfer_data.data_files(large()):
        if address != urls.TRANSFER_DATA:
            [sequence], indicators = held(text)["sequences"], held(text)["indicators"]
            [competency] = [competency for competency in sequence["competencies"] if competency["name"] == SHARED]
            numbers = competency["cells"]["low"]["holds"]
            shared.append((numbers, [indicators[str(number)] for number in numbers]))
    assert len(shared) > 2
    assert all(each == shared[0] for each in shared)


def _index(ctx: Context) -> Any:
    return held(dict(transfer_data.data_files(ctx))[urls.TRANSFER_DATA])


def test_a_level_leads_to_its_comparison(views: dict[str, Any]) -> None:
    assert views["sequences/care/level/low/"].switch.transfer == "move/?from=care/low"


def test_nothing_leads_there_from_a_retired_standard(tmp_path: Path) -> None:
    head = """
        code: ONE
        name: 甲
        levels: [{id: low, name: 低}, {id: high, name: 高}]
        groups: [{id: all, name: 全部, competencies: [care]}]
        """
    care = "{name: 细心, kind: skill, levels: {low: {indicators: [查一遍。]}, high: {indicators: [查两遍。]}}}"
    ended = head.replace("name: 甲", "name: 旧\n        retired: {why: 不再使用}").replace("ONE", "OLD")
    files = {"sequence.yml": head, "competencies/care.yml": care}
    old = {f"sequences/old/{key}": ended if key == "sequence.yml" else text for key, text in files.items()}
    ctx, first = tiny(tmp_path / "two", {**files, **old})
    assert transfer_address(ctx, first, "low") == "move/?from=first/low"
    assert transfer_address(ctx, ctx.handbook.sequences["old"], "low") == ""
    alone = {
        key: text.replace("{id: low, name: 低}, ", "").replace("low: {indicators: [查一遍。]}, ", "")
        for key, text in files.items()
    }
    ctx, first = tiny(tmp_path / "one", {**alone, **old})
    assert (ctx.sitemap.has(PageKind.TRANSFER), page.pages(ctx)) == (False, ())
