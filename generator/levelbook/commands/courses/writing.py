"""Writes what courses are to be into actions.yml by position; comments and everything else stay.

Pairs are changed one kind after the other over the whole file, since a new pair stands behind the last one of its
course and two of them would stand at one place. A list in brackets is written anew between its brackets; of a list with
dashes lines go and come, and the others keep their comments. What would take a comment along is a ValueError, and then
a person is asked to make the change. At the end the file is read again and held against what was meant.
"""

import copy
from collections.abc import Iterable, Iterator
from typing import Any

from levelbook.commands.courses.wishes import CourseWish
from levelbook.commands.editing.workspace import Workspace
from levelbook.loading.edit.items import cut, has_comments, inserted, lines_of, without_pair
from levelbook.loading.edit.rewrite import TextChange, below, column, end_of, scalar
from levelbook.loading.nodes import Listing, Mapping, Text

Pair = tuple[str, str | None]
"""A key with its new value; none where the pair goes."""


def write_wishes(space: Workspace, path: str, wishes: Iterable[CourseWish]) -> None:
    """Gives the courses of a file what they are to have; a ValueError where that cannot be done safely."""
    wanted = {wish.code: wish for wish in wishes}
    expected = _expected(_plain(space.root(path)), wanted)
    for key in ("for", "minutes", "link"):
        text = space.text(path)
        changes = [
            change
            for action in _actions(space.root(path))
            if str(action.at("id")) in wanted
            for change in _changes(text, action, key, wanted[str(action.at("id"))])
        ]
        space.change(path, changes)
    if _plain(space.root(path)) != expected:
        raise ValueError(f"{path} does not read back as meant")


def _changes(text: str, action: Mapping, key: str, wish: CourseWish) -> Iterator[TextChange]:
    if key == "for":
        yield from _list_changes(text, action, wish.covers)
        return
    value = wish.minutes if key == "minutes" else wish.link
    current = action.at(key)
    if value is None or (str(current) if current is not None else "") == value:
        return
    if current is None:
        yield _new_pair(text, action, f"{key}: {scalar(value)}")
    elif value:
        yield TextChange(current.span.start, current.span.end, scalar(value))
    else:
        yield without_pair(text, action, key)


def _list_changes(text: str, action: Mapping, covers: tuple[str, ...]) -> Iterator[TextChange]:
    current = action.at("for")
    present = [str(item) for item in current] if isinstance(current, Listing) else []
    if set(present) == set(covers):
        return
    if not isinstance(current, Listing):
        yield _new_pair(text, action, f"for: {_brackets(covers)}")
        return
    gone = [at for at, address in enumerate(present) if address not in covers]
    if any(has_comments(lines_of(text, current, at)) for at in gone):
        raise ValueError("a comment would go")
    if not covers:
        yield without_pair(text, action, "for")
    elif current.flow:
        if has_comments(text[current.span.start : current.span.end].splitlines()):
            raise ValueError("a comment would go")
        yield TextChange(current.span.start, current.span.end, _brackets(_in_order(present, covers)))
    elif len(gone) == len(present):
        yield TextChange(current.span.start, end_of(text, current), _brackets(covers))
    else:
        yield from _lines_changed(text, action, current, gone, [one for one in covers if one not in present])


def _lines_changed(
    text: str, action: Mapping, current: Listing, gone: list[int], new: list[str]
) -> Iterator[TextChange]:
    last = max(at for at in range(len(current)) if at not in gone)
    if gone:
        yield from cut(text, action, "for", gone)
    if new:
        lines = [f"- {scalar(address)}" for address in new]
        yield inserted(text, current, last, lines, "")


def _new_pair(text: str, action: Mapping, pair: str) -> TextChange:
    """A pair behind the last one."""
    last = list(action.values())[-1]
    if action.flow:
        end = end_of(text, last)
        return TextChange(end, end, f", {pair}")
    return below(text, last, column(text, action.span.start), [pair])


def _brackets(addresses: Iterable[str]) -> str:
    return "[" + ", ".join(scalar(address) for address in addresses) + "]"


def _in_order(present: list[str], covers: tuple[str, ...]) -> list[str]:
    """What stays, where it stood; then what is new."""
    return [*(one for one in present if one in covers), *(one for one in covers if one not in present)]


def _actions(root: Mapping) -> Iterator[Mapping]:
    actions = root.at("actions")
    for action in actions if isinstance(actions, Listing) else ():
        if isinstance(action, Mapping):
            yield action


def _expected(tree: Any, wanted: dict[str, CourseWish]) -> Any:
    """The whole file as it should be afterwards."""
    expected = copy.deepcopy(tree)
    for action in expected["actions"]:
        wish = wanted.get(action.get("id", ""))
        if wish:
            pairs: dict[str, Any] = {"for": _in_order(action.get("for", []), wish.covers)}
            pairs |= {
                key: value for key, value in (("minutes", wish.minutes), ("link", wish.link)) if value is not None
            }
            for key, value in pairs.items():
                action.pop(key, None)
                if value:
                    action[key] = value
    return expected


def _plain(node: Any) -> Any:
    """A tree without its spots, to compare."""
    if isinstance(node, Mapping):
        return {str(key): _plain(value) for key, value in node.items()}
    if isinstance(node, Listing):
        return [_plain(item) for item in node]
    return str(node) if isinstance(node, Text) else node
