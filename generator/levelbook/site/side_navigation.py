"""What stands at the side of the pages of one sequence: levels, what can be looked up, how one is assessed, the source.

Only the one sequence that is being read is listed; the way to the others is the page of all of them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from levelbook.model.handbook import Sequence
from levelbook.queries.remembered import remembered
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.sitemap import PageKind, SitePage

MAX_POSITIONS = 12
"""More positions than these are found on the page that compares them, or on that of the sequence."""
LOOKED_UP = (PageKind.MATRIX, PageKind.LEVEL_PAIRS, PageKind.WEIGHTS, PageKind.ACTIONS, PageKind.SYLLABUS)
ASSESSED = (PageKind.PROCESS, PageKind.PRINT_FORMS, PageKind.CALIBRATION)


@dataclass(frozen=True)
class SideEntry:
    """A page, or a place on one."""

    title: str
    address: str


@dataclass(frozen=True)
class SideGroup:
    """Entries under a word, or without one."""

    title: str
    entries: tuple[SideEntry, ...]


@dataclass(frozen=True)
class SideNavigation:
    """All that stands at the side of a sequence's pages."""

    up: SideEntry
    """The way to all sequences."""
    sequence: SideEntry
    groups: tuple[SideGroup, ...]


@remembered(lambda sequence: sequence.id)
def side_navigation(ctx: Context, sequence: Sequence) -> SideNavigation:
    """What stands at the side of the pages of a sequence; the same beside all of them."""
    sitemap, words = ctx.sitemap, ctx.words
    groups = (
        SideGroup(ctx.word(sequence, "level"), _listed(sitemap.of(PageKind.LEVEL, sequence))),
        SideGroup(ctx.word(sequence, "grade"), _listed(sitemap.of(PageKind.GRADE, sequence))),
        SideGroup(ctx.word(sequence, "position"), tuple(_positions(ctx, sequence))),
        SideGroup(words("side.look_up"), tuple(_looked_up(ctx, sequence))),
        SideGroup(words("side.assess"), tuple(_assessed(ctx, sequence))),
        SideGroup("", _listed(sitemap.of(PageKind.SOURCE, sequence))),
    )
    return SideNavigation(
        up=SideEntry(words("side.all"), urls.SEQUENCES),
        sequence=SideEntry(ctx.sequence_name(sequence), urls.sequence(sequence)),
        groups=tuple(group for group in groups if group.entries),
    )


def entry_of(ctx: Context, page: SitePage) -> str:
    """The address of the entry under which a page stands."""
    if page.kind is PageKind.COMPETENCY:
        return _tree(page.sequence)
    if page.kind is PageKind.CHECKLIST:
        return _checklists(page.sequence)
    if page.kind in (PageKind.COMPARISON, PageKind.COURSE):
        return page.parent or ""
    sequence = ctx.handbook.sequences[page.sequence]
    is_hidden = page.kind is PageKind.POSITION and len(sequence.positions) > MAX_POSITIONS
    return _all_positions(ctx, sequence).address if is_hidden else page.address


def _listed(pages: Iterable[SitePage]) -> tuple[SideEntry, ...]:
    return tuple(SideEntry(page.title, page.address) for page in pages)


def _positions(ctx: Context, sequence: Sequence) -> Iterator[SideEntry]:
    pages = ctx.sitemap.of(PageKind.POSITION, sequence)
    yield from _listed(pages if len(pages) <= MAX_POSITIONS else ())
    if len(pages) > MAX_POSITIONS or ctx.sitemap.has(PageKind.POSITIONS, sequence):
        yield _all_positions(ctx, sequence)


def _all_positions(ctx: Context, sequence: Sequence) -> SideEntry:
    """The page that compares all positions; where they require no levels to compare, their list."""
    table = ctx.sitemap.page(PageKind.POSITIONS, sequence)
    if table:
        return SideEntry(table.title, table.address)
    number = ctx.count("position", len(sequence.positions))
    return SideEntry(number, f"{urls.sequence(sequence)}#positions")


def _looked_up(ctx: Context, sequence: Sequence) -> Iterator[SideEntry]:
    if sequence.competencies:
        yield SideEntry(ctx.word(sequence, "competency"), _tree(sequence.id))
    for kind in LOOKED_UP:
        yield from _listed(ctx.sitemap.of(kind, sequence))
    transfer = ctx.sitemap.page(PageKind.TRANSFER)
    if transfer and (sequence.levels or sequence.competencies) and not sequence.head.retired:
        yield SideEntry(transfer.title, urls.transfer_from(sequence))


def _assessed(ctx: Context, sequence: Sequence) -> Iterator[SideEntry]:
    if ctx.sitemap.of(PageKind.CHECKLIST, sequence):
        yield SideEntry(ctx.words("check.list"), _checklists(sequence.id))
    for kind in ASSESSED:
        yield from _listed(ctx.sitemap.of(kind, sequence))


def _tree(key: str) -> str:
    return f"{urls.SEQUENCES}{key}/#tree"


def _checklists(key: str) -> str:
    return f"{urls.ASSESSMENTS}#{urls.sequence_anchor(key)}"
