"""How people develop: actions, the plan and its forms, syllabus, calibration."""

from enum import StrEnum
from typing import Annotated, Final, Literal

from pydantic import Field, Tag, WithJsonSchema

from levelbook.model import limits
from levelbook.model.base import Entry, Mortal, Named, Noted, Retired, Topic
from levelbook.model.competency import Document
from levelbook.model.link import Link
from levelbook.model.values import (
    BY_FORM,
    Address,
    DayOrMonth,
    Fixed,
    Gap,
    Id,
    IndicatorCode,
    Name,
    Prose,
    Text,
    Whole,
    patterned,
)

_MONTHS: Final = r"(1[0-2]|[1-9])(-(1[0-2]|[1-9]))?"
Months = Annotated[
    str,
    patterned(_MONTHS, "months"),
    WithJsonSchema({"type": ["string", "integer"], "pattern": f"^{_MONTHS}$", "minimum": 1, "maximum": 12}),
]
"""A month or span of months, which may wrap the year: 2, 9-2."""


class ActionType(Named):
    """A kind of course or practice."""

    id: Id
    """What other entries and addresses name it by; it never changes."""
    choice: Text | None = None
    """The plan form's word for it, where that differs."""
    course: bool | None = None
    """Whether they are courses, each with a page of its own; where it is not said, those that have a name are."""


class Action(Noted):
    """A course or a practice that develops a competency; one text an action."""

    id: IndicatorCode | None = None
    """Its permanent code."""
    type: Id
    """Its kind."""
    name: Name | None = None
    """What a course is called."""
    text: Prose | None = None
    """What a practice consists of."""
    link: Link | None = None
    """Where to find it."""
    minutes: Whole | None = None
    """How long a course takes."""
    targets: tuple[Address, ...] = Field((), alias="for")
    """What it develops: indicators, which it covers; groups, competencies and cells, which it touches."""
    target_from: Id | None = None
    """For those who aim at this level or above."""
    retired: Retired | None = None
    """Set when it ends."""


class Actions(Document, Noted):
    """The file actions.yml."""

    types: tuple[ActionType, ...] = ()
    """Kinds of action, in order."""
    actions: tuple[Action, ...] = ()
    """All actions, in order."""
    sections: tuple[Entry, ...] = ()
    """How to use them."""


class Role(Named):
    """Somebody who takes part in the process."""

    id: Id
    """What other entries and addresses name it by; it never changes."""


class Phase(Named):
    """A part of the process."""

    id: Id
    """What other entries and addresses name it by; it never changes."""
    months: tuple[Months, ...] = ()
    """When, each cycle."""
    steps: tuple[Entry, ...] = ()
    """What is done."""
    forms: tuple[Id, ...] = ()
    """The forms filled in."""


class Input(StrEnum):
    """What is written into a field."""

    TEXT = "text"
    DATE = "date"
    NUMBER = "number"
    CHOICE = "choice"
    RATING = "rating"
    PICK = "pick"
    SIGNATURE = "signature"


class Shows(StrEnum):
    """What a field shows of its row."""

    DEFINITION = "definition"
    SHORT = "short"
    SUMMARY = "summary"
    REQUIRED = "required"
    POINTS = "points"


class Fill(StrEnum):
    """What a field can be filled with from the handbook."""

    ACTION = "action"
    ACTION_TYPE = "action-type"
    COMPETENCY = "competency"


class FormField(Named):
    """A column of a form; fields in a field are a merged head."""

    id: Id
    """What other entries and addresses name it by; it never changes."""
    fields: "tuple[FormField, ...]" = Field((), max_length=limits.FIELDS)
    """The columns under it."""
    input: Input | None = None
    """What is written into it."""
    shows: Shows | None = None
    """What it shows."""
    fill: Fill | None = None
    """What it is filled with."""
    choices: tuple[Topic, ...] = ()
    """What can be chosen."""
    open_ended: bool = False
    """Other answers are possible."""
    default: Text | None = None
    """What stands in it at first."""
    by: Id | None = None
    """The role that fills it in."""
    sensitive: bool = False
    """Left out unless asked for."""
    help: Prose | None = None
    """What to write."""


class Row(Named):
    """A row of a form that is printed ready."""

    id: Id
    """What other entries and addresses name it by; it never changes."""
    months: tuple[Months, ...] = ()
    """When it is filled in, each cycle."""


class Form(Named):
    """A form: rows × fields."""

    id: Id
    """What other entries and addresses name it by; it never changes."""
    help: Prose | None = None
    """How to fill it in."""
    rows: (
        Annotated[
            Annotated[Fixed, Tag("text")] | Annotated[tuple[Row, ...], Field(max_length=limits.ROWS), Tag("list")],
            BY_FORM,
        ]
        | None
    ) = None
    """A number, many, competencies, levels, grades, a form's id, or the rows themselves."""
    fields: tuple[FormField, ...] = Field(max_length=limits.FIELDS)
    """The columns."""


class Plan(Document, Noted):
    """The file plan.yml: process and forms."""

    name: Name | None = None
    """What the process is called."""
    roles: tuple[Role, ...] = ()
    """Who takes part."""
    phases: tuple[Phase, ...] = ()
    """Its parts, in order."""
    forms: tuple[Form, ...] = ()
    """What is filled in, in order."""
    sections: tuple[Entry, ...] = ()
    """The source's other prose."""


class Section(Entry):
    """A section of a chapter."""

    targets: tuple[Address, ...] = Field((), alias="for")
    """The competencies it teaches."""


class Chapter(Mortal):
    """A chapter, which has one id in all editions."""

    id: Id
    """What other entries and addresses name it by; it never changes."""
    sections: tuple[Section, ...] = ()
    """Its sections, in order."""
    targets: tuple[Address, ...] = Field((), alias="for")
    """The competencies it teaches."""
    new: bool = False
    """Marked as new in the source."""


class Edition(Named):
    """One edition of a syllabus."""

    id: Id
    """What other entries and addresses name it by; it never changes."""
    chapters: tuple[Chapter, ...] = ()
    """Its chapters, in order."""


class Syllabus(Document, Noted):
    """The file syllabus.yml."""

    editions: tuple[Edition, ...] = ()
    """Editions, oldest first."""
    sections: tuple[Entry, ...] = ()
    """The source's other prose."""


class Adjusted(Noted):
    """One competency in a calibration."""

    before: Id
    """The level required before."""
    ratings: Annotated[
        Annotated[Literal[Gap.BLANK, Gap.LOST], Tag("text")] | Annotated[dict[Id, Whole], Tag("mapping")], BY_FORM
    ]
    """Raters per level."""
    after: Id
    """The level required from then on."""


class Calibration(Named):
    """One calibration of a grade's required levels."""

    id: Id
    """What other entries and addresses name it by; it never changes."""
    grade: Id
    """The grade calibrated."""
    date: DayOrMonth | None = None
    """When the raters met: the next calibration is due a business year later."""
    example: bool = False
    """On record only."""
    competencies: dict[Address, Adjusted] = Field(default_factory=dict)
    """What was found, by competency."""


class Calibrations(Document, Noted):
    """The file calibration.yml."""

    calibrations: tuple[Calibration, ...] = ()
    """Oldest first."""
    sections: tuple[Entry, ...] = ()
    """The source's other prose."""
