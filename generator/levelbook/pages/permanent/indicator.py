"""An indicator's own page: where it stands, what it raises, how to quote it."""

from collections.abc import Iterable
from dataclasses import dataclass

from levelbook.components.actions_for import for_indicator
from levelbook.components.editor_notes import Remark, about, remarks
from levelbook.components.indicators import IndicatorRow, indicator_place, indicator_row, tags
from levelbook.components.level_chips import Chip, chip
from levelbook.components.links import Link, sequence_link
from levelbook.components.retired import Ended, remainder
from levelbook.model.competency import Competency, Indicator
from levelbook.model.handbook import Sequence
from levelbook.problems import Place
from levelbook.queries.index import Member
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.edit_places import place
from levelbook.site.links import LinkTarget
from levelbook.site.page import StandalonePage
from levelbook.site.related import related
from levelbook.text.inline import plain


@dataclass(frozen=True)
class RaisedIndicator:
    """An indicator below or above, linked by raising."""

    level: str
    """The name of its level."""
    line: IndicatorRow
    """The indicator."""


@dataclass(frozen=True)
class IndicatorView:
    """Everything on the page of an indicator."""

    code: str
    """Its code."""
    path: tuple[Link, ...]
    """Sequence, competency, level."""
    lead: str
    """Its lead word."""
    text: str
    """What it says."""
    tags: tuple[str, ...]
    """What is special about it, in words."""
    incomplete: str
    """What of it is missing."""
    chip: Chip | None
    """Its level."""
    mean: str
    """Competency and summary of the level."""
    here: Link
    """Where it stands among its like."""
    quote: str
    """How to quote it."""
    ended: Ended | None
    """Set where it has ended."""
    above: str
    """At which higher levels it holds, and of which that is not said."""
    raises: tuple[RaisedIndicator, ...]
    """What it raises, at lower levels."""
    raised_by: tuple[RaisedIndicator, ...]
    """What raises it, at higher levels."""
    ways: tuple[Link, ...]
    """The courses and practices for it."""
    siblings: tuple[IndicatorRow, ...]
    """The others of its cell."""
    siblings_note: str
    """Which cell, and how many in it."""
    number: str
    """Its number, as printed."""
    where: str
    """Its place in the source."""
    see: tuple[LinkTarget, ...]
    """Related things."""
    remarks: tuple[Remark, ...]
    """Editor's notes."""
    source: Place | None
    """Where it is edited."""


def page(ctx: Context, member: Member, one: Indicator, level: str) -> StandalonePage:
    """The page of an indicator, in force or ended."""
    sequence, competency = member
    end = one.retired or competency.retired
    siblings = _siblings(member, one, level) if not end else ()
    view = IndicatorView(
        code=one.code,
        path=_path(ctx, member, level),
        lead=ctx.text(one, "name"),
        text=ctx.marked(one, "text"),
        tags=tags(ctx, one),
        incomplete=ctx.marked(one, "incomplete"),
        chip=chip(ctx, sequence, level) if level else None,
        mean=_mean(ctx, competency, level),
        here=indicator_place(ctx, member, level, one),
        quote=_quote(ctx, member, one, level),
        ended=remainder(ctx, sequence, end) if end else None,
        above="" if end else _above(ctx, member, one, level),
        raises=_rungs(ctx, member, one.raises),
        raised_by=_rungs(ctx, member, _raised_by(competency, one)),
        ways=for_indicator(ctx, member, one.code) if not end else (),
        siblings=tuple(indicator_row(ctx, member, other) for other in siblings),
        siblings_note=_siblings_note(ctx, member, level, len(siblings) + 1),
        number=ctx.text(one, "number"),
        where=ctx.text(one, "where"),
        see=related(ctx, sequence, one, ctx.links.of_code(one.code)),
        remarks=(*remarks(ctx, sequence, one), *about(ctx, sequence, competency, one.code)),
        source=place(competency, one),
    )
    return StandalonePage(urls.permanent(one.code), f"{one.code} {plain(view.text)}", "indicator", view)


def _level(ctx: Context, sequence: Sequence, key: str) -> str:
    found = sequence.level(key)
    return ctx.name(found) if found else ""


def _path(ctx: Context, member: Member, level: str) -> tuple[Link, ...]:
    """Sequence, competency and level; what has ended is named but not linked."""
    sequence, competency = member
    links = [sequence_link(ctx, sequence)]
    page = "" if competency.retired else urls.competency(sequence, competency.id)
    links.append(Link(ctx.name(competency), page))
    name = _level(ctx, sequence, level)
    return (*links, Link(name, urls.level(sequence, level))) if name else tuple(links)


def _mean(ctx: Context, competency: Competency, level: str) -> str:
    cell = competency.cell(level)
    summary = ctx.text(cell, "summary") if cell else ctx.text(competency, "definition")
    name = ctx.name(competency)
    return ctx.words("indicator.mean", name=name, summary=summary) if summary else name


def _quote(ctx: Context, member: Member, one: Indicator, level: str) -> str:
    sequence, competency = member
    version = ctx.version()
    where = [
        ctx.sequence_name(sequence),
        ctx.name(competency),
        _level(ctx, sequence, level),
        one.code,
        ctx.words("indicator.version", version=version) if version else "",
        ctx.words("wording.quoted") if ctx.reworded(sequence) else "",
    ]
    return ctx.words("indicator.quote", text=ctx.text(one, "text"), where=ctx.clauses(where))


def _siblings(member: Member, one: Indicator, level: str) -> tuple[Indicator, ...]:
    _, competency = member
    cell = competency.cell(level)
    return tuple(other for other in (cell or competency).indicators if other is not one)


def _siblings_note(ctx: Context, member: Member, level: str, n: int) -> str:
    sequence, competency = member
    names = [ctx.name(competency), _level(ctx, sequence, level)]
    return ctx.clauses([*names, ctx.words("indicator.in_all", count=ctx.count("plain_indicator", n))])


def _above(ctx: Context, member: Member, one: Indicator, level: str) -> str:
    """At which higher levels it holds, and at which the source does not say whether it does."""
    sequence, _ = member
    rank = sequence.ranks.get(level, len(sequence.levels))
    higher = [] if sequence.head.unranked else sequence.levels[rank:]
    found = [(ctx.name(other), ctx.expectation(sequence, member, other.id)) for other in higher]
    holds = [name for name, standing in found if _says(standing.applies, one)]
    waiting = [name for name, standing in found if _says(standing.unsaid, one)]
    said = [ctx.words("indicator.holds", levels=ctx.series(holds)) if holds else ""]
    said.append(ctx.words("indicator.open", levels=ctx.series(waiting)) if waiting else "")
    return ctx.words("join.sentences").join(part for part in said if part)


def _says(list_: tuple[Indicator, ...], one: Indicator) -> bool:
    return any(other.words == one.words for other in list_)


def _raised_by(competency: Competency, one: Indicator) -> tuple[str, ...]:
    """The codes of the indicators that take its place."""
    return tuple(other.code for other in competency.every_live() if one.code in other.raises and other.code)


def _rungs(ctx: Context, member: Member, codes: Iterable[str]) -> tuple[RaisedIndicator, ...]:
    """The indicators of these codes, as far as they are in force, with their level."""
    sequence, competency = member
    found = ((competency.home(code), competency.indicator(code)) for code in codes)
    return tuple(
        RaisedIndicator(_level(ctx, sequence, home), indicator_row(ctx, member, one))
        for home, one in found
        if home and one
    )
