"""Single changes of a module that a test should notice: comparisons, `and` and `or`, `not`, plus and minus, numbers.

A change is made in the tree and the whole module is written anew from it, since the places of nodes in f-strings cannot
be relied on. What cannot change what a program does is left out: annotations, decorators (sizes of caches), assertions,
and what is raised; so is plus between texts or lists, where minus fails in any test that comes by.
"""

import ast
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass

_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_ADDED: dict[type[ast.operator], type[ast.operator]] = {ast.Add: ast.Sub, ast.Sub: ast.Add}
_JOINED: dict[type[ast.boolop], type[ast.boolop]] = {ast.And: ast.Or, ast.Or: ast.And}
_NO_NUMBERS = (ast.JoinedStr, ast.List, ast.ListComp, ast.Tuple, ast.Dict)
_SKIPPED_FIELDS = {"annotation", "returns", "decorator_list"}
_LONGEST = 110

Names = tuple[str, ...]


@dataclass(frozen=True)
class Mutation:
    """One change of a module."""

    module: str
    """Its path below the package."""
    line: int
    function: str
    """What it stands in, with dots; empty at the level of the module."""
    change: str
    """The expression before and after."""
    tree: ast.Module
    old: ast.AST
    new: ast.AST

    @property
    def key(self) -> tuple[str, str, str]:
        """What names it, whatever line it stands on."""
        return self.module, self.function, self.change

    def source(self) -> str:
        """The whole module with this change."""
        return _written(self.tree, self.old, self.new)


class _Swap(ast.NodeTransformer):
    """Puts one node in the place of another."""

    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self._old, self._new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        return self._new if node is self._old else self.generic_visit(node)


def mutations(module: str, source: str) -> Iterator[Mutation]:
    """Every change of a module, in the order of the file."""
    tree = ast.parse(source)
    for node, around, function in _nodes(tree, tree, ()):
        for new in _changed(node):
            shown = around if isinstance(node, ast.Constant) else node
            change = f"{_short(ast.unparse(shown))} → {_short(_written(shown, node, new))}"
            yield Mutation(module, getattr(node, "lineno", 0), ".".join(function), change, tree, node, new)


def _written(tree: ast.AST, old: ast.AST, new: ast.AST) -> str:
    """The source of a tree in which one node stands for another; the tree itself stays as it is."""
    changed = _Swap(old, new).visit(tree)
    try:
        return ast.unparse(changed)
    finally:
        _Swap(new, old).visit(changed)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


def _nodes(node: ast.AST, around: ast.AST, names: Names) -> Iterator[tuple[ast.AST, ast.AST, Names]]:
    """The nodes of a tree that may be changed, each with what it is read in and the names around it."""
    if isinstance(node, ast.Raise | ast.Assert):
        return
    yield node, around, names
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        names = (*names, node.name)
    of_attribute = isinstance(node, ast.Subscript) and isinstance(around, ast.Attribute)
    wider = around if of_attribute or isinstance(node, ast.Slice | ast.UnaryOp) else node
    for field, value in ast.iter_fields(node):
        if field in _SKIPPED_FIELDS:
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from _nodes(child, wider, names)


def _changed(node: ast.AST) -> Iterator[ast.AST]:
    """What may stand in the place of a node."""
    if isinstance(node, ast.Compare):
        for at, op in enumerate(node.ops):
            yield _with(node, ops=[*node.ops[:at], _COMPARED[type(op)](), *node.ops[at + 1 :]])
    elif isinstance(node, ast.BoolOp):
        yield _with(node, op=_JOINED[type(node.op)]())
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield node.operand
    elif isinstance(node, ast.BinOp | ast.AugAssign) and type(node.op) in _ADDED and _of_numbers(node):
        yield _with(node, op=_ADDED[type(node.op)]())
    elif isinstance(node, ast.Constant) and type(node.value) is int:
        yield _with(node, value=node.value + 1)


def _with(node: ast.AST, **fields: object) -> ast.AST:
    new = copy(node)
    for name, value in fields.items():
        setattr(new, name, value)
    return new


def _of_numbers(node: ast.BinOp | ast.AugAssign) -> bool:
    """Whether both sides of a plus or minus may be numbers, as far as it can be seen here."""
    sides = [node.left, node.right] if isinstance(node, ast.BinOp) else [node.value]
    return not any(
        isinstance(side, _NO_NUMBERS) or (isinstance(side, ast.Constant) and isinstance(side.value, str | bytes))
        for side in sides
    )
