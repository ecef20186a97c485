"""Links as pages show them: words, the page they lead to, and small print beside them."""

from dataclasses import dataclass

from levelbook.model.handbook import Sequence
from levelbook.queries.index import Member
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.sitemap import PageKind


@dataclass(frozen=True)
class Link:
    """Words that lead somewhere."""

    text: str
    address: str
    """The page, with its anchor; nothing where there is none to go to."""
    note: str = ""
    """Small print beside the words."""
    current: bool = False
    """Whether it leads to where one is."""


@dataclass(frozen=True, kw_only=True)
class PageOfSequence:
    """A page about a sequence; what it is called and where it is edited, the page itself says."""

    sequence: Link


def page_link(ctx: Context, kind: PageKind, sequence: Sequence | None = None) -> Link | None:
    """A page's title and address; none where there is no such page."""
    page = ctx.sitemap.page(kind, sequence)
    return Link(page.title, page.address) if page else None


def sequence_link(ctx: Context, sequence: Sequence) -> Link:
    """A sequence's name and page."""
    return Link(ctx.sequence_name(sequence), urls.sequence(sequence))


def competency_link(ctx: Context, member: Member) -> Link:
    """A competency's name and page, with its code beside them."""
    owner, competency = member
    return Link(ctx.name(competency), urls.competency(owner, competency.id), note=competency.code or "")
