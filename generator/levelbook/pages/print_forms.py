"""The page with a sequence's forms that list what stands in the handbook, a sheet of paper each."""

from dataclasses import dataclass

from levelbook.components.basics import Link, place, sequence_link
from levelbook.components.form_fields import plan_of
from levelbook.components.form_sheets import FormSheet, form_sheet
from levelbook.model.growth import Form
from levelbook.model.handbook import Sequence
from levelbook.problems import Place
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.links import lists
from levelbook.site.page import Heading, Layout, Page


@dataclass(frozen=True)
class FormView:
    """Everything on the page."""

    title: str
    """The form, or the word for several."""
    over: Link
    """The sequence."""
    sheets: tuple[FormSheet, ...]
    """The forms."""
    source: Place | None
    """Where they are edited."""


def of_sequence(ctx: Context, sequence: Sequence) -> tuple[Form, ...]:
    """The forms whose rows come from the handbook and are not empty."""
    plan = plan_of(ctx, sequence)
    return tuple(one for one in plan.forms if lists(sequence, one)) if plan else ()


def title(ctx: Context, sequence: Sequence) -> str:
    """What the page is called; nothing where there is none."""
    forms = of_sequence(ctx, sequence)
    return ctx.name(forms[0]) if len(forms) == 1 else ctx.words("form.title") if forms else ""


def pages(ctx: Context, sequence: Sequence) -> tuple[Page, ...]:
    """The page of a sequence with such forms."""
    forms = of_sequence(ctx, sequence)
    plan = plan_of(ctx, sequence)
    if not forms or plan is None:
        return ()
    sheets = tuple(form_sheet(ctx, sequence, one) for one in forms)
    over = sequence_link(ctx, sequence)
    view = FormView(title(ctx, sequence), over, sheets, place(plan, forms[0]))
    page = Page(
        address=urls.form(sequence),
        title=view.title,
        template="form",
        view=view,
        headings=tuple(Heading(one.anchor, one.title) for one in sheets) if len(sheets) > 1 else (),
        anchors=frozenset(one.anchor for one in sheets),
        layout=Layout.FULL,
        parent=urls.sequence(sequence),
        source=view.source,
        description=ctx.words("form.description", sequence=over.text),
    )
    return (page,)
