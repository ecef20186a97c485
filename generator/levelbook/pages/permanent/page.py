"""The pages behind the permanent codes of a sequence, in or out of force: a code never leads nowhere.

A code has one of three kinds of page. An indicator has a page of its own (`indicator`), retired or not, for no other
page is about one indicator alone, and a card beside it for frames of other sites. Whatever
else is in force is led on to where it stands (`forwarding`), so that a link
with its code outlives every change of addresses. What is retired keeps a page that says why and what is asked instead
(`components.retired`). Things that have no code yet have no page: `levelbook ids` gives them one.
"""

from collections.abc import Iterable, Iterator

from levelbook.components.retired import retired_thing
from levelbook.model.base import Retired
from levelbook.model.handbook import Sequence
from levelbook.model.position import Position
from levelbook.model.sequence import Grade, Group, Level
from levelbook.pages.permanent import growth
from levelbook.pages.permanent.forwarding import former_pages, forwarding_page
from levelbook.pages.permanent.indicator import indicator_pages
from levelbook.queries.coded import coded_thing
from levelbook.queries.codes import competency_code, item_codes, short_code
from levelbook.queries.index import Member
from levelbook.queries.indicators import every_indicator
from levelbook.site.context import Context
from levelbook.site.page import StandalonePage


def pages(ctx: Context, sequence: Sequence) -> Iterator[StandalonePage]:
    """All permanent pages of a sequence."""
    yield forwarding_page(ctx, sequence.code)
    yield from _steps_and_groups(ctx, sequence)
    yield from former_pages(ctx, sequence)
    for competency in sequence.all_competencies.values():
        yield from _competency(ctx, (sequence, competency))
    yield from growth.pages(ctx, sequence)


def _steps_and_groups(ctx: Context, sequence: Sequence) -> Iterator[StandalonePage]:
    """Levels, grades, groups and positions: their codes are made of their ids."""
    head, positions = sequence.head, sequence.all_positions.values()
    things: list[Level | Grade | Group | Position]
    things = [*head.levels, *head.grades, *_groups(head.groups), *positions]
    for thing in things:
        code = short_code(sequence, thing.id)
        retired = thing.retired
        yield _retired(ctx, code, retired) if retired else forwarding_page(ctx, code)


def _retired(ctx: Context, code: str, retired: Retired) -> StandalonePage:
    thing = coded_thing(ctx, code)
    assert thing is not None
    return retired_thing(ctx, thing, retired)


def _groups(groups: Iterable[Group]) -> Iterator[Group]:
    """All groups, retired ones too; what stands in a retired group is found at its own code."""
    for group in groups:
        yield group
        if not group.retired:
            yield from _groups(group.groups)


def _competency(ctx: Context, member: Member) -> Iterator[StandalonePage]:
    """A competency and its indicators."""
    sequence, competency = member
    code = competency_code(sequence, competency)
    if code and competency.retired:
        yield _retired(ctx, code, competency.retired)
    elif code:
        yield forwarding_page(ctx, code)
    levels = {indicator.code: level for level, cell in competency.levels.items() for indicator in cell.every_indicator}
    for indicator in every_indicator(competency):
        if indicator.code:
            yield from indicator_pages(ctx, member, indicator, levels.get(indicator.code, ""))
            yield from (forwarding_page(ctx, code) for code in item_codes(indicator))
