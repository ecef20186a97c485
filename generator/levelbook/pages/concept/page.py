"""The pages of shared concepts: what competencies of different sequences have in common, side by side."""

from dataclasses import dataclass

from levelbook.components import cumulation
from levelbook.components.editor_notes import Remark, remarks
from levelbook.components.links import Link, sequence_link
from levelbook.components.retired import retired_page
from levelbook.model.handbook import Concept, Sequence
from levelbook.pages.concept.related_competency import RelatedCompetency, related_competency
from levelbook.queries.concepts import borrowers, live_concepts
from levelbook.queries.index import Member
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.page import Heading, Layout, Page, StandalonePage
from levelbook.site.sitemap import PageKind


@dataclass(frozen=True)
class ConceptRow:
    """A concept of the list."""

    link: Link
    """Its name and page."""
    definition: str
    """What it means."""
    sequences: int
    """How many sequences have it."""
    competencies: int
    """How many competencies belong to it."""
    where: tuple[Link, ...]
    """Those competencies, each with its sequence as small print."""


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
    """Its anchor."""
    link: Link
    """The sequence."""
    ladder: str
    """Whose levels these are, and how many."""
    kin: tuple[RelatedCompetency, ...]
    """Its competencies."""


@dataclass(frozen=True)
class ConceptView:
    """Everything on the page of a concept."""

    title: str
    """The concept."""
    definition: str
    """What it means."""
    figures: str
    """How many sequences and competencies."""
    note: str
    """That every sequence has levels of its own, or that only one has it."""
    columns: tuple[ConceptColumn, ...]
    """By sequence."""
    remarks: tuple[Remark, ...]
    """Editor's notes."""


def pages(ctx: Context) -> tuple[Page, ...]:
    """The list, and a page for each concept; nothing where no competency belongs to any."""
    found = live_concepts(ctx)
    return (_list(ctx, found), *(_page(ctx, one, members) for one, members in found)) if found else ()


def ended(ctx: Context) -> tuple[StandalonePage, ...]:
    """What is left at the address of concepts that have ended."""
    over = Link(ctx.words("concept.title"), urls.CONCEPTS if live_concepts(ctx) else urls.HOME)
    ends = [one for one in ctx.handbook.concepts.values() if one.retired]
    return tuple(retired_page(ctx, one, one.retired, over, urls.concept(one.id)) for one in ends if one.retired)


def _list(ctx: Context, found: tuple[tuple[Concept, tuple[Member, ...]], ...]) -> Page:
    used = {one.id for one, _ in found}
    idle = [one for key, one in ctx.handbook.concepts.items() if key not in used and not one.retired]
    view = ConceptsView(
        figures=ctx.count("concept", len(found)),
        rows=tuple(_row(ctx, one, members) for one, members in found),
        unused=ctx.words("concept.unused", names=ctx.series(ctx.name(one) for one in idle)) if idle else "",
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
        definition=ctx.marked(concept, "definition"),
        sequences=len(_sequences(ctx, members)),
        competencies=len(members),
        where=tuple(
            Link(ctx.name(one), urls.competency(owner, one.id), ctx.sequence_name(owner)) for owner, one in members
        ),
    )


def _sequences(ctx: Context, members: tuple[Member, ...]) -> set[str]:
    """The ids of the sequences that have one of these competencies, borrowed ones too."""
    return {owner.id for owner, _ in members} | {one.id for member in members for one in borrowers(ctx, member)}


def _page(ctx: Context, concept: Concept, members: tuple[Member, ...]) -> Page:
    view = _view(ctx, concept, members)
    return Page(
        place=ctx.sitemap.existing(PageKind.CONCEPT, key=concept.id),
        template="concept",
        view=view,
        headings=tuple(Heading(column.anchor, column.link.text) for column in view.columns),
        layout=Layout.WIDE,
        description=ctx.words("concept.of", name=view.title, figures=view.figures),
    )


def _view(ctx: Context, concept: Concept, members: tuple[Member, ...]) -> ConceptView:
    owners = {owner.id: owner for owner, _ in members}
    figures = [ctx.count("sequence", len(_sequences(ctx, members))), ctx.count("competency", len(members))]
    return ConceptView(
        title=ctx.name(concept),
        definition=ctx.marked(concept, "definition"),
        figures=ctx.clauses(figures),
        note=ctx.words("concept.no_scale") if len(owners) > 1 else ctx.words("concept.only_one"),
        columns=tuple(_column(ctx, one, members) for one in owners.values()),
        remarks=remarks(ctx, None, concept),
    )


def _column(ctx: Context, owner: Sequence, members: tuple[Member, ...]) -> ConceptColumn:
    own = tuple(related_competency(ctx, member) for member in members if member[0] is owner)
    return ConceptColumn(
        anchor=urls.sequence_anchor(owner.id),
        link=sequence_link(ctx, owner),
        ladder=_ladder(ctx, owner, any(one.rungs for one in own)),
        kin=own,
    )


def _ladder(ctx: Context, owner: Sequence, laddered: bool) -> str:
    """Whose levels these are: nobody shall read them across to another sequence."""
    if not owner.levels:
        return ctx.words("home.no_levels")
    if not laddered:
        return ctx.words("concept.no_cells")
    count = ctx.count("level", len(owner.levels))
    return ctx.words(f"concept.{cumulation.key(owner)}", count=count)
