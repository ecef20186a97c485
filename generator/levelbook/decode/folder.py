"""All files of a handbook, read, in the places the folder gives them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from levelbook.decode.sheet import Sheet
from levelbook.model.competency import Competency
from levelbook.model.growth import Actions, Calibrations, Plan, Syllabus
from levelbook.model.handbook import ConceptsFile, HandbookHead, ReleasesFile
from levelbook.model.ledger import Ledger
from levelbook.model.position import Position, Weights
from levelbook.model.scale import ScalesFile
from levelbook.model.sequence import SequenceHead


@dataclass
class Branch:
    """The files of one sequence."""

    id: str
    """The name of its folder."""
    head: Sheet[SequenceHead] | None = None
    """sequence.yml."""
    competencies: dict[str, Sheet[Competency]] = field(default_factory=dict)
    """By id."""
    positions: dict[str, Sheet[Position]] = field(default_factory=dict)
    """By id."""
    weights: Sheet[Weights] | None = None
    """weights.yml."""
    actions: Sheet[Actions] | None = None
    """actions.yml."""
    plan: Sheet[Plan] | None = None
    """plan.yml."""
    syllabus: Sheet[Syllabus] | None = None
    """syllabus.yml."""
    calibration: Sheet[Calibrations] | None = None
    """calibration.yml."""

    def sheets(self) -> Iterator[Sheet[Any]]:
        """All of them."""
        single = (self.head, self.weights, self.actions, self.plan, self.syllabus, self.calibration)
        yield from (one for one in single if one)
        yield from self.competencies.values()
        yield from self.positions.values()

    @property
    def path(self) -> str:
        """The folder's path in the data folder."""
        return f"sequences/{self.id}"


@dataclass
class Folder:
    """The files of a handbook."""

    handbook: Sheet[HandbookHead] | None = None
    """handbook.yml."""
    scales: Sheet[ScalesFile] | None = None
    """scales.yml."""
    concepts: Sheet[ConceptsFile] | None = None
    """concepts.yml."""
    releases: Sheet[ReleasesFile] | None = None
    """releases.yml."""
    ledger: Sheet[Ledger] | None = None
    """ledger.yml."""
    plan: Sheet[Plan] | None = None
    """The plan of sequences without their own."""
    branches: dict[str, Branch] = field(default_factory=dict)
    """Sequences by id."""
    strays: list[str] = field(default_factory=list)
    """Paths that have no place in the folder."""

    def sheets(self) -> Iterator[Sheet[Any]]:
        """All of them."""
        single = (self.handbook, self.scales, self.concepts, self.releases, self.ledger, self.plan)
        yield from (one for one in single if one)
        for branch in self.branches.values():
            yield from branch.sheets()
