"""The page of a position: its place, the levels it requires, conditions, key behaviours, key measures."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from levelbook.components.checklist_links import checklist_link
from levelbook.components.editor_notes import remarks
from levelbook.components.facts import Fact, Margin, common, known, margin, text
from levelbook.components.level_chips import chip
from levelbook.components.links import sequence_link
from levelbook.components.prose import PageWithProse, Passage, passages
from levelbook.localized.absence import Absence, absence_of
from levelbook.model.handbook import Sequence
from levelbook.model.position import Formula, KeyBehaviour, Position
from levelbook.pages.position.key_measures import KeyMeasureView, key_measures
from levelbook.pages.position.profile import Profile, profile
from levelbook.queries.codes import short_code
from levelbook.queries.remembered import asked_once
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.edit_places import place
from levelbook.site.links import LinkTarget
from levelbook.site.page import Heading, Layout, Page
from levelbook.site.sitemap import PageKind


@dataclass(frozen=True)
class KeyBehaviourView:
    """A key behaviour."""

    behaviour: KeyBehaviour
    aliases: str
    standards: tuple[Passage, ...]
    """What good looks like."""
    measures: tuple[KeyMeasureView, ...]
    """How it is measured."""
    margin: Margin


@dataclass(frozen=True)
class PositionView(PageWithProse):
    """Everything on the page of a position."""

    position: Position
    code: str
    facts: tuple[Fact, ...]
    """Its place among others, and in the source."""
    absence: Absence | None
    profile: Profile | None
    """The levels it requires."""
    comparison: str
    """The page that compares positions; nothing where there is none."""
    conditions: tuple[Passage, ...]
    """What one must bring along."""
    behaviours: tuple[KeyBehaviourView, ...]
    """What decides about success."""
    measures: tuple[KeyMeasureView, ...]
    """Key measures of the position as a whole."""
    checklist: str
    """Its page; nothing where there is none."""
    refusal: str
    """Why there is no checklist."""
    calculator: Mapping[str, str]
    """The words with which the page computes key measures; empty where there is none to compute."""


def pages(ctx: Context, sequence: Sequence) -> tuple[Page, ...]:
    """The pages of all positions, in order."""
    return tuple(_page(ctx, sequence, position) for position in sequence.positions.values())


@asked_once(lambda sequence, position: (sequence.id, position.id))
def _page(ctx: Context, sequence: Sequence, position: Position) -> Page:
    site_page = ctx.sitemap.existing(PageKind.POSITION, sequence, position.id)
    view = _view(ctx, sequence, position)
    return Page(
        place=site_page,
        template="position",
        view=view,
        headings=tuple(_headings(ctx, view)),
        layout=Layout.WIDE,
        source=place(position),
        has_script=bool(view.calculator),
        description=ctx.words("position.description", sequence=view.sequence.text, name=site_page.title),
    )


def _headings(ctx: Context, view: PositionView) -> Iterator[Heading]:
    keys = ("profile", "conditions", "behaviours", "measures", "sections")
    yield from (Heading(key, ctx.words(f"position.{key}")) for key in keys if getattr(view, key))


def _comparison(ctx: Context, sequence: Sequence, position: Position) -> str:
    """The page that compares positions, with this one among those shown."""
    address = ctx.sitemap.address(PageKind.POSITIONS, sequence)
    return f"{address}#{urls.position_anchor(position.id)}" if address else ""


def _view(ctx: Context, sequence: Sequence, position: Position) -> PositionView:
    checklist, refusal = checklist_link(ctx, sequence, position.id)
    return PositionView(
        position=position,
        code=short_code(sequence, position.id),
        sequence=sequence_link(ctx, sequence),
        facts=known(_facts(ctx, sequence, position)),
        absence=absence_of(ctx, sequence, position),
        profile=profile(ctx, sequence, position),
        comparison=_comparison(ctx, sequence, position),
        conditions=passages(ctx, sequence, position.conditions),
        behaviours=tuple(_behaviour(ctx, sequence, behaviour) for behaviour in position.key_behaviours),
        measures=key_measures(ctx, sequence, position.measures),
        sections=passages(ctx, sequence, position.sections),
        remarks=remarks(ctx, sequence, position),
        checklist=checklist,
        refusal=refusal,
        calculator=_calculator(ctx, sequence, position),
    )


def _calculator(ctx: Context, sequence: Sequence, position: Position) -> Mapping[str, str]:
    """The words of the calculator, where any measure has a formula."""
    of_behaviours = (measure for behaviour in position.key_behaviours for measure in behaviour.measures)
    calculable = any(isinstance(measure.formula, Formula) for measure in chain(of_behaviours, position.measures))
    return ctx.words_of(sequence).section("kpi_calc.say") if calculable else {}


def _behaviour(ctx: Context, sequence: Sequence, behaviour: KeyBehaviour) -> KeyBehaviourView:
    return KeyBehaviourView(
        behaviour=behaviour,
        aliases=ctx.series(ctx.name(alias) for alias in behaviour.aliases),
        standards=passages(ctx, sequence, behaviour.standards),
        measures=key_measures(ctx, sequence, behaviour.measures),
        margin=margin(ctx, sequence, behaviour),
    )


def _facts(ctx: Context, sequence: Sequence, position: Position) -> Iterator[Fact]:
    words, here = ctx.words, ctx.links.find(sequence, position.id)
    level = chip(ctx, sequence, position.level) if position.level else None
    yield Fact(words("position.level"), (), level)
    yield Fact(words("position.reports_to"), _named(ctx, sequence, position, "reports_to"))
    yield Fact(words("position.reports"), _naming(ctx, sequence, position, "reports_to"))
    yield Fact(words("position.next"), _named(ctx, sequence, position, "next"))
    yield Fact(words("position.before"), _naming(ctx, sequence, position, "next"))
    yield Fact(words("position.weights"), _weights_page(ctx, sequence, position))
    yield text(words("fact.number"), ctx.text(position, "number"))
    yield from common(ctx, sequence, position, here)


def _weights_page(ctx: Context, sequence: Sequence, position: Position) -> tuple[LinkTarget, ...]:
    """The page with the points that this position gives its competencies."""
    weights = sequence.weights
    rows = weights.points.values() if weights else ()
    weighted = any(isinstance(row, dict) and position.id in row for row in rows)
    return (LinkTarget(ctx.words("position.see_weights"), urls.weights(sequence)),) if weighted else ()


def _named(ctx: Context, sequence: Sequence, position: Position, key: str) -> tuple[LinkTarget, ...]:
    """The position that another one names: by id, or in words."""
    text = ctx.text(position, key)
    target = ctx.links.position(sequence, getattr(position, key) or "")
    return (target or LinkTarget(text, ""),) if text else ()


def _naming(ctx: Context, sequence: Sequence, position: Position, key: str) -> tuple[LinkTarget, ...]:
    """The positions that name this one."""
    here = ctx.links.find(sequence, position.id)
    targets = (
        ctx.links.find(owner, other.id)
        for owner in ctx.handbook.sequences.values()
        for other in owner.positions.values()
        if other is not position and ctx.links.position(owner, getattr(other, key) or "") == here
    )
    return tuple(target for target in targets if target)
