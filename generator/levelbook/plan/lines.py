"""Indicators as lists show them: a line each, with what is special about it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from levelbook.model.competency import Indicator
from levelbook.plan import addresses
from levelbook.plan.desk import Desk, Member
from levelbook.plan.places import Target
from levelbook.plan.related import related
from levelbook.plan.remarks import Remark, remarks
from levelbook.plan.shared import level_name, place
from levelbook.problems import Place


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
        text=desk.marked(indicator, "text"),
        lead=desk.said(indicator, "name"),
        address=addresses.permanent(indicator.code) if indicator.code else "",
        anchor=indicator.code if anchored else "",
        raised=raised(desk, member, indicator),
        tags=tags(desk, indicator),
        incomplete=desk.marked(indicator, "incomplete"),
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
