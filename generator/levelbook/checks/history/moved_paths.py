"""Files and folders that people renamed by hand: their old addresses lead nowhere until `levelbook move` has told.

The ledger keeps every path that a sequence or competency ever stood at. A code of it that stands in the folder, but at
none of those, was renamed. What no release has had yet may be called anything, as no address of it is known.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from levelbook.checks.context import CheckContext, error, listed
from levelbook.problems import Place, Problem


@dataclass(frozen=True)
class MovedPath:
    """A sequence or competency that stands where the ledger does not know it."""

    was: str
    """The path it had: `key-account/listening`; its last one, as far as that can be told."""
    now: str
    """The path it has."""
    code: str
    place: Place


def moved_paths(ctx: CheckContext) -> list[MovedPath]:
    """Everything that was renamed by hand; of a folder that was, nothing of what only went with it."""
    by_code: dict[str, list[str]] = {}
    for path in ctx.ledger.paths:
        by_code.setdefault(ctx.ledger.code_at(path), []).append(path)
    moved = [found for code, paths in by_code.items() if (found := _moved(ctx, code, paths))]
    folders = {one.was: one.now for one in moved if "/" not in one.was}
    return [one for one in moved if "/" not in one.was or folders.get(_folder(one.was)) != _folder(one.now)]


def _moved(ctx: CheckContext, code: str, paths: list[str]) -> MovedPath | None:
    now = _path_of(ctx, code)
    if not now or now in paths or code in ctx.ledger.marks:
        return None
    file = f"sequences/{now}/sequence.yml" if "/" not in now else f"sequences/{now.replace('/', '/competencies/')}.yml"
    return MovedPath(_last(ctx, code, paths), now, code, Place(file))


def _path_of(ctx: CheckContext, code: str) -> str:
    """Where a sequence or competency stands now; nothing where that cannot be told, or it is gone."""
    if "-" not in code:
        homes = [key for key, own in ctx.code_owners.sequence_codes.items() if own == code]
        return next((key for key in homes if key not in ctx.code_owners.doubled), "")
    things = [thing for thing in ctx.names.codes.get(code, ()) if thing.kind == "competency" and thing.place.file]
    parts = things[0].place.file.removesuffix(".yml").split("/") if things else []
    return f"{parts[1]}/{parts[3]}" if len(parts) == 4 and things[0].place.file not in ctx.code_owners.copies else ""


def _last(ctx: CheckContext, code: str, paths: list[str]) -> str:
    """The path that something had last: where a list still names it, where the last release had it, or any."""
    for path in paths:
        files = ctx.folder.sequences.get(path.partition("/")[0])
        if files and path.partition("/")[2] in {str(entry) for entry, _ in listed(files)}:
            return path
    key = str(ctx.history.published.get(code, {}).get("id", ""))
    return next((path for path in paths if key and path.rpartition("/")[2] == key), paths[0])


def gone(ctx: CheckContext) -> Iterator[Problem]:
    """Old paths whose addresses would lead nowhere."""
    for moved in moved_paths(ctx):
        variant = "folder" if "/" not in moved.now else "" if _folder(moved.was) == _folder(moved.now) else "elsewhere"
        name = moved.was.rpartition("/")[2]
        yield error("path-gone", moved.place, variant, name=name, was=moved.was, now=moved.now, value=moved.code)


def _folder(path: str) -> str:
    return path.partition("/")[0]
