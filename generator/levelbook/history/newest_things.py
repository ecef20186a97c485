"""Everything of a handbook by the address of its facts, to find what is no fact beside them."""

from collections.abc import Iterator, Mapping

from levelbook.history.facts import action_address, indicator_address
from levelbook.model.base import Shape
from levelbook.model.competency import Competency
from levelbook.model.handbook import Handbook, Sequence
from levelbook.model.ledger import led_on
from levelbook.model.sequence import Group
from levelbook.queries.codes import answer_code, short_code


def newest_things(handbook: Handbook) -> Mapping[str, Shape]:
    """All things by address, and by each address that they had before."""
    things = dict(_things(handbook))
    for former in handbook.history.now:
        newer = led_on(former, handbook.history.now)[-1]
        if newer in things:
            things.setdefault(former, things[newer])
    return things


def _things(handbook: Handbook) -> Iterator[tuple[str, Shape]]:
    yield from ((f"family:{family.id}", family) for family in handbook.head.families)
    yield from ((f"scale:{key}", scale) for key, scale in handbook.scales.items())
    yield from ((f"concept:{key}", concept) for key, concept in handbook.concepts.items())
    for sequence in handbook.sequences.values():
        yield from _in_sequence(sequence)


def _in_sequence(sequence: Sequence) -> Iterator[tuple[str, Shape]]:
    yield sequence.code, sequence.head
    for step in (*sequence.head.levels, *sequence.head.grades):
        yield short_code(sequence, step.id), step
    yield from ((short_code(sequence, group.id), group) for group in _groups(sequence.head.groups))
    yield from ((short_code(sequence, one.id), one) for one in sequence.all_positions.values())
    for competency in sequence.all_competencies.values():
        yield from _in_competency(answer_code(sequence, competency), competency)
    for action in sequence.actions.actions if sequence.actions else ():
        yield action_address(sequence, action), action
    for sort in sequence.actions.types if sequence.actions else ():
        yield f"{sequence.code}:type:{sort.id}", sort
    for reading in sequence.weights.readings if sequence.weights else ():
        yield f"{sequence.code}:reading:{reading.id}", reading


def _groups(groups: tuple[Group, ...]) -> Iterator[Group]:
    for group in groups:
        yield group
        yield from _groups(group.groups)


def _in_competency(code: str, competency: Competency) -> Iterator[tuple[str, Shape]]:
    yield code, competency
    yield from ((indicator_address(code, one), one) for one in competency.every_indicator)
    for level, cell in competency.levels.items():
        yield f"{code}@{level}", cell
        yield from ((indicator_address(code, one), one) for one in cell.every_indicator)
