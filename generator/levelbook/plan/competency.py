"""The page of a competency: definition, its levels side by side, how to improve, who needs it."""

from dataclasses import dataclass

from levelbook.model.competency import Cell, Measure
from levelbook.model.handbook import Sequence
from levelbook.plan import addresses, exams
from levelbook.plan.desk import Desk, Member
from levelbook.plan.exams import Bands
from levelbook.plan.holdings import group_title
from levelbook.plan.page import Heading, Layout, Page
from levelbook.plan.places import Target
from levelbook.plan.prose import Passage, Remark, Subject, passages, remarks, shares
from levelbook.plan.requirements import Need, needs
from levelbook.plan.shared import Chip, Line, Link, Nothing, chip, level_name, lines, nothing, place
from levelbook.plan.ways import Way, ways
from levelbook.problems import Place


@dataclass(frozen=True)
class Column:
    """A level of the competency."""

    chip: Chip
    """The level."""
    anchor: str
    """Its anchor."""
    number: int
    """Which column it is."""
    head: str
    """Level and grades, where the column becomes an entry of its own."""
    name: str
    """Where this level has a name of its own."""
    summary: str
    """The level in a sentence."""
    lines: tuple[Line, ...]
    """Its indicators, as written there."""
    same: Nothing | None
    """Which level's indicators hold here."""
    nothing: Nothing | None
    """Why there is nothing."""
    incomplete: str
    """What of it is missing."""


@dataclass(frozen=True)
class Elsewhere:
    """The same concept in another sequence."""

    sequence: Link
    """The sequence."""
    link: Link
    """The competency."""
    figures: str
    """What there is of it."""


@dataclass(frozen=True)
class CompetencyView:
    """Everything on the page of a competency."""

    title: str
    """The competency."""
    code: str
    """Its whole code."""
    over: Link
    """Its sequence."""
    definition: str
    """What it means."""
    no_definition: Nothing | None
    """Said where there is none."""
    facts: tuple[tuple[str, str], ...]
    """Group, how it is found out, other names."""
    see: tuple[Target, ...]
    """Related things."""
    columns: tuple[Column, ...]
    """Its levels."""
    levels_title: str
    """The heading over them."""
    figures: str
    """How many indicators."""
    compare: str
    """The page that lists comparisons; nothing where there is one level."""
    caption: str
    """What the table of levels shows, for those who cannot see it."""
    summaries: bool
    """Whether any level has a summary."""
    lines: tuple[Line, ...]
    """Indicators for every level."""
    subjects: tuple[Subject, ...]
    """Subjects or facets."""
    by_exam: bool
    """Whether it is found out by an exam."""
    bands: Bands | None
    """How marks become a rating."""
    nothing: Nothing | None
    """Why there is nothing."""
    incomplete: str
    """What of it is missing."""
    ways: tuple[Way, ...]
    """How to improve."""
    needs: tuple[Need, ...]
    """Who needs it."""
    elsewhere: tuple[Elsewhere, ...]
    """The same concept elsewhere."""
    concept: str
    """The concept."""
    sections: tuple[Passage, ...]
    """The source's other prose."""
    remarks: tuple[Remark, ...]
    """Editor's notes."""
    source: Place | None
    """Where it is edited."""


def pages(desk: Desk, sequence: Sequence) -> tuple[Page, ...]:
    """The pages of all competencies that belong to a sequence."""
    return tuple(_page(desk, (sequence, one)) for one in sequence.competencies.values())


def _page(desk: Desk, member: Member) -> Page:
    owner, competency = member
    view = _view(desk, member)
    return Page(
        address=addresses.competency(owner, competency.id),
        title=view.title,
        template="competency",
        view=view,
        headings=_headings(desk, view),
        anchors=frozenset(column.anchor for column in view.columns),
        layout=Layout.WIDE,
        parent=addresses.sequence(owner),
        source=view.source,
        description=view.definition or desk.words("competency.description", sequence=view.over.text, name=view.title),
    )


def _headings(desk: Desk, view: CompetencyView) -> tuple[Heading, ...]:
    titles = {
        "levels": view.levels_title if view.columns else "",
        "subjects": desk.words("exam.subjects" if view.by_exam else "competency.covers") if view.subjects else "",
        "bands": desk.words("exam.bands") if view.bands else "",
        "actions": desk.words("competency.actions") if view.ways else "",
        "required": desk.words("competency.required") if view.needs else "",
        "elsewhere": desk.words("competency.elsewhere") if view.elsewhere else "",
        "sections": desk.words("prose.of_source") if view.sections else "",
        "remarks": desk.words("note.title") if view.remarks else "",
    }
    return tuple(Heading(key, title) for key, title in titles.items() if title)


