"""What pages weigh as they travel: compressed as servers do, with all that they load before anybody does anything."""

import gzip
import re
from functools import cache
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest

_LOADED = re.compile(
    r'<link\b[^>]*\brel="?(?:stylesheet|icon)\b[^>]*\bhref="([^"]+)"|<link\b[^>]*\bhref="([^"]+)"[^>]*\brel="?stylesheet'
    r'|<(?:script|img)\b[^>]*\bsrc="([^"]+)"'
)
MOST_REQUESTS = 8


@cache
def _weight(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 6, mtime=0))


def _loaded(page: Path) -> set[Path]:
    """The page and the files of the site that it loads."""
    found = ("".join(groups) for groups in _LOADED.findall(page.read_text(encoding="utf-8")))
    addresses = (urldefrag(address)[0].partition("?")[0] for address in found if not address.startswith("data:"))
    return {page, *(Path(urljoin(str(page), address)) for address in addresses)}


@pytest.mark.parametrize(
    ("pages", "most"),
    [
        ("sequences/*/level/*/index.html", 57_000),
        ("sequences/*/grade/*/index.html", 57_000),
        ("sequences/*/check/*/index.html", 146_500),
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


def test_what_a_page_loads_is_found(built: Path) -> None:
    level = built / "sequences/telecom-account-manager/level/senior/index.html"
    names = sorted(path.name for path in _loaded(level))
    assert names == ["common.js", "favicon.png", "handbook.css", "index.html", "level.css", "level.js"]
