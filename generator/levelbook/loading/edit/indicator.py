"""Adds what an indicator raises, up to where it holds, and notes, to files by position.

An indicator may be written in a block, in braces, or as a plain text, which then becomes a mapping; so may the lists
that are added to. What is added goes behind `text`, or behind the last pair, never between a key and its comment. The
result is read again and held against what was meant, so a way of writing that nobody thought of changes nothing.
"""

from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from levelbook.loading.edit.insertion import newline
from levelbook.loading.edit.rewrite import TextChange, below, change, column, end_of, line_start, scalar
from levelbook.loading.files import text_of
from levelbook.loading.nodes import Listing, Mapping, Text
from levelbook.loading.parser import compose
from levelbook.model.base import TWIN

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class NewNote:
    """A note that is written in."""

    kind: str
    about: tuple[str, ...]
    text: str

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Its keys with their values, as they are written."""
        yield "kind", self.kind
        yield "about", f"[{', '.join(map(scalar, self.about))}]"
        yield "text", scalar(self.text)

    @property
    def value(self) -> dict[str, Any]:
        """What it reads back as."""
        return {"kind": self.kind, "about": list(self.about), "text": self.text}


@dataclass(frozen=True)
class IndicatorAddition:
    """What is added to one indicator."""

    path: tuple[str | int, ...]
    """The keys and numbers that lead to it in its file."""
    raises: tuple[str, ...] = ()
    """Further codes that it raises."""
    notes: tuple[NewNote, ...] = ()
    holds: str = ""
    """The last level at which it holds, in place of what is said there."""


def with_additions(file: str, data: bytes, additions: Iterable[IndicatorAddition]) -> bytes | None:
    """A file's bytes with everything added; none where that cannot be done safely."""
    text, wanted = text_of(file, data), list(additions)
    if not isinstance(text, str):
        return None
    before = compose(file, text)
    try:
        changed = change(text, [edit for one in wanted for edit in _changes(text, before.root, one)])
        meant = _meant(_plain(before.root), wanted)
    except (ValueError, LookupError, TypeError):
        return None
    after = compose(file, changed)
    if after.broken or len(after.problems) > len(before.problems) or _plain(after.root) != meant:
        return None
    return (_BYTE_ORDER_MARK if data.startswith(_BYTE_ORDER_MARK) else b"") + changed.encode("utf-8")


def _changes(text: str, root: Any, addition: IndicatorAddition) -> Iterator[TextChange]:
    holder = root
    for step in addition.path[:-1]:
        holder = holder[step]
    item = holder[addition.path[-1]]
    if isinstance(item, Text):
        yield from _from_short_form(text, holder, item, addition)
    elif isinstance(item, Mapping):
        if addition.raises:
            yield _more_raises(text, item, addition.raises)
        if addition.holds:
            yield _holds(text, item, addition.holds)
        if addition.notes:
            yield _more_notes(text, item, addition.notes)


def _from_short_form(text: str, holder: Listing, item: Text, addition: IndicatorAddition) -> Iterator[TextChange]:
    """Makes a plain text a mapping with more in it."""
    start, end = item.span.start, item.span.end
    if holder.flow:
        yield TextChange(start, start, "{text: ")
        yield TextChange(end, end, "".join(f", {pair}" for pair in _flow_pairs(addition)) + "}")
        return
    yield TextChange(start, start, "text: ")
    at = text.find("\n", start, end)
    while 0 <= at < end - 1:
        if text[at + 1] not in "\r\n":
            yield TextChange(at + 1, at + 1, "  ")
        at = text.find("\n", at + 1, end)
    lines = [f"raises: {_brackets(addition.raises)}"] if addition.raises else []
    lines += [f"holds: {scalar(addition.holds)}"] if addition.holds else []
    lines += _note_block(addition.notes) if addition.notes else []
    yield below(text, item, column(text, start), lines)


def _more_raises(text: str, item: Mapping, codes: tuple[str, ...]) -> TextChange:
    raises = item.at("raises")
    if isinstance(raises, Listing):
        return _more_in_list(text, raises, codes, [f"- {code}" for code in codes])
    if raises is not None:
        raise ValueError("raises is no list")
    return _pair(text, item, f"raises: {_brackets(codes)}")


