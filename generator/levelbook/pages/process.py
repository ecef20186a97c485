"""The page of a process: its year, its phases and steps, and its forms."""

from dataclasses import dataclass

from levelbook.components.calendar import Year, year
from levelbook.components.editor_notes import Remark, remarks
from levelbook.components.forms.rows import months
from levelbook.components.forms.sheets import FormSheet, form_sheet
from levelbook.components.links import Link, page_link, sequence_link
from levelbook.components.more_pages import figures
from levelbook.components.prose import PageWithProse, Passage, closing_headings, passages
from levelbook.model.growth import Phase, Plan, Role
from levelbook.model.handbook import Sequence
from levelbook.model.note_kinds import Kind
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
    number: str
    """Which phase it is."""
    title: str
    months: str
    """When it is, in words."""
    steps: tuple[Passage, ...]
    """What is done."""
    forms: tuple[Link, ...]
    """The forms filled in."""
    remarks: tuple[Remark, ...]


@dataclass(frozen=True)
class ProcessView(PageWithProse):
    """Everything on the page."""

    figures: str
    """How many phases, steps and forms."""
    roles: tuple[str, ...]
    """Who takes part."""
    shared: bool
    """Whether it holds for all sequences without their own."""
    year: Year | None
    phases: tuple[PhaseView, ...]
    sheets: tuple[FormSheet, ...]
    """Its forms."""
    print_page: Link | None
    """The page with those forms that list what stands in the handbook, for printing."""


def pages(ctx: Context, sequence: Sequence) -> tuple[Page, ...]:
    """The page of a sequence's process."""
    plan = plan_of(ctx.handbook, sequence)
    if plan is None or not ctx.sitemap.has(PageKind.PROCESS, sequence):
        return ()
    view = _view(ctx, sequence, plan)
    site_page = ctx.sitemap.existing(PageKind.PROCESS, sequence)
    page = Page(
        place=site_page,
        template="process",
        view=view,
        headings=_headings(ctx, view),
        anchors=frozenset((*(phase.anchor for phase in view.phases), *(sheet.anchor for sheet in view.sheets))),
        layout=Layout.WIDE,
        source=place(plan),
        description=ctx.words("process.description", sequence=view.sequence.text, name=site_page.title),
    )
    return (page,)


def _headings(ctx: Context, view: ProcessView) -> tuple[Heading, ...]:
    phases = tuple(Heading(phase.anchor, phase.title) for phase in view.phases)
    headings = [Heading("year", ctx.words("process.year"))] if view.year else []
    headings += [Heading("phases", ctx.words("process.phases"), phases)] if phases else []
    headings += [Heading("forms", ctx.words("form.title"))] if view.sheets else []
    return (*headings, *closing_headings(ctx, view))


def _view(ctx: Context, sequence: Sequence, plan: Plan) -> ProcessView:
    return ProcessView(
        sequence=sequence_link(ctx, sequence),
        figures=figures(ctx, sequence, PageKind.PROCESS),
        roles=tuple(ctx.name(role) for role in plan.roles),
        shared=sequence.plan is None,
        year=year(ctx, sequence, plan),
        phases=tuple(_phase(ctx, sequence, plan, number, phase) for number, phase in enumerate(plan.phases, 1)),
        sheets=tuple(form_sheet(ctx, sequence, form) for form in plan.forms),
        print_page=page_link(ctx, PageKind.PRINT_FORMS, sequence),
        sections=passages(ctx, sequence, plan.sections),
        remarks=_remarks(ctx, sequence, plan),
    )


def _phase(ctx: Context, sequence: Sequence, plan: Plan, number: int, phase: Phase) -> PhaseView:
    names = {form.id: ctx.name(form) for form in plan.forms}
    return PhaseView(
        anchor=urls.part_anchor(phase.id),
        number=ctx.text(phase, "number") or str(number),
        title=ctx.name(phase),
        months=months(ctx, phase.months),
        steps=passages(ctx, sequence, phase.steps),
        forms=tuple(Link(names[key], f"#{urls.form_anchor(key)}") for key in phase.forms if key in names),
        remarks=_phase_remarks(ctx, sequence, phase),
    )


def _phase_remarks(ctx: Context, sequence: Sequence, phase: Phase) -> tuple[Remark, ...]:
    """The notes of a phase; that its months contradict others is said with the calendar."""
    phase_remarks = remarks(ctx, sequence, phase)
    return tuple(remark for remark in phase_remarks if remark.note.kind != Kind.CONFLICT or not phase.months)


def _remarks(ctx: Context, sequence: Sequence, plan: Plan) -> tuple[Remark, ...]:
    shapes: list[Plan | Role] = [plan, *plan.roles]
    return tuple(remark for shape in shapes for remark in remarks(ctx, sequence, shape))
