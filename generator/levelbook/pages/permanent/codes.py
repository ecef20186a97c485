"""The pages behind the permanent codes of a sequence: of indicators, of what has ended, and pages that forward."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from levelbook.components.retired import of_code
from levelbook.model.handbook import Sequence
from levelbook.model.position import Position
from levelbook.model.sequence import Grade, Group, Level
from levelbook.pages.permanent import indicator
from levelbook.queries.codes import competency_code, short_code
from levelbook.queries.index import Member
from levelbook.queries.indicators import every_indicator
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.links import LinkTarget
from levelbook.site.page import StandalonePage


@dataclass(frozen=True)
class ForwardView:
    """A page that leads on."""

    code: str
    target: LinkTarget
    say: str
    """Why one is led on."""


def pages(ctx: Context, sequence: Sequence) -> Iterator[StandalonePage]:
    """All permanent pages of a sequence."""
    yield forwarding(ctx, sequence.code)
    head = sequence.head
    positions = sequence.all_positions.values()
    steps: list[Level | Grade | Group | Position] = [*head.levels, *head.grades, *_every_group(head.groups), *positions]
    for step in steps:
        code = short_code(sequence, step.id)
        yield of_code(ctx, sequence, code, step, step.retired) if step.retired else forwarding(ctx, code)
    for competency in sequence.all_competencies.values():
        yield from _of_competency(ctx, (sequence, competency))


def _every_group(groups: Iterable[Group]) -> Iterator[Group]:
    """All groups, ended ones too; what stands in an ended group is found at its own code."""
    for group in groups:
        yield group
        if not group.retired:
            yield from _every_group(group.groups)


def _of_competency(ctx: Context, member: Member) -> Iterator[StandalonePage]:
    sequence, competency = member
    code = competency_code(sequence, competency)
    if code and competency.retired:
        yield of_code(ctx, sequence, code, competency, competency.retired)
    elif code:
        yield forwarding(ctx, code)
    levels = {one.code: key for key, cell in competency.levels.items() for one in cell.every_indicator}
    for one in every_indicator(competency):
        if one.code:
            yield indicator.page(ctx, member, one, levels.get(one.code, ""))


def forwarding(ctx: Context, code: str) -> StandalonePage:
    """The page of a code that leads on to the page of its thing."""
    target = ctx.links.of_code(code)
    assert target is not None
    view = ForwardView(code, target, ctx.words("forward.say", code=code))
    return StandalonePage(urls.permanent(code), target.name, "forward", view)
