"""The page of a syllabus: its editions side by side, chapter by chapter and section by section."""

from collections.abc import Iterable
from collections.abc import Sequence as Ordered
from dataclasses import dataclass

from levelbook.model.base import Entry
from levelbook.model.growth import Chapter, Edition, Section, Syllabus
from levelbook.model.handbook import Sequence
from levelbook.plan import addresses
from levelbook.plan.desk import Desk
from levelbook.plan.page import Heading, Layout, Page
from levelbook.plan.places import Target
from levelbook.plan.prose import Passage, passages
from levelbook.plan.remarks import Remark, remarks
from levelbook.plan.shared import Link, place, sequence_link
from levelbook.problems import Place


@dataclass(frozen=True)
class Lesson:
    """A section in one edition."""

    passage: Passage
    """What it says."""
    targets: tuple[Target, ...]
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
    targets: tuple[Target, ...]
    """What it teaches."""
    see: tuple[Target, ...]
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


def exists(sequence: Sequence) -> bool:
    """Whether a sequence has a syllabus with anything in it."""
    return bool(sequence.syllabus and any(_live(one) for one in sequence.syllabus.editions))


def pages(desk: Desk, sequence: Sequence) -> tuple[Page, ...]:
    """The page of a sequence's syllabus."""
    if sequence.syllabus is None or not exists(sequence):
        return ()
    view = _view(desk, sequence, sequence.syllabus)
    page = Page(
        address=addresses.syllabus(sequence),
        title=desk.words("syllabus.title"),
        template="syllabus",
        view=view,
        headings=_headings(desk, view),
        layout=Layout.WIDE,
        parent=addresses.sequence(sequence),
        source=view.source,
        description=desk.words("syllabus.description", sequence=view.over.text),
    )
    return (page,)


def _headings(desk: Desk, view: SyllabusView) -> tuple[Heading, ...]:
    found = [Heading(one.anchor, one.title) for one in view.chapters]
    found += [Heading("sections", desk.words("prose.of_source"))] if view.sections else []
    found += [Heading("remarks", desk.words("note.title"))] if view.remarks else []
    return tuple(found)


def _live(edition: Edition) -> tuple[Chapter, ...]:
    return tuple(one for one in edition.chapters if not one.retired)


def _view(desk: Desk, sequence: Sequence, syllabus: Syllabus) -> SyllabusView:
    ids = merged([[one.id for one in _live(edition)] for edition in reversed(syllabus.editions)])
    chapters = tuple(_chapter(desk, sequence, syllabus, key) for key in ids)
    return SyllabusView(
        over=sequence_link(desk, sequence),
        figures=figures(desk, syllabus),
        editions=tuple(desk.name(one) for one in syllabus.editions),
        new=tuple(_new(desk, syllabus)),
        incomplete=desk.marked(sequence.head, "incomplete"),
        chapters=chapters,
        sections=passages(desk, sequence, syllabus.sections),
        remarks=_remarks(desk, sequence, syllabus),
        source=place(syllabus),
    )


def figures(desk: Desk, syllabus: Syllabus) -> str:
    """How many editions, and how many chapters in all of them together."""
    chapters = {one.id for edition in syllabus.editions for one in _live(edition)}
    return desk.clauses([desk.count("edition", len(syllabus.editions)), desk.count("taught", len(chapters))])


def _remarks(desk: Desk, sequence: Sequence, syllabus: Syllabus) -> tuple[Remark, ...]:
    return tuple(one for shape in (syllabus, *syllabus.editions) for one in remarks(desk, sequence, shape))


def _chapter(desk: Desk, sequence: Sequence, syllabus: Syllabus, key: str) -> ChapterView:
    found = [(edition, one) for edition in syllabus.editions for one in _live(edition) if one.id == key]
    _, newest = found[-1]
    every = [one for _, one in found]
    return ChapterView(
        anchor=addresses.part_anchor(key),
        title=_title(desk, newest),
        new=any(one.new for one in every),
        editions=tuple(_edition(desk, edition, one, newest) for edition, one in found),
        rows=_rows(desk, sequence, every),
        targets=_targets(desk, sequence, (address for one in every for address in one.targets)),
        see=_targets(desk, sequence, (address for one in every for address in one.see)),
        remarks=tuple(one for chapter in every for one in remarks(desk, sequence, chapter)),
    )


def _title(desk: Desk, chapter: Chapter) -> str:
    return desk.words("join.gap").join(part for part in (desk.said(chapter, "number"), desk.name(chapter)) if part)


def _edition(desk: Desk, edition: Edition, chapter: Chapter, newest: Chapter) -> str:
    """The name of an edition, with the chapter's title there where it is another one."""
    title = _title(desk, chapter)
    name = desk.name(edition)
    return name if title == _title(desk, newest) else desk.words("syllabus.edition_as", edition=name, title=title)


def _targets(desk: Desk, sequence: Sequence, addresses_of: Iterable[str]) -> tuple[Target, ...]:
    found = (desk.places.find(sequence, address) for address in addresses_of)
    return tuple(dict.fromkeys(one for one in found if one))


def _rows(desk: Desk, sequence: Sequence, chapters: list[Chapter]) -> tuple[LessonRow, ...]:
    """Sections of the same number, or of the same name where they have none, stand beside each other."""
    keyed = [_keyed(chapter.sections, at) for at, chapter in enumerate(chapters)]
    keys = merged([list(one) for one in reversed(keyed)])
    rows = []
    for key in keys:
        sections = [one.get(key) for one in keyed]
        number = next((desk.said(one, "number") for one in sections if one and one.number), "")
        rows.append(LessonRow(number, tuple(_lesson(desk, sequence, one) if one else None for one in sections)))
    return tuple(rows)


def _keyed(sections: tuple[Section, ...], edition: int) -> dict[str, Section]:
    found: dict[str, Section] = {}
    for at, one in enumerate(sections):
        key = one.number or one.name or ""
        found[key if key and key not in found else f"{edition}/{at}"] = one
    return found


def _lesson(desk: Desk, sequence: Sequence, section: Section) -> Lesson:
    [passage] = passages(desk, sequence, [section])
    return Lesson(passage, _targets(desk, sequence, section.targets))


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


def _new(desk: Desk, syllabus: Syllabus) -> Iterable[Link]:
    """What the source marks as new, each with the chapter it stands in."""
    for edition in syllabus.editions:
        for chapter in _live(edition):
            address = f"#{addresses.part_anchor(chapter.id)}"
            if chapter.new:
                yield Link(_title(desk, chapter), address)
            for section in chapter.sections:
                yield from (Link(text, address) for text in _new_in(desk, section))


def _new_in(desk: Desk, entry: Entry) -> Iterable[str]:
    if entry.new:
        yield desk.said(entry, "name") or desk.said(entry, "text") or desk.said(entry, "number")
    for part in entry.items:
        yield from _new_in(desk, part)
