"""What MkDocs' Material theme gets from the package: our templates, and settings where the company made none."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path, PurePosixPath
from typing import Any, Final

from levelbook.build import ASSETS, assets
from levelbook.catalogue import Catalogue
from levelbook.render import root_of
from levelbook.site import urls
from levelbook.site.page import Page

TEMPLATES: Final = Path(str(files("levelbook"))) / "theme"
"""Our templates, which stand between the company's own and Material's."""
MATERIAL: Final = Path(str(files("material"))) / "templates"
"""The templates that ours change."""
SCRIPTS: Final = ASSETS + "js/"
"""Where the scripts stand, each built of the modules in frontend/."""
EARLY_SCRIPT: Final = SCRIPTS + "early.js"
"""The script that runs before the page is painted; our base.html brings it."""
COMMON_SCRIPT: Final = SCRIPTS + "common.js"
"""The script that every page has."""
REQUIRED_FEATURES: Final = ("navigation.tabs", "navigation.indexes", "navigation.sections", "navigation.prune")
"""The features whose markup our navigation writes."""
DEFAULT_FEATURES: Final = (*REQUIRED_FEATURES, "navigation.path", "navigation.footer", "toc.follow")
"""The features of a theme of which nobody has chosen any."""
COLOUR_SCHEMES: Final = (
    ("auto", "(prefers-color-scheme)", None, "brightness-auto"),
    ("light", "(prefers-color-scheme: light)", "default", "weather-sunny"),
    ("dark", "(prefers-color-scheme: dark)", "slate", "weather-night"),
)
"""Name, media, Material's scheme and icon of each choice of colours."""
COLOURS: Final = {"primary": "custom", "accent": "custom"}
"""Tells Material that the colours are in our style sheet."""


def template_folders(folders: Iterable[str]) -> list[str]:
    """A theme's template folders with ours before Material's; as they are where Material is none of them."""
    result: list[str] = []
    for folder in folders:
        if _is_material(folder) and str(TEMPLATES) not in result:
            result.append(str(TEMPLATES))
        result.append(folder)
    return result


def builds_on_material(folders: Iterable[str]) -> bool:
    """Whether a theme's templates are Material's, or built upon them."""
    return any(_is_material(folder) for folder in folders)


def _is_material(folder: str) -> bool:
    return Path(folder).resolve() == MATERIAL.resolve()


def folders_below_ours(folders: Sequence[str]) -> Sequence[str]:
    """The folders whose templates ours may extend; none where ours are not among them."""
    return folders[folders.index(str(TEMPLATES)) + 1 :] if str(TEMPLATES) in folders else []


def theme_settings(chosen: Mapping[str, Any], words: Catalogue) -> dict[str, Any]:
    """Settings for Material beside what the company has chosen: nothing of that is taken away."""
    features = chosen.get("features") or DEFAULT_FEATURES
    return {
        "font": chosen.get("font", False),
        "features": [*features, *(feature for feature in REQUIRED_FEATURES if feature not in features)],
        "palette": _palette(chosen.get("palette"), words),
    }


def style_paths() -> list[str]:
    """The style sheets that every page has."""
    return [asset.path for asset in assets() if asset.path.endswith(".css")]


@cache
def kind_scripts() -> Mapping[str, str]:
    """The scripts that only pages of one kind have, by the name of its template."""
    paths = (asset.path for asset in assets() if asset.path.startswith(SCRIPTS))
    return {PurePosixPath(path).stem: path for path in paths if path not in (EARLY_SCRIPT, COMMON_SCRIPT)}


def script_of(page: Page) -> str | None:
    """Where the script of a page's kind stands; none where it needs none."""
    return kind_scripts().get(page.template) if page.has_script else None


def script_tags(page: Page) -> str:
    """The element that brings a page the script of its kind, whatever templates surround it."""
    path = script_of(page)
    return f'<script defer src="{root_of(page.address)}{path}"></script>\n' if path else ""


def footer_links(words: Mapping[str, str], addresses: Iterable[str]) -> Iterator[dict[str, str]]:
    """What the foot of every page leads to, of those addresses that the site has."""
    present = set(addresses)
    for key in ("indicators", "notes", "legend"):
        address = getattr(urls, key.upper())
        if address in present:
            yield {"address": urls.file_address(address), "title": words[f"footer_{key}"]}


def _palette(chosen: Any, words: Catalogue) -> Any:
    if not chosen:
        return [_colour_scheme(words, *scheme) for scheme in COLOUR_SCHEMES]
    if isinstance(chosen, list):
        return [COLOURS | scheme for scheme in chosen]
    return COLOURS | chosen


def _colour_scheme(words: Catalogue, name: str, media: str, scheme: str | None, icon: str) -> dict[str, Any]:
    toggle = {"icon": f"material/{icon}", "name": words(f"theme.palette_{name}")}
    return {"media": media, **({"scheme": scheme} if scheme else {}), **COLOURS, "toggle": toggle}
