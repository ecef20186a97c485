"""All pages of a handbook, kind after kind.

A kind of page is a module with a function `pages`, or a package whose module `page` has it: of a sequence those that
this sequence has of the kind, else those of the handbook. They make what the sitemap says, and no page imports another.
"""

from collections.abc import Iterator

from levelbook.catalogue import Catalogue
from levelbook.model.handbook import Handbook
from levelbook.pages import (
    comparison,
    empty_level,
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
from levelbook.pages.collection import page as collection
from levelbook.pages.competency import page as competency
from levelbook.pages.concept import page as concept
from levelbook.pages.course import page as course
from levelbook.pages.course import sheet as course_sheet
from levelbook.pages.former import page as former
from levelbook.pages.home import page as home
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


def pages(handbook: Handbook, words: Catalogue) -> tuple[Page | StandalonePage, ...]:
    """All pages of the handbook, those of the theme first."""
    ctx = Context(handbook, words)
    return (*theme_pages(ctx), *standalone_pages(ctx))


def theme_pages(ctx: Context) -> Iterator[Page]:
    """The pages inside the theme."""
    yield from home.pages(ctx)
    yield from sequences.pages(ctx)
    for owner in ctx.handbook.sequences.values():
        for kind in SEQUENCE_PAGES:
            yield from kind.pages(ctx, owner)
    for kind in HANDBOOK_PAGES:
        yield from kind.pages(ctx)


def standalone_pages(ctx: Context) -> Iterator[StandalonePage]:
    """The pages outside the theme: cards, sheets, those behind permanent codes, last those formerly there."""
    present = {page.address for page in ctx.sitemap.pages}
    for page in _standalone_pages_of_today(ctx):
        present.add(page.address)
        yield page
    yield from former.pages(ctx, present)


def _standalone_pages_of_today(ctx: Context) -> Iterator[StandalonePage]:
    for owner in ctx.handbook.sequences.values():
        yield from pocket_card.pages(ctx, owner)
        yield from course_sheet.pages(ctx, owner)
        yield from permanent.pages(ctx, owner)
    yield from concept.retired_pages(ctx)
    yield from past.pages(ctx)
