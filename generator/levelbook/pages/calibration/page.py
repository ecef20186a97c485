"""The page of calibrations: which level was required before, what the raters said, which is required from then on."""

from dataclasses import dataclass

from levelbook.components.editor_notes import Remark, remarks
from levelbook.components.level_chips import Chip, chip, chips
from levelbook.components.links import Link, sequence_link
from levelbook.components.prose import Passage, passages
from levelbook.localized.absence import Absence, absence
from levelbook.model.decimals import shown
from levelbook.model.growth import Adjusted, Calibration, Calibrations
from levelbook.model.handbook import Sequence
from levelbook.pages.calibration.charts import Chart, Dumbbell, axis, chart, dumbbell
from levelbook.pages.calibration.ratings import counted, mark_of, mean_of, raters_of, values_of
from levelbook.problems import Place
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.edit_places import place
from levelbook.site.page import Heading, Layout, Page
from levelbook.site.sitemap import PageKind

WAYS = {1: "up", 0: "same", -1: "down"}
"""What became of a level, by the sign of the difference."""


@dataclass(frozen=True)
class CalRow:
    """A competency in a calibration."""

    number: int
    """Which it is, as the charts name it."""
    link: Link
    """Its name and page."""
    before: Chip
    """The level required before."""
    after: Chip
    """The level required from then on."""
    ratings: str
    """How many raters chose which level."""
    mean: str
    """The mean of the levels' values."""
    mark: str
    """Where the mean stands between the lowest and the highest level, in per cent; nothing where it cannot be drawn."""
    nothing: Absence | None
    """Why there are no ratings."""
    way: str
    """up, same or down."""
    say: str
    """What became of it, in words."""
    dumbbell: Dumbbell | None
    """Both levels on one line."""
    remarks: tuple[Remark, ...]
    """Editor's notes."""


@dataclass(frozen=True)
class CalView:
    """A calibration."""

    anchor: str
    """Its anchor."""
    title: str
    """What it is called."""
    status: str
    """Whether it is an example, the one that holds, or an earlier one."""
    example: bool
    """Whether it is on record only."""
    grade: Link
    """The grade or level calibrated."""
    date: str
    """When the raters met."""
    raters: str
    """How many there were, where it is the same number everywhere."""
    figures: str
    """How many went up, down or stayed."""
    rows: tuple[CalRow, ...]
    """Its competencies."""
    charts: tuple[Chart, ...]
    """The profile before and after."""
    ratings: Absence | None
    """Said once, where all ratings are missing for the same reason."""
    remarks: tuple[Remark, ...]
    """Editor's notes."""


@dataclass(frozen=True)
class CalibrationView:
    """Everything on the page."""

    over: Link
    """The sequence."""
    axis: tuple[str, ...]
    """The levels, low to high, above the line on which they stand; only the outer ones where all would not fit."""
    values: str
    """What each level counts, where there are any ratings."""
    calibrations: tuple[CalView, ...]
    """All calibrations, newest first."""
    sections: tuple[Passage, ...]
    """How calibrations are made."""
    remarks: tuple[Remark, ...]
    """Editor's notes."""
    source: Place | None
    """Where they are edited."""


def pages(ctx: Context, sequence: Sequence) -> tuple[Page, ...]:
    """The page of a sequence's calibrations."""
    if sequence.calibrations is None or not ctx.sitemap.has(PageKind.CALIBRATION, sequence):
        return ()
    view = _view(ctx, sequence, sequence.calibrations)
    headings = [Heading(one.anchor, one.title) for one in view.calibrations]
    headings += [Heading("sections", ctx.words("prose.of_source"))] if view.sections else []
    headings += [Heading("remarks", ctx.words("note.title"))] if view.remarks else []
    page = Page(
        place=ctx.sitemap.existing(PageKind.CALIBRATION, sequence),
        template="calibration",
        view=view,
        headings=tuple(headings),
        layout=Layout.WIDE,
        source=view.source,
        description=ctx.words("calibration.description", sequence=view.over.text),
    )
    return (page,)


