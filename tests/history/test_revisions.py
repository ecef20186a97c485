"""Data folders at git revisions, in real repositories."""

import subprocess
from pathlib import Path

import pytest

from levelbook.history import revisions
from levelbook.history.revisions import RevisionProblem, files_at, short_name
from levelbook.loading.files import Unreadable


def git(folder: Path, *arguments: str) -> str:
    settings = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    command = ["git", *settings, "-C", str(folder), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    data = tmp_path / "work" / "资料"
    (data / "sequences").mkdir(parents=True)
    git(tmp_path / "work", "init", "-q", "-b", "main")
    (data / "handbook.yml").write_text("name: 一\n", encoding="utf-8")
    (data / "sequences" / "空 白.yml").write_bytes(b"a\r\nb\n\n")
    (data / ".hidden").write_text("x", encoding="utf-8")
    (tmp_path / "work" / "other.yml").write_text("x", encoding="utf-8")
    (data / "link.yml").symlink_to("../other.yml")
    git(tmp_path / "work", "add", "-A")
    git(tmp_path / "work", "commit", "-qm", "one")
    (data / "handbook.yml").write_text("name: 二\n", encoding="utf-8")
    git(tmp_path / "work", "commit", "-qam", "two")
    return data


def test_the_files_of_a_revision_are_read_byte_for_byte(repository: Path) -> None:
    assert files_at(repository, "HEAD~1") == {
        "handbook.yml": "name: 一\n".encode(),
        "link.yml": Unreadable("link"),
        "sequences/空 白.yml": b"a\r\nb\n\n",
    }
    assert files_at(repository, "main")["handbook.yml"] == "name: 二\n".encode()
    assert len(short_name(repository, "HEAD")) >= 7


def test_nothing_is_touched(repository: Path) -> None:
    (repository / "handbook.yml").write_text("name: 三\n", encoding="utf-8")
    before = git(repository, "status", "--porcelain=v2", "--branch")
    files_at(repository, "HEAD~1")
    assert git(repository, "status", "--porcelain=v2", "--branch") == before


@pytest.mark.parametrize("name", ["nowhere", "--help", "-h", "HEAD~9", "HEAD:handbook.yml", "", "a b", "@{u}"])
def test_what_is_no_revision_is_said(repository: Path, name: str) -> None:
    with pytest.raises(RevisionProblem) as raised:
        files_at(repository, name)
    assert raised.value.reason == "unknown"


def test_a_folder_outside_any_repository(tmp_path: Path) -> None:
    with pytest.raises(RevisionProblem) as raised:
        files_at(tmp_path, "HEAD")
    assert raised.value.reason == "no-repository"


def test_a_revision_without_the_folder(repository: Path) -> None:
    (repository.parent / "later").mkdir()
    with pytest.raises(RevisionProblem) as raised:
        files_at(repository.parent / "later", "HEAD")
    assert (raised.value.reason, raised.value.detail) == ("no-data", "later/")


def test_a_shallow_copy_says_so(repository: Path, tmp_path: Path) -> None:
    old = git(repository, "rev-parse", "HEAD~1")
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{repository.parent}", "copy")
    with pytest.raises(RevisionProblem) as raised:
        files_at(tmp_path / "copy" / "资料", old)
    assert raised.value.reason == "shallow"


def test_a_computer_without_git(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository))
    with pytest.raises(RevisionProblem) as raised:
        files_at(repository, "HEAD")
    assert raised.value.reason == "no-git"


def test_what_a_repository_would_run_is_not_run(repository: Path, tmp_path: Path) -> None:
    spy = tmp_path / "spy.sh"
    spy.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\n", encoding="utf-8")
    spy.chmod(0o755)
    git(repository, "config", "core.fsmonitor", str(spy))
    git(repository, "config", "core.pager", str(spy))
    files_at(repository, "HEAD")
    assert not (tmp_path / "ran").exists()


def test_a_large_file_is_not_read(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(revisions.limits, "BYTES", 7)
    assert files_at(repository, "HEAD")["handbook.yml"] == Unreadable("size")
