"""The whole handbook, and look-ups in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar, Self

from pydantic import Field, model_validator

from levelbook.model import limits
from levelbook.model.base import Entry, Mortal, Named, Noted, Shape
from levelbook.model.competency import Competency, CompetencyKind, Document, Measure
from levelbook.model.glossary import Term
from levelbook.model.growth import Actions, Calibrations, Plan, Syllabus
from levelbook.model.history import History
from levelbook.model.link import Link
from levelbook.model.position import Position, Weights
from levelbook.model.scale import Assessment, Scale
from levelbook.model.sequence import Grade, Group, Level, SequenceHead
from levelbook.model.values import (
    NEXT,
    Address,
    Date,
    Fixed,
    Id,
    Language,
    Name,
    Prose,
    VersionOrNext,
)
from levelbook.tracing import lazily


class Family(Named):
    """Sequences that belong together, in order."""

    id: Id
    """What other entries and addresses name it by; it never changes."""
    sequences: tuple[Id, ...] = ()
    """The sequences in it, in order."""


class HandbookHead(Document, Noted):
    """The file handbook.yml."""

    name: Name
    """What the handbook is called."""
    organisation: Name | None = None
    """Whose it is."""
    description: Prose | None = None
    """What kind of book this is, in a sentence: said on its first page."""
    reworded: bool = False
    """Whether the texts are the editors' own words and not those of their sources, so that readers are told."""
    languages: tuple[Language, ...] = ()
    """Languages in which it is published: first that of its texts, then those of its twins, each a further edition."""
    language: Language = "zh"
    """Language of the interface, unless set otherwise."""
    translations: tuple[Language, ...] = ()
    """Languages of the twins."""
    families: tuple[Family, ...] = ()
    """Families in order, with their sequences in order."""
    assessment: Assessment | None = None
    """How people rate themselves, where a sequence does not say."""
    guidance: bool = True
    """Whether what the handbook adds of its own is shown; `no` leaves all of it out."""
    moved_to: Link | None = None
    """Where the handbook is published now, once it is no longer read where it was."""
    sections: tuple[Entry, ...] = ()
    """Other prose."""

    @property
    def editions(self) -> tuple[str, ...]:
        """The languages of the editions that one build makes, that of the texts first."""
        return tuple(dict.fromkeys(self.languages)) or (self.language,)

    @model_validator(mode="after")
    def _say_once(self) -> Self:
        """What `languages` says, `language` and `translations` need not say again."""
        if not self.languages:
            return self
        return self.model_copy(update={"language": self.languages[0], "translations": self.languages[1:]})


class Concept(Mortal):
    """What competencies of different sequences have in common."""

    id: Id
    """What other entries and addresses name it by; it never changes."""
    definition: Prose | None = None
    """What it means."""
    also_said: tuple[Fixed, ...] = ()
    """Further words by which people look for it, in any language: the search finds its competencies by them."""


class ConceptsFile(Shape):
    """The file concepts.yml."""

    concepts: tuple[Concept, ...] = ()
    """All concepts, in order."""


class ChangeWord(StrEnum):
    """What a person says that a change means, where no rule can tell."""

    RAISES = "raises"
    LOWERS = "lowers"
    CLARIFIES = "clarifies"
    TYPO = "typo"


class ReleaseWord(Shape):
    """The word on a change; a plain word is its short form."""

    SHORT: ClassVar[str] = "is"
    word: ChangeWord = Field(alias="is")
    """What it means to whoever has to meet the standard."""
    why: Prose | None = None
    """Why it is so, if there is more to say."""


class Release(Noted):
    """A published state of the content, or the draft of the next one."""

    version: VersionOrNext
    """Its number: major when more is asked, minor when clearer, patch for slips; `next` for the draft."""
    date: Date = ""
    """The day it was published: 2026-09-01; a draft has none."""
    effective: Date | None = None
    """The day from which it holds."""
    revision: Fixed | None = None
    """Its revision in git."""
    summary: Prose | None = None
    """What is new, in a sentence."""
    words: dict[Address, ReleaseWord] = Field(default_factory=dict, max_length=limits.LIST)
    """What changes mean that no rule can judge, by code."""

    @property
    def draft(self) -> bool:
        """Whether it is still being written."""
        return self.version == NEXT

    @property
    def starts(self) -> str:
        """The day from which it holds, whether that is said or not; nothing of a draft without one."""
        return self.effective or self.date


class ReleasesFile(Shape):
    """The file releases.yml."""

    releases: tuple[Release, ...] = ()
    """Newest first; before them the draft of the next one, while there is one."""

    @property
    def published(self) -> tuple[Release, ...]:
        """Those that are out, newest first."""
        return tuple(release for release in self.releases if not release.draft)

    @property
    def draft(self) -> Release | None:
        """What the next release will be, as far as it is written."""
        return next((release for release in self.releases if release.draft), None)


