"""What holds for a competency at a level: what is written there, what is inherited from where, and what is open.

A sequence says whether lower levels hold on (`cumulative`: yes, no, or the source does not say), a cell may say so for
one other level (`same_as`) or go by the wording of its own (`as_level`), and an indicator may say up to which level it
holds itself (`holds`) and take the place of lower ones (`raises`). This module turns all of it into one answer per
competency and level, `Expectation`. Pages and checklists agree on what applies to somebody because they take it from
here; a cell alone only says what is written at its level.

The rules behind it: an indicator stands once, at the level that asked it first, also where a higher level writes the
same words again; sources therefore are walked from the lowest up, and shown from the nearest down. What is raised is
counted but not shown. Wordings are compared without their marks (`Indicator.words`), codes only where one indicator
replaces another, since indicators without a code yet have none in common. Where levels rank nothing (`unranked`) there
is no lower level at all, and `same_as` alone inherits. Where everything holds on, `holds` has nothing to add; an
indicator with it is never open above, since it has said how far it goes.

It breaks where sources are walked in another order, since what was seen below decides what is new above; and chains of
`same_as` or `raises` may be circles, because a handbook with mistakes is read too: both loops remember where they were.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from levelbook.model.base import Entry
from levelbook.model.competency import Cell, Competency, Indicator
from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Cumulative

_Source = tuple[str, tuple[Indicator, ...]]
"""A level with what of it holds at another."""


@dataclass(frozen=True)
class Inherited:
    """What still holds of a lower level, or may hold."""

    level: str
    """The level in whose cell it is written."""
    indicators: tuple[Indicator, ...]
    """The indicators, in their order."""
    raised: int = 0
    """How many of that level were raised since, and are not shown twice."""


@dataclass(frozen=True)
class Expectation:
    """A competency at a level."""

    competency: Competency
    level: str
    cell: Cell | None
    """None where the competency has no levels."""
    new: tuple[Indicator, ...]
    """What this level is the first to ask."""
    inherited: tuple[Inherited, ...]
    """What holds on from lower levels, the nearest first."""
    open: tuple[Inherited, ...] = ()
    """What lower levels wrote and this one does not write again, where the source does not say whether it holds."""
    by_level: tuple[Entry, ...] = ()
    """What the level itself expects, whatever the competency, where that is what is asked here."""

    @property
    def applies(self) -> tuple[Indicator, ...]:
        """Everything that applies here, as far as the source says."""
        return self.new + tuple(indicator for source in self.inherited for indicator in source.indicators)

    @property
    def unsaid(self) -> tuple[Indicator, ...]:
        """Everything of which the source does not say whether it applies here."""
        return tuple(indicator for source in self.open for indicator in source.indicators)


def expectation(sequence: Sequence, competency: Competency, level: str) -> Expectation:
    """What holds for a competency at a level of its sequence."""
    cell = competency.cell(level)
    if cell is None:
        return Expectation(competency, level, None, competency.indicators, ())
    known_below = {indicator.demand for lower in _below(sequence, level) for indicator in _written(competency, lower)}
    new = tuple(indicator for indicator in cell.indicators if indicator.demand not in known_below)
    held = _held(competency, level, _sources(sequence, competency, level), {indicator.demand for indicator in new})
    shown = {indicator.demand for source in held for indicator in source.indicators}
    again = [
        indicator for indicator in cell.indicators if indicator.demand in known_below and indicator.demand not in shown
    ]
    inherited = _with_repeated(sequence, competency, level, held, again)
    applying = (*new, *(indicator for source in inherited for indicator in source.indicators))
    settled = {indicator.demand for indicator in applying}
    unsaid = _open(sequence, competency, level, settled)
    return Expectation(competency, level, cell, new, inherited, unsaid, _by_level(sequence, cell, level))


def _by_level(sequence: Sequence, cell: Cell, level: str) -> tuple[Entry, ...]:
    step = sequence.level(level) if cell.as_level else None
    return step.expectations if step else ()


def home(competency: Competency, indicator: Indicator) -> str:
    """The level in whose cell an indicator is written; nothing where it is written for all levels."""
    found = (key for key, cell in competency.levels.items() if any(written is indicator for written in cell.indicators))
    return next(found, "")


def lineage(competency: Competency, indicator: Indicator) -> frozenset[str]:
    """The codes of all indicators that an indicator takes the place of, however far down."""
    codes: set[str] = set()
    waiting = list(indicator.raises)
    while waiting:
        code = waiting.pop()
        if code not in codes:
            codes.add(code)
            lower = competency.indicator(code)
            waiting.extend(lower.raises if lower else ())
    return frozenset(codes)


def _held(competency: Competency, level: str, sources: tuple[_Source, ...], seen: set[str]) -> list[Inherited]:
    """What each source still holds; a text stands once, where it was asked first."""
    taken = _raised(competency, (level, *(source for source, _ in sources)))
    held = []
    for source, written in reversed(sources):
        remaining = tuple(one for one in written if one.code not in taken and one.demand not in seen)
        seen |= {indicator.demand for indicator in remaining}
        if written:
            held.append(Inherited(source, remaining, sum(indicator.code in taken for indicator in written)))
    return held[::-1]


def _open(sequence: Sequence, competency: Competency, level: str, settled: set[str]) -> tuple[Inherited, ...]:
    """What lower levels wrote of which this one says nothing, neither that it holds nor that it does not."""
    cell = competency.cell(level)
    if sequence.head.cumulative is not Cumulative.UNSTATED or (cell and cell.not_required):
        return ()
    written = ((lower, _written(competency, lower)) for lower in reversed(_below(sequence, level)))
    below = tuple((lower, tuple(one for one in indicators if not one.holds)) for lower, indicators in written)
    return tuple(inherited for inherited in _held(competency, level, below, settled) if inherited.indicators)


def _sources(sequence: Sequence, competency: Competency, level: str) -> tuple[_Source, ...]:
    """What is written at other levels and holds here, unless raised; the nearest level first."""
    cell = competency.cell(level)
    if cell and cell.not_required:
        return ()
    if sequence.head.cumulative is Cumulative.YES:
        return tuple((lower, _written(competency, lower)) for lower in reversed(_below(sequence, level)))
    chain: list[str] = []
    while cell and cell.same_as and cell.same_as not in (level, *chain):
        chain.append(cell.same_as)
        cell = competency.cell(cell.same_as)
    whole = {source: _written(competency, source) for source in chain}
    lasting = _lasting(sequence, competency, (level, *chain))
    if not lasting:
        return tuple(whole.items())
    return tuple(sorted((lasting | whole).items(), key=lambda source: -sequence.ranks.get(source[0], 0)))


def _lasting(sequence: Sequence, competency: Competency, levels: tuple[str, ...]) -> dict[str, tuple[Indicator, ...]]:
    """What lower levels wrote that says itself that it holds up to one of these levels, by where it is written."""
    found: dict[str, tuple[Indicator, ...]] = {}
    for level in levels:
        for lower in _below(sequence, level):
            between = [one for one in sequence.ranks if _is_between(sequence, one, lower, level)]
            taken = _raised(competency, between)
            found[lower] = found.get(lower, ()) + tuple(
                one
                for one in _written(competency, lower)
                if holds_at(sequence, lower, one, level) and one.code not in taken and one not in found.get(lower, ())
            )
    return {lower: indicators for lower, indicators in found.items() if indicators}


def holds_at(sequence: Sequence, home: str, indicator: Indicator, level: str) -> bool:
    """Whether an indicator says itself that it holds at a level above the one where it is written."""
    last = sequence.ranks.get(indicator.holds or "", 0)
    return sequence.ranks.get(home, 0) < sequence.ranks.get(level, 0) <= last


def _is_between(sequence: Sequence, level: str, above: str, up_to: str) -> bool:
    return sequence.ranks[above] < sequence.ranks[level] <= sequence.ranks[up_to]


def _below(sequence: Sequence, level: str) -> tuple[str, ...]:
    """The lower levels, low to high; none where the order of levels ranks nothing."""
    if sequence.head.unranked:
        return ()
    ids = [lower.id for lower in sequence.levels]
    return tuple(ids[: ids.index(level)]) if level in ids else ()


def _written(competency: Competency, level: str) -> tuple[Indicator, ...]:
    cell = competency.cell(level)
    return cell.indicators if cell else ()


def _raised(competency: Competency, levels: Iterable[str]) -> frozenset[str]:
    """The codes that indicators of these levels take the place of."""
    return frozenset(
        code for level in levels for indicator in _written(competency, level) for code in lineage(competency, indicator)
    )


def _with_repeated(
    sequence: Sequence, competency: Competency, level: str, held: list[Inherited], again: list[Indicator]
) -> tuple[Inherited, ...]:
    """Adds what this level says again in the words of a lower one, as held on from where it was asked first."""
    by_level = {source.level: source for source in held}
    for lower in _below(sequence, level):
        texts = {indicator.demand for indicator in _written(competency, lower)}
        asked_first = tuple(indicator for indicator in again if indicator.demand in texts)
        again = [indicator for indicator in again if indicator.demand not in texts]
        if asked_first:
            source = by_level.get(lower, Inherited(lower, ()))
            by_level[lower] = Inherited(lower, source.indicators + asked_first, source.raised)
    return tuple(sorted(by_level.values(), key=lambda source: -sequence.ranks[source.level]))
