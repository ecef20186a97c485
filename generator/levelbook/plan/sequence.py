"""The page of a sequence: what it is for, its ladder, its competencies, what is missing."""

from dataclasses import dataclass

from levelbook.model.handbook import Sequence
from levelbook.model.sequence import Group
from levelbook.plan import addresses, compare, completeness, matrix, notes
from levelbook.plan.completeness import Row
from levelbook.plan.desk import Desk, Member
from levelbook.plan.holdings import group_title
from levelbook.plan.ladder import GradeRow, Step, grade_rows, steps
from levelbook.plan.page import Heading, Page
from levelbook.plan.places import Target
from levelbook.plan.prose import Passage, passages
from levelbook.plan.shared import Link, Nothing, nothing, place
from levelbook.problems import Place


@dataclass(frozen=True)
class Leaf:
    """A competency in the tree."""

    link: Link
    """Its name and page."""
    tag: str
    """How it is found out, where not by behaviour."""
    nothing: Nothing | None
    """What of it is missing."""
    figures: str
    """How many indicators."""


@dataclass(frozen=True)
class Branch:
    """A group in the tree."""

    anchor: str
    """Its anchor."""
    also: tuple[str, ...]
    """Anchors of the groups above that begin here."""
    title: str
    """Its name."""
    definition: str
    """What it is."""
    leaves: tuple[Leaf, ...]
    """Its competencies."""
    nothing: Nothing | None
    """Why it is empty."""
    incomplete: str
    """What of it is missing."""


@dataclass(frozen=True)
class SequenceView:
    """Everything on the page of a sequence."""

    title: str
    """The sequence."""
    code: str
    """Its code."""
    definition: str
    """What it is for."""
    facts: tuple[tuple[str, str], ...]
    """What is known of its source."""
    no_date: str
    """Said where the source has no date."""
    see: tuple[Target, ...]
    """Related things."""
    incomplete: str
    """What of it is missing."""
    steps: tuple[Step, ...]
    """The ladder."""
    ladder_title: str
    """The heading over it."""
    ladder_note: str
    """How to read it."""
    unranked: str
    """Why its steps rank nothing."""
    tree: tuple[Branch, ...]
    """The competencies by group."""
    tree_title: str
    """The heading over them."""
    tree_figures: str
    """How many there are."""
    matrix: str
    """The page with all in one table."""
    compare: str
    """The page that lists comparisons."""
    grades: tuple[GradeRow, ...]
    """The grades."""
    grade_title: str
    """The heading over them."""
    grade_word: str
    """The sequence's word for a grade."""
    positions: tuple[str, ...]
    """Names of its positions."""
    completeness: tuple[Row, ...]
    """What is there and what is not."""
    notes: Link | None
    """Its editor's notes."""
    sections: tuple[Passage, ...]
    """The source's other prose."""
    source: Place | None
    """Where it is edited."""


def pages(desk: Desk, sequence: Sequence) -> tuple[Page, ...]:
    """The page of a sequence."""
    view = _view(desk, sequence)
    page = Page(
        address=addresses.sequence(sequence),
        title=view.title,
        template="sequence",
        view=view,
        headings=_headings(desk, view),
        source=view.source,
        description=view.definition or desk.words("sequence.description", name=view.title),
    )
    return (page,)


def _headings(desk: Desk, view: SequenceView) -> tuple[Heading, ...]:
    found = [Heading("ladder", view.ladder_title)] if view.steps else []
    branches = tuple(Heading(branch.anchor, branch.title) for branch in view.tree)
    found += [Heading("tree", view.tree_title, branches)] if view.tree else []
    found += [Heading("grades", view.grade_title)] if view.grades else []
    found += [Heading("positions", desk.words("sequence.positions"))] if view.positions else []
    found += [Heading("complete", desk.words("complete.title"))] if view.completeness else []
    found += [Heading("sections", desk.words("prose.of_source"))] if view.sections else []
    return tuple(found)


