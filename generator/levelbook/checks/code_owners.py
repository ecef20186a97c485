"""Which code each file has by right, whatever its line `code:` says today, and which file is a copy of another.

Codes are permanent, but the line that states one is typed by people: somebody translates it, copies a file together
with its code, or replaces `SAL` by `KEY` everywhere. Believing the line would make every indicator in the file
"foreign" and every code of the old name "gone": a hundred errors for one slip. So three witnesses are heard for each
file and each sequence: the line, the path that the ledger noted, and the beginning of the codes inside, of which only
those count that the ledger knows (without a ledger, all). Where two of the three agree, they win; the codes inside
outweigh the path, since files are moved more often than all their codes are changed (`_Claim.expected`). But nobody
gets a code back that another file states today and has by more than its own word (`_settled`): then the line stands as
it is.

The order matters. Copies are found first, because a copy brings the codes of its original along and would vote for
them; sequences come before competencies, because the codes of a competency begin with that of its sequence. Of two
files with the same codes the older one is the original: one that the ledger knows, then one that the tree lists, then
by name.

Everything built on it (names, lost codes, `levelbook ids`) takes codes from here and never from the line. A witness
that is counted twice, or a copy that is not left out, turns one slip into errors all over a handbook, and may have
`levelbook ids` give codes under a wrong beginning, which no later release can take back.
"""

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
class ChangedCode:
    """A line `code:` that says something else than it did when the code was given."""

    data_file: DataFile[Any]
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
class CodeOwners:
    """What files are known by."""

    sequence_codes: dict[str, str] = field(default_factory=dict)
    """The code of each sequence, by the name of its folder."""
    codes: dict[str, str] = field(default_factory=dict)
    """The code of each competency, without that of its sequence, by file."""
    copies: dict[str, str] = field(default_factory=dict)
    """Files that repeat the codes of another file, with that file."""
    doubled: dict[str, str] = field(default_factory=dict)
    """Folders of sequences with the code of another one, with that one's folder."""
    fresh: set[str] = field(default_factory=set)
    """Files that the ledger has not seen yet."""
    changed: list[ChangedCode] = field(default_factory=list)

    def in_order(self, files: SequenceFiles) -> list[DataFile[Competency]]:
        """The competencies of a sequence, those that have been there longer first; copies are left out."""
        originals = (data_file for data_file in files.competencies.values() if data_file.file not in self.copies)
        return sorted(originals, key=lambda data_file: data_file.file in self.fresh)


@dataclass(frozen=True)
class _Claim:
    """A code that a file or folder lays claim to."""

    written: str
    """The code that stands in it."""
    by_path: str
    """The code that the ledger has for its path; nothing where it has none."""
    by_majority: str
    """The code that most of the codes in it begin with; nothing where there is none."""

    @property
    def expected(self) -> str:
        """The code that it had."""
        if self.written and self.written in (self.by_path, self.by_majority):
            return self.written
        return self.by_majority or self.by_path

    def owns(self, code: str) -> bool:
        """Whether it has a code by more than the line that says so."""
        unwitnessed = not (self.by_path or self.by_majority)
        return self.written == code and (unwitnessed or code in (self.by_path, self.by_majority))


@dataclass(frozen=True)
class _Evidence:
    """What speaks for a code besides the line that states it."""

    ledger: CodeLedger
    codes: dict[str, list[str]]
    """The codes of indicators and actions by file, as far as they count."""

    def majority(self, prefixes: Iterable[str]) -> str:
        """What more than half begin with; a single code nobody has written down is no evidence."""
        counts = Counter(prefixes)
        best = counts.most_common(1)
        enough = bool(self.ledger.known) or counts.total() > 1
        return best[0][0] if enough and best and best[0][1] * 2 > counts.total() else ""


def code_owners(folder: Folder) -> CodeOwners:
    """Tells it from the ledger's paths and from the codes inside the files."""
    ledger = folder.ledger.value if folder.ledger and folder.ledger.value else CodeLedger()
    codes = {data_file.file: list(_counting(data_file, ledger)) for data_file in _numbered(folder)}
    evidence = _Evidence(ledger, codes)
    owners = CodeOwners()
    _find_copies(folder, evidence, owners)
    _own_sequences(folder, evidence, owners)
    _find_doubled(ledger, owners)
    for files in folder.sequences.values():
        paths = {data_file.file: f"{files.id}/{key}" for key, data_file in files.competencies.items()}
        owners.fresh |= {file for file, path in paths.items() if path not in ledger.paths}
        if files.id in owners.sequence_codes:
            _own_competencies(files, evidence, owners)
    return owners


def ids_in(data_file: DataFile[Any]) -> Iterator[Text]:
    """The codes of the indicators or actions of a file, as they stand in it."""
    for part in data_file.parts():
        code = part.text("id") if part.shape in (Indicator, Action) else None
        if code is not None:
            yield code


