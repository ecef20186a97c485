"""The documents say what is true: examples are a handbook without a mistake, quotations and figures those of the data.

A block of YAML whose first line names a file (`# sequences/sales/weights.yml`) is that file; together with those in
company/ they make a handbook.
"""

import re
import shutil
from pathlib import Path

import pytest

from levelbook.build import Site
from levelbook.catalogue import Catalogue
from levelbook.load import load
from levelbook.model.base import Named
from levelbook.model.growth import Fill, FormField, Input, Shows
from levelbook.model.handbook import Handbook
from levelbook.model.scale import Assessment
from levelbook.problems import Severity
from levelbook.site.context import Context
from levelbook.text.inline import parse
from levelbook.text.runs import Bold, InlineCode, InlineLink, InlinePart, InlineText
from tests.pages.tiny import facts

ROOT = Path(__file__).resolve().parents[2]
COMPANY = Path(__file__).parent / "company"
GUIDE = ROOT / "docs" / "guide" / "hr" / "index.md"
QUOTING = (GUIDE, ROOT / "CONTRIBUTING.md")
_FILE = re.compile(r"^```yaml\n# (\S+\.yml)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_INDICATOR = re.compile(r"- id: (TAM-[A-Z0-9]+-\d+)\n +text: (.+)")
_TEACHES = (
    "concepts",
    "scales",
    "releases",
    "sequences/sales/sequence",
    "sequences/sales/competencies/listening",
    "sequences/sales/positions/key-manager",
    *(f"sequences/sales/{name}" for name in ("weights", "actions", "plan", "syllabus", "calibration")),
)


@pytest.fixture(name="taught")
def _taught(tmp_path: Path) -> Handbook:
    """The handbook that the guide's examples make."""
    folder = tmp_path / "company"
    shutil.copytree(COMPANY, folder)
    for name, text in _examples().items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    loaded = load(folder)
    assert [one for one in loaded.problems if one.severity is not Severity.INFORMATION] == []
    assert loaded.handbook is not None
    return loaded.handbook


def _examples() -> dict[str, str]:
    return dict(_FILE.findall(GUIDE.read_text(encoding="utf-8")))


def test_the_examples_for_editors_are_a_handbook_without_a_mistake(taught: Handbook) -> None:
    assert set(_examples()) == {f"{name}.yml" for name in _TEACHES}
    sales = taught.sequences["sales"]
    assert sales.weights and sales.actions and sales.plan and sales.syllabus and sales.calibrations


def test_marks_are_shown_as_the_guide_says() -> None:
    section = re.search(r"\{#inline\}\n(.*?)^## ", GUIDE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    assert section
    rows = re.findall(r"^\| (`+) ?(.+?) ?\1 \| (.+) \|$", section[1], re.MULTILINE)
    assert len(rows) == 7
    assert [_read(parse(written).parts) for _, written, _ in rows] == [read.strip("`") for _, _, read in rows]


def _read(parts: tuple[InlinePart, ...]) -> str:
    """A text as the guide's table tells it."""
    words = {Bold: "（粗体）", InlineCode: "（代码）", InlineLink: "（链接）", InlineText: ""}
    return "".join(
        (_read(one.parts) if isinstance(one, Bold | InlineLink) else one.text) + words[type(one)] for one in parts
    )


def test_the_examples_make_checklists_with_their_plan(taught: Handbook) -> None:
    data = facts(Context(taught, Catalogue("zh")), taught.sequences["sales"], "middle")
    assert data is not None
    assert (data["scale"], data["partScale"], data["pick"]) == ("score-0-3", "seen", 2)
    assert data["modes"] == ["quick", "full"]
    assert {one["kind"] for one in data["items"]} == {"rating", "exam"}
    product = (COMPANY / "sequences/sales/competencies/product.yml").read_text(encoding="utf-8")
    assert f"`{product.splitlines()[-1]}`" in GUIDE.read_text(encoding="utf-8")
    subjects = [(one["name"], one["weight"]) for item in data["items"] for one in item["subjects"]]
    assert subjects == [("产品", "60"), ("价格", "40")]
    rows = {one["id"]: one["rows"] for one in data["plan"]["forms"]}
    assert not data["plan"]["ours"]
    assert rows == {
        **{"head": "one", "choice": "competencies", "gaps": "2", "measures": "many"},
        **{"record": "form:measures", "review": "one", "signatures": "list"},
    }
    head = data["plan"]["forms"][0]["fields"]
    assert [(one["id"], one["more"]) for one in head] == [("department", False), ("direction", True)]


def test_the_examples_can_be_built(taught: Handbook) -> None:
    pages = {one.page.address for one in Site(taught, Catalogue("zh")).pages}
    assert {"check/", "sequences/sales/check/middle/", "sequences/sales/check/key-manager/"} <= pages


def test_every_key_of_assessments_and_forms_is_told() -> None:
    tables = "".join(re.findall(r"^\|.*\|$", GUIDE.read_text(encoding="utf-8"), re.MULTILINE))
    keys = {*Assessment.model_fields, *FormField.model_fields} - set(Named.model_fields)
    values = {one.value for kind in (Input, Shows, Fill) for one in kind}
    assert {one for one in keys | values if f"`{one}`" not in tables} == set()


@pytest.mark.parametrize(("name", "start", "end"), [("manager", "# ", ""), ("employee", "## 自评", "## 搜索")])
def test_buttons_are_called_what_the_pages_call_them(name: str, start: str, end: str) -> None:
    text = (ROOT / "docs" / "guide" / name / "index.md").read_text(encoding="utf-8")
    words = "\n".join(one for area in ("assess", "check") for one in Catalogue("zh").section(area).values())
    quoted = re.findall("“(.+?)”", text[text.index(start) : text.index(end) if end else None])
    assert quoted
    assert [one for one in quoted if one not in words] == []


def test_the_list_of_folders_of_scripts_is_whole() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rows = re.search(r"^\| folder of `frontend/src/` .*?\n\n", text, re.DOTALL | re.MULTILINE)
    assert rows
    told = set(re.findall(r"`([\w/-]+)/`", "".join(line.split("|")[1] for line in rows[0].splitlines()[2:] if line)))
    sources = ROOT / "frontend" / "src"
    assert told == {path.parent.relative_to(sources).as_posix() for path in sources.rglob("*.ts*")}


@pytest.mark.parametrize("page", QUOTING, ids=lambda page: page.parent.name)
def test_indicators_are_quoted_as_they_are(page: Path, texts: dict[str, str]) -> None:
    quoted = _INDICATOR.findall(page.read_text(encoding="utf-8"))
    assert quoted
    assert quoted == [(code, texts[code]) for code, _ in quoted]


def test_the_readme_counts_right(handbook: Handbook) -> None:
    every = handbook.sequences.values()
    competencies = sum(len(one.competencies) for one in every)
    indicators = sum(len(own.every_live()) for one in every for own in one.competencies.values())
    positions = sum(len(one.positions) for one in every)
    chinese = (ROOT / "README.zh-CN.md").read_text(encoding="utf-8")
    assert f"{competencies}项能力，{indicators}条行为指标，{positions}个岗位" in chinese
    english = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"{competencies} competencies, {indicators} indicators, {positions} positions" in english
