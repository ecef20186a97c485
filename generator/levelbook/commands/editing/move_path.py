"""Renames a sequence's folder, or the file of a competency or position, also into another sequence.

Who names what is renamed is found by `references` and rewritten by `Renaming`, in every file. A competency that goes to
another sequence keeps its own code where that is free there, and its indicators keep theirs whatever is free: only the
ledger says then where they belong. Its old sequence no longer asks it, so rows and exceptions that did are taken out,
and told; what other sequences borrow follows it.

A file or folder that somebody has renamed by hand already is taken for renamed: only what names it is mended then.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from levelbook.checks.names import Thing
from levelbook.commands.editing.ladders import level_names, with_unanswered
from levelbook.commands.editing.outcome import Edit, EditOutcome, edited
from levelbook.commands.editing.problem import refused
from levelbook.commands.editing.renaming import Renaming
from levelbook.commands.editing.trees import leave_sequence, listed_in_group, listed_position, unlisted
from levelbook.commands.ids.assign import code_from_name
from levelbook.loading.edit.file_change import Files
from levelbook.loading.edit.rewrite import TextChange
from levelbook.loading.folder import SequenceFiles
from levelbook.loading.suggest import suggest
from levelbook.model.values import trouble_of_id
from levelbook.problems import Place

_FOLDERS = {"competency": "competencies", "position": "positions"}


@dataclass(frozen=True)
class Choices:
    """What a person decides where a competency or position gets another ladder."""

    levels: Mapping[str, str] = field(default_factory=dict)
    """What each of its levels is called there."""
    group: str = ""
    """The group that it joins."""
    why: str = ""
    """What stands at levels that it says nothing of."""


def move_path(files: Files, old: str, new: str, choices: Choices = Choices()) -> EditOutcome:
    """Renames `sequence`, or `sequence/id` of a competency or position."""
    return edited(files, lambda edit: _move(edit, tuple(parts_of(old)), tuple(parts_of(new)), choices))


def parts_of(path: str) -> list[str]:
    """The ids of a path, however much of it was typed: `key/listening`, `sequences/key/competencies/listening.yml`."""
    names = path.replace("\\", "/").removesuffix(".yml").removesuffix("/sequence").strip("/").split("/")
    if "sequences" in names:
        names = names[names.index("sequences") + 1 :]
    return [name for name in names if name not in _FOLDERS.values()]


def _move(edit: Edit, old: tuple[str, ...], new: tuple[str, ...], choices: Choices) -> None:
    if len(old) != len(new) or len(old) not in (1, 2):
        raise refused("paths_differ", "/".join(new), value="/".join(old))
    for name in new:
        if trouble_of_id(name):
            raise refused("id_wrong", "/".join(new), value=name)
    if old == new:
        return
    if len(old) == 1:
        _move_sequence(edit, old[0], new[0])
    else:
        _move_file(edit, (old[0], old[1]), (new[0], new[1]), choices)


def _move_sequence(edit: Edit, old: str, new: str) -> None:
    known = edit.folder.sequences
    moved_by_hand = old not in known and new in known and old in edit.ctx.ledger.paths
    if old not in known and not moved_by_hand:
        raise refused("place_unknown", old, value=old, guess=suggest(old, known))
    if new in known and not moved_by_hand:
        raise refused("id_taken", new, value=new)
    renaming = Renaming.of(edit, sequences={old: new})
    edit.tell("sequence_moved", source=old, target=new)
    rewrite_all(edit, renaming)
    for path in [path for path in edit.space.files if path.startswith(f"sequences/{old}/")]:
        edit.rename(path, path.replace(f"sequences/{old}/", f"sequences/{new}/", 1))


def rewrite_all(edit: Edit, renaming: Renaming) -> None:
    """Lets every file name what is renamed by its new name."""
    touched = 0
    for path in list(edit.space.files):
        if path.endswith(".yml") and not path.startswith("history/") and path != "ledger.yml":
            home = path.split("/")[1] if path.startswith("sequences/") else ""
            changes = list(renaming.changes(edit.space, path, home, renaming.sequences.get(home, home), {}))
            edit.space.change(path, changes)
            touched += len(changes)
    if touched:
        edit.tell("names_changed", n=touched)


def _move_file(edit: Edit, old: tuple[str, str], new: tuple[str, str], choices: Choices) -> None:
    names = edit.ctx.names
    for sequence in (old[0], new[0]):
        if sequence not in edit.folder.sequences:
            raise refused("place_unknown", sequence, value=sequence, guess=suggest(sequence, edit.folder.sequences))
    thing = names.get(*old)
    if thing and not thing.place.file:
        raise refused("not_kept", "/".join(old), value="/".join(old))
    kind = thing.kind if thing else _moved_by_hand(edit, old, new)
    if kind not in _FOLDERS:
        known = [key for one in _FOLDERS for key in names.of_kind(old[0], one)]
        raise refused("place_unknown", "/".join(old), value="/".join(old), guess=suggest(old[1], known))
    taken = names.get(*new)
    if taken and thing:
        raise refused("id_taken", "/".join(new), value=new[1])
    edit.tell("file_moved", source="/".join(old), target="/".join(new), name=(thing or taken or _NOTHING).text)
    if old[0] == new[0]:
        if kind == "position":
            led_on(edit, old, new)
        rewrite_all(edit, Renaming.of(edit, ids={old: new}))
    elif kind == "position":
        led_on(edit, old, new)
        _to_other_sequence(edit, kind, old, new, choices, {})
    else:
        _to_other_sequence(edit, kind, old, new, choices, _new_code(edit, old, new))
    if thing:
        folder = _FOLDERS[kind]
        edit.rename(f"sequences/{old[0]}/{folder}/{old[1]}.yml", f"sequences/{new[0]}/{folder}/{new[1]}.yml")


_NOTHING = Thing("", "", "", Place(""))


def _moved_by_hand(edit: Edit, old: tuple[str, str], new: tuple[str, str]) -> str:
    """The kind of a file that is there already by its new name; nothing where it is not the one that was meant."""
    thing, ledger = edit.ctx.names.get(*new), edit.ctx.ledger
    if thing is None or old[0] != new[0]:
        return ""
    code = edit.ctx.code_owners.sequence_codes.get(old[0], "")
    known = "/".join(old) in ledger.paths if thing.kind == "competency" else f"{code}.{old[1]}" in ledger.known
    return thing.kind if known else ""


def led_on(edit: Edit, old: tuple[str, str], new: tuple[str, str]) -> None:
    """Lets the ledger know by what id something goes on; refused where that id was another thing's."""
    codes = edit.ctx.code_owners.sequence_codes
    before, after = f"{codes[old[0]]}.{old[1]}", f"{codes[new[0]]}.{new[1]}"
    check_unspent(edit, before, after)
    edit.now[before] = after


