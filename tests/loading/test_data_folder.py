"""The data folder is found from wherever one stands, and whatever part of it is named."""

from pathlib import Path

import pytest

from levelbook.loading.data_folder import DataFolder, find_data_folder


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    sequence = tmp_path / "project" / "rubric_data" / "sequences" / "sales"
    sequence.mkdir(parents=True)
    (sequence / "sequence.yml").write_text("code: SAL\n", encoding="utf-8")
    (sequence.parents[1] / "handbook.yml").write_text("name: A\n", encoding="utf-8")
    (tmp_path / "project" / "docs").mkdir()
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "project")
    return tmp_path / "project"


@pytest.mark.parametrize(
    ("here", "named", "path", "part"),
    [
        (".", None, "rubric_data", ""),
        ("docs", None, "../rubric_data", ""),
        ("rubric_data/sequences/sales", None, "../..", ""),
        ("rubric_data", None, ".", ""),
        (".", "rubric_data", "rubric_data", ""),
        (".", ".", "rubric_data", ""),
        ("rubric_data", ".", ".", ""),
        (".", "rubric_data/sequences/sales", "rubric_data", "sequences/sales"),
        ("rubric_data/sequences", "sales/sequence.yml", "..", "sequences/sales/sequence.yml"),
        ("../elsewhere", "../project", "../project/rubric_data", ""),
    ],
)
def test_found(
    here: str, named: str | None, path: str, part: str, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project / here)
    assert find_data_folder(Path(named) if named else None) == DataFolder(Path(path), part)


@pytest.mark.parametrize(("here", "named"), [("../elsewhere", None), (".", "docs"), (".", "../elsewhere")])
def test_not_found(here: str, named: str | None, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project / here)
    assert find_data_folder(Path(named) if named else None) is None


def test_an_absolute_folder_stays_absolute(project: Path) -> None:
    file = project / "rubric_data" / "handbook.yml"
    assert find_data_folder(file) == DataFolder(project / "rubric_data", "handbook.yml")


def test_a_part_holds_what_lies_in_it() -> None:
    folder = DataFolder(Path("data"), "sequences/sales")
    assert folder.holds("sequences/sales/sequence.yml")
    assert not folder.holds("sequences/sales-two/sequence.yml")
    assert DataFolder(Path("data")).holds("handbook.yml")
