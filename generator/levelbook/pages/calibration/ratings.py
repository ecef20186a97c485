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


def rating_counts(ctx: Context, sequence: Sequence, adjusted: Adjusted) -> str:
    """How many raters chose each level, low to high, retired ones too."""
    chosen = _chosen(sequence, adjusted)
    return ctx.series(ctx.words("calibration.raters", level=ctx.name(level), n=figure(n)) for level, n in chosen)


def _chosen(sequence: Sequence, adjusted: Adjusted) -> list[tuple[Level, Decimal]]:
    counts = adjusted.ratings if isinstance(adjusted.ratings, dict) else {}
    return [(level, counts[level.id]) for level in sequence.head.levels if counts.get(level.id, 0) > 0]


def rating_mean(sequence: Sequence, adjusted: Adjusted) -> Fraction | None:
    """The mean of the levels' values; none without ratings, or where a level that counted is retired since."""
    chosen = {level.id: n for level, n in _chosen(sequence, adjusted)}
    values = level_values(sequence.levels)
    return calibration_mean(values, chosen).mean if chosen and chosen.keys() <= values.keys() else None


def mean_position(sequence: Sequence, mean: Fraction) -> str:
    """Where a mean stands on the line of levels, which are drawn at equal distances whatever they count."""
    values = [Fraction(value) for value in level_values(sequence.levels).values()]
    for at, (low, high) in enumerate(pairwise(values)):
        if low <= mean <= high and low < high:
            return f"{float((at + (mean - low) / (high - low)) / (len(values) - 1) * 100):.1f}"
    return ""


def rater_count(ctx: Context, calibration: Calibration) -> str:
    """How many people rated, where it is the same number for every competency."""
    ratings = [adjusted.ratings for adjusted in calibration.competencies.values() if isinstance(adjusted.ratings, dict)]
    sums = {sum(counts.values(), Decimal(0)) for counts in ratings}
    return ctx.words("calibration.people", n=figure(sums.pop())) if len(sums) == 1 else ""


def level_values_note(ctx: Context, sequence: Sequence, calibrations: Calibrations) -> str:
    """What each level counts, and how the mean becomes a level; nothing where there are no ratings."""
    if not any(
        isinstance(adjusted.ratings, dict)
        for calibration in calibrations.calibrations
        for adjusted in calibration.competencies.values()
    ):
        return ""
    values = level_values(sequence.levels)
    clauses = (
        ctx.words("calibration.value", level=ctx.name(level), n=figure(values[level.id])) for level in sequence.levels
    )
    return ctx.words("calibration.values", list=ctx.clauses(clauses))
