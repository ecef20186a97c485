"""Do the lists name the files that are there, each once?"""

from collections.abc import Iterable, Iterator
from typing import Any

from levelbook.checks.context import CheckContext, error, listed
from levelbook.loading.data_file import DataFile
from levelbook.loading.folder import SequenceFiles
from levelbook.loading.nodes import Text
from levelbook.loading.suggest import suggest
from levelbook.model.handbook import Family
from levelbook.problems import Place, Problem


def strays(view: CheckContext) -> Iterator[Problem]:
    """Files that have no place in the folder."""
    for path in view.folder.strays:
        yield error("file-unlisted", Place(path), "ending" if path.endswith(".yaml") else "stray")


def handbook(view: CheckContext) -> Iterator[Problem]:
    """handbook.yml, and the sequences that its families list."""
    sheet, branches = view.folder.handbook, view.folder.branches
    if sheet is None:
        yield error("file-missing", Place("handbook.yml"), "handbook")
        return
    if sheet.value is None:
        return
    entries = [one for part in sheet.parts() if part.shape is Family for one in part.listed("sequences")]
    yield from _twice(sheet, entries)
    for entry in entries:
        if entry not in branches:
            path = Place(f"sequences/{entry}/sequence.yml")
            yield error(
                "file-missing", sheet.place(entry), "listed", file=path, id=entry, guess=suggest(entry, branches)
            )
    for branch in branches.values():
        head = branch.head
        if branch.id not in entries and head and head.root and "retired" not in head.root:
            yield error("file-unlisted", head.at(), "sequence", id=branch.id)


def heads(view: CheckContext) -> Iterator[Problem]:
    """Every sequence has a sequence.yml."""
    for branch in view.folder.branches.values():
        if branch.head is None:
            known = view.ledger.paths.get(branch.id, "")
            place = Place(f"{branch.path}/sequence.yml")
            yield error("file-missing", place, "head-gone" if known else "head", id=branch.id, value=known)


def competencies(view: CheckContext) -> Iterator[Problem]:
    """The tree lists every competency in force once."""
    for branch in view.branches():
        assert branch.head
        entries = [address for address, _ in listed(branch)]
        yield from _twice(branch.head, entries)
        yield from _unlisted(branch.competencies, entries, "competency")


def positions(view: CheckContext) -> Iterator[Problem]:
    """The sequence lists every position in force once."""
    for branch in view.branches():
        assert branch.head
        root = next(branch.head.parts())
        entries = root.listed("positions")
        yield from _twice(branch.head, entries)
        yield from _missing(branch, entries, view)
        yield from _unlisted(branch.positions, entries, "position")


def _twice(sheet: DataFile[Any], entries: Iterable[Text]) -> Iterator[Problem]:
    first: dict[str, Text] = {}
    for entry in entries:
        if entry in first:
            yield error("listed-twice", sheet.place(entry), id=entry, line=first[entry].line)
        first.setdefault(entry, entry)


def _missing(branch: SequenceFiles, entries: Iterable[Text], view: CheckContext) -> Iterator[Problem]:
    assert branch.head
    for entry in entries:
        sheet = branch.positions.get(entry)
        if sheet is None:
            path = Place(f"{branch.path}/positions/{entry}.yml")
            fitting = suggest(entry, branch.positions)
            yield error("file-missing", branch.head.place(entry), "listed", file=path, id=entry, guess=fitting)
        elif "retired" in sheet.root:
            yield error("retired-used", branch.head.place(entry), "listed", address=entry)


def _unlisted(sheets: dict[str, DataFile[Any]], entries: Iterable[Text], variant: str) -> Iterator[Problem]:
    known = set(entries)
    for key, sheet in sheets.items():
        if key not in known and sheet.root and "retired" not in sheet.root:
            yield error("file-unlisted", sheet.at(), variant, id=key)
