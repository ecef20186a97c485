"""The items of a checklist by group, with what is said of each group."""

from dataclasses import dataclass, replace

from levelbook.assessment.checklists import Checklist, ChecklistGroup
from levelbook.assessment.item import CONDITION, EXAM, NONE, ChecklistItem
from levelbook.components import exam_bands
from levelbook.components.basics import Nothing, figure
from levelbook.model.handbook import Sequence
from levelbook.model.scale import Rounding
from levelbook.site import urls
from levelbook.site.context import Context


@dataclass(frozen=True)
class ExamRule:
    """How marks become points, in words."""

    bands: str
    """The bands, and the rule for fractions; or that there are none."""
    out_of: str
    """The highest mark; nothing where it is not known."""
    marking: str
    """How marks come about, where that is the same for all exams of the group."""


@dataclass(frozen=True)
class Section:
    """A group of the checklist, with what can be rated in it."""

    anchor: str
    """Its anchor."""
    title: str
    """Its name, with the groups above."""
    figures: str
    """How many items, and how many points."""
    condition: str
    """How conditions are judged."""
    exam: ExamRule | None
    """How marks become points, where there are any."""
    items: tuple[ChecklistItem, ...]
    """Its items."""
    weights: dict[str, str]
    """The points of items in words, by their figures."""


@dataclass(frozen=True)
class Unrated:
    """Items that cannot be rated for one and the same reason."""

    nothing: Nothing
    """The reason."""
    items: tuple[ChecklistItem, ...]
    """The items."""


def unrated(made: Checklist) -> tuple[Unrated, ...]:
    """What cannot be rated, by reason."""
    found: dict[Nothing, list[ChecklistItem]] = {}
    for item in made.items:
        if item.none:
            found.setdefault(item.none, []).append(item)
    return tuple(Unrated(why, tuple(items)) for why, items in found.items())


def sections(ctx: Context, sequence: Sequence, made: Checklist) -> tuple[Section, ...]:
    """The groups that hold items to be rated, in order."""
    found = (replace(one, items=tuple(item for item in one.items if item.kind != NONE)) for one in made.branches)
    return tuple(_section(ctx, sequence, made, one) for one in found if one.items)


def _section(ctx: Context, sequence: Sequence, made: Checklist, one: ChecklistGroup) -> Section:
    kinds = {item.kind for item in one.items}
    unit = made.ledger.unit if made.ledger else ""
    weight = ctx.words("check.weight", n=one.weight, unit=unit) if one.weight else ""
    return Section(
        anchor=urls.group_anchor(one.id),
        title=one.title,
        figures=ctx.clauses([ctx.count("short_competency", len(one.items)), weight]),
        condition=ctx.words("check.condition") if CONDITION in kinds else "",
        exam=_rule(ctx, sequence, one.items) if EXAM in kinds else None,
        items=one.items,
        weights={item.weight: ctx.words("check.weight", n=item.weight, unit=unit) for item in one.items},
    )


def _rule(ctx: Context, sequence: Sequence, items: tuple[ChecklistItem, ...]) -> ExamRule:
    """The bands and the rule for fractions, as the scale says them."""
    ways = {one.marking for one in items if one.kind == EXAM}
    marking = ways.pop() if len(ways) == 1 else ""
    found, scale = exam_bands.bands(ctx, sequence), exam_bands.scale_of(ctx, sequence)
    if found is None or scale is None or scale.exam is None:
        return ExamRule(ctx.words("check.no_bands"), "", marking)
    rows = ctx.clauses(ctx.words("check.band", marks=row.marks, points=row.points) for row in found.rows)
    rounding = "round_half-up" if scale.exam.round is Rounding.HALF_UP else "round_none"
    said = ctx.words("check.next").join((ctx.words("check.bands", bands=rows), ctx.words(f"check.{rounding}")))
    return ExamRule(said, figure(scale.exam.out_of), marking)
