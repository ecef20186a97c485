"""What a release writes into the files that people write: its number and day, and since when things have ended."""

from collections.abc import Iterator

from levelbook.loading.data_file import DataFile
from levelbook.loading.edit.insertion import newline
from levelbook.loading.edit.rewrite import TextChange, change, column, end_of, flow, line_end, line_start, set_pairs
from levelbook.loading.folder import Folder
from levelbook.loading.nodes import Listing, Mapping
from levelbook.model.handbook import ReleasesFile
from levelbook.model.values import NEXT

EMPTY = "# yaml-language-server: $schema=.schema/releases.json\nreleases:\n  - "
"""A releases.yml before its first release."""


def with_release(text: str, data_file: DataFile[ReleasesFile] | None, pairs: dict[str, str]) -> str:
    """releases.yml with the draft made a release, or a release of its own on top; `pairs` begin with the version."""
    items = data_file.node("releases") if data_file else None
    if not isinstance(items, Listing) or not items:
        head = text if isinstance(items, Listing) is False and text.strip() and data_file is None else EMPTY
        return head + "\n    ".join(f"{key}: {value}" for key, value in pairs.items()) + "\n"
    first = items[0]
    if isinstance(first, Mapping) and first.at("version") == NEXT:
        return change(text, list(_filled(text, first, pairs)))
    if items.flow:
        at = items.span.start + 1
        return change(text, [TextChange(at, at, f"{flow(pairs)}, ")])
    at, indent = line_start(text, items.span.start), " " * column(text, items.span.start)
    lines = f"{newline(text)}{indent}  ".join(f"{key}: {value}" for key, value in pairs.items())
    return change(text, [TextChange(at, at, f"{indent}- {lines}{newline(text)}")])


def _filled(text: str, entry: Mapping, pairs: dict[str, str]) -> Iterator[TextChange]:
    """The draft's own pairs changed, the others put behind its version."""
    new = {}
    for key, value in pairs.items():
        current = entry.at(key)
        if current is None:
            new[key] = value
        elif current != value:
            yield TextChange(current.span.start, current.span.end, value)
    version = entry.at("version")
    if entry.flow:
        at = end_of(text, version)
        yield TextChange(at, at, "".join(f", {key}: {value}" for key, value in new.items()))
    else:
        at, indent = line_end(text, version.span.end), " " * column(text, entry.span.start)
        yield TextChange(at, at, "".join(f"{newline(text)}{indent}{key}: {value}" for key, value in new.items()))


def without_end(folder: Folder) -> Iterator[tuple[str, list[Mapping]]]:
    """The mappings of each file that have ended, and do not say since when."""
    for data_file in folder.data_files():
        owners = [part.node for part in data_file.parts() if _open(part.node.at("retired"))]
        if owners:
            yield data_file.file, owners


def _open(end: object) -> bool:
    return isinstance(end, Mapping) and "since" not in end


def with_ends(text: str, owners: list[Mapping], version: str) -> str:
    """A file whose ended things say since when; a ValueError where that cannot be written safely."""
    edits = (set_pairs(text, owner, "retired", "retired", {"since": version}) for owner in owners)
    return change(text, [edit for each in edits for edit in each])
