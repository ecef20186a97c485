"""From YAML text to a tree of nodes: streaming, without recursion, within fixed bounds."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

import yaml
from yaml._yaml import CParser

from levelbook.decode import folds, syntax
from levelbook.decode.guess import brief
from levelbook.decode.source import UNWANTED
from levelbook.decode.tree import Listing, Mapping, Node, Seam, Spot, Text
from levelbook.problems import Place, Problem, Severity
from levelbook.spacing import wrong_blank

DEPTH: Final = 64
"""How deep lists and mappings may stand in each other."""
NODES: Final = 200_000
"""How many texts, lists and mappings a file may hold."""
MOST: Final = 1000
"""How many mistakes of writing are told of a file."""
AS_PRINTED: Final = frozenset({"printed", "title"})
"""Keys that keep what the source printed, blanks too."""


@dataclass(slots=True)
class Composed:
    """What a text holds, and what is wrong with how it is written."""

    root: Node | None = None
    """The outermost node; none where the file holds nothing or cannot be understood."""
    problems: list[Problem] = field(default_factory=list)
    """What is wrong."""
    empty: list[tuple[Mapping | Listing, Text]] = field(default_factory=list)
    """Keys (or places of a list) with nothing behind them, with what holds them."""
    broken: bool = False
    """Whether reading stopped before the end."""


class _Stop(Exception):
    """Reading cannot go on."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def compose(file: str, text: str) -> Composed:
    """The tree of a file; its first mistake of form ends it, other mistakes are collected."""
    builder = _Builder(file, text)
    made = builder.made
    try:
        for event in _events(text):
            builder.take(event)
    except _Stop as stop:
        problem = stop.problem
    except yaml.YAMLError as error:
        problem = syntax.explain(file, text, error)
    else:
        return made
    return Composed(problems=[problem], broken=True)


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
    """Puts events together."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self.made = Composed()
        self.stack: list[_Open] = []
        self.count = 0

    def take(self, event: Any) -> None:
        """Adds one event."""
        if isinstance(event, yaml.ScalarEvent):
            self._plain(event)
            self._put(self._scalar(event))
        elif isinstance(event, yaml.CollectionStartEvent):
            self._plain(event)
            self._begin(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._end(event)
        elif isinstance(event, yaml.AliasEvent):
            raise self._stop("alias", event, mark=f"*{event.anchor}")
        elif isinstance(event, yaml.DocumentStartEvent):
            self._document(event)

    def _document(self, event: Any) -> None:
        if event.version or event.tags:
            raise self._stop("directive", event)
        if self.made.root is not None:
            raise self._stop("document", event)

    def _plain(self, event: Any) -> None:
        self.count += 1
        if self.count > NODES:
            raise self._stop("size", event, limit=NODES)
        if event.anchor:
            raise self._stop("anchor", event, mark=f"&{event.anchor}")
        if event.tag:
            raise self._stop("tag", event, mark=event.tag)

    def _begin(self, event: Any) -> None:
        if len(self.stack) >= DEPTH:
            raise self._stop("depth", event, limit=DEPTH)
        kind = Mapping if isinstance(event, yaml.MappingStartEvent) else Listing
        node = kind(_spot(event), bool(event.flow_style))
        self._put(node)
        self.stack.append(_Open(node))

    def _end(self, event: Any) -> None:
        node = self.stack.pop().node
        if node.flow:
            spot = node.spot
            node.spot = Spot(spot.line, spot.column, spot.start, event.end_mark.index)

    def _scalar(self, event: Any) -> Text:
        value, spot = event.value, _spot(event)
        if not event.style and value in ("~", "null"):
            value = ""
        if event.style or event.end_mark.line > event.start_mark.line:
            return Text(*self._folded(value, event.style or "", spot))
        return Text(value, spot)

    def _folded(self, value: str, style: str, spot: Spot) -> tuple[str, Spot, tuple[Seam, ...]]:
        raw = self.text[spot.start : spot.end]
        if style in ("'", '"') and raw[1:-1] == value:
            return value, spot, (Seam(0, 0, 1),)
        joined, seams = folds.folded(value, raw, style)
        return joined, spot, seams

    def _put(self, node: Node) -> None:
        if not self.stack:
            self.made.root = node
            return
        top = self.stack[-1]
        if isinstance(top.node, Listing):
            top.node.append(node)
            self._look(node, "")
            if isinstance(node, Text) and not node:
                self.made.empty.append((top.node, node))
        elif top.key is None:
            top.key = self._key(node)
        else:
            self._pair(top.node, top.key, node)
            top.key = None

    def _key(self, node: Node) -> Text:
        if not isinstance(node, Text):
            raise _Stop(self._problem("yaml-feature", node.spot, "key"))
        if node == "<<":
            raise _Stop(self._problem("yaml-feature", node.spot, "merge"))
        return node

    def _pair(self, mapping: Mapping, key: Text, node: Node) -> None:
        first = mapping.key(key) if key in mapping else None
        if first is not None:
            if len(self.made.problems) < MOST:
                self.made.problems.append(self._problem("duplicate-key", key.spot, key=key, line=first.line))
            return
        if isinstance(node, Text) and not node:
            node = Text("", key.spot)
            self.made.empty.append((mapping, key))
        mapping[key] = node
        self._look(node, key)

    def _look(self, node: Node, key: str) -> None:
        """Finds blanks and slips in a text."""
        if not isinstance(node, Text) or not node:
            return
        spot = node.spot
        if UNWANTED.search(node):
            self.made.problems.append(self._problem("value-wrong", spot, "character"))
        raw = self.text[spot.start : spot.end]
        blank = wrong_blank(node) if key not in AS_PRINTED else None
        if blank is not None:
            self._warn("text-blank", node.at(blank), words=node[max(0, blank - 4) : blank + 6])
        if raw[:1] not in ('"', "'", "|", ">"):
            for variant, words in folds.slips(raw, self.text[spot.end : spot.end + 20]):
                self._warn("text-slip", spot, variant, words=words)

    def _warn(self, code: str, spot: Spot, variant: str = "", **facts: object) -> None:
        if len(self.made.problems) < MOST:
            self.made.problems.append(self._problem(code, spot, variant, Severity.WARNING, **facts))

    def _problem(
        self, code: str, spot: Spot, variant: str = "", severity: Severity = Severity.ERROR, **facts: object
    ) -> Problem:
        place = Place(self.file, spot.line, spot.column)
        return Problem(code, place, severity, variant, {name: brief(value) for name, value in facts.items()})

    def _stop(self, variant: str, event: Any, **facts: object) -> _Stop:
        return _Stop(self._problem("yaml-feature", _spot(event), variant, Severity.ERROR, **facts))


def _spot(event: Any) -> Spot:
    start = event.start_mark
    return Spot(start.line + 1, start.column + 1, start.index, event.end_mark.index)
