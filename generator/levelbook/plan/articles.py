"""A competency at a level: what is new there, what lower levels leave it, or why there is nothing."""

from dataclasses import dataclass

from levelbook.model.competency import Competency, Measure
from levelbook.model.handbook import Sequence
from levelbook.model.standing import Inherited, Standing
from levelbook.plan import addresses
from levelbook.plan.cumulation import adds
from levelbook.plan.desk import Desk, Member
from levelbook.plan.lines import Line, lines, shared_where
from levelbook.plan.places import Target
from levelbook.plan.related import related
from levelbook.plan.remarks import Remark, cautions, remarks
from levelbook.plan.requirements import UNLISTED, Required
from levelbook.plan.shared import (
    Chip,
    Link,
    Nothing,
    cell_extent,
    chip,
    competency_link,
    kind_of_nothing,
    level_name,
    nothing,
    place,
    subjects,
)
from levelbook.problems import Place


@dataclass(frozen=True)
class Held:
    """What still holds of a lower level."""

    link: Nothing | None
    """沿用初级, leading there; none where nothing of it holds."""
    say: str
    """How many hold, how many were raised."""
    lines: tuple[Line, ...]
    """What holds."""
    always: bool
    """Whether the data say so in this cell, so that it is named in every view."""
    counted: bool
    """Whether it is what the level itself writes, so that it is shown in every view."""


@dataclass(frozen=True)
class OpenLevel:
    """What a lower level wrote and this one does not write again."""

    link: Link
    """The level, leading to its page."""
    say: str
    """How many, and how many were raised since."""
    lines: tuple[Line, ...]
    """What it wrote."""


@dataclass(frozen=True)
class Open:
    """What lower levels wrote of which the source does not say whether it holds here."""

    say: str
    """How many, and that the source does not say."""
    levels: tuple[OpenLevel, ...]
    """By the level that wrote it, the nearest first."""

    @property
    def n(self) -> int:
        """How many there are."""
        return sum(len(one.lines) for one in self.levels)


@dataclass(frozen=True)
class Article:
    """A competency at a level."""

    anchor: str
    """Its anchor."""
    link: Link
    """Its name, page and code."""
    code_address: str
    """The permanent address of the competency."""
    chip: Chip | None
    """Its level, where that differs from the page's."""
    cell_name: str
    """Where this level has a name of its own."""
    summary: str
    """The level in a sentence."""
    lines: tuple[Line, ...]
    """What this level is the first to ask."""
    held: tuple[Held, ...]
    """What holds on from lower levels."""
    open: Open | None
    """What may hold on from lower levels."""
    nothing: Nothing | None
    """Why there is nothing."""
    quiet: str
    """Said where this level adds nothing to lower ones."""
    facets: str
    """What it covers, where that is all there is."""
    incomplete: str
    """What of it is missing."""
    remarks: tuple[Remark, ...]
    """Editor's notes on the cell."""
    source: Place | None
    """Where it is edited."""
    tabled: bool
    """Whether its page has the levels side by side."""
    unlevelled: bool
    """Whether it asks the same at every level."""
    number: str
    """The competency's number, as printed."""
    tag: str
    """How it is found out, where not by behaviour."""
    where: str
    """Place of the cell in the source."""
    extent: str
    """How many indicators the source announces, and whether it lists them all."""
    see: tuple[Target, ...]
    """Things related to the cell."""


