"""The items of a checklist by group, with what is said of each group."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from levelbook.assessment.checklists import Checklist, ChecklistGroup
from levelbook.assessment.item import ChecklistItem, LevelPart, RatedIndicator
from levelbook.assessment.scoring.checklist import ItemKind
from levelbook.components import exams
from levelbook.components.guidance.blocks import FOR_RATING, Guided, guidance_block
from levelbook.components.indicators import IndicatorRow, indicator_row
from levelbook.components.level_chips import Chip, chip
from levelbook.localized.absence import Absence
from levelbook.localized.names import weight_unit
from levelbook.localized.sentences import ListedItem, ListedStatement, signed
from levelbook.model.decimals import figure
from levelbook.model.handbook import Sequence
from levelbook.model.scale import Rounding
from levelbook.queries.exams import scale_of
from levelbook.site import urls
from levelbook.site.context import Context


@dataclass(frozen=True)
class ExamInstruction:
    """How marks become points, in words."""

    bands: str
    """The bands, and the rule for fractions; or that there are none."""
    out_of: str
    """The highest mark; nothing where it is not known."""
    marking: str
    """How marks come about, where that is the same for all exams of the group."""


@dataclass(frozen=True)
class ChecklistSection:
    """A group of the checklist, with what can be rated in it."""

    anchor: str
    title: str
    """Its name, with the groups above."""
    figures: str
    """How many items, and how many points."""
    condition: str
    """How conditions are judged."""
    exam: ExamInstruction | None
    """How marks become points, where there are any."""
    items: tuple["ItemView", ...]
    weights: dict[str, str]
    """The points of items in words, by their figures."""


@dataclass(frozen=True)
class Unrated:
    """Items that cannot be rated for one and the same reason."""

    nothing: Absence
    items: tuple["ItemView", ...]


@dataclass(frozen=True)
class RatedRow:
    """An indicator that can be rated, or an item of one, as the page shows it."""

    code: str
    negative: bool
    row: IndicatorRow
    """Of the whole indicator."""
    item: ListedItem | None
    """The item that is rated; none where the whole is."""
    lead: str
    """What leads its items in; nothing where they stand alone."""
    is_first: bool
    """Whether no other item of its indicator stands before it."""
    guidance: str
    """What of the handbook's own is folded under it."""
    mark: str
    """The mark of its wording, where the line shows exactly that, so that scripts read it there; else nothing."""


@dataclass(frozen=True)
class LevelPartView:
    """Indicators that are asked first at one level."""

    head: str
    indicators: tuple[RatedRow, ...]


@dataclass(frozen=True)
class NeighbourView:
    """What another level says of the same competency."""

    chip: Chip
    texts: tuple[str, ...]


@dataclass(frozen=True)
class ItemView:
    """An item with what the page adds to it: links, level chips, indicators as rows."""

    item: ChecklistItem
    address: str
    """The page of the competency."""
    chip: Chip | None
    """The level asked, where it says more than the page's title."""
    cell_name: str
    """What the competency calls the level asked, where that is said."""
    level_parts: tuple[LevelPartView, ...]
    unstated: tuple[LevelPartView, ...]
    guidance: str
    """What of the handbook's own is folded beside its rating."""
    neighbours: tuple[NeighbourView, ...]


def unrated(ctx: Context, sequence: Sequence, checklist: Checklist) -> tuple[Unrated, ...]:
    """What cannot be rated, by reason."""
    by_reason: dict[Absence, list[ItemView]] = {}
    for item in checklist.items:
        if item.absence:
            by_reason.setdefault(item.absence, []).append(_item(ctx, sequence, item))
    return tuple(Unrated(reason, tuple(items)) for reason, items in by_reason.items())


def _item(ctx: Context, sequence: Sequence, item: ChecklistItem) -> ItemView:
    owner, competency = item.member
    cell = competency.cell(item.level) if item.level else None
    levels = ((neighbour, chip(ctx, sequence, neighbour.level)) for neighbour in item.neighbours)
    return ItemView(
        item=item,
        address=urls.competency(owner, competency.id),
        chip=chip(ctx, sequence, item.level) if item.names_level else None,
        cell_name=ctx.text(cell, "name") if cell else "",
        level_parts=tuple(_level_part(ctx, item, part) for part in item.level_parts),
        unstated=tuple(_level_part(ctx, item, part) for part in item.unstated),
        guidance=_guided(ctx, owner, cell, competency) if item.level or not competency.levels else "",
        neighbours=tuple(NeighbourView(level, neighbour.texts) for neighbour, level in levels if level),
    )


