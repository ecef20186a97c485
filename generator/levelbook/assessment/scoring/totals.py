"""An assessment added up: means of groups and of the whole, weighted points, what moves the result most."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from levelbook.assessment.scoring.form import Answers, ItemKind, Mode, ScoredChecklist, ScoredGroup
from levelbook.assessment.scoring.item_scores import ItemOutcome, State, outcomes
from levelbook.assessment.scoring.rational import mean, plain
from levelbook.assessment.scoring.reasons import Why, why
from levelbook.assessment.scoring.result import Conditions, GroupScore, Mean, Points, Result, Score
from levelbook.model.decimals import shown

ZERO = Fraction(0)


def assess(sheet: ScoredChecklist, answers: Answers, mode: Mode) -> Result:
    """What a person's answers came to."""
    return summary(sheet, outcomes(sheet, answers, mode))


def most(result: Result, n: int) -> tuple[str, ...]:
    """The codes of those so many items that move the result most."""
    return result.most[: max(n, 0)]


def summary(sheet: ScoredChecklist, found: Sequence[ItemOutcome]) -> Result:
    """Outcomes added up."""
    below = [one for one in found if one.gap is not None and one.gap < 0]
    by_weight = bool(below) and all(one.item.weight is not None for one in below)
    conditions = [one for one in found if one.item.kind is ItemKind.CONDITION]
    return Result(
        **vars(_mean(found)),
        items=tuple(_score(one, by_weight) for one in found),
        groups=tuple(_group(sheet, group, found) for group in sheet.groups),
        top=plain(sheet.scales[sheet.scale].highest) if sheet.scale in sheet.scales else None,
        reached=sum(one.gap is not None and one.gap >= 0 for one in found),
        below=len(below),
        short=plain(sum((-one.gap for one in below if one.gap is not None), ZERO)),
        left=sum(one.state is State.OPEN for one in found),
        again=sum(one.again for one in found),
        points=_points(sheet, found),
        conditions=_conditions(conditions),
        most=tuple(one.item.code for one in sorted(below, key=lambda one: -adds(one, by_weight))),
        by="weight" if by_weight else "gap",
    )


def adds(one: ItemOutcome, by_weight: bool) -> Fraction:
    """What reaching the standard would add, if anything: to the weighted total, or as a share of the scale."""
    gap, scale = one.gap, one.scale.range
    if gap is None or gap >= 0 or not scale:
        return ZERO
    return -gap / scale * (one.item.weight or ZERO) if by_weight else -gap / scale


def _score(one: ItemOutcome, by_weight: bool) -> Score:
    item, gap = one.item, one.gap
    return Score(
        code=item.code,
        name=item.name,
        group=item.group,
        kind=item.kind.value,
        state=one.state.value,
        why=one.why,
        points=_shown(one.points),
        gap=_shown(gap),
        standard=_plain(item.standard),
        weight=_plain(item.weight),
        earned=_shown(one.earned),
        adds=shown(adds(one, True) if by_weight else -gap) if gap is not None and gap < 0 else None,
        reached=one.reached,
    )


def _shown(value: Fraction | None) -> str | None:
    return None if value is None else shown(value)


def _plain(value: Fraction | None) -> str | None:
    return None if value is None else plain(value)


def _mean(found: Iterable[ItemOutcome]) -> Mean:
    """The plain mean of the items that have points; points of different scales have none."""
    every = [one for one in found if one.item.kind is not ItemKind.CONDITION]
    counted = [one for one in every if one.points is not None]
    reason = _no_mean(every, counted)
    value = None if reason else mean([one.points for one in counted if one.points is not None])
    gaps = [one.gap for one in counted if one.gap is not None]
    gap = mean(gaps) if value is not None and len(gaps) == len(counted) else None
    return Mean(_shown(value), _standard(every), _shown(gap), len(counted), len(every), reason)


def _standard(every: Iterable[ItemOutcome]) -> str | None:
    """The standard of all that can be judged, where that is one and the same."""
    found = {_plain(one.item.standard) for one in every if one.state is not State.NONE}
    return found.pop() if len(found) == 1 else None


def _no_mean(every: Sequence[ItemOutcome], counted: Sequence[ItemOutcome]) -> Why | None:
    if not every:
        return why("mean_nothing")
    if len({one.scale.id for one in counted}) > 1:
        return why("mean_scales")
    if counted:
        return None
    again = sum(one.again for one in every)
    if again:
        return why("mean_again", n=again)
    left = sum(one.state is State.OPEN for one in every)
    if left:
        return why("mean_open", n=left)
    return why("mean_none" if all(one.state is State.NONE for one in every) else "mean_uncounted", n=len(every))


def _group(sheet: ScoredChecklist, group: ScoredGroup, found: Iterable[ItemOutcome]) -> GroupScore:
    inside = _inside(sheet, group.id)
    own = [one for one in found if one.item.group in inside]
    earned, of = _earned(own)
    return GroupScore(
        **vars(_mean(own)),
        id=group.id,
        name=group.name,
        parent=group.parent,
        earned=_shown(earned),
        weight=_plain(of),
    )


def _inside(sheet: ScoredChecklist, id: str) -> frozenset[str]:
    """A group and all groups in it; parents come first in the list."""
    found = {id}
    for group in sheet.groups:
        if group.parent in found:
            found.add(group.id)
    return frozenset(found)


def _earned(found: Iterable[ItemOutcome]) -> tuple[Fraction | None, Fraction | None]:
    """The weighted points of the items that count, and their weights."""
    counted = [(one.earned, one.item.weight) for one in found if one.earned is not None]
    if not counted:
        return None, None
    return sum((earned or ZERO for earned, _ in counted), ZERO), sum((weight or ZERO for _, weight in counted), ZERO)


def _points(sheet: ScoredChecklist, found: Sequence[ItemOutcome]) -> Points | None:
    """The weighted points, and how much of the whole they speak of."""
    every = [one for one in found if one.item.kind is not ItemKind.CONDITION]
    if all(one.item.weight is None for one in every):
        return None
    earned, of = (value or ZERO for value in _earned(every))
    left = sum((one.item.weight or ZERO for one in every if one.state is State.OPEN), ZERO)
    rest = None if sheet.total is None else max(sheet.total - of - left, ZERO)
    reason = _how_much(of, left, rest, sheet.total)
    without = sum(one.points is not None and one.item.weight is None for one in every)
    return Points(shown(earned), plain(of), _plain(sheet.total), plain(left), _plain(rest), without, reason)


def _how_much(of: Fraction, left: Fraction, rest: Fraction | None, total: Fraction | None) -> Why:
    if total is None or rest is None:
        return why("points_no_total", of=plain(of), open=plain(left))
    facts = {"of": plain(of), "open": plain(left), "uncounted": plain(rest), "total": plain(total)}
    key = "points_part" if rest else "points_open" if left else "points_whole"
    return why(key, **facts)


def _conditions(found: Sequence[ItemOutcome]) -> Conditions:
    open = sum(one.state is State.OPEN for one in found)
    return Conditions(sum(one.met is True for one in found), len(found), open)
