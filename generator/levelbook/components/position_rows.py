"""Positions as the page of their sequence lists them, and what any list of positions needs to know."""

from collections.abc import Iterable
from dataclasses import dataclass

from levelbook.components.links import Link
from levelbook.localized.absence import Absence, absence, absence_of
from levelbook.model.handbook import Sequence
from levelbook.model.position import Position
from levelbook.queries.index import Member
from levelbook.queries.requirements import in_tree, required
from levelbook.site import urls
from levelbook.site.context import Context


@dataclass(frozen=True)
class PositionRow:
    """A position on the page of its sequence."""

    link: Link
    """Its name and page."""
    reports_to: Link | None
    """Whom it reports to."""
    figures: str
    """What there is of it."""
    nothing: Absence | None
    """Why there is nothing, or what is missing."""


def position_rows(ctx: Context, sequence: Sequence) -> tuple[PositionRow, ...]:
    """The positions as the page of the sequence lists them."""
    return tuple(_position(ctx, sequence, position) for position in sequence.positions.values())


def _position(ctx: Context, sequence: Sequence, position: Position) -> PositionRow:
    return PositionRow(
        link=Link(ctx.name(position), urls.position(sequence, position.id)),
        reports_to=_reports_to(ctx, sequence, position),
        figures=_figures(ctx, sequence, position),
        nothing=missing_profile(ctx, sequence, position),
    )


def _reports_to(ctx: Context, sequence: Sequence, position: Position) -> Link | None:
    """The position above, by its page where the handbook has it, or else in the words of the data."""
    words = ctx.text(position, "reports_to")
    superior = ctx.links.position(sequence, position.reports_to or "")
    if not words:
        return None
    return Link(superior.name, superior.address) if superior else Link(words, "")


def _figures(ctx: Context, sequence: Sequence, position: Position) -> str:
    members = members_asked(ctx, sequence, (position,))
    counts = {
        "required": sum(bool(required(sequence, position, member).level) for member in members),
        "condition": len(position.conditions),
        "behaviour": len(position.key_behaviours),
        "measure": len(position.measures) + sum(len(behaviour.measures) for behaviour in position.key_behaviours),
        "field": len(position.sections),
    }
    return ctx.clauses(ctx.count(f"of_position.{key}", n) for key, n in counts.items() if n)


def missing_profile(ctx: Context, sequence: Sequence, position: Position) -> Absence | None:
    """What is missing of a position: all of it, or a part."""
    part = ctx.marked(position, "incomplete")
    return absence_of(ctx, sequence, position) or (absence(ctx, sequence, "incomplete", part) if part else None)


def members_asked(ctx: Context, sequence: Sequence, positions: Iterable[Position]) -> tuple[Member, ...]:
    """Competencies of the tree, and those that positions require besides."""
    named = (ctx.member(sequence, address) for position in positions for address in position.required)
    more = [member for member in named if member and not in_tree(sequence, member)]
    members = (*ctx.all_members(sequence), *more)
    return tuple({(owner.id, competency.id): (owner, competency) for owner, competency in members}.values())
