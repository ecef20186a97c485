"""`levelbook kit`: the files of each code host, shown, asked for, written, and never over others."""

from pathlib import Path
from shutil import copytree

import pytest
import yaml

from levelbook.catalogue import LANGUAGES, Catalogue
from levelbook.commands.cli import main
from levelbook.commands.kit.files import HOSTS, KitSettings, kit_files
from tests.commands.small_handbook import BASE

ROOT = Path(__file__).parents[3]
OURS = KitSettings(
    "rubric_data", "main", "pip install --require-hashes --requirement requirements/site.txt\npip install --no-deps ."
)
"""This repository's own: it installs what stands in it."""


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "vendor").mkdir()
    (tmp_path / "vendor" / "levelbook-0.3.0-py3-none-any.whl").touch()
    copytree(BASE, tmp_path / "hr" / "rubric_data")
    monkeypatch.chdir(tmp_path / "hr")
    return tmp_path


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("host", HOSTS)
def test_files_are_filled_in(host: str, language: str) -> None:
    for path, text in kit_files(host, KitSettings("hr/data", "trunk", "one\ntwo"), Catalogue(language)):
        assert "@{" not in text, path
        if path.endswith(".yml"):
            assert yaml.safe_load(text), path
        if "workflows" in path:
            assert "          one\n          two\n" in text
            assert "hr/data/**" in text
            assert 'branches: ["trunk"]' in text


@pytest.mark.parametrize("host", ["github", "gitlab", "gitea"])
def test_this_repository_uses_what_it_gives_to_others(host: str) -> None:
    for path, text in kit_files(host, OURS, Catalogue("zh")):
        own = (ROOT / path).read_text(encoding="utf-8")
        if path == ".gitlab-ci.yml":
            assert own.startswith(text.split("\n", 1)[1]), "what is included comes first, our own tests follow"
        else:
            assert own == text, f"run levelbook kit {host} anew into {path}"


def test_hooks_are_the_same_for_those_who_install_them_from_here() -> None:
    (_, text), *_ = kit_files("pre-commit", OURS, Catalogue("en"))
    local = yaml.safe_load(text)["repos"][0]["hooks"]
    given = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    for ours, theirs in zip(given, local, strict=True):
        assert {**ours, "language": "system"} == {**theirs, "description": ours["description"]}


def test_files_are_written_from_the_root_of_the_repository(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["kit", "gitea", "--language", "en"]) == 3, "nobody can be asked here"
    assert "+++ .gitea/workflows/handbook.yml\n" in capsys.readouterr().out
    assert not (repository / ".gitea").exists()
    assert main(["kit", "gitea", "--language", "en", "--yes"]) == 0
    assert 'paths: ["hr/rubric_data/**"' in (repository / ".gitea/workflows/handbook.yml").read_text(encoding="utf-8")
    assert main(["kit", "gitea", "--language", "en", "--yes"]) == 0
    assert capsys.readouterr().out.endswith(
        ".gitea/workflows/handbook.yml is like this already.\n"
        ".gitea/PULL_REQUEST_TEMPLATE.md is like this already.\n\nThere is nothing to write.\n"
    )


def test_a_file_that_is_there_stays_as_it_is(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (repository / ".gitlab-ci.yml").write_text("stages: [test]\n", encoding="utf-8")
    (repository / ".gitlab").mkdir()
    (repository / ".gitlab/handbook.yml").write_text("mine: {}\n", encoding="utf-8")
    assert main(["kit", "gitlab", "--language", "en", "--yes"]) == 0
    assert (repository / ".gitlab-ci.yml").read_text(encoding="utf-8") == "stages: [test]\n"
    assert (repository / ".gitlab/handbook.yml").read_text(encoding="utf-8") == "mine: {}\n"
    out = capsys.readouterr().out
    assert ".gitlab/handbook.yml is there already and differs; it was left alone. What would be written:\n" in out
    assert (
        "Add these two lines to your own .gitlab-ci.yml:\ninclude:\n  - local: .gitlab/handbook.yml\n--- /dev/null"
        in out
    )
    assert (repository / ".gitlab/merge_request_templates/Default.md").is_file()


def test_how_it_is_installed_is_seen_in_the_repository_or_asked_for(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["kit", "github"])
    assert "+          pip install ./vendor/levelbook-0.3.0-py3-none-any.whl\n" in capsys.readouterr().out
    (repository / "requirements.txt").write_text("levelbook @ file:vendor/levelbook.whl\n", encoding="utf-8")
    main(["kit", "github"])
    assert "+          pip install --requirement requirements.txt\n" in capsys.readouterr().out
    (repository / "requirements.txt").unlink()
    (repository / "vendor" / "levelbook-0.3.0-py3-none-any.whl").unlink()
    assert main(["kit", "github", "--language", "en"]) == 2
    assert "levelbook kit github --install" in capsys.readouterr().err
