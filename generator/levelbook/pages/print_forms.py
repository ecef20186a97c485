"""The page with a sequence's forms that list what stands in the handbook, a sheet of paper each."""

from dataclasses import dataclass

from levelbook.components.forms.sheets import FormSheet, form_sheet
from levelbook.components.links import PageOfSequence, sequence_link
from levelbook.model.handbook import Sequence
from levelbook.queries.process import plan_of
from levelbook.site.context import Context
from levelbook.site.edit_places import place
from levelbook.site.page import Heading, Layout, Page
from levelbook.site.sitemap import PageKind, listed_forms


@dataclass(frozen=True)
class PrintFormsView(PageOfSequence):
    """Everything on the page."""

    sheets: tuple[FormSheet, ...]


def pages(ctx: Context, sequence: Sequence) -> tuple[Page, ...]:
    """The page of a sequence with such forms."""
    forms = listed_forms(ctx, sequence)
    plan = plan_of(ctx.handbook, sequence)
    if not forms or plan is None:
        return ()
    sheets = tuple(form_sheet(ctx, sequence, form) for form in forms)
    view = PrintFormsView(sequence=sequence_link(ctx, sequence), sheets=sheets)
    page = Page(
        place=ctx.sitemap.existing(PageKind.PRINT_FORMS, sequence),
        template="print_forms",
        view=view,
        headings=tuple(Heading(sheet.anchor, sheet.title) for sheet in sheets) if len(sheets) > 1 else (),
        anchors=frozenset(sheet.anchor for sheet in sheets),
        layout=Layout.FULL,
        source=place(plan, forms[0]),
        description=ctx.words("form.description", sequence=view.sequence.text),
    )
    return (page,)
