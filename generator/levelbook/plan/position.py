"""The page of a position: its place, the levels it requires, conditions, key behaviours, key measures."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from levelbook.model.handbook import Sequence
from levelbook.model.position import Formula, KeyBehaviour, Position
from levelbook.plan import addresses, checklist
from levelbook.plan.desk import Desk
from levelbook.plan.facts import Fact, common, known, text
from levelbook.plan.kpis import Kpi, kpis
from levelbook.plan.page import Heading, Layout, Page
from levelbook.plan.places import Target
from levelbook.plan.profile import Profile, profile
from levelbook.plan.prose import Passage, passages
from levelbook.plan.related import related
from levelbook.plan.remarks import Remark, remarks
from levelbook.plan.shared import Link, Nothing, chip, nothing, place, sequence_link
from levelbook.problems import Place


@dataclass(frozen=True)
class Behaviour:
    """A key behaviour."""

    number: str
    """As printed."""
    name: str
    """What it is called."""
    aliases: str
    """Other names."""
    where: str
    """Place in the source."""
    see: tuple[Target, ...]
    """Related things."""
    standards: tuple[Passage, ...]
    """What good looks like."""
    measures: tuple[Kpi, ...]
    """How it is measured."""
    remarks: tuple[Remark, ...]
    """Editor's notes."""


@dataclass(frozen=True)
class PositionView:
    """Everything on the page of a position."""

    title: str
    """The position."""
    code: str
    """Its permanent code."""
    over: Link
    """Its sequence."""
    facts: tuple[Fact, ...]
    """Its place among others, and in the source."""
    nothing: Nothing | None
    """Why there is nothing."""
    incomplete: str
    """What of it is missing."""
    profile: Profile | None
    """The levels it requires."""
    table: str
    """The page that compares positions; nothing where there is none."""
    conditions: tuple[Passage, ...]
    """What one must bring along."""
    behaviours: tuple[Behaviour, ...]
    """What decides about success."""
    measures: tuple[Kpi, ...]
    """Key measures of the position as a whole."""
    sections: tuple[Passage, ...]
    """The source's other prose: purpose, duties, difficulties."""
    remarks: tuple[Remark, ...]
    """Editor's notes."""
    check: str
    """The checklist; nothing where there is none."""
    no_check: str
    """Why there is none."""
    source: Place | None
    """Where it is edited."""
    calculator: Mapping[str, str]
    """The words with which the page computes key measures; empty where there is none to compute."""


def pages(desk: Desk, sequence: Sequence) -> tuple[Page, ...]:
    """The pages of all positions, in order."""
    return tuple(_page(desk, sequence, one) for one in sequence.positions.values())


def _page(desk: Desk, sequence: Sequence, position: Position) -> Page:
    view = _view(desk, sequence, position)
    return Page(
        address=addresses.position(sequence, position.id),
        title=view.title,
        template="position",
        view=view,
        headings=tuple(_headings(desk, view)),
        layout=Layout.WIDE,
        parent=addresses.sequence(sequence),
        source=view.source,
        scripts=("kpi",) if view.calculator else (),
        description=desk.words("position.description", sequence=view.over.text, name=view.title),
    )


def _headings(desk: Desk, view: PositionView) -> Iterator[Heading]:
    keys = ("profile", "conditions", "behaviours", "measures", "sections")
    yield from (Heading(key, desk.words(f"position.{key}")) for key in keys if getattr(view, key))
    if view.remarks:
        yield Heading("remarks", desk.words("note.title"))


