"""What a competency of a concept is in its own sequence: its ladder, its figures, who asks for it."""

from collections.abc import Mapping
from dataclasses import dataclass

from levelbook.model.handbook import Sequence
from levelbook.model.points import PLAIN
from levelbook.plan import addresses
from levelbook.plan.desk import Desk, Member
from levelbook.plan.lines import Line, lines
from levelbook.plan.points import ledger
from levelbook.plan.points_views import beside
from levelbook.plan.requirements import Need, needs
from levelbook.plan.shared import Chip, Link, Nothing, chip, nothing, same_as, sequence_link, subjects


@dataclass(frozen=True)
class Weight:
    """What a competency weighs at a level, grade or position."""

    where: str
    """The level, grade or position; nothing where it is said beside it, or for all."""
    text: str
    """The figure with its unit."""
    nothing: Nothing | None
    """Why there is no figure."""


@dataclass(frozen=True)
class Rung:
    """A level of the competency, on its own ladder."""

    chip: Chip
    """The level, among those of its sequence."""
    name: str
    """Where this level has a name of its own."""
    summary: str
    """The level in a sentence."""
    fold: str
    """How many indicators are folded."""
    lines: tuple[Line, ...]
    """Those indicators."""
    same: Nothing | None
    """Which level's indicators hold here."""
    nothing: Nothing | None
    """Why there is nothing."""
    incomplete: str
    """What of it is missing."""
    points: Weight | None
    """What it weighs at this level."""


@dataclass(frozen=True)
class Kin:
    """A competency of the concept."""

    link: Link
    """Its name, page and code."""
    definition: str
    """What it means there."""
    rungs: tuple[Rung, ...]
    """Its levels, low to high."""
    exam: str
    """Said where it is found out by an exam."""
    facets: str
    """What it covers."""
    fold: str
    """How many indicators hold for every level."""
    lines: tuple[Line, ...]
    """Those indicators."""
    nothing: Nothing | None
    """Why there is nothing."""
    bare: str
    """Said where there is a name and nothing else."""
    incomplete: str
    """What of it is missing."""
    points: tuple[Weight, ...]
    """What it weighs for grades and positions, or as a whole."""
    needs: tuple[Need, ...]
    """Positions and exceptional grades that ask for it."""
    borrowers: tuple[Link, ...]
    """Other sequences that take it over as it is."""


def borrowers(desk: Desk, member: Member) -> tuple[Sequence, ...]:
    """The other sequences in whose tree a competency stands."""
    owner, competency = member
    address = f"{owner.id}/{competency.id}"
    others = (one for one in desk.handbook.sequences.values() if one.id != owner.id)
    return tuple(one for one in others if any(address in group.competencies for _, group in one.groups()))


def kin(desk: Desk, member: Member) -> Kin:
    """A competency as it is in its own sequence."""
    owner, competency = member
    taken = borrowers(desk, member)
    weights = points(desk, member)
    rungs = tuple(_rung(desk, member, level.id, weights) for level in owner.levels if competency.cell(level.id))
    facets, empty = subjects(desk, competency), nothing(desk, competency)
    definition = desk.marked(competency, "definition") or desk.marked(competency, "short")
    return Kin(
        link=Link(
            desk.name(competency),
            addresses.competency(owner, competency.id),
            addresses.competency_code(owner, competency),
        ),
        definition=definition,
        rungs=rungs,
        exam=desk.words("exam.by_exam") if desk.by_exam(member) else "",
        facets=facets,
        fold=desk.count("cell_indicator", len(competency.indicators)) if competency.indicators else "",
        lines=lines(desk, member, competency.indicators),
        nothing=empty,
        bare="" if rungs or facets or competency.indicators or definition or empty else desk.words("concept.bare"),
        incomplete=desk.marked(competency, "incomplete"),
        points=tuple(one for key, one in weights.items() if not (rungs and owner.level(key))),
        needs=_asked(desk, member),
        borrowers=tuple(sequence_link(desk, one) for one in taken),
    )


def _rung(desk: Desk, member: Member, key: str, weights: Mapping[str, Weight]) -> Rung:
    owner, competency = member
    cell, made = competency.cell(key), chip(desk, owner, key)
    page = addresses.competency(owner, competency.id)
    assert cell is not None
    assert made is not None
    return Rung(
        chip=made,
        name=desk.said(cell, "name"),
        summary=desk.marked(cell, "summary"),
        fold=desk.count("cell_indicator", len(cell.indicators)) if cell.indicators else "",
        lines=lines(desk, member, cell.indicators),
        same=same_as(desk, owner, cell.same_as, page) if cell.same_as else None,
        nothing=nothing(desk, cell),
        incomplete=desk.marked(cell, "incomplete"),
        points=weights.get(key),
    )


def _asked(desk: Desk, member: Member) -> tuple[Need, ...]:
    """Positions, and grades that ask for another level than of the rest; plain grades stand with their level."""
    grades = {addresses.grade(one, grade.id) for one in desk.handbook.sequences.values() for grade in one.grades}
    return tuple(one for one in needs(desk, member) if one.exception or one.address not in grades)


def points(desk: Desk, member: Member) -> dict[str, Weight]:
    """What a competency weighs in its own sequence, by level, grade or position; `` for all of them."""
    known = ledger(desk, member[0])
    if known is None:
        return {}
    found = {column: known.of_member(member, column) for column in known.columns}
    return {
        column: Weight(
            where="" if column == PLAIN else known.name_of(column)[0],
            text="" if amount.nothing else beside(desk, known, amount).text,
            nothing=amount.nothing,
        )
        for column, amount in found.items()
        if amount
    }
