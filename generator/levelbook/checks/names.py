"""Everything in a folder that has an id or a code, and what an address leads to."""

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field
from typing import Any, Final

from levelbook.checks.code_owners import CodeOwners
from levelbook.loading.data_file import DataFile
from levelbook.loading.folder import Folder, SequenceFiles
from levelbook.loading.nodes import Mapping, Text
from levelbook.loading.schema_walk import SchemaPart
from levelbook.model.base import Shape
from levelbook.model.competency import Indicator
from levelbook.model.growth import Action, Calibration, Chapter, Form, Phase
from levelbook.model.sequence import Grade, Group, Level
from levelbook.model.statement import item_code, said_by
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
NUMBERED: Final[dict[type[Shape], str]] = {Indicator: "indicator", Action: "action"}
"""Shapes whose ids are codes."""
STEPS: Final = frozenset({"level", "grade", "position"})
"""What may stand after the @ of an address."""


@dataclass(frozen=True)
class Thing:
    """Something with an id or a code."""

    kind: str
    """level, grade, group, competency, position, phase, form, chapter, calibration, sequence, indicator, action or
    item."""
    sequence: str
    name: str
    """Its id or code."""
    place: Place
    retired: bool = False
    """Also where the group around it has ended."""
    text: str = ""
    """Its name, or what it says."""


@dataclass
class Names:
    """The register of a folder."""

    ids: dict[str, dict[str, list[Thing]]] = field(default_factory=dict)
    """Things by sequence and id; several only where ids clash."""
    codes: dict[str, list[Thing]] = field(default_factory=dict)
    """Things by code; several only where codes clash."""
    items: dict[str, Thing] = field(default_factory=dict)
    """Items of indicators by their addresses: `KEY-LIS-07-a`."""
    vague_ids: set[str] = field(default_factory=set)
    """Sequences with ids in files that did not decode."""
    vague_codes: set[str] = field(default_factory=set)
    """Sequences with codes in files that did not decode."""
    homes: dict[str, str] = field(default_factory=dict)
    """Sequences by code."""
    given: Set[str] = frozenset()
    """Codes that the ledger knows: they may stand anywhere, also in a file that did not decode."""

    def of_kind(self, sequence: str, kind: str) -> list[str]:
        """The ids of one kind in a sequence, in order, ended ones too."""
        things_by_id = self.ids.get(sequence, {})
        return [key for key, things in things_by_id.items() if any(thing.kind == kind for thing in things)]

    def get(self, sequence: str, name: str) -> Thing | None:
        """What has this id in a sequence."""
        things = self.ids.get(sequence, {}).get(name)
        return things[0] if things else None

    def find(self, address: str, sequence: str) -> Thing | bool | None:
        """What an address names; False where nothing does, None where that cannot be known."""
        base, at, step = address.partition("@")
        thing = self._base(base, sequence)
        if not at or not isinstance(thing, Thing):
            return thing
        if thing.kind not in ("group", "competency"):
            return False
        where = self.get(thing.sequence, step)
        if where is None:
            return None if thing.sequence in self.vague_ids else False
        return thing if where.kind in STEPS else False

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
        if code in self.items:
            return self.items[code]
        if self.vague_codes and code.count("-") > 1 and code in self.given:
            return None
        home = self.homes.get(code.split("-")[0])
        vague = home in self.vague_codes if home else not self.vague_codes <= {*self.homes.values()}
        return None if vague else False


def register(folder: Folder, owners: CodeOwners, given: Set[str] = frozenset()) -> Names:
    """Reads off everything in a folder that has a name; codes as they are by right, those of copies left out."""
    names = Names(given=given)
    names.ids[""] = {}
    if folder.plan:
        _add_all(names, "", folder.plan.once(_parts, ""))
    for files in folder.sequences.values():
        names.ids[files.id] = {}
        _add_all(names, files.id, _things(files))
        _vague(names, files)
    # Of sequences with one code, the rightful one comes first and so keeps its names.
    for files in sorted(folder.sequences.values(), key=lambda files: files.id in owners.doubled):
        _add_codes(names, files, owners)
    return names


def _add_all(names: Names, sequence: str, things: Iterable[Thing]) -> None:
    for thing in things:
        names.ids[sequence].setdefault(thing.name, []).append(thing)


