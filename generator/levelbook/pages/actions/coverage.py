"""Which competencies the actions of all sequences reach, level by level; which indicators they name; what none does."""

from dataclasses import dataclass

from levelbook.components.level_chips import Chip, chips
from levelbook.components.links import Link, competency_link
from levelbook.localized.names import group_title, level_name
from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Group
from levelbook.queries import action_targets
from levelbook.queries.courses import named
from levelbook.queries.index import Member
from levelbook.site import urls
from levelbook.site.context import Context

NO_LEVEL = ""
"""Stands for the level where a sequence has none."""


@dataclass(frozen=True)
class CoverageFigure:
    """How many actions there are for a competency at a level."""

    level: str
    """The name of the level; nothing where there are none."""
    actions: int
    required: bool
    """Whether anything is asked there."""


@dataclass(frozen=True)
class CoverageRow:
    """A competency."""

    link: Link
    """Its name and page."""
    figures: tuple[CoverageFigure, ...]
    """How many actions, one figure a level."""
    indicators: str
    """How many of its indicators an action names; nothing where it has none."""
    uncovered: tuple[Link, ...]
    """The indicators that no action names, where others are named."""
    without_actions: bool
    """Whether there is no action for it at all."""


@dataclass(frozen=True)
class CoverageGroup:
    """A group of competencies."""

    title: str
    """Its name, with the groups above."""
    rows: tuple[CoverageRow, ...]


@dataclass(frozen=True)
class Coverage:
    """What is covered."""

    chips: tuple[Chip, ...]
    """The levels, as columns."""
    groups: tuple[CoverageGroup, ...]
    """The tree."""
    summary: str
    """How much is covered, in a sentence."""
    without_actions: tuple[Link, ...]
    """The competencies that no action is for."""


def coverage(ctx: Context, sequence: Sequence) -> Coverage:
    """What the actions of all sequences reach in a sequence's tree."""
    groups = tuple(
        _group(ctx, sequence, above, group) for above, group in sequence.groups() if ctx.members(sequence, group)
    )
    rows = [row for group in groups for row in group.rows]
    without_actions = tuple(dict.fromkeys(row.link for row in rows if row.without_actions))
    key = "actions.gaps" if without_actions else "actions.no_gaps"
    n, of = ctx.count("short_competency", len(without_actions)), ctx.count("competency", len(rows))
    return Coverage(chips(ctx, sequence), groups, ctx.words(key, n=n, of=of), without_actions)


def _group(ctx: Context, sequence: Sequence, above: tuple[Group, ...], group: Group) -> CoverageGroup:
    members = ctx.members(sequence, group)
    return CoverageGroup(group_title(ctx, above, group), tuple(_row(ctx, sequence, member) for member in members))


def _row(ctx: Context, sequence: Sequence, member: Member) -> CoverageRow:
    actions = action_targets.reaching(ctx, member)
    indicators = member[1].every_live()
    covered = named(ctx, member)
    uncovered = [indicator.code for indicator in indicators if indicator.code and indicator.code not in covered]
    figures = tuple(_figure(ctx, sequence, member, level.id) for level in sequence.levels)
    return CoverageRow(
        link=competency_link(ctx, member),
        figures=figures or (CoverageFigure(NO_LEVEL, len(actions), True),),
        indicators=ctx.words("actions.of", n=len(covered), of=len(indicators)) if indicators else "",
        uncovered=tuple(Link(code, urls.permanent(code)) for code in uncovered) if covered else (),
        without_actions=not actions,
    )


def _figure(ctx: Context, sequence: Sequence, member: Member, level: str) -> CoverageFigure:
    actions = action_targets.reaching(ctx, member)
    cell = member[1].cell(level)
    n = sum(action_targets.serves(action, level) for action in actions)
    name = level_name(ctx, sequence, level)
    return CoverageFigure(name, n, not (cell and cell.not_required))
