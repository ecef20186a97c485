"""What changes from one level of a competency to a higher one, as values."""

from dataclasses import dataclass
from enum import StrEnum

from levelbook.model.competency import Cell, Competency, Indicator
from levelbook.model.handbook import Sequence
from levelbook.model.inheritance import expectation, lineage
from levelbook.model.sequence import Cumulative
from levelbook.text.wording import Difference, Word, difference, likeness_at_most

REWORDED_AT_LEAST = 0.6
"""Share of a text that must stay for two unlinked indicators to be one demand in other words."""


class ChangeKind(StrEnum):
    """What became of a demand, in the order in which changes are shown."""

    RAISED = "raised"
    REWORDED = "reworded"
    NEW = "new"
    AGAIN = "again"
    """The higher level writes again what a level below both wrote; of the lower one the source does not say it."""
    SAME = "same"
    UNSAID = "unsaid"
    """One level writes it; whether the other asks it too, the source does not say."""
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
    below, above = expectation(sequence, competency, low), expectation(sequence, competency, high)
    lower, higher, earlier = list(below.applies), list(above.applies), list(below.unsaid)
    changes = _same(ChangeKind.SAME, lower, higher) + _raised(competency, lower, earlier, higher)
    changes += _same(ChangeKind.AGAIN, earlier, higher) + _reworded(lower + earlier, higher)
    matched = {id(one) for change in changes for one in change.before}
    fresh, gone = _alone(sequence, below.cell, above.cell)
    changes += [Change(fresh, after=one) for one in higher]
    changes += [Change(gone, before=(one,)) for one in lower if id(one) not in matched]
    order = list(ChangeKind)
    return tuple(sorted(changes, key=lambda change: order.index(change.kind)))


def _alone(sequence: Sequence, low: Cell | None, high: Cell | None) -> tuple[ChangeKind, ChangeKind]:
    """What it means that only the higher level, or only the lower one, writes something."""
    if sequence.head.unranked:
        return ChangeKind.UNSAID, ChangeKind.UNSAID
    fresh = ChangeKind.UNSAID if low and _silent(low) else ChangeKind.NEW
    return fresh, ChangeKind.DROPPED if _says_all(sequence, high) else ChangeKind.UNSAID


def _silent(cell: Cell) -> bool:
    """Whether nothing is known of what is asked there."""
    return cell.reason is not None and not cell.not_required


def _says_all(sequence: Sequence, cell: Cell | None) -> bool:
    """Whether it is known that a level does not ask what it does not write."""
    if cell is None or cell.not_required:
        return True
    return sequence.head.cumulative is not Cumulative.UNSTATED and not _silent(cell) and not cell.incomplete


def _same(kind: ChangeKind, lower: list[Indicator], higher: list[Indicator]) -> list[Change]:
    """Takes out of both lists what stays, by code or letter for letter."""
    changes = []
    for after in tuple(higher):
        before = next((one for one in lower if _is(one, after)), None)
        if before:
            lower.remove(before)
            higher.remove(after)
            changes.append(Change(kind, (before,), after))
    return changes


def _is(one: Indicator, other: Indicator) -> bool:
    return (bool(one.code) and one.code == other.code) or one.words == other.words


def _raised(
    competency: Competency, lower: list[Indicator], earlier: list[Indicator], higher: list[Indicator]
) -> list[Change]:
    """Takes out what the data say is raised; one demand may be raised by several."""
    changes, used = [], set()
    for after in tuple(higher):
        line = lineage(competency, after)
        before = tuple(one for one in (*lower, *earlier) if one.code in line)
        if before:
            higher.remove(after)
            used |= {one.code for one in before}
            changes.append(_marked(ChangeKind.RAISED, before, after))
    for known in (lower, earlier):
        known[:] = [one for one in known if one.code not in used]
    return changes


def _reworded(lower: list[Indicator], higher: list[Indicator]) -> list[Change]:
    """Takes out pairs that nobody linked, but whose wording is nearly the same; the closest first."""
    near = [(old, new) for old in lower for new in higher if _may_be_near(old, new)]
    pairs = [(difference(old.words, new.words).kept, old, new) for old, new in near]
    changes = []
    for kept, old, new in sorted(pairs, key=lambda pair: -pair[0]):
        if kept >= REWORDED_AT_LEAST and old in lower and new in higher:
            lower.remove(old)
            higher.remove(new)
            changes.append(_marked(ChangeKind.REWORDED, (old,), new))
    return changes


def _may_be_near(old: Indicator, new: Indicator) -> bool:
    return likeness_at_most(old.words, new.words) >= REWORDED_AT_LEAST


def _marked(kind: ChangeKind, before: tuple[Indicator, ...], after: Indicator) -> Change:
    """Words are compared with the nearest of the old texts."""
    compared = [difference(one.words, after.words) for one in before]
    nearest: Difference = max(compared, key=lambda one: one.kept)
    if nearest.rewritten:
        return Change(kind, before, after, rewritten=True)
    at = compared.index(nearest)
    ordered = (before[at], *before[:at], *before[at + 1 :])
    return Change(kind, ordered, after, nearest.before, nearest.after)
