"""The whole site as values: its pages in order, and its navigation."""

from collections.abc import Iterator

from levelbook.catalogue import Catalogue
from levelbook.model.handbook import Family, Handbook, Sequence
from levelbook.plan import (
    actions,
    addresses,
    assessments,
    calibration,
    checklist,
    checklists,
    compare,
    competency,
    concepts,
    extras,
    form,
    grade,
    growth_codes,
    home,
    indicators,
    level,
    matrix,
    move,
    notes,
    pairs,
    permanent,
    points,
    position,
    positions,
    process,
    provenance,
    sequence,
    syllabus,
    weights,
)
from levelbook.plan.desk import Desk
from levelbook.plan.naming import group_title
from levelbook.plan.page import Light, NavItem, Page

GROWTH = (actions, process, syllabus, calibration, provenance)
"""How people develop in a sequence, and where it comes from."""
MANY = 40
"""From so many competencies on, navigation lists them by group: the theme slows down with many siblings."""


def pages(handbook: Handbook, words: Catalogue) -> tuple[Page | Light, ...]:
    """All pages of the handbook, those of the theme first."""
    desk = Desk(handbook, words)
    return (*themed(desk), *light(desk))


def themed(desk: Desk) -> Iterator[Page]:
    """The pages inside the theme."""
    yield from home.pages(desk)
    for one in desk.handbook.sequences.values():
        for planner in (
            sequence,
            level,
            grade,
            position,
            positions,
            competency,
            matrix,
            pairs,
            compare,
            weights,
            form,
            *GROWTH,
            checklist,
        ):
            yield from planner.pages(desk, one)
    yield from assessments.pages(desk)
    yield from concepts.pages(desk)
    yield from move.pages(desk)
    yield from indicators.pages(desk)
    yield from notes.pages(desk)


def light(desk: Desk) -> Iterator[Light]:
    """The pages behind permanent codes."""
    for one in desk.handbook.sequences.values():
        yield from permanent.pages(desk, one)
        yield from growth_codes.pages(desk, one)
    yield from concepts.ended(desk)


def navigation(handbook: Handbook, words: Catalogue) -> tuple[NavItem, ...]:
    """What the tabs and the side of the page list; hand-written pages are listed where they may stand."""
    return entries(Desk(handbook, words))


def entries(desk: Desk) -> tuple[NavItem, ...]:
    """The navigation, from a desk that has looked things up already."""
    words = desk.words
    families = tuple(_family(desk, family) for family in desk.handbook.head.families)
    return (
        NavItem(words("home.title"), addresses.HOME),
        NavItem(words("nav.sequences"), children=tuple(one for one in families if one.children)),
        *_checks(desk),
        *_concepts(desk),
        *((NavItem(words("move.title"), addresses.MOVE),) if move.exists(desk) else ()),
        NavItem(words("index.title"), addresses.INDICATORS),
        NavItem(words("notes.title"), addresses.NOTES),
        NavItem(words("nav.guides"), children=_guides(desk)),
        NavItem(words("nav.legend"), addresses.LEGEND),
    )


def _checks(desk: Desk) -> tuple[NavItem, ...]:
    """The overview of checklists and the page of the team; checklists themselves stand below their sequences."""
    team = NavItem(desk.words("check.team.title"), addresses.TEAM)
    return (NavItem(desk.words("check.title"), addresses.CHECK, (team,)),) if checklists.exists(desk) else ()


def _concepts(desk: Desk) -> tuple[NavItem, ...]:
    """Shared concepts, one by one where they are not too many."""
    found = [NavItem(desk.name(one), addresses.concept(one.id)) for one, _ in concepts.live(desk)]
    children = tuple(found) if len(found) <= MANY else ()
    return (NavItem(desk.words("concept.title"), addresses.CONCEPTS, children),) if found else ()


def _guides(desk: Desk) -> tuple[NavItem, ...]:
    titles = [desk.words(f"nav.guide.{address.split('/')[1]}") for address in addresses.GUIDES]
    items = [NavItem(title, address) for title, address in zip(titles, addresses.GUIDES, strict=True)]
    standards = NavItem(desk.words("nav.standards"), addresses.STANDARDS)
    return (*items, standards, NavItem(desk.words("nav.problems"), addresses.PROBLEMS))


def _family(desk: Desk, family: Family) -> NavItem:
    found = (desk.handbook.sequences.get(key) for key in family.sequences)
    return NavItem(desk.name(family), children=tuple(_sequence(desk, one) for one in found if one))


def _sequence(desk: Desk, one: Sequence) -> NavItem:
    steps = tuple(NavItem(desk.name(step), addresses.level(one, step.id)) for step in one.levels)
    grades = tuple(NavItem(desk.name(step), addresses.grade(one, step.id)) for step in one.grades)
    children = [*steps]
    if grades:
        children.append(NavItem(desk.word(one, "grade"), children=grades))
    if one.positions:
        children.append(_positions(desk, one))
    if one.competencies:
        children.append(NavItem(desk.word(one, "competency"), children=_competencies(desk, one)))
    if matrix.exists(desk, one):
        children.append(NavItem(desk.words("matrix.title"), addresses.matrix(one)))
    if compare.exists(desk, one):
        children.append(NavItem(desk.words("compare.title"), addresses.comparisons(one)))
    if points.ledger(desk, one):
        children.append(NavItem(desk.words("points.title"), addresses.weights(one)))
    children += [NavItem(extra.link.text, extra.link.address) for extra in extras.extras(desk, one)]
    return NavItem(desk.sequence_name(one), addresses.sequence(one), tuple(children))


def _positions(desk: Desk, one: Sequence) -> NavItem:
    """The positions, after the page that compares them."""
    table = positions.table(desk, one)
    pages = [NavItem(table.text, table.address)] if table else []
    pages += [NavItem(desk.name(each), addresses.position(one, key)) for key, each in one.positions.items()]
    return NavItem(desk.word(one, "position"), children=tuple(pages))


def _competencies(desk: Desk, one: Sequence) -> tuple[NavItem, ...]:
    """The sequence's own competencies: in a row, or by group where there are many."""
    if len(one.competencies) <= MANY:
        return tuple(_leaf(desk, one, key) for key in one.competencies)
    return tuple(
        NavItem(group_title(desk, above, group), children=tuple(_leaf(desk, one, key) for key in own))
        for above, group in one.groups()
        if (own := [key for key in group.competencies if key in one.competencies])
    )


def _leaf(desk: Desk, one: Sequence, key: str) -> NavItem:
    return NavItem(desk.name(one.competencies[key]), addresses.competency(one, key))
