"""The pages behind the permanent codes of a sequence: of indicators, of what has ended, and pages that forward."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from levelbook.model.handbook import Sequence
from levelbook.model.position import Position
from levelbook.model.sequence import Grade, Group, Level
from levelbook.plan import addresses, indicator
from levelbook.plan.desk import Desk, Member
from levelbook.plan.gone import of_code
from levelbook.plan.page import Light
from levelbook.plan.places import Target, every_indicator


@dataclass(frozen=True)
class ForwardView:
    """A page that leads on."""

    code: str
    """The code."""
    target: Target
    """Where to."""
    say: str
    """Why one is led on."""


def pages(desk: Desk, sequence: Sequence) -> Iterator[Light]:
    """All permanent pages of a sequence."""
    yield forwarding(desk, sequence.code)
    head = sequence.head
    positions = sequence.all_positions.values()
    steps: list[Level | Grade | Group | Position] = [*head.levels, *head.grades, *_every_group(head.groups), *positions]
    for step in steps:
        code = addresses.short_code(sequence, step.id)
        yield of_code(desk, sequence, code, step, step.retired) if step.retired else forwarding(desk, code)
    for competency in sequence.all_competencies.values():
        yield from _of_competency(desk, (sequence, competency))


def _every_group(groups: Iterable[Group]) -> Iterator[Group]:
    """All groups, ended ones too; what stands in an ended group is found at its own code."""
    for group in groups:
        yield group
        if not group.retired:
            yield from _every_group(group.groups)


def _of_competency(desk: Desk, member: Member) -> Iterator[Light]:
    sequence, competency = member
    code = addresses.competency_code(sequence, competency)
    if code and competency.retired:
        yield of_code(desk, sequence, code, competency, competency.retired)
    elif code:
        yield forwarding(desk, code)
    levels = {one.code: key for key, cell in competency.levels.items() for one in cell.every_indicator}
    for one in every_indicator(competency):
        if one.code:
            yield indicator.page(desk, member, one, levels.get(one.code, ""))


def forwarding(desk: Desk, code: str) -> Light:
    """The page of a code that leads on to the page of its thing."""
    target = desk.places.of_code(code)
    assert target is not None
    view = ForwardView(code, target, desk.words("forward.say", code=code))
    return Light(addresses.permanent(code), target.name, "forward", view)
