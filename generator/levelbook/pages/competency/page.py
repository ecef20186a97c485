"""The page of a competency: definition, its levels side by side, how to improve, who needs it."""

from dataclasses import dataclass

from levelbook.components import cumulation, exams
from levelbook.components.actions_for import ActionLink, actions_for
from levelbook.components.editor_notes import remarks
from levelbook.components.exams import Bands
from levelbook.components.facts import confidential
from levelbook.components.guidance.blocks import GuidanceBlock, InShort, guidance_block, in_short
from levelbook.components.indicators import IndicatorRow, indicator_rows
from levelbook.components.links import Link, sequence_link
from levelbook.components.prose import ExamSubject, PageWithProse, closing_headings, passages, shares
from levelbook.components.requirements import NeedRow, need_rows
from levelbook.components.weights import badges
from levelbook.components.weights.badges import MemberPoints
from levelbook.localized.absence import Absence, absence_of, undefined
from levelbook.localized.extent import extent
from levelbook.localized.names import group_title
from levelbook.model.competency import Competency, CompetencyKind, Measure
from levelbook.model.handbook import Concept, Sequence
from levelbook.pages.competency.levels import LevelColumn, level_columns
from levelbook.queries.codes import competency_code
from levelbook.queries.index import Member
from levelbook.queries.remembered import asked_once
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.edit_places import place
from levelbook.site.links import LinkTarget
from levelbook.site.page import Heading, Layout, Page
from levelbook.site.related import related
from levelbook.site.sitemap import PageKind
from levelbook.text.inline import plain


@dataclass(frozen=True)
class CompetencyElsewhere:
    """The same concept in another sequence."""

    sequence: Link
    link: Link
    figures: str
    """What there is of it."""


@dataclass(frozen=True)
class SameConcept:
    """A concept that competencies of other sequences belong to as well."""

    concept: Link
    """The page that shows them side by side."""
    competencies: tuple[CompetencyElsewhere, ...]


@dataclass(frozen=True)
class CompetencyView(PageWithProse):
    """Everything on the page of a competency."""

    competency: Competency
    code: str
    """Its whole code."""
    confidential: str
    """What the source says about who may read it, and what to mind."""
    definition: str
    no_definition: Absence | None
    """Said where there is none."""
    judged: str
    """How it is judged, where that has no degrees."""
    facts: tuple[tuple[str, str], ...]
    """Group, how it is found out, other names."""
    see: tuple[LinkTarget, ...]
    """Related things."""
    warning: str
    """Said where the source does not say whether what lower levels ask holds above."""
    levels: tuple[LevelColumn, ...]
    levels_title: str
    """The heading over them."""
    figures: str
    """How many indicators."""
    level_pairs: str
    """The page that lists comparisons; nothing where there is one level."""
    indicators: tuple[IndicatorRow, ...]
    """Indicators for every level."""
    subjects: tuple[ExamSubject, ...]
    """Subjects or facets."""
    by_exam: bool
    """Whether it is found out by an exam."""
    bands: Bands | None
    """How marks become a rating."""
    absence: Absence | None
    actions: tuple[ActionLink, ...]
    """How to improve."""
    needs: tuple[NeedRow, ...]
    """Who needs it."""
    points: tuple[MemberPoints, ...]
    """Its points, in every sequence that gives it some."""
    concepts: tuple[Link, ...]
    """Its concepts, each with the page that shows it side by side."""
    same_concepts: tuple[SameConcept, ...]
    in_short: InShort | None
    """What it is about in the handbook's words, where the source does not say it."""
    guidance: GuidanceBlock | None
    """What the handbook adds of its own to the whole of it."""


def pages(ctx: Context, sequence: Sequence) -> tuple[Page, ...]:
    """The pages of all competencies that belong to a sequence."""
    return tuple(_page(ctx, (sequence, competency)) for competency in sequence.competencies.values())


@asked_once(lambda member: (member[0].id, member[1].id))
def _page(ctx: Context, member: Member) -> Page:
    owner, competency = member
    view = _view(ctx, member)
    return Page(
        place=ctx.sitemap.existing(PageKind.COMPETENCY, owner, competency.id),
        template="competency",
        view=view,
        headings=_headings(ctx, view),
        anchors=frozenset(level.anchor for level in view.levels),
        layout=Layout.WIDE,
        source=place(competency),
        description=plain(view.definition)
        or ctx.words("competency.description", sequence=view.sequence.text, name=ctx.name(competency)),
    )


def _headings(ctx: Context, view: CompetencyView) -> tuple[Heading, ...]:
    titles = {
        "levels": view.levels_title if view.levels else "",
        "subjects": ctx.words("exam.subjects" if view.by_exam else "competency.covers") if view.subjects else "",
        "bands": ctx.words("exam.bands") if view.bands else "",
        "guidance": ctx.words("guidance.title") if view.guidance else "",
        "actions": ctx.words("competency.actions") if view.actions else "",
        "required": ctx.words("competency.required") if view.needs else "",
        **{points.anchor: points.title for points in view.points},
        "elsewhere": ctx.words("competency.elsewhere") if view.same_concepts else "",
    }
    headings = [Heading(key, title) for key, title in titles.items() if title]
    return (*headings, *closing_headings(ctx, view))


