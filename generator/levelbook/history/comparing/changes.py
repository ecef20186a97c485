"""Typed changes between two tables of facts: the one way in.

Each thing is looked at once. What began, ended or vanished is told by `beginnings`; of what lives on, each key is told
by the rule that its kind has for it. A key without a rule is asked, never dropped. Then the words that people gave in
the draft of the release take the place of what no rule could say, or of what a rule said of a wording.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Final

from levelbook.history.change import TypedChange
from levelbook.history.comparing import figures, structure
from levelbook.history.comparing.beginnings import begun_or_over
from levelbook.history.comparing.comparison import Comparison, Life, Pair
from levelbook.history.comparing.indicators import INDICATOR
from levelbook.history.comparing.order import HandbookOrder
from levelbook.history.comparing.renames import brought
from levelbook.history.comparing.rules import CompareContext, Rules, changes_by_key
from levelbook.history.comparing.steps import GRADE, LEVEL, POSITION
from levelbook.history.comparing.successors import Successors
from levelbook.model.handbook import ReleaseWord
from levelbook.model.history import ChangeClass, FactTable

RULES: Final[Mapping[str, Rules]] = {
    "handbook": structure.HANDBOOK,
    "family": structure.FAMILY,
    "concept": structure.CONCEPT,
    "scale": figures.SCALE,
    "sequence": structure.SEQUENCE,
    "level": LEVEL,
    "grade": GRADE,
    "group": structure.GROUP,
    "competency": structure.COMPETENCY,
    "cell": structure.CELL,
    "indicator": INDICATOR,
    "position": POSITION,
    "weight": figures.WEIGHT,
    "type": figures.TYPE,
    "action": figures.ACTION,
    "form": figures.FORM,
}
"""By kind of thing; what has no rules is asked key by key."""
_CLASSES: Final = {change_class: rank for rank, change_class in enumerate(ChangeClass)}
SAID: Final = "said"
"""The rule of a change on which a person gave the word."""


def typed_changes(
    before: FactTable,
    after: FactTable,
    words: Mapping[str, ReleaseWord] | None = None,
    now: Mapping[str, str] | None = None,
) -> tuple[TypedChange, ...]:
    """What became of everything, in the order in which it is told; `now` is the newest code of what had another."""
    renamed = brought(before, after, now or {})
    comparison = Comparison(renamed.table, after, renamed.former)
    ctx = CompareContext(comparison, Successors(comparison))
    changes = [change for pair in comparison.pairs() for change in _of_thing(ctx, pair)]
    changes += _reordered(comparison)
    order = HandbookOrder(comparison.before, after)
    worded = [_with_word(change, words or {}) for change in changes]
    return tuple(sorted(worded, key=lambda change: (_CLASSES[change.change_class], order.place(change.address))))


def _of_thing(ctx: CompareContext, pair: Pair) -> Iterator[TypedChange]:
    comparison = ctx.comparison
    life = comparison.life(pair.address)
    if life is Life.PAST or comparison.told_above(pair):
        return
    former = comparison.moved.get(pair.address)
    if former and pair.kind == "competency":
        yield pair.told("competency-moved", ChangeClass.ASK, "seq", members=(former,), results=True)
    if life is Life.LIVES:
        yield from changes_by_key(ctx, pair, RULES.get(pair.kind, {}))
    else:
        yield from begun_or_over(ctx, pair, life)


def _reordered(comparison: Comparison) -> Iterator[TypedChange]:
    """Levels and grades that stand in another order than before."""
    for kind in ("level", "grade"):
        lasting = [
            (address, pair.old("n"), pair.new("n"))
            for address in comparison.after
            if (pair := Pair(address, comparison.before.get(address), comparison.after[address])).kind == kind
            and comparison.life(address) is Life.LIVES
        ]
        for sequence in dict.fromkeys(str(comparison.after[address]["seq"]) for address, _, _ in lasting):
            steps = [step for step in lasting if comparison.after[step[0]]["seq"] == sequence]
            ranks = [old for _, old, _ in sorted(steps, key=lambda step: step[2])]
            if any(low > high for low, high in pairwise(ranks)):
                pair = Pair(sequence, comparison.before.get(sequence), comparison.after.get(sequence))
                yield pair.told(f"{kind}-order", ChangeClass.ASK, results=True)


def _with_word(change: TypedChange, words: Mapping[str, ReleaseWord]) -> TypedChange:
    """What a person said goes before what a rule says of a wording."""
    word = words.get(change.address)
    if word is None or change.change_class is ChangeClass.ERROR:
        return change
    if change.change_class is not ChangeClass.ASK and (not change.rule or change.rule == "translation"):
        return change
    return replace(change, change_class=ChangeClass(word.word.value), rule=SAID, why=word.why or "")
