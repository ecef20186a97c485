"""What MkDocs' Material theme gets from the package: our templates, and settings where the company made none."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path, PurePosixPath
from typing import Any, Final

from markupsafe import escape

from levelbook.catalogue import Catalogue
from levelbook.language import TAGS
from levelbook.site import assets, urls
from levelbook.site.content_policy import Trust
from levelbook.site.editions import SiteEdition
from levelbook.site.hand_written import HAND_WRITTEN, address_in
from levelbook.site.page import Page
from levelbook.site.side_navigation import SideEntry
from levelbook.site.surroundings import Surroundings
from levelbook.site.trail import TrailStep

TEMPLATES: Final = Path(str(files("levelbook"))) / "theme"
"""Our templates, which stand between the company's own and Material's."""
MATERIAL: Final = Path(str(files("material"))) / "templates"
"""The templates that ours change."""
REQUIRED_FEATURES: Final = ("navigation.tabs", "navigation.indexes", "navigation.sections", "navigation.prune")
"""The features whose markup our navigation writes."""
DEFAULT_FEATURES: Final = (*REQUIRED_FEATURES, "navigation.path", "navigation.footer", "toc.follow")
"""The features of a theme of which nobody has chosen any."""
OWN_FEATURES: Final = frozenset({*DEFAULT_FEATURES, "navigation.expand", "toc.integrate"})
"""The features that our pages have without Material's script."""
SCRIPTED_EXTRAS: Final = ("analytics", "consent", "version", "tags", "annotate")
"""What a site can ask for under `extra` that Material's script does."""
UNUSED_FILES: Final = ("assets/javascripts/lunr/", "assets/javascripts/workers/")
"""Files of Material's that only its own search loads, which the header has none of."""
COLOUR_SCHEMES: Final = (
    ("auto", "(prefers-color-scheme)", None, "brightness-auto"),
    ("light", "(prefers-color-scheme: light)", "default", "weather-sunny"),
    ("dark", "(prefers-color-scheme: dark)", "slate", "weather-night"),
)
"""Name, media, Material's scheme and icon of each choice of colours."""
_HEADING: Final = re.compile(r"<h1\b([^>]*)>")
_ID: Final = re.compile(r'\bid="([^"]*)"')
_SKIP: Final = re.compile(r'<div data-md-component="skip">.*?</div>', re.DOTALL)
_BODY: Final = re.compile(r"<body\b[^>]*>")
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


def has_other_base(folders: Sequence[str]) -> bool:
    """Whether a base.html of the company's stands in the place of ours, which brings our styles and scripts."""
    above = folders[: folders.index(str(TEMPLATES))] if str(TEMPLATES) in folders else folders
    return any((Path(folder) / "base.html").is_file() for folder in above)


def with_assets(html: str, settings: Mapping[str, Any], own: Mapping[str, str], base: str) -> str:
    """A page that comes of a company's own base.html, with our styles and scripts at the end of its head.

    `settings` are those of all pages, `own` those of its kind; `base` is the way to the root of the site.
    """
    root = f"{base}/{settings['root']}"
    styles = [settings["common_style"], own.get("style")]
    edition = f'<meta name="levelbook:edition" content="{settings["edition"]}">' if settings["edition"] else ""
    tags = [edition, *(f'<link rel="stylesheet" href="{root}{path}">' for path in styles if path)]
    scope = settings["scope"] or (f"{base}/" if settings["root"] else "")
    place = f' data-base="{escape(scope)}"' if scope else ""
    tags.append(f'<script src="{root}{settings["common_script"]}"{place}></script>')
    tags += [f'<script defer src="{root}{path}"></script>' for path in [own.get("script")] if path]
    return html.replace("</head>", "".join(tags) + "</head>", 1)


def around(page: Surroundings) -> dict[str, Any]:
    """What stands around a page, as the theme's templates ask for it: escaped texts, and addresses of files."""
    side = page.side and {
        "up": _step(page.side.up),
        "sequence": _step(page.side.sequence),
        "groups": [
            {"title": escape(group.title), "entries": [_step(entry) for entry in group.entries]}
            for group in page.side.groups
        ],
    }
    trail = [_step(step) for step in page.trail]
    return {
        "trail": trail,
        "side": side,
        "side_entry": urls.file_address(page.side_entry),
        "side_state": "page" if page.side_entry == page.address else "true",
    }


