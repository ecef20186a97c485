"""The table of all positions of a sequence, and what the page of the sequence says of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from levelbook.components.basics import Chip, Link, Nothing, competency_link, kind_of_nothing, nothing, sequence_link
from levelbook.components.names import group_title
from levelbook.components.requirements import UNLISTED, asks, in_tree, member_of, required
from levelbook.model.handbook import Sequence
from levelbook.model.position import Position
from levelbook.pages.position.page import compared, step
from levelbook.pages.position.profile import level_asked
from levelbook.site import urls
from levelbook.site.context import Context, Member
from levelbook.site.page import Heading, Layout, Page


@dataclass(frozen=True)
class PositionRow:
    """A position on the page of its sequence."""

    link: Link
    """Its name and page."""
    reports_to: Link | None
    """Whom it reports to."""
    figures: str
    """What there is of it."""
    nothing: Nothing | None
    """Why there is nothing, or what is missing."""


@dataclass(frozen=True)
class PositionHead:
    """A position as the head of a column."""

    link: Link
    """Its name and page."""
    figures: str
    """How many competencies it requires."""
    nothing: Nothing | None
    """Why it requires none."""


@dataclass(frozen=True)
class AskedCell:
    """What a position asks of a competency."""

    position: str
    """The position, where cells stand under each other."""
    chip: Chip | None
    """The level, leading to its wording."""
    nothing: Nothing | None
    """Why there is none; where there is neither, it asks the same at every level."""


@dataclass(frozen=True)
class AskedRow:
    """What all positions ask of a competency."""

    link: Link
    """The competency."""
    asked: tuple[AskedCell, ...]
    """One a position."""


@dataclass(frozen=True)
class AskedGroup:
    """A group with its competencies."""

    anchor: str
    """Its anchor."""
    title: str
    """Its name."""
    rows: tuple[AskedRow, ...]
    """Its competencies."""


@dataclass(frozen=True)
class PositionsView:
    """Everything on the page."""

    over: Link
    """The sequence."""
    caption: str
    """What the table shows."""
    note: str
    """How large it is."""
    word: str
    """The sequence's word for a competency."""
    heads: tuple[PositionHead, ...]
    """The positions."""
    groups: tuple[AskedGroup, ...]
    """The rows."""
    kinds: tuple[Nothing, ...]
    """Kinds of nothing in the table."""


def pages(ctx: Context, sequence: Sequence) -> tuple[Page, ...]:
    """The page that compares positions, where there are several."""
    here = table(ctx, sequence)
    if here is None:
        return ()
    view = _view(ctx, sequence)
    page = Page(
        address=here.address,
        title=here.text,
        template="positions",
        view=view,
        headings=tuple(Heading(group.anchor, group.title) for group in view.groups),
        layout=Layout.WIDE,
        parent=urls.sequence(sequence),
        description=view.caption,
    )
    return (page,)


def table(ctx: Context, sequence: Sequence) -> Link | None:
    """What leads to that page."""
    title = ctx.words("positions.title", word=ctx.word(sequence, "position"))
    return Link(title, urls.positions(sequence)) if compared(sequence) else None


def _view(ctx: Context, sequence: Sequence) -> PositionsView:
    positions = tuple(sequence.positions.values())
    groups = tuple(_groups(ctx, sequence, positions))
    rows = sum(len(group.rows) for group in groups)
    blanks = [one.nothing for group in groups for row in group.rows for one in row.asked if one.nothing]
    kinds = {one.kind: Nothing(one.kind, one.text) for one in blanks}
    return PositionsView(
        over=sequence_link(ctx, sequence),
        caption=ctx.words("positions.caption", sequence=ctx.sequence_name(sequence)),
        note=_note(ctx, sequence, rows),
        word=ctx.word(sequence, "competency"),
        heads=tuple(_head(ctx, sequence, one) for one in positions),
        groups=groups,
        kinds=tuple(kinds.values()),
    )


