"""Puts indicators into cells and leaves cells that have none: what is written in place of the other."""

from collections.abc import Iterator

from levelbook.commands.editing.outcome import Edit
from levelbook.commands.editing.places import Item
from levelbook.commands.editing.problem import refused
from levelbook.loading.edit.insertion import newline
from levelbook.loading.edit.items import cut, has_comments, in_braces, inserted, without_pair
from levelbook.loading.edit.rewrite import TextChange, below, column, end_of, line_end, scalar
from levelbook.loading.nodes import Listing, Mapping
from levelbook.model.base import REASONS
from levelbook.problems import Place

_STEP = 2
"""How many blanks a new block stands further in."""


def emptied(edit: Edit, item: Item, code: str, why: str, reason: str) -> Iterator[TextChange]:
    """Takes out the last indicator; where nothing else is left to say, the reason stands in its place."""
    text = edit.space.text(item.path)
    held = any(item.holder.at(key) for key in ("same_as", "covers"))
    if held:
        yield from cut(text, item.holder, item.key, [item.at])
        return
    if not why:
        raise refused("cell_emptied", Place(item.path, item.node.span.line, 1), value=code)
    edit.tell("reason_written", key=reason, text=why)
    name = item.holder.key(item.key)
    assert name is not None
    gone = next(cut(text, item.holder, item.key, [item.at]))
    if item.holder.flow:
        yield TextChange(name.span.start, end_of(text, item.items), f"{reason}: {scalar(why)}")
    else:
        indent = " " * column(text, name.span.start)
        broken = newline(text) if text[gone.start : gone.end].endswith(("\n", "\r")) else ""
        yield TextChange(gone.start, gone.end, f"{indent}{reason}: {scalar(why)}{broken}")


def added(edit: Edit, path: str, level: str, lines: list[str], braces: str, after: str = "") -> None:
    """Puts an item at the end of a cell's list, or behind another one; a reason why there was none goes."""
    _ready(edit, path, level, lines)
    space = edit.space
    text, holder = space.text(path), _holder(edit, path, level)
    items = holder.at("indicators")
    if isinstance(items, Listing) and items:
        codes = [item.at("id") if isinstance(item, Mapping) else None for item in items]
        at = codes.index(after) if after else len(items) - 1
        if items.flow and has_comments(lines):
            raise ValueError("a comment cannot stand in brackets")
        space.change(path, [inserted(text, items, at, lines, braces)])
        return
    reasons = [key for key in REASONS if key in holder]
    for key in reasons:
        edit.tell("reason_dropped", key=key, text=str(holder.at(key)))
    if isinstance(items, Listing):
        reasons.append("indicators")
    column_of = column(text, next(iter(holder)).span.start)
    block = ["indicators:", *(" " * _STEP + line for line in lines)]
    if len(reasons) == len(holder):
        space.change(path, [_instead(text, holder, block, column_of)])
    else:
        anchor = below(text, holder, column_of, block)
        if level:
            space.change(path, [anchor])
        else:
            space.change(path, [_at_root(text, holder, block)])
        for key in reasons:
            space.change(path, [without_pair(space.text(path), _holder(edit, path, level), key)])


def _at_root(text: str, root: Mapping, block: list[str]) -> TextChange:
    """A list of a competency without levels stands at the end of its file."""
    return below(text, root, 0, block)


def _instead(text: str, holder: Mapping, block: list[str], indent: int) -> TextChange:
    """Lines in place of all pairs of a mapping."""
    start, end = next(iter(holder)).span.start, end_of(text, holder)
    comment = text[end : line_end(text, end)].strip()
    if comment or has_comments([text[start:end]]):
        raise ValueError("a comment would go")
    return TextChange(start, end, (newline(text) + " " * indent).join(block))


def _ready(edit: Edit, path: str, level: str, lines: list[str]) -> None:
    """Turns a cell in braces without a list into lines, so that an item can stand below."""
    space = edit.space
    holder = _holder(edit, path, level)
    if not holder.flow or (isinstance(holder.at("indicators"), Listing) and not has_comments(lines)):
        return
    text = space.text(path)
    name = space.root(path).at("levels").key(level)
    if has_comments([text[holder.span.start : holder.span.end]]):
        raise ValueError("a comment would go")
    indent = newline(text) + " " * (column(text, name.span.start) + _STEP)
    rest = text[holder.span.end : line_end(text, holder.span.end)]
    pairs = "".join(f"{indent}{key}: {_in_block(text, value)}" for key, value in holder.items())
    space.change(path, [TextChange(name.span.end, holder.span.end + len(rest), f":{rest}{pairs}")])


def _in_block(text: str, value: object) -> str:
    raw = text[value.span.start : end_of(text, value)]  # type: ignore[attr-defined, arg-type]
    return raw if "\n" not in raw and "\r" not in raw else in_braces(value)


def _holder(edit: Edit, path: str, level: str) -> Mapping:
    root = edit.space.root(path)
    holder = root.at("levels").at(level) if level else root
    if not isinstance(holder, Mapping) or not holder:
        raise ValueError("a cell is not there")
    return holder
