"""What becomes of levels, grades and positions that stand in both tables, and of what they require."""

from collections.abc import Iterator
from typing import Any, Final

from levelbook.history.change import TypedChange
from levelbook.history.comparing.comparison import Comparison, Pair
from levelbook.history.comparing.entries import Sentence, listed, paired, sentence_changes, sentences
from levelbook.history.comparing.rules import CompareContext, Rules, prose, simple, without_twins
from levelbook.history.comparing.structure import reasons
from levelbook.model.history import ChangeClass, Fact
from levelbook.queries.requirements import NOT_REQUIRED
from levelbook.text.wording import JoinedWord


def asked_of(fact: Fact | None, competency: str) -> str:
    """The level that a grade or position asks of a competency; nothing where it names none."""
    facts = fact or {}
    return str((facts.get("required") or {}).get(competency, facts.get("level", "")))


def _level(ctx: CompareContext, pair: Pair, key: str) -> Iterator[TypedChange]:
    old, new = str(pair.old(key) or ""), str(pair.new(key) or "")
    change_class = _higher(ctx.comparison, (str(pair.fact.get("seq", "")),), old, new)
    yield pair.told("required-level", change_class, key, results=True)


def _required(ctx: CompareContext, pair: Pair, _key: str) -> Iterator[TypedChange]:
    general = (str(pair.old("level") or ""), str(pair.new("level") or ""))
    own = str(pair.fact.get("seq", ""))
    for competency in dict.fromkeys((*(pair.old("required") or {}), *(pair.new("required") or {}))):
        old, new = asked_of(pair.before, competency), asked_of(pair.after, competency)
        if old != new and (old, new) != general:
            owner = str((ctx.comparison.after.get(competency) or {}).get("seq", own))
            change_class = _higher(ctx.comparison, (own, owner), old, new)
            key = f"required.{competency}"
            yield pair.told("required-level", change_class, key, members=(competency,), results=True)


def _higher(comparison: Comparison, sequences: tuple[str, ...], old: str, new: str) -> ChangeClass:
    """What it means that one level is asked in place of another."""
    nothing = (NOT_REQUIRED, "")
    if new in nothing:
        return ChangeClass.LOWERS
    if old in nothing:
        return ChangeClass.RAISES
    for sequence in sequences:
        low, high = (comparison.rank(sequence, level) for level in (old, new))
        if low and high and not comparison.unranked(sequence):
            return ChangeClass.RAISES if high > low else ChangeClass.LOWERS
    return ChangeClass.ASK


def _behaviours(_ctx: CompareContext, pair: Pair, key: str) -> Iterator[TypedChange]:
    old, new = _by_name(pair.old(key)), _by_name(pair.new(key))
    heads_old, heads_new = [Sentence(name) for name in old], [Sentence(name) for name in new]
    yield from sentence_changes(pair, key, "behaviour", heads_old, heads_new)
    renamed = {former.text: latter.text for former, latter in paired(heads_old, heads_new) if former and latter}
    for name, behaviour in old.items():
        latter_one = new.get(renamed.get(name, name))
        if latter_one is not None:
            before, after = sentences(behaviour.get("standards")), sentences(latter_one.get("standards"))
            yield from sentence_changes(pair, key, "standard", before, after)
            yield from _measured(pair, key, behaviour.get("measures"), latter_one.get("measures"))


def _measures(_ctx: CompareContext, pair: Pair, key: str) -> Iterator[TypedChange]:
    yield from _measured(pair, key, pair.old(key), pair.new(key))


def _measured(pair: Pair, key: str, before: Any, after: Any) -> Iterator[TypedChange]:
    old, new = _by_name(before), _by_name(after)
    for name in dict.fromkeys((*new, *old)):
        fate = "added" if name not in old else "gone" if name not in new else "stays"
        if fate != "stays" or without_twins(old[name]) != without_twins(new[name]):
            kind = {"added": "measure-added", "gone": "measure-removed"}.get(fate, "measure")
            yield pair.told(kind, ChangeClass.ASK, key, words=(JoinedWord(name, fate),))


def _by_name(things: Any) -> dict[str, dict[str, Any]]:
    whole = [one if isinstance(one, dict) else {"name": str(one)} for one in things or ()]
    return {str(one.get("name", "")): one for one in whole}


_STEP: Final[Rules] = {
    "role": prose("step-role"),
    "expectations": listed("expectation"),
}
LEVEL: Final[Rules] = {
    **_STEP,
    "id": simple("level-id", ChangeClass.TYPO),
    "name": simple("level-renamed"),
    "value": simple("level-value", results=True),
}
GRADE: Final[Rules] = {
    **_STEP,
    "id": simple("grade-id", ChangeClass.TYPO),
    "name": simple("grade-renamed"),
    "level": _level,
    "required": _required,
}
POSITION: Final[Rules] = {
    **reasons("position"),
    "id": simple("position-id", ChangeClass.TYPO),
    "name": simple("position-renamed"),
    "reports_to": simple("position-place"),
    "next": simple("position-place"),
    "level": _level,
    "required": _required,
    "conditions": listed("condition"),
    "key_behaviours": _behaviours,
    "measures": _measures,
}
