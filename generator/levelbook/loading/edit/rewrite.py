"""Changes single pairs and items of a text by position; comments and order stay, and so does every other byte."""

import re
from collections.abc import Iterator
from collections.abc import Mapping as Pairs
from dataclasses import dataclass

from levelbook.loading.edit.insertion import newline
from levelbook.loading.nodes import Listing, Mapping, Node, Text

_SAFE = re.compile(
    r"[A-Za-z0-9_\u3400-\u9fff][\w\u3400-\u9fff（）、，。：·./@-]*([ ][\w\u3400-\u9fff（）、，。：·./@-]+)*"
)
"""Texts that may stand without quotes anywhere, also in braces."""
WIDEST = 120
"""From so many characters on, a list in braces has a line for each of its pairs."""


@dataclass(frozen=True)
class TextChange:
    """Some characters in place of others."""

    start: int
    """Where they begin, in characters from the start of the text."""
    end: int
    """Where those that go end."""
    words: str
    """What stands there from now on."""


def change(text: str, changes: list[TextChange]) -> str:
    """The text with everything changed; a ValueError where two changes touch the same characters."""
    pieces, at = [], 0
    for one in sorted(changes, key=lambda one: (one.start, one.end)):
        if one.start < at:
            raise ValueError("changes overlap")
        pieces += [text[at : one.start], one.words]
        at = one.end
    return "".join([*pieces, text[at:]])


def scalar(text: str) -> str:
    """A text as it is written: plain where that is safe, else in quotes."""
    return text if _SAFE.fullmatch(text) and text not in ("null", "~") else "'" + text.replace("'", "''") + "'"


