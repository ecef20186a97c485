"""The page of a course: what it covers, by competency and level, and what has changed since its slides were made."""

from collections.abc import Iterator
from dataclasses import dataclass

from levelbook.components.actions_for import link_of, lowest_level, text_of, type_of
from levelbook.components.editor_notes import Remark, remarks
from levelbook.components.links import Link, PageOfSequence, page_link, sequence_link
from levelbook.model.growth import Action
from levelbook.model.handbook import Sequence
from levelbook.pages.course.changes import ReleaseChoice, release_choices
from levelbook.pages.course.contents import (
    CoveredBlock,
    TouchedRow,
    covered_blocks,
    for_levels,
    touched_rows,
)
from levelbook.queries.courses import courses
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.edit_places import place
from levelbook.site.page import Heading, Layout, Page
from levelbook.site.sitemap import PageKind


@dataclass(frozen=True)
class CourseView(PageOfSequence):
    """Everything on the page."""

    above: Link
    """The list of all courses and practices."""
    type: str
    """The name of its kind."""
    code: str
    lead: str
    """How much it covers, and of which levels; or that nobody has said what."""
    facts: tuple[str, ...]
    """For whom it is, and how long it takes, where that is known."""
    link: str
    """Where the course itself is, outside the handbook."""
    codes: tuple[str, ...]
    """What it covers, each once."""
    sheet: str
    """The page with its QR codes; nothing where it covers nothing."""
    table: str
    """The file with its codes."""
    collection: str
    """The collection of what it covers."""
    releases: tuple[ReleaseChoice, ...]
    """The releases that its slides may have been made from; none where no change is known."""
    covered: tuple[CoveredBlock, ...]
    touched: tuple[TouchedRow, ...]
    remarks: tuple[Remark, ...]


def pages(ctx: Context, sequence: Sequence) -> Iterator[Page]:
    """The pages of a sequence's courses."""
    for action in courses(sequence):
        view = _view(ctx, sequence, action)
        yield Page(
            place=ctx.sitemap.existing(PageKind.COURSE, sequence, action.id or ""),
            template="course",
            view=view,
            headings=tuple(_headings(ctx, view)),
            layout=Layout.WIDE,
            source=place(sequence.actions, action) if sequence.actions else None,
            description=ctx.words("course.description", name=text_of(ctx, action), lead=view.lead),
            has_script=bool(view.releases),
        )


def _headings(ctx: Context, view: CourseView) -> Iterator[Heading]:
    if view.covered:
        yield Heading("covered", ctx.words("course.covered"))
    if view.touched:
        yield Heading("touched", ctx.words("course.touched"))
    if any(block.others for block in view.covered):
        yield Heading("others", ctx.words("course.others"))


def _view(ctx: Context, sequence: Sequence, action: Action) -> CourseView:
    code = action.id or ""
    covered = covered_blocks(ctx, sequence, action)
    codes = tuple(row.code for block in covered for row in block.rows)
    above = page_link(ctx, PageKind.ACTIONS, sequence)
    assert above is not None
    return CourseView(
        sequence=sequence_link(ctx, sequence),
        above=Link(above.text, f"{above.address}#{code}"),
        type=type_of(ctx, sequence, action),
        code=code,
        lead=_lead(ctx, sequence, action, len(codes)),
        facts=tuple(_facts(ctx, sequence, action)),
        link=link_of(action),
        codes=codes,
        sheet=urls.course_sheet(sequence, code) if codes else "",
        table=urls.course_codes(sequence, code) if codes else "",
        collection=f"{urls.COLLECTION}#{','.join(codes)}" if codes else "",
        releases=release_choices(ctx) if codes else (),
        covered=covered,
        touched=touched_rows(ctx, sequence, action),
        remarks=remarks(ctx, sequence, action),
    )


def _lead(ctx: Context, sequence: Sequence, action: Action, covered: int) -> str:
    if not covered:
        return ctx.words("course.lead_touched" if action.targets else "course.lead_nothing")
    levels = for_levels(ctx, sequence, action)
    return ctx.words("course.lead", count=ctx.count("indicator", covered), levels=levels)


def _facts(ctx: Context, sequence: Sequence, action: Action) -> Iterator[str]:
    if action.target_from:
        yield ctx.words("actions.who", level=lowest_level(ctx, sequence, action))
    if action.minutes:
        yield ctx.count("minute", int(action.minutes))
