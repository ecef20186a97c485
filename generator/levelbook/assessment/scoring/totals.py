"""An assessment added up: means of groups and of the whole, weighted points, what moves the result most.

What counts is the same everywhere: items that have points. An item that is open, does not apply, was not observed or
cannot be judged is in no sum, neither as zero nor as reached; every figure therefore goes with how many items it
speaks of (`counted` of `of`) and, for points, with how much of the whole (`Points.why`). Conditions are counted
apart, as they are met or not and have no points. Points of different scales have no mean, and a mean that cannot be
had says why.

Items that fall short are put in order by what reaching the standard would add: to the weighted total where all of
them have weights, else as a share of their scale; a mixture would compare figures of two kinds. Sorting is stable, so
equal ones stay in the order of the page. Sums are exact, rounded only when written; `assess-sum` does the same on the
page.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from levelbook.assessment.scoring.answers import Answers
from levelbook.assessment.scoring.checklist import ItemKind, Mode, ScoredChecklist, ScoredGroup
from levelbook.assessment.scoring.item_scores import ItemOutcome, State, score_items
from levelbook.assessment.scoring.rational import mean, plain
from levelbook.assessment.scoring.reasons import Why, why
from levelbook.assessment.scoring.result import Conditions, GroupScore, Mean, Points, Result, Score
from levelbook.model.decimals import shown

ZERO = Fraction(0)


def assess(checklist: ScoredChecklist, answers: Answers, mode: Mode) -> Result:
    """What a person's answers came to."""
    return summary(checklist, score_items(checklist, answers, mode))


def most(result: Result, n: int) -> tuple[str, ...]:
    """The codes of those so many items that move the result most."""
    return result.most[: max(n, 0)]


def summary(checklist: ScoredChecklist, outcomes: Sequence[ItemOutcome]) -> Result:
    """Outcomes added up."""
    below = [outcome for outcome in outcomes if outcome.gap is not None and outcome.gap < 0]
    by_weight = bool(below) and all(outcome.item.weight is not None for outcome in below)
    scale = checklist.scales.get(checklist.scale)
    return Result(
        **vars(_mean(outcomes)),
        items=tuple(_score(outcome, by_weight) for outcome in outcomes),
        groups=tuple(_group(checklist, group, outcomes) for group in checklist.groups),
        top=plain(scale.highest) if scale else None,
        reached=sum(outcome.gap is not None and outcome.gap >= 0 for outcome in outcomes),
        below=len(below),
        short=plain(sum((-outcome.gap for outcome in below if outcome.gap is not None), ZERO)),
        left=sum(outcome.state is State.OPEN for outcome in outcomes),
        again=sum(outcome.again for outcome in outcomes),
        points=_points(checklist, outcomes),
        conditions=_conditions(outcomes),
        most=tuple(outcome.item.code for outcome in sorted(below, key=lambda outcome: -_gain(outcome, by_weight))),
        by="weight" if by_weight else "gap",
    )


def _gain(outcome: ItemOutcome, by_weight: bool) -> Fraction:
    """What reaching the standard would add, if anything: to the weighted total, or as a share of the scale."""
    gap, scale = outcome.gap, outcome.scale.range
    if gap is None or gap >= 0 or not scale:
        return ZERO
    return -gap / scale * (outcome.item.weight or ZERO) if by_weight else -gap / scale


def _score(outcome: ItemOutcome, by_weight: bool) -> Score:
    item, gap = outcome.item, outcome.gap
    return Score(
        code=item.code,
        name=item.name,
        group=item.group,
        kind=item.kind.value,
        state=outcome.state.value,
        why=outcome.why,
        points=_shown(outcome.points),
        gap=_shown(gap),
        standard=_plain(item.standard),
        weight=_plain(item.weight),
        earned=_shown(outcome.earned),
        adds=shown(_gain(outcome, True) if by_weight else -gap) if gap is not None and gap < 0 else None,
        reached=outcome.reached,
    )


def _shown(value: Fraction | None) -> str | None:
    return None if value is None else shown(value)


def _plain(value: Fraction | None) -> str | None:
    return None if value is None else plain(value)


