"""Gives a level, grade, group, position, form or the like another id, in every file that uses it.

Sequences that lend each other competencies have levels of the same ids, and must keep them; so a level is renamed in
all of them, and each is told.
"""

from levelbook.checks.context import listed
from levelbook.checks.names import KINDS, Thing
from levelbook.commands.editing.move_path import led_on, rewrite_all
from levelbook.commands.editing.outcome import Edit, EditOutcome, edited
from levelbook.commands.editing.problem import refused
from levelbook.commands.editing.renaming import Renaming
from levelbook.loading.edit.file_change import Files
from levelbook.loading.edit.rewrite import TextChange
from levelbook.loading.nodes import Text
from levelbook.loading.suggest import suggest
from levelbook.model.values import trouble_of_id

_SHAPES = {kind: shape for shape, kind in KINDS.items()}


def move_id(files: Files, old: str, new: str) -> EditOutcome:
    """Renames `KEY.senior` to `KEY.expert`."""
    return edited(files, lambda edit: _move(edit, old, new))


def thing_with_id(edit: Edit, address: str) -> Thing:
    """What `KEY.id` names; refused where there is nothing of the kind."""
    code, _, key = address.partition(".")
    sequence = edit.ctx.names.homes.get(code)
    if sequence is None:
        raise refused("place_unknown", address, value=code, guess=suggest(code, edit.ctx.names.homes))
    thing = edit.ctx.names.get(sequence, key)
    if thing is None or thing.kind not in (*_SHAPES, "position"):
        known = [f"{code}.{name}" for kind in (*_SHAPES, "position") for name in edit.ctx.names.of_kind(sequence, kind)]
        raise refused("place_unknown", address, value=address, guess=suggest(address, known))
    return thing


def _move(edit: Edit, old: str, new: str) -> None:
    thing = thing_with_id(edit, old)
    code, dot, key = new.rpartition(".")
    if dot and code != old.partition(".")[0]:
        raise refused("other_sequence", new, value=new)
    if trouble_of_id(key):
        raise refused("id_wrong", new, value=key)
    if key == thing.name:
        return
    sequences = bound(edit, thing.sequence, key=thing.name) if thing.kind == "level" else [thing.sequence]
    for sequence in sequences:
        if edit.ctx.names.get(sequence, key):
            raise refused("id_taken", new, value=key)
        led_on(edit, (sequence, thing.name), (sequence, key))
        edit.tell("id_moved", kind=thing.kind, name=thing.text, source=thing.name, target=key, sequence=sequence)
    rewrite_all(edit, Renaming.of(edit, ids={(one, thing.name): (one, key) for one in sequences}))
    for sequence in sequences:
        _own(edit, edit.ctx.names.ids[sequence][thing.name], key)


def _own(edit: Edit, things: list[Thing], key: str) -> None:
    """Writes the new id where the thing itself stands; a position has it for a file name."""
    for path in {thing.place.file for thing in things}:
        kinds = {thing.kind for thing in things}
        if "position" in kinds:
            edit.rename(path, path.rpartition("/")[0] + f"/{key}.yml")
            continue
        shapes = {_SHAPES[kind] for kind in kinds}
        ids = [part.text("id") for part in edit.space.parts(path) if part.shape in shapes]
        edit.space.change(path, [_written(edit.space.text(path), id_, key) for id_ in ids if id_ == things[0].name])


def _written(text: str, word: Text | None, key: str) -> TextChange:
    assert word is not None
    quoted = text[word.span.start] in "'\""
    return TextChange(word.span.start + quoted, word.span.end - quoted, key)


def bound(edit: Edit, sequence: str, key: str) -> list[str]:
    """The sequences whose levels have the ids of this one's, as they lend or borrow, with this one first."""
    pairs: set[tuple[str, str]] = set()
    for files in edit.folder.sequences.values():
        owners = {str(address).rpartition("/")[0] for address, part in listed(files) if not part.retired}
        pairs |= {(files.id, owner) for owner in owners if owner}
    found = [sequence]
    for one in found:
        near = {other for pair in pairs if one in pair for other in pair}
        found += sorted(near - {*found})
    return [one for one in found if (level := edit.ctx.names.get(one, key)) and level.kind == "level"]