def _view(ctx: Context, sequence: Sequence, found: Calibrations) -> CalibrationView:
    return CalibrationView(
        over=sequence_link(ctx, sequence),
        axis=axis([one.name for one in chips(ctx, sequence)]),
        values=values_of(ctx, sequence, found),
        calibrations=tuple(_calibration(ctx, sequence, found, one) for one in reversed(found.calibrations)),
        sections=passages(ctx, sequence, found.sections),
        remarks=remarks(ctx, sequence, found),
        source=place(found),
    )


def _calibration(ctx: Context, sequence: Sequence, every: Calibrations, one: Calibration) -> CalView:
    rows = tuple(
        _row(ctx, sequence, at, address, found) for at, (address, found) in enumerate(one.competencies.items(), 1)
    )
    empty = {row.nothing for row in rows}
    return CalView(
        anchor=urls.part_anchor(one.id),
        title=ctx.name(one),
        status=ctx.words(f"calibration.{_status(every, one)}"),
        example=one.example,
        grade=_grade(ctx, sequence, one.grade),
        date=one.date or "",
        raters=raters_of(ctx, one),
        figures=_figures(ctx, rows),
        rows=rows,
        charts=_charts(ctx, sequence, one),
        ratings=empty.pop() if len(empty) == 1 else None,
        remarks=remarks(ctx, sequence, one),
    )


def _status(every: Calibrations, one: Calibration) -> str:
    """Whether a calibration is an example, holds, or was followed by another of the same grade."""
    if one.example:
        return "example"
    same = [other for other in every.calibrations if other.grade == one.grade and not other.example]
    return "holds" if same[-1] is one else "past"


def _grade(ctx: Context, sequence: Sequence, key: str) -> Link:
    found = ctx.links.find(sequence, key)
    return Link(found.name, found.address) if found else Link(key, "")


def _figures(ctx: Context, rows: tuple[CalRow, ...]) -> str:
    ways = [row.way for row in rows]
    said = (ctx.words(f"calibration.n_{way}", n=ways.count(way)) for way in WAYS.values() if way in ways)
    return ctx.clauses([ctx.count("competency", len(rows)), *said])


def _row(ctx: Context, sequence: Sequence, at: int, address: str, found: Adjusted) -> CalRow:
    target = ctx.links.find(sequence, address)
    ranks = sequence.ranks
    low, high = ranks.get(found.before, 0), ranks.get(found.after, 0)
    way = way_of(sequence, found.before, found.after)
    mean = mean_of(sequence, found)
    return CalRow(
        number=at,
        link=Link(target.name if target else address, target.address if target else ""),
        before=_level(ctx, sequence, found.before),
        after=_level(ctx, sequence, found.after),
        ratings=counted(ctx, sequence, found),
        mean="" if mean is None else shown(mean),
        mark="" if mean is None else mark_of(sequence, mean),
        nothing=None if isinstance(found.ratings, dict) else absence(ctx, found.ratings),
        way=way,
        say=ctx.words(f"calibration.{way}"),
        dumbbell=dumbbell(low, high, len(ranks)) if low and high else None,
        remarks=remarks(ctx, sequence, found),
    )


def _level(ctx: Context, sequence: Sequence, key: str) -> Chip:
    """A level; one that has ended since is named only."""
    ended = next((ctx.name(one) for one in sequence.head.levels if one.id == key), key)
    return chip(ctx, sequence, key) or Chip(ended, "", 0, 0)


def way_of(sequence: Sequence, before: str, after: str) -> str:
    """Whether a level went up or down, or is the same, also where one of them has ended since."""
    order = [level.id for level in sequence.head.levels]
    low, high = order.index(before), order.index(after)
    return WAYS[(high > low) - (high < low)]


def _charts(ctx: Context, sequence: Sequence, one: Calibration) -> tuple[Chart, ...]:
    """The profile before and the profile after."""
    ranks = sequence.ranks
    names = tuple(ctx.name(level) for level in sequence.levels)
    sides = {"before": [found.before for found in one.competencies.values()]}
    sides["after"] = [found.after for found in one.competencies.values()]
    return tuple(
        chart(ctx.words(f"calibration.chart_{side}"), names, tuple(ranks.get(level, 0) for level in levels))
        for side, levels in sides.items()
        if len(levels) > 1
    )
