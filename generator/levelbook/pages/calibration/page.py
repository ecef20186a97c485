"""The page of calibrations: which level was required before, what the raters said, which is required from then on."""

from collections import Counter
from dataclasses import dataclass

from levelbook.components.editor_notes import Remark, remarks
from levelbook.components.level_chips import Chip, chip, chips
from levelbook.components.links import Link, sequence_link
from levelbook.components.prose import PageWithProse, closing_headings, passages
from levelbook.localized.absence import Absence, absence
from levelbook.model.decimals import shown
from levelbook.model.growth import Adjusted, Calibration, Calibrations
from levelbook.model.handbook import Sequence
from levelbook.pages.calibration.charts import Dumbbell, ProfileChart, axis_names, dumbbell, profile_chart
from levelbook.pages.calibration.ratings import (
    level_values_note,
    mean_position,
    rater_count,
    rating_counts,
    rating_mean,
)
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.edit_places import place
from levelbook.site.page import Heading, Layout, Page
from levelbook.site.sitemap import PageKind

DIRECTIONS = {1: "up", 0: "same", -1: "down"}
"""What became of a level, by the sign of the difference."""


@dataclass(frozen=True)
class CalibrationRow:
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
    mean_position: str
    """Where the mean stands between the lowest and the highest level, in per cent; nothing where it cannot be drawn."""
    absence: Absence | None
    """Why there are no ratings."""
    change: str
    """up, same or down."""
    change_word: str
    """What became of it, in words."""
    dumbbell: Dumbbell | None
    """Both levels on one line."""
    remarks: tuple[Remark, ...]


@dataclass(frozen=True)
class CalibrationView:
    """A calibration."""

    calibration: Calibration
    anchor: str
    status: str
    """Whether it is an example, the one that holds, or an earlier one."""
    grade: Link
    """The grade or level calibrated."""
    raters: str
    """How many there were, where it is the same number everywhere."""
    figures: str
    """How many went up, down or stayed."""
    rows: tuple[CalibrationRow, ...]
    charts: tuple[ProfileChart, ...]
    """The profile before and after."""
    no_ratings: Absence | None
    """Said once, where all ratings are missing for the same reason."""
    remarks: tuple[Remark, ...]


@dataclass(frozen=True)
class CalibrationsView(PageWithProse):
    """Everything on the page."""

    axis: tuple[str, ...]
    """The levels, low to high, above the line on which they stand; only the outer ones where all would not fit."""
    level_values: str
    """What each level counts, where there are any ratings."""
    calibrations: tuple[CalibrationView, ...]
    """All calibrations, newest first."""


def pages(ctx: Context, sequence: Sequence) -> tuple[Page, ...]:
    """The page of a sequence's calibrations."""
    if sequence.calibrations is None or not ctx.sitemap.has(PageKind.CALIBRATION, sequence):
        return ()
    view = _view(ctx, sequence, sequence.calibrations)
    headings = (Heading(part.anchor, ctx.name(part.calibration)) for part in view.calibrations)
    page = Page(
        place=ctx.sitemap.existing(PageKind.CALIBRATION, sequence),
        template="calibration",
        view=view,
        headings=(*headings, *closing_headings(ctx, view)),
        layout=Layout.WIDE,
        source=place(sequence.calibrations),
        description=ctx.words("calibration.description", sequence=view.sequence.text),
    )
    return (page,)


def _view(ctx: Context, sequence: Sequence, calibrations: Calibrations) -> CalibrationsView:
    return CalibrationsView(
        sequence=sequence_link(ctx, sequence),
        axis=axis_names([level.name for level in chips(ctx, sequence)]),
        level_values=level_values_note(ctx, sequence, calibrations),
        calibrations=tuple(
            _calibration(ctx, sequence, calibrations, calibration)
            for calibration in reversed(calibrations.calibrations)
        ),
        sections=passages(ctx, sequence, calibrations.sections),
        remarks=remarks(ctx, sequence, calibrations),
    )