def _view(desk: Desk, member: Member) -> CompetencyView:
    owner, competency = member
    columns = _columns(desk, member)
    by_exam = owner.measure(competency) is Measure.EXAM
    total = len(competency.every_live())
    definition = desk.said(competency, "definition") or desk.said(competency, "short")
    return CompetencyView(
        title=desk.name(competency),
        code=addresses.competency_code(owner, competency),
        over=Link(desk.sequence_name(owner), addresses.sequence(owner)),
        definition=definition,
        no_definition=None if definition else Nothing("empty", desk.words("competency.no_definition")),
        facts=_facts(desk, member),
        see=_see(desk, member),
        columns=columns,
        levels_title=desk.words("competency.levels", n=desk.amount(len(columns))),
        figures=desk.count("indicator", total) if total else "",
        compare=addresses.comparisons(owner) if len(columns) > 1 else "",
        caption=desk.words("competency.caption", name=desk.name(competency)),
        summaries=any(column.summary for column in columns),
        lines=lines(desk, member, competency.indicators, anchored=True),
        subjects=shares(desk, owner, competency.covers),
        by_exam=by_exam,
        bands=exams.bands(desk, owner) if by_exam else None,
        nothing=nothing(desk, competency),
        incomplete=desk.said(competency, "incomplete"),
        ways=ways(desk, member),
        needs=needs(desk, owner, member),
        elsewhere=_elsewhere(desk, member),
        concept=_concept(desk, member),
        sections=passages(desk, owner, competency.sections),
        remarks=_remarks(desk, member),
        source=place(competency),
    )


def _remarks(desk: Desk, member: Member) -> tuple[Remark, ...]:
    """Notes on the competency, its cells and its indicators."""
    owner, competency = member
    shapes = [competency, *competency.levels.values(), *competency.every_live()]
    return tuple(one for shape in shapes for one in remarks(desk, owner, shape))


def _facts(desk: Desk, member: Member) -> tuple[tuple[str, str], ...]:
    owner, competency = member
    groups = owner.group_of(competency.id)
    facts = {
        "group": group_title(desk, groups[:-1], groups[-1]) if groups else "",
        "kind": desk.words(f"kind.{owner.kind(competency).value}"),
        "measure": desk.words(f"measure.{owner.measure(competency).value}"),
        "number": desk.said(competency, "number"),
        "aliases": desk.series(desk.name(one) for one in competency.aliases),
    }
    return tuple((desk.words(f"fact.{key}"), text) for key, text in facts.items() if text)


def _see(desk: Desk, member: Member) -> tuple[Target, ...]:
    """What a competency points to, and what points to it."""
    owner, competency = member
    found = [desk.places.find(owner, address) for address in competency.see]
    here = desk.places.find(owner, competency.id)
    for sequence in desk.handbook.sequences.values():
        for other in sequence.competencies.values():
            if other is not competency and here in [desk.places.find(sequence, address) for address in other.see]:
                found.append(desk.places.find(sequence, other.id))
    return tuple(dict.fromkeys(one for one in found if one))


def _columns(desk: Desk, member: Member) -> tuple[Column, ...]:
    owner, competency = member
    found = ((level.id, competency.cell(level.id)) for level in owner.levels)
    return tuple(_column(desk, member, key, cell, at) for at, (key, cell) in enumerate(found, 1) if cell)


def _column(desk: Desk, member: Member, key: str, cell: Cell, at: int) -> Column:
    owner, _ = member
    made = chip(desk, owner, key)
    assert made is not None
    return Column(
        chip=made,
        anchor=addresses.level_anchor(key),
        number=at,
        head=desk.words("join.label").join(part for part in (made.name, made.note) if part),
        name=desk.said(cell, "name"),
        summary=desk.said(cell, "summary"),
        lines=lines(desk, member, cell.indicators),
        same=_same(desk, owner, cell),
        nothing=nothing(desk, cell),
        incomplete=desk.said(cell, "incomplete"),
    )


def _same(desk: Desk, owner: Sequence, cell: Cell) -> Nothing | None:
    if not cell.same_as:
        return None
    name = level_name(desk, owner, cell.same_as)
    return Nothing(
        "same", desk.words("nothing.same_as", level=name), address=f"#{addresses.level_anchor(cell.same_as)}"
    )


def _concept(desk: Desk, member: Member) -> str:
    concept = desk.handbook.concepts.get(member[1].concept or "")
    return desk.name(concept) if concept else ""


def _elsewhere(desk: Desk, member: Member) -> tuple[Elsewhere, ...]:
    """Competencies of other sequences that belong to the same concept."""
    owner, competency = member
    if not competency.concept:
        return ()
    return tuple(
        Elsewhere(
            sequence=Link(desk.sequence_name(sequence), addresses.sequence(sequence)),
            link=Link(desk.name(other), addresses.competency(sequence, other.id)),
            figures=desk.count("indicator", len(other.every_live())) if other.every_live() else "",
        )
        for sequence in desk.handbook.sequences.values()
        for other in sequence.competencies.values()
        if sequence.id != owner.id and other.concept == competency.concept
    )
