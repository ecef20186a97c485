"""The page of a competency: definition, its levels side by side, how to improve, who needs it."""

from dataclasses import dataclass

from levelbook.inline import plain
from levelbook.model.competency import Competency, CompetencyKind, Measure
from levelbook.model.handbook import Sequence
from levelbook.plan import addresses, cumulation, exams, points_views
from levelbook.plan.columns import Column, columns
from levelbook.plan.desk import Desk, Member
from levelbook.plan.exams import Bands
from levelbook.plan.lines import Line, lines
from levelbook.plan.naming import group_title
from levelbook.plan.page import Heading, Layout, Page
from levelbook.plan.places import Target
from levelbook.plan.points_views import MemberPoints
from levelbook.plan.prose import Passage, Subject, passages, shares
from levelbook.plan.related import related
from levelbook.plan.remarks import Remark, remarks
from levelbook.plan.requirements import Need, needs
from levelbook.plan.shared import Link, Nothing, confidential, extent, nothing, place, sequence_link
from levelbook.plan.ways import Way, ways
from levelbook.problems import Place


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
    confidential: str
    """What the source says about who may read it, and what to mind."""
    definition: str
    """What it means."""
    no_definition: Nothing | None
    """Said where there is none."""
    judged: str
    """How it is judged, where that has no degrees."""
    facts: tuple[tuple[str, str], ...]
    """Group, how it is found out, other names."""
    see: tuple[Target, ...]
    """Related things."""
    warning: str
    """Said where the source does not say whether what lower levels ask holds above."""
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
    points: tuple[MemberPoints, ...]
    """Its points, in every sequence that gives it some."""
    elsewhere: tuple[Elsewhere, ...]
    """The same concept elsewhere."""
    concept: Link | None
    """The concept, and the page that shows it side by side."""
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
        description=plain(view.definition)
        or desk.words("competency.description", sequence=view.over.text, name=view.title),
    )


def _headings(desk: Desk, view: CompetencyView) -> tuple[Heading, ...]:
    titles = {
        "levels": view.levels_title if view.columns else "",
        "subjects": desk.words("exam.subjects" if view.by_exam else "competency.covers") if view.subjects else "",
        "bands": desk.words("exam.bands") if view.bands else "",
        "actions": desk.words("competency.actions") if view.ways else "",
        "required": desk.words("competency.required") if view.needs else "",
        **{one.anchor: one.title for one in view.points},
        "elsewhere": desk.words("competency.elsewhere") if view.elsewhere else "",
        "sections": desk.words("prose.of_source") if view.sections else "",
        "remarks": desk.words("note.title") if view.remarks else "",
    }
    return tuple(Heading(key, title) for key, title in titles.items() if title)


def _view(desk: Desk, member: Member) -> CompetencyView:
    owner, competency = member
    here = desk.places.find(owner, competency.id)
    made = columns(desk, member)
    by_exam = owner.measure(competency) is Measure.EXAM
    total = len(competency.every_live())
    definition = desk.marked(competency, "definition") or desk.marked(competency, "short")
    return CompetencyView(
        title=desk.name(competency),
        code=addresses.competency_code(owner, competency),
        over=sequence_link(desk, owner),
        confidential=confidential(desk, owner),
        definition=definition,
        no_definition=None if definition else Nothing("empty", desk.words("competency.no_definition")),
        judged=_judged(desk, member),
        facts=_facts(desk, member),
        see=related(desk, owner, competency, here),
        warning=cumulation.warning(desk, owner) if made else "",
        columns=made,
        levels_title=_levels_title(desk, owner, len(made)),
        figures=desk.count("indicator", total) if total else "",
        compare=addresses.comparisons(owner) if len(made) > 1 else "",
        caption=desk.words("competency.caption", name=desk.name(competency)),
        summaries=any(column.summary for column in made),
        lines=lines(desk, member, competency.indicators, anchored=True),
        subjects=shares(desk, owner, competency.covers),
        by_exam=by_exam,
        bands=exams.bands(desk, owner) if by_exam else None,
        nothing=nothing(desk, competency),
        incomplete=desk.marked(competency, "incomplete"),
        ways=ways(desk, member),
        needs=needs(desk, member),
        points=points_views.of_member(desk, member),
        elsewhere=_elsewhere(desk, member),
        concept=_concept(desk, member),
        sections=passages(desk, owner, competency.sections),
        remarks=remarks(desk, owner, competency),
        source=place(competency),
    )


def _levels_title(desk: Desk, owner: Sequence, n: int) -> str:
    own = desk.said(owner.head.words, "level")
    amount = desk.amount(n)
    return desk.words("competency.own_levels", n=amount, word=own) if own else desk.words("competency.levels", n=amount)


def _extent(desk: Desk, competency: Competency) -> str:
    """How many parts the source announces, and whether it lists them all."""
    have = len(competency.covers) or len(competency.indicators)
    return extent(desk, competency.declared, have, competency.open_ended)


def _judged(desk: Desk, member: Member) -> str:
    """How a condition is judged, which has no degrees."""
    owner, competency = member
    is_condition = owner.kind(competency) is CompetencyKind.CONDITION
    return desk.words("condition.met_or_not") if is_condition else ""


def _facts(desk: Desk, member: Member) -> tuple[tuple[str, str], ...]:
    owner, competency = member
    groups = owner.group_of(competency.id)
    facts = {
        "group": group_title(desk, groups[:-1], groups[-1]) if groups else "",
        "kind": desk.words(f"kind.{owner.kind(competency).value}"),
        "measure": desk.words(f"measure.{owner.measure(competency).value}"),
        "number": desk.said(competency, "number"),
        "aliases": desk.series(desk.name(one) for one in competency.aliases),
        "where": desk.said(competency, "where"),
        "declared": _extent(desk, competency),
        "sensitive": desk.words("fact.sensitive_say") if competency.sensitive else "",
    }
    return tuple((desk.words(f"fact.{key}"), text) for key, text in facts.items() if text)


def _concept(desk: Desk, member: Member) -> Link | None:
    concept = desk.handbook.concepts.get(member[1].concept or "")
    return Link(desk.name(concept), addresses.concept(concept.id)) if concept and concept.id in desk.concepts else None


def _elsewhere(desk: Desk, member: Member) -> tuple[Elsewhere, ...]:
    """Competencies of other sequences that belong to the same concept."""
    owner, competency = member
    return tuple(
        Elsewhere(
            sequence=sequence_link(desk, sequence),
            link=Link(desk.name(other), addresses.competency(sequence, other.id)),
            figures=_has(desk, (sequence, other)),
        )
        for sequence, other in desk.concepts.get(competency.concept or "", ())
        if sequence.id != owner.id
    )


def _has(desk: Desk, member: Member) -> str:
    """What there is of a competency, so that nobody goes there for nothing."""
    owner, competency = member
    laddered = len(owner.levels) if competency.levels else 0
    found = {"level": laddered, "cell_indicator": len(competency.every_live()), "facet": len(competency.covers)}
    said = desk.clauses(desk.count(unit, n) for unit, n in found.items() if n)
    return said or (desk.words("competency.only_definition") if competency.definition else desk.words("concept.bare"))
