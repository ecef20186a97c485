"""The page of a syllabus: its editions side by side, chapter by chapter and section by section."""

from collections.abc import Iterable
from collections.abc import Sequence as Ordered
from dataclasses import dataclass

from levelbook.components.editor_notes import Remark, remarks
from levelbook.components.links import Link, sequence_link
from levelbook.components.more_pages import figures
from levelbook.components.prose import Passage, passages
from levelbook.model.base import Entry
from levelbook.model.growth import Chapter, Edition, Section, Syllabus
from levelbook.model.handbook import Sequence
from levelbook.problems import Place
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
    """Its anchor."""
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
    """Editor's notes."""


@dataclass(frozen=True)
class SyllabusView:
    """Everything on the page."""

    over: Link
    """The sequence."""
    figures: str
    """How many editions, chapters and sections."""
    editions: tuple[str, ...]
    """The editions, oldest first."""
    new: tuple[Link, ...]
    """What the source marks as new."""
    incomplete: str
    """What of the sequence is missing."""
    chapters: tuple[ChapterView, ...]
    """The chapters."""
    sections: tuple[Passage, ...]
    """The source's other prose."""
    remarks: tuple[Remark, ...]
    """Editor's notes on the syllabus and its editions."""
    source: Place | None
    """Where it is edited."""


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
        source=view.source,
        description=ctx.words("syllabus.description", sequence=view.over.text),
    )
    return (page,)


def _headings(ctx: Context, view: SyllabusView) -> tuple[Heading, ...]:
    found = [Heading(one.anchor, one.title) for one in view.chapters]
    found += [Heading("sections", ctx.words("prose.of_source"))] if view.sections else []
    found += [Heading("remarks", ctx.words("note.title"))] if view.remarks else []
    return tuple(found)


def _view(ctx: Context, sequence: Sequence, syllabus: Syllabus) -> SyllabusView:
    ids = merged([[one.id for one in live_chapters(edition)] for edition in reversed(syllabus.editions)])
    chapters = tuple(_chapter(ctx, sequence, syllabus, key) for key in ids)
    return SyllabusView(
        over=sequence_link(ctx, sequence),
        figures=figures(ctx, sequence, PageKind.SYLLABUS),
        editions=tuple(ctx.name(one) for one in syllabus.editions),
        new=tuple(_new(ctx, syllabus)),
        incomplete=ctx.marked(sequence.head, "incomplete"),
        chapters=chapters,
        sections=passages(ctx, sequence, syllabus.sections),
        remarks=_remarks(ctx, sequence, syllabus),
        source=place(syllabus),
    )


def _remarks(ctx: Context, sequence: Sequence, syllabus: Syllabus) -> tuple[Remark, ...]:
    return tuple(one for shape in (syllabus, *syllabus.editions) for one in remarks(ctx, sequence, shape))


def _chapter(ctx: Context, sequence: Sequence, syllabus: Syllabus, key: str) -> ChapterView:
    found = [(edition, one) for edition in syllabus.editions for one in live_chapters(edition) if one.id == key]
    _, newest = found[-1]
    every = [one for _, one in found]
    return ChapterView(
        anchor=urls.part_anchor(key),
        title=_title(ctx, newest),
        new=any(one.new for one in every),
        editions=tuple(_edition(ctx, edition, one, newest) for edition, one in found),
        rows=_rows(ctx, sequence, every),
        targets=_targets(ctx, sequence, (address for one in every for address in one.targets)),
        see=_targets(ctx, sequence, (address for one in every for address in one.see)),
        remarks=tuple(one for chapter in every for one in remarks(ctx, sequence, chapter)),
    )


def _title(ctx: Context, chapter: Chapter) -> str:
    return ctx.words("join.gap").join(part for part in (ctx.text(chapter, "number"), ctx.name(chapter)) if part)


def _edition(ctx: Context, edition: Edition, chapter: Chapter, newest: Chapter) -> str:
    """The name of an edition, with the chapter's title there where it is another one."""
    title = _title(ctx, chapter)
    name = ctx.name(edition)
    return name if title == _title(ctx, newest) else ctx.words("syllabus.edition_as", edition=name, title=title)


def _targets(ctx: Context, sequence: Sequence, addresses_of: Iterable[str]) -> tuple[LinkTarget, ...]:
    found = (ctx.links.find(sequence, address) for address in addresses_of)
    return tuple(dict.fromkeys(one for one in found if one))


def _rows(ctx: Context, sequence: Sequence, chapters: list[Chapter]) -> tuple[LessonRow, ...]:
    """Sections of the same number, or of the same name where they have none, stand beside each other."""
    keyed = [_keyed(chapter.sections, at) for at, chapter in enumerate(chapters)]
    keys = merged([list(one) for one in reversed(keyed)])
    rows = []
    for key in keys:
        sections = [one.get(key) for one in keyed]
        number = next((ctx.text(one, "number") for one in sections if one and one.number), "")
        rows.append(LessonRow(number, tuple(_lesson(ctx, sequence, one) if one else None for one in sections)))
    return tuple(rows)


def _keyed(sections: tuple[Section, ...], edition: int) -> dict[str, Section]:
    found: dict[str, Section] = {}
    for at, one in enumerate(sections):
        key = one.number or one.name or ""
        found[key if key and key not in found else f"{edition}/{at}"] = one
    return found


def _lesson(ctx: Context, sequence: Sequence, section: Section) -> Lesson:
    [passage] = passages(ctx, sequence, [section])
    return Lesson(passage, _targets(ctx, sequence, section.targets))


def merged(orders: Ordered[Ordered[str]]) -> tuple[str, ...]:
    """Several orders in one: that of the first, with what only others have before what it precedes there."""
    found: list[str] = []
    for order in orders:
        known = set(found)
        at = len(found)
        for key in reversed(order):
            if key in known:
                at = found.index(key)
            else:
                found.insert(at, key)
    return tuple(found)


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
