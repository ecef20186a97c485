"""An indicator's own page: where it stands, what it raises, how to quote it."""

from collections.abc import Iterable
from dataclasses import dataclass

from levelbook.inline import plain
from levelbook.model.competency import Competency, Indicator
from levelbook.model.handbook import Sequence
from levelbook.plan import addresses
from levelbook.plan.desk import Desk, Member
from levelbook.plan.gone import Ended, remainder
from levelbook.plan.indicators import place_of
from levelbook.plan.lines import Line, line, tags
from levelbook.plan.page import Light
from levelbook.plan.places import Target
from levelbook.plan.related import related
from levelbook.plan.remarks import Remark, about, remarks
from levelbook.plan.shared import Chip, Link, chip, place, sequence_link
from levelbook.plan.ways import for_indicator
from levelbook.problems import Place


@dataclass(frozen=True)
class Rung:
    """An indicator below or above, linked by raising."""

    level: str
    """The name of its level."""
    line: Line
    """The indicator."""


@dataclass(frozen=True)
class IndicatorView:
    """Everything on the page of an indicator."""

    code: str
    """Its code."""
    path: tuple[Link, ...]
    """Sequence, competency, level."""
    lead: str
    """Its lead word."""
    text: str
    """What it says."""
    tags: tuple[str, ...]
    """What is special about it, in words."""
    incomplete: str
    """What of it is missing."""
    chip: Chip | None
    """Its level."""
    mean: str
    """Competency and summary of the level."""
    here: Link
    """Where it stands among its like."""
    quote: str
    """How to quote it."""
    ended: Ended | None
    """Set where it has ended."""
    above: str
    """At which higher levels it holds, and of which that is not said."""
    raises: tuple[Rung, ...]
    """What it raises, at lower levels."""
    raised_by: tuple[Rung, ...]
    """What raises it, at higher levels."""
    ways: tuple[Link, ...]
    """The courses and practices for it."""
    siblings: tuple[Line, ...]
    """The others of its cell."""
    siblings_note: str
    """Which cell, and how many in it."""
    number: str
    """Its number, as printed."""
    where: str
    """Its place in the source."""
    see: tuple[Target, ...]
    """Related things."""
    remarks: tuple[Remark, ...]
    """Editor's notes."""
    source: Place | None
    """Where it is edited."""


def page(desk: Desk, member: Member, one: Indicator, level: str) -> Light:
    """The page of an indicator, in force or ended."""
    sequence, competency = member
    end = one.retired or competency.retired
    siblings = _siblings(member, one, level) if not end else ()
    view = IndicatorView(
        code=one.code,
        path=_path(desk, member, level),
        lead=desk.said(one, "name"),
        text=desk.marked(one, "text"),
        tags=tags(desk, one),
        incomplete=desk.marked(one, "incomplete"),
        chip=chip(desk, sequence, level) if level else None,
        mean=_mean(desk, competency, level),
        here=place_of(desk, member, level, one),
        quote=_quote(desk, member, one, level),
        ended=remainder(desk, sequence, end) if end else None,
        above="" if end else _above(desk, member, one, level),
        raises=_rungs(desk, member, one.raises),
        raised_by=_rungs(desk, member, _raised_by(competency, one)),
        ways=for_indicator(desk, member, one.code) if not end else (),
        siblings=tuple(line(desk, member, other) for other in siblings),
        siblings_note=_siblings_note(desk, member, level, len(siblings) + 1),
        number=desk.said(one, "number"),
        where=desk.said(one, "where"),
        see=related(desk, sequence, one, desk.places.of_code(one.code)),
        remarks=(*remarks(desk, sequence, one), *about(desk, sequence, competency, one.code)),
        source=place(competency, one),
    )
    return Light(addresses.permanent(one.code), f"{one.code} {plain(view.text)}", "indicator", view)


def _level(desk: Desk, sequence: Sequence, key: str) -> str:
    found = sequence.level(key)
    return desk.name(found) if found else ""


def _path(desk: Desk, member: Member, level: str) -> tuple[Link, ...]:
    """Sequence, competency and level; what has ended is named but not linked."""
    sequence, competency = member
    links = [sequence_link(desk, sequence)]
    page = "" if competency.retired else addresses.competency(sequence, competency.id)
    links.append(Link(desk.name(competency), page))
    name = _level(desk, sequence, level)
    return (*links, Link(name, addresses.level(sequence, level))) if name else tuple(links)


def _mean(desk: Desk, competency: Competency, level: str) -> str:
    cell = competency.cell(level)
    summary = desk.said(cell, "summary") if cell else desk.said(competency, "definition")
    name = desk.name(competency)
    return desk.words("indicator.mean", name=name, summary=summary) if summary else name


def _quote(desk: Desk, member: Member, one: Indicator, level: str) -> str:
    sequence, competency = member
    version = desk.version()
    where = [
        desk.sequence_name(sequence),
        desk.name(competency),
        _level(desk, sequence, level),
        one.code,
        desk.words("indicator.version", version=version) if version else "",
        desk.words("wording.quoted") if desk.reworded(sequence) else "",
    ]
    return desk.words("indicator.quote", text=desk.said(one, "text"), where=desk.clauses(where))


def _siblings(member: Member, one: Indicator, level: str) -> tuple[Indicator, ...]:
    _, competency = member
    cell = competency.cell(level)
    return tuple(other for other in (cell or competency).indicators if other is not one)


def _siblings_note(desk: Desk, member: Member, level: str, n: int) -> str:
    sequence, competency = member
    names = [desk.name(competency), _level(desk, sequence, level)]
    return desk.clauses([*names, desk.words("indicator.in_all", count=desk.count("plain_indicator", n))])


def _above(desk: Desk, member: Member, one: Indicator, level: str) -> str:
    """At which higher levels it holds, and at which the source does not say whether it does."""
    sequence, _ = member
    rank = sequence.ranks.get(level, len(sequence.levels))
    higher = [] if sequence.head.unranked else sequence.levels[rank:]
    found = [(desk.name(other), desk.standing(sequence, member, other.id)) for other in higher]
    holds = [name for name, standing in found if _says(standing.applies, one)]
    waiting = [name for name, standing in found if _says(standing.unsaid, one)]
    said = [desk.words("indicator.holds", levels=desk.series(holds)) if holds else ""]
    said.append(desk.words("indicator.open", levels=desk.series(waiting)) if waiting else "")
    return desk.words("join.sentences").join(part for part in said if part)


def _says(list_: tuple[Indicator, ...], one: Indicator) -> bool:
    return any(other.words == one.words for other in list_)


def _raised_by(competency: Competency, one: Indicator) -> tuple[str, ...]:
    """The codes of the indicators that take its place."""
    return tuple(other.code for other in competency.every_live() if one.code in other.raises and other.code)


def _rungs(desk: Desk, member: Member, codes: Iterable[str]) -> tuple[Rung, ...]:
    """The indicators of these codes, as far as they are in force, with their level."""
    sequence, competency = member
    found = ((competency.home(code), competency.indicator(code)) for code in codes)
    return tuple(Rung(_level(desk, sequence, home), line(desk, member, one)) for home, one in found if home and one)