def _calibration(
    ctx: Context, sequence: Sequence, calibrations: Calibrations, calibration: Calibration
) -> CalibrationView:
    rows = tuple(
        _row(ctx, sequence, at, address, adjusted)
        for at, (address, adjusted) in enumerate(calibration.competencies.items(), 1)
    )
    absences = {row.absence for row in rows}
    return CalibrationView(
        calibration=calibration,
        anchor=urls.part_anchor(calibration.id),
        status=ctx.words(f"calibration.{_status(calibrations, calibration)}"),
        grade=_grade(ctx, sequence, calibration.grade),
        raters=rater_count(ctx, calibration),
        figures=_figures(ctx, rows),
        rows=rows,
        charts=_charts(ctx, sequence, calibration),
        no_ratings=absences.pop() if len(absences) == 1 else None,
        remarks=remarks(ctx, sequence, calibration),
    )


def _status(calibrations: Calibrations, calibration: Calibration) -> str:
    """Whether a calibration is an example, holds, or was followed by another of the same grade."""
    if calibration.example:
        return "example"
    same = [other for other in calibrations.calibrations if other.grade == calibration.grade and not other.example]
    return "holds" if same[-1] is calibration else "past"


def _grade(ctx: Context, sequence: Sequence, key: str) -> Link:
    target = ctx.links.find(sequence, key)
    return Link(target.name, target.address) if target else Link(key, "")


def _figures(ctx: Context, rows: tuple[CalibrationRow, ...]) -> str:
    changes = Counter(row.change for row in rows)
    counts = ((change, changes[change]) for change in DIRECTIONS.values() if changes[change])
    figures = (ctx.words(f"calibration.n_{change}", n=count) for change, count in counts)
    return ctx.clauses([ctx.count("competency", len(rows)), *figures])


def _row(ctx: Context, sequence: Sequence, at: int, address: str, adjusted: Adjusted) -> CalibrationRow:
    target = ctx.links.find(sequence, address)
    ranks = sequence.ranks
    low, high = ranks.get(adjusted.before, 0), ranks.get(adjusted.after, 0)
    change = direction(sequence, adjusted.before, adjusted.after)
    mean = rating_mean(sequence, adjusted)
    return CalibrationRow(
        number=at,
        link=Link(target.name if target else address, target.address if target else ""),
        before=_level(ctx, sequence, adjusted.before),
        after=_level(ctx, sequence, adjusted.after),
        ratings=rating_counts(ctx, sequence, adjusted),
        mean="" if mean is None else shown(mean),
        mean_position="" if mean is None else mean_position(sequence, mean),
        absence=None if isinstance(adjusted.ratings, dict) else absence(ctx, sequence, adjusted.ratings),
        change=change,
        change_word=ctx.words(f"calibration.{change}"),
        dumbbell=dumbbell(low, high, len(ranks)) if low and high else None,
        remarks=remarks(ctx, sequence, adjusted),
    )


def _level(ctx: Context, sequence: Sequence, key: str) -> Chip:
    """A level; one that is retired since is named only."""
    name = next((ctx.name(level) for level in sequence.head.levels if level.id == key), key)
    return chip(ctx, sequence, key) or Chip(name, "", 0, 0)


def direction(sequence: Sequence, before: str, after: str) -> str:
    """Whether a level went up or down, or is the same, also where one of them is retired since."""
    order = [level.id for level in sequence.head.levels]
    low, high = order.index(before), order.index(after)
    return DIRECTIONS[(high > low) - (high < low)]


def _charts(ctx: Context, sequence: Sequence, calibration: Calibration) -> tuple[ProfileChart, ...]:
    """The profile before and the profile after."""
    ranks = sequence.ranks
    names = tuple(ctx.name(level) for level in sequence.levels)
    sides = {"before": [adjusted.before for adjusted in calibration.competencies.values()]}
    sides["after"] = [adjusted.after for adjusted in calibration.competencies.values()]
    return tuple(
        profile_chart(ctx.words(f"calibration.chart_{side}"), names, tuple(ranks.get(level, 0) for level in levels))
        for side, levels in sides.items()
        if len(levels) > 1
    )
