"""Advice on the wording of a whole handbook: what is worth another look, where, and what people have answered.

A person keeps a wording by a note of the kind `accepted` that names the advice. It holds for the wording that it was
given for: where it says which (`wording`, a mark), for that one; where it does not, until a text that a release has
published is changed. Then it is asked again, with the reason that was given.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from levelbook.advice.between_rules import dropped, homes, said_again, thin
from levelbook.advice.rarity import Rarity, rarity
from levelbook.advice.sentence_rules import Finding, known_words, of_sentence, sentences_of
from levelbook.model.advice import SWITCHED_OFF, AdviceCode
from levelbook.model.base import Named, Note, Topic
from levelbook.model.competency import Competency, Indicator
from levelbook.model.handbook import Handbook, Sequence
from levelbook.model.note_kinds import Kind
from levelbook.text.wording import fingerprint


@dataclass(frozen=True)
class WordingAdvice:
    """A piece of advice, and where."""

    finding: Finding
    sequence: Sequence
    competency: Competency
    level: str
    """Nothing where the competency has no levels."""
    indicator: Indicator | None
    """None where the level as a whole is meant."""
    letter: str = ""
    """Of the item that is meant; nothing where the whole indicator is."""
    again: Note | None = None
    """The answer that was given for another wording."""

    @property
    def mark(self) -> str:
        """What the wording is known by."""
        return fingerprint(self.indicator.text) if self.indicator else ""


def wording_advice(handbook: Handbook, changed_only: bool) -> Iterator[WordingAdvice]:
    """All advice that nobody has answered; only on what no release has published so, where that is asked for."""
    telling = rarity(handbook)
    for advice in _every(handbook, telling):
        if advice.finding.code in SWITCHED_OFF or (changed_only and not _is_changed(handbook, advice)):
            continue
        answers = _answers(advice)
        if not any(_holds(handbook, note, advice.indicator) for note in answers):
            yield replace(advice, again=answers[-1] if answers else None)


def changed_sentences(handbook: Handbook) -> int:
    """How many sentences stand there that no release has published so."""
    return sum(_is_new(handbook, home.indicator) for home in homes(handbook))


def _every(handbook: Handbook, telling: Rarity) -> Iterator[WordingAdvice]:
    """What all rules say, by competency, then by sentence."""
    known = known_words(_names(handbook))
    again: dict[int, list[Finding]] = {}
    for home, finding in said_again(handbook):
        again.setdefault(id(home.indicator), []).append(finding)
    for home in homes(handbook):
        alone = [(one.letter, found) for one in sentences_of(home.indicator) for found in of_sentence(one, known)]
        whole = [("", found) for found in (*dropped(telling, home), *again.get(id(home.indicator), ()))]
        order = list(AdviceCode)
        for letter, finding in sorted((*alone, *whole), key=lambda pair: order.index(pair[1].code)):
            yield WordingAdvice(finding, home.sequence, home.competency, home.level, home.indicator, letter)
    for sequence in handbook.sequences.values():
        for competency in sequence.competencies.values():
            for level, finding in thin(sequence, competency):
                yield WordingAdvice(finding, sequence, competency, level, None)


def _names(handbook: Handbook) -> Iterator[str]:
    """What the glossary explains: concepts and competencies, by all their names."""
    for concept in handbook.concepts.values():
        yield from (concept.id, *_called(concept), *concept.also_said)
    for sequence in handbook.sequences.values():
        for competency in sequence.competencies.values():
            yield from _called(competency)


def _called(thing: Named) -> Iterable[str]:
    aliases: tuple[Topic, ...] = thing.aliases
    return (thing.name, *thing.twins.values(), *(alias.name for alias in aliases))


def _is_changed(handbook: Handbook, advice: WordingAdvice) -> bool:
    if advice.indicator:
        return _is_new(handbook, advice.indicator)
    cell = advice.competency.levels[advice.level]
    return any(_is_new(handbook, indicator) for indicator in cell.indicators)


def _is_new(handbook: Handbook, indicator: Indicator) -> bool:
    """Whether the last release had the sentence otherwise, or not at all."""
    fact = handbook.history.published.get(indicator.code) if indicator.code else None
    return fact is None or fact.get("text") != indicator.text or tuple(fact.get("raises", ())) != indicator.raises


def _answers(advice: WordingAdvice) -> tuple[Note, ...]:
    """What people have answered to this advice, for whatever wording."""
    owner = advice.indicator or advice.competency.levels[advice.level]
    return tuple(note for note in owner.notes if note.kind is Kind.ACCEPTED and advice.finding.code in note.about)


def _holds(handbook: Handbook, note: Note, indicator: Indicator | None) -> bool:
    """Whether an answer was given for the wording that stands there now, as far as can be told."""
    if indicator is None:
        return True
    if note.wording:
        return note.wording == fingerprint(indicator.text)
    fact = handbook.history.published.get(indicator.code) if indicator.code else None
    return fact is None or fact.get("text") == indicator.text