def _mean(outcomes: Iterable[ItemOutcome]) -> Mean:
    """The plain mean of the items that have points; points of different scales have none."""
    items = _without_conditions(outcomes)
    counted = [outcome for outcome in items if outcome.points is not None]
    reason = _no_mean(items, counted)
    value = None if reason else mean([outcome.points for outcome in counted if outcome.points is not None])
    gaps = [outcome.gap for outcome in counted if outcome.gap is not None]
    gap = mean(gaps) if value is not None and len(gaps) == len(counted) else None
    return Mean(_shown(value), _common_standard(items), _shown(gap), len(counted), len(items), reason)


def _without_conditions(outcomes: Iterable[ItemOutcome]) -> list[ItemOutcome]:
    return [outcome for outcome in outcomes if outcome.item.kind is not ItemKind.CONDITION]


def _common_standard(items: Iterable[ItemOutcome]) -> str | None:
    """The standard of all that can be judged, where that is one and the same."""
    standards = {_plain(outcome.item.standard) for outcome in items if outcome.state is not State.NONE}
    return standards.pop() if len(standards) == 1 else None


def _no_mean(items: Sequence[ItemOutcome], counted: Sequence[ItemOutcome]) -> Why | None:
    """Why there is no mean; none where there is one."""
    if not items:
        return why("mean_nothing")
    if len({outcome.scale.id for outcome in counted}) > 1:
        return why("mean_scales")
    if counted:
        return None
    again = sum(outcome.again for outcome in items)
    if again:
        return why("mean_again", n=again)
    left = sum(outcome.state is State.OPEN for outcome in items)
    if left:
        return why("mean_open", n=left)
    none = all(outcome.state is State.NONE for outcome in items)
    return why("mean_none" if none else "mean_uncounted", n=len(items))


def _group(checklist: ScoredChecklist, group: ScoredGroup, outcomes: Iterable[ItemOutcome]) -> GroupScore:
    ids = _with_groups_below(checklist, group.id)
    inside = [outcome for outcome in outcomes if outcome.item.group in ids]
    earned, of = _earned(inside)
    return GroupScore(
        **vars(_mean(inside)),
        id=group.id,
        name=group.name,
        parent=group.parent,
        earned=_shown(earned),
        weight=_plain(of),
    )


def _with_groups_below(checklist: ScoredChecklist, id: str) -> frozenset[str]:
    """A group and all groups in it; parents come first in the list."""
    ids = {id}
    for group in checklist.groups:
        if group.parent in ids:
            ids.add(group.id)
    return frozenset(ids)


def _earned(outcomes: Iterable[ItemOutcome]) -> tuple[Fraction | None, Fraction | None]:
    """The weighted points of the items that count, and their weights."""
    counted = [(outcome.earned, outcome.item.weight) for outcome in outcomes if outcome.earned is not None]
    if not counted:
        return None, None
    return sum((earned or ZERO for earned, _ in counted), ZERO), sum((weight or ZERO for _, weight in counted), ZERO)


def _points(checklist: ScoredChecklist, outcomes: Sequence[ItemOutcome]) -> Points | None:
    """The weighted points, and how much of the whole they speak of."""
    items = _without_conditions(outcomes)
    if all(outcome.item.weight is None for outcome in items):
        return None
    earned, of = (value or ZERO for value in _earned(items))
    left = sum((outcome.item.weight or ZERO for outcome in items if outcome.state is State.OPEN), ZERO)
    rest = None if checklist.total is None else max(checklist.total - of - left, ZERO)
    return Points(
        earned=shown(earned),
        of=plain(of),
        total=_plain(checklist.total),
        open=plain(left),
        uncounted=_plain(rest),
        without=sum(outcome.points is not None and outcome.item.weight is None for outcome in items),
        why=_how_much(of, left, rest, checklist.total),
    )


def _how_much(of: Fraction, left: Fraction, rest: Fraction | None, total: Fraction | None) -> Why:
    if total is None or rest is None:
        return why("points_no_total", of=plain(of), open=plain(left))
    facts = {"of": plain(of), "open": plain(left), "uncounted": plain(rest), "total": plain(total)}
    key = "points_part" if rest else "points_open" if left else "points_whole"
    return why(key, **facts)


def _conditions(outcomes: Iterable[ItemOutcome]) -> Conditions:
    conditions = [outcome for outcome in outcomes if outcome.item.kind is ItemKind.CONDITION]
    open = sum(outcome.state is State.OPEN for outcome in conditions)
    return Conditions(sum(outcome.met is True for outcome in conditions), len(conditions), open)
