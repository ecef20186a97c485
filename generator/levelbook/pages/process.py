"""The page of a process: its year, its phases and steps, and its forms."""

from dataclasses import dataclass

from levelbook.components.calendar import Year, year
from levelbook.components.editor_notes import Remark, remarks
from levelbook.components.forms.rows import months
from levelbook.components.forms.sheets import FormSheet, form_sheet
from levelbook.components.links import Link, page_link, sequence_link
from levelbook.components.more_pages import figures
from levelbook.components.prose import Passage, passages
from levelbook.model.base import Kind
from levelbook.model.growth import Phase, Plan, Role
from levelbook.model.handbook import Sequence
from levelbook.problems import Place
from levelbook.queries.process import plan_of
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.edit_places import place
from levelbook.site.page import Heading, Layout, Page
from levelbook.site.sitemap import PageKind


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
    sheets: tuple[FormSheet, ...]
    """Its forms."""
    print: Link | None
    """The page with those forms that list what stands in the handbook, for printing."""
    sections: tuple[Passage, ...]
    """The source's other prose."""
    remarks: tuple[Remark, ...]
    """Editor's notes."""
    source: Place | None
    """Where it is edited."""


def pages(ctx: Context, sequence: Sequence) -> tuple[Page, ...]:
    """The page of a sequence's process."""
    plan = plan_of(ctx.handbook, sequence)
    if plan is None or not ctx.sitemap.has(PageKind.PROCESS, sequence):
        return ()
    view = _view(ctx, sequence, plan)
    page = Page(
        place=ctx.sitemap.existing(PageKind.PROCESS, sequence),
        template="process",
        view=view,
        headings=_headings(ctx, view),
        anchors=frozenset([*(one.anchor for one in view.phases), *(one.anchor for one in view.sheets)]),
        layout=Layout.WIDE,
        source=view.source,
        description=ctx.words("process.description", sequence=view.over.text, name=view.title),
    )
    return (page,)


def _headings(ctx: Context, view: ProcessView) -> tuple[Heading, ...]:
    phases = tuple(Heading(one.anchor, one.title) for one in view.phases)
    found = [Heading("year", ctx.words("process.year"))] if view.year else []
    found += [Heading("phases", ctx.words("process.phases"), phases)] if phases else []
    found += [Heading("forms", ctx.words("form.title"))] if view.sheets else []
    found += [Heading("sections", ctx.words("prose.of_source"))] if view.sections else []
    found += [Heading("remarks", ctx.words("note.title"))] if view.remarks else []
    return tuple(found)


def _view(ctx: Context, sequence: Sequence, plan: Plan) -> ProcessView:
    return ProcessView(
        title=ctx.sitemap.existing(PageKind.PROCESS, sequence).title,
        over=sequence_link(ctx, sequence),
        figures=figures(ctx, sequence, PageKind.PROCESS),
        roles=tuple(ctx.name(one) for one in plan.roles),
        shared=sequence.plan is None,
        year=year(ctx, sequence, plan),
        phases=tuple(_phase(ctx, sequence, plan, at, one) for at, one in enumerate(plan.phases, 1)),
        sheets=tuple(form_sheet(ctx, sequence, one) for one in plan.forms),
        print=page_link(ctx, PageKind.PRINT_FORMS, sequence),
        sections=passages(ctx, sequence, plan.sections),
        remarks=_remarks(ctx, sequence, plan),
        source=place(plan),
    )


def _phase(ctx: Context, sequence: Sequence, plan: Plan, at: int, phase: Phase) -> PhaseView:
    names = {one.id: ctx.name(one) for one in plan.forms}
    return PhaseView(
        anchor=urls.part_anchor(phase.id),
        number=ctx.text(phase, "number") or str(at),
        title=ctx.name(phase),
        months=months(ctx, phase.months),
        steps=passages(ctx, sequence, phase.steps),
        forms=tuple(Link(names[key], f"#{urls.form_anchor(key)}") for key in phase.forms if key in names),
        remarks=tuple(one for one in remarks(ctx, sequence, phase) if one.kind != Kind.CONFLICT or not phase.months),
    )


def _remarks(ctx: Context, sequence: Sequence, plan: Plan) -> tuple[Remark, ...]:
    shapes: list[Plan | Role] = [plan, *plan.roles]
    return tuple(one for shape in shapes for one in remarks(ctx, sequence, shape))
