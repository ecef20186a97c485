"""The page with a sequence's forms that list what stands in the handbook, a sheet of paper each."""

from dataclasses import dataclass

from levelbook.model.growth import Form
from levelbook.model.handbook import Sequence
from levelbook.plan import addresses
from levelbook.plan.desk import Desk
from levelbook.plan.form_fields import plan_of
from levelbook.plan.forms import Sheet, sheet
from levelbook.plan.page import Heading, Layout, Page
from levelbook.plan.places import lists
from levelbook.plan.shared import Link, place, sequence_link
from levelbook.problems import Place


@dataclass(frozen=True)
class FormView:
    """Everything on the page."""

    title: str
    """The form, or the word for several."""
    over: Link
    """The sequence."""
    sheets: tuple[Sheet, ...]
    """The forms."""
    source: Place | None
    """Where they are edited."""


def of_sequence(desk: Desk, sequence: Sequence) -> tuple[Form, ...]:
    """The forms whose rows come from the handbook and are not empty."""
    plan = plan_of(desk, sequence)
    return tuple(one for one in plan.forms if lists(sequence, one)) if plan else ()


def title(desk: Desk, sequence: Sequence) -> str:
    """What the page is called; nothing where there is none."""
    forms = of_sequence(desk, sequence)
    return desk.name(forms[0]) if len(forms) == 1 else desk.words("form.title") if forms else ""


def pages(desk: Desk, sequence: Sequence) -> tuple[Page, ...]:
    """The page of a sequence with such forms."""
    forms = of_sequence(desk, sequence)
    plan = plan_of(desk, sequence)
    if not forms or plan is None:
        return ()
    sheets = tuple(sheet(desk, sequence, one) for one in forms)
    over = sequence_link(desk, sequence)
    view = FormView(title(desk, sequence), over, sheets, place(plan, forms[0]))
    page = Page(
        address=addresses.form(sequence),
        title=view.title,
        template="form",
        view=view,
        headings=tuple(Heading(one.anchor, one.title) for one in sheets) if len(sheets) > 1 else (),
        anchors=frozenset(one.anchor for one in sheets),
        layout=Layout.FULL,
        parent=addresses.sequence(sequence),
        source=view.source,
        description=desk.words("form.description", sequence=over.text),
    )
    return (page,)
