"""Which file of the folder is what: decodes each in its place."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from typing import Final, TypeVar

from levelbook.loading.data_file import DataFile
from levelbook.loading.decoder import Decoder
from levelbook.loading.files import Unreadable, text_of
from levelbook.loading.folder import Folder, SequenceFiles
from levelbook.loading.history import is_history
from levelbook.loading.ledger import unresolved
from levelbook.loading.nodes import Mapping as Tree
from levelbook.loading.suggest import brief
from levelbook.loading.translated.marks import TRANSLATIONS, marks_of
from levelbook.loading.translations import Languages, languages_of
from levelbook.model import limits
from levelbook.model.base import Shape
from levelbook.model.competency import Competency
from levelbook.model.glossary import GlossaryFile
from levelbook.model.growth import Actions, Calibrations, Plan, Syllabus
from levelbook.model.handbook import ConceptsFile, HandbookHead, ReleasesFile
from levelbook.model.ledger import CodeLedger
from levelbook.model.position import Position, Weights
from levelbook.model.scale import ScalesFile
from levelbook.model.sequence import SequenceHead
from levelbook.model.values import trouble_of_id
from levelbook.problems import Place, Problem, Unforeseen

S = TypeVar("S", bound=Shape)

TOP: Final[Mapping[str, type[Shape]]] = {
    "handbook": HandbookHead,
    "scales": ScalesFile,
    "concepts": ConceptsFile,
    "releases": ReleasesFile,
    "ledger": CodeLedger,
    "glossary": GlossaryFile,
    "plan": Plan,
}
"""Files of the data folder itself."""
SINGLE: Final[Mapping[str, type[Shape]]] = {
    "sequence": SequenceHead,
    "weights": Weights,
    "actions": Actions,
    "plan": Plan,
    "syllabus": Syllabus,
    "calibration": Calibrations,
}
"""Files of which a sequence has one each."""
MANY: Final[Mapping[str, type[Shape]]] = {"competencies": Competency, "positions": Position}
"""Folders of a sequence, with what stands in them."""
HANDBOOK: Final = "handbook.yml"
"""The file that names the languages of all others."""


def shape_of(path: str) -> type[Shape] | None:
    """What a path of the data folder is meant to hold; none where it has no place."""
    if not path.endswith(".yml"):
        return None
    match path.removesuffix(".yml").split("/"):
        case [name]:
            return TOP.get(name)
        case ["sequences", _, name]:
            return SINGLE.get(name)
        case ["sequences", _, kind, _]:
            return MANY.get(kind)
    return None


def discover(files: Mapping[str, bytes | Unreadable], memory: Decoder | None = None) -> tuple[Folder, list[Problem]]:
    """Decodes all files and puts them in their places, with all mistakes within files."""
    folder, budget, decoder = Folder(), _Budget(), memory or Decoder()
    with _blaming(HANDBOOK):
        languages = languages_of(files.get(HANDBOOK))
    recorded = {path: data for path, data in files.items() if is_history(path)}
    folder.history, read_problems = decoder.history(dict(islice(recorded.items(), limits.HISTORY_FILES)))
    problems = list(read_problems)
    for path, data in files.items():
        if path in recorded:
            continue
        if path == TRANSLATIONS:
            text = text_of(path, data)
            problems += [text] if isinstance(text, Problem) else []
            folder.translations = marks_of(text) if isinstance(text, str) else folder.translations
            continue
        if shape_of(path) is None:
            if isinstance(data, Unreadable) and data.reason in ("outside", "linked-folder"):
                problems.append(Problem("file-unreadable", Place(path), variant=data.reason))
            else:
                folder.strays.append(path)
            continue
        reader = _Reader(path, data if budget.left else b"", languages, decoder)
        with _blaming(path):
            _put(folder, reader)
        problems += _misnamed(path)
        problems += reader.mistakes if budget.left else budget.exceeded(path)
        budget.take(data, reader.count)
    return folder, problems


@contextmanager
def _blaming(path: str) -> Iterator[None]:
    """Names the file in whose reading something happens that nobody has foreseen."""
    try:
        yield
    except Exception as error:
        raise Unforeseen(path) from error


class _Budget:
    """How much more may be read of a handbook."""

    def __init__(self) -> None:
        self.files, self.bytes, self.items = limits.FILES, limits.ALL_BYTES, limits.ALL_ITEMS
        self.told = False

    @property
    def left(self) -> bool:
        """Whether another file is read."""
        return min(self.files, self.bytes, self.items) > 0

    def take(self, data: bytes | Unreadable, items: int) -> None:
        """Counts a file that was read."""
        self.files -= 1
        self.bytes -= len(data) if isinstance(data, bytes) else 0
        self.items -= items

    def exceeded(self, path: str) -> list[Problem]:
        """The problem of the first file that is not read any more; nothing of the others."""
        if self.told:
            return []
        self.told = True
        variant = "files" if self.files <= 0 else "bytes" if self.bytes <= 0 else "items"
        limit = {"files": limits.FILES, "bytes": limits.ALL_BYTES // 1_000_000, "items": limits.ALL_ITEMS}[variant]
        return [Problem("limit-exceeded", Place(path), variant=variant, facts={"limit": limit})]


class _Reader:
    """Decodes one file as what its place says it is, and keeps what is to be said of it."""

    def __init__(self, path: str, data: bytes | Unreadable, languages: Languages, decoder: Decoder) -> None:
        self.path, self.data, self.languages, self._decoder = path, data, languages, decoder
        self.mistakes: list[Problem] = []
        self.count = 0

    def read(self, shape: type[S]) -> DataFile[S]:
        """Decodes the file as what stands in its field."""
        data_file, self.mistakes = self._decoder.decode(self.path, self.data, shape, self.languages)
        self.count = data_file.count
        return data_file

    def read_ledger(self) -> DataFile[CodeLedger]:
        """The ledger; what a merge left in it is told before YAML stumbles over it."""
        text = text_of(self.path, self.data)
        leftover = unresolved(self.path, text) if isinstance(text, str) else None
        if leftover is None:
            return self.read(CodeLedger)
        self.mistakes = [leftover]
        return DataFile(self.path, CodeLedger, None, Tree())


def _put(folder: Folder, reader: _Reader) -> None:
    """Reads a file into its field; every name of `TOP`, `SINGLE` and `MANY` has its case, which a test holds."""
    match reader.path.removesuffix(".yml").split("/"):
        case ["handbook"]:
            folder.handbook = reader.read(HandbookHead)
        case ["scales"]:
            folder.scales = reader.read(ScalesFile)
        case ["concepts"]:
            folder.concepts = reader.read(ConceptsFile)
        case ["releases"]:
            folder.releases = reader.read(ReleasesFile)
        case ["ledger"]:
            folder.ledger = reader.read_ledger()
        case ["glossary"]:
            folder.glossary = reader.read(GlossaryFile)
        case ["plan"]:
            folder.plan = reader.read(Plan)
        case ["sequences", sequence, *place]:
            _put_in(folder.sequences.setdefault(sequence, SequenceFiles(sequence)), place, reader)


def _put_in(files: SequenceFiles, place: list[str], reader: _Reader) -> None:
    match place:
        case ["sequence"]:
            files.head = reader.read(SequenceHead)
        case ["weights"]:
            files.weights = reader.read(Weights)
        case ["actions"]:
            files.actions = reader.read(Actions)
        case ["plan"]:
            files.plan = reader.read(Plan)
        case ["syllabus"]:
            files.syllabus = reader.read(Syllabus)
        case ["calibration"]:
            files.calibration = reader.read(Calibrations)
        case ["competencies", competency]:
            files.competencies[competency] = reader.read(Competency)
        case ["positions", position]:
            files.positions[position] = reader.read(Position)


def _misnamed(path: str) -> list[Problem]:
    """A file or folder whose name cannot be an id."""
    names = path.removesuffix(".yml").split("/")[1:]
    return [problem for name in names for problem in _misnamed_as(path, name)]


def _misnamed_as(path: str, name: str) -> Iterator[Problem]:
    error = trouble_of_id(name)
    if error is None:
        return
    facts = {"value": brief(name), "limit": limits.ID}
    if error.type == "limit-exceeded":
        yield Problem("limit-exceeded", Place(path), variant="file-name", facts=facts)
    else:
        device = (error.context or {}).get("expected") == "id-device"
        yield Problem("value-wrong", Place(path), variant="file-device" if device else "file-name", facts=facts)
