"""MkDocs' configuration as the handbook needs it: the theme's folders and settings, and what its templates ask for."""

import logging
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from levelbook.build import Site, SiteOptions
from levelbook.catalogue import Catalogue
from levelbook.history.in_force import day_of
from levelbook.hosts import theme
from levelbook.hosts.material_styles import HANDBOOK_STYLE, SiteChoices, handbook_style
from levelbook.hosts.mkdocs.editions import Face, Faces
from levelbook.render import in_css
from levelbook.site.assets import BESIDE_MATERIAL, COMMON_SCRIPT, marked, marked_asset
from levelbook.site.hand_written import HAND_WRITTEN

LOG = logging.getLogger("mkdocs.plugins.levelbook")


def configure_theme(config: MkDocsConfig, built: Site, words: Catalogue, folder: str) -> Faces:
    """Give the theme our templates, styles and scripts, and of each edition its language, words and release."""
    if built.release and not config.site_url:
        LOG.info(words("build.no-feed"))
    config.theme.dirs = theme.template_folders(config.theme.dirs)
    stock = theme.folders_below_ours(config.theme.dirs)
    company = _company_settings(config) if stock else {}
    if stock:
        for name, value in theme.theme_settings(company, words).items():
            config.theme[name] = value
    every = (_face(config, edition, company if stock else None, folder) for edition in built.editions)
    faces = Faces(tuple(every), folder)
    faces.show(built.edition, config)
    return faces


def _face(config: MkDocsConfig, built: Site, company: dict[str, Any] | None, folder: str) -> Face:
    """What the theme is told on the pages of an edition; `company` are a company's own settings, if it is Material."""
    edition = built.edition
    name = built.name if edition.folder else config.site_name
    palette = config.theme.get("palette")
    if company is not None:
        palette = theme.theme_settings(company, Catalogue(edition.language))["palette"]
    foot = in_css(f"{name} {built.release}".strip())
    stock = theme.folders_below_ours(config.theme.dirs)
    templates = [Path(path) for path in config.theme.dirs if path not in stock]
    style = handbook_style([*templates, theme.MATERIAL], _choices(config), foot)
    settings = _settings(config, built, folder)
    settings |= {"foot": foot, "style": edition.folder + marked(HANDBOOK_STYLE, style)}
    return Face(edition, escape(name) if edition.folder else name, palette, settings, style)


def _settings(config: MkDocsConfig, built: Site, folder: str) -> dict[str, Any]:
    """What our templates ask for, but for the style."""
    edition, other_base = built.edition, theme.has_other_base(config.theme.dirs)
    others = (other for other in built.every_edition if other != edition)
    needs_script = theme.needs_material_script(config.theme["features"], config.extra, uses_search=uses_search(config))
    return {
        "words": {key: escape(text) for key, text in built.words.items()},
        "release": escape(built.release),
        "root": folder,
        "edition": edition.folder,
        "path": folder + edition.folder,
        "home": "index.html" if folder else f"{edition.folder}index.html",
        "homes": [{"tag": one.tag, "name": escape(one.name), "path": f"{one.folder}index.html"} for one in others],
        "name": escape(built.name),
        "common_style": marked_asset(BESIDE_MATERIAL),
        "common_script": marked_asset(COMMON_SCRIPT),
        "other_base": other_base,
        **built.search_field,
        "beginnings": built.code_beginnings,
        "material_script": other_base or needs_script,
        "scope": config.extra.get("scope"),
    }


def chosen_day(day: object, words: Catalogue) -> date:
    """The day whose standard is shown; the build ends where it is none."""
    try:
        return day_of(str(day or ""))
    except ValueError:
        raise PluginError(words("build.no-day", value=str(day))) from None


def _choices(config: MkDocsConfig) -> SiteChoices:
    """What decides which of Material's rules the handbook's pages use."""
    palette = config.theme.get("palette") or []
    schemes = palette if isinstance(palette, list) else [palette]
    names = ("scheme", "primary", "accent")
    return SiteChoices(
        settings=frozenset(
            [name for name, value in config.extra.items() if value] + ["repo_url"] * bool(config.repo_url)
        ),
        features=frozenset(config.theme.get("features") or ()),
        colours=frozenset(
            str(scheme[name]).replace(" ", "-") for scheme in schemes for name in names if scheme.get(name)
        ),
        html=config.copyright or "",
    )


def uses_search(config: MkDocsConfig) -> bool:
    """Whether the site has Material's or MkDocs' own search too."""
    return any(name.rpartition("/")[2] == "search" for name in config.plugins)


def mark_of_prose(docs: Path) -> str:
    """Stands for what the hand-written pages in a folder say: another text where one of them says something else."""
    marks = (sha256(file.read_bytes()).hexdigest() for file in sorted(docs.rglob("*.md")) if file.is_file())
    return "".join(marks)


def _company_settings(config: MkDocsConfig) -> dict[str, Any]:
    """The settings of the theme that the company made, as far as they differ from the theme's own."""
    settings = config.theme
    defaults = type(settings)(name=settings.name)
    return {name: settings[name] for name in settings if name not in defaults or settings[name] != defaults[name]}


def site_options(config: MkDocsConfig, edit_base: str, folder: str, above: str, *, is_preview: bool) -> SiteOptions:
    """What the site needs to know of MkDocs' configuration; `folder` is where the handbook stands in it."""
    written = (page for page in HAND_WRITTEN if (Path(config.docs_dir) / folder / page).is_dir())
    return SiteOptions(
        site_url=_with_slash(config.site_url) + folder if config.site_url else "",
        edit_base=edit_base,
        templates=_custom_templates(config),
        written=frozenset(written),
        prose=mark_of_prose(Path(config.docs_dir)),
        above=above,
        steady_search=is_preview,
    )


def _with_slash(address: str) -> str:
    return address if address.endswith("/") else address + "/"


def _custom_templates(config: MkDocsConfig) -> tuple[str, ...]:
    custom = config.theme.custom_dir
    return (str(Path(custom) / "levelbook"),) if custom else ()