def _note(ctx: Context, sequence: Sequence, rows: int) -> str:
    columns = ctx.words("positions.columns", n=len(sequence.positions), word=ctx.word(sequence, "position"))
    return ctx.words("positions.note", rows=ctx.count("competency", rows), columns=columns)


def _head(ctx: Context, sequence: Sequence, position: Position) -> PositionHead:
    members = _members(ctx, sequence, (position,))
    asked = sum(bool(required(sequence, position, member).level) for member in members)
    return PositionHead(
        link=Link(ctx.name(position), urls.position(sequence, position.id)),
        figures=ctx.words("position.asked", count=ctx.count("short_competency", asked)) if asked else "",
        nothing=None if asked else _missing(ctx, position),
    )


def _missing(ctx: Context, position: Position) -> Nothing | None:
    """What is missing of a position: all of it, or a part."""
    part = ctx.marked(position, "incomplete")
    return nothing(ctx, position) or (kind_of_nothing(ctx, "incomplete", part) if part else None)


def _members(ctx: Context, sequence: Sequence, positions: Iterable[Position]) -> tuple[Member, ...]:
    """Competencies of the tree, and those that positions require besides."""
    named = (member_of(ctx, sequence, address) for one in positions for address in one.required)
    more = [member for member in named if member and not in_tree(sequence, member)]
    unique = {(owner.id, one.id): (owner, one) for owner, one in (*ctx.all_members(sequence), *more)}
    return tuple(unique.values())


def _groups(ctx: Context, sequence: Sequence, positions: tuple[Position, ...]) -> Iterable[AskedGroup]:
    for above, group in sequence.groups():
        if group.competencies:
            rows = tuple(_row(ctx, sequence, positions, one) for one in ctx.members(sequence, group))
            yield AskedGroup(urls.group_anchor(group.id), group_title(ctx, above, group), rows)
    others = [one for one in _members(ctx, sequence, positions) if not in_tree(sequence, one)]
    if others:
        rows = tuple(_row(ctx, sequence, positions, one) for one in others)
        yield AskedGroup("elsewhere", ctx.words("positions.elsewhere"), rows)


def _row(ctx: Context, sequence: Sequence, positions: tuple[Position, ...], member: Member) -> AskedRow:
    asked = tuple(_asked(ctx, sequence, one, member) for one in positions)
    return AskedRow(competency_link(ctx, member), asked)


def _asked(ctx: Context, sequence: Sequence, position: Position, member: Member) -> AskedCell:
    found = required(sequence, position, member)
    if found.level:
        return AskedCell(ctx.name(position), level_asked(ctx, sequence, member, found.level), None)
    known = kind_of_nothing(ctx, found.gap or UNLISTED)
    gap = None if asks(position) else _missing(ctx, position)
    return AskedCell(ctx.name(position), None, gap or known)


def rows(ctx: Context, sequence: Sequence) -> tuple[PositionRow, ...]:
    """The positions as the page of the sequence lists them."""
    return tuple(_position(ctx, sequence, one) for one in sequence.positions.values())


def _position(ctx: Context, sequence: Sequence, one: Position) -> PositionRow:
    over = step(ctx, sequence, one.reports_to or "")
    words = ctx.text(one, "reports_to")
    return PositionRow(
        link=Link(ctx.name(one), urls.position(sequence, one.id)),
        reports_to=Link(over.name if over else words, over.address if over else "") if words else None,
        figures=_figures(ctx, sequence, one),
        nothing=_missing(ctx, one),
    )


def _figures(ctx: Context, sequence: Sequence, one: Position) -> str:
    members = _members(ctx, sequence, (one,))
    counts = {
        "required": sum(bool(required(sequence, one, member).level) for member in members),
        "condition": len(one.conditions),
        "behaviour": len(one.key_behaviours),
        "measure": len(one.measures) + sum(len(each.measures) for each in one.key_behaviours),
        "field": len(one.sections),
    }
    return ctx.clauses(ctx.count(f"of_position.{key}", n) for key, n in counts.items() if n)
