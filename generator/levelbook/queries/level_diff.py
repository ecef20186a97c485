"""What changes from one level of a competency to a higher one, as values.

Both levels are lists of demands, which are paired in passes, from certain to likely. Each pass takes out of the lists
what it has paired: what is the same, by code or letter for letter, whatever signs stand between; what the data say is
raised (`raises`); what is written again; what nobody linked but keeps most of the shorter wording, so that a sentence
that was made longer is one demand. What is left over is new, dropped, or, where the source does not tell, unsaid. The
order of the passes is the meaning: likeness never beats a link, nor a link identity.

Silence is the hard part. That a higher level does not repeat a demand means that it is dropped only where the source
says whether levels build on each other, and the cell is neither lost, blank nor incomplete; `_says_all` and
`_is_unknown` decide that. `unsaid` are demands of still lower levels of which it is not known whether they hold at
the lower one. They may be paired, but alone they are no change.

The lists are changed in place, except for rewording, which works on a joined copy: `matched` therefore looks once
more at what has been paired, by identity, as equal texts may stand in a list twice. Comparing words is expensive, so
`kept_of_shorter_at_most` sorts out first what cannot be near.
"""

from dataclasses import dataclass
from enum import StrEnum

from levelbook.model.competency import Cell, Competency, Indicator
from levelbook.model.handbook import Sequence
from levelbook.model.inheritance import expectation, lineage
from levelbook.model.sequence import Cumulative
from levelbook.text.terms import content_words
from levelbook.text.wording import Difference, Word, difference, kept_of_shorter_at_most

REWORDED_AT_LEAST = 0.65
"""Share of the shorter text that must stay for two unlinked indicators to be one demand in other words.

Held against the pairs of neighbouring levels that people marked as raised: of 154 it finds 84, with 2 wrong ones. A
share of both texts together loses sentences that were made longer: 0.6 of it found 72, with 3 wrong ones.
"""
_LEAST_WORDS = 2
"""That stay; one alone makes no demand."""


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
    lower, higher, unsaid = list(below.applies), list(above.applies), list(below.unsaid)
    changes = _take_same(ChangeKind.SAME, lower, higher) + _take_raised(competency, lower, unsaid, higher)
    changes += _take_same(ChangeKind.AGAIN, unsaid, higher) + _take_reworded(lower + unsaid, higher)
    matched = {id(indicator) for change in changes for indicator in change.before}
    only_above, only_below = _kinds_of_unmatched(sequence, below.cell, above.cell)
    changes += [Change(only_above, after=indicator) for indicator in higher]
    left = [indicator for indicator in lower if id(indicator) not in matched]
    changes += [Change(ChangeKind.DROPPED if one.holds else only_below, before=(one,)) for one in left]
    order = list(ChangeKind)
    return tuple(sorted(changes, key=lambda change: order.index(change.kind)))


def _kinds_of_unmatched(sequence: Sequence, low: Cell | None, high: Cell | None) -> tuple[ChangeKind, ChangeKind]:
    """What it means that only the higher level, or only the lower one, writes something."""
    if sequence.head.unranked:
        return ChangeKind.UNSAID, ChangeKind.UNSAID
    only_above = ChangeKind.UNSAID if low and _is_unknown(low) else ChangeKind.NEW
    return only_above, ChangeKind.DROPPED if _says_all(sequence, high) else ChangeKind.UNSAID


def _is_unknown(cell: Cell) -> bool:
    """Whether nothing is known of what is asked there."""
    return cell.reason is not None and not cell.not_required


def _says_all(sequence: Sequence, cell: Cell | None) -> bool:
    """Whether it is known that a level does not ask what it does not write."""
    if cell is None or cell.not_required:
        return True
    return sequence.head.cumulative is not Cumulative.UNSTATED and not _is_unknown(cell) and not cell.incomplete


def _take_same(kind: ChangeKind, lower: list[Indicator], higher: list[Indicator]) -> list[Change]:
    """Takes out of both lists what stays, by code or letter for letter."""
    changes = []
    for after in tuple(higher):
        before = next((indicator for indicator in lower if _is_same(indicator, after)), None)
        if before:
            lower.remove(before)
            higher.remove(after)
            changes.append(Change(kind, (before,), after))
    return changes


def _is_same(before: Indicator, after: Indicator) -> bool:
    return (bool(before.code) and before.code == after.code) or before.demand == after.demand


def _take_raised(
    competency: Competency, lower: list[Indicator], unsaid: list[Indicator], higher: list[Indicator]
) -> list[Change]:
    """Takes out what the data say is raised; one demand may be raised by several."""
    changes, raised = [], set()
    for after in tuple(higher):
        ancestors = lineage(competency, after)
        before = tuple(indicator for indicator in (*lower, *unsaid) if indicator.code in ancestors)
        if before:
            higher.remove(after)
            raised |= {indicator.code for indicator in before}
            changes.append(_with_marked_words(ChangeKind.RAISED, before, after))
    for indicators in (lower, unsaid):
        indicators[:] = [indicator for indicator in indicators if indicator.code not in raised]
    return changes


def _take_reworded(lower: list[Indicator], higher: list[Indicator]) -> list[Change]:
    """Takes out pairs that nobody linked, but whose wording is nearly the same; the closest first."""
    pairs = [(before, after) for before in lower for after in higher if _may_be_reworded(before, after)]
    compared = [(difference(before.words, after.words), before, after) for before, after in pairs]
    near = [pair for pair in compared if _is_reworded(pair[0])]
    changes = []
    for _, before, after in sorted(near, key=lambda pair: -pair[0].kept - pair[0].kept_of_shorter):
        if before in lower and after in higher:
            lower.remove(before)
            higher.remove(after)
            changes.append(_with_marked_words(ChangeKind.REWORDED, (before,), after))
    return changes


def _may_be_reworded(before: Indicator, after: Indicator) -> bool:
    return kept_of_shorter_at_most(before.words, after.words) >= REWORDED_AT_LEAST


def _is_reworded(found: Difference) -> bool:
    staying = sum(len(content_words(run.text)) for run in found.before if not run.changed)
    return found.kept_of_shorter >= REWORDED_AT_LEAST and staying >= _LEAST_WORDS


def _with_marked_words(kind: ChangeKind, before: tuple[Indicator, ...], after: Indicator) -> Change:
    """Words are compared with the nearest of the old texts."""
    compared = [difference(indicator.words, after.words) for indicator in before]
    nearest: Difference = max(compared, key=lambda each: each.kept)
    if nearest.rewritten and nearest.kept_of_shorter < REWORDED_AT_LEAST:
        return Change(kind, before, after, rewritten=True)
    at = compared.index(nearest)
    nearest_first = (before[at], *before[:at], *before[at + 1 :])
    return Change(kind, nearest_first, after, nearest.before, nearest.after)