def _view(desk: Desk, sequence: Sequence) -> SequenceView:
    head = sequence.head
    members = desk.all_members(sequence)
    grade = desk.word(sequence, "grade")
    return SequenceView(
        title=desk.sequence_name(sequence),
        code=sequence.code,
        definition=desk.said(head, "definition"),
        facts=_facts(desk, sequence),
        no_date="" if head.source is None or head.source.date else desk.words("sequence.no_date"),
        see=_see(desk, sequence),
        incomplete=desk.said(head, "incomplete"),
        steps=steps(desk, sequence),
        ladder_title=_ladder_title(desk, sequence),
        ladder_note="" if head.unranked else _ladder_note(desk, sequence),
        unranked=desk.said(head, "unranked"),
        tree=tuple(_branch(desk, sequence, above, group) for above, group in sequence.groups() if _shown(group)),
        tree_title=desk.word(sequence, "competency"),
        tree_figures=_tree_figures(desk, sequence, members),
        matrix=addresses.matrix(sequence) if matrix.exists(desk, sequence) else "",
        compare=addresses.comparisons(sequence) if compare.exists(desk, sequence) else "",
        grades=grade_rows(desk, sequence),
        grade_title=desk.words("sequence.grades", word=grade),
        grade_word=grade,
        positions=tuple(desk.name(one) for one in sequence.positions.values()),
        completeness=completeness.rows(desk, sequence),
        notes=_notes(desk, sequence),
        sections=passages(desk, sequence, head.sections),
        source=place(head),
    )


def _shown(group: Group) -> bool:
    """Whether a group has a place of its own: those that hold other groups are named by them."""
    return all(one.retired for one in group.groups)


def _facts(desk: Desk, sequence: Sequence) -> tuple[tuple[str, str], ...]:
    source = sequence.head.source
    if source is None:
        return ()
    keys = ("title", "organisation", "date", "version", "effective", "owner", "confidential")
    said = ((desk.words(f"source.{key}"), desk.said(source, key)) for key in keys)
    return tuple((name, text) for name, text in said if text)


def _see(desk: Desk, sequence: Sequence) -> tuple[Target, ...]:
    """What a sequence points to, and the sequences that point to it."""
    found = [desk.places.find(sequence, address) for address in sequence.head.see]
    here = desk.places.of_code(sequence.code)
    for other in desk.handbook.sequences.values():
        if here in [desk.places.find(other, address) for address in other.head.see]:
            found.append(desk.places.of_code(other.code))
    return tuple(dict.fromkeys(one for one in found if one))


def _ladder_note(desk: Desk, sequence: Sequence) -> str:
    """That levels rise, and whether what a lower one asks holds on."""
    held = "cumulative" if sequence.head.cumulative else "each_complete"
    return desk.clauses([desk.words("sequence.low_to_high"), desk.words(f"sequence.{held}")])


def _ladder_title(desk: Desk, sequence: Sequence) -> str:
    level, grade = desk.word(sequence, "level"), desk.word(sequence, "grade")
    return desk.words("sequence.levels_and_grades", level=level, grade=grade) if sequence.grades else level


def _begins(above: tuple[Group, ...], group: Group) -> bool:
    """Whether a group is the very first in the outermost of those above it."""
    inner = (*above[1:], group)
    firsts = (next(one for one in outer.groups if not one.retired) for outer in above)
    return all(first is one for first, one in zip(firsts, inner, strict=True))


def _branch(desk: Desk, sequence: Sequence, above: tuple[Group, ...], group: Group) -> Branch:
    return Branch(
        anchor=addresses.group_anchor(group.id),
        also=tuple(addresses.group_anchor(one.id) for at, one in enumerate(above) if _begins(above[at:], group)),
        title=group_title(desk, above, group),
        definition=desk.said(group, "definition"),
        leaves=tuple(_leaf(desk, member) for member in desk.members(sequence, group)),
        nothing=nothing(desk, group),
        incomplete=desk.said(group, "incomplete"),
    )


def _leaf(desk: Desk, member: Member) -> Leaf:
    owner, competency = member
    missing = nothing(desk, competency)
    if missing is None and not (competency.definition or competency.short):
        has_others = any(one.definition for one in owner.competencies.values())
        missing = Nothing("lost", desk.words("sequence.no_definition")) if has_others else None
    n = len(competency.every_live())
    measure = owner.measure(competency).value
    return Leaf(
        link=Link(desk.name(competency), addresses.competency(owner, competency.id)),
        tag=desk.words(f"measure.{measure}") if measure != "behaviour" else "",
        nothing=missing,
        figures=f"{n:,}" if n else desk.count("part", len(competency.covers)) if competency.covers else "",
    )


def _tree_figures(desk: Desk, sequence: Sequence, members: tuple[Member, ...]) -> str:
    groups = sum(_shown(group) for _, group in sequence.groups())
    indicators = sum(len(one.every_live()) for _, one in members)
    count = desk.count("short_competency", len(members))
    size = desk.words("sequence.size", groups=desk.amount(groups), count=count)
    return desk.clauses([size, desk.count("indicator", indicators) if indicators else ""])


def _notes(desk: Desk, sequence: Sequence) -> Link | None:
    n = sum(1 for _ in notes.of_sequence(desk, sequence))
    return Link(desk.count("note", n), f"{addresses.NOTES}#{addresses.sequence_anchor(sequence.id)}") if n else None
