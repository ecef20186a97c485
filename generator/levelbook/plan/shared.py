"""Small views that stand on many pages: links, level chips, kinds of nothing, indicator lines."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from levelbook.model.base import Reasoned, Shape
from levelbook.model.competency import Cell, Competency, Document, Indicator
from levelbook.model.handbook import Sequence
from levelbook.plan import addresses
from levelbook.plan.desk import Desk, Member
from levelbook.plan.places import Target
from levelbook.plan.related import related
from levelbook.plan.remarks import Remark, remarks
from levelbook.problems import Place

KINDS_OF_NOTHING = {"not_required": "na", "blank": "empty", "lost": "lost", "incomplete": "lost"}
"""Keys of the data, and how the kind of nothing looks."""


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


@dataclass(frozen=True)
class Nothing:
    """Why something is not there, which looks different for every reason."""

    kind: str
    """na, same, empty or lost."""
    text: str
    """What it says."""
    why: str = ""
    """The reason in the data."""
    address: str = ""
    """Where it is said instead."""


@dataclass(frozen=True)
class Raised:
    """A lower demand that an indicator takes the place of."""

    level: str
    """Name of the level it stands at."""
    code: str
    """Its code."""
    short: str
    """The last part of its code."""
    address: str
    """Its permanent page."""


@dataclass(frozen=True)
class Line:
    """An indicator as lists show it."""

    code: str
    """Its code, or nothing yet."""
    text: str
    """What it says; may hold a little inline Markdown."""
    lead: str
    """Its lead word."""
    address: str
    """Its permanent page."""
    anchor: str
    """Its id on this page, where this is its place."""
    raised: tuple[Raised, ...]
    """What it raises."""
    tags: tuple[str, ...]
    """What is special about it, in words."""
    incomplete: str
    """What of it is missing."""
    source: Place | None
    """Where it is edited."""
    number: str = ""
    """As printed."""
    where: str = ""
    """Place in the source."""
    see: tuple[Target, ...] = ()
    """Related things."""
    remarks: tuple[Remark, ...] = ()
    """Editor's notes on it."""


def chip(desk: Desk, sequence: Sequence, key: str, current: str = "") -> Chip | None:
    """The chip of a level in force."""
    level = sequence.level(key)
    if level is None:
        return None
    ranked = not sequence.head.unranked
    return Chip(
        name=desk.name(level),
        address=addresses.level(sequence, key),
        rank=sequence.ranks[key] if ranked else 0,
        of=len(sequence.levels) if ranked else 0,
        note=desk.series(desk.name(grade) for grade in sequence.grades if grade.level == key),
        key=key,
        current=key == current,
    )


def chips(desk: Desk, sequence: Sequence, current: str = "") -> tuple[Chip, ...]:
    """The chips of all levels, low to high."""
    made = (chip(desk, sequence, level.id, current) for level in sequence.levels)
    return tuple(one for one in made if one)


def level_name(desk: Desk, sequence: Sequence, key: str) -> str:
    """The name of a level, or its id where it has ended."""
    level = sequence.level(key)
    return desk.name(level) if level else key


def nothing(desk: Desk, shape: Reasoned) -> Nothing | None:
    """Why a thing has no content."""
    if shape.reason is None:
        return None
    key, _ = shape.reason
    return Nothing(KINDS_OF_NOTHING[key], desk.words(f"nothing.{key}"), desk.said(shape, key))


def extent(desk: Desk, declared: int | None, have: int, open_ended: bool = False, unit: str = "parts") -> str:
    """How many parts the source announces beside those that are here, and whether it lists them all."""
    said = []
    if declared is not None:
        key = unit if have and declared != have else "all_parts" if unit == "parts" else "all"
        said.append(desk.words(f"declared.{key}", declared=declared, have=have))
    if open_ended:
        said.append(desk.words("declared.open_ended"))
    return desk.words("join.sentences").join(said)


def cell_extent(desk: Desk, cell: Cell) -> str:
    """How many indicators the source announces in a cell, and whether it lists them all."""
    return extent(desk, cell.declared, len(cell.indicators), cell.open_ended, "of")


def figure(value: Decimal) -> str:
    """A figure as people write it: 2, 0.5, not 2.0."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def place(document: Document, shape: Shape | None = None) -> Place | None:
    """The line at which something is edited."""
    return Place(document.file, shape.line if shape else 1) if document.file else None


def line(desk: Desk, member: Member, indicator: Indicator, anchored: bool = False) -> Line:
    """An indicator as a line."""
    key = (member[0].id, indicator.code, anchored)
    if not indicator.code:
        return _line(desk, member, indicator, anchored)
    if key not in desk.lines:
        desk.lines[key] = _line(desk, member, indicator, anchored)
    made: Line = desk.lines[key]
    return made


def _line(desk: Desk, member: Member, indicator: Indicator, anchored: bool) -> Line:
    owner, competency = member
    here = desk.places.of_code(indicator.code)
    return Line(
        code=indicator.code,
        text=desk.said(indicator, "text"),
        lead=desk.said(indicator, "name"),
        address=addresses.permanent(indicator.code) if indicator.code else "",
        anchor=indicator.code if anchored else "",
        raised=raised(desk, member, indicator),
        tags=tags(desk, indicator),
        incomplete=desk.said(indicator, "incomplete"),
        source=place(competency, indicator),
        number=desk.said(indicator, "number"),
        where=desk.said(indicator, "where"),
        see=related(desk, owner, indicator, here),
        remarks=remarks(desk, owner, indicator),
    )


def lines(desk: Desk, member: Member, indicators: Iterable[Indicator], anchored: bool = False) -> tuple[Line, ...]:
    """Indicators as lines."""
    return tuple(line(desk, member, one, anchored) for one in indicators)


def shared_where(made: tuple[Line, ...]) -> tuple[tuple[Line, ...], str]:
    """Lines without the place in the source that all of them share, and that place."""
    places = {one.where for one in made}
    if len(made) < 2 or len(places) > 1:
        return made, ""
    return tuple(replace(one, where="") for one in made), places.pop()


def raised(desk: Desk, member: Member, indicator: Indicator) -> tuple[Raised, ...]:
    """What an indicator raises, with where it stands."""
    owner, competency = member
    found = ((code, competency.home(code)) for code in indicator.raises)
    return tuple(
        Raised(level_name(desk, owner, home), code, code.rpartition("-")[2], addresses.permanent(code))
        for code, home in found
        if home
    )


def tags(desk: Desk, indicator: Indicator) -> tuple[str, ...]:
    """What is special about an indicator, in words."""
    depth = desk.said(indicator, "depth")
    found = [desk.words("indicator.negative")] if indicator.negative else []
    return tuple(found + ([desk.words("indicator.depth", depth=depth)] if depth else []))


def competency_link(desk: Desk, member: Member) -> Link:
    """A competency's name and page."""
    owner, competency = member
    return Link(desk.name(competency), addresses.competency(owner, competency.id), note=competency.code or "")


def subjects(desk: Desk, competency: Competency) -> str:
    """The subjects or facets of a competency, in a row."""
    listed = desk.series(desk.name(topic) for topic in competency.covers)
    return listed + (desk.words("join.open_end") if competency.open_ended and listed else "")
