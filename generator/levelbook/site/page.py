"""What a page is, before anybody has rendered it."""

from dataclasses import dataclass
from enum import StrEnum

from levelbook.problems import Place
from levelbook.site.sitemap import SitePage


class Layout(StrEnum):
    """How much room a page takes from the navigation and the table of contents."""

    PROSE = "prose"
    """Navigation left, contents right."""
    WIDE = "wide"
    """Navigation left, no contents."""
    FULL = "full"
    """Neither: the whole width."""

    @property
    def hides(self) -> list[str]:
        """The parts of the theme that make room, as Material calls them."""
        return {"prose": [], "wide": ["toc"], "full": ["toc", "navigation"]}[self.value]


@dataclass(frozen=True)
class Heading:
    """A heading that can be linked, with those under it."""

    id: str
    title: str
    children: tuple["Heading", ...] = ()


@dataclass(frozen=True)
class Page:
    """A page: where it stands, what it shows, and how it is found."""

    place: SitePage
    """Where it stands, and what it is called."""
    template: str
    """The template that walks its view: `level` for pages/level.html.jinja."""
    view: object
    """Everything the template needs, decided already."""
    headings: tuple[Heading, ...] = ()
    """What the table of contents lists."""
    anchors: frozenset[str] = frozenset()
    """Ids that links from elsewhere may point to, besides headings."""
    layout: Layout = Layout.PROSE
    source: Place | None = None
    """Where in the data folder it is edited."""
    description: str = ""
    """One plain sentence for search engines and link previews."""
    has_script: bool = True
    """Whether the script of its kind, which has the name of the template, finds something to do here."""
    holds_answers: bool = False
    """Whether people rate themselves here, or see what they or others have answered: nothing may be sent from it."""

    @property
    def address(self) -> str:
        """Its folder below the site root, with a final slash; empty for the home page."""
        return self.place.address

    @property
    def title(self) -> str:
        """Its name in navigation, and its heading."""
        return self.place.title

    @property
    def full_title(self) -> str:
        """What the browser's tab says."""
        return self.place.full_title or self.place.title

    @property
    def parent(self) -> str | None:
        """Address of the page above it, for the path at the top where navigation does not list it."""
        return self.place.parent


@dataclass(frozen=True)
class StandalonePage:
    """A page of its own light layout, outside the theme: an indicator's permanent page, or one that forwards."""

    address: str
    """Its folder below the site root."""
    title: str
    """Its name in the browser's tab."""
    template: str
    """`indicator`, `forward`, or `gone` for what has been retired."""
    view: object
    """Everything the template needs."""


@dataclass(frozen=True)
class NavItem:
    """An entry of the navigation: a page, or a section with entries."""

    title: str
    address: str | None = None
    """The page; none for a section without a page of its own."""
    children: tuple["NavItem", ...] = ()
    """The entries under it; if it has an address, that page stands for the section."""
