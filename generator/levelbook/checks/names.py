"""Everything in a folder that has an id or a code, and what an address leads to."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from levelbook.checks.code_owners import Rightful
from levelbook.loading.data_file import DataFile
from levelbook.loading.folder import Folder, SequenceFiles
from levelbook.loading.nodes import Mapping, Text
from levelbook.loading.schema_walk import SchemaPart
from levelbook.model.base import Shape
from levelbook.model.competency import Indicator
from levelbook.model.growth import Action, Calibration, Chapter, Form, Phase
from levelbook.model.sequence import Grade, Group, Level
from levelbook.problems import Place

KINDS: Final[dict[type[Shape], str]] = {
    Level: "level",
    Grade: "grade",
    Group: "group",
    Phase: "phase",
    Form: "form",
    Chapter: "chapter",
    Calibration: "calibration",
}
"""Shapes whose ids share their sequence's namespace."""
STEPS: Final = frozenset({"level", "grade", "position"})
"""What may stand after the @ of an address."""


@dataclass(frozen=True)
class Thing:
    """Something with an id or a code."""

    kind: str
    """level, grade, group, competency, position, phase, form, chapter, calibration, sequence, indicator or action."""
    sequence: str
    """The sequence it belongs to."""
    name: str
    """Its id or code."""
    place: Place
    """Where it is written."""
    retired: bool = False
    """Whether it has ended."""
    text: str = ""
    """Its name, or what it says."""


@dataclass
class Names:
    """The register of a folder."""

    ids: dict[str, dict[str, list[Thing]]] = field(default_factory=dict)
    """Things by sequence and id; several only where ids clash."""
    codes: dict[str, list[Thing]] = field(default_factory=dict)
    """Things by code; several only where codes clash."""
    vague_ids: set[str] = field(default_factory=set)
    """Sequences with ids in files that did not decode."""
    vague_codes: set[str] = field(default_factory=set)
    """Sequences with codes in files that did not decode."""
    homes: dict[str, str] = field(default_factory=dict)
    """Sequences by code."""

    def of_kind(self, sequence: str, kind: str) -> list[str]:
        """The ids of one kind in a sequence, in order, ended ones too."""
        found = self.ids.get(sequence, {})
        return [key for key, things in found.items() if any(one.kind == kind for one in things)]

    def get(self, sequence: str, name: str) -> Thing | None:
        """What has this id in a sequence."""
        things = self.ids.get(sequence, {}).get(name)
        return things[0] if things else None

    def find(self, address: str, sequence: str) -> Thing | bool | None:
        """What an address names; False where nothing does, None where that cannot be known."""
        base, at, step = address.partition("@")
        found = self._base(base, sequence)
        if not at or not isinstance(found, Thing):
            return found
        if found.kind not in ("group", "competency"):
            return False
        where = self.get(found.sequence, step)
        if where is None:
            return None if found.sequence in self.vague_ids else False
        return found if where.kind in STEPS else False

    def _base(self, base: str, sequence: str) -> Thing | bool | None:
        owner, slash, name = base.rpartition("/")
        if slash and not name:
            return self._sequence(owner)
        if base[:1].isupper():
            return self._code(base)
        owner = owner if slash else sequence
        if owner and owner not in self.ids:
            return False
        return self.get(owner, name) or (None if owner in self.vague_ids else False)

    def _sequence(self, name: str) -> Thing | bool:
        return Thing("sequence", name, name, Place(f"sequences/{name}")) if name in self.ids and name else False

    def _code(self, code: str) -> Thing | bool | None:
        if code in self.codes:
            return self.codes[code][0]
        home = self.homes.get(code.split("-")[0])
        vague = home in self.vague_codes if home else any(one not in self.homes.values() for one in self.vague_codes)
        return None if vague else False