def _step(step: TrailStep | SideEntry) -> dict[str, str]:
    return {"title": escape(step.title), "address": urls.file_address(step.address)}


def with_skip_link(html: str, label: str) -> str:
    """A page whose first link leads to its heading.

    Material's own leads to the first entry of the list of contents, past heading and summary, and is not there on pages
    without such a list. A heading that has no id gets one.
    """
    heading = _HEADING.search(html)
    if heading is None:
        return html
    key = _ID.search(heading[0])
    if key is None:
        html = f'{html[: heading.start()]}<h1 id="top"{heading[1]}>{html[heading.end() :]}'
    link = f'<a href="#{key[1] if key else "top"}" class="md-skip">{label}</a>'
    placed, times = _SKIP.subn(lambda _: f'<div data-md-component="skip">{link}</div>', html, count=1)
    return placed if times else _BODY.sub(lambda body: body[0] + link, html, count=1)


def needs_material_script(theme_features: Iterable[str], extra: Mapping[str, Any], *, uses_search: bool) -> bool:
    """Whether a site has chosen something that Material's own script does; then the handbook's pages keep it."""
    is_asked = any(extra.get(name) for name in SCRIPTED_EXTRAS)
    return is_asked or uses_search or not OWN_FEATURES.issuperset(theme_features)


def is_unused(path: str) -> bool:
    """Whether no page of a site with our search loads a file of Material's."""
    return path.startswith(UNUSED_FILES) or (path.startswith("assets/") and path.endswith(".map"))


@cache
def kind_files(folder: str) -> Mapping[str, str]:
    """The files of a folder that only pages of one kind have, by the name of its template."""
    common = (
        assets.COMMON_STYLE,
        assets.BESIDE_MATERIAL,
        assets.COMMON_SCRIPT,
        assets.LIGHT_STYLE,
        assets.WITHOUT_MATERIAL,
        assets.CARD_STYLE,
    )
    paths = (path for path in assets.static_texts() if path.startswith(folder) and path not in common)
    return {PurePosixPath(path).stem: path for path in paths}


def style_of(page: Page) -> str | None:
    """Where the style sheet of a page's kind stands; none where what all pages have is enough."""
    return kind_files(assets.STYLES).get(page.template)


def script_of(page: Page) -> str | None:
    """Where the script of a page's kind stands; none where it needs none."""
    return kind_files(assets.SCRIPTS).get(page.template) if page.has_script else None


def trust_of(page: Page | None, *, with_material: bool) -> Trust:
    """How far a page may go; one that is hand-written is none of the handbook's."""
    if page is None:
        return Trust.COMPANY
    if with_material:
        return Trust.COMPANY_PRIVATE if page.holds_answers else Trust.COMPANY
    return Trust.PRIVATE if page.holds_answers else Trust.OWN


def footer_links(words: Mapping[str, str], addresses: Iterable[str], edition: SiteEdition) -> Iterator[dict[str, str]]:
    """What the foot of an edition's pages leads to, of those addresses that there are; in its language if possible."""
    present = set(addresses)
    for key, path in (("legend", urls.LEGEND), ("notes", urls.NOTES)):
        likely = (edition.folder + path, address_in(path, edition.language), path)
        address = next((each for each in likely if each in present), None)
        if address is not None:
            yield {"address": urls.file_address(address), "title": words[f"footer_{key}"]}


def lang_of(address: str, language: str) -> str:
    """The `lang` of a hand-written page that is not in the site's language, else nothing."""
    own = HAND_WRITTEN.get(address.removesuffix("index.html"), language)
    return "" if own == language else TAGS[own]


def _palette(chosen: Any, words: Catalogue) -> Any:
    if not chosen:
        return [_colour_scheme(words, *scheme) for scheme in COLOUR_SCHEMES]
    if isinstance(chosen, list):
        return [COLOURS | scheme for scheme in chosen]
    return COLOURS | chosen


def _colour_scheme(words: Catalogue, name: str, media: str, scheme: str | None, icon: str) -> dict[str, Any]:
    toggle = {"icon": f"material/{icon}", "name": words(f"theme.palette_{name}")}
    return {"media": media, **({"scheme": scheme} if scheme else {}), **COLOURS, "toggle": toggle}
