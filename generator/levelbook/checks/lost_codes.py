"""What the ledger knows and the data lack, grouped by what was taken away: a code, a file, a folder."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from levelbook.checks.code_owners import Changed, Rightful, ids_in
from levelbook.checks.names import KINDS, Names, Thing
from levelbook.loading.data_file import DataFile
from levelbook.loading.folder import Folder, SequenceFiles
from levelbook.loading.nodes import Text
from levelbook.model.competency import Competency
from levelbook.model.growth import Actions
from levelbook.model.ledger import CodeLedger, number_of, order_of
from levelbook.problems import Place

RESERVED = "ACT"
"""The middle of the codes of actions, and so of no competency."""
RECORDED = frozenset({*KINDS.values(), "position"})
"""Kinds of things whose ids stand in the ledger, behind the code of their sequence."""


@dataclass(frozen=True)
class Renamed:
    """Something that has one code or id today and had another."""

    place: Place
    """Where it stands."""
    was: str
    """What it had."""
    now: str
    """What stands there."""
    kind: str
    """number, id or position, whose id is the name of its file."""


@dataclass(frozen=True)
class LostFile:
    """A competency's file or a sequence's folder that is gone with all in it."""

    path: str
    """Where it was, as the ledger has it; nothing where it does not say."""
    code: str
    """Its code."""
    others: int
    """How many codes went with it."""
    moved: str = ""
    """The file in which most of them stand now; nothing where they are gone."""


@dataclass
class Losses:
    """What is gone."""

    codes: dict[str, list[str]] = field(default_factory=dict)
    """Codes of indicators and actions, by the file in which they should be; by nothing where there is none."""
    ids: dict[str, list[str]] = field(default_factory=dict)
    """Ids of levels, grades, groups and the like, by sequence."""
    renamed: list[Renamed] = field(default_factory=list)
    """Codes and ids that somebody changed."""
    files: list[LostFile] = field(default_factory=list)
    """Competencies."""
    folders: list[LostFile] = field(default_factory=list)
    """Sequences."""

    def single(self) -> frozenset[str]:
        """Codes of indicators and actions that are gone, one by one."""
        return frozenset(code for codes in self.codes.values() for code in codes)

    def former(self) -> frozenset[str]:
        """Codes and ids that something has no more, because somebody changed it."""
        return frozenset(one.was for one in self.renamed)

    def troubled(self) -> frozenset[str]:
        """Sequences of which an id is gone."""
        return frozenset(self.ids)


def losses(folder: Folder, names: Names, right: Rightful, ledger: CodeLedger) -> Losses:
    """Everything that is gone; what one changed line explains is left out."""
    found = Losses()
    gone = {code for code in ledger.known if not _there(folder, names, code)}
    gone -= {code for code in gone for change in right.changed if _follows(code, change, names)}
    if gone:
        _folders(found, gone, names, ledger)
        _files(found, gone, names, ledger)
        _numbers(found, gone, folder, right, ledger)
        _ids(found, gone, names, ledger)
    return found


def _there(folder: Folder, names: Names, code: str) -> bool:
    head, dot, key = code.partition(".")
    if not dot:
        return names.find(code, "") is not False
    home = names.homes.get(head)
    if home is None:
        return any(branch.head is None or branch.head.value is None for branch in folder.branches.values())
    thing = names.get(home, key)
    return home in names.vague_ids or bool(thing and thing.kind in RECORDED)


def _follows(code: str, change: Changed, names: Names) -> bool:
    """Whether a code was changed with the line it begins like, by search and replace."""
    return code.startswith(change.prefix) and change.replaced + code.removeprefix(change.prefix) in names.codes


def _folders(found: Losses, gone: set[str], names: Names, ledger: CodeLedger) -> None:
    for head in [code for code in gone if "-" not in code and "." not in code]:
        inside = {code for code in gone if code.startswith((f"{head}-", f"{head}."))}
        gone -= inside | {head}
        path = next((path for path, code in ledger.paths.items() if code == head), "")
        found.folders.append(LostFile(path, head, len(inside)))
        _stand_in(names, Thing("sequence", path, head, Place("")), inside)


def _files(found: Losses, gone: set[str], names: Names, ledger: CodeLedger) -> None:
    for code in [code for code in gone if code.count("-") == 1 and "." not in code]:
        inside = {one for one in gone if one.startswith(f"{code}-")}
        gone -= inside | {code}
        path = next((path for path, one in ledger.paths.items() if one == code), "")
        elsewhere = (names.codes[one][0].place.file for one in ledger.known if _stands(one, code, names))
        most = Counter(elsewhere).most_common(1)
        found.files.append(LostFile(path, code, len(inside), most[0][0] if most else ""))
        sequence, _, key = path.partition("/")
        _stand_in(names, Thing("competency", sequence, code, Place("")), inside)
        if key:
            names.ids.setdefault(sequence, {}).setdefault(key, [Thing("competency", sequence, key, Place(""))])


def _stands(code: str, prefix: str, names: Names) -> bool:
    return code.startswith(f"{prefix}-") and code in names.codes


def _stand_in(names: Names, thing: Thing, inside: Iterable[str]) -> None:
    """Lets what is gone be found, so that no address of it is told as well."""
    path = thing.sequence
    for code in (thing.name, *inside):
        names.codes.setdefault(code, [Thing(thing.kind, path, code, thing.place)])
    if thing.kind == "sequence" and path:
        names.ids.setdefault(path, {})
        names.vague_ids.add(path)


def _numbers(found: Losses, gone: set[str], folder: Folder, right: Rightful, ledger: CodeLedger) -> None:
    lost: dict[str, list[str]] = {}
    for code in sorted((code for code in gone if number_of(code)[1]), key=order_of):
        lost.setdefault(number_of(code)[0], []).append(code)
    for branch in folder.branches.values():
        for prefix, sheet in _prefixes(branch, right):
            codes = lost.pop(prefix, [])
            new = [own for own in ids_in(sheet) if own not in ledger.known]
            pairs = _pairs(codes, new)
            found.renamed += [Renamed(sheet.place(pairs[one]), one, str(pairs[one]), "number") for one in pairs]
            left = [one for one in codes if one not in pairs]
            if left:
                found.codes[sheet.file] = left
    if lost:
        found.codes[""] = [code for codes in lost.values() for code in codes]


def _prefixes(branch: SequenceFiles, right: Rightful) -> list[tuple[str, DataFile[Competency] | DataFile[Actions]]]:
    """What the numbers in each file of a sequence begin with by right."""
    head = right.heads.get(branch.id)
    if head is None or branch.id in right.doubled:
        return []
    found: list[tuple[str, DataFile[Competency] | DataFile[Actions]]] = []
    for sheet in right.in_order(branch):
        if sheet.file in right.codes:
            found.append((f"{head}-{right.codes[sheet.file]}", sheet))
    return [*found, (f"{head}-{RESERVED}", branch.actions)] if branch.actions else found


def _pairs(gone: list[str], new: list[Text]) -> dict[str, Text]:
    """Codes that are gone, each with the code nobody knows that stands in its place."""
    by_number = {number_of(one)[1]: one for one in new}
    same = {code: by_number[number_of(code)[1]] for code in gone if number_of(code)[1] in by_number}
    rest, others = [code for code in gone if code not in same], [one for one in new if one not in same.values()]
    return same | (dict(zip(rest, others, strict=True)) if len(rest) == len(others) else {})


def _ids(found: Losses, gone: set[str], names: Names, ledger: CodeLedger) -> None:
    for code in sorted(code for code in gone if "." in code):
        head, _, key = code.partition(".")
        found.ids.setdefault(names.homes.get(head, ""), []).append(key)
    codes = {home: code for code, home in names.homes.items()}
    for sequence, keys in found.ids.items():
        things = [one for same in names.ids.get(sequence, {}).values() for one in same if one.kind in RECORDED]
        new = [one for one in things if f"{codes.get(sequence)}.{one.name}" not in ledger.known]
        if len(keys) == len(new) == 1:
            kind = "position" if new[0].kind == "position" else "id"
            found.renamed.append(Renamed(new[0].place, keys[0], new[0].name, kind))
