"""Writes the scripts' types of what they read: page data, words and saved file (frontend/src/generated/).

The Python side says what they are: TypedDicts where the data are made (`typed_dicts`), the catalogue, and the schema of
saved assessments. tests/frontend/test_types.py holds the files against this and writes them anew.
"""

import json
from collections.abc import Iterable, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from levelbook.catalogue import Catalogue
from typed_dicts import TypedDicts, literal

FOLDER: Final = Path(__file__).resolve().parent.parent / "frontend" / "src" / "generated"
COMMAND: Final = "LEVELBOOK_GOLDEN=write make test ARGS=tests/frontend/test_types.py"
"""Writes the files anew."""
ROOTS: Final = (
    (
        "levelbook.pages.assessment.page_data",
        ("ChecklistData", "ChecklistPageData", "SavedListData", "TeamData", "TeamLayerFile"),
    ),
    ("levelbook.pages.transfer.contract", ("TransferIndex", "TransferData")),
    ("levelbook.pages.collection.contract", ("CollectionData",)),
    ("levelbook.components.codes.contract", ("CollectedCodes",)),
    ("levelbook.pages.search.popup", ("SearchPopupData",)),
    ("levelbook.pages.search.contract", ("SearchData",)),
    ("levelbook.pages.position.key_measures", ("KeyMeasureData",)),
    ("levelbook.pages.home.contract", ("MarkedLevels", "SequenceLevels")),
    ("levelbook.pages.notes.question_table", ("QuestionTable",)),
    ("levelbook.components.releases.changed_lines", ("ChangedLinesData",)),
    ("levelbook.components.guidance.data", ("GuidanceData",)),
)
"""What pages hand to scripts; what these name comes with them."""
SERVED: Final = (
    ("levelbook.hosts.serving.board", ("PreviewState",)),
    ("levelbook.hosts.serving.overlay_app", ("MendAnswer",)),
)
"""What a preview server answers to the overlay."""
NAMES: Final = {
    "ItemData": "ChecklistItem",
    "PartData": "ChecklistPart",
    "GroupData": "ChecklistGroup",
    "SequenceData": "ChecklistSequence",
    "SubjectData": "Subject",
    "UnratedData": "Unrated",
    "Unit": "RatedUnit",
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
    "RetiredData": "RetiredEntry",
    "OutlineData": "Outline",
    "CellData": "TransferCell",
    "CompetencyData": "TransferCompetency",
    "StopData": "TransferStop",
    "ChangeData": "TransferChange",
    "Input": "WrittenInput",
    "Fill": "FieldFill",
    "Shows": "FieldShows",
    "Side": "DeductionSide",
}
"""What scripts call a type that Python, where most of these names are taken, calls otherwise."""
SCHEMA: Final = "assessment-2.schema.json"
SAVED: Final = {
    "file": "SavedAssessment",
    "answer": "Answer",
    "scale": "SavedScale",
    "manager": "ManagerPart",
    "manager_handed": "ManagerHanded",
    "handed": "Handed",
    "previous": "PreviousAssessment",
    "agreement": "Agreement",
    "signed": "Signed",
    "signed_by": "Signer",
    "kept": "KeptAnswer",
    "plan_row": "PlanRow",
    "result": "SavedResult",
    "result_groups": "SavedGroupResult",
    "scale_ratings": "SavedRating",
    "scale_exam": "SavedExam",
    "scale_exam_bands": "SavedExamBand",
}
"""What scripts call an object of the saved file, by the key that describes it, or what it is in."""
SPOKEN: Final = {
    "TransferWord": "transfer.result",
    "KeyMeasureWord": "kpi_calc.say",
    "AnswerWord": "notes.answer",
    "MineWord": "mine",
    "NewsWord": "news",
    "SearchWord": "search.say",
    "CollectionWord": "collection.say",
    "OverlayWord": "overlay",
}
"""Words that are handed to scripts besides those of assessments."""


def generated() -> dict[str, str]:
    """What stands in each file."""
    return {
        "page-data.ts": _typed("the TypedDicts of levelbook.pages", ROOTS),
        "served.ts": _typed("the TypedDicts of levelbook.hosts.serving", SERVED),
        "words.ts": words(),
        "saved-file.ts": saved_file(),
    }


