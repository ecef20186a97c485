"""What giving codes makes of a folder: values only, nothing is written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from levelbook.checks.context import CheckContext
from levelbook.checks.history.moved_paths import moved_paths
from levelbook.checks.registry import check
from levelbook.commands.ids import ledger_file
from levelbook.commands.ids.assign import NewCode, assign_codes, assign_letters, files_on_hold
from levelbook.commands.ids.insert_codes import with_codes
from levelbook.load import Loaded, load_files
from levelbook.loading.data_file import DataFile
from levelbook.loading.files import Unreadable
from levelbook.loading.folder import Folder, SequenceFiles
from levelbook.loading.ledger import LedgerLines
from levelbook.loading.translated.marks import every_twin, unnoted
from levelbook.problems import Problem, Severity

_BLOCKING_CLASHES: Final = frozenset({"copy", "competency", "sequence", "reserved", "number", "led-on"})
"""Clashes that leave open what a new number would begin with, or which of two codes is to be recorded for ever."""
Files = Mapping[str, bytes | Unreadable]
"""The bytes of a folder's files, by their paths in it."""


@dataclass
class IdsOutcome:
    """Codes that are given, and the bytes of the files that get them."""

    blockers: list[Problem] = field(default_factory=list)
    """What is in the way; then nothing is given."""
    ledger_unreadable: bool = False
    """Whether it is the ledger that is in the way."""
    assigned: list[NewCode] = field(default_factory=list)
    letters: list[NewCode] = field(default_factory=list)
    """Letters that items of indicators are given."""
    translations: int = 0
    """How many translations nobody has noted, in a folder that notes them."""
    on_hold: list[Problem] = field(default_factory=list)
    """What keeps single files from getting codes."""
    unwritable: list[NewCode] = field(default_factory=list)
    """Codes that cannot be written in safely, and so are not given."""
    files: dict[str, bytes] = field(default_factory=dict)
    """The files that change, the ledger first, so that a number is spent before it is used."""
    recorded: int = 0
    """How many codes the ledger holds afterwards."""
    added: int = 0
    """How many of them are new in it."""
    merged: bool = False
    """Whether it held the lines of two branches."""


def ids_outcome(files: Files) -> IdsOutcome:
    """Gives codes to all that has none, and records all there are."""
    loaded = load_files(files)
    merged = loaded.folder.ledger is not None and loaded.folder.ledger.value is None
    lines = ledger_file.lines_of(loaded.folder, files.get(ledger_file.FILE))
    if lines is None or not ledger_file.decode_joined(loaded.folder, lines):
        errors = [problem for problem in loaded.errors if problem.place.file == ledger_file.FILE]
        return IdsOutcome(errors, ledger_unreadable=True)
    problems = list(check(loaded.folder))
    blockers = list(_blockers(loaded, problems))
    return IdsOutcome(blockers) if blockers else _assigned(files, loaded.folder, lines, problems, merged)


def _assigned(files: Files, folder: Folder, lines: LedgerLines, problems: list[Problem], merged: bool) -> IdsOutcome:
    ctx = CheckContext(folder)
    new_codes, letters = assign_codes(ctx), assign_letters(folder)
    changed = _changed_files(files, [*new_codes, *letters])
    assigned = [new_code for new_code in new_codes if new_code.place.file in changed]
    after = ledger_file.extend(ctx, lines, assigned, _renamed_by_hand(ctx))
    on_hold = files_on_hold(ctx, new_codes)
    return IdsOutcome(
        assigned=assigned,
        letters=[letter for letter in letters if letter.place.file in changed],
        on_hold=[problem for problem in problems if problem.code == "code-gone" and problem.place.file in on_hold],
        unwritable=[new_code for new_code in (*new_codes, *letters) if new_code.place.file not in changed],
        files=_changed_ledger(files, after) | changed,
        recorded=len(after.codes),
        added=len(after.codes.keys() - lines.codes.keys()),
        merged=merged,
        translations=_unnoted(folder),
    )


def _unnoted(folder: Folder) -> int:
    known = folder.translations.known
    return len(unnoted(every_twin(folder.data_files()), known)) if known else 0


def _renamed_by_hand(ctx: CheckContext) -> frozenset[str]:
    """Paths that `levelbook move` is to write down, which makes the old ones lead on."""
    folders = {moved.now for moved in moved_paths(ctx)}
    return frozenset(path for path in _every_path(ctx) if path in folders or path.partition("/")[0] in folders)


def _every_path(ctx: CheckContext) -> Iterator[str]:
    for files in ctx.folder.sequences.values():
        yield files.id
        yield from (f"{files.id}/{key}" for key in files.competencies)


def _blockers(loaded: Loaded, problems: list[Problem]) -> Iterator[Problem]:
    """What is in the way: files with codes that have errors of their own, and codes that were changed or copied."""
    sheets = (sheet for files in loaded.folder.sequences.values() for sheet in _sheets_with_codes(files))
    broken = {sheet.file for sheet in sheets if not sheet.value}
    yield from (problem for problem in loaded.errors if problem.place.file in broken)
    for problem in problems:
        is_clash = problem.code == "code-clash" and problem.variant in _BLOCKING_CLASHES
        if problem.severity is Severity.ERROR and (is_clash or problem.code == "code-changed"):
            yield problem


def _sheets_with_codes(files: SequenceFiles) -> Iterator[DataFile[Any]]:
    yield from (sheet for sheet in (files.head, files.actions) if sheet)
    yield from files.competencies.values()


def _changed_files(files: Files, new_codes: list[NewCode]) -> dict[str, bytes]:
    """The files that codes can be written into safely, with them."""
    codes_by_file: dict[str, list[NewCode]] = {}
    for new_code in new_codes:
        codes_by_file.setdefault(new_code.place.file, []).append(new_code)
    changed_files = {}
    for file, codes in codes_by_file.items():
        data = files[file]
        changed = with_codes(file, data, codes) if isinstance(data, bytes) else None
        if changed is not None:
            changed_files[file] = changed
    return changed_files


def _changed_ledger(files: Files, lines: LedgerLines) -> dict[str, bytes]:
    """The ledger's new bytes; nothing where only its line ends differ."""
    before, after = files.get(ledger_file.FILE), ledger_file.text(lines).encode("utf-8")
    same = isinstance(before, bytes) and before.replace(b"\r\n", b"\n") == after
    return {} if same else {ledger_file.FILE: after}
