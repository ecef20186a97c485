"""What one item came to: its points, or the state it is in and why.

`score_item` asks in a fixed order, and the order is the rule: an item that nobody can judge is not asked for answers;
a reason why it does not apply, or was not observed, beats any rating beside it; so does a reason that is still to be
written, but that leaves the item open; only then come marks, conditions and ratings. Indicator by indicator, an item
has points once every indicator that applies is rated: their mean, with negative ones turned round, converted to the
scale of the item so that lowest, standard and highest fall on each other. Where the items of an indicator are rated,
its points are their mean, so that it weighs as much as any other. An item with negative indicators is rated so
in every mode; a rating of the whole, from before that was so, counts in a record alone.

Points are exact fractions up to where they are written (`result`), and no rounding may slip in before: a mean of
rounded means is another figure. The page's script `assess-core` does the same arithmetic, held by the golden cases.
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from levelbook.assessment.scoring.answers import Answer, Answers
from levelbook.assessment.scoring.checklist import (
    NO_SCALE,
    ItemKind,
    Mode,
    ScoredChecklist,
    ScoredIndicator,
    ScoredItem,
    ScoredScale,
)
from levelbook.assessment.scoring.exam import exam_outcome
from levelbook.assessment.scoring.rational import mean
from levelbook.assessment.scoring.reasons import Why, why
from levelbook.model.decimals import shown
from levelbook.model.statement import indicator_of_item


class State(StrEnum):
    """How an item stands."""

    SCORED = "scored"
    OPEN = "open"
    NA = "na"
    UNSEEN = "unseen"
    NONE = "none"
    UNSCORABLE = "unscorable"


@dataclass(frozen=True)
class ItemOutcome:
    """What an item came to."""

    item: ScoredItem
    scale: ScoredScale
    """The scale of its points."""
    state: State
    """How it stands."""
    why: Why | None = None
    """How its points were worked out, or why there are none."""
    points: Fraction | None = None
    met: bool | None = None
    """Whether a condition is met."""
    again: bool = False
    """Whether it has no points only because what they rest on has changed and nobody has looked again."""

    @property
    def gap(self) -> Fraction | None:
        """The points above the standard; below it they are negative."""
        standard = self.item.standard
        return None if self.points is None or standard is None else self.points - standard

    @property
    def reached(self) -> bool | None:
        """Whether the standard is reached, or the condition met."""
        return self.met if self.gap is None else self.gap >= 0

    @property
    def share(self) -> Fraction | None:
        """The points as a share of the scale, from 0 to 1."""
        if self.points is None or not self.scale.range:
            return None
        return (self.points - self.scale.lowest) / self.scale.range

    @property
    def earned(self) -> Fraction | None:
        """What it adds to the weighted total."""
        weight = self.item.weight
        return None if weight is None or self.share is None else weight * self.share


def score_items(checklist: ScoredChecklist, answers: Answers, mode: Mode) -> list[ItemOutcome]:
    """What every item came to, in the order of the page."""
    return [score_item(checklist, item, answers, mode) for item in checklist.items]


def score_item(checklist: ScoredChecklist, item: ScoredItem, answers: Answers, mode: Mode) -> ItemOutcome:
    """What one item came to."""
    scale, answer = checklist.scales.get(item.scale, NO_SCALE), answers.get(item.code, Answer())
    if item.kind is ItemKind.NONE:
        return ItemOutcome(item, scale, State.NONE, why("none", text=item.none) if item.none else why("none_bare"))
    if answer.na:
        return ItemOutcome(item, scale, State.NA, why("na", reason=answer.na))
    if answer.lacks_reason:
        return ItemOutcome(item, scale, State.OPEN, why("na_bare"))
    if answer.unseen:
        return ItemOutcome(item, scale, State.UNSEEN, why("unseen"))
    if scale is NO_SCALE and item.kind is not ItemKind.CONDITION:
        return ItemOutcome(item, scale, State.UNSCORABLE, why("no_scale"))
    if _goes_by_indicators(item, answer, mode):
        return _by_indicators(item, scale, checklist.scales[checklist.part_scale], answers)
    if answer.is_outdated(item.basis):
        return ItemOutcome(item, scale, State.OPEN, why("again"), again=True)
    if item.kind is ItemKind.EXAM:
        return _examined(item, scale, answer)
    return _condition(item, scale, answer) if item.kind is ItemKind.CONDITION else _rated(item, scale, answer)


def _goes_by_indicators(item: ScoredItem, answer: Answer, mode: Mode) -> bool:
    """Whether its indicators are what is judged; of a record a rating of the whole counts as it was given."""
    if item.kind is not ItemKind.RATING or not item.parts:
        return False
    is_record = answer.points is not None and answer.basis is None
    return mode is Mode.FULL or (item.one_by_one and not is_record)


def _examined(item: ScoredItem, scale: ScoredScale, answer: Answer) -> ItemOutcome:
    exam = exam_outcome(scale, item.subjects, answer)
    state = State.SCORED if exam.points is not None else State.OPEN if exam.open else State.UNSCORABLE
    return ItemOutcome(item, scale, state, exam.why, exam.points)


def _condition(item: ScoredItem, scale: ScoredScale, answer: Answer) -> ItemOutcome:
    if answer.points not in ("0", "1"):
        return ItemOutcome(item, scale, State.OPEN, why("open"))
    return ItemOutcome(item, scale, State.SCORED, met=answer.points == "1")


def _rated(item: ScoredItem, scale: ScoredScale, answer: Answer) -> ItemOutcome:
    points = scale.rating(answer.points)
    if points is not None:
        return ItemOutcome(item, scale, State.SCORED, points=points)
    reason = why("foreign", points=answer.points[:20]) if answer.points else why("open")
    return ItemOutcome(item, scale, State.OPEN, reason)


def _by_indicators(item: ScoredItem, scale: ScoredScale, part_scale: ScoredScale, answers: Answers) -> ItemOutcome:
    """The mean of the indicators that were rated, converted to the scale of the item."""
    answered = [(indicator, answers.get(indicator.code, Answer())) for indicator in item.parts]
    applying = [(indicator, answer) for indicator, answer in answered if not answer.is_set_aside]
    of = len(answered)
    outdated = sum(answer.is_outdated(item.basis_of(indicator)) for indicator, answer in applying)
    if outdated:
        return ItemOutcome(item, scale, State.OPEN, why("parts_again", n=outdated, of=of), again=True)
    points = [(indicator, _indicator_points(part_scale, indicator, answer)) for indicator, answer in applying]
    rated = [(indicator, value) for indicator, value in points if value is not None]
    left = len(applying) - len(rated)
    if left:
        return ItemOutcome(item, scale, State.OPEN, _why_open(item, left, answers))
    average = mean(_of_indicators(rated))
    if average is None:
        unseen = any(not answer.na for _, answer in answered)
        state = State.UNSEEN if unseen else State.NA
        return ItemOutcome(item, scale, state, why(f"parts_{state}", of=of))
    reason = why("parts", n=len(rated), of=of, mean=shown(average))
    return ItemOutcome(item, scale, State.SCORED, reason, converted(average, part_scale, scale, item.standard))


def _of_indicators(rated: list[tuple[ScoredIndicator, Fraction]]) -> list[Fraction]:
    """The points of each indicator: those of its items that were rated come to their mean first."""
    by_indicator: dict[str, list[Fraction]] = {}
    for indicator, value in rated:
        by_indicator.setdefault(indicator_of_item(indicator.code) or indicator.code, []).append(value)
    return [sum(values, Fraction(0)) / len(values) for values in by_indicator.values()]


def _why_open(item: ScoredItem, left: int, answers: Answers) -> Why:
    if left < len(item.parts):
        return why("parts_open", n=left, of=len(item.parts))
    whole = answers.get(item.code, Answer()).points
    return why("one_by_one") if item.one_by_one and whole is not None else why("open")


def _indicator_points(scale: ScoredScale, indicator: ScoredIndicator, answer: Answer) -> Fraction | None:
    """The points of an indicator; a negative one counts the other way round."""
    value = None if answer.lacks_reason else scale.rating(answer.points)
    return scale.lowest + scale.highest - value if value is not None and indicator.negative else value


def converted(value: Fraction, source: ScoredScale, target: ScoredScale, standard: Fraction | None) -> Fraction:
    """Points of one scale on another: lowest to lowest, standard to standard, highest to highest, straight between."""
    meets = target.standard if standard is None else standard
    if source.id == target.id:
        return value
    if source.standard is None or meets is None:
        return _interpolated(value, (source.lowest, source.highest), (target.lowest, target.highest))
    if value <= source.standard:
        return _interpolated(value, (source.lowest, source.standard), (target.lowest, meets))
    return _interpolated(value, (source.standard, source.highest), (meets, target.highest))


def _interpolated(value: Fraction, source: tuple[Fraction, Fraction], target: tuple[Fraction, Fraction]) -> Fraction:
    (low, high), (bottom, top) = source, target
    return top if high == low else bottom + (value - low) * (top - bottom) / (high - low)
