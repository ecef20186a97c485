"""Writes the scripts' types of what they read: page data, words and saved file (frontend/src/generated/).

The Python side says what they are: TypedDicts where the data are made, the catalogue, and the schema of saved
assessments. tests/frontend/test_types.py holds the files against this.
"""

import ast
import json
from collections.abc import Iterable, Iterator, Mapping
from enum import EnumType
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from levelbook.catalogue import Catalogue

FOLDER: Final = Path(__file__).resolve().parent.parent / "frontend" / "src" / "generated"
COMMAND: Final = "LEVELBOOK_GOLDEN=write make test ARGS=tests/frontend/test_types.py"
"""Writes the files anew."""
ROOTS: Final = (
    ("levelbook.pages.assessment.page_data", ("ChecklistData", "SavedListData", "TeamData")),
    ("levelbook.pages.transfer.data", ("TransferData",)),
    ("levelbook.pages.search_data", ("SearchData",)),
    ("levelbook.pages.position.key_measures", ("KeyMeasureData",)),
)
"""What pages hand to scripts; what these name comes with them."""
NAMES: Final = {
    "ItemData": "ChecklistItem",
    "PartData": "ChecklistPart",
    "GroupData": "ChecklistGroup",
    "SubjectData": "Subject",
    "UnratedData": "Unrated",
    "ItemKindWord": "ItemKind",
    "ScaleData": "BareScale",
    "ChecklistScale": "Scale",
    "RatingData": "Rating",
    "ExamData": "ExamRule",
    "BandData": "ExamBand",
    "FormData": "PlanForm",
    "FieldData": "PlanField",
    "PhaseData": "PlanPhase",
    "RowData": "PlanFormRow",
    "RoleData": "PlanRole",
    "SequenceData": "ChecklistSequence",
    "RetiredData": "RetiredEntry",
    "OutlineData": "Outline",
    "CellData": "TransferCell",
    "CompetencyData": "TransferCompetency",
    "StopData": "TransferStop",
    "ChangeData": "TransferChange",
    "Input": "FieldInput",
    "Fill": "FieldFill",
    "Shows": "FieldShows",
}
"""What scripts call a type where Python has that name for something else."""
PLAIN: Final = {"str": "string", "int": "number", "float": "number", "bool": "boolean", "None": "null"}
SCHEMA: Final = "assessment-1.schema.json"
SAVED: Final = {
    "file": "SavedAssessment",
    "answer": "Answer",
    "scale": "SavedScale",
    "manager": "ManagerPart",
    "kept": "KeptAnswer",
    "plan_row": "PlanRow",
    "result": "SavedResult",
    "result_groups": "SavedGroupResult",
    "scale_ratings": "SavedRating",
    "scale_exam": "SavedExam",
    "scale_exam_bands": "SavedExamBand",
}
"""What scripts call an object of the saved file, by the key of its description."""
SPOKEN: Final = (("TransferWord", "transfer.result"), ("KeyMeasureWord", "kpi_calc.say"))
"""Words that are handed to scripts besides those of assessments, without an area."""


def _head(sources: str) -> str:
    return f"/* Generated from {sources}; do not edit. Written by: {COMMAND} */\n"


def _comment(text: str, indent: str = "") -> str:
    return f"{indent}/** {' '.join(text.split())} */\n" if text else ""


def _literals(values: Iterable[str]) -> str:
    return " | ".join(f"'{value}'" for value in values)


