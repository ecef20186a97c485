"""Is every permanent code given once, for good, and to everything?"""

from collections.abc import Iterator
from typing import Any, Final

from levelbook.checks.view import View, error, warning
from levelbook.decode.folder import Branch
from levelbook.decode.sheet import Sheet
from levelbook.decode.tree import Mapping, Text
from levelbook.model.base import Shape
from levelbook.model.competency import Indicator
from levelbook.model.growth import Action
from levelbook.problems import Problem

RESERVED: Final = "ACT"
"""The middle of the codes of actions, and so of no competency."""


def clashes(view: View) -> Iterator[Problem]:
    """Codes that name two things, and the reserved one."""
    for code, things in view.names.codes.items():
        for thing in things[1:]:
            yield error("code-clash", thing.place, value=code, first=things[0].place)
        if things[0].kind == "competency" and code.endswith(f"-{RESERVED}"):
            yield error("code-clash", things[0].place, "reserved", value=RESERVED)


def missing(view: View) -> Iterator[Problem]:
    """Things in force without a code."""
    for branch in view.folder.branches.values():
        for sheet in branch.competencies.values():
            if sheet.value and not sheet.value.retired:
                if not sheet.value.code:
                    yield warning("code-missing", sheet.at(), "competency")
                yield from _without(sheet, Indicator, "indicators", "indicator")
        if branch.actions:
            yield from _without(branch.actions, Action, "actions", "action")


def _without(sheet: Sheet[Any], shape: type[Shape], key: str, variant: str) -> Iterator[Problem]:
    """One warning a file, at the first of those that wait for their code."""
    waiting = [part.node.spot for part in sheet.parts() if part.shape is shape and _waits(part.node, part.retired)]
    if key == "indicators":
        waiting += [text.spot for text in _short(sheet.root)]
    if waiting:
        first = min(waiting, key=lambda spot: spot.start)
        yield warning("code-missing", sheet.place(first), variant, n=len(waiting))


def _waits(node: Mapping, retired: bool) -> bool:
    return "id" not in node and not retired


def _short(root: Mapping) -> Iterator[Text]:
    """Indicators in their short form."""
    levels = root.at("levels")
    cells = list(levels.values()) if isinstance(levels, Mapping) else []
    for holder in (root, *cells):
        yield from (one for one in holder.at("indicators") or () if isinstance(one, Text))


def foreign(view: View) -> Iterator[Problem]:
    """New codes that begin with something else than the code of their home."""
    ledger = view.folder.ledger
    published = ledger.value.published if ledger and ledger.value else {}
    if ledger and ledger.value is None:
        return
    for branch in view.branches():
        assert branch.head and branch.head.value
        code = branch.head.value.code
        for sheet in branch.competencies.values():
            if sheet.value and sheet.value.code:
                yield from _foreign(sheet, Indicator, f"{code}-{sheet.value.code}", published)
        if branch.actions:
            yield from _foreign(branch.actions, Action, f"{code}-{RESERVED}", published)


def _foreign(sheet: Sheet[Any], shape: type[Shape], prefix: str, published: dict[str, str]) -> Iterator[Problem]:
    for part in sheet.parts():
        own = part.text("id") if part.shape is shape else None
        if own is not None and not own.startswith(prefix + "-") and own not in published:
            yield error("code-foreign", sheet.place(own), value=own, prefix=prefix)


def gone(view: View) -> Iterator[Problem]:
    """Addresses that were published once and lead nowhere now."""
    sheet = view.folder.ledger
    if sheet is None or sheet.value is None:
        return
    published = sheet.root.at("published")
    for code in published if isinstance(published, Mapping) else ():
        if not _there(view, code):
            yield error("code-gone", sheet.place(code), value=code)


def _there(view: View, code: str) -> bool:
    names = view.names
    head, dot, key = code.partition(".")
    if not dot:
        return names.find(code, "") is not False
    home = names.homes.get(head)
    if home is None:
        return any(_headless(branch) for branch in view.folder.branches.values())
    return bool(names.get(home, key)) or home in names.vague_ids


def _headless(branch: Branch) -> bool:
    return branch.head is None or branch.head.value is None
