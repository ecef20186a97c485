"""Gives codes to what has none yet and writes them in, changing nothing else in a file by a byte."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from levelbook.checks.codes import RESERVED
from levelbook.decode.compose import compose
from levelbook.decode.folder import Branch, Folder
from levelbook.decode.insert import Insertion, beside, first_key, insert
from levelbook.decode.replace import replace
from levelbook.decode.sheet import Sheet
from levelbook.decode.source import Unreadable, read, text_of
from levelbook.decode.tree import Listing, Mapping, Node, Text
from levelbook.problems import Place

_NUMBERED = re.compile(r"([A-Z][A-Z0-9]+-[A-Z][A-Z0-9]+)-(\d{2,})")


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


def plan(folder: Folder) -> list[Given]:
    """Codes for everything that has none; numbers once given, published or mentioned are never given again."""
    used = _Used(folder)
    return [one for branch in folder.branches.values() for one in _branch(branch, used)]


class _Used:
    """Codes that are taken."""

    def __init__(self, folder: Folder) -> None:
        self.highest: dict[str, int] = {}
        self.published: set[str] = set()
        for sheet in folder.sheets():
            for text in _texts(sheet.root):
                match = _NUMBERED.fullmatch(text)
                if match:
                    self.highest[match[1]] = max(self.highest.get(match[1], 0), int(match[2]))
        if folder.ledger and folder.ledger.value:
            self.published = set(folder.ledger.value.published)

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


def _branch(branch: Branch, used: _Used) -> Iterator[Given]:
    head = branch.head.value if branch.head else None
    if head is None:
        return
    codes = {sheet.value.code for sheet in branch.competencies.values() if sheet.value and sheet.value.code}
    codes |= {code.split("-")[1] for code in used.published if code.startswith(f"{head.code}-")}
    for name, sheet in branch.competencies.items():
        if sheet.value is None or sheet.value.retired:
            continue
        code = sheet.value.code or new_code(name, codes)
        codes.add(code)
        if not sheet.value.code:
            yield Given(sheet.at(), code, "code", sheet.root)
        yield from _numbers(sheet, _indicators(sheet.root), f"{head.code}-{code}", used)
    if branch.actions and branch.actions.value:
        waiting = _items(branch.actions.root, "actions")
        yield from _numbers(branch.actions, waiting, f"{head.code}-{RESERVED}", used)


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


def _numbers(sheet: Sheet[Any], waiting: Iterator[tuple[Node, bool]], prefix: str, used: _Used) -> Iterator[Given]:
    for node, flow in waiting:
        yield Given(sheet.place(node.spot), used.next(prefix), "id", node, flow)


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


def write(folder: Path, given: list[Given]) -> dict[str, bool]:
    """Writes codes in; for each file whether that could be done safely."""
    files: dict[str, list[Given]] = {}
    for one in given:
        files.setdefault(one.place.file, []).append(one)
    return {file: _write(folder / file, file, codes) for file, codes in files.items()}


def _write(path: Path, file: str, given: list[Given]) -> bool:
    data = read(path)
    if isinstance(data, Unreadable):
        return False
    changed = written(file, data, given)
    if changed is None:
        return False
    replace(path, changed)
    return True


def written(file: str, data: bytes, given: list[Given]) -> bytes | None:
    """A file's bytes with codes written in; none where the result would not read back as meant."""
    text = text_of(file, data)
    if not isinstance(text, str):
        return None
    changed = insert(text, [place for one in given for place in _insertions(text, one)])
    after = compose(file, changed)
    if after.broken or _stripped(after.root, {one.code for one in given}) != _plain(compose(file, text).root):
        return None
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    return mark + changed.encode("utf-8")


def _insertions(text: str, one: Given) -> Iterator[Insertion]:
    if isinstance(one.node, Mapping):
        yield first_key(text, one.node, one.key, one.code)
    elif isinstance(one.node, Text):
        yield from beside(text, one.node, f"{one.key}: {one.code}", "text", one.flow)


def _plain(node: Any) -> Any:
    """A tree without its spots, with short forms written out, to compare."""
    if isinstance(node, Mapping):
        return {str(key): _plain(value) for key, value in node.items()}
    if isinstance(node, Listing):
        return [{"text": str(one)} if isinstance(one, Text) else _plain(one) for one in node]
    return node if node is None else str(node)


def _stripped(node: Any, codes: set[str]) -> Any:
    """The same, without the codes that were written in."""

    def strip(value: Any) -> Any:
        if isinstance(value, dict):
            kept = {k: v for k, v in value.items() if not (k in ("id", "code") and isinstance(v, str) and v in codes)}
            return {key: strip(one) for key, one in kept.items()}
        return [strip(one) for one in value] if isinstance(value, list) else value

    return strip(_plain(node))
