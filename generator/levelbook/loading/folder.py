"""All files of a handbook, read, in the places the folder gives them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from levelbook.loading.data_file import DataFile
from levelbook.model.competency import Competency
from levelbook.model.growth import Actions, Calibrations, Plan, Syllabus
from levelbook.model.handbook import ConceptsFile, HandbookHead, ReleasesFile
from levelbook.model.ledger import CodeLedger
from levelbook.model.position import Position, Weights
from levelbook.model.scale import ScalesFile
from levelbook.model.sequence import SequenceHead


@dataclass
class SequenceFiles:
    """The files of one sequence."""

    id: str
    """The name of its folder."""
    head: DataFile[SequenceHead] | None = None
    """sequence.yml."""
    competencies: dict[str, DataFile[Competency]] = field(default_factory=dict)
    """By id."""
    positions: dict[str, DataFile[Position]] = field(default_factory=dict)
    """By id."""
    weights: DataFile[Weights] | None = None
    """weights.yml."""
    actions: DataFile[Actions] | None = None
    """actions.yml."""
    plan: DataFile[Plan] | None = None
    """plan.yml."""
    syllabus: DataFile[Syllabus] | None = None
    """syllabus.yml."""
    calibration: DataFile[Calibrations] | None = None
    """calibration.yml."""

    def sheets(self) -> Iterator[DataFile[Any]]:
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

    handbook: DataFile[HandbookHead] | None = None
    """handbook.yml."""
    scales: DataFile[ScalesFile] | None = None
    """scales.yml."""
    concepts: DataFile[ConceptsFile] | None = None
    """concepts.yml."""
    releases: DataFile[ReleasesFile] | None = None
    """releases.yml."""
    ledger: DataFile[CodeLedger] | None = None
    """ledger.yml."""
    plan: DataFile[Plan] | None = None
    """The plan of sequences without their own."""
    branches: dict[str, SequenceFiles] = field(default_factory=dict)
    """Sequences by id."""
    strays: list[str] = field(default_factory=list)
    """Paths that have no place in the folder."""

    def sheets(self) -> Iterator[DataFile[Any]]:
        """All of them."""
        single = (self.handbook, self.scales, self.concepts, self.releases, self.ledger, self.plan)
        yield from (one for one in single if one)
        for branch in self.branches.values():
            yield from branch.sheets()
