"""What one item came to: its points, or the state it is in and why."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from levelbook.model.exact import shown
from levelbook.scoring.exam import exam
from levelbook.scoring.figures import mean
from levelbook.scoring.form import NO_SCALE, Answer, Answers, Item, Kind, Mode, Part, Scale, Sheet
from levelbook.scoring.why import Why, why


class State(StrEnum):
    """How an item stands."""

    SCORED = "scored"
    OPEN = "open"
    NA = "na"
    UNSEEN = "unseen"
    NONE = "none"
    UNSCORABLE = "unscorable"


@dataclass(frozen=True)
class Outcome:
    """What an item came to."""

    item: Item
    """Which."""
    scale: Scale
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


def outcomes(sheet: Sheet, answers: Answers, mode: Mode) -> list[Outcome]:
    """What every item came to, in the order of the page."""
    return [outcome(sheet, item, answers, mode) for item in sheet.items]


def outcome(sheet: Sheet, item: Item, answers: Answers, mode: Mode) -> Outcome:
    """What one item came to."""
    scale, answer = sheet.scales.get(item.scale, NO_SCALE), answers.get(item.code, Answer())
    if item.kind is Kind.NONE:
        return Outcome(item, scale, State.NONE, why("none", text=item.none) if item.none else why("none_bare"))
    if answer.na is not None:
        return Outcome(item, scale, State.NA, why("na", reason=answer.na) if answer.na else why("na_bare"))
    if answer.unseen:
        return Outcome(item, scale, State.UNSEEN, why("unseen"))
    if scale is NO_SCALE and item.kind is not Kind.CONDITION:
        return Outcome(item, scale, State.UNSCORABLE, why("no_scale"))
    if item.kind is Kind.RATING and item.parts and mode is Mode.FULL:
        return _by_parts(item, scale, sheet.scales[sheet.part_scale], answers)
    if answer.moved(item.basis):
        return Outcome(item, scale, State.OPEN, why("again"), again=True)
    if item.kind is Kind.EXAM:
        return _examined(item, scale, answer)
    return _condition(item, scale, answer) if item.kind is Kind.CONDITION else _rated(item, scale, answer)


def _examined(item: Item, scale: Scale, answer: Answer) -> Outcome:
    found = exam(scale, item.subjects, answer)
    state = State.SCORED if found.points is not None else State.OPEN if found.open else State.UNSCORABLE
    return Outcome(item, scale, state, found.why, found.points)


def _condition(item: Item, scale: Scale, answer: Answer) -> Outcome:
    if answer.points not in ("0", "1"):
        return Outcome(item, scale, State.OPEN, why("open"))
    return Outcome(item, scale, State.SCORED, met=answer.points == "1")


def _rated(item: Item, scale: Scale, answer: Answer) -> Outcome:
    points = scale.rating(answer.points)
    if points is not None:
        return Outcome(item, scale, State.SCORED, points=points)
    return Outcome(item, scale, State.OPEN, why("foreign", points=answer.points[:20]) if answer.points else why("open"))


def _by_parts(item: Item, scale: Scale, by: Scale, answers: Answers) -> Outcome:
    """The mean of the indicators that were rated, carried over to the scale of the item."""
    given = [(part, answers.get(part.code, Answer())) for part in item.parts]
    seen = [(part, one) for part, one in given if one.na is None and not one.unseen]
    moved = sum(one.moved(item.basis_of(part)) for part, one in seen)
    if moved:
        return Outcome(item, scale, State.OPEN, why("parts_again", n=moved, of=len(given)), again=True)
    rated = [value for part, one in seen if (value := _part(by, part, one)) is not None]
    left, of = len(seen) - len(rated), len(given)
    if left:
        return Outcome(item, scale, State.OPEN, why("parts_open", n=left, of=of) if left < of else why("open"))
    found = mean(rated)
    if found is None:
        unseen = any(one.na is None for _, one in given)
        state = State.UNSEEN if unseen else State.NA
        return Outcome(item, scale, state, why(f"parts_{state}", of=of))
    reason = why("parts", n=len(rated), of=of, mean=shown(found))
    return Outcome(item, scale, State.SCORED, reason, carried(found, by, scale, item.standard))


def _part(by: Scale, part: Part, answer: Answer) -> Fraction | None:
    """The points of an indicator; a negative one counts the other way round."""
    value = by.rating(answer.points)
    return by.lowest + by.highest - value if value is not None and part.negative else value


def carried(value: Fraction, source: Scale, target: Scale, standard: Fraction | None) -> Fraction:
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
