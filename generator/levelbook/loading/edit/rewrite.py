"""Changes single pairs and items of a text by position; comments and order stay, and so does every other byte.

Handbooks are written by people, in their own order, with comments and line breaks that a YAML writer would lose. So no
tree is ever written out: every node knows where it stands (`Span.start` and `end`, in characters), the functions here
answer with `TextChange`s, all worked out on the same unchanged text, and `change` puts them in by place. Two that touch
the same characters are an error, never a guess.

YAML writes lists and mappings in two ways. In a block each pair has its lines: a new one goes `below` the last, after
comments that are indented deeper, and one that goes takes its lines along. In braces pairs stand between commas: one
that goes takes the comma behind it along, unless no pair behind it stays; then all of the tail goes in one piece from
the end of the last pair that stays (`_cut`). What would take a comment or the dash of an item along is refused by a
ValueError, and a person is asked to make the change.

What breaks it: the parser ends a block at the next token, so that blank lines and comments behind it seem to belong to
it, and `end_of` must go down to the last leaf; and a file keeps its own line ending, so every new line begins with
`newline(text)`. Nobody relies on it blindly: commands read the result again and compare it with what was meant.
"""

import re
from collections.abc import Iterator
from collections.abc import Mapping as Pairs
from dataclasses import dataclass

from levelbook.loading.edit.insertion import newline
from levelbook.loading.nodes import Listing, Mapping, Node, Text

_PLAIN_SCALAR = re.compile(
    r"[A-Za-z0-9_\u3400-\u9fff][\w\u3400-\u9fff（）、，。：·./@-]*([ ][\w\u3400-\u9fff（）、，。：·./@-]+)*"
)
"""Texts that may stand without quotes anywhere, also in braces."""
MAX_LINE_WIDTH = 120
"""In characters; a list in braces that would be longer has a line for each of its pairs."""


@dataclass(frozen=True)
class TextChange:
    """Some characters in place of others."""

    start: int
    """Where they begin, in characters from the start of the text."""
    end: int
    """Where those that go end."""
    words: str


def change(text: str, changes: list[TextChange]) -> str:
    """The text with everything changed; a ValueError where two changes touch the same characters."""
    pieces, at = [], 0
    for edit in sorted(changes, key=lambda edit: (edit.start, edit.end)):
        if edit.start < at:
            raise ValueError("changes overlap")
        pieces += [text[at : edit.start], edit.words]
        at = edit.end
    return "".join([*pieces, text[at:]])


def scalar(text: str) -> str:
    """A text as it is written: plain where that is safe, else in quotes."""
    return text if _PLAIN_SCALAR.fullmatch(text) and text not in ("null", "~") else "'" + text.replace("'", "''") + "'"