@dataclass(frozen=True)
class Sequence:
    """One job family's standard."""

    id: str
    """The name of its folder."""
    head: SequenceHead
    all_competencies: Mapping[str, Competency] = field(default_factory=dict)
    """By id, ended ones too, in the order of the tree."""
    all_positions: Mapping[str, Position] = field(default_factory=dict)
    """By id, ended ones too."""
    weights: Weights | None = None
    actions: Actions | None = None
    """Courses and practices."""
    plan: Plan | None = None
    """Its own process and forms; without them those of the handbook hold."""
    syllabus: Syllabus | None = None
    calibrations: Calibrations | None = None

    @property
    def name(self) -> str:
        """What people call it."""
        return self.head.name

    @property
    def code(self) -> str:
        """Its permanent code."""
        return self.head.code

    @lazily
    def levels(self) -> tuple[Level, ...]:
        """The levels in force, low to high."""
        return tuple(level for level in self.head.levels if not level.retired)

    @lazily
    def grades(self) -> tuple[Grade, ...]:
        """The grades in force, low to high."""
        return tuple(grade for grade in self.head.grades if not grade.retired)

    @lazily
    def competencies(self) -> Mapping[str, Competency]:
        """The competencies in force, in the order of the tree."""
        return {key: competency for key, competency in self.all_competencies.items() if not competency.retired}

    @lazily
    def positions(self) -> Mapping[str, Position]:
        """The positions in force."""
        return {key: position for key, position in self.all_positions.items() if not position.retired}

    @lazily
    def ranks(self) -> Mapping[str, int]:
        """How high each level is, from 1."""
        return {level.id: rank for rank, level in enumerate(self.levels, 1)}

    @lazily
    def steps_with_points(self) -> frozenset[str]:
        """The ids of levels, grades and positions that have points of their own."""
        weights = self.weights
        rows = (*weights.points.values(), *weights.unassigned.values()) if weights and weights.points else ()
        return frozenset(step for row in rows if isinstance(row, dict) for step in row)

    def level(self, key: str) -> Level | None:
        """The level in force with this id."""
        return next((level for level in self.levels if level.id == key), None)

    def groups(self) -> Iterator[tuple[tuple[Group, ...], Group]]:
        """All groups in force in the order of the tree, each with the groups above it."""
        yield from _walk(self.head.groups, ())

    def group_of(self, competency: str) -> tuple[Group, ...]:
        """The groups that hold a competency, outermost first."""
        return next(((*above, group) for above, group in self.groups() if competency in group.competencies), ())

    def kind(self, competency: Competency) -> CompetencyKind:
        """What a competency is about: its own word, or the nearest group's."""
        above = reversed(self.group_of(competency.id))
        return competency.kind or next((group.kind for group in above if group.kind), CompetencyKind.BEHAVIOUR)

    def measure(self, competency: Competency) -> Measure:
        """How a competency is found out: its own word, or the nearest group's."""
        above = reversed(self.group_of(competency.id))
        measure = competency.measured_by or next((group.measured_by for group in above if group.measured_by), None)
        return measure or Measure.BEHAVIOUR


@dataclass(frozen=True)
class Handbook:
    """Everything in the data folder."""

    head: HandbookHead
    sequences: Mapping[str, Sequence] = field(default_factory=dict)
    """By id, in the order of the families."""
    scales: Mapping[str, Scale] = field(default_factory=dict)
    concepts: Mapping[str, Concept] = field(default_factory=dict)
    releases: tuple[Release, ...] = ()
    """Those that are out, newest first."""
    draft: Release | None = None
    """What the next release will be, as far as it is written."""
    ledger: Mapping[str, str] = field(default_factory=dict)
    """Codes that a release has had, with the first such release."""
    plan: Plan | None = None
    """The process of sequences without their own."""
    terms: tuple[Term, ...] = ()
    """The words that it has settled on."""
    history: History = field(default_factory=History)
    """What it has been; empty before its first release."""
    in_force: str = ""
    """The release whose standard it holds, where newer ones are still to come; nothing where it is the newest."""

    @property
    def coming(self) -> tuple[Release, ...]:
        """The releases that are published and do not hold yet, newest first."""
        versions = [release.version for release in self.releases]
        return self.releases[: versions.index(self.in_force)] if self.in_force in versions else ()

    @property
    def release(self) -> Release | None:
        """The newest release that holds."""
        return self.releases[len(self.coming)] if self.releases else None

    def competency(self, sequence: Sequence, address: str) -> tuple[Sequence, Competency] | None:
        """A competency by its address in a sequence's tree, with the sequence it stands in."""
        owner_id, _, key = address.rpartition("/")
        owner = self.sequences.get(owner_id) if owner_id else sequence
        competency = owner.competencies.get(key) if owner else None
        return (owner, competency) if owner and competency else None


def _walk(groups: tuple[Group, ...], above: tuple[Group, ...]) -> Iterator[tuple[tuple[Group, ...], Group]]:
    for group in groups:
        if not group.retired:
            yield above, group
            yield from _walk(group.groups, (*above, group))
