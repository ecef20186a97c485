"""Reads a folder as far as it can be read: an older one that breaks today's rules, or that has keys nobody knows now.

Nothing is published from it. It is read to be compared, and what could not be read is told, so that nobody takes it for
something that was not there.
"""

from collections.abc import Mapping as Files
from dataclasses import dataclass, replace
from typing import Any, Final, TypeVar

from pydantic import ValidationError

from levelbook.loading.assemble import assemble
from levelbook.loading.data_file import DataFile
from levelbook.loading.discover import discover
from levelbook.loading.files import Unreadable, text_of
from levelbook.loading.folder import Folder, SequenceFiles
from levelbook.loading.nodes import Listing, Mapping, Node
from levelbook.loading.parser import compose
from levelbook.model.base import Shape
from levelbook.model.handbook import Handbook
from levelbook.problems import Place

S = TypeVar("S", bound=Shape)

_MOST_LEFT_OUT: Final = 200
"""In one file; a file with more is left out as a whole."""
_SINGLE: Final = ("weights", "actions", "plan", "syllabus", "calibration")


@dataclass(frozen=True)
class Readable:
    """What could be read of a folder."""

    handbook: Handbook | None
    """None where not even handbook.yml can be read."""
    left_out: tuple[Place, ...] = ()
    """What could not; a file as a whole has no line."""


def as_far_as_readable(files: Files[str, bytes | Unreadable]) -> Readable:
    """The handbook of a folder as far as it can be read."""
    folder, _ = discover(files)
    mended = _Mended(files)
    whole = Folder(
        handbook=mended.file(folder.handbook),
        scales=mended.file(folder.scales),
        concepts=mended.file(folder.concepts),
        releases=mended.file(folder.releases),
        ledger=mended.file(folder.ledger),
        plan=mended.file(folder.plan),
        history=folder.history,
    )
    for key, sequence in folder.sequences.items():
        head = mended.file(sequence.head)
        if head is None or head.value is None:
            mended.left_out.append(Place(sequence.path))
            continue
        whole.sequences[key] = _mended_sequence(sequence, head, mended)
    return Readable(assemble(whole), tuple(dict.fromkeys(mended.left_out)))


def _mended_sequence(sequence: SequenceFiles, head: DataFile[Any], mended: "_Mended") -> SequenceFiles:
    files = SequenceFiles(
        sequence.id,
        head,
        {key: mended.needed(one) for key, one in sequence.competencies.items()},
        {key: mended.needed(one) for key, one in sequence.positions.items()},
    )
    for name in _SINGLE:
        setattr(files, name, mended.file(getattr(sequence, name)))
    return files


class _Mended:
    """Reads files again that have mistakes, without what is mistaken in them."""

    def __init__(self, files: Files[str, bytes | Unreadable]) -> None:
        self._files = files
        self.left_out: list[Place] = []

    def file(self, data_file: DataFile[S] | None) -> DataFile[S] | None:
        return self.needed(data_file) if data_file else None

    def needed(self, data_file: DataFile[S]) -> DataFile[S]:
        if data_file.value is not None:
            return data_file
        value = self._value(data_file)
        if value is None:
            self.left_out.append(Place(data_file.file))
        return replace(data_file, value=value)

    def _value(self, data_file: DataFile[S]) -> S | None:
        text = text_of(data_file.file, self._files[data_file.file])
        root = compose(data_file.file, text).root if isinstance(text, str) else None
        if not isinstance(root, Mapping):
            return None
        tree, places = _copy(root), []
        for _ in range(_MOST_LEFT_OUT):
            try:
                value = data_file.shape.model_validate(tree, context={"home": _home(data_file.file)})
            except ValidationError as error:
                node = _take_out(tree, error.errors(include_url=False, include_input=False)[0]["loc"])
                if node is None:
                    return None
                places.append(Place(data_file.file, node.span.line, node.span.column))
            else:
                self.left_out += places
                return value
        return None


def _home(file: str) -> str:
    folders = file.split("/")
    return folders[1] if folders[0] == "sequences" and len(folders) > 2 else ""


def _copy(node: Any) -> Any:
    """The same tree, of which something can be taken out."""
    if isinstance(node, Mapping):
        mapping = Mapping(node.span, node.flow)
        mapping.update({key: _copy(value) for key, value in node.items()})
        return mapping
    if isinstance(node, Listing):
        listing = Listing(node.span, node.flow)
        listing.extend(_copy(one) for one in node)
        return listing
    return node


def _take_out(root: Node, path: tuple[int | str, ...]) -> Node | None:
    """Takes the innermost thing out that a path leads to; nothing where that is all there is."""
    holder: Any = None
    step_taken: Any = None
    node: Any = root
    for step in path:
        if (isinstance(node, Mapping) and isinstance(step, str) and step in node) or (
            isinstance(node, Listing) and isinstance(step, int) and step < len(node)
        ):
            holder, step_taken, node = node, step, node[step]  # type: ignore[index]
    if holder is None:
        return None
    key = holder.key(step_taken) if isinstance(holder, Mapping) else None
    del holder[step_taken]
    found: Node = key if key is not None else node
    return found