def flow(value: object) -> str:
    """A value in braces, on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{scalar(key)}: {flow(inner)}" for key, inner in value.items()) + "}"
    return scalar(str(value))


def end_of(text: str, node: Node) -> int:
    """Where a node ends: behind its last sign."""
    while not isinstance(node, Text) and not node.flow and node:
        node = list(node.values())[-1] if isinstance(node, Mapping) else node[-1]
    return len(text[: node.span.end].rstrip())


def line_start(text: str, index: int) -> int:
    """Where the line of a span begins."""
    return max(text.rfind("\n", 0, index), text.rfind("\r", 0, index)) + 1


def line_end(text: str, index: int) -> int:
    """Where the line of a span ends, before its line break."""
    line_break = re.compile(r"\r|\n").search(text, index)
    return line_break.start() if line_break else len(text)


def column(text: str, index: int) -> int:
    """How many signs stand before a span in its line."""
    return index - line_start(text, index)


def below(text: str, node: Node, indent: int, lines: list[str]) -> TextChange:
    """Lines under a block, after the comments that belong to it."""
    at = line_end(text, end_of(text, node))
    for comment in re.compile(r"(?:\r\n|\r|\n)( *)#[^\r\n]*").finditer(text, at):
        if comment.start() != at or len(comment[1]) <= indent:
            break
        at = comment.end()
    return TextChange(at, at, "".join(newline(text) + " " * indent + line for line in lines))


def append(text: str, root: Mapping, key: str, lines: list[str], value: dict[str, object]) -> TextChange:
    """One more item in a list of a file: its lines in a block, or the value where the list stands in brackets."""
    items = root.at(key)
    item = [f"- {lines[0]}", *(f"  {line}" for line in lines[1:])]
    if not isinstance(items, Listing):
        return below(text, root, 0, [f"{key}:", *(f"  {line}" for line in item)])
    if not items.flow:
        return below(text, items, column(text, items.span.start), item)
    if items:
        end = end_of(text, items[-1])
        return TextChange(end, end, f", {flow(value)}")
    return _as_block(text, root, key, items, item)


def _as_block(text: str, root: Mapping, key: str, items: Listing, item: list[str]) -> TextChange:
    """Empty brackets become a block; what stands behind them in the line stays."""
    name = root.key(key)
    assert name is not None
    end = line_end(text, items.span.end)
    rest = text[items.span.end : end]
    return TextChange(name.span.end, end, f":{rest}" + "".join(f"{newline(text)}  {line}" for line in item))


def set_pairs(text: str, owner: Mapping, key: str, after: str, wanted: Pairs[str, str | None]) -> Iterator[TextChange]:
    """Gives pairs of the mapping behind a key their values; none lets a pair go; a ValueError where a comment would."""
    current = owner.at(key)
    if isinstance(current, Mapping) and current:
        yield from _pairs_changed(text, owner, key, current, wanted)
        return
    new = {name: value for name, value in wanted.items() if value is not None}
    if current is not None:
        yield _replaced(text, current, new)
        return
    anchor = owner.at(after) if owner.at(after) is not None else list(owner.values())[-1]
    if new and owner.flow:
        end = end_of(text, anchor)
        yield TextChange(end, end, _flow_pairs(text, owner, key, new))
    elif new:
        indent = column(text, owner.span.start)
        yield below(text, anchor, indent, [f"{key}:", *(f"  {scalar(a)}: {scalar(b)}" for a, b in new.items())])


def _flow_pairs(text: str, owner: Mapping, key: str, new: dict[str, str]) -> str:
    """Pairs in braces behind others: in the same line, or a line each where it would be too long."""
    short = f", {key}: {flow(new)}"
    start = line_start(text, owner.span.start)
    if line_end(text, start) - start + len(short) <= MAX_LINE_WIDTH or len(new) == 1:
        return short
    break_ = newline(text) + " " * (column(text, owner.span.start) + 2)
    return f", {key}: {{" + ",".join(f"{break_}{scalar(a)}: {scalar(b)}" for a, b in new.items()) + "}"


def _pairs_changed(
    text: str, owner: Mapping, key: str, current: Mapping, wanted: Pairs[str, str | None]
) -> Iterator[TextChange]:
    gone = {name for name, value in wanted.items() if value is None and name in current}
    fresh = {name: value for name, value in wanted.items() if value is not None and name not in current}
    for name, value in wanted.items():
        old = current.at(name)
        if value is not None and old is not None and old != value:
            yield TextChange(old.span.start, old.span.end, scalar(value))
    if len(gone) == len(current) and fresh and current.flow:
        yield _replaced(text, current, fresh)
    elif len(gone) == len(current) and not fresh:
        yield from _removed(text, owner, {key})
    else:
        yield from _removed(text, current, gone)
        yield from _added(text, current, fresh)


def _replaced(text: str, current: Mapping, pairs: dict[str, str]) -> TextChange:
    """Other pairs between the same braces; a ValueError where a comment would go."""
    edit = TextChange(current.span.start, current.span.end, flow(pairs))
    _refuse_comments(text, edit)
    return edit


def _refuse_comments(text: str, edit: TextChange) -> None:
    if "#" in text[edit.start : edit.end]:
        raise ValueError("a comment would go")


def _added(text: str, current: Mapping, fresh: dict[str, str]) -> Iterator[TextChange]:
    """New pairs behind the last one, each in a line of its own where the others are."""
    last = list(current)[-1]
    indent = column(text, last.span.start)
    pairs = [f"{scalar(name)}: {scalar(value)}" for name, value in fresh.items()]
    if pairs and not current.flow:
        yield below(text, current, indent, pairs)
    elif pairs:
        own_line = not text[line_start(text, last.span.start) : last.span.start].strip()
        between = f",{newline(text)}{' ' * indent}" if own_line else ", "
        end = end_of(text, current[last])
        yield TextChange(end, end, "".join(between + pair for pair in pairs))


def _removed(text: str, holder: Mapping, gone: set[str]) -> Iterator[TextChange]:
    """Takes pairs out; a ValueError where a comment, or the dash of an item, would go with them."""
    names = list(holder)
    staying = [at for at, name in enumerate(names) if str(name) not in gone]
    tail = (staying[-1] if staying else -1) + 1
    for at, name in enumerate(names):
        if str(name) not in gone or (holder.flow and at > tail):
            continue
        cut = _cut(text, holder, names, at, at == tail)
        _refuse_comments(text, cut)
        yield cut


def _cut(text: str, holder: Mapping, names: list[Text], at: int, tail: bool) -> TextChange:
    """The stretch that goes with a pair: its lines, or with one of the commas beside it."""
    start = names[at].span.start
    if not holder.flow:
        first = line_start(text, start)
        if text[first:start].strip():
            raise ValueError("the dash of an item would go")
        before = len(text[:first]) - (2 if text[:first].endswith("\r\n") else 1)
        return TextChange(max(before, 0), line_end(text, end_of(text, holder[names[at]])), "")
    if not tail:
        return TextChange(start, names[at + 1].span.start, "")
    return TextChange(end_of(text, holder[names[at - 1]]) if at else start, end_of(text, holder[names[-1]]), "")
