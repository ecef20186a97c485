"""Takes items out of lists and pairs out of mappings, and puts them elsewhere, with the comments that belong to them.

An item owns its lines: from the comments right above its dash (no blank line between, the same column) down to its last
sign, with comments behind it and those below that are indented deeper. `lines_of` gives them as if the dash stood at
the edge, `inserted` writes them at the column of another list. Lines are moved as they were typed, so that quotes,
blanks and folded texts stay; all of them by the same number of blanks, which is why a text whose lines hang out to the
left of its dash is refused with a ValueError instead of being guessed at.

Lists in brackets have no lines: there an item is what stands between two commas, and one with a comment is refused. As
in `rewrite`, every place counts in the unchanged text, and whoever uses this reads the result again.
"""

import re
from collections.abc import Iterator
from typing import Any

from levelbook.loading.edit.insertion import newline
from levelbook.loading.edit.rewrite import TextChange, column, end_of, line_end, line_start, scalar
from levelbook.loading.nodes import Listing, Mapping, Node, Text

_COMMENT = re.compile(r"(^|\s)#")
_BREAK = re.compile(r"\r\n|\r|\n")
_BELOW = re.compile(r"(?:\r\n|\r|\n)([ ]*)#[^\r\n]*")


def lines_of(text: str, items: Listing, at: int) -> list[str]:
    """The lines of an item with its comments, as if its dash stood at the edge."""
    if items.flow:
        return _lines_from_brackets(text, items[at])
    first, last = _stretch(text, items, at)
    dash = column(text, _dash(text, items[at]))
    return [_shifted(line, dash) for line in _BREAK.split(text[first:last])]


def has_comments(lines: list[str]) -> bool:
    """Whether a comment stands in some lines, or what may be one."""
    return any(_COMMENT.search(line) for line in lines)


def cut(text: str, holder: Mapping, key: str, gone: list[int]) -> Iterator[TextChange]:
    """Takes items out of the list behind a key; the key goes with the last of them."""
    items = holder.at(key)
    if len(gone) == len(items):
        yield without_pair(text, holder, key, with_comments=True)
        return
    for at in gone if not items.flow else ():
        yield _without_lines(text, *_stretch(text, items, at))
    if items.flow:
        yield from _from_brackets(text, items, gone)


def inserted(text: str, items: Listing, at: int, lines: list[str], flow: str) -> TextChange:
    """Puts an item's lines behind the item `at` of a list; in brackets, its text without line breaks."""
    if items.flow:
        if not items:
            return TextChange(items.span.start + 1, items.span.start + 1, flow)
        end = end_of(text, items[at])
        return TextChange(end, end, f", {flow}")
    indent = " " * column(text, _dash(text, items[at]))
    _, last = _stretch(text, items, at)
    return TextChange(last, last, "".join(newline(text) + _indented(line, indent) for line in lines))


def in_braces(value: Any) -> str:
    """A node on one line, as it stands between braces."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{scalar(str(key))}: {in_braces(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(in_braces(item) for item in value) + "]"
    return scalar(str(value))


def without_pair(text: str, holder: Mapping, key: str, with_comments: bool = False) -> TextChange:
    """Takes a pair out of a mapping; a comment behind it stays in its place, unless it goes elsewhere with an item."""
    names = list(holder)
    at = next(number for number, name in enumerate(names) if name == key)
    start, value = names[at].span.start, holder[names[at]]
    if holder.flow:
        return _between_commas(text, [(name.span.start, end_of(text, holder[name])) for name in names], at)
    first, end = line_start(text, start), end_of(text, value)
    last = line_end(text, end)
    if with_comments and not value.flow:
        last = _last(text, value[-1], column(text, _dash(text, value[-1])))
    else:
        comment = text[end:last].strip()
        if comment:
            return TextChange(start, last, comment)
        if not isinstance(value, Text) and _COMMENT.search(text[value.span.start : end]):
            raise ValueError("a comment would go")
    if not text[first:start].strip():
        return _without_lines(text, first, last)
    if at + 1 == len(names):
        raise ValueError("the dash of an item would go")
    return TextChange(start, names[at + 1].span.start, "")


def without_item(text: str, holder: Mapping, key: str, at: int) -> TextChange:
    """Takes one short entry out of a list; the key with the last of them."""
    items = holder.at(key)
    if len(items) == 1:
        return without_pair(text, holder, key)
    if items.flow:
        return next(_from_brackets(text, items, [at]))
    first = line_start(text, _dash(text, items[at]))
    last = line_end(text, end_of(text, items[at]))
    comment = text[end_of(text, items[at]) : last].strip()
    return TextChange(_dash(text, items[at]), last, comment) if comment else _without_lines(text, first, last)


def _dash(text: str, item: Node) -> int:
    """Where the dash of an item stands."""
    before = text[: item.span.start].rstrip()
    if not before.endswith("-"):
        raise ValueError("the dash of an item is not where it should be")
    return len(before) - 1


def _stretch(text: str, items: Listing, at: int) -> tuple[int, int]:
    """From the first comment above an item to the end of the last line that belongs to it."""
    dash = _dash(text, items[at])
    first = line_start(text, dash)
    if text[first:dash].strip():
        raise ValueError("something stands before the dash of an item")
    indent, top = dash - first, _end_before(text, items, at)
    while first > top:
        above = line_start(text, first - (2 if text[:first].endswith("\r\n") else 1))
        line = text[above:first].rstrip()
        if above < top or len(line) - len(line.lstrip()) != indent or not line.lstrip().startswith("#"):
            break
        first = above
    return first, _last(text, items[at], indent)


def _end_before(text: str, items: Listing, at: int) -> int:
    """Where the lines of what stands above an item end."""
    return end_of(text, items[at - 1]) if at else 0


def _last(text: str, item: Node, indent: int) -> int:
    """The end of the last line of an item, with the comments below it that are indented deeper than its dash."""
    at = line_end(text, end_of(text, item))
    for comment in _BELOW.finditer(text, at):
        if comment.start() != at or len(comment[1]) <= indent:
            break
        at = comment.end()
    return at


def _without_lines(text: str, first: int, last: int) -> TextChange:
    """Whole lines with one line break."""
    after = _BREAK.match(text, last)
    if after:
        return TextChange(first, after.end(), "")
    before = len(text[:first]) - (2 if text[:first].endswith("\r\n") else 1)
    return TextChange(max(before, 0), last, "")


def _from_brackets(text: str, items: Listing, gone: list[int]) -> Iterator[TextChange]:
    if len(gone) > 1:
        raise ValueError("one item at a time is taken out of brackets")
    for at in gone:
        yield _between_commas(text, [(item.span.start, end_of(text, item)) for item in items], at)


def _between_commas(text: str, spans: list[tuple[int, int]], at: int) -> TextChange:
    """What stands between two commas, with one of them."""
    start, end = spans[at]
    if at + 1 < len(spans):
        end = spans[at + 1][0]
    elif at:
        start = spans[at - 1][1]
    if _COMMENT.search(text[start:end]):
        raise ValueError("a comment would go")
    return TextChange(start, end, "")


def _lines_from_brackets(text: str, item: Node) -> list[str]:
    """An item of a list in brackets as an item of a block, its further lines below it."""
    first, *others = _BREAK.split(text[item.span.start : end_of(text, item)])
    return [f"- {first}", *(f"    {line.lstrip()}" for line in others)]


def _shifted(line: str, columns: int) -> str:
    if line.strip() and line[:columns].strip():
        raise ValueError("a line begins before the dash of its item")
    return line[columns:]


def _indented(line: str, indent: str) -> str:
    return indent + line if line.strip() else line
