"""Two ratings of one person: where they differ, and what was agreed.

Both sides are scored by the same checklist in the same mode, so their outcomes stand item by item side by side;
everything here is a question to such a pair. Neither side is right: nothing is averaged, and what differs without a
value set down stays open. A value set down counts only where the item can have it, and never where one of the two
answers is outdated: what they agreed on rests on the same thing that has changed. `assess-pair` on the page holds the
same talk.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from levelbook.assessment.scoring.answers import Answers
from levelbook.assessment.scoring.checklist import ItemKind, Mode, ScoredChecklist
from levelbook.assessment.scoring.item_scores import ItemOutcome, State, score_items
from levelbook.assessment.scoring.marks import with_marks
from levelbook.assessment.scoring.rational import plain, rational
from levelbook.assessment.scoring.reasons import why
from levelbook.assessment.scoring.result import Result
from levelbook.assessment.scoring.totals import summary
from levelbook.model.decimals import shown


@dataclass(frozen=True)
class RatingDifference:
    """An item that one of the two, or both, judged."""

    code: str
    name: str
    group: str
    """The id of its group."""
    kind: str
    standard: str | None
    """The points that meet the requirement."""
    weight: str | None
    """Its share of the total."""
    own: str | None
    """The employee's points."""
    manager: str | None
    """The manager's points."""
    difference: str | None
    """The manager's points above the employee's; below them negative."""
    states: tuple[str, str]
    """How it stands with the employee and with the manager."""
    again: tuple[bool, bool]
    """Whether what it rests on has changed, and the employee, the manager, is to look at it again."""
    met: tuple[bool | None, bool | None]
    """Whether a condition is met, to the employee and to the manager."""
    same: bool | None
    """Whether both say the same; None where one says nothing."""


Pair = tuple[ItemOutcome, ItemOutcome]
"""What an item came to with the employee and with the manager."""


def _pairs(checklist: ScoredChecklist, own: Answers, manager: Answers, mode: Mode) -> list[Pair]:
    sides = with_marks(checklist, own, manager), with_marks(checklist, manager, own)
    own_items, manager_items = (score_items(checklist, answers, mode) for answers in sides)
    return list(zip(own_items, manager_items, strict=True))


def differences(checklist: ScoredChecklist, own: Answers, manager: Answers, mode: Mode) -> tuple[RatingDifference, ...]:
    """What either of the two judged: the weightiest differences first, then page order, one-sided items last."""
    pairs = _pairs(checklist, own, manager, mode)
    judged = [pair for pair in pairs if any(outcome.state is State.SCORED for outcome in pair)]
    by_weight = all(pair[0].item.weight is not None for pair in judged if _points_apart(pair))
    return tuple(_difference(pair) for pair in sorted(judged, key=lambda pair: _sort_key(pair, by_weight)))


def _points_apart(pair: Pair) -> Fraction | None:
    """The manager's points above the employee's."""
    own, manager = pair[0].points, pair[1].points
    return None if own is None or manager is None else manager - own


def _same(pair: Pair) -> bool | None:
    own, manager = pair
    if own.state is not State.SCORED or manager.state is not State.SCORED:
        return None
    return _same_figures(own, manager)


def _same_figures(own: ItemOutcome, manager: ItemOutcome) -> bool:
    return (own.points, own.met) == (manager.points, manager.met)


def _sort_key(pair: Pair, by_weight: bool) -> tuple[int, Fraction]:
    """Differences by size times weight; then conditions that differ; what agrees; what only one judged."""
    apart, same, own = _points_apart(pair), _same(pair), pair[0]
    if apart:
        size = abs(apart) / own.scale.range if own.scale.range else abs(apart)
        return 0, -size * (own.item.weight or Fraction(0) if by_weight else 1)
    return (3 if same is None else 2 if same else 1), Fraction(0)


def _difference(pair: Pair) -> RatingDifference:
    item, apart = pair[0].item, _points_apart(pair)
    own, manager = (None if outcome.points is None else shown(outcome.points) for outcome in pair)
    return RatingDifference(
        code=item.code,
        name=item.name,
        group=item.group,
        kind=item.kind.value,
        standard=None if item.standard is None else plain(item.standard),
        weight=None if item.weight is None else plain(item.weight),
        own=own,
        manager=manager,
        difference=None if apart is None else shown(apart),
        states=(pair[0].state.value, pair[1].state.value),
        again=(pair[0].again, pair[1].again),
        met=(pair[0].met, pair[1].met),
        same=_same(pair),
    )


def agreed(
    checklist: ScoredChecklist, own: Answers, manager: Answers, values: Mapping[str, object], mode: Mode
) -> Result:
    """What both agreed on: the value set down, else what both say alike; the rest is still open."""
    pairs = _pairs(checklist, own, manager, mode)
    return summary(checklist, [_agreed_outcome(pair, values.get(pair[0].item.code)) for pair in pairs])


def _agreed_outcome(pair: Pair, value: object) -> ItemOutcome:
    """What one item came to when two have spoken."""
    own, manager = pair
    if own.state is State.NONE:
        return own
    if own.again or manager.again:
        return own if own.again else manager
    outcome = outcome_set_down(own, value)
    if outcome:
        return outcome
    if own.state is manager.state and own.state is not State.OPEN and _same_figures(own, manager):
        return own
    both_open = own.state is manager.state is State.OPEN
    return ItemOutcome(own.item, own.scale, State.OPEN, why("open" if both_open else "not_agreed"))


def outcome_set_down(own: ItemOutcome, value: object) -> ItemOutcome | None:
    """The value set down, if the item can have it: any points of its scale, also between two ratings."""
    item, scale = own.item, own.scale
    if own.state is State.NONE or own.again:
        return None
    if item.kind is ItemKind.CONDITION:
        met = value.strip(" \t\r\n") if isinstance(value, str) else ""
        return ItemOutcome(item, scale, State.SCORED, why("agreed"), met=met == "1") if met in ("0", "1") else None
    points = rational(value)
    if points is None or not scale.lowest <= points <= scale.highest:
        return None
    return ItemOutcome(item, scale, State.SCORED, why("agreed"), points)
