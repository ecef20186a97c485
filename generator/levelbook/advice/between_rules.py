"""What can be said of sentences by what others ask."""

from collections.abc import Iterator
from dataclasses import dataclass

from levelbook.advice.dropped import dropped_clauses
from levelbook.advice.rarity import Rarity
from levelbook.advice.sentence_rules import Finding, size
from levelbook.advice.word_lists import lists_for
from levelbook.model.advice import AdviceCode
from levelbook.model.competency import Cell, Competency, Indicator
from levelbook.model.handbook import Handbook, Sequence
from levelbook.model.sequence import Cumulative

_THIN_BELOW = 0.5
"""Share of what the level below says."""


@dataclass(frozen=True)
class Home:
    """Where an indicator stands."""

    sequence: Sequence
    competency: Competency
    level: str
    indicator: Indicator


def homes(handbook: Handbook) -> Iterator[Home]:
    """Every indicator in force with its place, in the order of the files."""
    for sequence in handbook.sequences.values():
        for competency in sequence.competencies.values():
            for indicator in competency.indicators:
                yield Home(sequence, competency, "", indicator)
            for level in sequence.levels:
                cell = competency.cell(level.id)
                for indicator in cell.indicators if cell else ():
                    yield Home(sequence, competency, level.id, indicator)


def said_again(handbook: Handbook) -> Iterator[tuple[Home, Finding]]:
    """Sentences that stand elsewhere in the sequence, letter for letter: each is told at its second place."""
    first: dict[tuple[str, str], Home] = {}
    for home in homes(handbook):
        before = first.setdefault((home.sequence.id, home.indicator.demand), home)
        if before is home or not home.indicator.code or not before.indicator.code:
            continue
        same = before.competency is home.competency
        code = AdviceCode.SAME_LEVELS if same else AdviceCode.SAME_COMPETENCIES
        yield home, Finding(code, facts={"other": before.indicator.code})


def dropped(rarity: Rarity, home: Home) -> Iterator[Finding]:
    """What a raised sentence asks that neither this one nor another of its level asks any more."""
    competency = home.competency
    cell = competency.cell(home.level)
    beside = [indicator.words for indicator in cell.indicators] if cell else [home.indicator.words]
    for code in home.indicator.raises:
        lower = competency.indicator(code)
        parts = dropped_clauses(rarity, lower.words, beside) if lower else ()
        if parts:
            yield Finding(AdviceCode.RAISE_DROPS, facts={"other": code, "parts": parts})


def thin(sequence: Sequence, competency: Competency) -> Iterator[tuple[str, Finding]]:
    """The highest level, where it says far less than the one below and does not build on it."""
    if sequence.head.cumulative is Cumulative.YES or sequence.head.unranked:
        return
    written = [level.id for level in sequence.levels if competency.cell(level.id)]
    if len(written) < 2:
        return
    top, below = competency.levels[written[-1]], competency.levels[written[-2]]
    if all(_says_all(cell) for cell in (top, below)) and _length(top) < _THIN_BELOW * _length(below):
        yield written[-1], Finding(AdviceCode.TOP_THIN, facts={"n": _length(top), "below": _length(below)})


def _says_all(cell: Cell) -> bool:
    return bool(cell.indicators) and not (cell.same_as or cell.reason or cell.incomplete or cell.open_ended)


def _length(cell: Cell) -> int:
    return sum(size(indicator.words, lists_for(indicator.words)) for indicator in cell.indicators)