def article(desk: Desk, reader: Sequence, member: Member, asked: Required, show_level: bool) -> Article:
    """A competency at the level asked of it, or why it is not asked."""
    owner, competency = member
    level = asked.level
    found = desk.standing(reader, member, level) if level else Standing(competency, "", None, (), ())
    cell, code = found.cell, addresses.competency_code(owner, competency)
    empty = _empty(desk, member, found, asked)
    made, where = shared_where(lines(desk, member, found.new, anchored=True))
    unlevelled = bool(competency.indicators)
    return Article(
        anchor=addresses.competency_anchor(reader, owner, competency),
        link=competency_link(desk, member),
        code_address=addresses.permanent(code) if code else "",
        chip=chip(desk, reader, level) if show_level and level and not unlevelled else None,
        cell_name=desk.said(cell, "name") if cell else "",
        summary=desk.marked(cell, "summary") if cell else "",
        lines=made,
        held=tuple(_held(desk, reader, member, found, one) for one in found.inherited),
        open=_open(desk, reader, member, found) if found.open else None,
        nothing=empty,
        quiet=_quiet(desk, found, empty) if adds(reader) else "",
        facets="" if found.applies else subjects(desk, competency),
        incomplete=desk.marked(cell or competency, "incomplete"),
        remarks=_remarks(desk, reader, competency, found),
        source=place(competency, cell or competency),
        tabled=bool(competency.levels) or desk.by_exam(member),
        unlevelled=unlevelled,
        number=desk.said(competency, "number"),
        tag=_tag(desk, member),
        where=desk.said(cell or competency, "where") or where,
        extent=cell_extent(desk, cell) if cell else "",
        see=related(desk, owner, cell) if cell else (),
    )


def _remarks(desk: Desk, reader: Sequence, competency: Competency, found: Standing) -> tuple[Remark, ...]:
    """Notes on the cell, and warnings of the competency about what is shown of it."""
    own = remarks(desk, reader, found.cell) if found.cell else ()
    return (*own, *cautions(desk, reader, competency, (one.code for one in found.applies)))


def _tag(desk: Desk, member: Member) -> str:
    """How a competency is found out, where not by behaviour."""
    owner, competency = member
    measure = owner.measure(competency)
    return "" if measure is Measure.BEHAVIOUR else desk.words(f"measure.{measure.value}")


def _empty(desk: Desk, member: Member, found: Standing, asked: Required) -> Nothing | None:
    _, competency = member
    if asked.level is None:
        return kind_of_nothing(desk, asked.gap or UNLISTED)
    return nothing(desk, found.cell) if found.cell else nothing(desk, competency)


def _quiet(desk: Desk, found: Standing, empty: Nothing | None) -> str:
    if found.new or empty or found.cell is None or found.cell.same_as:
        return ""
    return desk.words("level.nothing_new")


def _held(desk: Desk, reader: Sequence, member: Member, found: Standing, source: Inherited) -> Held:
    owner, competency = member
    name = level_name(desk, reader, source.level)
    anchor = addresses.competency_anchor(reader, owner, competency)
    address = f"{addresses.level(reader, source.level)}#{anchor}"
    always = bool(found.cell and found.cell.same_as == source.level)
    again = not adds(reader) and not always
    return Held(
        link=Nothing("same", desk.words("nothing.same_as", level=name), address=address) if source.indicators else None,
        say=_say_held(desk, name, len(source.indicators), source.raised, again),
        lines=lines(desk, member, source.indicators),
        always=always,
        counted=not adds(reader),
    )


def _open(desk: Desk, reader: Sequence, member: Member, found: Standing) -> Open:
    count = desk.count("plain_indicator", len(found.unsaid))
    return Open(
        say=desk.words("level.open", count=count),
        levels=tuple(_open_level(desk, reader, member, one) for one in found.open),
    )


def _open_level(desk: Desk, reader: Sequence, member: Member, source: Inherited) -> OpenLevel:
    owner, competency = member
    anchor = addresses.competency_anchor(reader, owner, competency)
    key = "level.open_and_raised" if source.raised else "level.open_of"
    raised, count = (desk.count("plain_indicator", n) for n in (source.raised, len(source.indicators)))
    return OpenLevel(
        link=Link(level_name(desk, reader, source.level), f"{addresses.level(reader, source.level)}#{anchor}"),
        say=desk.words(key, count=count, raised=raised),
        lines=lines(desk, member, source.indicators),
    )


def _say_held(desk: Desk, level: str, held: int, raised: int, again: bool) -> str:
    """How many hold on, and how many were raised since; or how many are written again."""
    if again:
        return desk.words("level.again", count=desk.count("plain_indicator", held))
    if not held:
        return desk.words("level.all_raised", level=level, count=desk.count("plain_indicator", raised))
    key = "level.held_and_raised" if raised else "level.held"
    count = desk.count("plain_indicator", held)
    return desk.words(key, count=count, raised=desk.count("plain_indicator", raised))
