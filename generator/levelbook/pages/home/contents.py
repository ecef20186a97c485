"""Where to go in a sequence without levels to choose from."""

from levelbook.components.links import Link
from levelbook.model.competency import Measure
from levelbook.model.handbook import Sequence
from levelbook.queries.reference import levels_offered
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.sitemap import PageKind

MAX_POSITIONS_LISTED = 8
"""So many positions can be chosen from at a glance."""


def instead_of_levels(ctx: Context, sequence: Sequence) -> tuple[Link, ...]:
    """Its positions where they are few, else what it has, in figures that lead there."""
    if levels_offered(ctx, sequence):
        return ()
    positions = [Link(ctx.name(one), urls.position(sequence, key)) for key, one in sequence.positions.items()]
    if len(positions) > MAX_POSITIONS_LISTED:
        positions = [Link(ctx.count("position", len(positions)), _positions_page(ctx, sequence))]
    return (*positions, *_expectations(ctx, sequence), *_more(ctx, sequence))


def _expectations(ctx: Context, sequence: Sequence) -> list[Link]:
    competencies = list(sequence.competencies.values())
    indicators = sum(len(competency.every_live()) for competency in competencies)
    exams = sum(sequence.measure(competency) is Measure.EXAM for competency in competencies)
    tree = f"{urls.sequence(sequence)}#tree"
    links = [Link(ctx.count("short_competency_of", len(competencies)), tree)] if competencies else []
    links += [Link(ctx.count("indicator", indicators), f"{urls.INDICATORS}?seq={sequence.id}")] if indicators else []
    return links + ([Link(ctx.count("exam", exams), tree)] if exams else [])


def _positions_page(ctx: Context, sequence: Sequence) -> str:
    table = ctx.sitemap.address(PageKind.POSITIONS, sequence)
    return table or f"{urls.sequence(sequence)}#positions"


def _more(ctx: Context, sequence: Sequence) -> list[Link]:
    checklist = f"{urls.ASSESSMENTS}#{urls.sequence_anchor(sequence.id)}"
    links = [Link(ctx.words("check.list"), checklist)] if ctx.sitemap.of(PageKind.CHECKLIST, sequence) else []
    pages = (ctx.sitemap.page(kind, sequence) for kind in (PageKind.WEIGHTS, PageKind.ACTIONS, PageKind.SYLLABUS))
    return links + [Link(page.title, page.address) for page in pages if page]
