"""An indicator's own page: where it stands, how it rises level by level, how to quote it; and its card for a frame.

It is what slides, course pages and training systems link to, so it stands by itself: outside the theme, at an address
made of nothing but the code, with a page for the retired too. What a retired indicator shows is its text and what is
asked instead; higher levels, its neighbours and the actions for it would be read as if it were in force.

At a higher level an indicator is known by its wording and not by its code: a level that writes it again has a code of
its own for it.
"""

from dataclasses import dataclass, replace

from levelbook.components.actions_for import for_indicator
from levelbook.components.editor_notes import about
from levelbook.components.facts import Margin, margin
from levelbook.components.guidance.blocks import GuidanceBlock, guidance_block
from levelbook.components.indicators import IndicatorRow, indicator_place, indicator_row, tags
from levelbook.components.level_chips import Chip, chip
from levelbook.components.links import Link, sequence_link
from levelbook.components.releases.coming import Coming, coming
from levelbook.components.releases.quoting import Quotation, began, origin_of, quotation
from levelbook.components.retired import Retirement, retirement
from levelbook.components.rise import RiseStep, rise
from levelbook.localized.sentences import Statement, signed, statement
from levelbook.model.competency import Indicator
from levelbook.model.handbook import Sequence
from levelbook.pages.permanent.past import PastRow, past_rows
from levelbook.problems import Place
from levelbook.queries.coded import coded_things
from levelbook.queries.codes import answer_code
from levelbook.queries.index import Member
from levelbook.queries.remembered import asked_once
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.edit_places import place
from levelbook.site.page import StandalonePage


@dataclass(frozen=True)
class IndicatorView:
    """Everything on the page of an indicator."""

    code: str
    competency: str
    """The code of its competency."""
    path: tuple[Link, ...]
    """Sequence, level, competency."""
    lead: str
    """Its lead word."""
    text: Statement
    """What it says, with the items that ended."""
    said: str
    """The same as one sentence in plain words."""
    tags: tuple[str, ...]
    """What is special about it, in words."""
    chip: Chip | None
    """Its level."""
    short_title: str
    """Its code with level and sequence, as previews of links call it."""
    place: Link
    """Where it stands among its like."""
    quote: Quotation
    """How to quote it."""
    pinned: str
    """The address of its wording as it is; nothing where no release has it yet."""
    pinned_id: str
    """The same behind `id/`, for scripts that know where the site stands."""
    qr: str
    """The picture of its address."""
    coming: Coming | None
    """What becomes of it on a day ahead."""
    past: tuple[PastRow, ...]
    """What releases did to it, newest first; nothing where there is one wording only."""
    past_note: str
    """How many wordings it has had."""
    retired: Retirement | None
    """Set where it is retired."""
    above: str
    """At which higher levels it holds, and of which that is not said."""
    rise: tuple[RiseStep, ...]
    """The same behaviour at lower and higher levels."""
    covered_by: tuple[Link, ...]
    """The courses and practices that name it."""
    touched_by: tuple[Link, ...]
    """Those for its level, its competency or a group above, which may teach it or not."""
    siblings: tuple[IndicatorRow, ...]
    """The others of its cell."""
    siblings_note: str
    """Which cell, and how many in it."""
    guidance: GuidanceBlock | None
    """What the handbook adds to it of its own."""
    around: GuidanceBlock | None
    """What the handbook adds to the whole cell and its competency."""
    around_name: str
    """What that is about."""
    margin: Margin
    source: Place | None
    """Where it is edited."""


@dataclass(frozen=True)
class CardView:
    """An indicator in a frame of another site, such as a course's page."""

    code: str
    title: str
    """Its code with level and sequence."""
    lead: str
    """Its lead word."""
    text: Statement
    """What it says."""
    chip: Chip | None
    """Its level."""
    origin: str
    """Sequence, level and competency."""
    place: str
    """Where it stands among its like; nothing where it is retired."""
    page: str
    """The address of its page."""
    retired: Retirement | None
    """Set where it is retired."""


@asked_once(lambda member, indicator, level: (member[0].id, member[1].id, indicator.code))
def indicator_pages(ctx: Context, member: Member, indicator: Indicator, level: str) -> tuple[StandalonePage, ...]:
    """The page of an indicator, in force or retired, that is written at a level or for all of them; and its card."""
    view = _view(ctx, member, indicator, level)
    page = StandalonePage(urls.permanent(view.code), f"{view.code} {view.said}", "indicator", view)
    card = CardView(
        code=view.code,
        title=view.short_title,
        lead=view.lead,
        text=signed(ctx, indicator),
        chip=view.chip,
        origin=ctx.words("card.between").join(step.text for step in view.path),
        place="" if view.retired else view.place.address,
        page=urls.permanent(view.code),
        retired=view.retired,
    )
    return page, StandalonePage(urls.card(view.code), view.short_title, "card", card)


