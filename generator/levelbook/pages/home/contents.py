"""What a sequence has to offer, in figures that lead to it."""

from levelbook.components.links import Link
from levelbook.model.competency import Measure
from levelbook.model.handbook import Sequence
from levelbook.queries.action_targets import live
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.sitemap import PageKind

MAX_POSITIONS_LISTED = 8
"""So many positions can be chosen from at a glance."""


def sequence_contents(ctx: Context, sequence: Sequence) -> tuple[Link, ...]:
    """What there is, in figures, each leading to where it is."""
    return (*_expectations(ctx, sequence), *_positions(ctx, sequence), *_more(ctx, sequence))


def _expectations(ctx: Context, sequence: Sequence) -> list[Link]:
    competencies = list(sequence.competencies.values())
    indicators = sum(len(competency.every_live()) for competency in competencies)
    exams = sum(sequence.measure(competency) is Measure.EXAM for competency in competencies)
    tree = f"{urls.sequence(sequence)}#tree"
    links = [Link(ctx.count("short_competency_of", len(competencies)), tree)] if competencies else []
    links += [Link(ctx.count("indicator", indicators), f"{urls.INDICATORS}?seq={sequence.id}")] if indicators else []
    return links + ([Link(ctx.count("exam", exams), tree)] if exams else [])


def _positions(ctx: Context, sequence: Sequence) -> list[Link]:
    n = len(sequence.positions)
    if not n:
        return []
    page = f"{urls.sequence(sequence)}#positions"
    if ctx.sitemap.has(PageKind.POSITIONS, sequence):
        page = urls.positions(sequence)
    elif n == 1:
        page = urls.position(sequence, next(iter(sequence.positions)))
    return [Link(ctx.count("position", n), page)]


def _more(ctx: Context, sequence: Sequence) -> list[Link]:
    links, sitemap = [], ctx.sitemap
    if sitemap.of(PageKind.CHECKLIST, sequence):
        anchor = urls.sequence_anchor(sequence.id)
        links.append(Link(ctx.words("check.list"), f"{urls.ASSESSMENTS}#{anchor}"))
    if weights := sitemap.page(PageKind.WEIGHTS, sequence):
        links.append(Link(weights.title, weights.address))
    if actions := sitemap.page(PageKind.ACTIONS, sequence):
        links.append(Link(ctx.count("action", len(live(sequence))), actions.address))
    if process := sitemap.page(PageKind.PROCESS, sequence):
        links.append(Link(ctx.words("process.title"), process.address))
    syllabus = sitemap.page(PageKind.SYLLABUS, sequence)
    if syllabus and sequence.syllabus:
        chapters = sum(len(edition.chapters) for edition in sequence.syllabus.editions[-1:])
        links.append(Link(ctx.count("chapter", chapters), syllabus.address))
    return links


def sequence_tables(ctx: Context, sequence: Sequence) -> tuple[Link, ...]:
    """Its tables: all levels of everything, any two of them, the one-page form."""
    kinds = (PageKind.MATRIX, PageKind.LEVEL_PAIRS, PageKind.PRINT_FORMS)
    pages = (ctx.sitemap.page(kind, sequence) for kind in kinds)
    return tuple(Link(page.title, page.address) for page in pages if page)


def instead_of_levels(ctx: Context, sequence: Sequence) -> tuple[Link, ...]:
    """Where to go in a sequence without levels: its positions where they are few, else what it has."""
    if sequence.levels:
        return ()
    positions = [Link(ctx.name(one), urls.position(sequence, key)) for key, one in sequence.positions.items()]
    if len(positions) > MAX_POSITIONS_LISTED:
        positions = _positions(ctx, sequence)
    return (*positions, *_expectations(ctx, sequence), *_more(ctx, sequence))
