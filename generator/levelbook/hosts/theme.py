"""What a host's theme gets from the package: our templates, and settings where the company made none."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from levelbook import bundles
from levelbook.build import ASSETS, assets
from levelbook.catalogue import Catalogue
from levelbook.render import root_of
from levelbook.site import urls
from levelbook.site.page import Page

OURS: Final = Path(str(files("levelbook"))) / "theme"
"""Templates that stand between the company's own and Material's."""
MATERIAL: Final = Path(str(files("material"))) / "templates"
"""The theme that they change."""
EARLY: Final = ASSETS + "js/init.js"
"""The script that runs before the page is painted; our base.html brings it."""
NEEDED: Final = ("navigation.tabs", "navigation.indexes", "navigation.sections", "navigation.prune")
"""The features whose markup our navigation writes."""
WANTED: Final = (*NEEDED, "navigation.path", "navigation.footer", "toc.follow")
"""The features of a theme of which nobody has chosen any."""
SCHEMES: Final = (
    ("auto", "(prefers-color-scheme)", None, "brightness-auto"),
    ("light", "(prefers-color-scheme: light)", "default", "weather-sunny"),
    ("dark", "(prefers-color-scheme: dark)", "slate", "weather-night"),
)
"""Name, media, Material's scheme and icon of each choice of colours."""
COLOURS: Final = {"primary": "custom", "accent": "custom"}
"""Tells Material that the colours are in our style sheet."""


def folders(theirs: Iterable[str]) -> list[str]:
    """A theme's template folders with ours before Material's; as they are where Material is none of them."""
    found: list[str] = []
    for folder in theirs:
        if Path(folder).resolve() == MATERIAL.resolve() and str(OURS) not in found:
            found.append(str(OURS))
        found.append(folder)
    return found


def fits(theirs: Iterable[str]) -> bool:
    """Whether a theme's templates are Material's, or built upon them."""
    return any(Path(folder).resolve() == MATERIAL.resolve() for folder in theirs)


def below_ours(every: Sequence[str]) -> Sequence[str]:
    """The folders whose templates ours may extend; none where ours are not among them."""
    return every[every.index(str(OURS)) + 1 :] if str(OURS) in every else []


def settings(chosen: Mapping[str, Any], words: Catalogue) -> dict[str, Any]:
    """Settings for Material beside what the company has chosen: nothing of that is taken away."""
    features = chosen.get("features") or WANTED
    return {
        "font": chosen.get("font", False),
        "features": [*features, *(one for one in NEEDED if one not in features)],
        "palette": _palette(chosen.get("palette"), words),
    }


def styles() -> list[str]:
    """Addresses of the style sheets that every page has."""
    return [raw.path for raw in assets() if raw.path.endswith(".css")]


def scripts() -> list[str]:
    """Addresses of the scripts that every page has, in their order."""
    every = (raw.path for raw in assets() if raw.path.endswith(".js"))
    return [path for path in every if path != EARLY and not path.startswith(ASSETS + bundles.FOLDER)]


def script_tags(page: Page) -> str:
    """The elements that bring a page the scripts that only some pages need, whatever templates surround it."""
    place = root_of(page.address) + ASSETS + bundles.FOLDER
    return "".join(f'<script defer src="{place}{name}.js"></script>\n' for name in page.scripts)


def links(words: Mapping[str, str], there: Iterable[str]) -> Iterator[dict[str, str]]:
    """What the foot of every page leads to, of those addresses that are there."""
    written = set(there)
    for key in ("indicators", "notes", "legend"):
        address = getattr(urls, key.upper())
        if address in written:
            yield {"address": urls.file_address(address), "title": words[f"footer_{key}"]}


def _palette(chosen: Any, words: Catalogue) -> Any:
    if not chosen:
        return [_scheme(words, *one) for one in SCHEMES]
    if isinstance(chosen, list):
        return [COLOURS | one for one in chosen]
    return COLOURS | chosen


def _scheme(words: Catalogue, name: str, media: str, scheme: str | None, icon: str) -> dict[str, Any]:
    toggle = {"icon": f"material/{icon}", "name": words(f"theme.palette_{name}")}
    return {"media": media, **({"scheme": scheme} if scheme else {}), **COLOURS, "toggle": toggle}