def _view(ctx: Context, member: Member, indicator: Indicator, level: str) -> IndicatorView:
    sequence, competency = member
    code, thing = indicator.code, coded_things(ctx).of_code(indicator.code)
    retired = thing.retired if thing else None
    since, past = began(ctx, code, indicator.text), past_rows(ctx, code)
    siblings = _siblings(member, indicator, level) if not retired else ()
    covering, touching = for_indicator(ctx, member, indicator.code) if not retired else ((), ())
    return IndicatorView(
        code=code,
        competency=answer_code(*member),
        path=_path(ctx, member, level),
        lead=ctx.text(indicator, "name"),
        text=statement(ctx, indicator, ended=True),
        said=ctx.text(indicator, "text"),
        tags=tags(ctx, indicator),
        chip=chip(ctx, sequence, level) if level else None,
        short_title=_short_title(ctx, member, indicator, level),
        place=indicator_place(ctx, member, level, indicator),
        quote=_quote(ctx, member, indicator, level, since),
        pinned=urls.pinned(code, since) if since else "",
        pinned_id=f"{code}/{since}",
        qr=urls.qr_file(code),
        coming=coming(ctx, code),
        past=past if len(past) > 1 else (),
        past_note=ctx.count("wording", sum(row.pinned is not None for row in past)),
        retired=retirement(ctx, sequence, retired) if retired else None,
        above="" if retired else _above(ctx, member, indicator, level),
        rise=() if retired else rise(ctx, member, indicator),
        covered_by=covering,
        touched_by=touching,
        siblings=tuple(indicator_row(ctx, member, other) for other in siblings),
        guidance=guidance_block(ctx, sequence, indicator) if not retired else None,
        around=guidance_block(ctx, sequence, competency.cell(level), competency) if not retired else None,
        around_name=_around_name(ctx, member, level),
        siblings_note=_siblings_note(ctx, member, level, len(siblings) + 1),
        margin=_margin(ctx, member, indicator),
        source=place(competency, indicator),
    )


def _margin(ctx: Context, member: Member, indicator: Indicator) -> Margin:
    """What stands beside it; with what the notes of its competency say of it."""
    sequence, competency = member
    beside = margin(ctx, sequence, indicator, here=ctx.links.of_code(indicator.code))
    return replace(beside, remarks=(*beside.remarks, *about(ctx, sequence, competency, indicator.code)))


def _level(ctx: Context, sequence: Sequence, key: str) -> str:
    level = sequence.level(key)
    return ctx.name(level) if level else ""


def _path(ctx: Context, member: Member, level: str) -> tuple[Link, ...]:
    """Sequence, level and competency; what is retired is named but not linked."""
    sequence, competency = member
    name = _level(ctx, sequence, level)
    page = "" if competency.retired else urls.competency(sequence, competency.id)
    steps = [Link(name, urls.level(sequence, level))] if name else []
    return (sequence_link(ctx, sequence), *steps, Link(ctx.name(competency), page))


def _short_title(ctx: Context, member: Member, indicator: Indicator, level: str) -> str:
    sequence, _ = member
    title = indicator.code
    for whole in (_level(ctx, sequence, level), ctx.sequence_name(sequence)):
        title = ctx.words("title.of", title=title, whole=whole) if whole else title
    return title


def _quote(ctx: Context, member: Member, indicator: Indicator, level: str, since: str) -> Quotation:
    sequence, competency = member
    name = _level(ctx, sequence, level)
    origin = origin_of(ctx, sequence, ctx.name(competency), name, indicator.code, since)
    return quotation(ctx, ctx.text(indicator, "text"), origin)


def _siblings(member: Member, indicator: Indicator, level: str) -> tuple[Indicator, ...]:
    _, competency = member
    cell = competency.cell(level)
    return tuple(other for other in (cell or competency).indicators if other is not indicator)


def _siblings_note(ctx: Context, member: Member, level: str, n: int) -> str:
    sequence, competency = member
    names = [ctx.name(competency), _level(ctx, sequence, level)]
    return ctx.clauses([*names, ctx.words("indicator.in_all", count=ctx.count("plain_indicator", n))])


def _around_name(ctx: Context, member: Member, level: str) -> str:
    sequence, competency = member
    names = [ctx.name(competency), _level(ctx, sequence, level)]
    return ctx.words("guidance.around", name=ctx.words("card.between").join(name for name in names if name))


def _above(ctx: Context, member: Member, indicator: Indicator, level: str) -> str:
    """At which higher levels it holds, and at which the source does not say whether it does."""
    sequence, _ = member
    rank = sequence.ranks.get(level, len(sequence.levels))
    higher = [] if sequence.head.unranked else sequence.levels[rank:]
    expectations = [(ctx.name(other), ctx.expectation(sequence, member, other.id)) for other in higher]
    holds = [name for name, expectation in expectations if _asks_the_same(expectation.applies, indicator)]
    unsaid = [name for name, expectation in expectations if _asks_the_same(expectation.unsaid, indicator)]
    sentences = [ctx.words("indicator.holds", levels=ctx.series(holds)) if holds else ""]
    sentences.append(ctx.words_of(sequence)("indicator.open", levels=ctx.series(unsaid)) if unsaid else "")
    return ctx.words("join.sentences").join(part for part in sentences if part)


def _asks_the_same(indicators: tuple[Indicator, ...], indicator: Indicator) -> bool:
    return any(other.demand == indicator.demand for other in indicators)
