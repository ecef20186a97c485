"""The whole site as values: its pages in order, and its navigation."""

from collections.abc import Iterator

from levelbook.assessment import checklists
from levelbook.catalogue import Catalogue
from levelbook.components import more_pages, weight_table
from levelbook.components.names import group_title
from levelbook.model.handbook import Family, Handbook, Sequence
from levelbook.pages import (
    comparison,
    glossary,
    grade,
    indicator_index,
    level,
    level_pairs,
    matrix,
    notes,
    positions,
    print_forms,
    process,
    syllabus,
)
from levelbook.pages.actions import page as actions
from levelbook.pages.assessment import checklist, overview
from levelbook.pages.calibration import page as calibration
from levelbook.pages.competency import page as competency
from levelbook.pages.concept import page as concepts
from levelbook.pages.home import page as home
from levelbook.pages.permanent import codes as permanent
from levelbook.pages.permanent import growth
from levelbook.pages.position import page as position
from levelbook.pages.sequence import page as sequence
from levelbook.pages.source import page as provenance
from levelbook.pages.transfer import page as move
from levelbook.pages.weights import page as weights
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.page import NavItem, Page, StandalonePage

GROWTH = (actions, process, syllabus, calibration, provenance)
"""How people develop in a sequence, and where it comes from."""
MANY = 40
"""From so many competencies on, navigation lists them by group: the theme slows down with many siblings."""


def pages(handbook: Handbook, words: Catalogue) -> tuple[Page | StandalonePage, ...]:
    """All pages of the handbook, those of the theme first."""
    ctx = Context(handbook, words)
    return (*themed(ctx), *light(ctx))


def themed(ctx: Context) -> Iterator[Page]:
    """The pages inside the theme."""
    yield from home.pages(ctx)
    for one in ctx.handbook.sequences.values():
        for planner in (
            sequence,
            level,
            grade,
            position,
            positions,
            competency,
            matrix,
            level_pairs,
            comparison,
            weights,
            print_forms,
            *GROWTH,
            checklist,
        ):
            yield from planner.pages(ctx, one)
    yield from overview.pages(ctx)
    yield from concepts.pages(ctx)
    yield from move.pages(ctx)
    yield from indicator_index.pages(ctx)
    yield from notes.pages(ctx)
    yield from glossary.pages(ctx)


def light(ctx: Context) -> Iterator[StandalonePage]:
    """The pages behind permanent codes."""
    for one in ctx.handbook.sequences.values():
        yield from permanent.pages(ctx, one)
        yield from growth.pages(ctx, one)
    yield from concepts.ended(ctx)


def navigation(handbook: Handbook, words: Catalogue) -> tuple[NavItem, ...]:
    """What the tabs and the side of the page list; hand-written pages are listed where they may stand."""
    return entries(Context(handbook, words))


def entries(ctx: Context) -> tuple[NavItem, ...]:
    """The navigation, from a context that has looked things up already."""
    words = ctx.words
    families = tuple(_family(ctx, family) for family in ctx.handbook.head.families)
    return (
        NavItem(words("home.title"), urls.HOME),
        NavItem(words("nav.sequences"), children=tuple(one for one in families if one.children)),
        *_checks(ctx),
        *_concepts(ctx),
        *((NavItem(words("move.title"), urls.MOVE),) if move.exists(ctx) else ()),
        NavItem(words("index.title"), urls.INDICATORS),
        NavItem(words("notes.title"), urls.NOTES),
        NavItem(words("nav.guides"), children=_guides(ctx)),
        NavItem(words("nav.legend"), urls.LEGEND),
        NavItem(words("glossary.title"), glossary.ADDRESS),
    )


def _checks(ctx: Context) -> tuple[NavItem, ...]:
    """The overview of checklists and the page of the team; checklists themselves stand below their sequences."""
    team = NavItem(ctx.words("check.team.title"), urls.TEAM)
    return (NavItem(ctx.words("check.title"), urls.CHECK, (team,)),) if checklists.exists(ctx) else ()


def _concepts(ctx: Context) -> tuple[NavItem, ...]:
    """Shared concepts, one by one where they are not too many."""
    found = [NavItem(ctx.name(one), urls.concept(one.id)) for one, _ in concepts.live(ctx)]
    children = tuple(found) if len(found) <= MANY else ()
    return (NavItem(ctx.words("concept.title"), urls.CONCEPTS, children),) if found else ()


def _guides(ctx: Context) -> tuple[NavItem, ...]:
    titles = [ctx.words(f"nav.guide.{address.split('/')[1]}") for address in urls.GUIDES]
    items = [NavItem(title, address) for title, address in zip(titles, urls.GUIDES, strict=True)]
    standards = NavItem(ctx.words("nav.standards"), urls.STANDARDS)
    return (*items, standards, NavItem(ctx.words("nav.problems"), urls.PROBLEMS))


def _family(ctx: Context, family: Family) -> NavItem:
    found = (ctx.handbook.sequences.get(key) for key in family.sequences)
    return NavItem(ctx.name(family), children=tuple(_sequence(ctx, one) for one in found if one))


def _sequence(ctx: Context, one: Sequence) -> NavItem:
    steps = tuple(NavItem(ctx.name(step), urls.level(one, step.id)) for step in one.levels)
    grades = tuple(NavItem(ctx.name(step), urls.grade(one, step.id)) for step in one.grades)
    children = [*steps]
    if grades:
        children.append(NavItem(ctx.word(one, "grade"), children=grades))
    if one.positions:
        children.append(_positions(ctx, one))
    if one.competencies:
        children.append(NavItem(ctx.word(one, "competency"), children=_competencies(ctx, one)))
    if matrix.exists(ctx, one):
        children.append(NavItem(ctx.words("matrix.title"), urls.matrix(one)))
    if comparison.exists(ctx, one):
        children.append(NavItem(ctx.words("compare.title"), urls.comparisons(one)))
    if weight_table.weight_table(ctx, one):
        children.append(NavItem(ctx.words("points.title"), urls.weights(one)))
    children += [NavItem(extra.link.text, extra.link.address) for extra in more_pages.more_pages(ctx, one)]
    return NavItem(ctx.sequence_name(one), urls.sequence(one), tuple(children))


def _positions(ctx: Context, one: Sequence) -> NavItem:
    """The positions, after the page that compares them."""
    table = positions.table(ctx, one)
    pages = [NavItem(table.text, table.address)] if table else []
    pages += [NavItem(ctx.name(each), urls.position(one, key)) for key, each in one.positions.items()]
    return NavItem(ctx.word(one, "position"), children=tuple(pages))


def _competencies(ctx: Context, one: Sequence) -> tuple[NavItem, ...]:
    """The sequence's own competencies: in a row, or by group where there are many."""
    if len(one.competencies) <= MANY:
        return tuple(_leaf(ctx, one, key) for key in one.competencies)
    return tuple(
        NavItem(group_title(ctx, above, group), children=tuple(_leaf(ctx, one, key) for key in own))
        for above, group in one.groups()
        if (own := [key for key in group.competencies if key in one.competencies])
    )


def _leaf(ctx: Context, one: Sequence, key: str) -> NavItem:
    return NavItem(ctx.name(one.competencies[key]), urls.competency(one, key))
