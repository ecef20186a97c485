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
    return tuple(_position(ctx, sequence, one) for one in sequence.positions.values())


def _position(ctx: Context, sequence: Sequence, one: Position) -> PositionRow:
    over = ctx.links.position(sequence, one.reports_to or "")
    words = ctx.text(one, "reports_to")
    return PositionRow(
        link=Link(ctx.name(one), urls.position(sequence, one.id)),
        reports_to=Link(over.name if over else words, over.address if over else "") if words else None,
        figures=_figures(ctx, sequence, one),
        nothing=missing_profile(ctx, one),
    )


def _figures(ctx: Context, sequence: Sequence, one: Position) -> str:
    members = members_asked(ctx, sequence, (one,))
    counts = {
        "required": sum(bool(required(sequence, one, member).level) for member in members),
        "condition": len(one.conditions),
        "behaviour": len(one.key_behaviours),
        "measure": len(one.measures) + sum(len(each.measures) for each in one.key_behaviours),
        "field": len(one.sections),
    }
    return ctx.clauses(ctx.count(f"of_position.{key}", n) for key, n in counts.items() if n)


def missing_profile(ctx: Context, position: Position) -> Absence | None:
    """What is missing of a position: all of it, or a part."""
    part = ctx.marked(position, "incomplete")
    return absence_of(ctx, position) or (absence(ctx, "incomplete", part) if part else None)


def members_asked(ctx: Context, sequence: Sequence, positions: Iterable[Position]) -> tuple[Member, ...]:
    """Competencies of the tree, and those that positions require besides."""
    named = (ctx.member(sequence, address) for one in positions for address in one.required)
    more = [member for member in named if member and not in_tree(sequence, member)]
    unique = {(owner.id, one.id): (owner, one) for owner, one in (*ctx.all_members(sequence), *more)}
    return tuple(unique.values())
