"""The package as a company gets it: the wheel alone, in an empty folder, with nothing of this repository beside it."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import hatchling.build
import pytest

from tests.once import made_once
from tests.site_build import ROOT, packaged

BLOCK = re.compile(r"^```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
NAMED = re.compile(r"# (?P<path>\S+\.yml)\n")
INSTALLS = ("python3 -m venv", ".venv/bin/pip install")
"""Lines of the README that the wheel stands in for: it is put beside the packages that the tests have."""


@dataclass(frozen=True)
class Company:
    """A folder in which somebody follows the README."""

    folder: Path
    """Where it is."""
    environment: Mapping[str, str]
    """With the wheel in front of everything else that Python finds."""

    def run(self, *words: str, status: int = 0) -> str:
        """What a command says; it has to end as meant."""
        command = [sys.executable, "-m", *words]
        run = subprocess.run(
            command, cwd=self.folder, env=dict(self.environment), capture_output=True, text=True, check=False
        )
        assert run.returncode == status, run.stdout + run.stderr
        return run.stdout + run.stderr

    def write(self, path: str, text: str) -> None:
        """A file of the company's."""
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / path).write_text(text, encoding="utf-8")

    def follow(self, readme: str) -> list[str]:
        """Does what the README says, block by block; the result is what was done."""
        done = []
        for block in BLOCK.finditer((ROOT / readme).read_text(encoding="utf-8")):
            if block["kind"] == "yaml":
                named = NAMED.match(block["text"])
                assert named or "path: ladder/" in block["text"], block["text"]
                if not named:  # the way beside a site that is there
                    continue
                self.write(named["path"], block["text"])
                done.append(named["path"])
            for line in block["text"].splitlines() if block["kind"] == "sh" else ():
                if not line.startswith(INSTALLS):
                    self._do(line)
                done.append(line)
        return done

    def _do(self, line: str) -> None:
        tool, *words = line.split()
        if tool == "mkdir":
            for path in words[1:]:
                (self.folder / path).mkdir(parents=True, exist_ok=True)
        else:
            self.run(tool.removeprefix(".venv/bin/"), *words)


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder into which the built wheel was unpacked."""
    return made_once(tmp_path_factory, "wheel", _build_wheel) / "unpacked"


def _build_wheel(target: Path) -> None:
    target.mkdir()
    made = packaged(hatchling.build.build_wheel, target)
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target"]
    subprocess.run([*command, str(target / "unpacked"), str(made)], check=True)


@dataclass(frozen=True)
class Followed:
    """A folder in which a README has been followed; nobody changes it."""

    folder: Path
    """Where it is."""
    done: list[str]
    """What was done."""


@pytest.fixture(scope="session")
def followed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Followed]:
    """Follows a README, once in all tests."""

    def follow(readme: str) -> Followed:
        def make(target: Path) -> None:
            (target / "company").mkdir(parents=True)
            done = employed(wheel, target / "company").follow(readme)
            (target / "done.json").write_text(json.dumps(done), encoding="utf-8")

        target = made_once(tmp_path_factory, f"followed-{readme}", make)
        return Followed(target / "company", json.loads((target / "done.json").read_text(encoding="utf-8")))

    return follow


@pytest.fixture
def company(wheel: Path, tmp_path: Path) -> Company:
    """An empty folder, and a Python that has the wheel."""
    return employed(wheel, tmp_path)


def employed(wheel: Path, folder: Path) -> Company:
    """A folder in which somebody works with the wheel."""
    environment = {**os.environ, "PYTHONPATH": str(wheel), "NO_MKDOCS_2_WARNING": "1", "LC_ALL": "C.UTF-8"}
    made = Company(folder, environment)
    command = [sys.executable, "-c", "import levelbook; print(levelbook.__file__)"]
    run = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=True)
    assert run.stdout.startswith(str(wheel)), "it is the wheel that is tried, not this repository"
    return made
