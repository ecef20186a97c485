"""Which code each file has by right, whatever its line `code:` says today, and which file is a copy of another."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from levelbook.loading.data_file import DataFile
from levelbook.loading.folder import Folder, SequenceFiles
from levelbook.loading.nodes import Text
from levelbook.model.competency import Competency, Indicator
from levelbook.model.growth import Action
from levelbook.model.ledger import CodeLedger, number_of


@dataclass(frozen=True)
class Changed:
    """A line `code:` that says something else than it did when the code was given."""

    sheet: DataFile[Any]
    """The file."""
    kind: str
    """sequence or competency."""
    was: str
    """The code it had."""
    now: str
    """What stands there today; nothing where the line is gone."""
    prefix: str
    """What codes in it begin with."""
    replaced: str
    """What they would begin with if they had been changed too."""
    count: int
    """How many codes in the file or folder begin with what they should."""

    def took(self, code: str) -> bool:
        """Whether a code begins as if it had been changed too."""
        return bool(self.now) and code.startswith(self.replaced)


@dataclass
class Rightful:
    """What files are known by."""

    heads: dict[str, str] = field(default_factory=dict)
    """The code of each sequence, by the name of its folder."""
    codes: dict[str, str] = field(default_factory=dict)
    """The code of each competency, without that of its sequence, by file."""
    copies: dict[str, str] = field(default_factory=dict)
    """Files that repeat the codes of another file, with that file."""
    doubled: dict[str, str] = field(default_factory=dict)
    """Folders of sequences with the code of another one, with that one's folder."""
    fresh: set[str] = field(default_factory=set)
    """Files that the ledger has not seen yet."""
    changed: list[Changed] = field(default_factory=list)
    """Codes that somebody changed."""

    def in_order(self, branch: SequenceFiles) -> list[DataFile[Competency]]:
        """The competencies of a sequence, those that have been there longer first; copies are left out."""
        sheets = [sheet for sheet in branch.competencies.values() if sheet.file not in self.copies]
        return sorted(sheets, key=lambda sheet: sheet.file in self.fresh)


@dataclass(frozen=True)
class _Claim:
    """A code that a file or folder lays claim to."""

    key: str
    """The file or folder."""
    written: str
    """The code that stands in it."""
    stood: str
    """The code that the ledger has for its path; nothing where it has none."""
    most: str
    """The code that most numbers in it begin with; nothing where there is none."""

    @property
    def expected(self) -> str:
        """The code that it had."""
        if self.written and self.written in (self.stood, self.most):
            return self.written
        return self.most or self.stood

    def owns(self, code: str) -> bool:
        """Whether it has a code by more than the line that says so."""
        return self.written == code and (code in (self.stood, self.most) or not (self.stood or self.most))


def rightful(folder: Folder) -> Rightful:
    """Tells it from the ledger's paths and from the codes inside the files."""
    ledger = folder.ledger.value if folder.ledger and folder.ledger.value else CodeLedger()
    found = Rightful()
    numbers = {sheet.file: list(_numbers(sheet, ledger)) for sheet in _numbered(folder)}
    _copies(folder, ledger, found, numbers)
    _heads(folder, ledger, found, numbers)
    _doubled(ledger, found)
    for branch in folder.branches.values():
        paths = {sheet.file: f"{branch.id}/{key}" for key, sheet in branch.competencies.items()}
        found.fresh |= {file for file, path in paths.items() if path not in ledger.paths}
        if branch.id in found.heads:
            _codes(branch, ledger, found, numbers)
    return found


def ids_in(sheet: DataFile[Any]) -> Iterator[Text]:
    """The codes of the indicators or actions of a file, as they stand in it."""
    for part in sheet.parts():
        own = part.text("id") if part.shape in (Indicator, Action) else None
        if own is not None:
            yield own


def _numbered(folder: Folder) -> Iterator[DataFile[Any]]:
    for branch in folder.branches.values():
        yield from branch.competencies.values()
        if branch.actions:
            yield branch.actions


def _numbers(sheet: DataFile[Any], ledger: CodeLedger) -> Iterator[str]:
    """The codes in a file that count as evidence: those the ledger knows, all where there is none."""
    yield from (str(own) for own in ids_in(sheet) if own in ledger.known or not ledger.known)


