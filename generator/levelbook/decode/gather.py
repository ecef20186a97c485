"""Which file of the folder is what: decodes each in its place."""

import re
from collections.abc import Mapping
from typing import Any, Final

from levelbook.decode.folder import Branch, Folder
from levelbook.decode.guess import brief
from levelbook.decode.sheet import decode
from levelbook.decode.source import Unreadable
from levelbook.decode.twins import languages_of
from levelbook.model.base import Shape
from levelbook.model.competency import Competency
from levelbook.model.growth import Actions, Calibrations, Plan, Syllabus
from levelbook.model.handbook import ConceptsFile, HandbookHead, Ledger, ReleasesFile
from levelbook.model.position import Position, Weights
from levelbook.model.scale import ScalesFile
from levelbook.model.sequence import SequenceHead
from levelbook.problems import Place, Problem

TOP: Final[Mapping[str, type[Shape]]] = {
    "handbook": HandbookHead,
    "scales": ScalesFile,
    "concepts": ConceptsFile,
    "releases": ReleasesFile,
    "ledger": Ledger,
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
ID = re.compile(r"[a-z][a-z0-9-]*")
"""What a file or folder that becomes an id may be called."""


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


def gather(files: Mapping[str, bytes | Unreadable]) -> tuple[Folder, list[Problem]]:
    """Decodes all files and puts them in their places, with all mistakes within files."""
    folder, problems = Folder(), []
    languages = languages_of(files.get("handbook.yml"))
    for path, data in files.items():
        shape = shape_of(path)
        if shape is None:
            folder.strays.append(path)
            continue
        problems += _misnamed(path)
        sheet, mistakes = decode(path, data, shape, languages)
        problems += mistakes
        _put(folder, path.removesuffix(".yml").split("/"), sheet)
    return folder, problems


def _put(folder: Folder, parts: list[str], sheet: Any) -> None:
    if len(parts) == 1:
        setattr(folder, parts[0], sheet)
        return
    branch = folder.branches.setdefault(parts[1], Branch(parts[1]))
    if len(parts) == 3:
        setattr(branch, "head" if parts[2] == "sequence" else parts[2], sheet)
    else:
        getattr(branch, parts[2])[parts[3]] = sheet


def _misnamed(path: str) -> list[Problem]:
    """A file or folder whose name cannot be an id."""
    names = path.removesuffix(".yml").split("/")[1:]
    wrong = [name for name in names if not ID.fullmatch(name)]
    return [Problem("value-wrong", Place(path), variant="file-name", facts={"value": brief(name)}) for name in wrong]
