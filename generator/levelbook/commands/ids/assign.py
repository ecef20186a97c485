"""Which codes are given to what has none yet."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from levelbook.checks.codes import waiting
from levelbook.checks.context import CheckContext
from levelbook.checks.lost_codes import RESERVED
from levelbook.loading.data_file import DataFile
from levelbook.loading.folder import Folder, SequenceFiles
from levelbook.loading.nodes import Listing, Mapping, Node, Text
from levelbook.model.ledger import CodeLedger, Unreleased, mark_of
from levelbook.problems import Place

_NUMBERED = re.compile(r"([A-Z][A-Z0-9]+-[A-Z][A-Z0-9]+)-([0-9]{2,18})")


@dataclass(frozen=True)
class Given:
    """A code for something that had none."""

    place: Place
    """Where it goes."""
    code: str
    """The code."""
    key: str
    """The key it is written behind: `id` or `code`."""
    node: Node
    """What it is for."""
    flow: bool = False
    """Whether it stands in brackets."""

    @property
    def text(self) -> str:
        """The words it is given to."""
        return said(self.node)


def said(node: Node) -> str:
    """The words of an item, whichever form it is written in."""
    if isinstance(node, Mapping):
        return str(node.at("text") or node.at("name") or "")
    return str(node)


def held(view: CheckContext) -> frozenset[str]:
    """Files that get no new codes: one of theirs is gone, and perhaps it is one of those that wait for a code."""
    given = {one.place for one in plan(view)}
    sheets = (sheet for sheet in view.folder.sheets() if view.losses.codes.get(sheet.file))
    left = ((sheet.file, sheet.place(spot)) for sheet in sheets for spot in waiting(sheet))
    return frozenset(file for file, place in left if place not in given)


def plan(view: CheckContext) -> list[Given]:
    """Codes for everything that has none; what was once given, recorded or mentioned is never given again."""
    used = _Used(view.folder, view.ledger)
    return [one for branch in view.folder.branches.values() for one in _branch(view, branch, used)]


class _Used:
    """Codes that are taken."""

    def __init__(self, folder: Folder, ledger: CodeLedger) -> None:
        self.highest: dict[str, int] = dict(ledger.highest)
        self.known = ledger.known
        for code in ledger.known:
            self._take(code)
        for sheet in folder.sheets():
            for text in _texts(sheet.root):
                self._take(text)

    def _take(self, text: str) -> None:
        match = _NUMBERED.fullmatch(text)
        if match:
            self.highest[match[1]] = max(self.highest.get(match[1], 0), int(match[2]))

    def next(self, prefix: str) -> str:
        """The next number behind a prefix."""
        self.highest[prefix] = self.highest.get(prefix, 0) + 1
        return f"{prefix}-{self.highest[prefix]:02d}"


def _texts(node: Any) -> Iterator[Text]:
    """All texts and keys of a tree."""
    if isinstance(node, Text):
        yield node
    elif isinstance(node, Mapping):
        for key, value in node.items():
            yield key
            yield from _texts(value)
    elif isinstance(node, Listing):
        for item in node:
            yield from _texts(item)


def _branch(view: CheckContext, branch: SequenceFiles, used: _Used) -> Iterator[Given]:
    head = view.right.heads.get(branch.id)
    if head is None:
        return
    codes = {view.right.codes[sheet.file] for sheet in branch.competencies.values() if sheet.file in view.right.codes}
    codes |= {code.split("-")[1] for code in used.known if code.startswith(f"{head}-")}
    for name, sheet in branch.competencies.items():
        if sheet.value is None or sheet.value.retired:
            continue
        code = view.right.codes.get(sheet.file) or new_code(name, codes)
        codes.add(code)
        if not sheet.value.code:
            yield Given(sheet.at(), code, "code", sheet.root)
        yield from _numbers(view, sheet, _indicators(sheet.root), f"{head}-{code}", used)
    if branch.actions and branch.actions.value:
        items = _items(branch.actions.root, "actions")
        yield from _numbers(view, branch.actions, items, f"{head}-{RESERVED}", used)


def new_code(name: str, taken: set[str]) -> str:
    """A competency's code from its file name: `needs-analysis` gives NEE, else NAN, NE2 …"""
    words = [word for word in name.upper().split("-") if word]
    letters = "".join(words)
    wishes = [letters[:3]]
    if len(words) > 1:
        wishes.append(words[0][:1] + words[1][:2])
    short = letters[:2]
    wishes += [f"{short}{number}" for number in range(2, 10_000)]
    return next(wish for wish in wishes if len(wish) > 1 and wish not in taken and wish != RESERVED)


def _numbers(
    view: CheckContext, sheet: DataFile[Any], waiting: Iterable[tuple[Node, bool]], prefix: str, used: _Used
) -> Iterator[Given]:
    """Codes for a file: what has only lost its line gets back what it had; while others are lost, nothing new."""
    lost = {_mark(view, code): code for code in view.losses.codes.get(sheet.file, ())}
    made = [
        Given(sheet.place(node.spot), lost.pop(mark_of(said(node)), ""), "id", node, flow) for node, flow in waiting
    ]
    for one in made:
        if one.code:
            yield one
        elif not lost:
            yield replace(one, code=used.next(prefix))


def _mark(view: CheckContext, code: str) -> str:
    """The mark of the text that a code was given to; the code itself where nobody knows it."""
    entry = view.ledger.known[code]
    return entry.new if isinstance(entry, Unreleased) else code


def _indicators(root: Mapping) -> Iterator[tuple[Node, bool]]:
    yield from _items(root, "indicators")
    levels = root.at("levels")
    for cell in levels.values() if isinstance(levels, Mapping) else ():
        yield from _items(cell, "indicators")


def _items(holder: Mapping, key: str) -> Iterator[tuple[Node, bool]]:
    """The items of a list that wait for a code, in the order of the file."""
    items = holder.at(key)
    for item in items if isinstance(items, Listing) else ():
        if isinstance(item, Text) or ("id" not in item and "retired" not in item):
            yield item, items.flow
