"""Ends something: an indicator, a course, a competency, a position, a level, grade, group or chapter, a sequence.

The end is written where the thing stands, with why and with what takes its place; nothing is deleted. A competency,
position or sequence also leaves its list, as the lists hold what is in force. A level is only marked: all its cells end
with it (`loading.assemble`), and no file of a competency is touched.
"""

from collections.abc import Sequence

from levelbook.checks.names import KINDS, Thing
from levelbook.commands.editing.endings import address_of, end_pair, lead_on, raises_follow
from levelbook.commands.editing.move_id import bound, thing_with_id
from levelbook.commands.editing.move_path import parts_of
from levelbook.commands.editing.outcome import Edit, EditOutcome, edited
from levelbook.commands.editing.places import find_item
from levelbook.commands.editing.problem import refused
from levelbook.commands.editing.restore import restored
from levelbook.commands.editing.trees import unlisted, unlisted_sequence
from levelbook.loading.edit.file_change import Files
from levelbook.loading.nodes import Mapping
from levelbook.loading.schema_walk import fields
from levelbook.loading.suggest import suggest

_FILES = ("competency", "position", "sequence")
_SHAPES = {kind: shape for shape, kind in KINDS.items()}


def retire(files: Files, what: str, why: str, by: Sequence[str] = ()) -> EditOutcome:
    """Ends what a code, a path or `KEY.id` names."""
    return edited(files, lambda edit: _retire(edit, what, why, by))


def _retire(edit: Edit, what: str, why: str, by: Sequence[str]) -> None:
    reason = " ".join(why.split())
    if not reason:
        raise refused("why_needed", "--why")
    back = restored(edit, what)
    thing = back or named(edit, what)
    successors = [named(edit, other, thing.sequence) for other in by]
    for successor in successors:
        if successor.retired or successor.name == thing.name:
            raise refused("successor_ended", "--by", value=successor.name)
    end(edit, thing, reason, successors)


def named(edit: Edit, what: str, sequence: str = "") -> Thing:
    """What was typed: a code, `KEY.id`, a path, or an id of a sequence; refused where there is nothing of it."""
    if what[:1].isupper():
        if "." in what:
            return thing_with_id(edit, what)
        things = [thing for thing in edit.ctx.names.codes.get(what, ()) if thing.place.file]
        if things:
            return things[0]
        raise refused("code_unknown", what, value=what, guess=suggest(what, edit.ctx.names.codes))
    parts = parts_of(what)
    thing = edit.ctx.names.get(parts[0], parts[1]) if len(parts) == 2 else edit.ctx.names.get(sequence, what)
    if thing is None and len(parts) == 1 and parts[0] in edit.folder.sequences:
        head = edit.folder.sequences[parts[0]].head
        if head:
            return Thing("sequence", parts[0], parts[0], head.at(), "retired" in head.root, str(head.root.at("name")))
    if thing is None:
        known = [f"{owner}/{key}" for owner, ids in edit.ctx.names.ids.items() if owner for key in ids]
        raise refused("place_unknown", what, value=what, guess=suggest(what, [*known, *edit.folder.sequences]))
    if not thing.place.file:
        raise refused("not_kept", what, value=what)
    return thing


def end(edit: Edit, thing: Thing, why: str, successors: Sequence[Thing]) -> None:
    """Writes the end of a thing, and lets what points to it lead on."""
    words = [address_of(successor, thing.sequence) for successor in successors]
    if thing.kind in ("indicator", "action"):
        _end_item(edit, thing, why, words)
    elif thing.kind in _FILES:
        _end_file(edit, thing, why, words)
    elif thing.kind == "level":
        for sequence in bound(edit, thing.sequence, thing.name):
            heirs = [_level_there(edit, one, thing.sequence, sequence) for one in successors]
            _end_part(edit, edit.ctx.names.ids[sequence][thing.name][0], why, heirs)
    else:
        _end_part(edit, thing, why, words)
    lead_on(edit, thing, successors)


def _level_there(edit: Edit, successor: Thing, owner: str, sequence: str) -> str:
    """A successor as another ladder of the same levels names it."""
    own = edit.ctx.names.get(sequence, successor.name)
    local = successor.sequence == owner and successor.kind == "level" and own and own.kind == "level"
    return successor.name if local else address_of(successor, sequence)


def _end_item(edit: Edit, thing: Thing, why: str, words: list[str]) -> None:
    item = find_item(edit.space, thing.place.file, thing.name)
    if "retired" in item.node:
        raise refused("ended_already", thing.place, value=thing.name)
    edit.space.change(item.path, [end_pair(edit.space.text(item.path), item.node, why, words)])
    _tell(edit, thing, words)
    raises_follow(edit, item.path, thing.name, words)


def _end_file(edit: Edit, thing: Thing, why: str, words: list[str]) -> None:
    path = thing.place.file
    root = edit.space.root(path)
    if "retired" in root:
        raise refused("ended_already", thing.place, value=thing.name)
    edit.space.change(path, [end_pair(edit.space.text(path), root, why, words, after="name")])
    _tell(edit, thing, words)
    if thing.kind == "sequence":
        unlisted_sequence(edit, thing.sequence)
    else:
        key = path.rpartition("/")[2].removesuffix(".yml")
        unlisted(edit, edit.folder.sequences[thing.sequence], key, thing.kind, why)


def _end_part(edit: Edit, thing: Thing, why: str, words: list[str]) -> None:
    shape = _SHAPES[thing.kind]
    if "retired" not in fields(shape):
        raise refused("cannot_end", thing.place, value=thing.name)
    path, ended = thing.place.file, 0
    while True:
        parts = [part for part in edit.space.parts(path) if part.shape is shape and part.text("id") == thing.name]
        node = next((part.node for part in parts if "retired" not in part.node), None)
        if node is None:
            break
        edit.space.change(path, [end_pair(edit.space.text(path), node, why, words)])
        ended += 1
    if not ended:
        raise refused("ended_already", thing.place, value=thing.name)
    n = _cells(edit, thing) if thing.kind == "level" else 0
    if n:
        edit.tell("level_ended", text=thing.text, sequence=thing.sequence, n=n)
    else:
        _tell(edit, thing, words)


def _tell(edit: Edit, thing: Thing, words: list[str]) -> None:
    name = address_of(thing, "") if thing.kind in _FILES else thing.name
    if words:
        edit.tell("ended_by", value=name, text=thing.text, list=tuple(words))
    else:
        edit.tell("ended", value=name, text=thing.text)


def _cells(edit: Edit, thing: Thing) -> int:
    """How many indicators end with a level."""
    cells = [
        sheet.root.at("levels").at(thing.name)
        for sheet in edit.folder.sequences[thing.sequence].competencies.values()
        if isinstance(sheet.root.at("levels"), Mapping)
    ]
    return sum(len(cell.at("indicators") or ()) for cell in cells if isinstance(cell, Mapping))
