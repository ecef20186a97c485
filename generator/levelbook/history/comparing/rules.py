"""How the change of one key of a thing is told: by a rule, named for each kind of thing in a table of its own."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from levelbook.history.change import TypedChange
from levelbook.history.comparing.comparison import Comparison, Pair
from levelbook.history.comparing.successors import Successors
from levelbook.history.comparing.wording import judge, signs_alone
from levelbook.model.base import TWIN
from levelbook.model.history import ChangeClass
from levelbook.text.inline import plain
from levelbook.text.wording import JoinedWord, difference, joined


@dataclass(frozen=True)
class CompareContext:
    """What rules are told."""

    comparison: Comparison
    successors: Successors


Rule = Callable[[CompareContext, Pair, str], Iterator[TypedChange]]
Rules = Mapping[str, Rule]
"""By key; what is not named is asked, so that nothing changes unseen."""
NO_CHANGE: Final = ("kind", "n", "seq")
"""Keys that say what a thing is or where it stands in its list: a new order is no change of what stands in it."""


def changes_by_key(ctx: CompareContext, pair: Pair, rules: Rules) -> Iterator[TypedChange]:
    """What became of the keys of a thing that is in both tables."""
    told_translation = False
    for key in dict.fromkeys((*(pair.before or {}), *(pair.after or {}))):
        if key in NO_CHANGE or pair.old(key) == pair.new(key):
            continue
        if _translates(pair, key):
            if not told_translation and pair.old(_base(key)) == pair.new(_base(key)):
                told_translation = True
                yield pair.told("translation", ChangeClass.TYPO, key, rule="translation", words=_words(pair, key))
        else:
            yield from rules.get(key, _unforeseen)(ctx, pair, key)


def _translates(pair: Pair, key: str) -> bool:
    """Whether nothing but a translation has changed in a key."""
    if _base(key) != key and (_base(key) in (pair.before or {}) or _base(key) in (pair.after or {})):
        return True
    return bool(without_twins(pair.old(key)) == without_twins(pair.new(key)))


def _base(key: str) -> str:
    match = TWIN.fullmatch(key)
    return match["base"] if match else key


def without_twins(value: Any) -> Any:
    """A value without the translations in it."""
    if isinstance(value, list):
        return [without_twins(one) for one in value]
    if not isinstance(value, dict):
        return value
    bare = {key: without_twins(one) for key, one in value.items() if _base(key) == key or _base(key) not in value}
    return bare["text"] if bare.keys() == {"text"} else bare["name"] if bare.keys() == {"name"} else bare


def _unforeseen(_ctx: CompareContext, pair: Pair, key: str) -> Iterator[TypedChange]:
    yield pair.told(f"{pair.kind}-changed", ChangeClass.ASK, key, words=_words(pair, key))


def simple(kind: str, change_class: ChangeClass = ChangeClass.CLARIFIES, *, results: bool = False) -> Rule:
    """A rule by which a change of a key always means the same."""

    def rule(_ctx: CompareContext, pair: Pair, key: str) -> Iterator[TypedChange]:
        yield pair.told(kind, change_class, key, words=_words(pair, key), results=results)

    return rule


def prose(kind: str) -> Rule:
    """A rule for texts beside what is asked: said better, or only written otherwise."""

    def rule(_ctx: CompareContext, pair: Pair, key: str) -> Iterator[TypedChange]:
        old, new = str(pair.old(key) or ""), str(pair.new(key) or "")
        judgement = judge(old, new)
        if signs_alone(old, new):
            yield pair.told(kind, ChangeClass.TYPO, key, rule="signs", words=judgement.words)
        else:
            yield pair.told(kind, ChangeClass.CLARIFIES, key, rule=judgement.rule, words=judgement.words)

    return rule


def silent(_ctx: CompareContext, _pair: Pair, _key: str) -> Iterator[TypedChange]:
    """A rule by which a change is told elsewhere."""
    return iter(())


def _words(pair: Pair, key: str) -> tuple[JoinedWord, ...]:
    return in_words(pair.old(key), pair.new(key))


def in_words(old: Any, new: Any) -> tuple[JoinedWord, ...]:
    """Two texts in one; nothing where they are no texts."""
    if not all(isinstance(text, str | None) for text in (old, new)):
        return ()
    runs = difference(plain(old or ""), plain(new or ""))
    return joined(runs.before, runs.after)


def up_or_down(old: object, new: object) -> ChangeClass:
    """What it means that a figure takes the place of another; asked where one of them is none."""
    try:
        rises = Decimal(str(new)) > Decimal(str(old))
    except InvalidOperation:
        return ChangeClass.ASK
    return ChangeClass.RAISES if rises else ChangeClass.LOWERS
