"""What pages weigh as they travel: compressed as servers do, with all that they load before anybody does anything."""

import gzip
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest

_LOADED = re.compile(
    r'<link\b[^>]*\brel="?(?:stylesheet|icon)\b[^>]*\bhref="([^"]+)"|<link\b[^>]*\bhref="([^"]+)"[^>]*\brel="?stylesheet'
    r'|<(?:script|img)\b[^>]*\bsrc="([^"]+)"'
)
_LOADED_WHEN_IDLE = re.compile(r'\bdata-views="([^"]+)"')
MOST_REQUESTS = 8


@cache
def _weight(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 6, mtime=0))


def _loaded(page: Path) -> set[Path]:
    """The page and the files of the site that it loads to open."""
    found = ("".join(groups) for groups in _LOADED.findall(page.read_text(encoding="utf-8")))
    return {page, *_files(page, found)}


def _loaded_when_idle(page: Path) -> set[Path]:
    """What it loads besides when it is open and has nothing else to do."""
    found = _LOADED_WHEN_IDLE.findall(page.read_text(encoding="utf-8"))
    return set(_files(page, " ".join(found).split()))


def _files(page: Path, addresses: Iterable[str]) -> Iterator[Path]:
    for address in addresses:
        if not address.startswith("data:"):
            yield Path(urljoin(str(page), urldefrag(address)[0].partition("?")[0]))


@pytest.mark.parametrize(
    ("pages", "most"),
    [
        ("sequences/*/level/*/index.html", 57_000),
        ("sequences/*/grade/*/index.html", 57_000),
        ("sequences/*/check/*/index.html", 123_000),
        ("index.html", 45_000),
        ("sequences/*/competency/*/index.html", 40_000),
        ("id/*/index.html", 28_000),
    ],
)
def test_pages_stay_light(built: Path, pages: str, most: int) -> None:
    found = sorted(built.glob(pages))
    weights = {page.relative_to(built).as_posix(): sum(map(_weight, _loaded(page))) for page in found}
    assert found
    assert {page: weight for page, weight in weights.items() if weight > most} == {}
    assert {page.name: len(_loaded(page)) for page in found if len(_loaded(page)) > MOST_REQUESTS} == {}


def test_all_that_a_checklist_loads_by_itself_stays_light(built: Path) -> None:
    found = sorted(built.glob("sequences/*/check/*/index.html"))
    every = {page: _loaded(page) | _loaded_when_idle(page) for page in found}
    weights = {page.relative_to(built).as_posix(): sum(map(_weight, files)) for page, files in every.items()}
    assert found
    assert {page: weight for page, weight in weights.items() if weight > 182_000} == {}


def test_what_a_checklist_loads_when_it_is_idle_is_found(built: Path) -> None:
    page = built / "sequences/telecom-account-manager/check/senior/index.html"
    later = {path.relative_to(built / "assets/levelbook").as_posix() for path in _loaded_when_idle(page)}
    assert later == {"js/checklist_views.js", "words/checklist_views.js"}
    assert not _loaded_when_idle(page) & _loaded(page)


def test_what_a_page_loads_is_found(built: Path) -> None:
    level = built / "sequences/telecom-account-manager/level/senior/index.html"
    names = sorted(path.name for path in _loaded(level))
    assert names == ["common.js", "favicon.png", "handbook.css", "index.html", "level.css", "level.js"]
