"""What giving codes makes of a folder: values only, nothing is written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from levelbook.checks.context import CheckContext
from levelbook.checks.registry import check
from levelbook.commands.ids import ledger_file
from levelbook.commands.ids.assign import Given, held, plan
from levelbook.commands.ids.insert_codes import written
from levelbook.load import load_files
from levelbook.loading.data_file import DataFile
from levelbook.loading.files import Unreadable
from levelbook.loading.folder import Folder, SequenceFiles
from levelbook.problems import Problem, Severity

_BARRED: Final = frozenset(
    {("code-clash", variant) for variant in ("copy", "competency", "sequence", "reserved", "number")}
)
"""Clashes that leave open what a new number would begin with, or which of two codes is to be recorded for ever."""
Files = Mapping[str, bytes | Unreadable]
"""The bytes of a folder's files, by their paths in it."""


@dataclass
class IdsOutcome:
    """Codes that are given, and the bytes of the files that get them."""

    barred: list[Problem] = field(default_factory=list)
    """What is in the way; then nothing is given."""
    unreadable: bool = False
    """Whether it is the ledger that is in the way."""
    given: list[Given] = field(default_factory=list)
    """The codes."""
    held: list[Problem] = field(default_factory=list)
    """What keeps single files from getting codes."""
    failed: list[Given] = field(default_factory=list)
    """Codes that cannot be written in safely, and so are not given."""
    files: dict[str, bytes] = field(default_factory=dict)
    """The files that change, the ledger first, so that a number is spent before it is used."""
    codes: int = 0
    """How many codes the ledger holds afterwards."""
    added: int = 0
    """How many of them are new in it."""
    merged: bool = False
    """Whether it held the lines of two branches."""


def work(files: Files) -> IdsOutcome:
    """Gives codes to all that has none, and writes down all there are."""
    loaded = load_files(files)
    data = files.get(ledger_file.FILE)
    merged = loaded.folder.ledger is not None and loaded.folder.ledger.value is None
    lines = ledger_file.lines_of(loaded.folder, data)
    folder = ledger_file.with_ledger(loaded.folder, lines) if lines else None
    if lines is None or folder is None:
        return IdsOutcome([one for one in loaded.errors if one.place.file == ledger_file.FILE], unreadable=True)
    problems = list(check(folder))
    barred = list(_barred(folder, loaded.errors, problems))
    if barred:
        return IdsOutcome(barred)
    view = CheckContext(folder)
    given = plan(view)
    changed = _changed(files, given)
    done = [one for one in given if one.place.file in changed]
    after = ledger_file.record(view, lines, done)
    ledger = ledger_file.text(after).encode("utf-8")
    same = isinstance(data, bytes) and data.replace(b"\r\n", b"\n") == ledger
    return IdsOutcome(
        given=done,
        held=[one for one in problems if one.code == "code-gone" and one.place.file in held(view)],
        failed=[one for one in given if one.place.file not in changed],
        files=changed if same else {ledger_file.FILE: ledger, **changed},
        codes=len(after.codes),
        added=len(after.codes.keys() - lines.codes.keys()),
        merged=merged,
    )


def _barred(folder: Folder, errors: list[Problem], problems: list[Problem]) -> Iterator[Problem]:
    """What is in the way: files with codes that have errors of their own, and codes that were changed or copied."""
    broken = {sheet.file for branch in folder.branches.values() for sheet in _with_codes(branch) if not sheet.value}
    yield from (one for one in errors if one.place.file in broken)
    for one in problems:
        if one.severity is Severity.ERROR and (one.code == "code-changed" or (one.code, one.variant) in _BARRED):
            yield one


def _with_codes(branch: SequenceFiles) -> Iterator[DataFile[Any]]:
    yield from (one for one in (branch.head, branch.actions) if one)
    yield from branch.competencies.values()


def _changed(files: Files, given: list[Given]) -> dict[str, bytes]:
    """The files that codes can be written into safely, with them."""
    by_file: dict[str, list[Given]] = {}
    for one in given:
        by_file.setdefault(one.place.file, []).append(one)
    found = {}
    for file, codes in by_file.items():
        data = files[file]
        changed = written(file, data, codes) if isinstance(data, bytes) else None
        if changed is not None:
            found[file] = changed
    return found
