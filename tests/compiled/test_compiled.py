"""A template is compiled once; one that changes is compiled again, whatever lies in the folder."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from levelbook import compiled
from levelbook.build import RenderedPage, outputs
from levelbook.catalogue import Catalogue
from levelbook.compiled import FOLDER, CompiledTemplates, compiled_templates
from tests.pages.small import small


class Counting(Environment):
    """An engine that counts what it compiles itself."""

    times = 0

    def _generate(self, *args: object, **kwargs: object) -> str:
        self.times += 1
        return super()._generate(*args, **kwargs)  # type: ignore[arg-type]


def _says(folder: Path, known: CompiledTemplates) -> tuple[str, int]:
    """What the template in a folder says, and whether a new engine had to compile it."""
    engine = Counting(loader=FileSystemLoader(folder), bytecode_cache=known)
    return engine.get_template("page").render(), engine.times


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    """A folder with a template."""
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "page").write_text("{{ 6 * 7 }}")
    return tmp_path / "templates"


def test_a_second_engine_finds_it_compiled(templates: Path) -> None:
    known = CompiledTemplates("")
    assert [_says(templates, known) for _ in range(3)] == [("42", 1), ("42", 0), ("42", 0)]


def test_a_template_that_changes_says_what_it_says_now(templates: Path, tmp_path: Path) -> None:
    for known in (CompiledTemplates(""), CompiledTemplates("", tmp_path / "kept")):
        for text in ("one", "two", "one", "one"):
            (templates / "page").write_text(text)
            assert _says(templates, known)[0] == text


def test_the_next_process_finds_it_in_the_folder(templates: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept" / "here"
    assert _says(templates, CompiledTemplates("", kept)) == ("42", 1)
    assert _says(templates, CompiledTemplates("", kept)) == ("42", 0)
    assert len([*kept.iterdir()]) == 1


def test_an_engine_set_up_otherwise_does_not(templates: Path, tmp_path: Path) -> None:
    assert _says(templates, CompiledTemplates("a", tmp_path)) == ("42", 1)
    assert _says(templates, CompiledTemplates("b", tmp_path)) == ("42", 1)
    assert _says(templates, CompiledTemplates("b", tmp_path)) == ("42", 0)


def test_nor_does_one_of_a_template_of_the_name_in_another_folder(templates: Path, tmp_path: Path) -> None:
    known = CompiledTemplates("", tmp_path / "kept")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "page").write_text("other")
    assert [_says(templates, known)[0], _says(tmp_path / "other", known)[0]] == ["42", "other"]


@pytest.mark.parametrize("cut", range(0, 160, 7))
def test_a_file_that_is_broken_counts_as_missing(templates: Path, tmp_path: Path, cut: int) -> None:
    kept = tmp_path / "kept"
    _says(templates, CompiledTemplates("", kept))
    [file] = kept.iterdir()
    file.write_bytes(file.read_bytes()[:cut])
    assert _says(templates, CompiledTemplates("", kept)) == ("42", 1)
    assert _says(templates, CompiledTemplates("", kept)) == ("42", 0)


def test_a_folder_that_cannot_be_one_keeps_nobody_from_building(templates: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert _says(templates, CompiledTemplates("", tmp_path / "file")) == ("42", 1)


def test_a_folder_is_used_where_the_environment_names_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FOLDER, str(tmp_path))
    assert compiled_templates(compiled.__file__)._folder == tmp_path
    monkeypatch.delenv(FOLDER)
    assert compiled_templates(compiled.__file__)._folder is None


BUILDING = """
import sys
from levelbook.build import outputs, RenderedPage
from levelbook.catalogue import Catalogue
from tests.pages.small import small
for output in outputs(small(), Catalogue("zh")):
    text = output.html if isinstance(output, RenderedPage) else output.text
    sys.stdout.buffer.write(text.encode())
"""


def test_pages_say_the_same_with_a_folder_and_without(tmp_path: Path) -> None:
    def built(folder: str) -> str:
        environment = {**os.environ, FOLDER: folder}
        run = subprocess.run([sys.executable, "-c", BUILDING], env=environment, capture_output=True, check=True)
        return run.stdout.decode()

    without, first, second = (built(folder) for folder in ("", str(tmp_path), str(tmp_path)))
    assert without == first == second
    here = outputs(small(), Catalogue("zh"))
    assert without == "".join(one.html if isinstance(one, RenderedPage) else one.text for one in here)
