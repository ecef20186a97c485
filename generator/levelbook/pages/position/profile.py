"""The profile of a position: the level it requires of every competency, as a table and as a chart."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from levelbook.components.level_chips import Chip
from levelbook.components.links import Link, competency_link
from levelbook.components.requirements import required_level, wording_place
from levelbook.localized.absence import KINDS, Absence, absence, absence_of, shared_absence
from levelbook.localized.names import group_title
from levelbook.model.competency import Cell
from levelbook.model.handbook import Sequence
from levelbook.model.position import Position
from levelbook.queries.index import Member
from levelbook.queries.requirements import NOT_REQUIRED, UNLISTED, asks, in_tree, required
from levelbook.site.context import Context

MIN_CHART_BARS = 3
"""From so many required levels on, a chart shows more than the table."""


@dataclass(frozen=True)
class ProfileRow:
    """What the position asks of a competency."""

    link: Link
    chip: Chip | None
    """The level, leading to its wording where there is one."""
    unlevelled: bool
    """Whether it asks the same at every level, so that there is none to reach."""
    absence: Absence | None
    exception: bool
    """Whether it differs from what is asked of all others."""
    summary: str
    """The level in a sentence."""
    wording: Link | None
    """How much is written at that level."""
    no_wording: Absence | None
    """Why nothing is written there."""


@dataclass(frozen=True)
class ProfileGroup:
    """A group in the table of required levels."""

    title: str
    figures: str
    """How many of it are required."""
    rows: tuple[ProfileRow, ...]


@dataclass(frozen=True)
class ProfileBar:
    """A required level in the chart."""

    name: str
    """The competency."""
    rank: int
    """How high."""


@dataclass(frozen=True)
class Profile:
    """The required levels of a position."""

    groups: tuple[ProfileGroup, ...]
    """The table, in the order of the tree."""
    summary: str
    """How many competencies are required, how many know no levels, how many are not required, how many not named."""
    bars: tuple[ProfileBar, ...]
    """The chart, the highest first; empty where there is nothing to compare."""
    levels: tuple[str, ...]
    """The levels under the chart, low to high."""
    out_of_scope: Absence | None
    """What the source does not go as far as, said once for all competencies that share the reason."""
    has_wordings: bool
    """Whether anything is written at the required levels, or said why not."""


def profile(ctx: Context, sequence: Sequence, position: Position) -> Profile | None:
    """The required levels of a position; none where it names none."""
    if not asks(position):
        return None
    groups = tuple(_groups(ctx, sequence, position))
    rows = [row for group in groups for row in group.rows]
    return Profile(
        groups=groups,
        summary=_summary(ctx, rows),
        bars=_bars(rows),
        levels=tuple(ctx.name(level) for level in sequence.levels),
        out_of_scope=shared_absence(ctx, sequence),
        has_wordings=any(row.summary or row.wording or row.no_wording for row in rows),
    )


def _summary(ctx: Context, rows: list[ProfileRow]) -> str:
    unlevelled = sum(row.unlevelled for row in rows)
    absences = Counter(row.absence.kind for row in rows if row.absence)
    asked = len(rows) - unlevelled - absences.total()
    kinds = {f"position.{gap}": absences[KINDS[gap]] for gap in (NOT_REQUIRED, UNLISTED)}
    counts = {"position.asked": asked, "grade.unlevelled": unlevelled, **kinds}
    return ctx.clauses(ctx.words(key, count=ctx.count("short_competency", n)) for key, n in counts.items() if n)


def _groups(ctx: Context, sequence: Sequence, position: Position) -> Iterable[ProfileGroup]:
    for above, group in sequence.groups():
        if group.competencies:
            title = group_title(ctx, above, group)
            yield _group(ctx, sequence, position, title, ctx.members(sequence, group))
    for title, members in _elsewhere(ctx, sequence, position).items():
        yield _group(ctx, sequence, position, title, members)


def _elsewhere(ctx: Context, sequence: Sequence, position: Position) -> dict[str, list[Member]]:
    """Required competencies that stand outside the sequence's tree, by the sequence they belong to."""
    by_sequence: dict[str, list[Member]] = {}
    for address in position.required:
        member = ctx.member(sequence, address)
        if member and not in_tree(sequence, member):
            by_sequence.setdefault(ctx.sequence_name(member[0]), []).append(member)
    return by_sequence


def _group(ctx: Context, sequence: Sequence, position: Position, title: str, members: Iterable[Member]) -> ProfileGroup:
    rows = tuple(_row(ctx, sequence, position, member) for member in members)
    asked = sum(row.absence is None for row in rows)
    return ProfileGroup(title, ctx.words("position.of", n=asked, of=len(rows)), rows)


def _row(ctx: Context, sequence: Sequence, position: Position, member: Member) -> ProfileRow:
    asked = required(sequence, position, member)
    cell = member[1].cell(asked.level) if asked.level else None
    gap = "" if asked.level else asked.gap or UNLISTED
    return ProfileRow(
        link=competency_link(ctx, member),
        chip=required_level(ctx, sequence, member, asked.level) if asked.level else None,
        unlevelled=bool(asked.level and member[1].indicators),
        absence=absence(ctx, sequence, gap) if gap else None,
        exception=asked.exception and position.level is not None,
        summary=ctx.marked(cell, "summary") if cell else "",
        wording=_wording(ctx, sequence, member, asked.level) if asked.level else None,
        no_wording=_no_wording(ctx, member, cell) if asked.level else None,
    )


def _wording(ctx: Context, sequence: Sequence, member: Member, level: str) -> Link | None:
    """How many indicators apply at a level, leading to them."""
    owner, competency = member
    n = len(ctx.expectation(owner, member, level).applies)
    if n:
        return Link(ctx.count("indicator", n), wording_place(member, level))
    if competency.levels or not competency.covers:
        return None
    unit = "part" if ctx.by_exam(member) else "facet"
    return Link(ctx.count(unit, len(competency.covers)), wording_place(member, level))


def _no_wording(ctx: Context, member: Member, cell: Cell | None) -> Absence | None:
    return (absence_of(ctx, member[0], cell) if cell else None) or absence_of(ctx, *member)


def _bars(rows: list[ProfileRow]) -> tuple[ProfileBar, ...]:
    """The required levels, the highest first; nothing where levels are not ranked or few."""
    bars = [ProfileBar(row.link.text, row.chip.rank) for row in rows if row.chip and row.chip.rank]
    return tuple(sorted(bars, key=lambda bar: -bar.rank)) if len(bars) >= MIN_CHART_BARS else ()
