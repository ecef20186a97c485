"""What the ledger knows and the data lack, grouped by what was taken away: a code, a file, a folder.

The ledger holds every code ever given, so a code of it that leads nowhere was lost or changed. People seldom lose
single codes, though: they delete a file or a folder, or retype a line. `losses` therefore explains the missing codes
from the largest cause to the smallest and takes out of `gone` what each cause explains: lines `code:` that were changed
together with all codes behind them, folders of sequences, files of competencies, then single indicators and actions,
and ids of levels, grades and positions. What is left over in one file is paired with codes there that nobody knows
(`_pairs`): by number, or, where as many are new as are gone, in order. Such pairs were renamed and are not lost.

Two traps. What is gone is still named all over the handbook, and each such address would be an error of its own; so
lost sequences and competencies are put into the register of names as stand-ins (`_stand_in`), which is why names must
be complete before and are changed here. And a file that cannot be read lacks everything in it: where names are vague
(`vague_ids`, `vague_codes`) nothing is declared lost, or one typing mistake would report a whole sequence as deleted.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from levelbook.checks.code_owners import ChangedCode, CodeOwners, ids_in
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
    was: str
    now: str
    kind: str
    """number, id or position, whose id is the name of its file."""


@dataclass(frozen=True)
class LostFile:
    """A competency's file or a sequence's folder that is gone with all in it."""

    path: str
    """Where it was, as the ledger has it; nothing where it does not say."""
    code: str
    others: int
    """How many codes went with it."""
    moved: str = ""
    """The file in which most of them stand now; nothing where they are gone."""


@dataclass
class Losses:
    """What is gone, and what has another name today."""

    codes: dict[str, list[str]] = field(default_factory=dict)
    """Codes of indicators and actions, by the file in which they should be; by nothing where there is none."""
    ids: dict[str, list[str]] = field(default_factory=dict)
    """Ids of levels, grades, groups and the like, by sequence; in full, and by nothing, where there is no such one."""
    renamed: list[Renamed] = field(default_factory=list)
    files: list[LostFile] = field(default_factory=list)
    """Competencies."""
    folders: list[LostFile] = field(default_factory=list)
    """Sequences."""

    def single(self) -> frozenset[str]:
        """Codes of indicators and actions that are gone, one by one."""
        return frozenset(code for codes in self.codes.values() for code in codes)

    def former(self) -> frozenset[str]:
        """Codes and ids that something has no more, because somebody changed it."""
        return frozenset(renaming.was for renaming in self.renamed)

    def troubled(self) -> frozenset[str]:
        """Sequences of which an id is gone."""
        return frozenset(self.ids)


def losses(folder: Folder, names: Names, owners: CodeOwners, ledger: CodeLedger) -> Losses:
    """Everything that is gone; what one changed line explains is left out."""
    lost = Losses()
    led_on = {code for code, end in ledger.now.items() if end in ledger.known or _is_there(folder, names, end)}
    gone = {code for code in ledger.known.keys() - led_on - ledger.undone if not _is_there(folder, names, code)}
    gone -= {code for code in gone for change in owners.changed if _follows(code, change, names)}
    if gone:
        _take_folders(lost, gone, names, ledger)
        _take_files(lost, gone, folder, names, ledger)
        _take_numbers(lost, gone, folder, owners, ledger)
        _take_ids(lost, gone, names, ledger)
    return lost


def _is_there(folder: Folder, names: Names, code: str) -> bool:
    head, dot, key = code.partition(".")
    if not dot:
        return names.find(code, "") is not False
    home = names.homes.get(head)
    if home is None:
        return any(files.head is None or files.head.value is None for files in folder.sequences.values())
    thing = names.get(home, key)
    return home in names.vague_ids or bool(thing and thing.kind in RECORDED)


def _follows(code: str, change: ChangedCode, names: Names) -> bool:
    """Whether a code was changed with the line it begins like, by search and replace."""
    return code.startswith(change.prefix) and change.replaced + code.removeprefix(change.prefix) in names.codes


def _take_folders(lost: Losses, gone: set[str], names: Names, ledger: CodeLedger) -> None:
    for head in [code for code in gone if "-" not in code and "." not in code]:
        inside = {code for code in gone if code.startswith((f"{head}-", f"{head}."))}
        gone -= inside | {head}
        path = next((path for path, code in ledger.paths.items() if code == head), "")
        lost.folders.append(LostFile(path, head, len(inside)))
        _stand_in(names, Thing("sequence", path, head, Place("")), inside)


def _take_files(lost: Losses, gone: set[str], folder: Folder, names: Names, ledger: CodeLedger) -> None:
    for code in [code for code in gone if code.count("-") == 1 and "." not in code]:
        inside = {inner for inner in gone if inner.startswith(f"{code}-")}
        gone -= inside | {code}
        path = _last_path([path for path, own in ledger.paths.items() if own == code], folder)
        moved = (names.codes[inner][0].place.file for inner in ledger.known if _stands(inner, code, names))
        most = Counter(moved).most_common(1)
        lost.files.append(LostFile(path, code, len(inside), most[0][0] if most else ""))
        sequence, _, key = path.partition("/")
        _stand_in(names, Thing("competency", sequence, code, Place("")), inside)
        if key:
            names.ids.setdefault(sequence, {}).setdefault(key, [Thing("competency", sequence, key, Place(""))])


def _last_path(paths: list[str], folder: Folder) -> str:
    """Where a competency stood last: the path that a list still names, else any."""
    for path in paths:
        sequence, _, key = path.partition("/")
        head = folder.sequences[sequence].head if sequence in folder.sequences else None
        if any(key in part.listed("competencies") for part in (head.parts() if head else ())):
            return path
    return next(iter(paths), "")


def _stands(code: str, prefix: str, names: Names) -> bool:
    """Whether a code of a lost file stands in another one."""
    return code.startswith(f"{prefix}-") and code in names.codes


def _stand_in(names: Names, thing: Thing, inside: Iterable[str]) -> None:
    """Lets what is gone be found, so that no address of it is told as well."""
    path = thing.sequence
    for code in (thing.name, *inside):
        names.codes.setdefault(code, [Thing(thing.kind, path, code, thing.place)])
    if thing.kind == "sequence" and path:
        names.ids.setdefault(path, {})
        names.vague_ids.add(path)


def _take_numbers(lost: Losses, gone: set[str], folder: Folder, owners: CodeOwners, ledger: CodeLedger) -> None:
    by_prefix: dict[str, list[str]] = {}
    for code in sorted((code for code in gone if number_of(code)[1]), key=order_of):
        by_prefix.setdefault(number_of(code)[0], []).append(code)
    for files in folder.sequences.values():
        for prefix, data_file in _prefixes(files, owners):
            codes = by_prefix.pop(prefix, [])
            new = [code for code in ids_in(data_file) if code not in ledger.known]
            pairs = _pairs(codes, new)
            lost.renamed += [Renamed(data_file.place(pairs[code]), code, str(pairs[code]), "number") for code in pairs]
            left = [code for code in codes if code not in pairs]
            if left:
                lost.codes[data_file.file] = left
    if by_prefix:
        lost.codes[""] = [code for codes in by_prefix.values() for code in codes]


def _prefixes(files: SequenceFiles, owners: CodeOwners) -> list[tuple[str, DataFile[Competency] | DataFile[Actions]]]:
    """What the numbers in each file of a sequence begin with by owners."""
    head = owners.sequence_codes.get(files.id)
    if head is None or files.id in owners.doubled:
        return []
    prefixes: list[tuple[str, DataFile[Competency] | DataFile[Actions]]] = []
    for data_file in owners.in_order(files):
        if data_file.file in owners.codes:
            prefixes.append((f"{head}-{owners.codes[data_file.file]}", data_file))
    return [*prefixes, (f"{head}-{RESERVED}", files.actions)] if files.actions else prefixes


def _pairs(gone: list[str], new: list[Text]) -> dict[str, Text]:
    """Codes that are gone, each with the code nobody knows that stands in its place."""
    by_number = {number_of(code)[1]: code for code in new}
    same = {code: by_number[number_of(code)[1]] for code in gone if number_of(code)[1] in by_number}
    left = [code for code in gone if code not in same]
    left_new = [code for code in new if code not in same.values()]
    return same | (dict(zip(left, left_new, strict=True)) if len(left) == len(left_new) else {})


def _take_ids(lost: Losses, gone: set[str], names: Names, ledger: CodeLedger) -> None:
    for code in sorted(code for code in gone if "." in code):
        head, _, key = code.partition(".")
        home = names.homes.get(head, "")
        lost.ids.setdefault(home, []).append(key if home else code)
    codes = {home: code for code, home in names.homes.items()}
    for sequence, keys in lost.ids.items():
        things = [thing for same in names.ids.get(sequence, {}).values() for thing in same if thing.kind in RECORDED]
        new = [thing for thing in things if f"{codes.get(sequence)}.{thing.name}" not in ledger.known]
        if len(keys) == len(new) == 1:
            kind = "position" if new[0].kind == "position" else "id"
            lost.renamed.append(Renamed(new[0].place, keys[0], new[0].name, kind))
