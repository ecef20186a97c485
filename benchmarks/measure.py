"""One build in a process of its own: seconds, seconds of processors, peak memory, and what came out."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Build:
    """What one build took and gave."""

    seconds: float
    processor: float
    """Seconds of all processors together, of the process and its children."""
    memory: int
    """Peak, in bytes."""
    pages: int
    """Pages of the site."""
    size: int
    """Bytes of the whole site."""


MKDOCS = (sys.executable, "-m", "mkdocs", "--quiet", "build")


def build(folder: Path, extra_path: Path | None = None, command: Sequence[str] = MKDOCS) -> Build:
    """Build a site in a folder; `extra_path` holds packages that only this build sees."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    if extra_path:
        environment["PYTHONPATH"] = str(extra_path)
    start = time.perf_counter()
    with tempfile.TemporaryFile() as told:  # jieba is never quiet
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=told, stderr=told)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.perf_counter() - start
        if process.returncode:
            told.seek(0)
            raise SystemExit(told.read().decode() + f"\nThe build in {folder.name} failed.")
    pages, size = weigh(folder / "site")
    processor = usage.ru_utime + usage.ru_stime
    return Build(seconds, processor, usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024), pages, size)


def weigh(site: Path) -> tuple[int, int]:
    """Pages, and bytes of everything."""
    pages = size = 0
    for folder, _, names in os.walk(site):
        for name in names:
            size += os.path.getsize(os.path.join(folder, name))
            pages += name.endswith(".html")
    return pages, size
