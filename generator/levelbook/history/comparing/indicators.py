"""What becomes of an indicator that stands in both tables."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from levelbook.history.change import TypedChange
from levelbook.history.comparing.comparison import Pair
from levelbook.history.comparing.entries import deeper
from levelbook.history.comparing.items import items, leads, lists_both
from levelbook.history.comparing.rules import CompareContext, Rules, simple, up_or_down
from levelbook.history.comparing.wording import judge
from levelbook.model.history import ChangeClass
from levelbook.text.wording import fingerprint

_KINDS: Final = {"signs": "indicator-typo", "anew": "indicator-rewritten"}


def _text(ctx: CompareContext, pair: Pair, key: str) -> Iterator[TypedChange]:
    if ctx.successors.takes_in(pair.address):
        yield ctx.successors.reworded(pair)
        return
    old, new = leads(pair) if lists_both(pair) else (str(pair.old(key)), str(pair.new(key)))
    if old == new:
        return
    judgement = judge(old, new, tolerates=bool(pair.old("negative") or pair.new("negative")))
    yield pair.told(
        _KINDS.get(judgement.rule, "indicator-reworded"),
        judgement.change_class,
        key,
        rule=judgement.rule,
        words=judgement.words,
        results=fingerprint(old) != fingerprint(new),
    )


def _level(ctx: CompareContext, pair: Pair, key: str) -> Iterator[TypedChange]:
    sequence = str(pair.fact.get("seq", ""))
    old, new = (ctx.comparison.rank(sequence, str(level)) for level in (pair.old(key), pair.new(key)))
    if not old or not new or ctx.comparison.unranked(sequence) or pair.old("in") != pair.new("in"):
        change_class = ChangeClass.ASK
    else:
        change_class = ChangeClass.RAISES if new < old else ChangeClass.LOWERS
    yield pair.told("indicator-level", change_class, key, results=True)


def _raises(ctx: CompareContext, pair: Pair, key: str) -> Iterator[TypedChange]:
    old, new = ctx.successors.following(pair.old(key) or ()), set(pair.new(key) or ())
    if old == new:
        return
    cumulative = ctx.comparison.after.get(str(pair.fact.get("seq")), {}).get("cumulative") == "yes"
    change_class = ChangeClass.ASK if cumulative and old - new else ChangeClass.CLARIFIES
    linked = pair.told("raises-linked" if new - old else "raises-unlinked", change_class, key)
    yield replace(linked, members=tuple(sorted(new ^ old)))


def _holds(ctx: CompareContext, pair: Pair, key: str) -> Iterator[TypedChange]:
    """It holds at more levels, or at fewer: at its own alone where it does not say.

    Where the same sentence stood at each of these levels, and ended for it, nothing more is asked.
    """
    sequence = str(pair.fact.get("seq", ""))
    old, new = (
        ctx.comparison.rank(sequence, str(last))
        for last in (pair.old(key) or pair.old("level"), pair.new(key) or pair.new("level"))
    )
    kind = "indicator-holds" if pair.new(key) else "indicator-holds-no-more"
    change_class = ChangeClass.ASK if not old or not new else up_or_down(old, new)
    said = {ctx.comparison.rank(sequence, level) for level in ctx.successors.repeats(pair.address)}
    if old and new and old < new and said.issuperset(range(old + 1, new + 1)):
        change_class = ChangeClass.CLARIFIES
    yield pair.told(kind, change_class, key, results=True)


def _depth(_ctx: CompareContext, pair: Pair, key: str) -> Iterator[TypedChange]:
    change_class = deeper(pair.old(key), pair.new(key))
    yield pair.told("indicator-depth", change_class, key, rule="degree", results=True)


INDICATOR: Final[Rules] = {
    "text": _text,
    "items": items,
    "level": _level,
    "in": simple("indicator-moved"),
    "raises": _raises,
    "holds": _holds,
    "negative": simple("indicator-sign", ChangeClass.ASK, results=True),
    "depth": _depth,
    "name": simple("indicator-renamed", results=True),
}