def _things(files: SequenceFiles) -> Iterator[Thing]:
    if files.head:
        yield from files.head.once(_parts, files.id)
    ended = retired_by_group(files)
    for kind, data_files in (("competency", files.competencies), ("position", files.positions)):
        for key, data_file in data_files.items():
            retired = "retired" in data_file.root or (kind == "competency" and key in ended)
            yield Thing(kind, files.id, key, data_file.at(), retired, str(data_file.root.at("name") or ""))
    for single in (files.plan, files.syllabus, files.calibration):
        if single:
            yield from single.once(_parts, files.id)


def _parts(data_file: DataFile[Any], sequence: str) -> Iterator[Thing]:
    return _things_of(data_file, sequence, KINDS)


def _numbered(data_file: DataFile[Any], sequence: str) -> Iterator[Thing]:
    return _things_of(data_file, sequence, NUMBERED)


def _things_of(data_file: DataFile[Any], sequence: str, kinds: dict[type[Shape], str]) -> Iterator[Thing]:
    """What stands in a file and is of some kinds."""
    for part in data_file.parts():
        kind = kinds.get(part.shape)
        key = part.text("id") if kind else None
        if kind and key is not None:
            yield Thing(kind, sequence, str(key), data_file.place(key), part.retired, _words_of(part))


def retired_by_group(files: SequenceFiles) -> set[str]:
    """Competencies that stand in retired groups only."""
    ended: set[str] = set()
    live: set[str] = set()
    for part in files.head.parts() if files.head else ():
        if part.shape is Group:
            (ended if part.retired else live).update(map(str, part.listed("competencies")))
    return ended - live


def _words_of(part: SchemaPart) -> str:
    return said_by(part.node)


def _add_codes(names: Names, files: SequenceFiles, owners: CodeOwners) -> None:
    code = owners.sequence_codes.get(files.id)
    if files.head and code:
        names.homes.setdefault(code, files.id)
        _add_code(names, code, Thing("sequence", files.id, code, *_of_file(files.head)))
    if files.id in owners.doubled:
        return
    for data_file in owners.in_order(files):
        competency_code = owners.codes.get(data_file.file)
        if competency_code and code:
            whole = f"{code}-{competency_code}"
            _add_code(names, whole, Thing("competency", files.id, whole, *_of_file(data_file)))
        _add_numbered(names, files, data_file)
    if files.actions:
        _add_numbered(names, files, files.actions)


def _of_file(data_file: DataFile[Any]) -> tuple[Place, bool, str]:
    """Where the code of a file stands, whether the file has ended, and its name."""
    code = data_file.root.at("code")
    place = data_file.place(code) if isinstance(code, Text) else data_file.at()
    return place, "retired" in data_file.root, str(data_file.root.at("name") or "")


def _add_numbered(names: Names, files: SequenceFiles, data_file: DataFile[Any]) -> None:
    for thing in data_file.once(_numbered, files.id):
        _add_code(names, thing.name, thing)
    for item in data_file.once(_items, files.id):
        names.items.setdefault(item.name, item)


def _items(data_file: DataFile[Any], sequence: str) -> Iterator[Thing]:
    """The items of indicators, each by the code of its indicator and its letter."""
    for part in data_file.parts():
        code = part.text("id") if part.shape is Indicator else None
        items = part.node.at("items")
        for item in items if code and isinstance(items, list) else ():
            letter = mapping(item).at("id")
            if code and isinstance(letter, Text):
                retired = part.retired or "retired" in mapping(item)
                place = data_file.place(letter)
                yield Thing("item", sequence, item_code(code, letter), place, retired, said_by(mapping(item)))


def _add_code(names: Names, code: str, thing: Thing) -> None:
    names.codes.setdefault(code, []).append(thing)


def _vague(names: Names, files: SequenceFiles) -> None:
    with_ids = (files.head, files.plan, files.syllabus, files.calibration)
    if files.head is None or any(data_file and data_file.value is None for data_file in with_ids):
        names.vague_ids.add(files.id)
    with_codes = [files.head, *files.competencies.values(), *([files.actions] if files.actions else [])]
    if any(data_file is None or data_file.value is None for data_file in with_codes):
        names.vague_codes.add(files.id)


def mapping(value: Any) -> Mapping:
    """The value where it is a mapping, else an empty one."""
    return value if isinstance(value, Mapping) else Mapping()