def _holds(text: str, item: Mapping, level: str) -> TextChange:
    holds = item.at("holds")
    if isinstance(holds, Text):
        return TextChange(holds.span.start, holds.span.end, scalar(level))
    if holds is not None:
        raise ValueError("holds is no text")
    return _pair(text, item, f"holds: {scalar(level)}")


def _pair(text: str, item: Mapping, pair: str) -> TextChange:
    """One more pair, behind what the indicator says and its translations."""
    if item.flow:
        return _behind_last(text, item, pair)
    said = "items" if "items" in item else "text"
    behind = [
        value
        for key, value in item.items()
        if key == said or ((twin := TWIN.fullmatch(str(key))) and twin["base"] == said)
    ]
    return below(text, behind[-1], column(text, item.span.start), [pair])


def _more_notes(text: str, item: Mapping, new: tuple[NewNote, ...]) -> TextChange:
    notes = item.at("notes")
    if isinstance(notes, Listing):
        lines = [line for note in new for line in _note_lines(note)]
        return _more_in_list(text, notes, [_note_flow(note) for note in new], lines)
    if notes is not None:
        raise ValueError("notes is no list")
    if item.flow:
        return _behind_last(text, item, f"notes: [{', '.join(map(_note_flow, new))}]")
    last = list(item.values())[-1]
    return below(text, last, column(text, item.span.start), _note_block(new))


def _more_in_list(text: str, items: Listing, in_brackets: Iterable[str], lines: list[str]) -> TextChange:
    """Further items of a list, in brackets or a line each, as it is written."""
    if not items.flow:
        return below(text, items, column(text, items.span.start), lines)
    if items:
        end = end_of(text, items[-1])
        return TextChange(end, end, "".join(f", {words}" for words in in_brackets))
    return TextChange(items.span.start + 1, items.span.start + 1, ", ".join(in_brackets))


def _behind_last(text: str, item: Mapping, pair: str) -> TextChange:
    """One more pair in braces: in the same line, or in one of its own where each has one."""
    last = list(item)[-1]
    own_line = len(item) > 1 and not text[line_start(text, last.span.start) : last.span.start].strip()
    between = f",{newline(text)}{' ' * column(text, last.span.start)}" if own_line else ", "
    end = end_of(text, item[last])
    return TextChange(end, end, between + pair)


def _flow_pairs(addition: IndicatorAddition) -> Iterator[str]:
    if addition.raises:
        yield f"raises: {_brackets(addition.raises)}"
    if addition.holds:
        yield f"holds: {scalar(addition.holds)}"
    if addition.notes:
        yield f"notes: [{', '.join(map(_note_flow, addition.notes))}]"


def _brackets(codes: Iterable[str]) -> str:
    return f"[{', '.join(codes)}]"


def _note_flow(note: NewNote) -> str:
    return "{" + ", ".join(f"{key}: {value}" for key, value in note.pairs()) + "}"


def _note_lines(note: NewNote) -> list[str]:
    return [f"{'- ' if at == 0 else '  '}{key}: {value}" for at, (key, value) in enumerate(note.pairs())]


def _note_block(notes: Iterable[NewNote]) -> list[str]:
    return ["notes:", *(f"  {line}" for note in notes for line in _note_lines(note))]


def _plain(node: Any) -> Any:
    """A tree without its spots, to compare."""
    if isinstance(node, Mapping):
        return {str(key): _plain(value) for key, value in node.items()}
    if isinstance(node, Listing):
        return [_plain(item) for item in node]
    return node if node is None else str(node)


def _meant(tree: Any, additions: Iterable[IndicatorAddition]) -> Any:
    """The tree of a file with everything added."""
    tree = deepcopy(tree)
    for addition in additions:
        holder = tree
        for step in addition.path[:-1]:
            holder = holder[step]
        item = holder[addition.path[-1]]
        item = holder[addition.path[-1]] = {"text": item} if isinstance(item, str) else item
        for key, more in (("raises", addition.raises), ("notes", [note.value for note in addition.notes])):
            if more:
                item[key] = [*item.get(key, ()), *more]
        if addition.holds:
            item["holds"] = addition.holds
    return tree
