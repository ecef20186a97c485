"""Where the addresses written in the data lead on the site."""

from collections.abc import Iterator
from dataclasses import dataclass

from levelbook.model.competency import Competency, Indicator
from levelbook.model.handbook import Handbook, Sequence
from levelbook.plan import addresses


@dataclass(frozen=True)
class Target:
    """A thing that can be linked."""

    name: str
    """What the link says."""
    address: str
    """Where it leads; empty where the thing has no page."""


class Places:
    """All things of a handbook by code, and by what the data may write for them."""

    def __init__(self, handbook: Handbook, language: str) -> None:
        """Note down every code of the handbook."""
        self._handbook = handbook
        self._language = language
        self._codes = dict(self._all())

    def of_code(self, code: str) -> Target | None:
        """What a permanent code names."""
        return self._codes.get(code)

    def find(self, sequence: Sequence | None, address: str) -> Target | None:
        """What an address of the data names, seen from a sequence."""
        if address in self._codes:
            return self._codes[address]
        before, at, step = address.partition("@")
        owner_id, slash, key = before.rpartition("/")
        owner = self._handbook.sequences.get(owner_id) if slash else sequence
        if owner is None:
            return None
        found = self._codes.get(owner.code) if not key else self._by_id(owner, key)
        return self._at(owner, found, step) if found and at else found

    def _by_id(self, owner: Sequence, key: str) -> Target | None:
        competency = owner.all_competencies.get(key)
        if competency:
            return Target(competency.said("name", self._language), addresses.competency(owner, key))
        position = owner.all_positions.get(key)
        if position:
            return Target(position.said("name", self._language), "")
        return self._codes.get(addresses.short_code(owner, key))

    def _at(self, owner: Sequence, found: Target, step: str) -> Target:
        level = owner.level(step)
        if level is None:
            return found
        name = f"{found.name} {level.said('name', self._language)}"
        return Target(name, f"{found.address}#{addresses.level_anchor(step)}")

    def _all(self) -> Iterator[tuple[str, Target]]:
        for sequence in self._handbook.sequences.values():
            yield sequence.code, Target(sequence.head.said("name", self._language), addresses.sequence(sequence))
            yield from self._steps(sequence)
            for competency in sequence.all_competencies.values():
                yield from self._of_competency(sequence, competency)

    def _steps(self, sequence: Sequence) -> Iterator[tuple[str, Target]]:
        for level in sequence.levels:
            target = Target(level.said("name", self._language), addresses.level(sequence, level.id))
            yield addresses.short_code(sequence, level.id), target
        for grade in sequence.grades:
            target = Target(grade.said("name", self._language), addresses.grade(sequence, grade.id))
            yield addresses.short_code(sequence, grade.id), target
        for _, group in sequence.groups():
            target = Target(group.said("name", self._language), addresses.group(sequence, group.id))
            yield addresses.short_code(sequence, group.id), target

    def _of_competency(self, sequence: Sequence, competency: Competency) -> Iterator[tuple[str, Target]]:
        code = addresses.competency_code(sequence, competency)
        if code and not competency.retired:
            yield code, Target(competency.said("name", self._language), addresses.competency(sequence, competency.id))
        for indicator in every_indicator(competency):
            if indicator.code:
                yield indicator.code, Target(indicator.code, addresses.permanent(indicator.code))


def every_indicator(competency: Competency) -> Iterator[Indicator]:
    """All indicators of a competency, ended ones too."""
    yield from competency.every_indicator
    for cell in competency.levels.values():
        yield from cell.every_indicator
