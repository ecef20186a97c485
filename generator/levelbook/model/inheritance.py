"""What holds for a competency at a level: what is written there, what is inherited from where, and what is open."""

from collections.abc import Iterable
from dataclasses import dataclass

from levelbook.model.competency import Cell, Competency, Indicator
from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Cumulative


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
    """The competency."""
    level: str
    """The level's id."""
    cell: Cell | None
    """The cell; none where the competency has no levels."""
    new: tuple[Indicator, ...]
    """What this level is the first to ask."""
    inherited: tuple[Inherited, ...]
    """What holds on from lower levels, the nearest first."""
    open: tuple[Inherited, ...] = ()
    """What lower levels wrote and this one does not write again, where the source does not say whether it holds."""

    @property
    def applies(self) -> tuple[Indicator, ...]:
        """Everything that applies here, as far as the source says."""
        return self.new + tuple(one for source in self.inherited for one in source.indicators)

    @property
    def unsaid(self) -> tuple[Indicator, ...]:
        """Everything of which the source does not say whether it applies here."""
        return tuple(one for source in self.open for one in source.indicators)


def expectation(sequence: Sequence, competency: Competency, level: str) -> Expectation:
    """What holds for a competency at a level of its sequence."""
    cell = competency.cell(level)
    if cell is None:
        return Expectation(competency, level, None, competency.indicators, ())
    known = {one.words for lower in _below(sequence, level) for one in _written(competency, lower)}
    new = tuple(one for one in cell.indicators if one.words not in known)
    held = _held(competency, level, _sources(sequence, competency, level), {one.words for one in new})
    shown = {one.words for source in held for one in source.indicators}
    again = [one for one in cell.indicators if one.words in known and one.words not in shown]
    inherited = _with_repeated(sequence, competency, level, held, again)
    said = {one.words for one in new} | {one.words for source in inherited for one in source.indicators}
    return Expectation(competency, level, cell, new, inherited, _open(sequence, competency, level, said))


def home(competency: Competency, indicator: Indicator) -> str:
    """The level in whose cell an indicator is written; nothing where it is written for all levels."""
    found = (key for key, cell in competency.levels.items() if any(one is indicator for one in cell.indicators))
    return next(found, "")


def lineage(competency: Competency, indicator: Indicator) -> frozenset[str]:
    """The codes of all indicators that an indicator takes the place of, however far down."""
    found: set[str] = set()
    waiting = list(indicator.raises)
    while waiting:
        code = waiting.pop()
        if code not in found:
            found.add(code)
            lower = competency.indicator(code)
            waiting.extend(lower.raises if lower else ())
    return frozenset(found)


def _held(competency: Competency, level: str, sources: tuple[str, ...], seen: set[str]) -> list[Inherited]:
    """What each source still holds; a text stands once, where it was asked first."""
    taken = _raised(competency, (level, *sources))
    held = []
    for source in reversed(sources):
        written = _written(competency, source)
        still = tuple(one for one in written if one.code not in taken and one.words not in seen)
        seen |= {one.words for one in still}
        if written:
            held.append(Inherited(source, still, sum(one.code in taken for one in written)))
    return held[::-1]


def _open(sequence: Sequence, competency: Competency, level: str, said: set[str]) -> tuple[Inherited, ...]:
    """What lower levels wrote of which this one says nothing, neither that it holds nor that it does not."""
    cell = competency.cell(level)
    if sequence.head.cumulative is not Cumulative.UNSTATED or (cell and cell.not_required):
        return ()
    below = tuple(reversed(_below(sequence, level)))
    return tuple(one for one in _held(competency, level, below, said) if one.indicators)


def _sources(sequence: Sequence, competency: Competency, level: str) -> tuple[str, ...]:
    """The levels whose indicators hold here, the nearest first."""
    cell = competency.cell(level)
    if sequence.head.cumulative is Cumulative.YES:
        return () if cell and cell.not_required else tuple(reversed(_below(sequence, level)))
    chain: list[str] = []
    while cell and cell.same_as and cell.same_as not in (level, *chain):
        chain.append(cell.same_as)
        cell = competency.cell(cell.same_as)
    return tuple(chain)


def _below(sequence: Sequence, level: str) -> tuple[str, ...]:
    """The lower levels, low to high; none where the order of levels ranks nothing."""
    if sequence.head.unranked:
        return ()
    ids = [one.id for one in sequence.levels]
    return tuple(ids[: ids.index(level)]) if level in ids else ()


def _written(competency: Competency, level: str) -> tuple[Indicator, ...]:
    cell = competency.cell(level)
    return cell.indicators if cell else ()


def _raised(competency: Competency, levels: Iterable[str]) -> frozenset[str]:
    """The codes that indicators of these levels take the place of."""
    return frozenset(
        code for level in levels for one in _written(competency, level) for code in lineage(competency, one)
    )


def _with_repeated(
    sequence: Sequence, competency: Competency, level: str, held: list[Inherited], again: list[Indicator]
) -> tuple[Inherited, ...]:
    """Adds what this level says again in the words of a lower one, as held on from where it was asked first."""
    by_level = {one.level: one for one in held}
    for lower in _below(sequence, level):
        texts = {one.words for one in _written(competency, lower)}
        mine = tuple(one for one in again if one.words in texts)
        again = [one for one in again if one.words not in texts]
        if mine:
            known = by_level.get(lower, Inherited(lower, ()))
            by_level[lower] = Inherited(lower, known.indicators + mine, known.raised)
    return tuple(sorted(by_level.values(), key=lambda one: -sequence.ranks[one.level]))
