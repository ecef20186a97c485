"""What becomes of competencies, cells, groups and sequences that stand in both tables."""

from collections.abc import Iterator
from typing import Any, Final

from levelbook.history.change import TypedChange
from levelbook.history.comparing.comparison import Pair, reason_of
from levelbook.history.comparing.rules import CompareContext, Rule, Rules, prose, silent, simple
from levelbook.model.base import REASONS
from levelbook.model.history import ChangeClass
from levelbook.text.wording import JoinedWord


def _topics(_ctx: CompareContext, pair: Pair, key: str) -> Iterator[TypedChange]:
    old, new = dict(_named(pair.old(key))), dict(_named(pair.new(key)))
    gone, added = [name for name in old if name not in new], [name for name in new if name not in old]
    if gone or added:
        change_class = ChangeClass.ASK if gone and added else ChangeClass.RAISES if added else ChangeClass.LOWERS
        words = [JoinedWord(name, fate) for fate, names in (("gone", gone), ("added", added)) for name in names]
        yield pair.told("competency-topics", change_class, key, words=tuple(words), results=True)
    if any(old[name] != new[name] for name in old.keys() & new.keys()):
        yield pair.told("topic-weight", ChangeClass.CLARIFIES, key, results=True)
    elif not (gone or added):
        yield pair.told("topic-order", ChangeClass.CLARIFIES, key)


def _named(topics: Any) -> Iterator[tuple[str, Any]]:
    for topic in topics or ():
        if isinstance(topic, str):
            yield topic, None
        else:
            yield str(topic.get("name")), topic.get("weight")
            yield from _named(topic.get("covers"))


def _reason(kind: str) -> Rule:
    """A rule for why something is empty; where it is filled or emptied, that is told of its content."""

    def rule(ctx: CompareContext, pair: Pair, key: str) -> Iterator[TypedChange]:
        first = next((name for name in REASONS if pair.old(name) != pair.new(name)), "")
        if key != first:
            return
        old, new = reason_of(pair.before), reason_of(pair.after)
        if old and new:
            yield from prose(f"{kind}-reason")(ctx, pair, key) if old == new else _other_reason(kind, pair, new)
        elif new and kind != "cell" and _asked_before(ctx, pair):
            yield pair.told(f"{kind}-emptied", emptied(new), new, results=True)
        elif kind == "cell" or not ctx.comparison.indicators(ctx.comparison.after, pair.address):
            yield from _other_reason(kind, pair, new or old)

    return rule


def _asked_before(ctx: CompareContext, pair: Pair) -> bool:
    """Whether there was anything in a thing that has a reason now why there is nothing."""
    inside = (fact for fact in ctx.comparison.before.values() if fact.get("in") == pair.address)
    return pair.before is not None and (pair.kind != "competency" or any(inside))


def _other_reason(kind: str, pair: Pair, new: str) -> Iterator[TypedChange]:
    yield pair.told(f"{kind}-reason", ChangeClass.CLARIFIES, new)


def emptied(reason: str) -> ChangeClass:
    """What it means that something asks nothing any more."""
    return ChangeClass.LOWERS if reason == "not_required" else ChangeClass.ASK


def _members(ctx: CompareContext, pair: Pair, key: str) -> Iterator[TypedChange]:
    """What a group borrows; its own are told of the competencies themselves."""
    own = {code for code, fact in ctx.comparison.after.items() if fact.get("seq") == pair.fact.get("seq")}
    own |= {code for code, fact in ctx.comparison.before.items() if fact.get("seq") == pair.fact.get("seq")}
    old, new = (tuple(code for code in codes or () if code not in own) for codes in (pair.old(key), pair.new(key)))
    added, gone = (tuple(one for one in new if one not in old), tuple(one for one in old if one not in new))
    if added:
        yield pair.told("borrowed", ChangeClass.RAISES, key, members=added, results=True)
    if gone:
        yield pair.told("not-borrowed", ChangeClass.LOWERS, key, members=gone, results=True)


def _moved(_ctx: CompareContext, pair: Pair, key: str) -> Iterator[TypedChange]:
    """To another group; to another sequence it is told as such."""
    if pair.old("seq") == pair.new("seq"):
        yield pair.told("competency-regrouped", ChangeClass.CLARIFIES, key)


def reasons(kind: str) -> dict[str, Rule]:
    """The rule for each key that says why something is empty."""
    rule = _reason(kind)
    return dict.fromkeys(REASONS, rule)


COMPETENCY: Final[Rules] = {
    **reasons("competency"),
    "id": simple("competency-id", ChangeClass.TYPO),
    "in": _moved,
    "name": simple("competency-renamed"),
    "definition": prose("definition"),
    "short": prose("definition"),
    "concept": simple("competency-concept"),
    "covers": _topics,
    "about": simple("competency-kind", ChangeClass.ASK, results=True),
    "measured_by": simple("competency-measure", ChangeClass.ASK, results=True),
    "sensitive": simple("competency-sensitive"),
}
CELL: Final[Rules] = {
    **reasons("cell"),
    "in": silent,
    "level": silent,
    "name": simple("cell-renamed"),
    "summary": prose("summary-reworded"),
    "same_as": simple("cell-same-as", ChangeClass.ASK, results=True),
    "as_level": simple("cell-as-level", ChangeClass.ASK, results=True),
}
GROUP: Final[Rules] = {
    **reasons("group"),
    "id": simple("group-id", ChangeClass.TYPO),
    "in": simple("group-moved"),
    "name": simple("group-renamed"),
    "definition": prose("definition"),
    "about": simple("group-kind", ChangeClass.ASK, results=True),
    "measured_by": simple("group-measure", ChangeClass.ASK, results=True),
    "competencies": _members,
}
SEQUENCE: Final[Rules] = {
    "id": simple("sequence-id", ChangeClass.TYPO),
    "name": simple("sequence-renamed"),
    "short_name": simple("sequence-short-name"),
    "about": simple("sequence-about"),
    "definition": prose("definition"),
    "reference": simple("sequence-reference", ChangeClass.ASK),
    "words": simple("sequence-words"),
    "unranked": simple("sequence-unranked", ChangeClass.ASK, results=True),
    "cumulative": simple("sequence-cumulative", ChangeClass.ASK, results=True),
    "assessment": simple("assessment", ChangeClass.ASK, results=True),
}
HANDBOOK: Final[Rules] = {
    "name": simple("handbook-renamed"),
    "language": simple("handbook-language"),
    "translations": simple("handbook-language"),
    "assessment": simple("assessment", ChangeClass.ASK, results=True),
}
FAMILY: Final[Rules] = {"name": simple("family-renamed"), "sequences": simple("family-sequences")}
CONCEPT: Final[Rules] = {"name": simple("concept-renamed"), "definition": prose("definition")}
