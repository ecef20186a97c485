"""From YAML text to a tree of nodes: streaming, without recursion, within fixed bounds.

libyaml's parser (`CParser`) is asked for events, one after another, and `_Builder` puts them together on a stack of its
own. PyYAML's composer and constructor are not used: they recurse, resolve types (`no`, `1.0`, dates), follow aliases,
and forget where things stand. Here every scalar is a `Text` with its place, and what it means is the model's to say.
Anchors, aliases, tags, merge keys and second documents end the reading with a sentence instead; so do more nodes or
deeper ones than `limits` allows, before memory is spent on them.

There are two sorts of mistakes. What makes the rest unreliable stops everything (`_Stop`, or libyaml's own error) and
the file has no tree. What concerns one text or key is told and mended: the tree holds the text without characters that
nobody sees, the first of two equal keys, an empty text for an empty value. `unseen` and `empty` remember such places,
so that later steps do not complain about the same span in other words.

What breaks it: marks of libyaml count characters of the `str` it was given, so the text must be the one that edits are
worked out on; flow collections know their end only at the end event (`_end`), blocks never do.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any, Final

import yaml
from yaml._yaml import CParser

from levelbook.loading import line_joins, syntax, text_slips
from levelbook.loading.nodes import Listing, Mapping, Node, Seam, Span, Text, Trouble
from levelbook.loading.suggest import brief
from levelbook.model import limits
from levelbook.problems import Place, Problem, Severity
from levelbook.text import signs

MAX_PROBLEMS: Final = 1000
"""Of writing, told of one file; a file with more is not mended line by line."""


@dataclass(slots=True)
class Empty:
    """A place with nothing in it."""

    holder: Mapping | Listing
    """What it belongs to."""
    at: Text
    """The key with nothing behind it, or the item."""
    written: str = ""
    """Characters that stand there, though nobody sees them."""


@dataclass(slots=True)
class Composed:
    """What a text holds, and what is wrong with how it is written."""

    root: Node | None = None
    """The outermost node; none where the file holds nothing or cannot be understood."""
    problems: list[Problem] = field(default_factory=list)
    empty: list[Empty] = field(default_factory=list)
    """Keys and items with nothing in them."""
    unseen: dict[Span, list[Problem]] = field(default_factory=dict)
    """Texts with characters that do not belong there, and what was told of them."""
    count: int = 0
    """How many texts, lists and mappings there are."""
    trouble: Trouble | None = None
    """Where reading stopped before the end."""

    @property
    def broken(self) -> bool:
        """Whether reading stopped before the end."""
        return self.trouble is not None


class _Stop(Exception):
    """Reading cannot go on."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def compose(file: str, text: str) -> Composed:
    """The tree of a file; its first mistake of form ends it, other mistakes are collected."""
    builder = _Builder(file, text)
    composed = builder.composed
    try:
        for event in _events(text):
            builder.take(event)
    except _Stop as stop:
        problem, line = stop.problem, stop.problem.place.line - 1
        trouble = Trouble(line, line)
    except yaml.YAMLError as error:
        problem, trouble = syntax.explain(file, text, error), _trouble(error)
    else:
        builder.end()
        return composed
    return Composed(problems=[problem], trouble=trouble, count=composed.count)


def _trouble(error: yaml.YAMLError) -> Trouble:
    mark, begun = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    line = mark.line if mark else 0
    return Trouble(line, begun.line if begun else line)


