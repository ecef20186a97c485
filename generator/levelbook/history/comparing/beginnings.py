"""What it means that a thing begins, ends, or is nowhere any more."""

from collections.abc import Iterator
from typing import Final

from levelbook.history.change import TypedChange
from levelbook.history.comparing.comparison import Life, Pair, reason_of
from levelbook.history.comparing.renames import provisional
from levelbook.history.comparing.rules import CompareContext
from levelbook.history.comparing.structure import emptied
from levelbook.model.history import ChangeClass

_BEGAN: Final = {
    "sequence": ChangeClass.RAISES,
    "competency": ChangeClass.RAISES,
    "indicator": ChangeClass.RAISES,
    "level": ChangeClass.ASK,
    "grade": ChangeClass.ASK,
}
"""What it means that a thing begins, where it is not only clearer."""
_ENDED: Final = {
    "sequence": ChangeClass.LOWERS,
    "group": ChangeClass.LOWERS,
    "competency": ChangeClass.LOWERS,
    "indicator": ChangeClass.LOWERS,
    "level": ChangeClass.ASK,
    "grade": ChangeClass.ASK,
}
_CODED: Final = frozenset(
    {"sequence", "level", "grade", "group", "competency", "indicator", "position", "action", "concept"}
)
"""What has an address of its own, so that it may end but never vanish."""
_COUNTED_BY: Final = frozenset({"weight", "scale", "indicator", "competency", "level"})
"""What figures of saved answers rest on."""


def begun_or_over(ctx: CompareContext, pair: Pair, life: Life) -> Iterator[TypedChange]:
    """The change by which a thing began or ended."""
    if pair.kind == "cell":
        yield from _cell(ctx, pair, life)
    elif life is Life.BEGAN:
        if not ctx.successors.told_as_heir(pair.address):
            yield _told(pair, "added", _BEGAN)
    elif life is Life.ENDED:
        yield ctx.successors.ended(pair) or _ended(pair)
    elif pair.kind in _CODED and not provisional(pair.address):
        yield pair.told(f"{pair.kind}-vanished", ChangeClass.ERROR)
    elif "retired" not in (pair.before or {}):
        yield _told(pair, "removed", _ENDED)


def _told(pair: Pair, fate: str, classes: dict[str, ChangeClass]) -> TypedChange:
    change_class = classes.get(pair.kind, ChangeClass.CLARIFIES)
    return pair.told(f"{pair.kind}-{fate}", change_class, results=pair.kind in _COUNTED_BY)


def _ended(pair: Pair) -> TypedChange:
    end = pair.new("retired")
    heirs = tuple(end.get("replaced_by", ())) if isinstance(end, dict) else ()
    change_class = _ENDED.get(pair.kind, ChangeClass.CLARIFIES)
    if heirs and pair.kind in ("competency", "group"):
        change_class = ChangeClass.CLARIFIES
    results = pair.kind in _COUNTED_BY
    return pair.told(f"{pair.kind}-retired", change_class, "retired", members=heirs, results=results)


def _cell(ctx: CompareContext, pair: Pair, life: Life) -> Iterator[TypedChange]:
    """A cell that is filled tells its new indicators, one that is emptied those that ended with it."""
    comparison = ctx.comparison
    if life is Life.BEGAN:
        members = comparison.indicators(comparison.after, pair.address)
        new = tuple(code for code in members if comparison.life(code) is Life.BEGAN)
        if new or not members:
            yield pair.told("cell-filled", ChangeClass.RAISES, members=new, results=True)
        return
    members = comparison.indicators(comparison.before, pair.address)
    lives = {code: comparison.life(code) for code in members}
    if Life.GONE not in lives.values():
        over = tuple(code for code, member_life in lives.items() if member_life is Life.ENDED)
        yield pair.told("cell-emptied", emptied(reason_of(pair.after)), members=over, results=True)
