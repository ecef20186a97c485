"""Where things stand that are named on the command line."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from levelbook.checks.context import live_levels
from levelbook.checks.names import Thing
from levelbook.commands.editing.outcome import Edit
from levelbook.commands.editing.problem import refused
from levelbook.commands.editing.workspace import Workspace
from levelbook.loading.folder import SequenceFiles
from levelbook.loading.nodes import Listing, Mapping
from levelbook.loading.suggest import suggest


@dataclass(frozen=True)
class Item:
    """An indicator or action in its list."""

    path: str
    holder: Mapping
    """What holds the list."""
    key: str
    """`indicators` or `actions`."""
    at: int
    """Its number in the list."""
    level: str = ""
    """The level in whose cell it stands; nothing without."""

    @property
    def items(self) -> Listing:
        """The list."""
        listing: Listing = self.holder.at(self.key)
        return listing

    @property
    def node(self) -> Mapping:
        """The item itself; codes only stand in mappings."""
        node: Mapping = self.items[self.at]
        return node


def find_item(space: Workspace, path: str, code: str) -> Item:
    """An indicator or action of a file by its code."""
    for item in items_of(space, path):
        if isinstance(item.node, Mapping) and item.node.at("id") == code:
            return item
    raise ValueError(f"{code} does not stand in {path}")


def items_of(space: Workspace, path: str) -> Iterator[Item]:
    """All indicators or actions of a file."""
    root = space.root(path)
    levels = root.at("levels")
    cells = levels.items() if isinstance(levels, Mapping) else ()
    holders: list[tuple[str, Any]] = [("", root), *((str(level), cell) for level, cell in cells)]
    for level, holder in holders:
        for key in ("indicators", "actions") if isinstance(holder, Mapping) else ():
            listing = holder.at(key)
            for at in range(len(listing)) if isinstance(listing, Listing) else ():
                yield Item(path, holder, key, at, level)


def thing_with_code(edit: Edit, code: str, *kinds: str) -> Thing:
    """The indicator, action or competency with a code; refused where there is none."""
    things = edit.ctx.names.codes.get(code, ())
    thing = next((thing for thing in things if thing.kind in kinds and thing.place.file), None)
    if thing is None:
        known = [other for other, same in edit.ctx.names.codes.items() if same[0].kind in kinds]
        raise refused("code_unknown", code, value=code, guess=suggest(code, known))
    return thing


def competency_at(edit: Edit, address: str, sequence: str) -> tuple[SequenceFiles, str]:
    """The sequence and id of a competency that was named; refused where there is none."""
    names = edit.ctx.names
    thing = names.find(address, sequence)
    if isinstance(thing, Thing) and thing.kind == "competency" and thing.place.file:
        files = edit.folder.sequences[thing.sequence]
        return files, thing.place.file.rpartition("/")[2].removesuffix(".yml")
    levels = tuple(levels_of(edit.folder.sequences[sequence]))
    known = [*names.of_kind(sequence, "competency"), *names.of_kind(sequence, "level")]
    known += [f"{owner}/{key}" for owner in names.ids for key in names.of_kind(owner, "competency") if owner]
    raise refused("target_unknown", address, value=address, list=levels, guess=suggest(address, known))


def levels_of(files: SequenceFiles) -> list[str]:
    """The ids of the levels in force, low to high."""
    return [level.id for level in live_levels(files)]
