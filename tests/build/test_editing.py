"""A process that lives on while people edit shows to the byte what a fresh one would, and makes little anew for it."""

from pathlib import Path
from random import Random
from typing import Any

import pytest

from levelbook import tracing
from levelbook.build import Site, SiteOptions
from levelbook.catalogue import Catalogue
from levelbook.history.in_force import as_in_force, day_of
from levelbook.load import HandbookLoader, load
from levelbook.model.handbook import Handbook
from levelbook.site_builder import SiteBuilder
from tests.build.editing import Files, edited
from tests.pages.small import FOLDER, small
from tests.site_build import ROOT

OPTIONS = SiteOptions(site_url="https://handbook.example.com/", edit_base="https://code.example.com/")
STEADY = SiteOptions(edit_base="https://code.example.com/", steady_search=True)


def everything(site: Site) -> dict[str, Any]:
    """All that a host may ask of a site."""
    return {edition.language: _of_edition(edition) for edition in site.editions}


def _of_edition(site: Site) -> dict[str, Any]:
    return {
        "pages": [(page.html, page.page) for page in site.pages],
        "around": [site.around(page.page) for page in site.pages],
        "files": [(file.path, file.text) for file in site.files()],
        "search": [(file.path, file.text) for file in site.search()],
        "rest": (site.navigation, site.name, site.release, site.search_field, site.code_beginnings, site.problems),
    }


def bytes_of(folder: Path) -> Files:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def write(folder: Path, files: Files, before: Files) -> None:
    for path in before.keys() - files.keys():
        (folder / path).unlink()
    for path, data in files.items():
        if before.get(path) != data:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)


def walk(source: Path, folder: Path, seed: int, edits: int, options: SiteOptions) -> int:
    """Edits a copy of a folder again and again, and compares after each edit; how often there was a site to compare."""
    luck, original, compared = Random(seed), bytes_of(source), 0
    before: Files = {}
    addresses: list[str] = []
    loader, builder = HandbookLoader(folder), SiteBuilder(Catalogue("zh"), options)
    files = original
    for _ in range(edits):
        write(folder, files, before)
        living, fresh = loader.load(), load(folder)
        assert (living.handbook, living.problems) == (fresh.handbook, fresh.problems)
        if living.handbook is not None and fresh.handbook is not None:
            compared += 1
            chosen, ahead = luck.sample(addresses, min(3, len(addresses))), {}
            built = builder.build(
                as_in_force(living.handbook, day_of("2027-06-01")),
                lambda page_of, chosen=chosen, ahead=ahead: ahead.update((one, page_of(one)) for one in chosen),
            )
            expected = Site(as_in_force(fresh.handbook, day_of("2027-06-01")), Catalogue("zh"), options)
            assert everything(built) == everything(expected), (seed, compared)
            made = {page.page.address: (page, built.around(page.page)) for page in built.pages}
            assert {address: made.get(address) for address in chosen} == ahead, "made before all others, and the same"
            addresses = sorted(made)
        before, files = files, edited(files, luck, original)
    return compared


@pytest.mark.parametrize("seed", range(3))
def test_random_edits_come_out_as_in_a_fresh_process(seed: int, tmp_path: Path) -> None:
    assert walk(FOLDER, tmp_path, seed, 50, OPTIONS if seed % 2 else STEADY) > 5


def test_random_edits_of_another_handbook(tmp_path: Path) -> None:
    assert walk(Path(__file__).parents[1] / "pages" / "concepts_data", tmp_path, 1, 12, STEADY) > 1


def loaded(folder: Path, old: str, new: str) -> Handbook:
    """The repository's handbook with another word in one text."""
    file = folder / "sequences/telecom-account-manager/competencies/coordination.yml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    handbook = load(folder).handbook
    assert handbook is not None
    return handbook


def test_little_is_made_anew_for_a_changed_text(tmp_path: Path) -> None:
    write(tmp_path, bytes_of(ROOT / "rubric_data"), {})
    builder = SiteBuilder(Catalogue("zh"), STEADY)
    before = builder.build(loaded(tmp_path, "愿意与他人建立联系", "乐意与他人建立联系"))
    all_pages, all_files = len(before.pages), len(list(before.files()))
    tracing.NOW.worked_out = 0
    after = builder.build(loaded(tmp_path, "乐意与他人建立联系", "愿意与他人多建立联系"))
    pages = [new for old, new in zip(before.pages, after.pages, strict=True) if old is not new]
    files = [new for old, new in zip(before.files(), after.files(), strict=True) if old.text is not new.text]
    assert 0 < len(pages) < 20 < all_pages
    assert 0 < len(files) < 20 < all_files
    assert 0 < tracing.NOW.worked_out < 250


def test_nothing_is_made_anew_where_nothing_has_changed() -> None:
    builder = SiteBuilder(Catalogue("en"), STEADY)
    first, second = builder.build(small()), builder.build(small())
    assert all(old is new for old, new in zip(first.pages, second.pages, strict=True))
