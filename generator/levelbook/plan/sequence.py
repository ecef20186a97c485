"""The page of a sequence: what it is for, its ladder, its competencies, what is missing."""

from dataclasses import dataclass

from levelbook.inline import plain
from levelbook.model.handbook import Sequence
from levelbook.plan import (
    addresses,
    assessments,
    checklists,
    compare,
    completeness,
    cumulation,
    matrix,
    notes,
    points_views,
    positions,
)
from levelbook.plan.assessments import Standard
from levelbook.plan.completeness import Row
from levelbook.plan.desk import Desk, Member
from levelbook.plan.extras import Extra, extras
from levelbook.plan.ladder import GradeRow, Step, grade_rows, steps
from levelbook.plan.page import Heading, Page
from levelbook.plan.places import Target
from levelbook.plan.points_views import SequencePoints
from levelbook.plan.positions import PositionRow
from levelbook.plan.prose import Passage, passages
from levelbook.plan.provenance import PRINTED
from levelbook.plan.related import related
from levelbook.plan.remarks import Remark
from levelbook.plan.scope import said_once
from levelbook.plan.shared import Link, Nothing, confidential, place
from levelbook.plan.spots import sections_home
from levelbook.plan.tree import Branch, shown, tree
from levelbook.problems import Place


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
    ended: str
    """Why the standard is not in force any more; nothing where it is."""
    instead: tuple[Target, ...]
    """What has taken the place of a standard that has ended."""
    confidential: str
    """What the source says about who may read it, and what to mind."""
    incomplete: str
    """What of it is missing."""
    steps: tuple[Step, ...]
    """The ladder."""
    ladder_title: str
    """The heading over it."""
    ladder_note: str
    """How to read it."""
    ladder_doubts: tuple[Remark, ...]
    """The editor's notes on how to read it."""
    unranked: str
    """Why its steps rank nothing."""
    check: Standard | None
    """What can be assessed, and what cannot; none where the whole handbook has nothing to assess."""
    scope: Nothing | None
    """What the source does not go as far as, said once for all competencies that share the reason."""
    tree: tuple[Branch, ...]
    """The competencies by group."""
    tree_title: str
    """The heading over them."""
    tree_figures: str
    """How many there are."""
    tree_note: str
    """What the figures beside them count; nothing where there are no indicators."""
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
    positions: tuple[PositionRow, ...]
    """Its positions."""
    position_word: str
    """The sequence's word for a position."""
    position_table: Link | None
    """The page that compares them."""
    points: SequencePoints | None
    """Its points in short."""
    completeness: tuple[Row, ...]
    """What is there and what is not."""
    notes: Link | None
    """Its editor's notes."""
    extras: tuple[Extra, ...]
    """What else it has."""
    sections: tuple[Passage, ...]
    """The source's other prose, where it stands here."""
    elsewhere: tuple[Link, ...]
    """The same by its headings, where it stands on the page of the source."""
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
        description=plain(view.definition) or desk.words("sequence.description", name=view.title),
    )
    return (page,)


def _headings(desk: Desk, view: SequenceView) -> tuple[Heading, ...]:
    found = [Heading("ladder", view.ladder_title)] if view.steps else []
    branches = tuple(Heading(branch.group.anchor, branch.group.title) for branch in view.tree)
    found += [Heading("tree", view.tree_title, branches)] if view.tree else []
    found += [Heading("grades", view.grade_title)] if view.grades else []
    found += [Heading("positions", view.position_word)] if view.positions else []
    found += [Heading("points", desk.words("points.title"))] if view.points else []
    found += [Heading("check", desk.words("check.title"))] if view.check else []
    found += [Heading("extras", desk.words("extras.title"))] if view.extras else []
    found += [Heading("complete", desk.words("complete.title"))] if view.completeness else []
    found += [Heading("sections", desk.words("prose.of_source"))] if view.sections or view.elsewhere else []
    return tuple(found)


