"""Which sentences of a competency are likely to ask more of the same as one of a lower level.

Levels are walked upwards. At each, every sentence meets those of up to three levels below that nothing has taken the
place of yet; the likeliest pairs are taken first, each lower sentence once. Equal sentences are never a raise: they
are told apart and meet nothing else, since whoever repeats a sentence means it to hold on.

What a person has said wins: a sentence that something raises already is not offered again, and a pair that was refused
(`notes: kind: refused`, on either of the two) never is.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from levelbook.advice.likeness import likeness
from levelbook.advice.rarity import Rarity
from levelbook.model.competency import Competency, Indicator
from levelbook.model.handbook import Sequence
from levelbook.model.note_kinds import Kind

LIKELY: Final = 0.4
"""From here on pairs may be accepted together: 94 of 100 were right."""
OFFERED: Final = 0.26
"""From here on pairs are offered, one by one."""
DOUBTFUL: Final = 0.2
"""From here on pairs are offered where all are asked for; most of them are wrong."""
_SECOND: Final = 0.5
"""From here on one sentence may raise a second one."""
_LEVEL_SKIPPED: Final = 0.05
_FARTHEST: Final = 3
"""In levels."""
_LEAST_SHARED: Final = 8.0


@dataclass(frozen=True)
class Written:
    """A sentence and where it stands."""

    level: str
    rank: int
    """How high the level is, from 1."""
    indicator: Indicator

    @property
    def called(self) -> str:
        """Its code, or its words where it has none yet."""
        return self.indicator.code or self.indicator.words


@dataclass(frozen=True)
class SentencePair:
    """Two sentences of one competency, the second of a higher level."""

    competency: Competency
    lower: Written
    higher: Written
    score: float = 1.0
    """How likely the higher one raises the lower; 1 where they are equal."""


@dataclass(frozen=True)
class Suggestions:
    """What is offered of a sequence."""

    raises: tuple[SentencePair, ...] = ()
    """The likeliest first."""
    equal: tuple[SentencePair, ...] = ()
    """Sentences that a higher level repeats letter for letter, in the order of the files."""


@dataclass
class _Search:
    """One competency, level by level."""

    rarity: Rarity
    competency: Competency
    least: float
    open: list[Written] = field(default_factory=list)
    """Lower sentences that nothing has taken the place of."""
    raises: list[SentencePair] = field(default_factory=list)
    equal: list[SentencePair] = field(default_factory=list)

    def meet(self, sentences: list[Written]) -> None:
        """Pairs the sentences of the next level with those below, and keeps them for the levels above."""
        again = self._take_equal(sentences)
        new = [one for one in sentences if id(one.indicator) not in again]
        self._take_likely(new)
        self.open += sentences

    def _take_equal(self, sentences: list[Written]) -> set[int]:
        """Notes which sentences say again what a lower one says; these two meet nothing else."""
        again = set()
        for higher in sentences:
            same = [lower for lower in self.open if lower.indicator.demand == higher.indicator.demand]
            if same:
                self.equal.append(SentencePair(self.competency, same[-1], higher))
                again.add(id(higher.indicator))
                self.open = [lower for lower in self.open if lower not in same]
        return again

    def _take_likely(self, sentences: list[Written]) -> None:
        pairs = [pair for lower in self.open for higher in sentences for pair in self._pair(lower, higher)]
        pairs.sort(key=lambda pair: (-pair.score, pair.lower.called, pair.higher.called))
        taken, raising = set[int](), {id(one.indicator) for one in sentences if one.indicator.raises}
        for pair in pairs:
            lower, higher = id(pair.lower.indicator), id(pair.higher.indicator)
            if lower not in taken and (higher not in raising or pair.score >= _SECOND):
                taken.add(lower)
                raising.add(higher)
                self.raises.append(pair)
        self.open = [lower for lower in self.open if id(lower.indicator) not in taken]

    def _pair(self, lower: Written, higher: Written) -> Iterator[SentencePair]:
        """The two as a pair, where they may be one."""
        skipped = higher.rank - lower.rank - 1
        old, new = lower.indicator, higher.indicator
        if skipped >= _FARTHEST or not old.code or old.negative != new.negative or refused(old, new):
            return
        found = likeness(self.rarity, old.words, new.words)
        score = found.score - _LEVEL_SKIPPED * skipped
        if score >= self.least and found.shared >= _LEAST_SHARED:
            yield SentencePair(self.competency, lower, higher, score)


def refused(lower: Indicator, higher: Indicator) -> bool:
    """Whether a person has said that one does not raise the other."""
    sides = ((lower, higher.code), (higher, lower.code))
    return any(
        note.kind is Kind.REFUSED and code in note.about
        for indicator, code in sides
        if code
        for note in indicator.notes
    )


def suggestions(rarity: Rarity, sequence: Sequence, least: float = OFFERED) -> Suggestions:
    """What is offered of a sequence; nothing where the order of its levels ranks nothing."""
    if sequence.head.unranked:
        return Suggestions()
    searches = [_search(rarity, sequence, competency, least) for competency in sequence.competencies.values()]
    raises = [pair for search in searches for pair in search.raises]
    raises.sort(key=lambda pair: (-pair.score, pair.lower.called, pair.higher.called))
    return Suggestions(tuple(raises), tuple(pair for search in searches for pair in search.equal))


def _search(rarity: Rarity, sequence: Sequence, competency: Competency, least: float) -> _Search:
    search = _Search(rarity, competency, least)
    raised = {code for indicator in competency.every_live() for code in indicator.raises}
    for rank, level in enumerate(sequence.levels, 1):
        cell = competency.cell(level.id)
        search.open = [one for one in search.open if one.indicator.code not in raised]
        search.meet([Written(level.id, rank, indicator) for indicator in (cell.indicators if cell else ())])
    return search
