"""Is every permanent code given once, for good, and to everything?"""

from collections.abc import Iterator
from typing import Any

from levelbook.checks.context import CheckContext, error, information, warning
from levelbook.checks.lost_codes import RECORDED, RESERVED
from levelbook.checks.names import Thing
from levelbook.checks.similar_codes import doubles
from levelbook.loading.data_file import DataFile
from levelbook.loading.nodes import Mapping, Span, Text
from levelbook.model.base import Shape
from levelbook.model.competency import Indicator
from levelbook.model.growth import Action
from levelbook.model.ledger import mark_of, number_of
from levelbook.problems import Place, Problem


def clashes(ctx: CheckContext) -> Iterator[Problem]:
    """Codes that name two things, and the reserved one."""
    for file, twin in ctx.code_owners.copies.items():
        if file.split("/")[1] not in ctx.code_owners.doubled:
            yield error("code-clash", Place(file, 1, 1), "copy", first=Place(twin))
    for code, things in ctx.names.codes.items():
        first, *others = sorted(things, key=lambda thing: _strength(ctx, thing))
        for thing in others:
            yield _clash(ctx, code, first, thing)
        if first.kind == "competency" and code.endswith(f"-{RESERVED}"):
            yield error("code-clash", first.place, "reserved", value=RESERVED)
    yield from _given_again(ctx)


def _given_again(ctx: CheckContext) -> Iterator[Problem]:
    """Codes and ids of what goes on by another one, which are never given to anything else."""
    for code, now in ctx.ledger.now.items():
        head, dot, key = code.partition(".")
        own = ctx.names.get(ctx.names.homes.get(head, ""), key) if dot else ctx.names.find(code, "")
        if isinstance(own, Thing) and own.place.file and (not dot or own.kind in RECORDED):
            yield error("code-clash", own.place, "led-on", value=code, now=now)


def _strength(ctx: CheckContext, thing: Thing) -> tuple[bool, bool]:
    """By what one of several things keeps a code: its words are those it was given to, or it stands at home."""
    same = ctx.ledger.marks.get(thing.name) == mark_of(thing.text)
    return not same, thing.kind == "indicator" and _home_prefix(ctx, thing) != number_of(thing.name)[0]


def _home_prefix(ctx: CheckContext, thing: Thing) -> str:
    """What codes in the file of an indicator or action begin with."""
    return (
        f"{ctx.code_owners.sequence_codes.get(thing.sequence)}-{ctx.code_owners.codes.get(thing.place.file, RESERVED)}"
    )


def _clash(ctx: CheckContext, code: str, first: Thing, thing: Thing) -> Problem:
    variant = {"sequence": "sequence", "competency": "competency"}.get(thing.kind, "")
    if not variant and code in ctx.ledger.marks and first.text != thing.text:
        line = first.place.line if first.place.file == thing.place.file else 0
        variant = "" if line else "files"
        return error("code-twice", thing.place, variant, value=code, line=line, first=first.place)
    return error("code-clash", thing.place, variant, value=code, first=first.place)


def missing(ctx: CheckContext) -> Iterator[Problem]:
    """Things in force without a code."""
    for files in ctx.folder.sequences.values():
        for data_file in files.competencies.values():
            if data_file.value and not data_file.value.retired and data_file.file not in ctx.code_owners.copies:
                if not data_file.value.code and data_file.file not in ctx.code_owners.codes:
                    yield warning("code-missing", data_file.at(), "competency")
                yield from _without_code(data_file, "indicator")
        if files.actions:
            yield from _without_code(files.actions, "action")


def _without_code(data_file: DataFile[Any], variant: str) -> Iterator[Problem]:
    """One warning a file, at the first of those that wait for their code."""
    spots = waiting(data_file)
    if spots:
        first = min(spots, key=lambda spot: spot.start)
        yield warning("code-missing", data_file.place(first), variant, n=len(spots))


def waiting(data_file: DataFile[Any]) -> list[Span]:
    """Where the indicators or actions of a file stand that have no code yet."""
    parts = (part for part in data_file.parts() if part.shape in (Indicator, Action))
    spots = [part.node.span for part in parts if "id" not in part.node and not part.retired]
    return spots + [text.span for text in _plain_indicators(data_file.root)]


