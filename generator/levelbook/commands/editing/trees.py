"""What a sequence.yml lists, and the rows and exceptions that ask for it: put in and taken out."""

from collections.abc import Iterator

from levelbook.checks.names import Thing
from levelbook.commands.editing.outcome import Edit
from levelbook.commands.editing.problem import refused
from levelbook.loading.edit.items import has_comments, inserted, without_item, without_pair
from levelbook.loading.edit.rewrite import TextChange, below, column, end_of, scalar
from levelbook.loading.folder import SequenceFiles
from levelbook.loading.nodes import Listing, Mapping
from levelbook.loading.schema_walk import SchemaPart
from levelbook.model.base import Shape
from levelbook.model.handbook import Family
from levelbook.model.position import Position, Reading, Weights
from levelbook.model.sequence import Grade, Group, SequenceHead
from levelbook.problems import Place

_ASKING: dict[type[Shape], tuple[str, ...]] = {
    Grade: ("required",),
    Position: ("required",),
    Weights: ("points", "unassigned"),
    Reading: ("points", "unassigned"),
}
"""Mappings that ask a sequence's own people for a competency."""


def unlisted(edit: Edit, files: SequenceFiles, key: str, kind: str, why: str = "") -> None:
    """Takes a competency or position out of the lists of its sequence; a group that it leaves empty says why."""
    path = f"{files.path}/sequence.yml"
    shape, name = (Group, "competencies") if kind == "competency" else (SequenceHead, "positions")
    while True:
        found = next(_listing(edit, path, shape, name, files.id, key), None)
        if found is None:
            return
        part, at = found
        text, last = edit.space.text(path), kind == "competency" and len(part.node.at(name)) == 1
        if last and not part.node.keys() & {"retired", "incomplete"}:
            edit.space.change(path, [_without_members(edit, text, part, files, why)])
        else:
            edit.space.change(path, [without_item(text, part.node, name, at)])


def _without_members(edit: Edit, text: str, part: SchemaPart, files: SequenceFiles, why: str) -> TextChange:
    """The reason why a group is empty, in place of its last member."""
    if not why:
        place = Place(f"{files.path}/sequence.yml", part.node.span.line, part.node.span.column)
        raise refused("group_emptied", place, value=str(part.text("name")))
    name, items = part.node.key("competencies"), part.node.at("competencies")
    assert name is not None
    if has_comments([text[name.span.start : end_of(text, items)]]):
        raise ValueError("a comment would go")
    edit.tell("group_emptied_told", value=str(part.text("name")), text=why)
    return TextChange(name.span.start, end_of(text, items), f"blank: {scalar(why)}")


def _listing(
    edit: Edit, path: str, shape: type[Shape], name: str, sequence: str, key: str
) -> Iterator[tuple[SchemaPart, int]]:
    for part in edit.space.parts(path):
        items = part.node.at(name) if part.shape is shape else None
        for at, item in enumerate(items if isinstance(items, Listing) else ()):
            if item in (key, f"{sequence}/{key}") or _names(edit, str(item), sequence, key):
                yield part, at


def _names(edit: Edit, address: str, sequence: str, key: str) -> bool:
    """Whether an address of a sequence names one of its competencies."""
    thing = edit.ctx.names.find(address, sequence)
    return isinstance(thing, Thing) and thing.place.file == f"sequences/{sequence}/competencies/{key}.yml"


def leave_sequence(edit: Edit, files: SequenceFiles, key: str, kind: str) -> None:
    """Takes out what asks the people of a sequence for a competency that it has no more."""
    if kind != "competency":
        return
    for path in [path for path in edit.space.files if path.startswith(f"{files.path}/") and path.endswith(".yml")]:
        while True:
            found = next(_asking(edit, path, files.id, key), None)
            if found is None:
                break
            part, name, address = found
            edit.space.change(path, [_without_key(edit.space.text(path), part.node, name, address)])
            edit.tell("row_dropped", file=path, key=name, address=address)


def _asking(edit: Edit, path: str, sequence: str, key: str) -> Iterator[tuple[SchemaPart, str, str]]:
    for part in edit.space.parts(path):
        for name in _ASKING.get(part.shape, ()):
            yield from ((part, name, str(word)) for word in part.keys(name) if _names(edit, str(word), sequence, key))


def _without_key(text: str, holder: Mapping, name: str, key: str) -> TextChange:
    """Takes a pair out of the mapping behind a key; the key with the last of them."""
    inner = holder.at(name)
    return without_pair(text, holder, name) if len(inner) == 1 else without_pair(text, inner, key)


def listed_in_group(edit: Edit, files: SequenceFiles, key: str, group: str) -> None:
    """Lists a competency in a group of its new sequence: the one that was named, or the only one there is."""
    path = f"{files.path}/sequence.yml"
    if next(_listing(edit, path, Group, "competencies", files.id, key), None):
        return  # it has borrowed it so far
    groups = [part for part in edit.space.parts(path) if part.shape is Group and not part.retired]
    leaves = {str(part.text("id")): part for part in groups if "groups" not in part.node}
    name = group or (next(iter(leaves)) if len(leaves) == 1 else "")
    if name not in leaves:
        raise refused("group_needed", "--group", list=tuple(leaves))
    _append(edit, path, leaves[name].node, "competencies", key)
    edit.tell("listed", group=str(leaves[name].text("name")), key=key)


def listed_position(edit: Edit, files: SequenceFiles, key: str) -> None:
    """Lists a position last."""
    path = f"{files.path}/sequence.yml"
    _append(edit, path, edit.space.root(path), "positions", key)


def _append(edit: Edit, path: str, holder: Mapping, key: str, word: str) -> None:
    text, items = edit.space.text(path), holder.at(key)
    if isinstance(items, Listing) and (items or items.flow):
        edit.space.change(path, [inserted(text, items, len(items) - 1, [f"- {word}"], word)])
    elif holder.flow:
        end = holder.span.end - 1
        edit.space.change(path, [TextChange(end, end, f", {key}: [{word}]")])
    else:
        indent = column(text, holder.span.start)
        edit.space.change(path, [below(text, holder, indent, [f"{key}: [{word}]"])])


def unlisted_sequence(edit: Edit, sequence: str) -> None:
    """Takes a sequence out of its family."""
    while True:
        for part in edit.space.parts("handbook.yml"):
            items = part.node.at("sequences") if part.shape is Family else None
            if isinstance(items, Listing) and sequence in items:
                change = without_item(edit.space.text("handbook.yml"), part.node, "sequences", items.index(sequence))
                edit.space.change("handbook.yml", [change])
                break
        else:
            return