class _PageData:
    """Types of Python as types of TypeScript, with all that they name."""

    def __init__(self) -> None:
        self.types: dict[str, str] = {}

    def name(self, module: str, name: str) -> str:
        """The name in TypeScript, its type written."""
        given = NAMES.get(name, name)
        if given not in self.types:
            self.types[given] = ""
            home, node, doc = _definition(module, name)
            self.types[given] = _comment(doc) + self._written(home, given, node)
        return given

    def _written(self, module: ModuleType, given: str, node: ast.AST) -> str:
        if isinstance(node, ast.ClassDef):
            kind = getattr(module, node.name)
            if isinstance(kind, EnumType):
                return f"export type {given} = {_literals(member.value for member in kind)};\n"
            bases = [
                self.name(module.__name__, base.id)
                for base in node.bases
                if isinstance(base, ast.Name) and base.id != "TypedDict"
            ]
            extends = f" extends {', '.join(bases)}" if bases else ""
            return f"export interface {given}{extends} {{\n{''.join(self._fields(module, node))}}}\n"
        if isinstance(node, ast.Call):
            pairs = node.args[1]
            assert isinstance(pairs, ast.Dict)
            keys = [key.value for key in pairs.keys if isinstance(key, ast.Constant)]
            fields = zip(keys, pairs.values, strict=True)
            lines = (f"  {key}: {self.written(module, value)};\n" for key, value in fields)
            return f"export interface {given} {{\n{''.join(lines)}}}\n"
        assert isinstance(node, ast.expr)
        return f"export type {given} = {self.written(module, node)};\n"

    def _fields(self, module: ModuleType, node: ast.ClassDef) -> Iterator[str]:
        for field, doc in _documented(node.body):
            if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
                annotation, mark = field.annotation, ""
                if isinstance(annotation, ast.Subscript) and ast.unparse(annotation.value) == "NotRequired":
                    annotation, mark = annotation.slice, "?"
                yield _comment(doc, "  ") + f"  {field.target.id}{mark}: {self.written(module, annotation)};\n"

    def written(self, module: ModuleType, node: ast.expr) -> str:
        """A type as TypeScript writes it."""
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            return self.written(module, ast.parse(node.value, mode="eval").body)
        if isinstance(node, ast.BinOp):
            return f"{self.written(module, node.left)} | {self.written(module, node.right)}"
        if isinstance(node, ast.Subscript):
            return self._generic(module, ast.unparse(node.value), _arguments(node.slice))
        name = ast.unparse(node)
        return PLAIN.get(name) or self.name(module.__name__, name)

    def _generic(self, module: ModuleType, name: str, arguments: list[ast.expr]) -> str:
        if name == "Literal":
            values = [ast.literal_eval(argument) for argument in arguments]
            return " | ".join(f"'{value}'" if isinstance(value, str) else json.dumps(value) for value in values)
        many = isinstance(arguments[-1], ast.Constant) and arguments[-1].value is Ellipsis
        inner = [self.written(module, argument) for argument in arguments[: -1 if many else None]]
        if name == "list" or many:
            return f"({inner[0]})[]" if " | " in inner[0] else f"{inner[0]}[]"
        return f"[{', '.join(inner)}]" if name == "tuple" else f"Record<{', '.join(inner)}>"


def _arguments(node: ast.expr) -> list[ast.expr]:
    return list(node.elts) if isinstance(node, ast.Tuple) else [node]


def _documented(body: list[ast.stmt]) -> Iterator[tuple[ast.stmt, str]]:
    """Statements, each with the text that stands below it."""
    for statement, after in zip(body, [*body[1:], ast.Pass()], strict=True):
        told = isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant)
        yield statement, str(after.value.value) if told else ""


def _definition(module: str, name: str) -> tuple[ModuleType, ast.AST, str]:
    """Where a type is defined, as what, and what is said of it."""
    home = import_module(module)
    assert home.__file__
    for statement, doc in _documented(ast.parse(Path(home.__file__).read_text(encoding="utf-8")).body):
        if isinstance(statement, ast.ClassDef) and statement.name == name:
            return home, statement, ast.get_docstring(statement) or ""
        if isinstance(statement, ast.Assign) and ast.unparse(statement.targets[0]) == name:
            return home, statement.value, doc
        if isinstance(statement, ast.ImportFrom) and any(alias.name == name for alias in statement.names):
            return _definition(str(statement.module), name)
    raise LookupError(f"{module} has no {name}")


def page_data() -> str:
    """What pages hand to scripts."""
    types = _PageData()
    for module, names in ROOTS:
        for name in names:
            types.name(module, name)
    return _head("the TypedDicts of levelbook.pages") + "".join(f"\n{text}" for text in types.types.values())


