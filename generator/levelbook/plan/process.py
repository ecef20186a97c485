"""The page of a process: its year, its phases and steps, and its forms."""

from dataclasses import dataclass

from levelbook.model.base import Kind
from levelbook.model.growth import Phase, Plan, Role
from levelbook.model.handbook import Sequence
from levelbook.plan import addresses, form
from levelbook.plan.desk import Desk
from levelbook.plan.form_fields import plan_of
from levelbook.plan.form_rows import months
from levelbook.plan.forms import Sheet, sheet
from levelbook.plan.months import Year, year
from levelbook.plan.page import Heading, Layout, Page
from levelbook.plan.places import has_process
from levelbook.plan.prose import Passage, passages
from levelbook.plan.remarks import Remark, remarks
from levelbook.plan.shared import Link, place, sequence_link
from levelbook.problems import Place


@dataclass(frozen=True)
class PhaseView:
    """A phase."""

    anchor: str
    """Its anchor."""
    number: str
    """Which phase it is."""
    title: str
    """Its name."""
    months: str
    """When it is, in words."""
    steps: tuple[Passage, ...]
    """What is done."""
    forms: tuple[Link, ...]
    """The forms filled in."""
    remarks: tuple[Remark, ...]
    """Editor's notes."""


@dataclass(frozen=True)
class ProcessView:
    """Everything on the page."""

    title: str
    """What the process is called."""
    over: Link
    """The sequence."""
    figures: str
    """How many phases, steps and forms."""
    roles: tuple[str, ...]
    """Who takes part."""
    shared: bool
    """Whether it holds for all sequences without their own."""
    year: Year | None
    """Its calendar."""
    phases: tuple[PhaseView, ...]
    """Its phases."""
    sheets: tuple[Sheet, ...]
    """Its forms."""
    print: Link | None
    """The page with those forms that list what stands in the handbook, for printing."""
    sections: tuple[Passage, ...]
    """The source's other prose."""
    remarks: tuple[Remark, ...]
    """Editor's notes."""
    source: Place | None
    """Where it is edited."""


def exists(desk: Desk, sequence: Sequence) -> bool:
    """Whether a sequence has a process of its own, or needs that of the handbook."""
    own = has_process(sequence.plan)
    return own or (sequence.plan is None and has_process(desk.handbook.plan) and bool(sequence.competencies))


def title(desk: Desk, sequence: Sequence) -> str:
    """What the page is called."""
    plan = plan_of(desk, sequence)
    return (desk.said(plan, "name") if plan else "") or desk.words("process.title")


def pages(desk: Desk, sequence: Sequence) -> tuple[Page, ...]:
    """The page of a sequence's process."""
    plan = plan_of(desk, sequence)
    if plan is None or not exists(desk, sequence):
        return ()
    view = _view(desk, sequence, plan)
    page = Page(
        address=addresses.process(sequence),
        title=view.title,
        template="process",
        view=view,
        headings=_headings(desk, view),
        anchors=frozenset([*(one.anchor for one in view.phases), *(one.anchor for one in view.sheets)]),
        layout=Layout.WIDE,
        parent=addresses.sequence(sequence),
        source=view.source,
        description=desk.words("process.description", sequence=view.over.text, name=view.title),
    )
    return (page,)


def _headings(desk: Desk, view: ProcessView) -> tuple[Heading, ...]:
    phases = tuple(Heading(one.anchor, one.title) for one in view.phases)
    found = [Heading("year", desk.words("process.year"))] if view.year else []
    found += [Heading("phases", desk.words("process.phases"), phases)] if phases else []
    found += [Heading("forms", desk.words("form.title"))] if view.sheets else []
    found += [Heading("sections", desk.words("prose.of_source"))] if view.sections else []
    found += [Heading("remarks", desk.words("note.title"))] if view.remarks else []
    return tuple(found)


def _view(desk: Desk, sequence: Sequence, plan: Plan) -> ProcessView:
    return ProcessView(
        title=title(desk, sequence),
        over=sequence_link(desk, sequence),
        figures=figures(desk, plan),
        roles=tuple(desk.name(one) for one in plan.roles),
        shared=sequence.plan is None,
        year=year(desk, sequence, plan),
        phases=tuple(_phase(desk, sequence, plan, at, one) for at, one in enumerate(plan.phases, 1)),
        sheets=tuple(sheet(desk, sequence, one) for one in plan.forms),
        print=_print(desk, sequence),
        sections=passages(desk, sequence, plan.sections),
        remarks=_remarks(desk, sequence, plan),
        source=place(plan),
    )


def figures(desk: Desk, plan: Plan) -> str:
    """How many phases, steps and forms."""
    counts = {"phase": len(plan.phases), "step": sum(len(one.steps) for one in plan.phases), "form": len(plan.forms)}
    return desk.clauses(desk.count(unit, n) for unit, n in counts.items() if n)


def _phase(desk: Desk, sequence: Sequence, plan: Plan, at: int, phase: Phase) -> PhaseView:
    names = {one.id: desk.name(one) for one in plan.forms}
    return PhaseView(
        anchor=addresses.part_anchor(phase.id),
        number=desk.said(phase, "number") or str(at),
        title=desk.name(phase),
        months=months(desk, phase.months),
        steps=passages(desk, sequence, phase.steps),
        forms=tuple(Link(names[key], f"#{addresses.form_anchor(key)}") for key in phase.forms if key in names),
        remarks=tuple(one for one in remarks(desk, sequence, phase) if one.kind != Kind.CONFLICT or not phase.months),
    )


def _print(desk: Desk, sequence: Sequence) -> Link | None:
    name = form.title(desk, sequence)
    return Link(name, addresses.form(sequence)) if name else None


def _remarks(desk: Desk, sequence: Sequence, plan: Plan) -> tuple[Remark, ...]:
    shapes: list[Plan | Role] = [plan, *plan.roles]
    return tuple(one for shape in shapes for one in remarks(desk, sequence, shape))
