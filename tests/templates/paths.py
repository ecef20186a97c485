"""Walks templates with the types of what they get, and finds attributes that a type does not have.

Every page names a template and brings a view; the annotations of the view's class say what `v.groups[0].title` is.
The walk goes through a template as the engine would, with types in place of values: both branches of an `if`, the body
of a loop with the type of its elements, and the body of a macro once for all the types that somebody calls it with.
Where a type is not known (the data that scripts read), a path ends, and is counted.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, TypedDict

from jinja2 import Environment, nodes

from levelbook.components.indicators import IndicatorIndexGroup, IndicatorRow
from levelbook.model.base import Shape
from levelbook.site.page import NavItem
from levelbook.site.qr import QrCode
from tests.templates.kinds import ANYTHING, MISSING, WORDS, at, attribute, element, members, positions, union, values

Scope = dict[str, Any]
TEXTS = dict[str, str]


class EditionFacts(TypedDict):
    """What `levelbook.site_context` tells of an edition."""

    tag: str
    name: str
    folder: str
    way: str
    is_here: bool


class SiteFacts(TypedDict):
    """What `levelbook.build` tells of the site around a page outside the theme."""

    name: str
    release: str
    above: str
    original: str
    up: str
    shared_url: str
    edition: str
    editions: tuple[EditionFacts, ...]
    search_script: str
    search_words: str
    search_data: str
    note: str
    first: str
    tabs: tuple[NavItem, ...]


GLOBALS: Scope = {
    "root": WORDS,
    "language": WORDS,
    "policy": WORDS,
    "gap": WORDS,
    "site_url": WORDS,
    "site": SiteFacts,
    "card": TEXTS,
    "pinned_policy": WORDS,
    "guides": TEXTS,
    "t": TEXTS,
    "w": lambda *_: WORDS,
    "stair": lambda *_: WORDS,
    "range": lambda *_: tuple[int, ...],
    "indicator_item": "components/indicators.html.jinja",
    "index_group": "components/index_group.html.jinja",
}
KEPT = {"list", "sort", "select", "reject", "selectattr", "rejectattr", "unique", "reverse"}
"""Filters that give what they get."""
TEXTS_OF = {"name", "text", "marked"}
"""Filters that give a text of a thing of the data."""
NUMBERS = {"length", "sum", "int"}
VALUES = {"qr": QrCode}
"""Filters that give a value of ours."""


@dataclass(frozen=True)
class Macro:
    """A macro, with the names that it sees."""

    template: str
    node: nodes.Macro
    scope: Scope = field(hash=False, compare=False)


class Loop:
    """What `loop` is within a loop."""

    def __init__(self, kind: Any) -> None:
        """Take the type of the elements."""
        self.kind = kind


class Walk:
    """One walk through templates; what it finds wrong, what it could not follow, and what was asked for."""

    def __init__(self, engine: Environment) -> None:
        """Read nothing yet."""
        self._engine = engine
        self._seen: set[tuple[Macro, tuple[Any, ...]]] = set()
        self._trees: dict[str, nodes.Template] = {}
        self._modules: dict[str, Scope] = {}
        self._template = ""
        self.wrong: set[str] = set()
        self.unknown: set[str] = set()
        self.asked: set[tuple[type, str]] = set()

    def page(self, template: str, page: type, view: type) -> None:
        """Walk a page's template, and what it extends."""
        scope = {**GLOBALS, "page": page, "v": view}
        for name in self._extended(template):
            self._visit(name, self._tree(name).body, scope)

    def _extended(self, template: str) -> list[str]:
        """A template and those that it extends, the outermost last."""
        parents = [node.template.value for node in self._tree(template).find_all(nodes.Extends)]
        return [template, *(name for parent in parents for name in self._extended(parent))]

    def _tree(self, template: str) -> nodes.Template:
        if template not in self._trees:
            assert self._engine.loader
            self._trees[template] = self._engine.parse(self._engine.loader.get_source(self._engine, template)[0])
        return self._trees[template]

    def _module(self, template: str) -> Scope:
        """The names that a template gives to those that import it."""
        if template not in self._modules:
            scope = self._modules[template] = dict(GLOBALS)
            self._visit(template, self._tree(template).body, scope)
        return self._modules[template]

    def _visit(self, template: str, body: Iterable[nodes.Node], scope: Scope) -> None:
        """Walk what stands in another template, and come back."""
        outer, self._template = self._template, template
        self._body(body, scope)
        self._template = outer

    def _body(self, body: Iterable[nodes.Node], scope: Scope) -> None:
        for node in body:
            getattr(self, f"_{type(node).__name__.lower()}", self._other)(node, scope)

    def _other(self, node: nodes.Node, scope: Scope) -> None:
        """Output, and whatever else only holds expressions."""
        for child in node.iter_child_nodes():
            self.kind(child, scope)

    def _extends(self, node: nodes.Extends, scope: Scope) -> None:
        """Walked after the template that extends."""

    def _block(self, node: nodes.Block, scope: Scope) -> None:
        self._body(node.body, dict(scope))

    def _fromimport(self, node: nodes.FromImport, scope: Scope) -> None:
        module = self._module(node.template.value)
        for name in node.names:
            own, here = name if isinstance(name, tuple) else (name, name)
            if own not in module:
                self._complain(node, f"{own}: {node.template.value} has no such macro")
            scope[here] = module.get(own, ANYTHING)

    def _macro(self, node: nodes.Macro, scope: Scope) -> None:
        scope[node.name] = Macro(self._template, node, scope)

    def _if(self, node: nodes.If, scope: Scope) -> None:
        self.kind(node.test, scope)
        self._body([*node.body, *node.elif_, *node.else_], scope)

    def _for(self, node: nodes.For, scope: Scope) -> None:
        kind = element(self.kind(node.iter, scope))
        inner = {**scope, "loop": Loop(kind)}
        _bind(node.target, kind, inner)
        if node.test:
            self.kind(node.test, inner)
        self._body(node.body, inner)
        self._body(node.else_, scope)

    def _assign(self, node: nodes.Assign, scope: Scope) -> None:
        _bind(node.target, self.kind(node.node, scope), scope)

    def _callblock(self, node: nodes.CallBlock, scope: Scope) -> None:
        self.kind(node.call, scope)
        self._body(node.body, scope | {arg.name: ANYTHING for arg in node.args})

    def kind(self, node: nodes.Node, scope: Scope) -> Any:
        """The type of an expression."""
        rule: Callable[[Any, Scope], Any] | None = getattr(self, f"_kind_{type(node).__name__.lower()}", None)
        if rule:
            return rule(node, scope)
        for child in node.iter_child_nodes():
            self.kind(child, scope)
        return bool if isinstance(node, nodes.Compare | nodes.Not) else WORDS

    def _kind_name(self, node: nodes.Name, scope: Scope) -> Any:
        if node.name in ("caller", "kwargs", "varargs"):
            return {"caller": lambda *_: WORDS, "kwargs": TEXTS, "varargs": tuple[str, ...]}[node.name]
        if node.name not in scope:
            self._complain(node, f"{node.name}: nothing has this name")
        return scope.get(node.name, ANYTHING)

    def _kind_const(self, node: nodes.Const, scope: Scope) -> Any:
        return type(node.value)

    def _kind_tuple(self, node: nodes.Tuple | nodes.List, scope: Scope) -> Any:
        return tuple[tuple(self.kind(item, scope) for item in node.items)] if node.items else tuple[()]

    _kind_list = _kind_tuple

    def _kind_dict(self, node: nodes.Dict, scope: Scope) -> Any:
        kinds = [self.kind(pair.value, scope) for pair in node.items]
        return dict[str, union(*kinds)] if kinds else dict  # type: ignore[misc]

    def _kind_condexpr(self, node: nodes.CondExpr, scope: Scope) -> Any:
        self.kind(node.test, scope)
        return union(self.kind(node.expr1, scope), self.kind(node.expr2, scope) if node.expr2 else None)

    def _kind_or(self, node: nodes.Or, scope: Scope) -> Any:
        return union(self.kind(node.left, scope), self.kind(node.right, scope))

    _kind_and = _kind_or

    def _kind_getattr(self, node: nodes.Getattr, scope: Scope) -> Any:
        return self._attribute(node, self.kind(node.node, scope), node.attr)

    def _attribute(self, node: nodes.Node, kind: Any, name: str) -> Any:
        if isinstance(kind, Loop):
            return kind.kind if name in ("previtem", "nextitem") else int
        found = []
        for part in members(kind):
            reached = attribute(part, name)
            if reached is MISSING:
                self._complain(node, f"{name}: {getattr(part, '__name__', part)} has no such attribute")
            elif part is ANYTHING:
                self.unknown.add(f"{self._template}:{node.lineno}: {name}")
            else:
                self.asked.add((part, name))
                found.append(reached)
        return found[0] if len(found) == 1 else union(*found) if found else ANYTHING if members(kind) else None

    def _kind_getitem(self, node: nodes.Getitem, scope: Scope) -> Any:
        kind = self.kind(node.node, scope)
        self.kind(node.arg, scope)
        found = at(kind, node.arg.value if isinstance(node.arg, nodes.Const) else None)
        if found is MISSING:
            self._complain(node, f"[{node.arg.value}]: {kind} is not so long")  # type: ignore[attr-defined]
        return ANYTHING if found is MISSING else found

    def _kind_filter(self, node: nodes.Filter, scope: Scope) -> Any:
        kind = self.kind(node.node, scope) if node.node else WORDS
        for child in (*node.args, *(argument.value for argument in node.kwargs)):
            self.kind(child, scope)
        if node.name in ("selectattr", "rejectattr"):
            self._along(node, element(kind), node.args[0].as_const())
        if node.name in TEXTS_OF:
            self._text_of(node, kind)
        if node.name == "map":
            named = {argument.key: argument.value.as_const() for argument in node.kwargs}
            return tuple[self._along(node, element(kind), named["attribute"]) if named else int, ...]  # type: ignore
        if node.name in VALUES:
            return VALUES[node.name]
        return kind if node.name in KEPT else int if node.name in NUMBERS else WORDS

    def _text_of(self, node: nodes.Filter, kind: Any) -> None:
        """A text of a thing of the data is one that its shape has."""
        key = node.args[0].as_const() if node.args else "name"
        for part in members(kind):
            if part is not ANYTHING and not (issubclass(part, Shape) and key in part.model_fields):
                self._complain(node, f"{node.name}: {part.__name__} has no text {key}")

    def _along(self, node: nodes.Node, kind: Any, path: str) -> Any:
        for name in path.split("."):
            kind = self._attribute(node, kind, name)
        return kind

    def _kind_call(self, node: nodes.Call, scope: Scope) -> Any:
        called = self.kind(node.node, scope)
        given = [self.kind(argument, scope) for argument in node.args]
        named = {argument.key: self.kind(argument.value, scope) for argument in node.kwargs}
        if node.dyn_kwargs:
            self.kind(node.dyn_kwargs, scope)
        if called == GLOBALS["indicator_item"]:
            self._kept(node, given[0], IndicatorRow)
            called = self._module(called)["indicator_item"]
        if called == GLOBALS["index_group"]:
            self._kept(node, given[0], IndicatorIndexGroup)
            called = self._module(called)["index_group"]
        if isinstance(called, Macro):
            self._enter(node, called, given, named)
            return WORDS
        if isinstance(node.node, nodes.Getattr):
            return self._method(node.node, scope)
        return called(*given) if callable(called) else ANYTHING

    def _kept(self, node: nodes.Node, kind: Any, taken: type) -> None:
        """The renderer keeps what values of this kind became, and takes nothing else."""
        if members(kind) != (taken,):
            self._complain(node, f"{kind} is no {taken.__name__}")

    def _method(self, node: nodes.Getattr, scope: Scope) -> Any:
        owner = self.kind(node.node, scope)
        if node.attr == "items":
            return tuple[tuple[str, values(owner)], ...]  # type: ignore[misc]
        return values(owner) if node.attr == "get" else bool

    def _enter(self, node: nodes.Node, macro: Macro, given: list[Any], named: Scope) -> None:
        """Walk the body of a macro with the types of its arguments."""
        parameters = [parameter.name for parameter in macro.node.args]
        defaults = macro.node.defaults
        absent = parameters[len(parameters) - len(defaults) :]
        bound = {name: self.kind(default, macro.scope) for name, default in zip(absent, defaults, strict=True)}
        bound |= dict(zip(parameters, given, strict=False)) | {key: named[key] for key in parameters if key in named}
        for name in parameters:
            if name not in bound:
                self._complain(node, f"{macro.node.name}: {name} is not given")
        key = (macro, tuple(bound.items()))
        if key not in self._seen:
            self._seen.add(key)
            self._visit(macro.template, macro.node.body, {**macro.scope, **bound})

    def _complain(self, node: nodes.Node, problem: str) -> None:
        self.wrong.add(f"{self._template}:{node.lineno}: {problem}")


def _bind(target: nodes.Node, kind: Any, scope: Scope) -> None:
    if isinstance(target, nodes.Name):
        scope[target.name] = kind
    elif isinstance(target, nodes.Tuple):
        for name, part in zip(target.items, positions(kind, len(target.items)), strict=True):
            _bind(name, part, scope)
