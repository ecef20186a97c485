"""What all workers of a run use and is dear to make: the first that asks makes it, the others wait and find it."""

import fcntl
import os
from collections.abc import Callable
from pathlib import Path

import pytest


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A path in the run's own temporary folder, and what `make` has put there."""
    root = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        root = root.parent
    target, ready = root / "once" / name, root / f"{name}.ready"
    with (root / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not ready.exists():
            target.parent.mkdir(exist_ok=True)
            make(target)
            ready.touch()
    return target
