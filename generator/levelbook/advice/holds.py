"""Which sentences a competency repeats word for word from level to level: the lowest could say up to where it holds.

A repeat is offered where saying it once would ask the same of everybody at every level, with nothing lost that only the
repeat says. That is tried on the competency as it would be, and not reasoned about: whatever else bears on a level
(`same_as`, `raises`, what a source leaves open) is in the answer. All others are told with what stands in the way.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final, TypeVar

from levelbook.advice.raises import Written
from levelbook.model.advice import AdviceCode
from levelbook.model.base import Retired, Shape
from levelbook.model.competency import Cell, Competency, Indicator
from levelbook.model.handbook import Sequence
from levelbook.model.inheritance import expectation
from levelbook.model.note_kinds import Kind
from levelbook.model.sequence import Cumulative

S = TypeVar("S", Indicator, Cell, Competency)


class Hurdle(StrEnum):
    """What stands in the way of saying a sentence once."""

    UNCODED = "uncoded"
    """One of them has no code, so that nothing can lead from it or to it."""
    DIFFERS = "differs"
    """A repeat says more than its words: a note, a translation, items, guidance, what it raises."""
    CHANGES = "changes"
    """Something else would be asked at some level."""


@dataclass(frozen=True)
class RepeatedSentence:
    """A sentence of one competency, and the levels right above that repeat it."""

    sequence: Sequence
    competency: Competency
    first: Written
    repeats: tuple[Written, ...]
    until: str
    """The last level at which it would hold."""
    hurdle: Hurdle | None = None

    @property
    def every(self) -> tuple[Written, ...]:
        """All places in which it is written, low to high."""
        return (self.first, *self.repeats)


_SAME: Final = ("name", "negative", "depth", "incomplete", "guidance")
"""What two sentences must share besides their words."""


def may_hold(sequence: Sequence) -> bool:
    """Whether an indicator of a sequence may say up to which level it holds."""
    return not sequence.head.unranked and sequence.head.cumulative is not Cumulative.YES and len(sequence.levels) > 1


def repeated(sequence: Sequence) -> tuple[RepeatedSentence, ...]:
    """What a sequence repeats, in the order of its files; nothing where nobody may say up to where something holds."""
    if not may_hold(sequence):
        return ()
    return tuple(one for competency in sequence.competencies.values() for one in _repeated(sequence, competency))


def _repeated(sequence: Sequence, competency: Competency) -> Iterator[RepeatedSentence]:
    places: dict[str, list[Written]] = {}
    for rank, level in enumerate(sequence.levels, 1):
        cell = competency.cell(level.id)
        for indicator in cell.indicators if cell else ():
            places.setdefault(indicator.demand, []).append(Written(level.id, rank, indicator))
    for written in places.values():
        for run in _runs(sequence, written):
            until = sequence.levels[max(_reach(sequence, one) for one in run) - 1].id
            found = RepeatedSentence(sequence, competency, run[0], tuple(run[1:]), until)
            yield replace(found, hurdle=_hurdle(found))


def _runs(sequence: Sequence, written: list[Written]) -> Iterator[list[Written]]:
    """Places at levels right above each other, two or more; those that somebody keeps on purpose are left out."""
    run: list[Written] = []
    for one in (*(one for one in written if not _kept(one.indicator)), None):
        if run and (one is None or one.rank > max(_reach(sequence, other) for other in run) + 1):
            if len(run) > 1:
                yield run
            run = []
        if one and not (run and run[-1].rank == one.rank):
            run.append(one)


def _reach(sequence: Sequence, one: Written) -> int:
    """How high the last level is at which it says that it holds."""
    return max(one.rank, sequence.ranks.get(one.indicator.holds or "", 0))


def _kept(indicator: Indicator) -> bool:
    return any(note.kind is Kind.ACCEPTED and AdviceCode.SAME_LEVELS in note.about for note in indicator.notes)


def _hurdle(found: RepeatedSentence) -> Hurdle | None:
    if not all(one.indicator.code for one in found.every):
        return Hurdle.UNCODED
    if any(_says_more(found.first.indicator, one.indicator) for one in found.repeats):
        return Hurdle.DIFFERS
    sequence, before, after = found.sequence, found.competency, _said_once(found)
    return None if asked(sequence, before) == asked(sequence, after) else Hurdle.CHANGES


def _says_more(first: Indicator, repeat: Indicator) -> bool:
    """Whether something would be seen no more once the repeat has ended."""
    own = any(getattr(first, key) != getattr(repeat, key) for key in _SAME)
    items = [item.text for item in first.items] != [item.text for item in repeat.items]
    told = any(not note.for_tools for note in repeat.notes) or bool({*repeat.raises} - {*first.raises})
    return own or items or told or not _twins(repeat).items() <= _twins(first).items()


def _twins(indicator: Indicator) -> dict[tuple[str, ...], str]:
    parts: tuple[tuple[str, Shape], ...] = (("", indicator), *((item.letter, item) for item in indicator.items))
    return {(letter, *key): text for letter, part in parts for key, text in part.twins.items()}


def asked(sequence: Sequence, competency: Competency) -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """What a competency asks at each level of its sequence, and of what is not said whether it is asked."""
    expected = ((level.id, expectation(sequence, competency, level.id)) for level in sequence.levels)
    return {level: (_demands(one.applies), _demands(one.unsaid)) for level, one in expected}


def _demands(indicators: Iterable[Indicator]) -> frozenset[str]:
    return frozenset(indicator.demand for indicator in indicators)


def _said_once(found: RepeatedSentence) -> Competency:
    """The competency as it would be."""
    first, codes = found.first.indicator, {one.indicator.code for one in found.repeats}
    ended = Retired(why=".", replaced_by=(first.code,))

    def changed(indicator: Indicator) -> Indicator:
        if indicator is first:
            return _with(indicator, holds=found.until)
        if indicator.code in codes:
            return _with(indicator, retired=ended)
        raised = tuple(dict.fromkeys(first.code if code in codes else code for code in indicator.raises))
        return _with(indicator, raises=raised) if raised != indicator.raises else indicator

    cells = {
        level: _with(cell, every_indicator=tuple(map(changed, cell.every_indicator)))
        for level, cell in found.competency.levels.items()
    }
    return _with(found.competency, levels=cells)


def _with(shape: S, **other: Any) -> S:
    """A copy with something else in it, and without what was worked out of the original."""
    values = {name: getattr(shape, name) for name in type(shape).model_fields}
    return type(shape).model_construct(shape.model_fields_set, **(values | other))