def _union(section: Mapping[str, str]) -> str:
    """The keys of a section but those of the singular, which scripts find by that of the plural and its count."""
    singulars = {f"{key}_one" for key, text in section.items() if "{n}" in text}
    return "".join(f"\n    | '{key}'" for key in sorted(section.keys() - singulars))


def words() -> str:
    """The keys of what scripts say."""
    catalogue = Catalogue("en")
    areas = dict.fromkeys(key.partition(".")[0] for key in catalogue.section("assess"))
    text = _head("the catalogue (generator/levelbook/locale)")
    text += "\n/** The keys of what assessments say, by area. */\nexport interface Words {\n"
    text += "".join(f"  {area}:{_union(catalogue.section(f'assess.{area}'))};\n" for area in areas) + "}\n"
    for name, section in SPOKEN:
        text += f"\n/** The keys of `{section}`. */\nexport type {name} ={_union(catalogue.section(section))};\n"
    return text


class _SavedFile:
    """The schema of saved assessments as interfaces."""

    def __init__(self) -> None:
        self.words = Catalogue("en")
        self.types: dict[str, str] = {}

    def interface(self, key: str, schema: Mapping[str, Any]) -> str:
        """The name of an object, its interface written."""
        name = SAVED[key]
        if name not in self.types:
            self.types[name] = ""
            required = schema.get("required", ())
            fields = "".join(
                self._field(field, value, field in required) for field, value in schema["properties"].items()
            )
            doc = _comment(self._doc(schema))
            self.types[name] = f"{doc}export interface {name} {{\n{fields}}}\n"
        return name

    def _doc(self, schema: Mapping[str, Any]) -> str:
        key = schema.get("description", "")
        return self.words(key) if key else ""

    def _field(self, field: str, schema: Mapping[str, Any], required: bool) -> str:
        mark = "" if required else "?"
        key = schema.get("description", "").removeprefix("assessment_file.")
        return _comment(self._doc(schema), "  ") + f"  {field}{mark}: {self.written(schema, key)};\n"

    def written(self, schema: Mapping[str, Any], key: str) -> str:
        """A type as TypeScript writes it; `key` is that of the description of what it is in."""
        key = schema.get("description", f"assessment_file.{key}").removeprefix("assessment_file.")
        if "$ref" in schema:
            name = schema["$ref"].rpartition("/")[2]
            return self.interface(name, DEFINITIONS[name])
        if "const" in schema:
            return f"'{schema['const']}'" if isinstance(schema["const"], str) else json.dumps(schema["const"])
        if "enum" in schema:
            return _literals(schema["enum"])
        if "anyOf" in schema:
            return " | ".join(self.written(choice, key) for choice in schema["anyOf"])
        if schema["type"] == "array":
            inner = self.written(schema["items"], key)
            return f"({inner})[]" if " | " in inner else f"{inner}[]"
        if schema["type"] != "object":
            return {"integer": "number"}.get(schema["type"], schema["type"])
        if "properties" in schema:
            return self.interface(key, schema)
        inner = self.written(schema["additionalProperties"], key)
        if key not in SAVED:
            return f"Record<string, {inner}>"
        name = SAVED[key]
        self.types[name] = f"{_comment(self._doc(schema))}export type {name} = Record<string, {inner}>;\n"
        return name


_DOCUMENT: Final = json.loads((files("levelbook") / "static" / SCHEMA).read_text(encoding="utf-8"))
DEFINITIONS: Final = _DOCUMENT["definitions"]


def saved_file() -> str:
    """The document that is kept and saved."""
    types = _SavedFile()
    types.interface("file", _DOCUMENT)
    note = "\n/* Files come from anywhere: fields may be missing, and keys that nobody here knows are kept as they are. */\n"
    return (
        _head(f"{SCHEMA} (generator/levelbook/static)") + note + "".join(f"\n{text}" for text in types.types.values())
    )


def generated() -> dict[str, str]:
    """What stands in each file."""
    return {"page-data.ts": page_data(), "words.ts": words(), "saved-file.ts": saved_file()}