def _copies(folder: Folder, ledger: CodeLedger, found: Rightful, numbers: dict[str, list[str]]) -> None:
    """Finds files whose codes, two at least, all stand in another file too."""
    holders: dict[str, set[str]] = {}
    for file in _oldest_first(folder, ledger):
        own = set(numbers[file])
        shared = Counter(other for code in own for other in holders.get(code, ())).most_common(1)
        if shared and shared[0][1] == len(own) > 1:
            found.copies[file] = shared[0][0]
            continue
        for code in own:
            holders.setdefault(code, set()).add(file)


def _oldest_first(folder: Folder, ledger: CodeLedger) -> list[str]:
    """The files of competencies: those that the ledger knows, those that are listed, all others."""
    ranked = []
    for branch in folder.branches.values():
        groups = branch.head.parts() if branch.head else ()
        listed = {str(one) for part in groups for one in part.listed("competencies")}
        for key, sheet in branch.competencies.items():
            ranked.append((f"{branch.id}/{key}" not in ledger.paths, key not in listed, sheet.file))
    return [file for _, _, file in sorted(ranked)]


def _doubled(ledger: CodeLedger, found: Rightful) -> None:
    """Of sequences with one code, the one that has been there longest keeps it."""
    first: dict[str, str] = {}
    for key in sorted(found.heads, key=lambda one: ledger.paths.get(one) != found.heads[one]):
        holder = first.setdefault(found.heads[key], key)
        if holder != key:
            found.doubled[key] = holder


def _heads(folder: Folder, ledger: CodeLedger, found: Rightful, numbers: dict[str, list[str]]) -> None:
    claims = {}
    for branch in folder.branches.values():
        if branch.head and branch.head.value:
            own = [code for sheet in _numbered_of(branch, found) for code in numbers[sheet.file]]
            most = _most((code.split("-")[0] for code in own), ledger)
            claims[branch.id] = _Claim(branch.id, branch.head.value.code, ledger.paths.get(branch.id, ""), most)
    for key, code in _settled(claims).items():
        branch, claim = folder.branches[key], claims[key]
        found.heads[key] = code
        if code != claim.written and branch.head:
            own = [one for sheet in _numbered_of(branch, found) for one in numbers[sheet.file]]
            count = sum(one.startswith(f"{code}-") for one in own)
            found.changed.append(
                Changed(branch.head, "sequence", code, claim.written, f"{code}-", f"{claim.written}-", count)
            )


def _numbered_of(branch: SequenceFiles, found: Rightful) -> Iterator[DataFile[Any]]:
    sheets: list[DataFile[Any]] = [*branch.competencies.values(), *([branch.actions] if branch.actions else [])]
    yield from (sheet for sheet in sheets if sheet.file not in found.copies)


def _codes(branch: SequenceFiles, ledger: CodeLedger, found: Rightful, numbers: dict[str, list[str]]) -> None:
    head, claims = found.heads[branch.id], {}
    for key, sheet in branch.competencies.items():
        if sheet.value and sheet.file not in found.copies:
            most = _most((number_of(code)[0] for code in numbers[sheet.file]), ledger)
            stood = ledger.paths.get(f"{branch.id}/{key}", "")
            claims[sheet.file] = _Claim(sheet.file, sheet.value.code or "", _within(stood, head), _within(most, head))
    for sheet in branch.competencies.values():
        if sheet.value and sheet.value.code:
            found.codes[sheet.file] = sheet.value.code
    for file, code in _settled(claims).items():
        claim, sheet = claims[file], next(one for one in branch.competencies.values() if one.file == file)
        if code:
            found.codes[file] = code
        if code != claim.written:
            prefix, replaced = f"{head}-{code}-", f"{head}-{claim.written}-"
            count = sum(one.startswith(prefix) for one in numbers[file])
            found.changed.append(Changed(sheet, "competency", code, claim.written, prefix, replaced, count))


def _within(code: str, head: str) -> str:
    """The competency's part of a code of this sequence; nothing of another sequence."""
    return code.partition("-")[2] if code.startswith(f"{head}-") else ""


def _settled(claims: dict[str, _Claim]) -> dict[str, str]:
    """Who has which code: what one had, unless another now has it by right."""
    settled = {}
    for claim in claims.values():
        owned = any(other is not claim and other.owns(claim.expected) for other in claims.values())
        settled[claim.key] = claim.written if owned or not claim.expected else claim.expected
    return settled


def _most(prefixes: Iterable[str], ledger: CodeLedger) -> str:
    """What more than half begin with; a single code nobody has written down is no evidence."""
    counts = Counter(prefixes)
    best = counts.most_common(1)
    enough = bool(ledger.known) or counts.total() > 1
    return best[0][0] if enough and best and best[0][1] * 2 > counts.total() else ""
