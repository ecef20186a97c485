"""Builds the handbook as `make site` does, and the package, for tests that read or visit them."""

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def build(target: Path, *, host: str = "mkdocs", config: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run a strict build of the repository's handbook into a folder."""
    command = [sys.executable, "-m", host, "build", "--strict", "--site-dir", str(target)]
    if config:
        command += ["--config-file", str(config)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONHASHSEED": "random"}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def packaged(make: Callable[[str], str], target: Path) -> Path:
    """The archive of the repository that a function of hatchling puts into a folder; it packs where it stands."""
    with chdir(ROOT):
        return target / make(str(target))
