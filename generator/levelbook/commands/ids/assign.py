"""Which codes are given to what has none yet.

A code stands for one sentence for ever: saved answers, permanent links and calibrations refer to it. So a number is
never given twice, not even one whose sentence is gone. `TakenCodes` therefore counts everything that looks like a
code: those of the ledger, and those that any text or key of the data mentions.

Where the ledger knows a code that its file has lost, the file is suspicious. A sentence that waits for a code there may
be new, or it may be the old one whose `id` line was deleted. If its words are still those that the ledger has a mark
of, it gets its old code back. While any other code of the file is lost, nothing new is given in it: the sentence may
be the old one reworded, and only a person knows. `files_on_hold` names those files, and `levelbook check` says why.

What breaks this: finding other items that wait than `checks.codes.waiting` does, which warns of them; and marking other
words than `item_text` gives, as the ledger holds nothing else to know a sentence by.
"""

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
from levelbook.model.competency import Indicator
from levelbook.model.ledger import CodeLedger, mark_of
from levelbook.model.statement import free_letters, said_by
from levelbook.problems import Place

_NUMBERED = re.compile(r"([A-Z][A-Z0-9]+-[A-Z][A-Z0-9]+)-([0-9]{2,18})")


@dataclass(frozen=True)
class NewCode:
    """A code for something that has none in its file."""

    place: Place
    code: str
    key: str
    """The key it is written behind: `id` or `code`."""
    node: Node
    """The indicator, action or competency that gets it."""
    flow: bool = False
    """Whether the node stands in brackets."""

    @property
    def text(self) -> str:
        """The words that the code stands for."""
        return item_text(self.node)


def item_text(node: Node) -> str:
    """The words of an indicator, action or competency, in its long or its short form."""
    if isinstance(node, Mapping):
        return said_by(node)
    return str(node)


def files_on_hold(ctx: CheckContext, new_codes: Iterable[NewCode]) -> frozenset[str]:
    """Files in which something still waits for a code, because one of their codes is gone and may be meant for it."""
    places = {new_code.place for new_code in new_codes}
    short = [sheet for sheet in ctx.folder.data_files() if ctx.losses.codes.get(sheet.file)]
    return frozenset(sheet.file for sheet in short for spot in waiting(sheet) if sheet.place(spot) not in places)


def assign_codes(ctx: CheckContext) -> list[NewCode]:
    """Codes for everything that has none; what was once given, recorded or mentioned is never given again."""
    taken = TakenCodes(ctx.folder, ctx.ledger)
    return [new_code for files in ctx.folder.sequences.values() for new_code in _in_sequence(ctx, files, taken)]


class TakenCodes:
    """The codes of the ledger, and the highest number that is taken behind each prefix."""

    def __init__(self, folder: Folder, ledger: CodeLedger) -> None:
        self.known = ledger.known
        self._highest: dict[str, int] = dict(ledger.highest)
        for code in ledger.known:
            self._take(code)
        for sheet in folder.data_files():
            for text in _texts(sheet.root):
                self._take(text)

    def _take(self, text: str) -> None:
        match = _NUMBERED.fullmatch(text)
        if match:
            self._highest[match[1]] = max(self._highest.get(match[1], 0), int(match[2]))

    def next(self, prefix: str) -> str:
        """The next number behind a prefix."""
        self._highest[prefix] = self._highest.get(prefix, 0) + 1
        return f"{prefix}-{self._highest[prefix]:02d}"


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


def _in_sequence(ctx: CheckContext, files: SequenceFiles, taken: TakenCodes) -> Iterator[NewCode]:
    sequence_code = ctx.code_owners.sequence_codes.get(files.id)
    if sequence_code is None:
        return
    competency_codes = {
        ctx.code_owners.codes[sheet.file]
        for sheet in files.competencies.values()
        if sheet.file in ctx.code_owners.codes
    }
    competency_codes |= {code.split("-")[1] for code in taken.known if code.startswith(f"{sequence_code}-")}
    for name, sheet in files.competencies.items():
        if sheet.value is None or sheet.value.retired:
            continue
        code = ctx.code_owners.codes.get(sheet.file) or code_from_name(name, competency_codes)
        competency_codes.add(code)
        if not sheet.value.code:
            yield NewCode(sheet.at(), code, "code", sheet.root)
        yield from _numbered(ctx, sheet, _waiting_indicators(sheet.root), f"{sequence_code}-{code}", taken)
    if files.actions and files.actions.value:
        actions = _waiting_items(files.actions.root, "actions")
        yield from _numbered(ctx, files.actions, actions, f"{sequence_code}-{RESERVED}", taken)


def code_from_name(name: str, taken: set[str]) -> str:
    """A competency's code from its file name: `needs-analysis` gives NEE, else NAN, NE2 …"""
    words = [word for word in name.upper().split("-") if word]
    letters = "".join(words)
    wishes = [letters[:3]]
    if len(words) > 1:
        wishes.append(words[0][:1] + words[1][:2])
    short = letters[:2]
    wishes += [f"{short}{number}" for number in range(2, 10_000)]
    return next(wish for wish in wishes if len(wish) > 1 and wish not in taken and wish != RESERVED)


def _numbered(
    ctx: CheckContext, sheet: DataFile[Any], items: Iterable[tuple[Node, bool]], prefix: str, taken: TakenCodes
) -> Iterator[NewCode]:
    """Codes for the items of a file: what has only lost its line gets back what it had; while others are lost, none."""
    lost = {_lost_mark(ctx, code): code for code in ctx.losses.codes.get(sheet.file, ())}
    new_codes = [
        NewCode(sheet.place(node.span), lost.pop(mark_of(item_text(node)), ""), "id", node, flow)
        for node, flow in items
    ]
    for new_code in new_codes:
        if new_code.code:
            yield new_code
        elif not lost:
            yield replace(new_code, code=taken.next(prefix))


def _lost_mark(ctx: CheckContext, code: str) -> str:
    """The mark of the words that a lost code stands for; the code itself, like no mark, where the ledger has none."""
    return ctx.ledger.marks.get(code, code)


def _waiting_indicators(root: Mapping) -> Iterator[tuple[Node, bool]]:
    yield from _waiting_items(root, "indicators")
    levels = root.at("levels")
    for level in levels.values() if isinstance(levels, Mapping) else ():
        yield from _waiting_items(level, "indicators")


def assign_letters(folder: Folder) -> list[NewCode]:
    """Letters for the items of indicators that have none yet, in the order of their lists."""
    return [
        NewCode(data_file.place(item.span), letter, "id", item, items.flow)
        for files in folder.sequences.values()
        for data_file in files.competencies.values()
        if data_file.value
        for part in data_file.parts()
        if part.shape is Indicator and isinstance(items := part.node.at("items"), Listing)
        for item, letter in _lettered(items)
    ]


def _lettered(items: Listing) -> Iterator[tuple[Node, str]]:
    parts = [item if isinstance(item, Mapping) else {"text": item} for item in items]
    for item, part, letter in zip(items, parts, free_letters(parts), strict=True):
        if "id" not in part:
            yield item, letter


def _waiting_items(holder: Mapping, key: str) -> Iterator[tuple[Node, bool]]:
    """The items of a list that wait for a code, in the order of the file, and whether the list stands in brackets."""
    items = holder.at(key)
    for item in items if isinstance(items, Listing) else ():
        if isinstance(item, Text) or ("id" not in item and "retired" not in item):
            yield item, items.flow
