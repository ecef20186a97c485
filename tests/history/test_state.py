"""Whether data is as committed, without running what a repository wants to run over its files."""

import subprocess
from pathlib import Path

import pytest

from levelbook.history.revisions import state_of


def git(home: Path, *arguments: str) -> None:
    owner = ("-c", "user.name=hr", "-c", "user.email=hr@example.com", "-c", "init.defaultBranch=main")
    subprocess.run(["git", *owner, *arguments], cwd=home, check=True, capture_output=True)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder that has been committed."""
    data = tmp_path / "home" / "data"
    data.mkdir(parents=True)
    (data / "handbook.yml").write_text("name: a\n")
    git(data, "init", "--quiet", "..")
    git(data, "add", ".")
    git(data, "commit", "--quiet", "--message", "All")
    return data


def test_what_is_not_as_committed_is_said(data: Path) -> None:
    commit, is_changed = state_of([data])
    assert (len(commit), is_changed) == (40, False)
    (data / "new.yml").write_text("name: b\n")
    assert state_of([data]) == (commit, True)


@pytest.mark.parametrize("filter_name", ["x", "a=b", "with.dots"])
@pytest.mark.parametrize("kind", ["clean", "process"])
def test_a_repository_runs_nothing(data: Path, kind: str, filter_name: str) -> None:
    ran = data.parent / "ran"
    with (data.parent / ".git" / "config").open("a") as config:
        config.write(f'[filter "{filter_name}"]\n\t{kind} = touch {ran}\n\trequired = true\n')
    (data.parent / ".git" / "info" / "attributes").write_text(f"*.yml filter={filter_name}\n")
    (data / "handbook.yml").write_text("name: b\n")
    assert state_of([data])[1]
    assert not ran.exists()


def test_settings_of_the_environment_stay(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pipelines name trusted folders in this way."""
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "status.showUntrackedFiles")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "no")
    git(data, "config", "filter.x.clean", "cat")
    (data / "handbook.yml").write_text("name: b\n")
    assert state_of([data])[1]
