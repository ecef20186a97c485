"""The items of a checklist by group, with what is said of each group."""

from dataclasses import dataclass, replace

from levelbook.model.handbook import Sequence
from levelbook.model.scale import Rounding
from levelbook.plan import addresses, exams
from levelbook.plan.checklist_item import CONDITION, EXAM, NONE, Item
from levelbook.plan.checklists import Branch, Checklist
from levelbook.plan.desk import Desk
from levelbook.plan.shared import Nothing, figure


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
    items: tuple[Item, ...]
    """Its items."""
    weights: dict[str, str]
    """The points of items in words, by their figures."""


@dataclass(frozen=True)
class Unrated:
    """Items that cannot be rated for one and the same reason."""

    nothing: Nothing
    """The reason."""
    items: tuple[Item, ...]
    """The items."""


def unrated(made: Checklist) -> tuple[Unrated, ...]:
    """What cannot be rated, by reason."""
    found: dict[Nothing, list[Item]] = {}
    for item in made.items:
        if item.none:
            found.setdefault(item.none, []).append(item)
    return tuple(Unrated(why, tuple(items)) for why, items in found.items())


def sections(desk: Desk, sequence: Sequence, made: Checklist) -> tuple[Section, ...]:
    """The groups that hold items to be rated, in order."""
    found = (replace(one, items=tuple(item for item in one.items if item.kind != NONE)) for one in made.branches)
    return tuple(_section(desk, sequence, made, one) for one in found if one.items)


def _section(desk: Desk, sequence: Sequence, made: Checklist, one: Branch) -> Section:
    kinds = {item.kind for item in one.items}
    unit = made.ledger.unit if made.ledger else ""
    weight = desk.words("check.weight", n=one.weight, unit=unit) if one.weight else ""
    return Section(
        anchor=addresses.group_anchor(one.id),
        title=one.title,
        figures=desk.clauses([desk.count("short_competency", len(one.items)), weight]),
        condition=desk.words("check.condition") if CONDITION in kinds else "",
        exam=_rule(desk, sequence, one.items) if EXAM in kinds else None,
        items=one.items,
        weights={item.weight: desk.words("check.weight", n=item.weight, unit=unit) for item in one.items},
    )


def _rule(desk: Desk, sequence: Sequence, items: tuple[Item, ...]) -> ExamRule:
    """The bands and the rule for fractions, as the scale says them."""
    ways = {one.marking for one in items if one.kind == EXAM}
    marking = ways.pop() if len(ways) == 1 else ""
    found, scale = exams.bands(desk, sequence), exams.scale_of(desk, sequence)
    if found is None or scale is None or scale.exam is None:
        return ExamRule(desk.words("check.no_bands"), "", marking)
    rows = desk.clauses(desk.words("check.band", marks=row.marks, points=row.points) for row in found.rows)
    rounding = "round_half-up" if scale.exam.round is Rounding.HALF_UP else "round_none"
    said = desk.words("check.next").join((desk.words("check.bands", bands=rows), desk.words(f"check.{rounding}")))
    return ExamRule(said, figure(scale.exam.out_of), marking)