def _numbered(folder: Folder) -> Iterator[DataFile[Any]]:
    """The files whose codes end in numbers."""
    for files in folder.sequences.values():
        yield from _numbered_in(files)


def _numbered_in(files: SequenceFiles) -> Iterator[DataFile[Any]]:
    yield from files.competencies.values()
    if files.actions:
        yield files.actions


def _counting(data_file: DataFile[Any], ledger: CodeLedger) -> Iterator[str]:
    """The codes in a file that count as evidence: those the ledger knows, all where there is none."""
    yield from (str(code) for code in ids_in(data_file) if code in ledger.known or not ledger.known)


def _find_copies(folder: Folder, evidence: _Evidence, owners: CodeOwners) -> None:
    """Finds files whose codes, two at least, all stand in another file too."""
    holders: dict[str, set[str]] = {}
    for file in _oldest_first(folder, evidence.ledger):
        codes = set(evidence.codes[file])
        shared = Counter(other for code in codes for other in holders.get(code, ())).most_common(1)
        if shared and shared[0][1] == len(codes) > 1:
            owners.copies[file] = shared[0][0]
            continue
        for code in codes:
            holders.setdefault(code, set()).add(file)


def _oldest_first(folder: Folder, ledger: CodeLedger) -> list[str]:
    """The files of competencies: those that the ledger knows, those that are listed, all others."""
    ranked = []
    for files in folder.sequences.values():
        groups = files.head.parts() if files.head else ()
        listed = {str(address) for part in groups for address in part.listed("competencies")}
        for key, data_file in files.competencies.items():
            ranked.append((f"{files.id}/{key}" not in ledger.paths, key not in listed, data_file.file))
    return [file for _, _, file in sorted(ranked)]


def _find_doubled(ledger: CodeLedger, owners: CodeOwners) -> None:
    """Of sequences with one code, the one that has been there longest keeps it."""
    first: dict[str, str] = {}
    for sequence in sorted(owners.sequence_codes, key=lambda name: ledger.code_at(name) != owners.sequence_codes[name]):
        holder = first.setdefault(owners.sequence_codes[sequence], sequence)
        if holder != sequence:
            owners.doubled[sequence] = holder


def _own_sequences(folder: Folder, evidence: _Evidence, owners: CodeOwners) -> None:
    claims, inside = {}, {}
    for files in folder.sequences.values():
        if files.head and files.head.value:
            counting = (data_file.file for data_file in _numbered_in(files) if data_file.file not in owners.copies)
            codes = inside[files.id] = [code for file in counting for code in evidence.codes[file]]
            majority = evidence.majority(code.split("-")[0] for code in codes)
            claims[files.id] = _Claim(files.head.value.code, evidence.ledger.code_at(files.id), majority)
    for sequence, code in _settled(claims).items():
        head, written = folder.sequences[sequence].head, claims[sequence].written
        owners.sequence_codes[sequence] = code
        if code != written and head:
            count = sum(other.startswith(f"{code}-") for other in inside[sequence])
            owners.changed.append(ChangedCode(head, code, written, f"{code}-", f"{written}-", count))


def _own_competencies(files: SequenceFiles, evidence: _Evidence, owners: CodeOwners) -> None:
    head, claims = owners.sequence_codes[files.id], {}
    data_files = {data_file.file: data_file for data_file in files.competencies.values()}
    for key, data_file in files.competencies.items():
        if data_file.value and data_file.file not in owners.copies:
            majority = evidence.majority(number_of(code)[0] for code in evidence.codes[data_file.file])
            by_path = evidence.ledger.code_at(f"{files.id}/{key}")
            written = data_file.value.code or ""
            claims[data_file.file] = _Claim(written, _within(by_path, head), _within(majority, head))
        if data_file.value and data_file.value.code:
            owners.codes[data_file.file] = data_file.value.code
    for file, code in _settled(claims).items():
        written = claims[file].written
        if code:
            owners.codes[file] = code
        if code != written:
            prefix, replaced = f"{head}-{code}-", f"{head}-{written}-"
            count = sum(other.startswith(prefix) for other in evidence.codes[file])
            owners.changed.append(ChangedCode(data_files[file], code, written, prefix, replaced, count))


def _within(code: str, head: str) -> str:
    """The competency's part of a code of this sequence; nothing of another sequence."""
    return code.partition("-")[2] if code.startswith(f"{head}-") else ""


def _settled(claims: dict[str, _Claim]) -> dict[str, str]:
    """Who has which code: what each one had, unless another now has it by right."""
    settled = {}
    for key, claim in claims.items():
        owned = any(other is not claim and other.owns(claim.expected) for other in claims.values())
        settled[key] = claim.written if owned or not claim.expected else claim.expected
    return settled
