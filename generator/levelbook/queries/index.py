"""A handbook with what is asked of it again and again, each looked up once.

The model holds what the files say, in the shape of the files: things name each other by addresses (`achievement`,
`sales/achievement`) and codes. Everything above the model wants the things themselves. This class turns the one into
the other, and is what all layers from here on pass around; `LocalizedHandbook` and `Context` extend it by words and
by pages.

Two sequences are easily confused. The *owner* of a competency is the sequence whose folder it stands in; the *reader*
is the sequence that is looked at, whose tree may borrow it. A `Member` carries the owner, because codes, addresses
and kinds are the owner's; `expectation` and `changes` take the reader too, because levels are the reader's. Mixing
them up shows only where one sequence borrows from another.

A handbook never changes, so look-ups are cached for good: one that is loaded again gets another index. Competencies
that have been retired are not found here; `Sequence.all_competencies` has them.
"""

from collections.abc import Hashable
from typing import Any

from levelbook.model.competency import Competency, Measure
from levelbook.model.handbook import Concept, Handbook, Sequence
from levelbook.model.inheritance import Expectation, expectation
from levelbook.model.sequence import Group
from levelbook.queries.codes import competency_code
from levelbook.queries.level_diff import Change, level_changes
from levelbook.queries.remembered import remembered
from levelbook.tracing import lazily

Member = tuple[Sequence, Competency]
"""A competency with the sequence it belongs to, which may be another than the reader's."""


class HandbookIndex:
    """The handbook with its look-ups."""

    def __init__(self, handbook: Handbook) -> None:
        """Look nothing up yet."""
        self.handbook = handbook
        self.memory: dict[Hashable, Any] = {}
        """What `remembered` keeps."""

    def members(self, sequence: Sequence, group: Group) -> tuple[Member, ...]:
        """The competencies that stand in a group itself, borrowed ones too."""
        members = (self.handbook.competency(sequence, address) for address in group.competencies)
        return tuple(member for member in members if member)

    def all_members(self, sequence: Sequence) -> tuple[Member, ...]:
        """All competencies of a sequence's tree, in its order."""
        return tuple(member for _, group in sequence.groups() for member in self.members(sequence, group))

    def member(self, sequence: Sequence, address: str) -> Member | None:
        """The competency that an address or a code names, seen from a sequence."""
        return self.handbook.competency(sequence, address) or self._by_code.get(address)

    def home(self, sequence: Sequence | None, address: str) -> tuple[Sequence | None, str]:
        """The sequence in which an address has its thing, and the thing's id there."""
        if address in self._by_code:
            owner, competency = self._by_code[address]
            return owner, competency.id
        owner_id, slash, key = address.rpartition("/")
        return (self.handbook.sequences.get(owner_id) if slash else sequence), key

    @remembered(lambda reader, member, level: (reader.id, member[0].id, member[1].id, level))
    def expectation(self, reader: Sequence, member: Member, level: str) -> Expectation:
        """What holds for a competency at a level of the reader's sequence."""
        return expectation(reader, member[1], level)

    @remembered(lambda reader, member, low, high: (reader.id, member[0].id, member[1].id, low, high))
    def changes(self, reader: Sequence, member: Member, low: str, high: str) -> tuple[Change, ...]:
        """What changes for a competency between two levels."""
        return level_changes(reader, member[1], low, high)

    @lazily
    def concepts(self) -> dict[str, tuple[Member, ...]]:
        """The competencies in force of each concept, in the order of the sequences."""
        members: dict[str, list[Member]] = {}
        for sequence in self.handbook.sequences.values():
            for competency in sequence.competencies.values():
                for concept in competency.concepts if not sequence.head.retired else ():
                    members.setdefault(concept, []).append((sequence, competency))
        return {concept: tuple(sharing) for concept, sharing in members.items()}

    def concepts_of(self, competency: Competency) -> tuple[Concept, ...]:
        """The concepts in force that a competency belongs to, the first one first."""
        named = (self.handbook.concepts.get(key) for key in competency.concepts)
        return tuple(concept for concept in named if concept and not concept.retired)

    def by_exam(self, member: Member) -> bool:
        """Whether a competency is found out by an exam alone: subjects, no cells."""
        owner, competency = member
        return owner.measure(competency) is Measure.EXAM and not competency.levels and not competency.indicators

    def reworded(self, sequence: Sequence) -> bool:
        """Whether a sequence's texts are the editors' own words for what its source says."""
        source = sequence.head.source
        if source is None:
            return False
        return self.handbook.head.reworded if source.reworded is None else source.reworded

    def written_here(self, sequence: Sequence | None) -> bool:
        """Whether a sequence has no source, as its handbook was written here; of none, whether no sequence has."""
        asked = self.handbook.sequences.values() if sequence is None else (sequence,)
        return all(one.head.source is None for one in asked)

    def version(self) -> str:
        """The number of the newest release, or nothing."""
        release = self.handbook.release
        return release.version if release else ""

    @lazily
    def _by_code(self) -> dict[str, Member]:
        """Competencies in force by their whole codes."""
        return {
            competency_code(sequence, competency): (sequence, competency)
            for sequence in self.handbook.sequences.values()
            for competency in sequence.competencies.values()
            if competency.code
        }
