"""Indicators as lists show them: a line each, with what is special about it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from levelbook.components.facts import Margin, margin
from levelbook.components.links import Link
from levelbook.components.releases.coming import Coming, coming
from levelbook.localized.names import level_name
from levelbook.localized.releases import timeline
from levelbook.localized.sentences import Statement, statement
from levelbook.model.competency import Indicator
from levelbook.problems import Place
from levelbook.queries.index import Member
from levelbook.queries.remembered import remembered
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.edit_places import place


@dataclass(frozen=True)
class Raised:
    """A lower demand that an indicator takes the place of."""

    level: str
    """Name of the level at which it stands."""
    code: str
    short: str
    """The last part of the code."""


@dataclass(frozen=True)
class IndicatorRow:
    """An indicator as lists show it."""

    code: str
    """Its code, or nothing yet."""
    text: Statement
    """What it says; may hold a little inline Markdown."""
    lead: str
    """The word before the sentence that names what it is about."""
    anchor: str
    """Its id on this page, where this is its place."""
    raised: tuple[Raised, ...]
    """What it raises."""
    tags: tuple[str, ...]
    """What is special about it, in words."""
    source: Place | None
    """Where it is edited."""
    margin: Margin
    since: str = ""
    """The release in which its wording began; nothing where no release has changed anything, or none has had it yet."""
    coming: Coming | None = None
    """What becomes of it on a day ahead."""
    guidance: str = ""
    """What of the handbook's own is folded under it; nothing where there is none, or where lists leave it out."""


@dataclass(frozen=True)
class IndicatorIndexRow:
    """An indicator of the index."""

    indicator: Indicator
    level: str
    """The level's id."""
    place: Link
    """The competency, leading to where it stands."""
    level_name: str
    """The level's name."""


@dataclass(frozen=True)
class IndicatorIndexGroup:
    """The indicators of a sequence."""

    key: str
    """The sequence's id."""
    link: Link
    figures: str
    """How many indicators."""
    rows: tuple[IndicatorIndexRow, ...]
    """Its indicators, in the order of the tree, low levels first."""
    levels: tuple[tuple[str, str], ...]
    """What the level filter offers: value and name."""


def indicator_row(ctx: Context, member: Member, indicator: Indicator, anchored: bool = False) -> IndicatorRow:
    """An indicator as a line of a list; those with a code, most of which stand on many pages, are made once."""
    make = _row_of_code if indicator.code else _row
    return make(ctx, member, indicator, anchored)


def _row(ctx: Context, member: Member, indicator: Indicator, anchored: bool) -> IndicatorRow:
    owner, competency = member
    return IndicatorRow(
        code=indicator.code,
        text=statement(ctx, indicator),
        lead=ctx.text(indicator, "name"),
        anchor=indicator.code if anchored else "",
        raised=raised(ctx, member, indicator),
        tags=tags(ctx, indicator),
        source=place(competency, indicator),
        margin=margin(ctx, owner, indicator, here=ctx.links.of_code(indicator.code)),
        since=_since(ctx, indicator),
        coming=coming(ctx, indicator.code),
    )


def _since(ctx: Context, indicator: Indicator) -> str:
    times = timeline(ctx)
    return times.began(indicator.code, indicator.text) if times.has_changes else ""


_row_of_code = remembered(lambda member, indicator, anchored: (member[0].id, indicator.code, anchored))(_row)


def indicator_rows(
    ctx: Context, member: Member, indicators: Iterable[Indicator], anchored: bool = False
) -> tuple[IndicatorRow, ...]:
    """Indicators as lines."""
    return tuple(indicator_row(ctx, member, indicator, anchored) for indicator in indicators)


def shared_where(rows: tuple[IndicatorRow, ...]) -> tuple[tuple[IndicatorRow, ...], str]:
    """Lines without the place in the source that all of them share, and that place."""
    places = {row.margin.where for row in rows}
    if len(rows) < 2 or len(places) > 1:
        return rows, ""
    return tuple(replace(row, margin=replace(row.margin, where="")) for row in rows), places.pop()


def raised(ctx: Context, member: Member, indicator: Indicator) -> tuple[Raised, ...]:
    """What an indicator raises, with where it stands."""
    owner, competency = member
    homes = ((code, competency.home(code)) for code in indicator.raises)
    return tuple(Raised(level_name(ctx, owner, home), code, code.rpartition("-")[2]) for code, home in homes if home)


def tags(ctx: Context, indicator: Indicator) -> tuple[str, ...]:
    """What is special about an indicator, in words."""
    depth = ctx.text(indicator, "depth")
    negative = [ctx.words("indicator.negative")] if indicator.negative else []
    return tuple(negative + ([ctx.words("indicator.depth", depth=depth)] if depth else []))


def indicator_place(ctx: Context, member: Member, level_id: str, indicator: Indicator) -> Link:
    """Competency and level, leading to the line on the level's page."""
    owner, competency = member
    name = ctx.name(competency)
    level = owner.level(level_id)
    if level is None:
        address = urls.competency(owner, competency.id)
        return Link(name, f"{address}#{indicator.code}" if indicator.code else address)
    has_line = indicator.code and indicator in ctx.expectation(owner, member, level_id).new
    anchor = indicator.code if has_line else urls.competency_anchor(owner, owner, competency)
    return Link(f"{name}{ctx.words('join.label')}{ctx.name(level)}", f"{urls.level(owner, level_id)}#{anchor}")
