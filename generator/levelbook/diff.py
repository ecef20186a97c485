"""What changes from one level of a competency to a higher one, as values."""

from dataclasses import dataclass
from enum import StrEnum

from levelbook.model.competency import Competency, Indicator
from levelbook.model.handbook import Sequence
from levelbook.model.standing import holds, lineage
from levelbook.wording import Difference, Word, difference

REWORDED_AT_LEAST = 0.6
"""Share of a text that must stay for two unlinked indicators to be one demand in other words."""


class ChangeKind(StrEnum):
    """What became of a demand, in the order in which changes are shown."""

    RAISED = "raised"
    REWORDED = "reworded"
    NEW = "new"
    SAME = "same"
    DROPPED = "dropped"


@dataclass(frozen=True)
class Change:
    """What became of one demand."""

    kind: ChangeKind
    """What happened to it."""
    before: tuple[Indicator, ...] = ()
    """What the lower level asks; several where one raises them all."""
    after: Indicator | None = None
    """What the higher level asks."""
    before_words: tuple[Word, ...] = ()
    """The old text in runs, where words are marked."""
    after_words: tuple[Word, ...] = ()
    """The new text in runs, where words are marked."""
    rewritten: bool = False
    """Whether so little stays that no words are marked."""


def level_changes(sequence: Sequence, competency: Competency, low: str, high: str) -> tuple[Change, ...]:
    """What changes for a competency between two levels of its sequence, raised demands first."""
    lower, higher = list(holds(sequence, competency, low)), list(holds(sequence, competency, high))
    changes = _same(lower, higher) + _raised(competency, lower, higher) + _reworded(lower, higher)
    changes += [Change(ChangeKind.NEW, after=one) for one in higher]
    changes += [Change(ChangeKind.DROPPED, before=(one,)) for one in lower]
    order = list(ChangeKind)
    return tuple(sorted(changes, key=lambda change: order.index(change.kind)))


def _same(lower: list[Indicator], higher: list[Indicator]) -> list[Change]:
    """Takes out of both lists what stays, by code or letter for letter."""
    changes = []
    for after in tuple(higher):
        before = next((one for one in lower if _is(one, after)), None)
        if before:
            lower.remove(before)
            higher.remove(after)
            changes.append(Change(ChangeKind.SAME, (before,), after))
    return changes


def _is(one: Indicator, other: Indicator) -> bool:
    return (bool(one.code) and one.code == other.code) or one.words == other.words


def _raised(competency: Competency, lower: list[Indicator], higher: list[Indicator]) -> list[Change]:
    """Takes out what the data say is raised; one demand may be raised by several."""
    changes, used = [], set()
    for after in tuple(higher):
        line = lineage(competency, after)
        before = tuple(one for one in lower if one.code in line)
        if before:
            higher.remove(after)
            used |= {one.code for one in before}
            changes.append(_marked(ChangeKind.RAISED, before, after))
    lower[:] = [one for one in lower if one.code not in used]
    return changes


def _reworded(lower: list[Indicator], higher: list[Indicator]) -> list[Change]:
    """Takes out pairs that nobody linked, but whose wording is nearly the same; the closest first."""
    pairs = [(difference(old.words, new.words).kept, old, new) for old in lower for new in higher]
    changes = []
    for kept, old, new in sorted(pairs, key=lambda pair: -pair[0]):
        if kept >= REWORDED_AT_LEAST and old in lower and new in higher:
            lower.remove(old)
            higher.remove(new)
            changes.append(_marked(ChangeKind.REWORDED, (old,), new))
    return changes


def _marked(kind: ChangeKind, before: tuple[Indicator, ...], after: Indicator) -> Change:
    """Words are compared with the nearest of the old texts."""
    compared = [difference(one.words, after.words) for one in before]
    nearest: Difference = max(compared, key=lambda one: one.kept)
    if nearest.rewritten:
        return Change(kind, before, after, rewritten=True)
    at = compared.index(nearest)
    ordered = (before[at], *before[:at], *before[at + 1 :])
    return Change(kind, ordered, after, nearest.before, nearest.after)
