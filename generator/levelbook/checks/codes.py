"""Is every permanent code given once, for good, and to everything?"""

from collections.abc import Iterator
from typing import Any

from levelbook.checks.context import CheckContext, error, information, warning
from levelbook.checks.lost_codes import RECORDED, RESERVED
from levelbook.checks.names import Thing
from levelbook.checks.similar_codes import doubles
from levelbook.loading.data_file import DataFile
from levelbook.loading.nodes import Mapping, Spot, Text
from levelbook.model.base import Shape
from levelbook.model.competency import Indicator
from levelbook.model.growth import Action
from levelbook.model.ledger import Unreleased, mark_of, number_of
from levelbook.problems import Place, Problem


def clashes(view: CheckContext) -> Iterator[Problem]:
    """Codes that name two things, and the reserved one."""
    for file, twin in view.right.copies.items():
        if file.split("/")[1] not in view.right.doubled:
            yield error("code-clash", Place(file, 1, 1), "copy", first=Place(twin))
    for code, things in view.names.codes.items():
        first, *others = sorted(things, key=lambda thing: _strength(view, thing))
        for thing in others:
            yield _clash(view, code, first, thing)
        if first.kind == "competency" and code.endswith(f"-{RESERVED}"):
            yield error("code-clash", first.place, "reserved", value=RESERVED)


def _strength(view: CheckContext, thing: Thing) -> tuple[bool, bool]:
    """By what one of several things keeps a code: its words are those it was given to, or it stands at home."""
    entry = view.ledger.known.get(thing.name)
    same = isinstance(entry, Unreleased) and entry.new == mark_of(thing.text)
    return not same, thing.kind == "indicator" and _home(view, thing) != number_of(thing.name)[0]


def _home(view: CheckContext, thing: Thing) -> str:
    """What codes in the file of an indicator or action begin with."""
    return f"{view.right.heads.get(thing.sequence)}-{view.right.codes.get(thing.place.file, RESERVED)}"


def _clash(view: CheckContext, code: str, first: Thing, thing: Thing) -> Problem:
    variant = {"sequence": "sequence", "competency": "competency"}.get(thing.kind, "")
    entry = view.ledger.known.get(code)
    if not variant and isinstance(entry, Unreleased) and first.text != thing.text:
        variant = "branches"
    return error("code-clash", thing.place, variant, value=code, first=first.place)


def missing(view: CheckContext) -> Iterator[Problem]:
    """Things in force without a code."""
    for branch in view.folder.branches.values():
        for sheet in branch.competencies.values():
            if sheet.value and not sheet.value.retired and sheet.file not in view.right.copies:
                if not sheet.value.code and sheet.file not in view.right.codes:
                    yield warning("code-missing", sheet.at(), "competency")
                yield from _without(sheet, Indicator, "indicators", "indicator")
        if branch.actions:
            yield from _without(branch.actions, Action, "actions", "action")


def _without(sheet: DataFile[Any], shape: type[Shape], key: str, variant: str) -> Iterator[Problem]:
    """One warning a file, at the first of those that wait for their code."""
    spots = waiting(sheet)
    if spots:
        first = min(spots, key=lambda spot: spot.start)
        yield warning("code-missing", sheet.place(first), variant, n=len(spots))


def waiting(sheet: DataFile[Any]) -> list[Spot]:
    """Where the indicators or actions of a file stand that have no code yet."""
    parts = (part for part in sheet.parts() if part.shape in (Indicator, Action))
    spots = [part.node.spot for part in parts if "id" not in part.node and not part.retired]
    return spots + [text.spot for text in _short(sheet.root)]


def _short(root: Mapping) -> Iterator[Text]:
    """Indicators in their short form."""
    levels = root.at("levels")
    cells = [one for one in levels.values() if isinstance(one, Mapping)] if isinstance(levels, Mapping) else []
    for holder in (root, *cells):
        yield from (one for one in holder.at("indicators") or () if isinstance(one, Text))


def foreign(view: CheckContext) -> Iterator[Problem]:
    """New codes that begin with something else than the code of their home."""
    ledger = view.folder.ledger
    if ledger and ledger.value is None:
        return
    for branch in view.branches():
        head = view.right.heads[branch.id]
        if branch.id in view.right.doubled:
            continue
        for sheet in view.right.in_order(branch):
            if sheet.file in view.right.codes:
                yield from _foreign(view, sheet, Indicator, f"{head}-{view.right.codes[sheet.file]}")
        if branch.actions:
            yield from _foreign(view, branch.actions, Action, f"{head}-{RESERVED}")


def _foreign(view: CheckContext, sheet: DataFile[Any], shape: type[Shape], prefix: str) -> Iterator[Problem]:
    """Codes that the ledger knows are right anywhere; those that were changed are told as such."""
    for part in sheet.parts():
        own = part.text("id") if part.shape is shape else None
        if own is None or own in view.ledger.known or own.startswith(f"{prefix}-"):
            continue
        if not _told(view, str(own), sheet.place(own)):
            variant = "" if view.ledger.known else "unsure"
            yield error("code-foreign", sheet.place(own), variant, value=own, prefix=prefix)


def _told(view: CheckContext, code: str, place: Place) -> bool:
    """Whether a code nobody knows is told as one that was changed."""
    return any(one.place == place for one in view.losses.renamed) or any(one.took(code) for one in view.right.changed)


def ledger(view: CheckContext) -> Iterator[Problem]:
    """The ledger as a whole: that there is one, and that no line of it was lost."""
    sheet = view.folder.ledger
    if sheet is None and view.folder.handbook and view.names.codes:
        yield information("ledger-missing", view.folder.handbook.at())
    if sheet is None or sheet.value is None:
        return
    if sheet.value.published:
        yield warning("ledger-missing", sheet.key("published"), "older")
    for prefix, number in sheet.value.highest.items():
        code = f"{prefix}-{number:02d}"
        if code not in sheet.value.known:
            yield error("ledger-short", sheet.key("highest", prefix), value=code)


def unrecorded(view: CheckContext) -> Iterator[Problem]:
    """Codes and ids that the ledger does not know yet, one warning a file; what is wrong is not to be recorded."""
    sheet = view.folder.ledger
    if sheet is None or sheet.value is None or sheet.value.published:
        return
    files: dict[str, list[Thing]] = {}
    broken = {one.file for one in view.folder.sheets() if one.value is None}
    alike = {later.name for later, _ in doubles(view)}
    for code, thing in recorded(view).items():
        if thing.place.file in broken or code in alike:
            continue
        if code not in sheet.value.known and not _told(view, code, thing.place) and not _strange(view, thing):
            files.setdefault(thing.place.file, []).append(thing)
    for things in files.values():
        first = min(things, key=lambda thing: thing.place)
        yield warning("code-unrecorded", first.place, "" if things[1:] else "one", value=first.name, n=len(things))


def _strange(view: CheckContext, thing: Thing) -> bool:
    """Whether a code begins otherwise than others of its file, which is told of it alone."""
    return thing.kind in ("indicator", "action") and number_of(thing.name)[0] != _home(view, thing)


def recorded(view: CheckContext) -> dict[str, Thing]:
    """Everything whose code belongs into the ledger."""
    names = view.names
    things = {code: found[0] for code, found in names.codes.items() if not code.endswith(f"-{RESERVED}")}
    for head, sequence in names.homes.items():
        for key, found in names.ids.get(sequence, {}).items():
            kept = next((one for one in found if one.kind in RECORDED), None)
            if kept:
                things[f"{head}.{key}"] = kept
    return {code: thing for code, thing in things.items() if thing.place.file}