def check_unspent(edit: Edit, before: str, after: str) -> None:
    """A code is never given again, but to what had it once."""
    ledger = edit.ctx.ledger
    if after in ledger.known and ledger.now.get(after) != before and after not in ledger.undone:
        raise refused("code_spent", after, value=after)


def _new_code(edit: Edit, old: tuple[str, str], new: tuple[str, str]) -> dict[str, str]:
    """The code of a competency in its new sequence by the one that it had: its own part stays where it is free."""
    owners, ledger = edit.ctx.code_owners, edit.ctx.ledger
    own = owners.codes.get(f"sequences/{old[0]}/competencies/{old[1]}.yml", "")
    if not own:
        return {}
    head = owners.sequence_codes[new[0]]
    before, after = f"{owners.sequence_codes[old[0]]}-{own}", f"{head}-{own}"
    spent = {code for code in (*ledger.known, *edit.ctx.names.codes) if ledger.now.get(code) != before}
    if after in spent:
        after = (
            f"{head}-{code_from_name(new[1], {code.split('-')[1] for code in spent if code.startswith(f'{head}-')})}"
        )
        edit.tell("code_changed", source=before, target=after)
    edit.now[before] = after
    return {before: after}


def _to_other_sequence(
    edit: Edit, kind: str, old: tuple[str, str], new: tuple[str, str], choices: Choices, codes: Mapping[str, str]
) -> None:
    source, target = (edit.folder.sequences[sequence] for sequence in (old[0], new[0]))
    path = f"{source.path}/{_FOLDERS[kind]}/{old[1]}.yml"
    levels = level_names(edit, path, kind, source, target, choices.levels)
    leave_sequence(edit, source, old[1], kind)
    unlisted(edit, source, old[1], kind, choices.why)
    renaming = Renaming.of(edit, ids={old: new}, codes=codes, levels={old: levels})
    changes = list(renaming.changes(edit.space, path, old[0], new[0], levels))
    edit.space.change(path, changes)
    _write_code(edit, path, codes)
    _others(edit, renaming, path)
    if kind == "competency":
        with_unanswered(edit, path, target, choices.why)
        listed_in_group(edit, target, new[1], choices.group or _same_group(edit, source, target, old[1]))
    else:
        listed_position(edit, target, new[1])


def _same_group(edit: Edit, source: SequenceFiles, target: SequenceFiles, key: str) -> str:
    """The group of the same id, if there is one."""
    head = source.head.value if source.head else None
    groups = [group.id for group in head.groups if key in group.competencies] if head else []
    return next((group for group in groups if group in edit.ctx.names.of_kind(target.id, "group")), "")


def _others(edit: Edit, renaming: Renaming, moved: str) -> None:
    """Rewrites every file but the one that moves."""
    data = edit.space.files.pop(moved)
    rewrite_all(edit, renaming)
    edit.space.files[moved] = data


def _write_code(edit: Edit, path: str, codes: Mapping[str, str]) -> None:
    """Writes the competency's part of its new code, where that is another."""
    written = edit.space.root(path).at("code")
    for after in codes.values():
        own = after.partition("-")[2]
        if written is not None and written != own:
            edit.space.change(path, [TextChange(written.span.start, written.span.end, own)])
