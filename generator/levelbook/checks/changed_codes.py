"""Codes that were changed or taken away: told once, at the line to mend, with the one cure that loses nothing."""

from collections.abc import Iterator
from typing import Any, Final

from levelbook.checks.code_owners import ChangedCode
from levelbook.checks.codes import waiting
from levelbook.checks.context import CheckContext, error, listed
from levelbook.checks.lost_codes import RESERVED, LostFile
from levelbook.loading.data_file import DataFile
from levelbook.loading.nodes import Mapping, Text
from levelbook.model.handbook import Family
from levelbook.problems import Place, Problem

_MAX_SHOWN_CODES: Final = 6


def changed(ctx: CheckContext) -> Iterator[Problem]:
    """Lines that have another code or id than they had."""
    for change in ctx.code_owners.changed:
        yield _changed_line(ctx, change)
    for renaming in ctx.losses.renamed:
        yield error("code-changed", renaming.place, renaming.kind, value=renaming.now, was=renaming.was)


def _changed_line(ctx: CheckContext, change: ChangedCode) -> Problem:
    data_file = change.data_file
    code = data_file.root.at("code")
    place = data_file.place(code) if isinstance(code, Text) else data_file.at()
    also = sum(1 for code in ctx.names.codes if change.took(code) and code not in ctx.ledger.known)
    variant = "missing" if not change.now else "text" if change.count else "replaced" if also else "plain"
    facts: dict[str, object] = {
        "was": change.was,
        "prefix": change.prefix,
        "replaced": change.replaced,
        "n": change.count or also,
    }
    return error("code-changed", place, variant, **facts)


def gone(ctx: CheckContext) -> Iterator[Problem]:
    """Codes of the ledger that lead nowhere now."""
    losses = ctx.losses
    for lost in losses.folders:
        yield error("code-gone", _listed_folder(ctx, lost), "folder", value=lost.code, n=lost.others, file=lost.path)
    for lost in losses.files:
        yield _lost_file(ctx, lost)
    for file, codes in losses.codes.items():
        yield _lost_codes(ctx, file, codes)
    for sequence, keys in losses.ids.items():
        left = [key for key in keys if key not in {renaming.was for renaming in losses.renamed}]
        if sequence and left:
            yield from _lost_ids(ctx, sequence, left)
        for code in () if sequence else keys:
            yield error("code-gone", _ledger_line(ctx, code), "ledger", value=code)


def _listed_folder(ctx: CheckContext, lost: LostFile) -> Place:
    data_file = ctx.folder.handbook
    families = (part for part in data_file.parts() if part.shape is Family) if data_file else ()
    entries = (entry for part in families for entry in part.listed("sequences") if entry == lost.path)
    entry = next(entries, None)
    return data_file.place(entry) if data_file and entry else _ledger_line(ctx, lost.code)


def _ledger_line(ctx: CheckContext, code: str) -> Place:
    """The line of the ledger that has a code."""
    data_file = ctx.folder.ledger
    assert data_file
    sections = (data_file.root.at(name) for name in ("codes", "published"))
    keys = (section.key(code) for section in sections if isinstance(section, Mapping))
    return data_file.place(next((key for key in keys if key), None))


def _lost_file(ctx: CheckContext, lost: LostFile) -> Problem:
    sequence, _, key = lost.path.partition("/")
    files = ctx.folder.sequences.get(sequence)
    entry = next((address for address, _ in listed(files) if address == key), None) if files else None
    place = files.head.place(entry) if files and files.head and entry else _ledger_line(ctx, lost.code)
    file = f"sequences/{sequence}/competencies/{key}.yml" if key else ""
    whole = "file" if lost.others else "file-alone"
    variant = "moved" if lost.moved and file else whole if file else "competency"
    facts: dict[str, object] = {
        "value": lost.code,
        "n": lost.others,
        "file": Place(file),
        "to": Place(lost.moved),
        "from": lost.path,
        "address": _address(lost),
    }
    return error("code-gone", place, variant, **facts)


def _address(lost: LostFile) -> str:
    """How to name the file that a competency was moved to."""
    parts = lost.moved.removesuffix(".yml").split("/")
    return f"{parts[1]}/{parts[-1]}" if len(parts) > 2 else ""


def _lost_codes(ctx: CheckContext, file: str, codes: list[str]) -> Problem:
    data_file = next((data_file for data_file in ctx.folder.data_files() if data_file.file == file), None)
    action = f"-{RESERVED}-" in codes[0]
    facts: dict[str, object] = {"codes": _shown(codes), "value": codes[0], "n": len(codes)}
    if data_file is None:
        home = ctx.folder.sequences.get(ctx.names.homes.get(codes[0].partition("-")[0], ""))
        facts["file"] = Place(f"{home.path}/actions.yml" if home else "")
        return error("code-gone", _ledger_line(ctx, codes[0]), "actions" if action and home else "", **facts)
    spots = sorted(waiting(data_file), key=lambda spot: spot.start)
    code = data_file.root.at("code")
    place = data_file.place(code) if isinstance(code, Text) else data_file.at()
    facts["line"] = spots[0].line if spots else 0
    released = next((code for code in codes if code in ctx.history.published), "")
    if released and not spots:
        return error(
            "code-gone", place, "released" if not codes[1:] else "several", **facts, **_published(ctx, released)
        )
    return error("code-gone", place, "unmarked" if spots else "action" if action else "", **facts)


def _published(ctx: CheckContext, code: str) -> dict[str, object]:
    """What the last release had behind a code that is gone."""
    fact = ctx.history.published[code]
    return {
        "first": code,
        "release": ctx.ledger.releases.get(code, ""),
        "text": fact.get("text") or fact.get("name", ""),
    }


def _shown(codes: list[str]) -> object:
    """As many as can be read in a sentence."""
    return tuple(codes) if len(codes) <= _MAX_SHOWN_CODES else (*codes[: _MAX_SHOWN_CODES - 1], "…")


def _lost_ids(ctx: CheckContext, sequence: str, keys: list[str]) -> Iterator[Problem]:
    """One error for all that sequence.yml should hold; a position that is still listed has its own."""
    files = ctx.folder.sequences[sequence]
    assert files.head
    head: DataFile[Any] = files.head
    entries = {str(entry): entry for entry in next(head.parts()).listed("positions")}
    rest = [key for key in keys if key not in entries]
    for key in keys:
        if key in entries:
            file = Place(f"{files.path}/positions/{key}.yml")
            yield error("code-gone", head.place(entries[key]), "position", value=key, file=file)
    if rest:
        yield error("code-gone", head.key("code"), "ids", codes=_shown(rest), value=rest[0], n=len(rest))
