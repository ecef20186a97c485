"""All pages of a handbook, kind after kind.

A kind of page is a module with a function `pages`, or a package whose module `page` has it: of a sequence those that
this sequence has of the kind, else those of the handbook. They make what the sitemap says, and no page imports another.
"""

from collections.abc import Hashable, Iterable, Iterator
from typing import Any, Protocol, TypeVar

from levelbook.catalogue import Catalogue
from levelbook.model.handbook import Handbook, Sequence
from levelbook.pages import (
    comparison,
    empty_level,
    glossary,
    grade,
    indicator_index,
    level,
    level_pairs,
    matrix,
    positions,
    print_forms,
    process,
    syllabus,
)
from levelbook.pages.actions import page as actions
from levelbook.pages.assessment import checklist, overview
from levelbook.pages.calibration import page as calibration
from levelbook.pages.collection import page as collection
from levelbook.pages.competency import page as competency
from levelbook.pages.concept import page as concept
from levelbook.pages.course import page as course
from levelbook.pages.course import sheet as course_sheet
from levelbook.pages.former import page as former
from levelbook.pages.home import page as home
from levelbook.pages.notes import page as notes
from levelbook.pages.permanent import page as permanent
from levelbook.pages.permanent import past
from levelbook.pages.pocket_card import page as pocket_card
from levelbook.pages.position import page as position
from levelbook.pages.releases import page as releases
from levelbook.pages.sequence import page as sequence
from levelbook.pages.sequences import page as sequences
from levelbook.pages.source import page as source
from levelbook.pages.transfer import page as transfer
from levelbook.pages.weights import page as weights
from levelbook.queries.remembered import asked_once
from levelbook.site.context import Context
from levelbook.site.page import Page, StandalonePage

SEQUENCE_PAGES = (
    sequence,
    level,
    empty_level,
    grade,
    position,
    positions,
    competency,
    matrix,
    level_pairs,
    comparison,
    weights,
    print_forms,
    actions,
    course,
    process,
    syllabus,
    calibration,
    source,
    checklist,
)
"""The kinds of pages that each sequence may have, in their order."""
HANDBOOK_PAGES = (overview, concept, transfer, indicator_index, collection, notes, releases, glossary)
"""The kinds of pages that the handbook has but once."""


P_co = TypeVar("P_co", Page, StandalonePage, covariant=True)


class Make(Protocol[P_co]):
    """What makes the pages of a kind: all of them, or those of a sequence."""

    def __call__(self, ctx: Context, /, *of: Any) -> Iterable[P_co]:
        """The pages, in order."""


Batch = tuple[Any, ...]
"""What makes pages, and of what."""


def pages(handbook: Handbook, words: Catalogue) -> tuple[Page | StandalonePage, ...]:
    """All pages of the handbook, those of the theme first."""
    ctx = Context(handbook, words)
    return (*theme_pages(ctx), *standalone_pages(ctx))


def theme_pages(ctx: Context) -> Iterator[Page]:
    """The pages inside the theme."""
    for batch in theme_batches(ctx):
        yield from made(ctx, *batch)


def standalone_pages(ctx: Context) -> Iterator[StandalonePage]:
    """The pages outside the theme: cards, sheets, those behind permanent codes, last those formerly there."""
    present = {page.address for page in ctx.sitemap.pages}
    for batch in standalone_batches(ctx):
        for page in made(ctx, *batch):
            present.add(page.address)
            yield page
    yield from made(ctx, *former_batch(frozenset(present)))


def theme_batches(ctx: Context) -> Iterator[Batch]:
    """What makes the pages inside the theme."""
    yield (home.pages,)
    yield (sequences.pages,)
    for owner in ctx.handbook.sequences.values():
        for kind in SEQUENCE_PAGES:
            yield kind.pages, owner
    for kind in HANDBOOK_PAGES:
        yield (kind.pages,)


def standalone_batches(ctx: Context) -> Iterator[Batch]:
    """What makes the pages outside the theme that are not formerly there."""
    for owner in ctx.handbook.sequences.values():
        yield pocket_card.pages, owner
        yield course_sheet.pages, owner
        yield permanent.pages, owner
    yield (concept.retired_pages,)
    yield (past.pages,)


def former_batch(present: frozenset[str]) -> Batch:
    """What makes the pages that were formerly there: those whose addresses no other page has."""
    return former.pages, present


def of_batch(make: Make[Any], *of: object) -> Hashable:
    """What tells a batch from others."""
    return make, *(thing.id for thing in of if isinstance(thing, Sequence))


@asked_once(of_batch)
def made(ctx: Context, make: Make[P_co], *of: Any) -> tuple[P_co, ...]:
    """The pages of a batch."""
    return tuple(make(ctx, *of))