def _view(desk: Desk, sequence: Sequence) -> SequenceView:
    head = sequence.head
    return SequenceView(
        title=desk.sequence_name(sequence),
        code=sequence.code,
        definition=desk.marked(head, "definition"),
        facts=_facts(desk, sequence),
        no_date="" if head.source is None or head.source.date else desk.words("sequence.no_date"),
        see=related(desk, sequence, head, desk.places.of_code(sequence.code)),
        ended=desk.words("gone.why", why=desk.said(head.retired, "why")) if head.retired else "",
        instead=_instead(desk, sequence),
        incomplete=desk.marked(head, "incomplete"),
        steps=steps(desk, sequence),
        ladder_title=_ladder_title(desk, sequence),
        ladder_note="" if head.unranked else _ladder_note(desk, sequence),
        ladder_doubts=cumulation.doubts(desk, sequence) if len(sequence.levels) > 1 else (),
        unranked=desk.said(head, "unranked"),
        check=assessments.standard(desk, sequence) if checklists.exists(desk) else None,
        confidential=confidential(desk, sequence),
        scope=said_once(desk, sequence),
        tree=tree(desk, sequence),
        tree_title=desk.word(sequence, "competency"),
        tree_figures=_tree_figures(desk, sequence, desk.all_members(sequence)),
        tree_note=_tree_note(desk, sequence),
        matrix=addresses.matrix(sequence) if matrix.exists(desk, sequence) else "",
        compare=addresses.comparisons(sequence) if compare.exists(desk, sequence) else "",
        grades=grade_rows(desk, sequence),
        grade_title=desk.words("sequence.grades", word=desk.word(sequence, "grade")),
        grade_word=desk.word(sequence, "grade"),
        positions=positions.rows(desk, sequence),
        position_word=desk.word(sequence, "position"),
        position_table=positions.table(desk, sequence),
        points=points_views.of_sequence(desk, sequence),
        completeness=completeness.rows(desk, sequence),
        notes=_notes(desk, sequence),
        extras=extras(desk, sequence),
        sections=passages(desk, sequence, head.sections) if _prose_here(sequence) else (),
        elsewhere=() if _prose_here(sequence) else _prose(desk, sequence),
        source=place(head),
    )


def _prose_here(sequence: Sequence) -> bool:
    return sections_home(sequence) == addresses.sequence(sequence)


def _prose(desk: Desk, sequence: Sequence) -> tuple[Link, ...]:
    """The headings of the source's other prose."""
    page = f"{sections_home(sequence)}#sections"
    titles = (desk.said(one, "name") or desk.words("prose.untitled") for one in sequence.head.sections)
    return tuple(Link(title, page) for title in titles)


def _facts(desk: Desk, sequence: Sequence) -> tuple[tuple[str, str], ...]:
    source = sequence.head.source
    if source is None:
        return ()
    said = ((desk.words(f"source.{key}"), desk.said(source, key)) for key in PRINTED if key != "confidential")
    return tuple((name, text) for name, text in said if text)


def _instead(desk: Desk, sequence: Sequence) -> tuple[Target, ...]:
    named = sequence.head.retired.replaced_by if sequence.head.retired else ()
    found = (desk.places.find(sequence, address) for address in named)
    return tuple(one for one in found if one)


def _ladder_note(desk: Desk, sequence: Sequence) -> str:
    """That levels rise, and whether what a lower one asks holds on."""
    return desk.clauses([desk.words("sequence.low_to_high"), desk.words(f"sequence.{cumulation.key(sequence)}")])


def _ladder_title(desk: Desk, sequence: Sequence) -> str:
    level, grade = desk.word(sequence, "level"), desk.word(sequence, "grade")
    return desk.words("sequence.levels_and_grades", level=level, grade=grade) if sequence.grades else level


def _tree_note(desk: Desk, sequence: Sequence) -> str:
    """What the figures of the tree count, where there are any."""
    counted = any(one.every_live() for _, one in desk.all_members(sequence))
    return desk.words("sequence.tree_note") if counted else ""


def _tree_figures(desk: Desk, sequence: Sequence, members: tuple[Member, ...]) -> str:
    groups = sum(shown(group) for _, group in sequence.groups())
    indicators = sum(len(one.every_live()) for _, one in members)
    count = desk.count("short_competency", len(members))
    size = desk.words("sequence.size", groups=desk.amount(groups), count=count)
    return desk.clauses([size, desk.count("indicator", indicators) if indicators else ""])


def _notes(desk: Desk, sequence: Sequence) -> Link | None:
    n = sum(1 for _ in notes.of_sequence(desk, sequence))
    return Link(desk.count("note", n), f"{addresses.NOTES}#{addresses.sequence_anchor(sequence.id)}") if n else None