def _guided(ctx: Context, owner: Sequence, *things: Guided | None) -> str:
    block = guidance_block(ctx, owner, *things, kinds=FOR_RATING)
    return block.kinds if block else ""


def _level_part(ctx: Context, item: ChecklistItem, part: LevelPart) -> LevelPartView:
    return LevelPartView(part.head, tuple(_rated_row(ctx, item, rated) for rated in part.indicators))


def _rated_row(ctx: Context, owner: ChecklistItem, rated: RatedIndicator) -> RatedRow:
    row, said = indicator_row(ctx, owner.member, rated.indicator), signed(ctx, rated.indicator)
    listed = said if isinstance(said, ListedStatement) else None
    letter = rated.item.letter if rated.item else ""
    item = next((one for one in listed.items if one.letter == letter), None) if listed else None
    shown = item.text if item else "" if row.lead or listed else row.text
    is_told = shown == rated.text and not rated.lead and not rated.negative
    return RatedRow(
        code=rated.code,
        negative=rated.negative,
        row=row,
        item=item,
        lead=listed.lead if listed else "",
        is_first=rated.is_first,
        guidance=_guided(ctx, owner.member[0], rated.indicator) if row.code and rated.is_first else "",
        mark=rated.mark if is_told else "",
    )


def sections(ctx: Context, sequence: Sequence, checklist: Checklist) -> tuple[ChecklistSection, ...]:
    """The groups that hold items to be rated, in order."""
    groups = (
        replace(group, items=tuple(item for item in group.items if item.kind is not ItemKind.NONE))
        for group in checklist.groups
    )
    return tuple(_section(ctx, sequence, checklist, group) for group in groups if group.items)


def told_by_lines(shown: Iterable[ChecklistSection]) -> frozenset[str]:
    """The codes of what lines of the page say, word by word."""
    parts = (part for section in shown for item in section.items for part in item.level_parts)
    return frozenset(row.code for part in parts for row in part.indicators if row.mark)


def _section(ctx: Context, sequence: Sequence, checklist: Checklist, group: ChecklistGroup) -> ChecklistSection:
    kinds = {item.kind for item in group.items}
    unit = weight_unit(ctx, checklist.weights) if checklist.weights else ""
    weight = ctx.words("check.weight", n=group.weight, unit=unit) if group.weight else ""
    return ChecklistSection(
        anchor=urls.group_anchor(group.id),
        title=group.title,
        figures=ctx.clauses([ctx.count("short_competency", len(group.items)), weight]),
        condition=ctx.words("check.condition") if ItemKind.CONDITION in kinds else "",
        exam=_exam_instruction(ctx, sequence, group.items) if ItemKind.EXAM in kinds else None,
        items=tuple(_item(ctx, sequence, item) for item in group.items),
        weights={item.weight: ctx.words("check.weight", n=item.weight, unit=unit) for item in group.items},
    )


def _exam_instruction(ctx: Context, sequence: Sequence, items: tuple[ChecklistItem, ...]) -> ExamInstruction:
    """The bands and the rule for fractions, as the scale says them."""
    markings = {item.marking for item in items if item.kind is ItemKind.EXAM}
    marking = markings.pop() if len(markings) == 1 else ""
    bands, scale = exams.bands(ctx, sequence), scale_of(ctx.handbook, sequence)
    if bands is None or scale is None or scale.exam is None:
        return ExamInstruction(ctx.words("check.no_bands"), "", marking)
    rows = ctx.clauses(ctx.words("check.band", marks=row.marks, points=row.points) for row in bands.rows)
    rounding = "round_half-up" if scale.exam.round is Rounding.HALF_UP else "round_none"
    text = ctx.words("check.next").join((ctx.words("check.bands", bands=rows), ctx.words(f"check.{rounding}")))
    return ExamInstruction(text, figure(scale.exam.out_of), marking)