def _view(ctx: Context, member: Member) -> CompetencyView:
    owner, competency = member
    here = ctx.links.find(owner, competency.id)
    levels = level_columns(ctx, member)
    by_exam = owner.measure(competency) is Measure.EXAM
    n = len(competency.every_live())
    definition = ctx.marked(competency, "definition") or ctx.marked(competency, "short")
    return CompetencyView(
        competency=competency,
        code=competency_code(owner, competency),
        sequence=sequence_link(ctx, owner),
        confidential=confidential(ctx, owner),
        definition=definition,
        no_definition=None if definition else undefined(ctx, owner),
        judged=_judged(ctx, member),
        facts=_facts(ctx, member),
        see=related(ctx, owner, competency, here),
        warning=cumulation.warning(ctx, owner) if levels else "",
        levels=levels,
        levels_title=_levels_title(ctx, owner, len(levels)),
        figures=ctx.count("indicator", n) if n else "",
        level_pairs=urls.level_pairs(owner) if len(levels) > 1 else "",
        indicators=indicator_rows(ctx, member, competency.indicators, anchored=True),
        subjects=shares(ctx, owner, competency.covers),
        by_exam=by_exam,
        bands=exams.bands(ctx, owner) if by_exam else None,
        absence=absence_of(ctx, owner, competency),
        actions=actions_for(ctx, member),
        needs=tuple(need_rows(ctx, member)),
        points=badges.of_member(ctx, member),
        concepts=tuple(_concept_link(ctx, concept) for concept in ctx.concepts_of(member[1])),
        same_concepts=_same_concepts(ctx, member),
        in_short=in_short(ctx, owner, competency, guidance_block(ctx, owner, competency)),
        guidance=guidance_block(ctx, owner, competency),
        sections=passages(ctx, owner, competency.sections),
        remarks=remarks(ctx, owner, competency),
    )


def _levels_title(ctx: Context, owner: Sequence, n: int) -> str:
    word = ctx.text(owner.head.words, "level")
    amount = ctx.amount(n)
    return ctx.words("competency.own_levels", n=amount, word=word) if word else ctx.words("competency.levels", n=amount)


def _extent(ctx: Context, member: Member) -> str:
    """How many parts the source announces, and whether it lists them all."""
    owner, competency = member
    listed = len(competency.covers) or len(competency.indicators)
    return extent(ctx, owner, competency.declared, listed, competency.open_ended)


def _judged(ctx: Context, member: Member) -> str:
    """How a condition is judged, which has no degrees."""
    owner, competency = member
    is_condition = owner.kind(competency) is CompetencyKind.CONDITION
    return ctx.words("condition.met_or_not") if is_condition else ""


def _facts(ctx: Context, member: Member) -> tuple[tuple[str, str], ...]:
    owner, competency = member
    groups = owner.group_of(competency.id)
    facts = {
        "group": group_title(ctx, groups[:-1], groups[-1]) if groups else "",
        "kind": ctx.words(f"kind.{owner.kind(competency).value}"),
        "measure": ctx.words(f"measure.{owner.measure(competency).value}"),
        "number": ctx.text(competency, "number"),
        "aliases": ctx.series(ctx.name(alias) for alias in competency.aliases),
        "where": ctx.text(competency, "where"),
        "declared": _extent(ctx, member),
        "sensitive": ctx.words("fact.sensitive_say") if competency.sensitive else "",
    }
    return tuple((ctx.words_of(owner)(f"fact.{key}"), text) for key, text in facts.items() if text)


def _concept_link(ctx: Context, concept: Concept) -> Link:
    return Link(ctx.name(concept), urls.concept(concept.id))


def _same_concepts(ctx: Context, member: Member) -> tuple[SameConcept, ...]:
    """The concepts that competencies of other sequences belong to as well, each with these."""
    shared = (
        SameConcept(_concept_link(ctx, concept), _elsewhere(ctx, member[0], concept))
        for concept in ctx.concepts_of(member[1])
    )
    return tuple(concept for concept in shared if concept.competencies)


def _elsewhere(ctx: Context, owner: Sequence, concept: Concept) -> tuple[CompetencyElsewhere, ...]:
    """Competencies of other sequences that belong to a concept."""
    return tuple(
        CompetencyElsewhere(
            sequence=sequence_link(ctx, sequence),
            link=Link(ctx.name(other), urls.competency(sequence, other.id)),
            figures=_content_figures(ctx, (sequence, other)),
        )
        for sequence, other in ctx.concepts.get(concept.id, ())
        if sequence.id != owner.id
    )


def _content_figures(ctx: Context, member: Member) -> str:
    """What there is of a competency, so that nobody goes there for nothing."""
    owner, competency = member
    levels = len(owner.levels) if competency.levels else 0
    counts = {"level": levels, "cell_indicator": len(competency.every_live()), "facet": len(competency.covers)}
    figures = ctx.clauses(ctx.count(unit, n) for unit, n in counts.items() if n)
    words = ctx.words_of(owner)
    return figures or (words("competency.only_definition") if competency.definition else words("concept.bare"))
