"""What is offered: the sequences that are meant, each with its likely raises and equal sentences."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from levelbook.advice.raises import DOUBTFUL, LIKELY, OFFERED, SentencePair, suggestions
from levelbook.advice.rarity import Rarity
from levelbook.model.advice import AdviceCode
from levelbook.model.competency import Indicator
from levelbook.model.handbook import Handbook, Sequence
from levelbook.model.note_kinds import Kind


@dataclass(frozen=True)
class Offer:
    """What is offered of one sequence."""

    sequence: Sequence
    likely: tuple[SentencePair, ...]
    """May be accepted together, the likeliest first."""
    single: tuple[SentencePair, ...]
    """One by one."""
    equal: tuple[SentencePair, ...]
    """Repeated letter for letter, and nobody has said why."""
    marked: int
    """How many sentences say already what they raise."""
    uncoded: int
    """How many have no code, so that nothing can say that it raises them."""

    @property
    def empty(self) -> bool:
        """Whether nothing is offered."""
        return not (self.likely or self.single or self.equal)


def offers(rarity: Rarity, sequences: tuple[Sequence, ...], everything: bool) -> tuple[Offer, ...]:
    """What is offered of each sequence; also what is most likely wrong, where everything is asked for."""
    return tuple(_offer(rarity, sequence, DOUBTFUL if everything else OFFERED) for sequence in sequences)


def _offer(rarity: Rarity, sequence: Sequence, least: float) -> Offer:
    found, written = suggestions(rarity, sequence, least), tuple(_every_live(sequence))
    return Offer(
        sequence=sequence,
        likely=tuple(pair for pair in found.raises if pair.score >= LIKELY),
        single=tuple(pair for pair in found.raises if pair.score < LIKELY),
        equal=tuple(pair for pair in found.equal if not _kept(pair)),
        marked=sum(bool(indicator.raises) for indicator in written),
        uncoded=sum(not indicator.code for indicator in written),
    )


def _every_live(sequence: Sequence) -> Iterator[Indicator]:
    for competency in sequence.competencies.values():
        yield from competency.every_live()


def _kept(pair: SentencePair) -> bool:
    """Whether a person has said that the higher level repeats the sentence on purpose."""
    notes = (*pair.lower.indicator.notes, *pair.higher.indicator.notes)
    return any(note.kind is Kind.ACCEPTED and AdviceCode.SAME_LEVELS in note.about for note in notes)


def find_sequence(handbook: Handbook, name: str) -> Sequence | None:
    """The sequence that somebody names, by id, code or name."""
    every = handbook.sequences.values()
    return next((one for one in every if _normal(name) in map(_normal, (one.id, one.code, one.name))), None)


def _normal(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())
