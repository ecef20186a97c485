"""Small views that stand on many pages: links, level chips, kinds of nothing."""

from dataclasses import dataclass

from levelbook.localized.absence import Absence
from levelbook.localized.names import level_name
from levelbook.model.base import Shape
from levelbook.model.competency import Cell, Competency, Document
from levelbook.model.handbook import Sequence
from levelbook.problems import Place
from levelbook.queries.index import Member
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.sitemap import PageKind


@dataclass(frozen=True)
class Link:
    """Words that lead somewhere."""

    text: str
    """The words."""
    address: str
    """The page, with its anchor; nothing where there is none to go to."""
    note: str = ""
    """Small print beside it."""
    current: bool = False
    """Whether it leads to where one is."""


@dataclass(frozen=True)
class Choice:
    """A choice of a field or filter."""

    value: str
    """What is chosen."""
    text: str
    """What it says."""
    name: str = ""
    """What it is called, where it says more than that."""


@dataclass(frozen=True)
class Chip:
    """A level with its stair."""

    name: str
    """Its name."""
    address: str
    """Its page."""
    rank: int
    """How many steps are filled; 0 where the order ranks nothing."""
    of: int
    """How many steps there are."""
    note: str = ""
    """The grades that ask for it."""
    key: str = ""
    """Its id."""
    current: bool = False
    """Whether it is the page one is on."""


def chip(ctx: Context, sequence: Sequence, key: str, current: str = "") -> Chip | None:
    """The chip of a level in force."""
    level = sequence.level(key)
    if level is None:
        return None
    ranked = not sequence.head.unranked
    return Chip(
        name=ctx.name(level),
        address=urls.level(sequence, key),
        rank=sequence.ranks[key] if ranked else 0,
        of=len(sequence.levels) if ranked else 0,
        note=ctx.series(ctx.name(grade) for grade in sequence.grades if grade.level == key),
        key=key,
        current=key == current,
    )


def chips(ctx: Context, sequence: Sequence, current: str = "") -> tuple[Chip, ...]:
    """The chips of all levels, low to high."""
    made = (chip(ctx, sequence, level.id, current) for level in sequence.levels)
    return tuple(one for one in made if one)


def same_as(ctx: Context, sequence: Sequence, level: str, page: str = "") -> Absence:
    """Which level's indicators hold in a cell, leading to them on the page of the competency; none is this page."""
    text = ctx.words("nothing.same_as", level=level_name(ctx, sequence, level))
    return Absence("same", text, address=f"{page}#{urls.level_anchor(level)}")


def extent(ctx: Context, declared: int | None, have: int, open_ended: bool = False, unit: str = "parts") -> str:
    """How many parts the source announces beside those that are here, and whether it lists them all."""
    said = []
    if declared is not None:
        key = unit if have and declared != have else "all_parts" if unit == "parts" else "all"
        said.append(ctx.words(f"declared.{key}", declared=declared, have=have))
    if open_ended:
        said.append(ctx.words("declared.open_ended"))
    return ctx.words("join.sentences").join(said)


def cell_extent(ctx: Context, cell: Cell) -> str:
    """How many indicators the source announces in a cell, and whether it lists them all."""
    return extent(ctx, cell.declared, len(cell.indicators), cell.open_ended, "of")


def place(document: Document, shape: Shape | None = None) -> Place | None:
    """The line at which something is edited."""
    return Place(document.file, shape.line if shape else 1) if document.file else None


def competency_link(ctx: Context, member: Member) -> Link:
    """A competency's name and page."""
    owner, competency = member
    return Link(ctx.name(competency), urls.competency(owner, competency.id), note=competency.code or "")


def confidential(ctx: Context, sequence: Sequence) -> str:
    """What the source says about who may read it, and what to mind; nothing where it says nothing."""
    text = ctx.text(sequence.head.source, "confidential") if sequence.head.source else ""
    return ctx.words("source.mind", text=text) if text else ""


def page_link(ctx: Context, kind: PageKind, sequence: Sequence | None = None) -> Link | None:
    """A page's title and address; none where there is no such page."""
    page = ctx.sitemap.page(kind, sequence)
    return Link(page.title, page.address) if page else None


def sequence_link(ctx: Context, sequence: Sequence) -> Link:
    """A sequence's name and page."""
    return Link(ctx.sequence_name(sequence), urls.sequence(sequence))


def subjects(ctx: Context, competency: Competency) -> str:
    """The subjects or facets of a competency, in a row."""
    listed = ctx.series(ctx.name(topic) for topic in competency.covers)
    return listed + (ctx.words("join.open_end") if competency.open_ended and listed else "")