def _typed(sources: str, roots: Iterable[tuple[str, tuple[str, ...]]]) -> str:
    types = TypedDicts(NAMES)
    for module, names in roots:
        for name in names:
            types.name(module, name)
    return _file(sources, types.written.values())


def words() -> str:
    """The keys of what scripts say."""
    catalogue = Catalogue("en")
    areas = dict.fromkeys(key.partition(".")[0] for key in catalogue.section("assess"))
    keys = "".join(f"  {area}:{_keys(catalogue.section(f'assess.{area}'))};\n" for area in areas)
    types = [f"/** The keys of what assessments say, by area. */\nexport interface Words {{\n{keys}}}\n"]
    for name, section in SPOKEN.items():
        types.append(f"/** The keys of `{section}`. */\nexport type {name} ={_keys(catalogue.section(section))};\n")
    return _file("the catalogue (generator/levelbook/locale)", types)


def _keys(section: Mapping[str, str]) -> str:
    """The keys of a section but those of the singular, which scripts find by that of the plural and its count."""
    singulars = {f"{key}_one" for key, text in section.items() if "{n}" in text}
    return "".join(f"\n    | '{key}'" for key in sorted(section.keys() - singulars))


def saved_file() -> str:
    """The document that is kept and saved."""
    document = json.loads((files("levelbook") / "static" / SCHEMA).read_text(encoding="utf-8"))
    types = _SavedFile(document["definitions"])
    types.interface("file", document)
    note = "/* Files come from anywhere: fields may be missing, and keys that nobody here knows are kept. */\n"
    return _file(f"{SCHEMA} (generator/levelbook/static)", (note, *types.written.values()))


def _file(sources: str, types: Iterable[str]) -> str:
    head = f"/* Generated from {sources}, do not edit; written by: {COMMAND} */\n/* eslint max-lines: off */\n"
    return "\n".join((head, *types))


class _SavedFile:
    """The objects of the schema of saved assessments, as interfaces."""

    def __init__(self, definitions: Mapping[str, Any]) -> None:
        self._definitions = definitions
        self._words = Catalogue("en")
        self.written: dict[str, str] = {}
        """The text of each type, by its name."""

    def interface(self, key: str, schema: Mapping[str, Any]) -> str:
        """The name of an object, which is written."""
        name = SAVED[key]
        if name not in self.written:
            self.written[name] = ""
            required = schema.get("required", ())
            fields = "".join(self._field(key, kind, key in required) for key, kind in schema["properties"].items())
            self.written[name] = f"{self._doc(schema)}export interface {name} {{\n{fields}}}\n"
        return name

    def _field(self, name: str, schema: Mapping[str, Any], required: bool) -> str:
        return f"{self._doc(schema, '  ')}  {name}{'' if required else '?'}: {self._type(schema, '')};\n"

    def _doc(self, schema: Mapping[str, Any], indent: str = "") -> str:
        return f"{indent}/** {self._words(schema['description'])} */\n" if "description" in schema else ""

    def _type(self, schema: Mapping[str, Any], outer: str) -> str:
        """A type; `outer` is the key that describes what it is in."""
        key = schema.get("description", outer).removeprefix("assessment_file.")
        if "$ref" in schema:
            name = schema["$ref"].rpartition("/")[2]
            return self.interface(name, self._definitions[name])
        if "const" in schema or "enum" in schema:
            return " | ".join(literal(value) for value in schema.get("enum", [schema.get("const")]))
        if "anyOf" in schema:
            return " | ".join(self._type(choice, key) for choice in schema["anyOf"])
        if schema["type"] == "array":
            inner = self._type(schema["items"], key)
            return f"({inner})[]" if " | " in inner else f"{inner}[]"
        if schema["type"] == "object":
            return self.interface(key, schema) if "properties" in schema else self._mapping(schema, key)
        return "number" if schema["type"] == "integer" else str(schema["type"])

    def _mapping(self, schema: Mapping[str, Any], key: str) -> str:
        """What has any keys; a type of its own where it has a name."""
        text = f"Record<string, {self._type(schema['additionalProperties'], key)}>"
        if key not in SAVED:
            return text
        self.written[SAVED[key]] = f"{self._doc(schema)}export type {SAVED[key]} = {text};\n"
        return SAVED[key]
