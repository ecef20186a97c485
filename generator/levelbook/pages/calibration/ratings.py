"""What raters said in a calibration: how many chose which level, and where their mean stands."""

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from levelbook.model.calibration_mean import calibration_mean, level_values
from levelbook.model.decimals import figure
from levelbook.model.growth import Adjusted, Calibration, Calibrations
from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Level
from levelbook.site.context import Context


def counted(ctx: Context, sequence: Sequence, found: Adjusted) -> str:
    """How many raters chose each level, low to high, those that have ended since too."""
    chosen = _chosen(sequence, found)
    return ctx.series(ctx.words("calibration.raters", level=ctx.name(level), n=figure(n)) for level, n in chosen)


def _chosen(sequence: Sequence, found: Adjusted) -> list[tuple[Level, Decimal]]:
    counts = found.ratings if isinstance(found.ratings, dict) else {}
    return [(level, counts[level.id]) for level in sequence.head.levels if counts.get(level.id, 0) > 0]


def mean_of(sequence: Sequence, found: Adjusted) -> Fraction | None:
    """The mean of the levels' values; none without ratings, or where a level that counted has ended since."""
    chosen = {level.id: n for level, n in _chosen(sequence, found)}
    values = level_values(sequence.levels)
    return calibration_mean(values, chosen).mean if chosen and chosen.keys() <= values.keys() else None


def mark_of(sequence: Sequence, mean: Fraction) -> str:
    """Where a mean stands on the line of levels, which are drawn at equal distances whatever they count."""
    values = [Fraction(value) for value in level_values(sequence.levels).values()]
    for at, (low, high) in enumerate(pairwise(values)):
        if low <= mean <= high and low < high:
            return f"{float((at + (mean - low) / (high - low)) / (len(values) - 1) * 100):.1f}"
    return ""


def raters_of(ctx: Context, one: Calibration) -> str:
    """How many people rated, where it is the same number for every competency."""
    given = [found.ratings for found in one.competencies.values() if isinstance(found.ratings, dict)]
    sums = {sum(counts.values(), Decimal(0)) for counts in given}
    return ctx.words("calibration.people", n=figure(sums.pop())) if len(sums) == 1 else ""


def values_of(ctx: Context, sequence: Sequence, found: Calibrations) -> str:
    """What each level counts, and how the mean becomes a level; nothing where there are no ratings."""
    if not any(isinstance(row.ratings, dict) for one in found.calibrations for row in one.competencies.values()):
        return ""
    values = level_values(sequence.levels)
    said = (
        ctx.words("calibration.value", level=ctx.name(level), n=figure(values[level.id])) for level in sequence.levels
    )
    return ctx.words("calibration.values", list=ctx.clauses(said))
