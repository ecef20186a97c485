"""Which file of the folder is what: decodes each in its place."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from levelbook.loading.data_file import DataFile, decode
from levelbook.loading.files import Unreadable, text_of
from levelbook.loading.folder import Folder, SequenceFiles
from levelbook.loading.ledger import unresolved
from levelbook.loading.nodes import Mapping as Tree
from levelbook.loading.suggest import brief
from levelbook.loading.translations import Languages, languages_of
from levelbook.model import limits
from levelbook.model.base import Shape
from levelbook.model.competency import Competency
from levelbook.model.growth import Actions, Calibrations, Plan, Syllabus
from levelbook.model.handbook import ConceptsFile, HandbookHead, ReleasesFile
from levelbook.model.ledger import CodeLedger
from levelbook.model.position import Position, Weights
from levelbook.model.scale import ScalesFile
from levelbook.model.sequence import SequenceHead
from levelbook.model.values import trouble_of_id
from levelbook.problems import Place, Problem, Unforeseen

TOP: Final[Mapping[str, type[Shape]]] = {
    "handbook": HandbookHead,
    "scales": ScalesFile,
    "concepts": ConceptsFile,
    "releases": ReleasesFile,
    "ledger": CodeLedger,
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


def discover(files: Mapping[str, bytes | Unreadable]) -> tuple[Folder, list[Problem]]:
    """Decodes all files and puts them in their places, with all mistakes within files."""
    folder, problems, rest = Folder(), [], _Rest()
    languages = _languages(files.get(HANDBOOK))
    for path, data in files.items():
        shape = shape_of(path)
        if shape is None:
            if isinstance(data, Unreadable) and data.reason in ("outside", "linked-folder"):
                problems.append(Problem("file-unreadable", Place(path), variant=data.reason))
            else:
                folder.strays.append(path)
            continue
        problems += _misnamed(path)
        sheet, mistakes = _read(path, data if rest.left else b"", shape, languages)
        problems += mistakes if rest.left else rest.told(path)
        rest.take(data, sheet)
        _put(folder, path.removesuffix(".yml").split("/"), sheet)
    return folder, problems


def _languages(data: bytes | Unreadable | None) -> Languages:
    try:
        return languages_of(data)
    except Exception as error:
        raise Unforeseen(HANDBOOK) from error


def _read(
    path: str, data: bytes | Unreadable, shape: type[Shape], languages: Languages
) -> tuple[DataFile[Any], list[Problem]]:
    """Decodes a file; what nobody has foreseen is told with its name."""
    try:
        return _ledger(path, data) if shape is CodeLedger else decode(path, data, shape, languages)
    except Exception as error:
        raise Unforeseen(path) from error


class _Rest:
    """How much more may be read."""

    def __init__(self) -> None:
        self.files, self.bytes, self.items = limits.FILES, limits.ALL_BYTES, limits.ALL_ITEMS
        self.silent = False

    @property
    def left(self) -> bool:
        """Whether another file is read."""
        return min(self.files, self.bytes, self.items) > 0

    def take(self, data: bytes | Unreadable, sheet: DataFile[Any]) -> None:
        """Counts a file that was read."""
        self.files -= 1
        self.bytes -= len(data) if isinstance(data, bytes) else 0
        self.items -= sheet.count

    def told(self, path: str) -> list[Problem]:
        """Of the first file that is not read any more."""
        if self.silent:
            return []
        self.silent = True
        variant = "files" if self.files <= 0 else "bytes" if self.bytes <= 0 else "items"
        limit = {"files": limits.FILES, "bytes": limits.ALL_BYTES // 1_000_000, "items": limits.ALL_ITEMS}[variant]
        return [Problem("limit-exceeded", Place(path), variant=variant, facts={"limit": limit})]


def _ledger(path: str, data: bytes | Unreadable) -> tuple[DataFile[CodeLedger], list[Problem]]:
    """The ledger; what a merge left in it is told before YAML stumbles over it."""
    text = text_of(path, data)
    left = unresolved(path, text) if isinstance(text, str) else None
    return (DataFile(path, CodeLedger, None, Tree()), [left]) if left else decode(path, data, CodeLedger)


def _put(folder: Folder, parts: list[str], sheet: Any) -> None:
    if len(parts) == 1:
        setattr(folder, parts[0], sheet)
        return
    branch = folder.branches.setdefault(parts[1], SequenceFiles(parts[1]))
    if len(parts) == 3:
        setattr(branch, "head" if parts[2] == "sequence" else parts[2], sheet)
    else:
        getattr(branch, parts[2])[parts[3]] = sheet


def _misnamed(path: str) -> list[Problem]:
    """A file or folder whose name cannot be an id."""
    names = path.removesuffix(".yml").split("/")[1:]
    return [one for name in names for one in _misnamed_as(path, name)]


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
