"""The page of a syllabus: its editions side by side, chapter by chapter and section by section."""

from collections.abc import Iterable
from collections.abc import Sequence as Ordered
from dataclasses import dataclass

from levelbook.components.editor_notes import Remark, remarks
from levelbook.components.links import Link, sequence_link
from levelbook.components.more_pages import figures
from levelbook.components.prose import PageWithProse, Passage, closing_headings, passages
from levelbook.model.base import Entry
from levelbook.model.growth import Chapter, Edition, Section, Syllabus
from levelbook.model.handbook import Sequence
from levelbook.model.sequence import SequenceHead
from levelbook.queries.process import live_chapters
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.edit_places import place
from levelbook.site.links import LinkTarget
from levelbook.site.page import Heading, Layout, Page
from levelbook.site.sitemap import PageKind


@dataclass(frozen=True)
class Lesson:
    """A section in one edition."""

    passage: Passage
    """What it says."""
    targets: tuple[LinkTarget, ...]
    """What it teaches."""


@dataclass(frozen=True)
class LessonRow:
    """A section in the editions that have its chapter; none where an edition does not list it."""

    number: str
    """Its number, as printed."""
    lessons: tuple[Lesson | None, ...]
    """One an edition."""


@dataclass(frozen=True)
class ChapterView:
    """A chapter."""

    anchor: str
    title: str
    """Its number and name, as its newest edition has it."""
    new: bool
    """Whether the source marks it as new."""
    editions: tuple[str, ...]
    """The editions that have it, with its name there where it differs."""
    rows: tuple[LessonRow, ...]
    """Its sections."""
    targets: tuple[LinkTarget, ...]
    """What it teaches."""
    see: tuple[LinkTarget, ...]
    """Related things."""
    remarks: tuple[Remark, ...]


@dataclass(frozen=True)
class SyllabusView(PageWithProse):
    """Everything on the page."""

    figures: str
    """How many editions, chapters and sections."""
    editions: tuple[str, ...]
    """The editions, oldest first."""
    new_parts: tuple[Link, ...]
    """What the source marks as new."""
    head: SequenceHead
    chapters: tuple[ChapterView, ...]


def pages(ctx: Context, sequence: Sequence) -> tuple[Page, ...]:
    """The page of a sequence's syllabus."""
    if sequence.syllabus is None or not ctx.sitemap.has(PageKind.SYLLABUS, sequence):
        return ()
    view = _view(ctx, sequence, sequence.syllabus)
    page = Page(
        place=ctx.sitemap.existing(PageKind.SYLLABUS, sequence),
        template="syllabus",
        view=view,
        headings=_headings(ctx, view),
        layout=Layout.WIDE,
        source=place(sequence.syllabus),
        description=ctx.words("syllabus.description", sequence=view.sequence.text),
    )
    return (page,)


def _headings(ctx: Context, view: SyllabusView) -> tuple[Heading, ...]:
    headings = [Heading(chapter.anchor, chapter.title) for chapter in view.chapters]
    return (*headings, *closing_headings(ctx, view))


def _view(ctx: Context, sequence: Sequence, syllabus: Syllabus) -> SyllabusView:
    newest_first = reversed(syllabus.editions)
    keys = merged_order([[chapter.id for chapter in live_chapters(edition)] for edition in newest_first])
    chapters = tuple(_chapter(ctx, sequence, syllabus, key) for key in keys)
    return SyllabusView(
        sequence=sequence_link(ctx, sequence),
        figures=figures(ctx, sequence, PageKind.SYLLABUS),
        editions=tuple(ctx.name(edition) for edition in syllabus.editions),
        new_parts=tuple(_new(ctx, syllabus)),
        head=sequence.head,
        chapters=chapters,
        sections=passages(ctx, sequence, syllabus.sections),
        remarks=_remarks(ctx, sequence, syllabus),
    )


def _remarks(ctx: Context, sequence: Sequence, syllabus: Syllabus) -> tuple[Remark, ...]:
    return tuple(remark for shape in (syllabus, *syllabus.editions) for remark in remarks(ctx, sequence, shape))