def _events(text: str) -> Iterator[Any]:
    parser = CParser(text)
    while (event := parser.get_event()) is not None:
        yield event


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come yet."""

    node: Mapping | Listing
    key: Text | None = None


class _Builder:
    """Puts events together; `texts` are kept only where characters turn round what stands outside of them."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self.composed = Composed()
        self.stack: list[_Open] = []
        self.texts: list[Span] | None = [] if text_slips.TURNS.search(text) else None

    def take(self, event: Any) -> None:
        """Adds one event."""
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_features(event)
            self._put(self._scalar(event))
        elif isinstance(event, yaml.CollectionStartEvent):
            self._refuse_features(event)
            self._begin(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._end(event)
        elif isinstance(event, yaml.AliasEvent):
            raise self._stop("alias", event, mark=f"*{event.anchor}")
        elif isinstance(event, yaml.DocumentStartEvent):
            self._document(event)

    def end(self) -> None:
        """Looks at what stands outside of all texts."""
        if self.texts is not None:
            self._tell(text_slips.turns(self.file, self.text, self.texts))

    def _document(self, event: Any) -> None:
        if event.version or event.tags:
            raise self._stop("directive", event)
        if self.composed.root is not None:
            raise self._stop("document", event)

    def _refuse_features(self, event: Any) -> None:
        self.composed.count += 1
        if self.composed.count > limits.ITEMS:
            raise self._stop("size", event, limit=limits.ITEMS)
        if event.anchor:
            raise self._stop("anchor", event, mark=f"&{event.anchor}")
        if event.tag:
            raise self._stop("tag", event, mark=event.tag)

    def _begin(self, event: Any) -> None:
        if len(self.stack) >= limits.DEPTH:
            raise self._stop("depth", event, limit=limits.DEPTH)
        kind = Mapping if isinstance(event, yaml.MappingStartEvent) else Listing
        node = kind(_spot(event), bool(event.flow_style))
        self._put(node)
        self.stack.append(_Open(node))

    def _end(self, event: Any) -> None:
        node = self.stack.pop().node
        if node.flow:
            span = node.span
            node.span = Span(span.line, span.column, span.start, event.end_mark.index)

    def _scalar(self, event: Any) -> Text:
        value, span = event.value, _spot(event)
        if not event.style and value in ("~", "null"):
            value = ""
        if event.style or event.end_mark.line > event.start_mark.line:
            return Text(*self._folded(value, event.style or "", span))
        return Text(value, span)

    def _folded(self, value: str, style: str, span: Span) -> tuple[str, Span, tuple[Seam, ...]]:
        raw = self.text[span.start : span.end]
        if style in ("'", '"') and raw[1:-1] == value:
            return value, span, (Seam(0, 0, 1),)
        joined, seams = line_joins.folded(value, raw, style)
        return joined, span, seams

    def _put(self, node: Node) -> None:
        if not self.stack:
            self.composed.root = node
            return
        top = self.stack[-1]
        if isinstance(top.node, Listing):
            self._item(top.node, node)
        elif top.key is None:
            top.key = self._key(node)
        else:
            self._pair(top.node, top.key, node)
            top.key = None

    def _item(self, listing: Listing, node: Node) -> None:
        clean = self._clean(node, "")
        listing.append(clean)
        if isinstance(clean, Text) and not clean:
            self.composed.empty.append(Empty(listing, clean, str(node)))
        if len(listing) == limits.LIST + 1:
            self._tell([self._problem("limit-exceeded", node.span, "list", limit=limits.LIST)])

    def _key(self, node: Node) -> Text:
        if not isinstance(node, Text):
            raise _Stop(self._problem("yaml-feature", node.span, "key"))
        if node == "<<":
            raise _Stop(self._problem("yaml-feature", node.span, "merge"))
        if not signs.suspicious(node):
            return node
        problems = [replace(problem, severity=Severity.ERROR) for problem in self._unseen(node)]
        self._note(node, problems)
        return Text(signs.bare(node), node.span) if problems else node

    def _pair(self, mapping: Mapping, key: Text, node: Node) -> None:
        first = mapping.key(key) if key in mapping else None
        if first is not None:
            self._tell([self._problem("duplicate-key", key.span, key=key, line=first.line)])
            return
        clean = self._clean(node, key)
        if isinstance(clean, Text) and not clean:
            clean = Text("", key.span)
            self.composed.empty.append(Empty(mapping, key, str(node)))
        mapping[key] = clean

    def _clean(self, node: Node, key: str) -> Node:
        """A text without what is always wrong in it, once that is told; nothing where nobody sees any of it."""
        if not isinstance(node, Text) or not node:
            return node
        if self.texts is not None:
            self.texts.append(node.span)
        if not node.strip() or not signs.bare(node):
            return Text("", node.span)
        self._tell(text_slips.slips(self.file, self.text, node, key))
        if not signs.suspicious(node) and not signs.BULLET.match(node):
            return node
        self._note(node, self._unseen(node, key))
        return node.without(signs.wrong(node))

    def _unseen(self, node: Text, key: str = "") -> list[Problem]:
        return list(text_slips.unseen(self.file, node, key))

    def _note(self, node: Text, problems: list[Problem]) -> None:
        """Remembers what characters of a text do not belong there, so that nothing else is said of them."""
        if problems:
            self.composed.unseen[node.span] = problems
            self._tell(problems)

    def _tell(self, problems: Iterable[Problem]) -> None:
        self.composed.problems.extend(islice(problems, max(0, MAX_PROBLEMS - len(self.composed.problems))))

    def _problem(
        self, code: str, span: Span, variant: str = "", severity: Severity = Severity.ERROR, **facts: object
    ) -> Problem:
        place = Place(self.file, span.line, span.column)
        return Problem(code, place, severity, variant, {name: brief(value) for name, value in facts.items()})

    def _stop(self, variant: str, event: Any, **facts: object) -> _Stop:
        return _Stop(self._problem("yaml-feature", _spot(event), variant, Severity.ERROR, **facts))


def _spot(event: Any) -> Span:
    start = event.start_mark
    return Span(start.line + 1, start.column + 1, start.index, event.end_mark.index)
