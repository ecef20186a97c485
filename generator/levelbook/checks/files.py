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


def strays(ctx: CheckContext) -> Iterator[Problem]:
    """Files that have no place in the folder."""
    for path in ctx.folder.strays:
        yield error("file-unlisted", Place(path), "ending" if path.endswith(".yaml") else "stray")


def handbook(ctx: CheckContext) -> Iterator[Problem]:
    """handbook.yml, and the sequences that its families list."""
    data_file, sequences = ctx.folder.handbook, ctx.folder.sequences
    if data_file is None:
        yield error("file-missing", Place("handbook.yml"), "handbook")
        return
    if data_file.value is None:
        return
    entries = [address for part in data_file.parts() if part.shape is Family for address in part.listed("sequences")]
    yield from _twice(data_file, entries)
    for entry in entries:
        if entry not in sequences:
            path = Place(f"sequences/{entry}/sequence.yml")
            yield error(
                "file-missing", data_file.place(entry), "listed", file=path, id=entry, guess=suggest(entry, sequences)
            )
    for files in sequences.values():
        head = files.head
        if files.id not in entries and head and head.root and "retired" not in head.root:
            yield error("file-unlisted", head.at(), "sequence", id=files.id)


def heads(ctx: CheckContext) -> Iterator[Problem]:
    """Every sequence has a sequence.yml."""
    for files in ctx.folder.sequences.values():
        if files.head is None:
            known = ctx.ledger.paths.get(files.id, "")
            place = Place(f"{files.path}/sequence.yml")
            yield error("file-missing", place, "head-gone" if known else "head", id=files.id, value=known)


def competencies(ctx: CheckContext) -> Iterator[Problem]:
    """The tree lists every competency in force once."""
    for files in ctx.sequences():
        assert files.head
        entries = [address for address, _ in listed(files)]
        yield from _twice(files.head, entries)
        yield from _unlisted(files.competencies, entries, "competency")


def positions(ctx: CheckContext) -> Iterator[Problem]:
    """The sequence lists every position in force once."""
    for files in ctx.sequences():
        assert files.head
        root = next(files.head.parts())
        entries = root.listed("positions")
        yield from _twice(files.head, entries)
        yield from _missing(files, entries)
        yield from _unlisted(files.positions, entries, "position")


def _twice(data_file: DataFile[Any], entries: Iterable[Text]) -> Iterator[Problem]:
    first: dict[str, Text] = {}
    for entry in entries:
        if entry in first:
            yield error("listed-twice", data_file.place(entry), id=entry, line=first[entry].line)
        first.setdefault(entry, entry)


def _missing(files: SequenceFiles, entries: Iterable[Text]) -> Iterator[Problem]:
    assert files.head
    for entry in entries:
        data_file = files.positions.get(entry)
        if data_file is None:
            path = Place(f"{files.path}/positions/{entry}.yml")
            fitting = suggest(entry, files.positions)
            yield error("file-missing", files.head.place(entry), "listed", file=path, id=entry, guess=fitting)
        elif "retired" in data_file.root:
            yield error("retired-used", files.head.place(entry), "listed", address=entry)


def _unlisted(data_files: dict[str, DataFile[Any]], entries: Iterable[Text], variant: str) -> Iterator[Problem]:
    known = set(entries)
    for key, data_file in data_files.items():
        if key not in known and data_file.root and "retired" not in data_file.root:
            yield error("file-unlisted", data_file.at(), variant, id=key)
