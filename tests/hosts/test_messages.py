"""What a build that cannot go on says, and in which language."""

from pathlib import Path

import pytest

from tests.site_build import build


def project(folder: Path, handbook: str, plugin: str = "levelbook") -> Path:
    """A site around a handbook of one file."""
    (folder / "docs").mkdir()
    (folder / "rubric_data").mkdir()
    (folder / "rubric_data" / "handbook.yml").write_text(handbook, encoding="utf-8")
    config = folder / "mkdocs.yml"
    config.write_text(f"site_name: x\ntheme: {{name: material}}\nplugins:\n  - {plugin}\n", encoding="utf-8")
    return config


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "error: There can be no key"), ('"en"', "error: There can be no key"), ("zh", "错误：这里不能有键")],
)
def test_errors_are_told_in_the_language_of_the_handbook(language: str, told: str, tmp_path: Path) -> None:
    run = build(tmp_path / "site", config=project(tmp_path, f"name: A\nlanguage: {language}\nbogus: 1\n"))
    assert run.returncode == 1
    assert f"rubric_data/handbook.yml:3:1: {told}" in run.stderr


def test_a_folder_without_a_handbook_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    run = build(tmp_path / "site", config=project(tmp_path, "name: A\n", "levelbook: {folder: nowhere}"))
    assert run.returncode == 1
    assert "mkdocs.yml says folder: nowhere for levelbook, but there is no handbook there" in run.stderr
    assert run.stderr.count("nowhere") == 1