def _plain_indicators(root: Mapping) -> Iterator[Text]:
    """Indicators in their short form."""
    levels = root.at("levels")
    cells = [item for item in levels.values() if isinstance(item, Mapping)] if isinstance(levels, Mapping) else []
    for holder in (root, *cells):
        yield from (item for item in holder.at("indicators") or () if isinstance(item, Text))


def foreign(ctx: CheckContext) -> Iterator[Problem]:
    """New codes that begin with something else than the code of their home."""
    ledger = ctx.folder.ledger
    if ledger and ledger.value is None:
        return
    for files in ctx.sequences():
        head = ctx.code_owners.sequence_codes[files.id]
        if files.id in ctx.code_owners.doubled:
            continue
        for data_file in ctx.code_owners.in_order(files):
            if data_file.file in ctx.code_owners.codes:
                yield from _foreign(ctx, data_file, Indicator, f"{head}-{ctx.code_owners.codes[data_file.file]}")
        if files.actions:
            yield from _foreign(ctx, files.actions, Action, f"{head}-{RESERVED}")


def _foreign(ctx: CheckContext, data_file: DataFile[Any], shape: type[Shape], prefix: str) -> Iterator[Problem]:
    """Codes that the ledger knows are right anywhere; those that were changed are told as such."""
    for part in data_file.parts():
        code = part.text("id") if part.shape is shape else None
        if code is None or code in ctx.ledger.known or code.startswith(f"{prefix}-"):
            continue
        if not _told_as_changed(ctx, str(code), data_file.place(code)):
            variant = "" if ctx.ledger.known else "unsure"
            yield error("code-foreign", data_file.place(code), variant, value=code, prefix=prefix)


def _told_as_changed(ctx: CheckContext, code: str, place: Place) -> bool:
    """Whether a code nobody knows is told as one that was changed."""
    renamed = any(renaming.place == place for renaming in ctx.losses.renamed)
    return renamed or any(change.took(code) for change in ctx.code_owners.changed)


def ledger(ctx: CheckContext) -> Iterator[Problem]:
    """The ledger as a whole: that there is one, and that no line of it was lost."""
    data_file = ctx.folder.ledger
    if data_file is None and ctx.folder.handbook and ctx.names.codes and not ctx.history.published:
        yield information("ledger-missing", ctx.folder.handbook.at())
    if data_file is None or data_file.value is None:
        return
    if data_file.value.published:
        yield warning("ledger-missing", data_file.key("published"), "older")
    for prefix, number in data_file.value.highest.items():
        code = f"{prefix}-{number:02d}"
        if code not in data_file.value.known:
            yield error("ledger-short", data_file.key("highest", prefix), value=code)


def unrecorded(ctx: CheckContext) -> Iterator[Problem]:
    """Codes and ids that the ledger does not know yet, one warning a file; what is wrong is not to be recorded."""
    data_file = ctx.folder.ledger
    if data_file is None or data_file.value is None or data_file.value.published:
        return
    by_file: dict[str, list[Thing]] = {}
    broken = {other.file for other in ctx.folder.data_files() if other.value is None}
    alike = {later.name for later, _ in doubles(ctx)}
    for code, thing in recorded(ctx).items():
        known = code in data_file.value.known or code in ctx.history.published
        if known or thing.place.file in broken or code in alike:
            continue
        if not _told_as_changed(ctx, code, thing.place) and not _begins_otherwise(ctx, thing):
            by_file.setdefault(thing.place.file, []).append(thing)
    for things in by_file.values():
        first = min(things, key=lambda thing: thing.place)
        yield warning("code-unrecorded", first.place, "" if things[1:] else "one", value=first.name, n=len(things))


def _begins_otherwise(ctx: CheckContext, thing: Thing) -> bool:
    """Whether a code begins otherwise than others of its file, which is told of it alone."""
    return thing.kind in ("indicator", "action") and number_of(thing.name)[0] != _home_prefix(ctx, thing)


def recorded(ctx: CheckContext) -> dict[str, Thing]:
    """Everything whose code belongs into the ledger."""
    names = ctx.names
    things = {code: same[0] for code, same in names.codes.items() if not code.endswith(f"-{RESERVED}")}
    for head, sequence in names.homes.items():
        for key, same in names.ids.get(sequence, {}).items():
            thing = next((thing for thing in same if thing.kind in RECORDED), None)
            if thing:
                things[f"{head}.{key}"] = thing
    return {code: thing for code, thing in things.items() if thing.place.file}
