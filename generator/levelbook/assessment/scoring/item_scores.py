"""What one item came to: its points, or the state it is in and why."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from levelbook.assessment.scoring.exam import exam
from levelbook.assessment.scoring.form import (
    NO_SCALE,
    Answer,
    Answers,
    ItemKind,
    Mode,
    ScoredChecklist,
    ScoredIndicator,
    ScoredItem,
    ScoredScale,
)
from levelbook.assessment.scoring.rational import mean
from levelbook.assessment.scoring.reasons import Why, why
from levelbook.model.decimals import shown


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
    """Which."""
    scale: ScoredScale
    """The scale of its points."""
    state: State
    """How it stands."""
    why: Why | None = None
    """How its points were worked out, or why there are none."""
    points: Fraction | None = None
    """Its points."""
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


def outcomes(sheet: ScoredChecklist, answers: Answers, mode: Mode) -> list[ItemOutcome]:
    """What every item came to, in the order of the page."""
    return [outcome(sheet, item, answers, mode) for item in sheet.items]


def outcome(sheet: ScoredChecklist, item: ScoredItem, answers: Answers, mode: Mode) -> ItemOutcome:
    """What one item came to."""
    scale, answer = sheet.scales.get(item.scale, NO_SCALE), answers.get(item.code, Answer())
    if item.kind is ItemKind.NONE:
        return ItemOutcome(item, scale, State.NONE, why("none", text=item.none) if item.none else why("none_bare"))
    if answer.na is not None:
        return ItemOutcome(item, scale, State.NA, why("na", reason=answer.na) if answer.na else why("na_bare"))
    if answer.unseen:
        return ItemOutcome(item, scale, State.UNSEEN, why("unseen"))
    if scale is NO_SCALE and item.kind is not ItemKind.CONDITION:
        return ItemOutcome(item, scale, State.UNSCORABLE, why("no_scale"))
    if item.kind is ItemKind.RATING and item.parts and mode is Mode.FULL:
        return _by_parts(item, scale, sheet.scales[sheet.part_scale], answers)
    if answer.moved(item.basis):
        return ItemOutcome(item, scale, State.OPEN, why("again"), again=True)
    if item.kind is ItemKind.EXAM:
        return _examined(item, scale, answer)
    return _condition(item, scale, answer) if item.kind is ItemKind.CONDITION else _rated(item, scale, answer)


def _examined(item: ScoredItem, scale: ScoredScale, answer: Answer) -> ItemOutcome:
    found = exam(scale, item.subjects, answer)
    state = State.SCORED if found.points is not None else State.OPEN if found.open else State.UNSCORABLE
    return ItemOutcome(item, scale, state, found.why, found.points)


def _condition(item: ScoredItem, scale: ScoredScale, answer: Answer) -> ItemOutcome:
    if answer.points not in ("0", "1"):
        return ItemOutcome(item, scale, State.OPEN, why("open"))
    return ItemOutcome(item, scale, State.SCORED, met=answer.points == "1")


def _rated(item: ScoredItem, scale: ScoredScale, answer: Answer) -> ItemOutcome:
    points = scale.rating(answer.points)
    if points is not None:
        return ItemOutcome(item, scale, State.SCORED, points=points)
    return ItemOutcome(
        item, scale, State.OPEN, why("foreign", points=answer.points[:20]) if answer.points else why("open")
    )


def _by_parts(item: ScoredItem, scale: ScoredScale, by: ScoredScale, answers: Answers) -> ItemOutcome:
    """The mean of the indicators that were rated, carried over to the scale of the item."""
    given = [(part, answers.get(part.code, Answer())) for part in item.parts]
    seen = [(part, one) for part, one in given if one.na is None and not one.unseen]
    moved = sum(one.moved(item.basis_of(part)) for part, one in seen)
    if moved:
        return ItemOutcome(item, scale, State.OPEN, why("parts_again", n=moved, of=len(given)), again=True)
    rated = [value for part, one in seen if (value := _part(by, part, one)) is not None]
    left, of = len(seen) - len(rated), len(given)
    if left:
        return ItemOutcome(item, scale, State.OPEN, why("parts_open", n=left, of=of) if left < of else why("open"))
    found = mean(rated)
    if found is None:
        unseen = any(one.na is None for _, one in given)
        state = State.UNSEEN if unseen else State.NA
        return ItemOutcome(item, scale, state, why(f"parts_{state}", of=of))
    reason = why("parts", n=len(rated), of=of, mean=shown(found))
    return ItemOutcome(item, scale, State.SCORED, reason, carried(found, by, scale, item.standard))


def _part(by: ScoredScale, part: ScoredIndicator, answer: Answer) -> Fraction | None:
    """The points of an indicator; a negative one counts the other way round."""
    value = by.rating(answer.points)
    return by.lowest + by.highest - value if value is not None and part.negative else value


def carried(value: Fraction, source: ScoredScale, target: ScoredScale, standard: Fraction | None) -> Fraction:
    """Points of one scale on another: lowest to lowest, standard to standard, highest to highest, straight between."""
    meets = target.standard if standard is None else standard
    if source.id == target.id:
        return value
    if source.standard is None or meets is None:
        return _straight(value, (source.lowest, source.highest), (target.lowest, target.highest))
    if value <= source.standard:
        return _straight(value, (source.lowest, source.standard), (target.lowest, meets))
    return _straight(value, (source.standard, source.highest), (meets, target.highest))


def _straight(value: Fraction, source: tuple[Fraction, Fraction], target: tuple[Fraction, Fraction]) -> Fraction:
    (low, high), (bottom, top) = source, target
    return top if high == low else bottom + (value - low) * (top - bottom) / (high - low)
