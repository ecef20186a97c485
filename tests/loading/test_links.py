"""Symbolic links in the data folder: those that lead out of it are told, and nothing of what they lead to."""

import shutil
from pathlib import Path

import pytest

from levelbook.catalogue import LANGUAGES, Catalogue
from levelbook.load import files_in, load
from levelbook.problems import as_text

BASE = Path(__file__).parents[1] / "golden" / "base"
SECRET = "password: hunter2\ntoken: abc\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path / "data")
    (tmp_path / "secrets.yml").write_text(SECRET, encoding="utf-8")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "b.yml").write_text(SECRET, encoding="utf-8")
    return tmp_path / "data"


def told(folder: Path) -> list[tuple[str, str, str]]:
    return [(one.place.file, one.code, one.variant) for one in load(folder).problems]


@pytest.mark.parametrize("path", ["concepts.yml", "sequences/shared/competencies/b.yml", "note.txt"])
def test_a_file_outside(folder: Path, path: str) -> None:
    (folder / path).unlink(missing_ok=True)
    (folder / path).symlink_to(folder.parent / "secrets.yml")
    assert (path, "file-unreadable", "outside") in told(folder)
    messages = "".join(as_text(one, Catalogue(language)) for language in LANGUAGES for one in load(folder).problems)
    assert not any(word in messages for word in ("hunter2", "token", "abc", "password"))


@pytest.mark.parametrize("target", ["/", "../../elsewhere", "../../..", "/proc"])
def test_a_folder_outside(folder: Path, target: str) -> None:
    (folder / "sequences" / "more").symlink_to(target, target_is_directory=True)
    (folder / "sequences" / "shared" / "positions").symlink_to(folder.parent / "elsewhere")
    assert told(folder) == [
        ("sequences/more", "file-unreadable", "outside"),
        ("sequences/shared/positions", "file-unreadable", "outside"),
    ]
    assert len(list(files_in(folder))) == len(list(files_in(BASE))) + 2, "nothing of it was walked through"


def test_links_within_the_folder(folder: Path) -> None:
    file = folder / "sequences" / "shared" / "competencies" / "negotiation.yml"
    file.rename(folder / "sequences" / ".shared.yml")
    file.symlink_to("../../.shared.yml")
    assert told(folder) == [], "a file is read through its link"
    (folder / "loop").symlink_to(folder)
    assert told(folder) == [], "what leads back to where it stands is read already"
    (folder / "aaa").symlink_to("sequences")
    assert told(folder) == [("aaa", "file-unreadable", "linked-folder")], "and nothing is read twice"


def test_the_folder_itself_may_be_a_link(folder: Path) -> None:
    link = folder.parent / "link"
    link.symlink_to(folder)
    assert told(link) == []
    (folder / "sequences" / "again").symlink_to(link)
    assert told(link) == told(folder) == []
