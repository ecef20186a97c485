"""All files of a handbook, read, in the places the folder gives them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from levelbook.loading.data_file import DataFile
from levelbook.loading.history import HistoryFiles
from levelbook.loading.translated.marks import TranslationMarks
from levelbook.model.competency import Competency
from levelbook.model.glossary import GlossaryFile
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
    """sequence.yml; the other files have the names of their fields."""
    competencies: dict[str, DataFile[Competency]] = field(default_factory=dict)
    positions: dict[str, DataFile[Position]] = field(default_factory=dict)
    weights: DataFile[Weights] | None = None
    actions: DataFile[Actions] | None = None
    plan: DataFile[Plan] | None = None
    syllabus: DataFile[Syllabus] | None = None
    calibration: DataFile[Calibrations] | None = None

    def data_files(self) -> Iterator[DataFile[Any]]:
        """All that are there, sequence.yml first."""
        single = (self.head, self.weights, self.actions, self.plan, self.syllabus, self.calibration)
        yield from filter(None, single)
        yield from self.competencies.values()
        yield from self.positions.values()

    @property
    def path(self) -> str:
        """The folder's path in the data folder."""
        return f"sequences/{self.id}"


@dataclass
class Folder:
    """The files of a handbook; each has the name of its field."""

    handbook: DataFile[HandbookHead] | None = None
    scales: DataFile[ScalesFile] | None = None
    concepts: DataFile[ConceptsFile] | None = None
    releases: DataFile[ReleasesFile] | None = None
    ledger: DataFile[CodeLedger] | None = None
    glossary: DataFile[GlossaryFile] | None = None
    plan: DataFile[Plan] | None = None
    """The plan of sequences without their own."""
    sequences: dict[str, SequenceFiles] = field(default_factory=dict)
    """Sequences by id."""
    history: HistoryFiles = field(default_factory=HistoryFiles)
    """What releases left of themselves; nothing where that cannot be believed."""
    translations: TranslationMarks = field(default_factory=TranslationMarks)
    """Which wording each translation was made from, as far as anybody has noted it."""
    strays: list[str] = field(default_factory=list)
    """Paths that have no place in the folder."""

    def with_texts(self) -> Iterator[DataFile[Any]]:
        """Those of the handbook that hold texts."""
        yield from filter(None, (self.handbook, self.scales, self.concepts, self.releases, self.glossary, self.plan))

    def data_files(self) -> Iterator[DataFile[Any]]:
        """All that are there, those of the handbook before those of its sequences."""
        single = (self.handbook, self.scales, self.concepts, self.releases, self.ledger, self.glossary, self.plan)
        yield from filter(None, single)
        for files in self.sequences.values():
            yield from files.data_files()
