"""The JSON Schema that editors use: current, in agreement with the data, and as strict as the checks about names."""

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from levelbook.catalogue import LANGUAGES, Catalogue
from levelbook.load import load
from levelbook.schema.document import document, shapes
from levelbook.schema.files import first_line, schema_files, write
from levelbook.schema.key_texts import KeyTexts
from levelbook.site_builder import SiteBuilder
from levelbook.site_context import SiteOptions
from tests.pages.small import small
from tests.schema.editors import mistakes, schema_named_by

ROOT = Path(__file__).parents[2]
DATA = ROOT / "rubric_data"
EDITED = sorted(
    path for path in DATA.rglob("*.yml") if path.parent.name != "history" and path.name != "translations.yml"
)
"""What people write; what releases leave, and which wording a translation was made from, commands write alone."""
BASE = ROOT / "tests/golden/base"
OWN = "sequences/telecom-account-manager"
CELL = "name: 甲\nlevels:\n  {level}: {{indicators: [{{text: 乙, {more}}}]}}\n"


def names_alone(text: str) -> object:
    """A schema without what things are called, which changes with every text that is mended."""
    return json.loads(text, object_hook=lambda table: {k: v for k, v in table.items() if k not in _WORDS})


_WORDS = {"description", "enumDescriptions", "errorMessage"}


def test_written_schemas_are_current() -> None:
    wanted = schema_files(load(DATA).folder, Catalogue("zh"))
    for path, text in wanted.items():
        assert names_alone((DATA / path).read_text(encoding="utf-8")) == names_alone(text), "run: levelbook schema"
    assert {path.relative_to(DATA).as_posix() for path in DATA.rglob(".schema/*")} == wanted.keys()


def test_a_preview_in_the_same_process_changes_no_schema() -> None:
    before = {name: document(shape, KeyTexts(Catalogue("zh"))) for name, shape in shapes().items()}
    assert "defaultSnippets" in before["competency"]["$defs"]["Cell"]
    builder = SiteBuilder(Catalogue("zh"), SiteOptions())
    assert builder.build(small()).pages
    assert {name: document(shape, KeyTexts(Catalogue("zh"))) for name, shape in shapes().items()} == before


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", shapes())
def test_schemas_are_valid_and_every_key_and_value_is_explained(name: str, language: str) -> None:
    schema = document(shapes()[name], KeyTexts(Catalogue(language)))
    jsonschema.Draft7Validator.check_schema(schema)
    for definition in [schema, *schema.get("$defs", {}).values()]:
        for key, part in definition.get("properties", {}).items():
            assert part.get("description"), f"{name}: {key}"
        if "enum" in definition:
            assert len(definition["enum"]) == len(definition["enumDescriptions"])


@pytest.mark.parametrize("path", EDITED, ids=lambda path: path.relative_to(DATA).as_posix())
def test_data_files_lead_to_their_schema_and_fit(path: Path) -> None:
    assert path.read_text(encoding="utf-8").splitlines()[0] == first_line(path.relative_to(DATA).as_posix())
    assert mistakes(schema_named_by(path), path.read_text(encoding="utf-8")) == []


def test_files_of_another_handbook_fit_its_own_schemas(tmp_path: Path) -> None:
    write(tmp_path, schema_files(load(BASE).folder, Catalogue("en")))
    for path in sorted(BASE.rglob("*.yml")):
        name = path.relative_to(BASE).as_posix()
        schema = ((tmp_path / name).parent / first_line(name).partition("=")[2]).resolve()
        assert mistakes(schema, path.read_text(encoding="utf-8")) == [], name


def test_files_that_name_the_schema_of_all_sequences_still_fit() -> None:
    for path in sorted(DATA.glob(f"{OWN}/competencies/*.yml")):
        assert mistakes(DATA / ".schema/competency.json", path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("competency", "{name: 甲, blank: 未写, nmae: 乙}"),
        ("competency", "{name: 甲, concept: no-such-concept, blank: 未写}"),
        ("competency", "{name: 甲, levels: {m1: {blank: 未写}}}"),
        ("competency", "{name: 甲, levels: {junior: {}}}"),
        ("competency", "{name: 甲, levels: {junior: {blank: 甲, not_required: 乙}}}"),
        ("competency", "{name: 甲, levels: {junior: {same_as: m1}}}"),
        ("competency", CELL.format(level="junior", more="raises: [TAM-ACH-99]")),
        ("competency", CELL.format(level="junior", more="see: [no-such-thing]")),
        ("competency", CELL.format(level="junior", more="txet: 丙")),
        ("competency", "{blank: 未写}"),
        ("sequence", "{code: KEY, name: 甲, groups: [{id: a, name: 乙, kind: ablity}]}"),
        ("sequence", "{code: KEY, name: 甲, groups: [{id: a, name: 乙, competencies: [no-such-one]}]}"),
        ("sequence", "{code: KEY, name: 甲, grades: [{id: a, name: 乙, level: m1}]}"),
        ("sequence", "{code: KEY, name: 甲, assessment: {scale: no-such-scale}}"),
        ("position", "{name: 甲, level: m1}"),
        ("position", "{name: 甲, required: {execution: m1}}"),
        ("position", "{name: 甲, required: {no-such-one: junior}}"),
        ("weights", "{points: {basic: {junior: 十五}}}"),
        ("weights", "{points: {basic: {m1: 15}}}"),
        ("weights", "{points: {no-such-row: 15}}"),
    ],
)
def test_mistakes_are_seen(name: str, text: str) -> None:
    assert mistakes(DATA / OWN / ".schema" / f"{name}.json", text)


def test_a_key_mistyped_in_an_indicator_is_told_as_that_key() -> None:
    told = mistakes(DATA / ".schema/competency.json", CELL.format(level="junior", more="txet: 丙"))
    assert any("txet" in message for message in told)


@pytest.mark.parametrize(
    "text",
    [
        "{name: 甲, indicators: [短, {text: 长}]}",
        "{name: 甲, name_en: A, covers: [乙, {name: 丙, weight: {junior: blank}}], concept: drive}",
        "{name: 甲, aliases: [乙], sections: [一, {name: 二, items: [三]}], blank: 未写}",
        "{name: 2012, sensitive: yes, blank: 未写}",
        CELL.format(level="senior", more="raises: [TAM-ACH-01], see: [execution@junior, tencent-market/]"),
    ],
)
def test_short_forms_translations_and_own_names_fit(text: str) -> None:
    assert mistakes(DATA / OWN / ".schema/competency.json", text) == []


def test_files_are_the_same_whatever_the_order_of_sets() -> None:
    """Classes stand in sets in the order of their addresses, which is another in each process."""
    code = (
        "from pathlib import Path\n"
        "from hashlib import sha256\n"
        "from levelbook.catalogue import Catalogue\n"
        "from levelbook.load import load\n"
        "from levelbook.schema.files import schema_files\n"
        f"files = schema_files(load(Path({str(BASE)!r})).folder, Catalogue('zh'))\n"
        "print(sha256(repr(files).encode()).hexdigest())\n"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", f"ballast = [type(f'T{{n}}', (), {{}}) for n in range({at} * 7)]\n{code}"],
            env={**os.environ, "PYTHONHASHSEED": str(at)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for at in range(4)
    ]
    assert len(set(runs)) == 1
