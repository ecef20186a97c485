"""Moves an indicator to another level or competency: its lines are cut and put there, its code stays.

Three things may have to follow. `raises` that lead to a level that is not lower, or to another competency, no longer
hold and are taken out, of this indicator and of others; each is told. A cell that loses its last indicator needs a
reason, and only a person knows it. And where the sequence changes, ids in the indicator's own notes and links name
things of the old one, so they get its name in front.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from levelbook.commands.editing.cells import added, emptied
from levelbook.commands.editing.outcome import Edit, EditOutcome, edited
from levelbook.commands.editing.places import Item, competency_at, find_item, items_of, levels_of, thing_with_code
from levelbook.commands.editing.problem import refused
from levelbook.commands.editing.renaming import Renaming
from levelbook.loading.edit.file_change import Files
from levelbook.loading.edit.items import cut, in_braces, lines_of, without_item
from levelbook.loading.edit.rewrite import end_of
from levelbook.loading.folder import SequenceFiles
from levelbook.loading.nodes import Mapping
from levelbook.model.sequence import Cumulative
from levelbook.problems import Place


@dataclass(frozen=True)
class _Target:
    """Where an indicator goes."""

    files: SequenceFiles
    path: str
    level: str
    """Nothing where the competency has no levels."""


def move_indicator(files: Files, code: str, to: str, after: str = "", why: str = "") -> EditOutcome:
    """Moves an indicator to a level, a competency or `competency@level`; `why` is for a cell that it leaves empty."""
    return edited(files, lambda edit: _move(edit, code, to, after, " ".join(why.split())))


def _move(edit: Edit, code: str, to: str, after: str, why: str) -> None:
    thing = thing_with_code(edit, code, "indicator")
    source = find_item(edit.space, thing.place.file, code)
    target = _target(edit, thing.sequence, source, to)
    if after:
        _check_neighbour(edit, target, code, after)
    if (target.path, target.level) == (source.path, source.level) and not after:
        return
    edit.tell("moved", code=code, text=thing.text, **_from_to(edit, thing.sequence, source, target))
    if target.files.id != thing.sequence:
        _qualify(edit, source, code, thing.sequence, target.files.id)
    _drop_raises(edit, source, target, code)
    _carry(edit, find_item(edit.space, source.path, code), target, code, after, why)


def _from_to(edit: Edit, sequence: str, source: Item, target: _Target) -> dict[str, object]:
    old, new = edit.folder.sequences[sequence], target.files
    return {
        "source": _called(edit, old, source.path, source.level, source.path != target.path),
        "target": _called(edit, new, target.path, target.level, source.path != target.path),
    }


def _called(edit: Edit, files: SequenceFiles, path: str, level: str, with_competency: bool) -> str:
    """The name of a level, with that of the competency where it matters."""
    levels = files.head.value.levels if files.head and files.head.value else ()
    name = next((step.name for step in levels if step.id == level), level)
    competency = str(edit.space.root(path).at("name") or "")
    return f"{competency}·{name}".strip("·") if with_competency else name


def _target(edit: Edit, sequence: str, source: Item, to: str) -> _Target:
    base, at, level = to.partition("@")
    thing = edit.ctx.names.get(sequence, base)
    if not at and thing and thing.kind == "level":
        files, path, level = edit.folder.sequences[sequence], source.path, base
    else:
        files, key = competency_at(edit, base, sequence)
        path = f"{files.path}/competencies/{key}.yml"
    root = edit.space.root(path)
    if not isinstance(root.at("levels"), Mapping):
        if level:
            raise refused("no_levels", Place(path), value=to)
        return _Target(files, path, "")
    live = levels_of(files)
    level = level or (source.level if source.level in live else "")
    if level not in live:
        raise refused("level_needed" if not level else "level_unknown", to, value=level, list=tuple(live))
    return _Target(files, path, level)


def _check_neighbour(edit: Edit, target: _Target, code: str, after: str) -> None:
    there = [item for item in items_of(edit.space, target.path) if item.level == target.level]
    if after == code or not any(isinstance(item.node, Mapping) and item.node.at("id") == after for item in there):
        raise refused("after_elsewhere", "--after", value=after)


def _qualify(edit: Edit, source: Item, code: str, old: str, new: str) -> None:
    """Lets what the indicator says of its old sequence be found from the new one."""
    node = find_item(edit.space, source.path, code).node
    start, end = node.span.start, end_of(edit.space.text(source.path), node)
    changes = Renaming.of(edit).changes(edit.space, source.path, old, new, {}, lambda at: start <= at < end)
    edit.space.change(source.path, list(changes))


def _drop_raises(edit: Edit, source: Item, target: _Target, code: str) -> None:
    """Takes out what the indicator raises, or is raised by, where that no longer holds."""
    same = source.path == target.path
    ranks = {level: rank for rank, level in enumerate(levels_of(target.files))}
    home = {str(item.node.at("id")): item.level for item in items_of(edit.space, source.path) if _coded(item)}
    home[code] = target.level
    for upper, lower in list(_raising(edit, source.path)):
        if code in (upper, lower):
            fits = same and ranks.get(home.get(lower, ""), 99) < ranks.get(home.get(upper, ""), -1)
            if not fits:
                drop_raise(edit, source.path, upper, lower)


def drop_raise(edit: Edit, path: str, upper: str, lower: str) -> None:
    """Takes one code out of what an indicator raises."""
    item = find_item(edit.space, path, upper)
    at = list(item.node.at("raises")).index(lower)
    edit.space.change(path, [without_item(edit.space.text(path), item.node, "raises", at)])
    edit.tell("raises_dropped", upper=upper, lower=lower)


def _coded(item: Item) -> bool:
    return isinstance(item.node, Mapping) and "id" in item.node


def _raising(edit: Edit, path: str) -> Iterator[tuple[str, str]]:
    for item in items_of(edit.space, path):
        if _coded(item):
            for lower in item.node.at("raises") or ():
                yield str(item.node.at("id")), str(lower)


def _carry(edit: Edit, item: Item, target: _Target, code: str, after: str, why: str) -> None:
    """Cuts the lines and puts them in their new place."""
    space, path = edit.space, item.path
    text = space.text(path)
    lines, braces = lines_of(text, item.items, item.at), _in_braces(text, item)
    if len(item.items) == 1 and (path, item.level) != (target.path, target.level):
        space.change(path, [*emptied(edit, item, code, why, _reason_key(edit, item))])
    else:
        space.change(path, list(cut(text, item.holder, item.key, [item.at])))
    added(edit, target.path, target.level, lines, braces, after)


def _in_braces(text: str, item: Item) -> str:
    """The item on one line; as it was typed, where it stood on one."""
    typed = text[item.node.span.start : item.node.span.end]
    return typed if item.node.flow and "\n" not in typed and "\r" not in typed else in_braces(item.node)


def _reason_key(edit: Edit, item: Item) -> str:
    """How it is said that a cell has nothing of its own: what is not required would not be inherited either."""
    head = edit.folder.sequences[item.path.split("/")[1]].head
    cumulative = head.value.cumulative if head and head.value else Cumulative.NO
    return "blank" if cumulative is Cumulative.YES or not item.level else "not_required"
