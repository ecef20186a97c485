"""Every case in this folder: files that stand in place of those of `base/`, and the exact lines that `check` prints.

A case is a small YAML file: `files` (path: text), `gbk` (the same, saved in GBK), `folders` and `remove` (paths), then
`zh` and `en`, what is said. With LEVELBOOK_GOLDEN=write in the environment, `zh` and `en` are written anew.
"""

import os
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from levelbook.build import Site
from levelbook.catalogue import LANGUAGES, Catalogue
from levelbook.load import load
from levelbook.problems import as_text

HERE = Path(__file__).parent
CASES = sorted(HERE.glob("*/*.yml"))
CASES = [case for case in CASES if case.parent.name not in ("base", "mistakes")]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.stem}")
def test_case(case: Path, tmp_path: Path) -> None:
    text = case.read_text(encoding="utf-8")
    wanted = yaml.load(text, yaml.BaseLoader)
    folder = tmp_path / "data"
    lay_out(wanted, folder)
    loaded = load(folder)
    problems = loaded.problems
    if loaded.handbook and case.parent.name == "address-gone":  # which is seen of what stands on pages
        problems = [*problems, *Site(loaded.handbook, Catalogue("zh")).problems]
    said = {lang: "".join(as_text(one, Catalogue(lang)) + "\n" for one in problems) for lang in LANGUAGES}
    if os.environ.get("LEVELBOOK_GOLDEN") == "write":
        case.write_text(text.split("\nzh:")[0].rstrip("\n") + "\n" + written(said), encoding="utf-8")
        return
    assert said == {lang: wanted[lang] for lang in LANGUAGES}
    assert not problems or case.parent.name in {one.code for one in problems}


def lay_out(wanted: dict[str, Any], folder: Path) -> None:
    shutil.copytree(HERE / "base", folder)
    for path in [*wanted.get("remove", []), *wanted.get("folders", [])]:
        (folder / path).unlink()
    for path in wanted.get("folders", []):
        (folder / path).mkdir()
    for encoding, files in (("utf-8", wanted.get("files", {})), ("gbk", wanted.get("gbk", {}))):
        for path, text in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(text.encode(encoding))


def written(said: dict[str, str]) -> str:
    parts = []
    for language, lines in said.items():
        body = "".join(f"  {line}\n" for line in lines.splitlines())
        parts.append(f"{language}: |\n{body}" if body else f'{language}: ""\n')
    return "".join(parts)


def test_base_is_clean() -> None:
    assert load(HERE / "base").problems == []


def test_every_code_has_a_case() -> None:
    codes = {key.split(".")[0] for key in Catalogue("zh").section("problem") if "." in key}
    assert {case.parent.name for case in CASES} == codes
