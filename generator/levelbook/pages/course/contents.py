"""What a course covers, by competency and level, and what it only touches."""

from collections.abc import Iterator
from dataclasses import dataclass

from levelbook.components.actions_for import target_address, target_title
from levelbook.components.level_chips import Chip, chip
from levelbook.components.links import Link, competency_link
from levelbook.localized.names import level_name
from levelbook.localized.sentences import Statement, signed, signed_words
from levelbook.model.competency import Indicator
from levelbook.model.growth import Action
from levelbook.model.handbook import Sequence
from levelbook.pages.course.changes import RowChange, changes_of
from levelbook.queries import courses
from levelbook.queries.action_targets import Aim
from levelbook.queries.courses import CoveredCompetency
from levelbook.queries.index import Member
from levelbook.queries.requirements import level_of_step
from levelbook.site.context import Context


@dataclass(frozen=True)
class CoveredRow:
    """An indicator that a course covers, or that no course of its competency does."""

    code: str
    lead: str
    """Its lead word."""
    text: Statement
    """What it says."""
    said: str
    """The same as one sentence, in plain words."""
    level: str
    """The name of its level; nothing where it is asked at all."""
    chip: Chip | None
    """Its level with the stair; none where the level has no page."""
    changes: tuple[RowChange, ...]
    """What became of it in each release, newest first."""

    @property
    def releases(self) -> str:
        """The releases that changed it, for the script, parted by blanks."""
        return " ".join(change.release for change in self.changes)


@dataclass(frozen=True)
class CoveredBlock:
    """A competency of which a course covers something."""

    link: Link
    owner: str
    """The name of its sequence."""
    figures: str
    """How many of how many."""
    rows: tuple[CoveredRow, ...]
    others: tuple[CoveredRow, ...]
    """What no course covers."""
    others_figure: str


@dataclass(frozen=True)
class TouchedRow:
    """A group, competency or level that a course is for, without saying what of it."""

    link: Link
    figures: str
    """What stands in it."""


def covered_blocks(ctx: Context, sequence: Sequence, action: Action) -> tuple[CoveredBlock, ...]:
    """What a course covers, by competency."""
    return tuple(_block(ctx, covered) for covered in courses.covered_competencies(ctx, sequence, action))


def touched_rows(ctx: Context, sequence: Sequence, action: Action) -> tuple[TouchedRow, ...]:
    """What a course touches."""
    return tuple(_touched(ctx, aim) for aim in courses.touched(ctx, sequence, action))


def for_levels(ctx: Context, sequence: Sequence, action: Action) -> str:
    """The levels of what a course covers, by sequence, in a clause."""
    levels: dict[str, dict[str, None]] = {}
    for covered in courses.covered_competencies(ctx, sequence, action):
        owner, competency = covered.member
        homes = {competency.home(indicator.code) or "" for indicator in covered.indicators}
        known = levels.setdefault(owner.id, {})
        known.update(dict.fromkeys(homes))
    return ctx.words("course.and").join(_of_levels(ctx, owner, homes) for owner, homes in levels.items())


def _of_levels(ctx: Context, owner_id: str, homes: dict[str, None]) -> str:
    owner = ctx.handbook.sequences[owner_id]
    names = [ctx.name(level) for level in owner.levels if level.id in homes]
    key = "course.of_levels" if names else "course.of_all"
    return ctx.words(key, sequence=ctx.sequence_name(owner), levels=ctx.series(names))


def _block(ctx: Context, covered: CoveredCompetency) -> CoveredBlock:
    member = covered.member
    of = ctx.count("indicator", len(member[1].every_live()))
    return CoveredBlock(
        link=competency_link(ctx, member),
        owner=ctx.sequence_name(member[0]),
        figures=ctx.words("course.some_of", n=len(covered.indicators), of=of),
        rows=tuple(_rows(ctx, member, covered.indicators)),
        others=tuple(_rows(ctx, member, covered.others, with_changes=False)),
        others_figure=ctx.count("plain_indicator", len(covered.others)),
    )


def _rows(
    ctx: Context, member: Member, indicators: tuple[Indicator, ...], *, with_changes: bool = True
) -> Iterator[CoveredRow]:
    owner, competency = member
    for indicator in indicators:
        level = competency.home(indicator.code) or ""
        yield CoveredRow(
            code=indicator.code,
            lead=ctx.text(indicator, "name"),
            text=signed(ctx, indicator),
            said=signed_words(ctx, indicator),
            level=level_name(ctx, owner, level) if level else ctx.words("competency.all_levels"),
            chip=chip(ctx, owner, level),
            changes=changes_of(ctx, indicator.code) if with_changes else (),
        )


def _touched(ctx: Context, aim: Aim) -> TouchedRow:
    title, address = target_title(ctx, aim), target_address(aim)
    if aim.group:
        n = sum(len(competency.every_live()) for _, competency in aim.members)
        counts = [ctx.count("competency", len(aim.members)), ctx.count("indicator", n)]
        return TouchedRow(Link(title, address), ctx.words("course.whole_group", counts=ctx.clauses(counts)))
    _, competency = aim.members[0]
    if not aim.step:
        counts = [ctx.count("indicator", len(competency.every_live()))]
        return TouchedRow(Link(title, address), ctx.words("course.whole_competency", counts=ctx.clauses(counts)))
    target = ctx.links.find(aim.owner, aim.address)
    cell = competency.cell(level_of_step(aim.owner, aim.step))
    counts = [ctx.count("indicator", len(cell.indicators) if cell else 0)]
    link = Link(target.name, target.address) if target else Link(title, address)
    return TouchedRow(link, ctx.words("course.one_level", counts=ctx.clauses(counts)))