def register(folder: Folder, right: Rightful) -> Names:
    """Reads off everything in a folder that has a name; codes as they are by right, those of copies left out."""
    names = Names()
    names.ids[""] = {}
    if folder.plan:
        _add_all(names, "", _parts(folder.plan, ""))
    for branch in folder.branches.values():
        names.ids[branch.id] = {}
        _add_all(names, branch.id, _things(branch))
        _vague(names, branch)
    for branch in sorted(folder.branches.values(), key=lambda one: one.id in right.doubled):
        _add_codes(names, branch, right)
    return names


def _add_all(names: Names, sequence: str, things: Iterator[Thing]) -> None:
    for thing in things:
        names.ids[sequence].setdefault(thing.name, []).append(thing)


def _things(branch: SequenceFiles) -> Iterator[Thing]:
    if branch.head:
        yield from _parts(branch.head, branch.id)
    ended = retired_by_group(branch)
    for kind, sheets in (("competency", branch.competencies), ("position", branch.positions)):
        for key, sheet in sheets.items():
            retired = "retired" in sheet.root or (kind == "competency" and key in ended)
            yield Thing(kind, branch.id, key, sheet.at(), retired, str(sheet.root.at("name") or ""))
    for single in (branch.plan, branch.syllabus, branch.calibration):
        if single:
            yield from _parts(single, branch.id)


def _parts(sheet: DataFile[Any], sequence: str) -> Iterator[Thing]:
    for part in sheet.parts():
        kind = KINDS.get(part.shape)
        key = part.text("id")
        if kind and key is not None:
            yield Thing(kind, sequence, str(key), sheet.place(key), part.retired, _said(part))


def retired_by_group(branch: SequenceFiles) -> set[str]:
    """Competencies that stand in retired groups only."""
    ended: set[str] = set()
    live: set[str] = set()
    for part in branch.head.parts() if branch.head else ():
        if part.shape is Group:
            (ended if part.retired else live).update(map(str, part.listed("competencies")))
    return ended - live


def _said(part: SchemaPart) -> str:
    return str(part.text("text") or part.text("name") or "")


def _add_codes(names: Names, branch: SequenceFiles, right: Rightful) -> None:
    code = right.heads.get(branch.id)
    if branch.head and code:
        names.homes.setdefault(code, branch.id)
        _add_code(names, code, Thing("sequence", branch.id, code, *_of_file(branch.head)))
    if branch.id in right.doubled:
        return
    for sheet in right.in_order(branch):
        own = right.codes.get(sheet.file)
        if own and code:
            _add_code(names, f"{code}-{own}", Thing("competency", branch.id, f"{code}-{own}", *_of_file(sheet)))
        _add_numbered(names, branch, sheet, Indicator, "indicator")
    if branch.actions:
        _add_numbered(names, branch, branch.actions, Action, "action")


def _of_file(sheet: DataFile[Any]) -> tuple[Place, bool, str]:
    """Where the code of a file stands, whether the file has ended, and its name."""
    code = sheet.root.at("code")
    place = sheet.place(code) if isinstance(code, Text) else sheet.at()
    return place, "retired" in sheet.root, str(sheet.root.at("name") or "")


def _add_numbered(names: Names, branch: SequenceFiles, sheet: DataFile[Any], shape: type[Shape], kind: str) -> None:
    for part in sheet.parts():
        code = part.text("id") if part.shape is shape else None
        if code is not None:
            place = sheet.place(code)
            _add_code(names, str(code), Thing(kind, branch.id, str(code), place, part.retired, _said(part)))


def _add_code(names: Names, code: str, thing: Thing) -> None:
    names.codes.setdefault(code, []).append(thing)


def _vague(names: Names, branch: SequenceFiles) -> None:
    with_ids = (branch.head, branch.plan, branch.syllabus, branch.calibration)
    if branch.head is None or any(sheet and sheet.value is None for sheet in with_ids):
        names.vague_ids.add(branch.id)
    with_codes = [branch.head, *branch.competencies.values(), *([branch.actions] if branch.actions else [])]
    if any(sheet is None or sheet.value is None for sheet in with_codes):
        names.vague_codes.add(branch.id)


def mapping(value: Any) -> Mapping:
    """The value where it is a mapping, else an empty one."""
    return value if isinstance(value, Mapping) else Mapping()
