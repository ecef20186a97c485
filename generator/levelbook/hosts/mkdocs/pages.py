"""Pages of the handbook as MkDocs knows pages."""

from collections.abc import Iterable, Iterator, Mapping

from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as SitePage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from levelbook.build import RenderedPage
from levelbook.hosts import theme
from levelbook.hosts.theme import script_of, style_of
from levelbook.site.assets import marked_asset
from levelbook.site.editions import SiteEdition
from levelbook.site.page import Heading
from levelbook.site.surroundings import Surroundings


class HandbookPage(SitePage):
    """A page whose content is ready: MkDocs neither reads nor converts anything."""

    def __init__(
        self, output: RenderedPage, around: Surroundings, edition: SiteEdition, file: File, config: MkDocsConfig
    ) -> None:
        """Stand in for the Markdown page that MkDocs would make of the file."""
        self.edition = edition
        self.around = around
        """What the theme shows around it."""
        self.planned = output.page
        """The page before it was rendered; its address starts at the folder of its edition."""
        self.html = output.html
        self.stands_for_section = not output.page.address
        super().__init__(escape(output.page.title), file, config)

    @property
    def is_index(self) -> bool:
        """Whether Material shows this page as its section of the navigation."""
        return self.stands_for_section

    @property
    def address(self) -> str:
        """Where it stands below the handbook's folder."""
        return self.edition.folder + self.planned.address

    @property
    def is_homepage(self) -> bool:
        """Whether the logo leads here: also on the first page of a further edition."""
        is_first = bool(self.edition.folder) and self.file.src_uri == f"{self.edition.folder}index.md"
        return is_first or super().is_homepage

    def read_source(self, config: MkDocsConfig) -> None:
        """Set what the theme asks of a page's front matter."""
        self.markdown = ""
        style, script = style_of(self.planned), script_of(self.planned)
        self.meta = {
            "hide": self.planned.layout.hides,
            "description": escape(self.planned.description),
            "title": escape(self.planned.full_title),
            "levelbook": {
                "style": marked_asset(style) if style else "",
                "script": marked_asset(script) if script else "",
                **theme.around(self.around),
            },
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Set content, contents list and anchors as MkDocs' own conversion would."""
        self.content = self.html
        self.toc = TableOfContents([_toc_entry(heading, 2) for heading in self.planned.headings])
        self.present_anchor_ids = {*self.planned.anchors, *_heading_ids(self.planned.headings)}


class ProsePage(SitePage):
    """A hand-written page; being called index.md does not make it stand for its section."""

    @property
    def is_index(self) -> bool:
        """Never, since the home page is the handbook's own."""
        return False


def set_neighbours(page: SitePage, pages: Mapping[str, HandbookPage]) -> None:
    """Set what is read before and after a page: ours by their order, hand-written ones beside others of their section.

    MkDocs takes whatever stands next to it in the navigation, be it the end of another sequence. `pages` are all that
    are written, listed or not; a site may have left some out.
    """
    if isinstance(page, HandbookPage):
        page.previous_page, page.next_page = (
            None if address is None else pages.get(address) for address in (page.around.before, page.around.after)
        )
        return
    page.previous_page, page.next_page = (
        other if other and other.parent is page.parent and not isinstance(other, HandbookPage) else None
        for other in (page.previous_page, page.next_page)
    )


def _toc_entry(heading: Heading, level: int) -> AnchorLink:
    entry = AnchorLink(escape(heading.title), heading.id, level)
    entry.children = [_toc_entry(child, level + 1) for child in heading.children]
    return entry


def _heading_ids(headings: tuple[Heading, ...]) -> Iterator[str]:
    for heading in headings:
        yield heading.id
        yield from _heading_ids(heading.children)


def in_its_language(page: SitePage, html: str, tag: str) -> str:
    """The content of a hand-written page; where there is a `tag`, it and the contents list say it as their language."""
    if not tag:
        return html
    _say_language(page.toc, tag)
    return f'<div lang="{tag}">\n{html}\n</div>'


def _say_language(entries: Iterable[AnchorLink], tag: str) -> None:
    for entry in entries:
        entry.title = f'<span lang="{tag}">{entry.title}</span>'
        _say_language(entry.children, tag)


def mark_title_as_html(page: SitePage) -> None:
    """Say of a title that MkDocs has taken from a heading that it is HTML already."""
    if page.title and page.title == getattr(page, "_title_from_render", None):
        page.title = Markup(page.title)


def plain_title(title: str | None) -> str:
    """A title as people read it."""
    return title.unescape() if isinstance(title, Markup) else str(title)
