"""The table of all positions of a sequence, and what the page of the sequence says of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from levelbook.components.level_chips import Chip
from levelbook.components.links import Link, PageOfSequence, competency_link, sequence_link
from levelbook.components.position_rows import members_asked, missing_profile
from levelbook.components.requirements import required_level
from levelbook.localized.absence import Absence, absence
from levelbook.localized.names import group_title
from levelbook.model.handbook import Sequence
from levelbook.model.position import Position
from levelbook.queries.index import Member
from levelbook.queries.requirements import UNLISTED, asks, in_tree, required
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.page import Heading, Layout, Page
from levelbook.site.sitemap import PageKind


@dataclass(frozen=True)
class PositionTableHead:
    """A position as the head of a column."""

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
    rows: tuple[PositionTableRow, ...]


@dataclass(frozen=True)
class PositionsView(PageOfSequence):
    """Everything on the page."""

    caption: str
    note: str
    """How large it is."""
    word: str
    """The sequence's word for a competency."""
    heads: tuple[PositionTableHead, ...]
    """The positions."""
    groups: tuple[PositionTableGroup, ...]
    """The rows."""
    kinds: tuple[Absence, ...]
    """Kinds of nothing in the table."""


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
    absences = [cell.absence for group in groups for row in group.rows for cell in row.cells if cell.absence]
    kinds = {nothing.kind: Absence(nothing.kind, nothing.text) for nothing in absences}
    return PositionsView(
        sequence=sequence_link(ctx, sequence),
        caption=ctx.words("positions.caption", sequence=ctx.sequence_name(sequence)),
        note=_note(ctx, sequence, rows),
        word=ctx.word(sequence, "competency"),
        heads=tuple(_head(ctx, sequence, position) for position in positions),
        groups=groups,
        kinds=tuple(kinds.values()),
    )


def _note(ctx: Context, sequence: Sequence, rows: int) -> str:
    columns = ctx.words("positions.columns", n=len(sequence.positions), word=ctx.word(sequence, "position"))
    return ctx.words("positions.note", rows=ctx.count("competency", rows), columns=columns)


def _head(ctx: Context, sequence: Sequence, position: Position) -> PositionTableHead:
    members = members_asked(ctx, sequence, (position,))
    asked = sum(bool(required(sequence, position, member).level) for member in members)
    return PositionTableHead(
        link=Link(ctx.name(position), urls.position(sequence, position.id)),
        figures=ctx.words("position.asked", count=ctx.count("short_competency", asked)) if asked else "",
        absence=None if asked else missing_profile(ctx, position),
    )


def _groups(ctx: Context, sequence: Sequence, positions: tuple[Position, ...]) -> Iterable[PositionTableGroup]:
    for above, group in sequence.groups():
        if group.competencies:
            rows = tuple(_row(ctx, sequence, positions, member) for member in ctx.members(sequence, group))
            yield PositionTableGroup(urls.group_anchor(group.id), group_title(ctx, above, group), rows)
    others = [member for member in members_asked(ctx, sequence, positions) if not in_tree(sequence, member)]
    if others:
        rows = tuple(_row(ctx, sequence, positions, member) for member in others)
        yield PositionTableGroup("elsewhere", ctx.words("positions.elsewhere"), rows)


def _row(ctx: Context, sequence: Sequence, positions: tuple[Position, ...], member: Member) -> PositionTableRow:
    cells = tuple(_cell(ctx, sequence, position, member) for position in positions)
    return PositionTableRow(competency_link(ctx, member), cells)


def _cell(ctx: Context, sequence: Sequence, position: Position, member: Member) -> PositionTableCell:
    asked = required(sequence, position, member)
    if asked.level:
        return PositionTableCell(ctx.name(position), required_level(ctx, sequence, member, asked.level), None)
    no_profile = None if asks(position) else missing_profile(ctx, position)
    return PositionTableCell(ctx.name(position), None, no_profile or absence(ctx, asked.gap or UNLISTED))
