"""TypedDicts of Python as interfaces of TypeScript, with the texts that stand below their fields.

Read from the source, as annotations that are evaluated no longer know what their parts were called.
"""

import ast
import json
from collections.abc import Iterator, Mapping
from enum import Enum
from importlib import import_module
from pathlib import Path
from typing import Any, Final, NamedTuple

PLAIN: Final = {"str": "string", "int": "number", "float": "number", "bool": "boolean", "None": "null"}


class _Definition(NamedTuple):
    """Where a type stands, as what, and what is said of it."""

    module: str
    node: ast.ClassDef | ast.expr
    doc: str


class TypedDicts:
    """TypedDicts as interfaces, with all types that they name."""

    def __init__(self, names: Mapping[str, str]) -> None:
        """Take what types are called in TypeScript, where that is something else."""
        self._names = names
        self.written: dict[str, str] = {}
        """The text of each type, by its name in TypeScript."""

    def name(self, module: str, name: str) -> str:
        """What a type is called in TypeScript; it is written."""
        given = self._names.get(name, name)
        if given not in self.written:
            self.written[given] = ""
            definition = _definition(module, name)
            self.written[given] = _doc(definition.doc) + self._declaration(definition, given)
        return given

    def _declaration(self, definition: _Definition, given: str) -> str:
        module, node, _ = definition
        if isinstance(node, ast.Call):
            fields = "".join(f"  {key}: {self._type(module, kind)};\n" for key, kind in _pairs(node))
            return f"export interface {given} {{\n{fields}}}\n"
        if not isinstance(node, ast.ClassDef):
            return f"export type {given} = {self._type(module, node)};\n"
        kind = getattr(import_module(module), node.name)
        if issubclass(kind, Enum):
            values = [str(member.value) for member in kind]
            return f"export type {given} = {' | '.join(map(literal, values))};\n"
        bases = [self.name(module, ast.unparse(base)) for base in node.bases if ast.unparse(base) != "TypedDict"]
        extends = f" extends {', '.join(bases)}" if bases else ""
        return f"export interface {given}{extends} {{\n{''.join(self._fields(module, node))}}}\n"

    def _fields(self, module: str, node: ast.ClassDef) -> Iterator[str]:
        for statement, doc in _documented(node.body):
            if isinstance(statement, ast.AnnAssign):
                kind, mark = statement.annotation, ""
                if isinstance(kind, ast.Subscript) and ast.unparse(kind.value) == "NotRequired":
                    kind, mark = kind.slice, "?"
                yield f"{_doc(doc, '  ')}  {ast.unparse(statement.target)}{mark}: {self._type(module, kind)};\n"

    def _type(self, module: str, node: ast.expr) -> str:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            return self._type(module, ast.parse(node.value, mode="eval").body)
        if isinstance(node, ast.BinOp):
            return f"{self._type(module, node.left)} | {self._type(module, node.right)}"
        if isinstance(node, ast.Subscript):
            arguments = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
            return self._generic(module, ast.unparse(node.value), arguments)
        return PLAIN.get(ast.unparse(node)) or self.name(module, ast.unparse(node))

    def _generic(self, module: str, name: str, arguments: list[ast.expr]) -> str:
        if name == "Literal":
            return " | ".join(literal(ast.literal_eval(argument)) for argument in arguments)
        kinds = [self._type(module, argument) for argument in arguments if ast.unparse(argument) != "..."]
        if name == "list" or len(kinds) < len(arguments):
            return f"({kinds[0]})[]" if " | " in kinds[0] else f"{kinds[0]}[]"
        if name == "tuple":
            return f"[{', '.join(kinds)}]"
        assert name == "dict", name
        return f"Record<{', '.join(kinds)}>" if kinds[0] == "string" else f"Partial<Record<{', '.join(kinds)}>>"


def _definition(module: str, name: str) -> _Definition:
    """The definition of a name, followed through imports."""
    path = import_module(module).__file__
    assert path
    for statement, doc in _documented(ast.parse(Path(path).read_text(encoding="utf-8")).body):
        if isinstance(statement, ast.ClassDef) and statement.name == name:
            return _Definition(module, statement, ast.get_docstring(statement) or "")
        if isinstance(statement, ast.Assign) and ast.unparse(statement.targets[0]) == name:
            return _Definition(module, statement.value, doc)
        if isinstance(statement, ast.ImportFrom) and any(alias.name == name for alias in statement.names):
            return _definition(str(statement.module), name)
    raise LookupError(f"{module} has no {name}")


def _documented(body: list[ast.stmt]) -> Iterator[tuple[ast.stmt, str]]:
    """Statements, each with the text that stands below it."""
    for statement, below in zip(body, [*body[1:], ast.Pass()], strict=True):
        said = below.value.value if isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant) else ""
        yield statement, str(said)


def _pairs(node: ast.Call) -> Iterator[tuple[str, ast.expr]]:
    """Keys and types of a TypedDict that is called, as one has to whose keys are words of Python."""
    fields = node.args[1]
    assert isinstance(fields, ast.Dict)
    for key, kind in zip(fields.keys, fields.values, strict=True):
        assert key
        yield ast.literal_eval(key), kind


def literal(value: Any) -> str:
    """A text or number as TypeScript writes it."""
    return json.dumps(value, ensure_ascii=False).replace('"', "'")


def _doc(text: str, indent: str = "") -> str:
    return f"{indent}/** {' '.join(text.split())} */\n" if text else ""