def _view(desk: Desk, sequence: Sequence, position: Position) -> PositionView:
    check, no_check = checklist.door(desk, sequence, position.id)
    return PositionView(
        title=desk.name(position),
        code=addresses.short_code(sequence, position.id),
        over=sequence_link(desk, sequence),
        facts=known(_facts(desk, sequence, position)),
        nothing=nothing(desk, position),
        incomplete=desk.marked(position, "incomplete"),
        profile=profile(desk, sequence, position),
        table=addresses.positions(sequence) if compared(sequence) else "",
        conditions=passages(desk, sequence, position.conditions),
        behaviours=tuple(_behaviour(desk, sequence, one) for one in position.key_behaviours),
        measures=kpis(desk, sequence, position.measures),
        sections=passages(desk, sequence, position.sections),
        remarks=remarks(desk, sequence, position),
        check=check,
        no_check=no_check,
        source=place(position),
        calculator=_calculator(desk, position),
    )


def _calculator(desk: Desk, position: Position) -> Mapping[str, str]:
    """The words of the calculator, where any measure has a formula."""
    own = (measure for behaviour in position.key_behaviours for measure in behaviour.measures)
    has = any(isinstance(one.formula, Formula) for one in chain(own, position.measures))
    return desk.words.section("kpi_calc.say") if has else {}


def compared(sequence: Sequence) -> bool:
    """Whether there are positions to compare: several, of which one at least requires levels."""
    positions = sequence.positions.values()
    return len(positions) > 1 and any(one.level or one.required for one in positions)


def _behaviour(desk: Desk, sequence: Sequence, one: KeyBehaviour) -> Behaviour:
    return Behaviour(
        number=desk.said(one, "number"),
        name=desk.name(one),
        aliases=desk.series(desk.name(alias) for alias in one.aliases),
        where=desk.said(one, "where"),
        see=related(desk, sequence, one),
        standards=passages(desk, sequence, one.standards),
        measures=kpis(desk, sequence, one.measures),
        remarks=remarks(desk, sequence, one),
    )


def _facts(desk: Desk, sequence: Sequence, position: Position) -> Iterator[Fact]:
    words, here = desk.words, desk.places.find(sequence, position.id)
    level = chip(desk, sequence, position.level) if position.level else None
    yield Fact(words("position.level"), (), level)
    yield Fact(words("position.reports_to"), _named(desk, sequence, position, "reports_to"))
    yield Fact(words("position.reports"), _naming(desk, sequence, position, "reports_to"))
    yield Fact(words("position.next"), _named(desk, sequence, position, "next"))
    yield Fact(words("position.before"), _naming(desk, sequence, position, "next"))
    yield Fact(words("position.weights"), _weights(desk, sequence, position))
    yield text(words("fact.number"), desk.said(position, "number"))
    yield from common(desk, sequence, position, here)


def _weights(desk: Desk, sequence: Sequence, position: Position) -> tuple[Target, ...]:
    """The page with the points that this position gives its competencies."""
    weights = sequence.weights
    rows = weights.points.values() if weights else ()
    given = any(isinstance(row, dict) and position.id in row for row in rows)
    return (Target(desk.words("position.see_weights"), addresses.weights(sequence)),) if given else ()


def _named(desk: Desk, sequence: Sequence, position: Position, key: str) -> tuple[Target, ...]:
    """The position that another one names: by id, or in words."""
    said = desk.said(position, key)
    found = step(desk, sequence, getattr(position, key) or "")
    return (found or Target(said, ""),) if said else ()


def step(desk: Desk, sequence: Sequence, address: str) -> Target | None:
    """A position of this sequence or another by its address."""
    owner_id, slash, key = address.rpartition("/")
    owner = desk.handbook.sequences.get(owner_id) if slash else sequence
    return desk.places.find(owner, key) if owner and key in owner.positions else None


def _naming(desk: Desk, sequence: Sequence, position: Position, key: str) -> tuple[Target, ...]:
    """The positions that name this one."""
    here = desk.places.find(sequence, position.id)
    found = (
        desk.places.find(owner, other.id)
        for owner in desk.handbook.sequences.values()
        for other in owner.positions.values()
        if other is not position and step(desk, owner, getattr(other, key) or "") == here
    )
    return tuple(one for one in found if one)
