"""The pages of shared concepts: what competencies of different sequences have in common, side by side."""

from dataclasses import dataclass

from levelbook.components import cumulation
from levelbook.components.editor_notes import Remark, remarks
from levelbook.components.links import Link, sequence_link
from levelbook.components.retired import retired_concept
from levelbook.model.handbook import Concept, Sequence
from levelbook.pages.concept.related_competency import RelatedCompetency, related_competency
from levelbook.queries.concepts import borrowers, live_concepts
from levelbook.queries.index import Member
from levelbook.queries.remembered import asked_once
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.page import Heading, Layout, Page, StandalonePage
from levelbook.site.sitemap import PageKind


@dataclass(frozen=True)
class ConceptRow:
    """A concept of the list."""

    link: Link
    """Its name and page."""
    concept: Concept
    sequence_count: int
    """How many sequences have it."""
    competencies: tuple[Link, ...]
    """Those that belong to it, each with its sequence as small print."""


@dataclass(frozen=True)
class ConceptsView:
    """Everything on the page that lists all concepts."""

    figures: str
    """How many there are."""
    rows: tuple[ConceptRow, ...]
    """Those that something belongs to, in the handbook's order."""
    unused: str
    """Those that nothing belongs to."""


@dataclass(frozen=True)
class ConceptColumn:
    """A sequence with what it has of the concept."""

    anchor: str
    link: Link
    ladder: str
    """Whose levels these are, and how many."""
    competencies: tuple[RelatedCompetency, ...]
    """Its competencies."""


@dataclass(frozen=True)
class ConceptView:
    """Everything on the page of a concept."""

    concept: Concept
    figures: str
    """How many sequences and competencies."""
    note: str
    """That every sequence has levels of its own, or that only one has it."""
    columns: tuple[ConceptColumn, ...]
    """By sequence."""
    remarks: tuple[Remark, ...]


def pages(ctx: Context) -> tuple[Page, ...]:
    """The list, and a page for each concept; nothing where no competency belongs to any."""
    concepts = live_concepts(ctx)
    return (_list(ctx, concepts), *(_page(ctx, *concept) for concept in concepts)) if concepts else ()


def retired_pages(ctx: Context) -> tuple[StandalonePage, ...]:
    """What is left at the addresses of retired concepts."""
    over = Link(ctx.words("concept.title"), urls.CONCEPTS if live_concepts(ctx) else urls.HOME)
    return tuple(
        retired_concept(ctx, concept, concept.retired, over, urls.concept(concept.id))
        for concept in ctx.handbook.concepts.values()
        if concept.retired
    )


def _list(ctx: Context, concepts: tuple[tuple[Concept, tuple[Member, ...]], ...]) -> Page:
    used = {concept.id for concept, _ in concepts}
    unused = [concept for key, concept in ctx.handbook.concepts.items() if key not in used and not concept.retired]
    view = ConceptsView(
        figures=ctx.count("concept", len(concepts)),
        rows=tuple(_row(ctx, concept, members) for concept, members in concepts),
        unused=ctx.words("concept.unused", names=ctx.series(map(ctx.name, unused))) if unused else "",
    )
    return Page(
        place=ctx.sitemap.existing(PageKind.CONCEPTS),
        template="concepts",
        view=view,
        layout=Layout.FULL,
        description=ctx.words("concept.description"),
    )


def _row(ctx: Context, concept: Concept, members: tuple[Member, ...]) -> ConceptRow:
    return ConceptRow(
        link=Link(ctx.name(concept), urls.concept(concept.id)),
        concept=concept,
        sequence_count=len(_sequences(ctx, members)),
        competencies=tuple(
            Link(ctx.name(competency), urls.competency(owner, competency.id), ctx.sequence_name(owner))
            for owner, competency in members
        ),
    )


def _sequences(ctx: Context, members: tuple[Member, ...]) -> set[str]:
    """The ids of the sequences that have one of these competencies, borrowed ones too."""
    owners = {owner.id for owner, _ in members}
    return owners | {sequence.id for member in members for sequence in borrowers(ctx, member)}


@asked_once(lambda concept, members: concept.id)
def _page(ctx: Context, concept: Concept, members: tuple[Member, ...]) -> Page:
    view = _view(ctx, concept, members)
    return Page(
        place=ctx.sitemap.existing(PageKind.CONCEPT, key=concept.id),
        template="concept",
        view=view,
        headings=tuple(Heading(column.anchor, column.link.text) for column in view.columns),
        layout=Layout.WIDE,
        description=ctx.words("concept.of", name=ctx.name(concept), figures=view.figures),
    )


def _view(ctx: Context, concept: Concept, members: tuple[Member, ...]) -> ConceptView:
    owners = {owner.id: owner for owner, _ in members}
    figures = [ctx.count("sequence", len(_sequences(ctx, members))), ctx.count("competency", len(members))]
    return ConceptView(
        concept=concept,
        figures=ctx.clauses(figures),
        note=ctx.words("concept.no_scale") if len(owners) > 1 else ctx.words("concept.only_one"),
        columns=tuple(_column(ctx, owner, members) for owner in owners.values()),
        remarks=remarks(ctx, None, concept),
    )


def _column(ctx: Context, owner: Sequence, members: tuple[Member, ...]) -> ConceptColumn:
    competencies = tuple(related_competency(ctx, member) for member in members if member[0] is owner)
    return ConceptColumn(
        anchor=urls.sequence_anchor(owner.id),
        link=sequence_link(ctx, owner),
        ladder=_ladder(ctx, owner, any(competency.levels for competency in competencies)),
        competencies=competencies,
    )


def _ladder(ctx: Context, owner: Sequence, has_cells: bool) -> str:
    """Whose levels these are: nobody shall read them across to another sequence."""
    if not owner.levels:
        return ctx.words("home.no_levels")
    if not has_cells:
        return ctx.words("concept.no_cells")
    count = ctx.count("level", len(owner.levels))
    return ctx.words_of(owner)(f"concept.{cumulation.key(owner)}", count=count)
