"""A preview server in a process of its own, on a copy of the small handbook, and how to wait for what it does."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tests.pages.small import FOLDER

LISTENING = "sequences/key-account/competencies/listening.yml"
"""A file of the handbook that previews show."""
LEVEL = "sequences/key-account/level/junior/index.html"
"""A page that shows what stands in it."""
SAID = "让客户把话说完。"
"""A sentence of both."""
PATIENCE = 300.0
"""In seconds; a busy machine is no mistake."""


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@dataclass
class RunningPreview:
    """A preview server that runs."""

    root: Path
    """The folder of mkdocs.yml, with the data in `data/`."""
    address: str
    log: Path
    temporary: Path
    """Where it makes its site folder."""

    @property
    def port(self) -> int:
        """Where it listens."""
        return urlsplit(self.address).port or 0

    @property
    def data(self) -> Path:
        """The data folder."""
        return self.root / "data"

    @property
    def site(self) -> Path:
        """The folder that it serves."""
        (folder,) = self.temporary.glob("mkdocs_*")
        return folder

    def get(self, path: str) -> tuple[int, str]:
        """What is answered: status and text."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=PATIENCE) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def state(self, after: int = -1) -> dict[str, Any]:
        """What the overlay is told, newer than what it knows."""
        state: dict[str, Any] = json.loads(self.get(f"__levelbook/state?after={after}")[1])
        return state

    def until(self, holds: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
        """The first state of which something holds."""
        ends = time.monotonic() + PATIENCE
        state = self.state()
        while not holds(state):
            assert time.monotonic() < ends, (state, self.log.read_text(encoding="utf-8"))
            state = self.state(state["epoch"])
        return state

    def shows(self, path: str, text: str) -> str:
        """A page, once it says something."""
        ends = time.monotonic() + PATIENCE
        while True:
            epoch = self.state()["epoch"]
            page = self.get(path)[1]
            if text in page:
                return page
            assert time.monotonic() < ends, (path, text, self.log.read_text(encoding="utf-8"))
            self.state(epoch)

    def once(self, holds: Callable[[], object]) -> None:
        """Wait until something holds that no state tells of."""
        ends = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < ends, self.log.read_text(encoding="utf-8")
            time.sleep(0.05)

    def says(self, text: str, times: int = 1) -> str:
        """Its log, once it has said something so often; a page is shown before the log says so."""
        self.once(lambda: self.log.read_text(encoding="utf-8").count(text) >= times)
        return self.log.read_text(encoding="utf-8")

    def edit(self, path: str, old: str, new: str) -> None:
        """Replace a text in a data file."""
        file = self.data / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")


CONFIG = """\
site_name: 手册
docs_dir: docs
use_directory_urls: false
theme: {{name: material}}
plugins: [{plugins}{{levelbook: {{folder: data}}}}]
"""


@contextmanager
def mkdocs_serve(
    root: Path, *, plugins: str = "", prepare: Callable[[Path], object] = lambda root: None, **more: str
) -> Iterator[RunningPreview]:
    """`mkdocs serve` on a fresh copy; `prepare` may change it before it starts."""
    shutil.copytree(FOLDER, root / "data")
    (root / "docs").mkdir()
    (root / "docs" / "page.md").write_text("# 自己的一页\n\n[首页](index.md)\n", encoding="utf-8")
    (root / "mkdocs.yml").write_text(CONFIG.format(plugins=plugins), encoding="utf-8")
    prepare(root)
    port = free_port()
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    with _running(command, root, f"http://127.0.0.1:{port}/", more) as preview:
        yield preview


@contextmanager
def levelbook_serve(
    root: Path, *, prepare: Callable[[Path], object] = lambda root: None, port: int = 0
) -> Iterator[RunningPreview]:
    """`levelbook serve` on a fresh copy."""
    shutil.copytree(FOLDER, root / "data")
    prepare(root)
    is_taken, port = bool(port), port or free_port()
    command = [sys.executable, "-m", "levelbook", "serve", "--folder", "data", "--port", str(port)]
    with _running(command, root, "" if is_taken else f"http://127.0.0.1:{port}/", {}) as preview:
        yield preview


@contextmanager
def _running(command: list[str], root: Path, address: str, more: dict[str, str]) -> Iterator[RunningPreview]:
    log, temporary = root / "log.txt", root / "tmp"
    temporary.mkdir()
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "TMPDIR": str(temporary), "PYTHONUNBUFFERED": "1", **more}
    with log.open("w", encoding="utf-8") as out:
        process = subprocess.Popen(command, cwd=root, env=environment, stdout=out, stderr=out)
        try:
            preview = RunningPreview(root, address, log, temporary)
            _wait_for(preview, process)
            yield preview
        finally:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(30)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _wait_for(preview: RunningPreview, process: subprocess.Popen[bytes]) -> None:
    ends = time.monotonic() + PATIENCE
    while True:
        try:
            preview.state()
            return
        except (OSError, ValueError):
            assert process.poll() is None and time.monotonic() < ends, preview.log.read_text(encoding="utf-8")
            time.sleep(0.1)
