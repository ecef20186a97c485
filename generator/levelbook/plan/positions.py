"""The table of all positions of a sequence, and what the page of the sequence says of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from levelbook.model.handbook import Sequence
from levelbook.model.position import Position
from levelbook.plan import addresses
from levelbook.plan.desk import Desk, Member
from levelbook.plan.naming import group_title
from levelbook.plan.page import Heading, Layout, Page
from levelbook.plan.position import compared, step
from levelbook.plan.profile import level_asked
from levelbook.plan.requirements import UNLISTED, asks, in_tree, member_of, required
from levelbook.plan.shared import Chip, Link, Nothing, competency_link, kind_of_nothing, nothing, sequence_link


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
class Head:
    """A position as the head of a column."""

    link: Link
    """Its name and page."""
    figures: str
    """How many competencies it requires."""
    nothing: Nothing | None
    """Why it requires none."""


@dataclass(frozen=True)
class Asked:
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
    asked: tuple[Asked, ...]
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
    heads: tuple[Head, ...]
    """The positions."""
    groups: tuple[AskedGroup, ...]
    """The rows."""
    kinds: tuple[Nothing, ...]
    """Kinds of nothing in the table."""


def pages(desk: Desk, sequence: Sequence) -> tuple[Page, ...]:
    """The page that compares positions, where there are several."""
    here = table(desk, sequence)
    if here is None:
        return ()
    view = _view(desk, sequence)
    page = Page(
        address=here.address,
        title=here.text,
        template="positions",
        view=view,
        headings=tuple(Heading(group.anchor, group.title) for group in view.groups),
        layout=Layout.WIDE,
        parent=addresses.sequence(sequence),
        description=view.caption,
    )
    return (page,)


def table(desk: Desk, sequence: Sequence) -> Link | None:
    """What leads to that page."""
    title = desk.words("positions.title", word=desk.word(sequence, "position"))
    return Link(title, addresses.positions(sequence)) if compared(sequence) else None


def _view(desk: Desk, sequence: Sequence) -> PositionsView:
    positions = tuple(sequence.positions.values())
    groups = tuple(_groups(desk, sequence, positions))
    rows = sum(len(group.rows) for group in groups)
    blanks = [one.nothing for group in groups for row in group.rows for one in row.asked if one.nothing]
    kinds = {one.kind: Nothing(one.kind, one.text) for one in blanks}
    return PositionsView(
        over=sequence_link(desk, sequence),
        caption=desk.words("positions.caption", sequence=desk.sequence_name(sequence)),
        note=_note(desk, sequence, rows),
        word=desk.word(sequence, "competency"),
        heads=tuple(_head(desk, sequence, one) for one in positions),
        groups=groups,
        kinds=tuple(kinds.values()),
    )


def _note(desk: Desk, sequence: Sequence, rows: int) -> str:
    columns = desk.words("positions.columns", n=len(sequence.positions), word=desk.word(sequence, "position"))
    return desk.words("positions.note", rows=desk.count("competency", rows), columns=columns)


def _head(desk: Desk, sequence: Sequence, position: Position) -> Head:
    members = _members(desk, sequence, (position,))
    asked = sum(bool(required(sequence, position, member).level) for member in members)
    return Head(
        link=Link(desk.name(position), addresses.position(sequence, position.id)),
        figures=desk.words("position.asked", count=desk.count("short_competency", asked)) if asked else "",
        nothing=None if asked else _missing(desk, position),
    )


def _missing(desk: Desk, position: Position) -> Nothing | None:
    """What is missing of a position: all of it, or a part."""
    part = desk.marked(position, "incomplete")
    return nothing(desk, position) or (kind_of_nothing(desk, "incomplete", part) if part else None)


def _members(desk: Desk, sequence: Sequence, positions: Iterable[Position]) -> tuple[Member, ...]:
    """Competencies of the tree, and those that positions require besides."""
    named = (member_of(desk, sequence, address) for one in positions for address in one.required)
    more = [member for member in named if member and not in_tree(sequence, member)]
    unique = {(owner.id, one.id): (owner, one) for owner, one in (*desk.all_members(sequence), *more)}
    return tuple(unique.values())


def _groups(desk: Desk, sequence: Sequence, positions: tuple[Position, ...]) -> Iterable[AskedGroup]:
    for above, group in sequence.groups():
        if group.competencies:
            rows = tuple(_row(desk, sequence, positions, one) for one in desk.members(sequence, group))
            yield AskedGroup(addresses.group_anchor(group.id), group_title(desk, above, group), rows)
    others = [one for one in _members(desk, sequence, positions) if not in_tree(sequence, one)]
    if others:
        rows = tuple(_row(desk, sequence, positions, one) for one in others)
        yield AskedGroup("elsewhere", desk.words("positions.elsewhere"), rows)


def _row(desk: Desk, sequence: Sequence, positions: tuple[Position, ...], member: Member) -> AskedRow:
    asked = tuple(_asked(desk, sequence, one, member) for one in positions)
    return AskedRow(competency_link(desk, member), asked)


def _asked(desk: Desk, sequence: Sequence, position: Position, member: Member) -> Asked:
    found = required(sequence, position, member)
    if found.level:
        return Asked(desk.name(position), level_asked(desk, sequence, member, found.level), None)
    known = kind_of_nothing(desk, found.gap or UNLISTED)
    gap = None if asks(position) else _missing(desk, position)
    return Asked(desk.name(position), None, gap or known)


def rows(desk: Desk, sequence: Sequence) -> tuple[PositionRow, ...]:
    """The positions as the page of the sequence lists them."""
    return tuple(_position(desk, sequence, one) for one in sequence.positions.values())


def _position(desk: Desk, sequence: Sequence, one: Position) -> PositionRow:
    over = step(desk, sequence, one.reports_to or "")
    words = desk.said(one, "reports_to")
    return PositionRow(
        link=Link(desk.name(one), addresses.position(sequence, one.id)),
        reports_to=Link(over.name if over else words, over.address if over else "") if words else None,
        figures=_figures(desk, sequence, one),
        nothing=_missing(desk, one),
    )


def _figures(desk: Desk, sequence: Sequence, one: Position) -> str:
    members = _members(desk, sequence, (one,))
    counts = {
        "required": sum(bool(required(sequence, one, member).level) for member in members),
        "condition": len(one.conditions),
        "behaviour": len(one.key_behaviours),
        "measure": len(one.measures) + sum(len(each.measures) for each in one.key_behaviours),
        "field": len(one.sections),
    }
    return desk.clauses(desk.count(f"of_position.{key}", n) for key, n in counts.items() if n)
