"""What becomes of the items of an indicator, each told by its letter."""

from collections.abc import Iterator, Mapping
from typing import Any

from levelbook.history.change import TypedChange
from levelbook.history.comparing.comparison import Pair
from levelbook.history.comparing.rules import CompareContext, without_twins
from levelbook.history.comparing.wording import judge
from levelbook.model.history import ChangeClass, Fact
from levelbook.model.statement import item_code, lead_of
from levelbook.text.wording import JoinedWord

_Items = Mapping[str, Mapping[str, Any]]
"""Items by letter."""


def lists_both(pair: Pair) -> bool:
    """Whether it had items and has some, so that they are compared one by one."""
    return bool(pair.old("items") and pair.new("items"))


def leads(pair: Pair) -> tuple[str, str]:
    """What led its items in, and what does now."""
    old, new = (_lead(fact) for fact in (pair.before, pair.after))
    return old, new


def items(_ctx: CompareContext, pair: Pair, key: str) -> Iterator[TypedChange]:
    """A rule for the items: each that is added, taken out or reworded; or that there are some at all."""
    if not lists_both(pair):
        given = bool(pair.new(key))
        letters = _live(pair.after if given else pair.before)
        members = tuple(item_code(pair.address, letter) for letter in letters)
        kind = "items-given" if given else "items-taken"
        yield pair.told(kind, ChangeClass.CLARIFIES, key, members=members, results=True)
        return
    changes = tuple(_each(pair, key))
    yield from changes
    if not changes and without_twins(pair.old(key)) != without_twins(pair.new(key)):
        yield pair.told("item-order", ChangeClass.CLARIFIES, key)


def _each(pair: Pair, key: str) -> Iterator[TypedChange]:
    old, new = _live(pair.before), _live(pair.after)
    for letter in dict.fromkeys((*new, *old)):
        former, latter = (str(items.get(letter, {}).get("text", "")) for items in (old, new))
        members = (item_code(pair.address, letter),)
        if not former:
            added = (JoinedWord(latter, "added"),)
            yield pair.told("item-added", ChangeClass.RAISES, key, words=added, members=members, results=True)
        elif not latter:
            gone = (JoinedWord(former, "gone"),)
            yield pair.told("item-ended", ChangeClass.LOWERS, key, words=gone, members=members, results=True)
        elif former != latter:
            told = judge(former, latter, tolerates=bool(pair.old("negative") or pair.new("negative")))
            yield pair.told(
                "item-reworded",
                told.change_class,
                key,
                rule=told.rule,
                words=told.words,
                members=members,
                results=True,
            )


def _live(fact: Fact | None) -> _Items:
    listed = (fact or {}).get("items") or ()
    return {str(item["id"]): item for item in listed if "retired" not in item}


def _lead(fact: Fact | None) -> str:
    texts = [str(item["text"]) for item in _live(fact).values()]
    return lead_of(str((fact or {}).get("text", "")), texts)
