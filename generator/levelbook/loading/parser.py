"""From YAML text to a tree of nodes: streaming, without recursion, within fixed bounds."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any, Final

import yaml
from yaml._yaml import CParser

from levelbook.loading import line_joins, syntax, text_slips
from levelbook.loading.nodes import Listing, Mapping, Node, Seam, Spot, Text
from levelbook.loading.suggest import brief
from levelbook.model import limits
from levelbook.problems import Place, Problem, Severity
from levelbook.text import signs

MOST: Final = 1000
"""How many mistakes of writing are told of a file."""


@dataclass(slots=True)
class Empty:
    """A place with nothing in it."""

    holder: Mapping | Listing
    """What it belongs to."""
    at: Text
    """The key with nothing behind it, or the item."""
    written: str = ""
    """What is written there, and nobody sees."""


@dataclass(slots=True)
class Composed:
    """What a text holds, and what is wrong with how it is written."""

    root: Node | None = None
    """The outermost node; none where the file holds nothing or cannot be understood."""
    problems: list[Problem] = field(default_factory=list)
    """What is wrong."""
    empty: list[Empty] = field(default_factory=list)
    """Keys and items with nothing in them."""
    unseen: dict[Spot, list[Problem]] = field(default_factory=dict)
    """Texts with characters that do not belong there, and what was told of them."""
    count: int = 0
    """How many texts, lists and mappings there are."""
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
        builder.end()
        return made
    return Composed(problems=[problem], broken=True, count=made.count)


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
        self.texts: list[Spot] | None = [] if text_slips.TURNS.search(text) else None

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

    def end(self) -> None:
        """Looks at what stands outside of all texts."""
        if self.texts is not None:
            self._tell(text_slips.turns(self.file, self.text, self.texts))

    def _document(self, event: Any) -> None:
        if event.version or event.tags:
            raise self._stop("directive", event)
        if self.made.root is not None:
            raise self._stop("document", event)

    def _plain(self, event: Any) -> None:
        self.made.count += 1
        if self.made.count > limits.ITEMS:
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
        joined, seams = line_joins.folded(value, raw, style)
        return joined, spot, seams

    def _put(self, node: Node) -> None:
        if not self.stack:
            self.made.root = node
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
            self.made.empty.append(Empty(listing, clean, str(node)))
        if len(listing) == limits.LIST + 1:
            self._tell([self._problem("limit-exceeded", node.spot, "list", limit=limits.LIST)])

    def _key(self, node: Node) -> Text:
        if not isinstance(node, Text):
            raise _Stop(self._problem("yaml-feature", node.spot, "key"))
        if node == "<<":
            raise _Stop(self._problem("yaml-feature", node.spot, "merge"))
        if not signs.suspicious(node):
            return node
        told = [replace(one, severity=Severity.ERROR) for one in self._unseen(node)]
        self._note(node, told)
        return Text(signs.bare(node), node.spot) if told else node

    def _pair(self, mapping: Mapping, key: Text, node: Node) -> None:
        first = mapping.key(key) if key in mapping else None
        if first is not None:
            self._tell([self._problem("duplicate-key", key.spot, key=key, line=first.line)])
            return
        clean = self._clean(node, key)
        if isinstance(clean, Text) and not clean:
            clean = Text("", key.spot)
            self.made.empty.append(Empty(mapping, key, str(node)))
        mapping[key] = clean

    def _clean(self, node: Node, key: str) -> Node:
        """A text without what is always wrong in it, once that is told; nothing where nobody sees any of it."""
        if not isinstance(node, Text) or not node:
            return node
        if self.texts is not None:
            self.texts.append(node.spot)
        if not node.strip() or not signs.bare(node):
            return Text("", node.spot)
        self._tell(text_slips.look(self.file, self.text, node, key))
        if not signs.suspicious(node) and not signs.BULLET.match(node):
            return node
        self._note(node, self._unseen(node, key))
        return node.without(signs.wrong(node))

    def _unseen(self, node: Text, key: str = "") -> list[Problem]:
        return list(text_slips.unseen(self.file, node, key))

    def _note(self, node: Text, told: list[Problem]) -> None:
        """Remembers what characters of a text do not belong there, so that nothing else is said of them."""
        if told:
            self.made.unseen[node.spot] = told
            self._tell(told)

    def _tell(self, problems: Iterable[Problem]) -> None:
        self.made.problems.extend(islice(problems, max(0, MOST - len(self.made.problems))))

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
