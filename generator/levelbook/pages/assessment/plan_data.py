"""The shape of a plan as scripts read it, key by key; `plan` fills it. What `page_data` says of keys holds here too."""

from typing import Literal, TypedDict

from levelbook.components.forms.fields import FieldInput
from levelbook.model.growth import Fill, Shows


class RoleData(TypedDict):
    """Somebody who has a part in the plan."""

    id: str
    name: str


class PhaseData(TypedDict):
    """A phase of the plan."""

    id: str
    name: str
    months: list[list[int]]
    """First and last month of each span; one that ends before it begins goes over the end of the year."""
    steps: list[str]
    forms: list[str]
    """The ids of the forms that are filled in here."""


class RowData(TypedDict):
    """A row that is printed ready."""

    id: str
    name: str
    months: list[list[int]]
    """First and last month of each span."""


class FieldData(TypedDict):
    """A column of a form."""

    id: str
    name: str
    help: str
    input: FieldInput | Literal["group"]
    """What is written into it; `group` where it is a merged head."""
    choices: list[str]
    more: bool
    """Whether something else than the choices may be written."""
    default: str
    fill: Fill | Literal[""]
    """What it is filled with from the handbook."""
    shows: Shows | Literal[""]
    """What it shows of its row."""
    by: str
    """The id of the role that fills it in; nothing where anybody may."""
    fields: list["FieldData"]
    """What stands under a merged head."""


class FormData(TypedDict):
    """A form of the plan."""

    id: str
    number: str
    name: str
    help: str
    rows: str
    """`one`, `list`, `many`, `competencies`, a number, or `form:` and the id of the form whose rows it goes on with."""
    list: list[RowData]
    """The rows that are printed ready."""
    fields: "list[FieldData]"


class PlanForms(TypedDict):
    """A plan as data: its roles, phases and forms."""

    name: str
    ours: bool
    """Whether it is the simple one of the package, where the handbook has none."""
    roles: list[RoleData]
    phases: list[PhaseData]
    forms: list[FormData]


class PlanData(PlanForms):
    """The plan that an assessment ends in."""

    href: str
    """Where its process is told; nothing where there is no such page."""


ActionData = TypedDict(
    "ActionData",
    {
        "typeName": str,
        "choice": str,
        "text": str,
        "link": str,
        "for": list[str],
    },
)
"""A course or practice that fits: `choice` is the plan form's word for its type if that is another,
`for` the codes of its items."""


class BorrowedData(TypedDict):
    """Actions of another sequence for items that none of their own fits, as their competencies share a concept."""

    sequence: str
    """The name of the sequence they are borrowed from."""
    concept: str
    """The name of the concept."""
    actions: list[ActionData]