def _chapter(ctx: Context, sequence: Sequence, syllabus: Syllabus, key: str) -> ChapterView:
    in_editions = [
        (edition, chapter) for edition in syllabus.editions for chapter in live_chapters(edition) if chapter.id == key
    ]
    chapters = [chapter for _, chapter in in_editions]
    newest = chapters[-1]
    return ChapterView(
        anchor=urls.part_anchor(key),
        title=_title(ctx, newest),
        new=any(chapter.new for chapter in chapters),
        editions=tuple(_edition(ctx, edition, chapter, newest) for edition, chapter in in_editions),
        rows=_rows(ctx, sequence, chapters),
        targets=_targets(ctx, sequence, (address for chapter in chapters for address in chapter.targets)),
        see=_targets(ctx, sequence, (address for chapter in chapters for address in chapter.see)),
        remarks=tuple(remark for chapter in chapters for remark in remarks(ctx, sequence, chapter)),
    )


def _title(ctx: Context, chapter: Chapter) -> str:
    return ctx.words("join.gap").join(part for part in (ctx.text(chapter, "number"), ctx.name(chapter)) if part)


def _edition(ctx: Context, edition: Edition, chapter: Chapter, newest: Chapter) -> str:
    """The name of an edition, with the chapter's title there where it is another one."""
    title = _title(ctx, chapter)
    name = ctx.name(edition)
    return name if title == _title(ctx, newest) else ctx.words("syllabus.edition_as", edition=name, title=title)


def _targets(ctx: Context, sequence: Sequence, addresses: Iterable[str]) -> tuple[LinkTarget, ...]:
    targets = (ctx.links.find(sequence, address) for address in addresses)
    return tuple(dict.fromkeys(target for target in targets if target))


def _rows(ctx: Context, sequence: Sequence, chapters: list[Chapter]) -> tuple[LessonRow, ...]:
    """Sections of the same number, or of the same name where they have none, stand beside each other."""
    by_key = [_by_key(chapter.sections, edition) for edition, chapter in enumerate(chapters)]
    keys = merged_order([list(sections) for sections in reversed(by_key)])
    return tuple(_row(ctx, sequence, [sections.get(key) for sections in by_key]) for key in keys)


def _row(ctx: Context, sequence: Sequence, sections: list[Section | None]) -> LessonRow:
    number = next((ctx.text(section, "number") for section in sections if section and section.number), "")
    return LessonRow(number, tuple(_lesson(ctx, sequence, section) if section else None for section in sections))


def _by_key(sections: tuple[Section, ...], edition: int) -> dict[str, Section]:
    """Sections by number or name; one that has neither, or repeats them, is like none of another edition."""
    by_key: dict[str, Section] = {}
    for at, section in enumerate(sections):
        key = section.number or section.name or ""
        by_key[key if key and key not in by_key else f"{edition}/{at}"] = section
    return by_key


def _lesson(ctx: Context, sequence: Sequence, section: Section) -> Lesson:
    [passage] = passages(ctx, sequence, [section])
    return Lesson(passage, _targets(ctx, sequence, section.targets))


def merged_order(orders: Ordered[Ordered[str]]) -> tuple[str, ...]:
    """Several orders in one: that of the first, with what only others have before what it precedes there."""
    merged: list[str] = []
    for order in orders:
        earlier = set(merged)
        at = len(merged)
        for key in reversed(order):
            if key in earlier:
                at = merged.index(key)
            else:
                merged.insert(at, key)
    return tuple(merged)


def _new(ctx: Context, syllabus: Syllabus) -> Iterable[Link]:
    """What the source marks as new, each with the chapter it stands in."""
    for edition in syllabus.editions:
        for chapter in live_chapters(edition):
            address = f"#{urls.part_anchor(chapter.id)}"
            if chapter.new:
                yield Link(_title(ctx, chapter), address)
            for section in chapter.sections:
                yield from (Link(text, address) for text in _new_in(ctx, section))


def _new_in(ctx: Context, entry: Entry) -> Iterable[str]:
    if entry.new:
        yield ctx.text(entry, "name") or ctx.text(entry, "text") or ctx.text(entry, "number")
    for part in entry.items:
        yield from _new_in(ctx, part)
