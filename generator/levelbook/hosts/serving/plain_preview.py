"""The site as `levelbook serve` shows it, without MkDocs: every page a whole document, kept in memory.

A generator of one's own brings its own theme; what is shown here is the content of pages, in the handbook's own style,
below its tabs and the way to the page.
"""

from collections.abc import Iterator
from html import escape
from typing import Final

from levelbook.build import ReadyFile, RenderedPage, Site, assets
from levelbook.hosts import theme
from levelbook.hosts.material_styles import HANDBOOK_STYLE, SiteChoices, handbook_style
from levelbook.render import in_css, root_of
from levelbook.site import urls
from levelbook.site.assets import COMMON_SCRIPT, LIGHT_STYLE
from levelbook.site.page import NavItem

_CHOICES: Final = SiteChoices(features=frozenset(theme.DEFAULT_FEATURES), colours=frozenset({"default", "slate"}))


class PlainPreview:
    """The files of the newest site, by path; what did not change stays the same object."""

    def __init__(self) -> None:
        """Hold nothing yet."""
        self.files: dict[str, bytes] = {}
        self._outputs: dict[str, tuple[RenderedPage, object, bytes]] = {}
        self._ready: dict[str, tuple[ReadyFile, bytes]] = {}

    def show(self, site: Site) -> int:
        """Take the files of a site; the result is how many differ from those before."""
        frame = tuple((each.navigation, each.name, each.edition, each.release) for each in site.editions)
        outputs: dict[str, tuple[RenderedPage, object, bytes]] = {}
        files = {path: data for each in site.editions for path, data in self._pages(each, frame, outputs)}
        self._outputs = outputs
        for file in (*site.every_file(), *assets(), *site.every_search(), *map(self._style, site.editions)):
            kept = self._ready.get(file.path)
            if kept is None or kept[0].text != file.text:
                kept = self._ready[file.path] = (file, file.data)
            files[file.path] = kept[1]
        before, self.files = self.files, files
        self._ready = {path: kept for path, kept in self._ready.items() if path in files}
        gone = len(before.keys() - files.keys())
        return gone + sum(before.get(path) is not data for path, data in files.items())

    def _pages(
        self, site: Site, frame: object, outputs: dict[str, tuple[RenderedPage, object, bytes]]
    ) -> Iterator[tuple[str, bytes]]:
        for output in site.pages:
            path = site.edition.folder + urls.file_address(output.page.address)
            around = (frame, site.around(output.page))
            kept = self._outputs.get(path)
            if kept is None or kept[0].html != output.html or kept[1] != around:
                html = site.with_languages(document(site, output)).encode()
                kept = (output, around, html if kept is None or kept[2] != html else kept[2])
            outputs[path] = kept
            yield path, kept[2]

    @staticmethod
    def _style(site: Site) -> ReadyFile:
        foot = in_css(f"{site.name} {site.release}".strip())
        path = site.edition.folder + HANDBOOK_STYLE
        return ReadyFile(path, handbook_style([theme.TEMPLATES, theme.MATERIAL], _CHOICES, foot))


def document(site: Site, output: RenderedPage) -> str:
    """A page as a whole document."""
    page, root, here = output.page, root_of(output.page.address), site.edition
    shared = root + here.up
    sheets = [root + HANDBOOK_STYLE, *(shared + sheet for sheet in (LIGHT_STYLE, theme.style_of(page)) if sheet)]
    styles = "".join(f'<link rel="stylesheet" href="{sheet}">' for sheet in sheets)
    script = theme.script_of(page)
    scripts = f'<meta name="levelbook:edition" content="{here.folder}">' if here.folder else ""
    scripts += f'<script src="{shared}{COMMON_SCRIPT}"></script>'
    scripts += f'<script defer src="{shared}{script}"></script>' if script else ""
    switch = "".join(
        f'<a class="lb-language" href="{shared}{other.folder}{urls.file_address(page.address)}"'
        f' lang="{other.tag}" hreflang="{other.tag}">{escape(other.name)}</a>'
        for other in site.every_edition
        if other != here
    )
    trail = "".join(
        f'<li><a href="{root}{urls.file_address(step.address)}">{escape(step.title)}</a></li>'
        for step in site.around(page).trail
    )
    way = f'<nav aria-label="{escape(site.words["you_are_here"])}"><ol>{trail}</ol></nav>' if trail else ""
    return f"""<!doctype html>
<html lang="{site.language}" class="no-js" data-md-color-scheme="default"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{escape(page.full_title)} - {escape(site.name)}</title>{styles}{scripts}</head>
<body class="lb-light" dir="ltr"><header class="lb-light__head"><div class="lb-light__row">
<a class="lb-light__name" href="{root}index.html">{escape(site.name)}</a>
<nav class="lb-light__tabs" aria-label="{escape(site.words["tabs"])}">{_tabs(site.navigation, root)}</nav>{switch}
</div></header>
<main class="lb-light__main md-typeset">{way}{output.html}</main></body></html>
"""


def _tabs(navigation: tuple[NavItem, ...], root: str) -> str:
    tabs = ((item.title, _first_address(item)) for item in navigation)
    return "".join(
        f'<a href="{root}{urls.file_address(address)}">{escape(title)}</a>'
        for title, address in tabs
        if address is not None
    )


def _first_address(item: NavItem) -> str | None:
    addresses = (item.address, *(child.address for child in item.children))
    return next((address for address in addresses if address is not None), None)
