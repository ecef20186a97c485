"""The head of a sequence: its source, levels, grades and the tree of groups."""

from enum import StrEnum
from typing import ClassVar, Self

from pydantic import Field

from levelbook.model import limits
from levelbook.model.base import Entry, Mortal, Noted, Reasoned, Shape
from levelbook.model.competency import CompetencyKind, Document, Measure
from levelbook.model.guidance import GuidanceOrigin
from levelbook.model.scale import Assessment
from levelbook.model.values import Address, Code, Count, Figure, Fixed, Id, IdOrGap, Name, Prose, Text


class Layer(StrEnum):
    """Something that a source may have for all its competencies or levels, or not at all."""

    DEFINITIONS = "definitions"
    EXPECTATIONS = "expectations"


class Cumulative(StrEnum):
    """Whether what lower levels ask holds above too."""

    YES = "yes"
    """It does, unless raised."""
    NO = "no"
    """It does not: each level says all it asks."""
    UNSTATED = "unstated"
    """The source does not say; what is not written again stays open."""

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        """Other ways to write yes and no."""
        return {"true": cls("yes"), "false": cls("no")}.get(str(value).lower())


class Below(StrEnum):
    """The level that an open cell is the same as."""

    BELOW = "below"
    """The next lower one."""


class Source(Noted):
    """The document a sequence comes from, as printed."""

    title: Text
    """Its title, as printed."""
    organisation: Text | None = None
    """Who published it."""
    date: Text | None = None
    """Its date, as printed."""
    version: Text | None = None
    """Its version, as printed."""
    effective: Text | None = None
    """From when it holds, as printed."""
    owner: Text | None = None
    """Who interprets it."""
    confidential: Text | None = None
    """What it says about who may read it."""
    reworded: bool | None = None
    """Whether the texts are the editors' own words and not the source's; otherwise as the handbook says."""
    without: tuple[Layer, ...] = ()
    """What the source never set out to hold: definitions of competencies, descriptions of levels."""
    files: tuple[Fixed, ...] = ()
    """Which files and lines of our own copy: for editors, never shown."""


class Words(Shape):
    """The sequence's own words for ours."""

    level: Name | None = None
    """Its word for 级别."""
    grade: Name | None = None
    """Its word for 职级."""
    group: Name | None = None
    """Its word for 类别."""
    competency: Name | None = None
    """Its word for 能力项."""
    indicator: Name | None = None
    """Its word for 行为指标."""
    position: Name | None = None
    """Its word for 岗位."""


class Step(Mortal):
    """A step of a ladder, low to high in its list."""

    id: Id
    """What other entries and addresses name it by; it never changes."""
    role: Text | None = None
    """Who stands there."""
    expectations: tuple[Entry, ...] = ()
    """What is expected there, whatever the competency."""
    sections: tuple[Entry, ...] = ()
    """The source's other prose about it."""
    incomplete: Prose | None = None
    """What about it is missing."""


class Level(Step):
    """A step of proficiency."""

    value: Figure | None = None
    """To calculate with; otherwise 1, 2, 3 …"""


class Grade(Step):
    """A step of the position ladder, or a career stage."""

    level: IdOrGap | None = None
    """The level required of every competency …"""
    required: dict[Address, Id] = Field(default_factory=dict)
    """… but these."""


class OpenCells(Reasoned):
    """What holds where a competency leaves a level out: a reason, or where it is said instead."""

    CONTENT: ClassVar[tuple[str, ...]] = ("same_as", "as_level")
    EXCLUSIVE: ClassVar[tuple[str, ...]] = ("same_as", "as_level")
    same_as: Below | None = None
    """The same as at the level below."""
    as_level: bool = False
    """What the level itself expects."""


class Group(Reasoned, Mortal):
    """A node of the competency tree."""

    CONTENT: ClassVar[tuple[str, ...]] = ("groups", "competencies")
    EXCLUSIVE: ClassVar[tuple[str, ...]] = ("groups", "competencies")
    EXCUSES: ClassVar[tuple[str, ...]] = ("incomplete", "retired")
    id: Id
    """What other entries and addresses name it by; it never changes."""
    definition: Prose | None = None
    """What it holds."""
    kind: CompetencyKind | None = None
    """What all below is about."""
    measured_by: Measure | None = None
    """How all below is found out."""
    groups: "tuple[Group, ...]" = Field((), max_length=limits.GROUPS)
    """The groups in it, in order."""
    competencies: tuple[Address, ...] = Field((), max_length=limits.MEMBERS)
    """The competencies in it, in order; `sequence/id` borrows one."""
    declared: Count | None = None
    """How many parts the source announces."""
    open_ended: bool = False
    """The source's list ends in 等."""
    sections: tuple[Entry, ...] = ()
    """The source's other prose."""


class SequenceHead(Document, Mortal):
    """The file sequence.yml."""

    code: Code
    """The permanent code of the sequence."""
    short_name: Name | None = None
    """What it is called on pages, where its own name is long."""
    kind: Text | None = None
    """What kind of standard it is, in a few words: 能力素质模型."""
    reference: Prose | None = None
    """Set where it can only be read for reference; the value is the reason."""
    definition: Prose | None = None
    """What the standard is for, and whom it addresses."""
    words: Words = Words()
    """Its own words for ours."""
    source: Source | None = None
    """The document it comes from."""
    incomplete: Prose | None = None
    """What of the sequence is missing."""
    levels: tuple[Level, ...] = Field((), max_length=limits.LEVELS)
    """Its levels, low to high."""
    unranked: Text | None = None
    """Set where the order of the levels ranks nothing; the value is the reason."""
    cumulative: Cumulative = Cumulative.NO
    """Whether what lower levels ask holds above too: yes, unless raised; no, each level says all; or unstated."""
    open_cells: OpenCells | None = None
    """What holds at the levels that its competencies leave out."""
    grades: tuple[Grade, ...] = Field((), max_length=limits.GRADES)
    """Grades or career stages, low to high."""
    groups: tuple[Group, ...] = Field((), max_length=limits.GROUPS)
    """The tree, which orders the competencies."""
    positions: tuple[Id, ...] = Field((), max_length=limits.POSITIONS)
    """The positions, in order."""
    assessment: Assessment | None = None
    """How people rate themselves here."""
    guidance: GuidanceOrigin | None = None
    """Who wrote what the handbook adds of its own, and when."""
    sections: tuple[Entry, ...] = ()
    """The source's other prose."""
