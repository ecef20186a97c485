"""The table of all positions of a sequence, and what the page of the sequence says of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from levelbook.components.level_chips import Chip
from levelbook.components.links import Link, PageOfSequence, competency_link, sequence_link
from levelbook.components.position_rows import members_asked, missing_profile
from levelbook.components.requirements import required_level
from levelbook.localized.absence import KINDS, Absence, absence
from levelbook.localized.names import group_title
from levelbook.model.handbook import Sequence
from levelbook.model.position import Position
from levelbook.queries.index import Member
from levelbook.queries.requirements import UNLISTED, asks, in_tree, required
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.page import Heading, Layout, Page
from levelbook.site.sitemap import PageKind

MOST = 5
"""So many positions stand side by side on a screen; of more, readers choose."""


@dataclass(frozen=True)
class PositionTableHead:
    """A position as the head of a column."""

    key: str
    """Its id, by which it is chosen."""
    anchor: str
    """Where a link finds it."""
    chosen: bool
    """Whether it is shown until somebody chooses."""
    link: Link
    """Its name and page."""
    figures: str
    """How many competencies it requires."""
    absence: Absence | None
    """Why it requires none."""


@dataclass(frozen=True)
class PositionTableCell:
    """What a position asks of a competency."""

    position: str
    """The position, where cells stand under each other."""
    key: str
    """The id of the position."""
    chip: Chip | None
    """The level, leading to its wording."""
    absence: Absence | None
    """Why there is none; where there is neither, it asks the same at every level."""


@dataclass(frozen=True)
class PositionTableRow:
    """What all positions ask of a competency."""

    link: Link
    cells: tuple[PositionTableCell, ...]
    """One a position."""


@dataclass(frozen=True)
class PositionTableGroup:
    """A group with its competencies."""

    anchor: str
    title: str
    figures: str
    """How many competencies it has."""
    rows: tuple[PositionTableRow, ...]


@dataclass(frozen=True)
class PositionsView(PageOfSequence):
    """Everything on the page."""

    caption: str
    competencies: str
    """How many there are of them."""
    positions: str
    """How many there are of them."""
    word: str
    """The sequence's word for a competency."""
    heads: tuple[PositionTableHead, ...]
    """The positions."""
    groups: tuple[PositionTableGroup, ...]
    """The rows."""
    most: int
    """How many positions can be chosen; 0 where all fit side by side."""


def pages(ctx: Context, sequence: Sequence) -> tuple[Page, ...]:
    """The page that compares positions, where there are several."""
    if not ctx.sitemap.has(PageKind.POSITIONS, sequence):
        return ()
    view = _view(ctx, sequence)
    page = Page(
        place=ctx.sitemap.existing(PageKind.POSITIONS, sequence),
        template="positions",
        view=view,
        headings=tuple(Heading(group.anchor, group.title) for group in view.groups),
        layout=Layout.WIDE,
        description=view.caption,
    )
    return (page,)


def _view(ctx: Context, sequence: Sequence) -> PositionsView:
    positions = tuple(sequence.positions.values())
    groups = tuple(_groups(ctx, sequence, positions))
    rows = sum(len(group.rows) for group in groups)
    return PositionsView(
        sequence=sequence_link(ctx, sequence),
        caption=ctx.words("positions.caption", sequence=ctx.sequence_name(sequence)),
        competencies=ctx.count("competency", rows),
        positions=ctx.count("position", len(positions)),
        word=ctx.word(sequence, "competency"),
        heads=tuple(_head(ctx, sequence, position, at < MOST) for at, position in enumerate(positions)),
        groups=groups,
        most=MOST if len(positions) > MOST else 0,
    )


def _head(ctx: Context, sequence: Sequence, position: Position, chosen: bool) -> PositionTableHead:
    members = members_asked(ctx, sequence, (position,))
    asked = sum(bool(required(sequence, position, member).level) for member in members)
    return PositionTableHead(
        key=position.id,
        anchor=urls.position_anchor(position.id),
        chosen=chosen,
        link=Link(ctx.name(position), urls.position(sequence, position.id)),
        figures=ctx.words("position.asked", count=ctx.count("short_competency", asked)) if asked else "",
        absence=None if asked else missing_profile(ctx, sequence, position),
    )


def _groups(ctx: Context, sequence: Sequence, positions: tuple[Position, ...]) -> Iterable[PositionTableGroup]:
    for above, group in sequence.groups():
        if group.competencies:
            rows = tuple(_row(ctx, sequence, positions, member) for member in ctx.members(sequence, group))
            yield _group(ctx, urls.group_anchor(group.id), group_title(ctx, above, group), rows)
    others = [member for member in members_asked(ctx, sequence, positions) if not in_tree(sequence, member)]
    if others:
        rows = tuple(_row(ctx, sequence, positions, member) for member in others)
        yield _group(ctx, "elsewhere", ctx.words("positions.elsewhere"), rows)


def _group(ctx: Context, anchor: str, title: str, rows: tuple[PositionTableRow, ...]) -> PositionTableGroup:
    return PositionTableGroup(anchor, title, ctx.count("competency", len(rows)), rows)


def _row(ctx: Context, sequence: Sequence, positions: tuple[Position, ...], member: Member) -> PositionTableRow:
    cells = tuple(_cell(ctx, sequence, position, member) for position in positions)
    return PositionTableRow(competency_link(ctx, member), cells)


def _cell(ctx: Context, sequence: Sequence, position: Position, member: Member) -> PositionTableCell:
    asked = required(sequence, position, member)
    name, key = ctx.name(position), position.id
    if asked.level:
        return PositionTableCell(name, key, required_level(ctx, sequence, member, asked.level), None)
    no_profile = None if asks(position) else missing_profile(ctx, sequence, position)
    return PositionTableCell(name, key, None, no_profile or _absence(ctx, sequence, asked.gap or UNLISTED))


def _absence(ctx: Context, sequence: Sequence, gap: str) -> Absence:
    """Why a position names no level; that it is not listed is said so often here that it is said shortly."""
    return Absence(KINDS[gap], ctx.words("positions.unlisted")) if gap == UNLISTED else absence(ctx, sequence, gap)
