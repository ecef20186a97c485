"""Which competencies share a concept, and which sequences take one over."""

from levelbook.model.handbook import Concept, Sequence
from levelbook.queries.index import HandbookIndex, Member


def live_concepts(index: HandbookIndex) -> tuple[tuple[Concept, tuple[Member, ...]], ...]:
    """The concepts in force that something belongs to, each with it."""
    concepts = (concept for concept in index.handbook.concepts.values() if not concept.retired)
    pairs = ((concept, index.concepts.get(concept.id, ())) for concept in concepts)
    return tuple((concept, members) for concept, members in pairs if members)


def borrowers(index: HandbookIndex, member: Member) -> tuple[Sequence, ...]:
    """The other sequences in whose tree a competency stands."""
    owner, competency = member
    address = f"{owner.id}/{competency.id}"
    others = (sequence for sequence in index.handbook.sequences.values() if sequence.id != owner.id)
    return tuple(other for other in others if any(address in group.competencies for _, group in other.groups()))