def flow(value: object) -> str:
    """A value in braces, on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{scalar(key)}: {flow(one)}" for key, one in value.items()) + "}"
    return scalar(str(value))


def end_of(text: str, node: Node) -> int:
    """Where a node ends: behind its last sign."""
    while not isinstance(node, Text) and not node.flow and node:
        node = list(node.values())[-1] if isinstance(node, Mapping) else node[-1]
    return len(text[: node.spot.end].rstrip())


def line_start(text: str, index: int) -> int:
    """Where the line of a spot begins."""
    return max(text.rfind("\n", 0, index), text.rfind("\r", 0, index)) + 1


def line_end(text: str, index: int) -> int:
    """Where the line of a spot ends, before its line break."""
    found = re.compile(r"\r|\n").search(text, index)
    return found.start() if found else len(text)


def column(text: str, index: int) -> int:
    """How many signs stand before a spot in its line."""
    return index - line_start(text, index)


def below(text: str, node: Node, indent: int, lines: list[str]) -> TextChange:
    """Lines under a block, after the comments that belong to it."""
    at = line_end(text, end_of(text, node))
    for found in re.compile(r"(?:\r\n|\r|\n)( *)#[^\r\n]*").finditer(text, at):
        if found.start() != at or len(found[1]) <= indent:
            break
        at = found.end()
    return TextChange(at, at, "".join(newline(text) + " " * indent + line for line in lines))


def append(text: str, root: Mapping, key: str, lines: list[str], value: dict[str, object]) -> TextChange:
    """One more item in a list of a file: its lines in a block, or the value where the list stands in brackets."""
    items = root.at(key)
    item = [f"- {lines[0]}", *(f"  {line}" for line in lines[1:])]
    if not isinstance(items, Listing):
        return below(text, root, 0, [f"{key}:", *(f"  {line}" for line in item)])
    if not items.flow:
        return below(text, items, column(text, items.spot.start), item)
    if items:
        end = end_of(text, items[-1])
        return TextChange(end, end, f", {flow(value)}")
    return _opened(text, root, key, items, item)


def _opened(text: str, root: Mapping, key: str, items: Listing, item: list[str]) -> TextChange:
    """Empty brackets become a block; what stands behind them in the line stays."""
    name = root.key(key)
    assert name is not None
    end = line_end(text, items.spot.end)
    rest = text[items.spot.end : end]
    return TextChange(name.spot.end, end, f":{rest}" + "".join(f"{newline(text)}  {line}" for line in item))


def set_pairs(text: str, owner: Mapping, key: str, after: str, wanted: Pairs[str, str | None]) -> Iterator[TextChange]:
    """Gives pairs of the mapping behind a key their values; none lets a pair go; a ValueError where a comment would."""
    found = owner.at(key)
    if isinstance(found, Mapping) and found:
        yield from _set_in(text, owner, key, found, wanted)
        return
    new = {name: value for name, value in wanted.items() if value is not None}
    if found is not None:
        yield _instead(text, found, new)
        return
    anchor = owner.at(after) if owner.at(after) is not None else list(owner.values())[-1]
    if new and owner.flow:
        end = end_of(text, anchor)
        yield TextChange(end, end, _braces(text, owner, key, new))
    elif new:
        indent = column(text, owner.spot.start)
        yield below(text, anchor, indent, [f"{key}:", *(f"  {scalar(a)}: {scalar(b)}" for a, b in new.items())])


def _braces(text: str, owner: Mapping, key: str, new: dict[str, str]) -> str:
    """Pairs in braces behind others: in the same line, or a line each where it would be too long."""
    short = f", {key}: {flow(new)}"
    start = line_start(text, owner.spot.start)
    if line_end(text, start) - start + len(short) <= WIDEST or len(new) == 1:
        return short
    break_ = newline(text) + " " * (column(text, owner.spot.start) + 2)
    return f", {key}: {{" + ",".join(f"{break_}{scalar(a)}: {scalar(b)}" for a, b in new.items()) + "}"


def _set_in(
    text: str, owner: Mapping, key: str, found: Mapping, wanted: Pairs[str, str | None]
) -> Iterator[TextChange]:
    gone = {name for name, value in wanted.items() if value is None and name in found}
    fresh = {name: value for name, value in wanted.items() if value is not None and name not in found}
    for name, value in wanted.items():
        old = found.at(name)
        if value is not None and old is not None and old != value:
            yield TextChange(old.spot.start, old.spot.end, scalar(value))
    if len(gone) == len(found) and fresh and found.flow:
        yield _instead(text, found, fresh)
    elif len(gone) == len(found) and not fresh:
        yield from _without(text, owner, {key})
    else:
        yield from _without(text, found, gone)
        yield from _more(text, found, fresh)


def _instead(text: str, found: Mapping, pairs: dict[str, str]) -> TextChange:
    """Other pairs between the same braces; a ValueError where a comment would go."""
    one = TextChange(found.spot.start, found.spot.end, flow(pairs))
    _spare_comments(text, one)
    return one


def _spare_comments(text: str, one: TextChange) -> None:
    if "#" in text[one.start : one.end]:
        raise ValueError("a comment would go")


def _more(text: str, found: Mapping, fresh: dict[str, str]) -> Iterator[TextChange]:
    """New pairs behind the last one, each in a line of its own where the others are."""
    last = list(found)[-1]
    indent = column(text, last.spot.start)
    pairs = [f"{scalar(name)}: {scalar(value)}" for name, value in fresh.items()]
    if pairs and not found.flow:
        yield below(text, found, indent, pairs)
    elif pairs:
        own_line = not text[line_start(text, last.spot.start) : last.spot.start].strip()
        between = f",{newline(text)}{' ' * indent}" if own_line else ", "
        end = end_of(text, found[last])
        yield TextChange(end, end, "".join(between + pair for pair in pairs))


def _without(text: str, holder: Mapping, gone: set[str]) -> Iterator[TextChange]:
    """Takes pairs out; a ValueError where a comment, or the dash of an item, would go with them."""
    names = list(holder)
    kept = [at for at, name in enumerate(names) if str(name) not in gone]
    tail = (kept[-1] if kept else -1) + 1
    for at, name in enumerate(names):
        if str(name) not in gone or (holder.flow and at > tail):
            continue
        one = _gap(text, holder, names, at, at == tail)
        _spare_comments(text, one)
        yield one


def _gap(text: str, holder: Mapping, names: list[Text], at: int, tail: bool) -> TextChange:
    """The stretch that goes with a pair: its lines, or with one of the commas beside it."""
    start = names[at].spot.start
    if not holder.flow:
        first = line_start(text, start)
        if text[first:start].strip():
            raise ValueError("the dash of an item would go")
        before = len(text[:first]) - (2 if text[:first].endswith("\r\n") else 1)
        return TextChange(max(before, 0), line_end(text, end_of(text, holder[names[at]])), "")
    if not tail:
        return TextChange(start, names[at + 1].spot.start, "")
    return TextChange(end_of(text, holder[names[at - 1]]) if at else start, end_of(text, holder[names[-1]]), "")
