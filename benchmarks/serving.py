"""How long it takes from a saved file to the new text on the screen with `mkdocs serve`, and a whole build beside it.

`python benchmarks/serving.py` measures the repository's own handbook, and an invented one of 12,000 indicators. A text
of one indicator is changed again and again; what counts is the time until Chromium, open at its level's page, has
painted it. For comparison a hand-written page is changed, which takes a whole build. Both in the same process.
"""

import argparse
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

import as_rubric
import invented
from results import put, table

ROOT = Path(__file__).resolve().parent.parent
RESULTS = Path(__file__).with_name("results.md")
TIMES = 20
POLL = 0.05
"""In seconds."""
PAUSE = 2500
"""In milliseconds: so that a build is over before the next edit comes."""
SEEN = """addEventListener('DOMContentLoaded', () => requestAnimationFrame(() => requestAnimationFrame(() => {
  const found = /第\\d+次改写/.exec(document.body.textContent);
  if (found) window.painted(found[0]);
})))"""
"""Tells of a new text once the frame that shows it has been painted."""
EXPLAINED = """\
`python benchmarks/serving.py`

- From the moment at which a file of the data is written to the frame of Chromium that shows the new text, in a tab that
  is open at a page with it. The whole build is what a change of a hand-written page takes, in the same process.
"""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a preview of a project."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "--quiet", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL)
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait()


def seconds_until_answered(address: str) -> float:
    """How long it takes until a server that starts answers with a page."""
    begun = time.perf_counter()
    while True:
        try:
            with urllib.request.urlopen(address, timeout=600):
                return time.perf_counter() - begun
        except OSError:
            time.sleep(POLL)


class Screen:
    """A browser's tab, and when each new text was painted in it."""

    def __init__(self, browser: Browser) -> None:
        """Open it."""
        self._tab = browser.new_page(viewport={"width": 1280, "height": 900})
        self._painted: dict[str, float] = {}
        self._tab.expose_binding("painted", self._note)
        self._tab.add_init_script(SEEN)

    def _note(self, _: object, text: str) -> None:
        self._painted.setdefault(text, time.perf_counter())

    def edits(self, address: str, file: Path, old: str, times: int) -> list[float]:
        """The seconds from each change of a file to the new text on the screen."""
        self._tab.goto(address)
        self._painted.clear()
        before = file.read_text(encoding="utf-8")
        assert old in before, old
        taken = []
        for number in range(times):
            self._tab.wait_for_timeout(PAUSE)
            new = f"第{number}次改写"
            begun = time.perf_counter()
            file.write_text(before.replace(old, new, 1), encoding="utf-8")
            while new not in self._painted:
                self._tab.wait_for_timeout(1)
            taken.append(self._painted[new] - begun)
        self._tab.wait_for_timeout(PAUSE)
        file.write_text(before, encoding="utf-8")
        self._tab.wait_for_timeout(PAUSE)
        return taken


def own(folder: Path) -> tuple[str, Path, str]:
    """The repository's own handbook: a page, the file that it shows, and a text of it."""
    for name in ("rubric_data", "docs", "overrides"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    file = folder / "rubric_data/sequences/telecom-account-manager/competencies/achievement-orientation.yml"
    return "sequences/telecom-account-manager/level/junior/index.html", file, "肯下功夫做事，看得出想把工作做好。"


def large(folder: Path, sequences: int) -> tuple[str, Path, str]:
    """An invented one."""
    handbook = invented.make_handbook(invented.PAGES * sequences)
    as_rubric.write(folder, handbook)
    sequence = handbook[0]
    text = next(sequence.competencies).cells[0].indicators[0].text
    file = next(path for path in (folder / "rubric_data/sequences" / sequence.id).rglob("*.yml") if _says(path, text))
    return f"sequences/{sequence.id}/level/{invented.LEVELS[0]}/index.html", file, text


def _says(path: Path, text: str) -> bool:
    return text in path.read_text(encoding="utf-8")


def measured(
    name: str, browser: Browser, folder: Path, page: str, file: Path, text: str, prose: tuple[str, str, str]
) -> list[str]:
    """A row of the table."""
    with served(folder) as address:
        start = seconds_until_answered(address + page)
        screen = Screen(browser)
        screen.edits(address + page, file, text, 2)
        quick = screen.edits(address + page, file, text, TIMES)
        source, written, old = prose
        whole = screen.edits(address + written, folder / source, old, 3)
    share = median(quick) / median(whole)
    row = [median(quick), max(quick), median(whole)]
    print(name, [f"{value:.2f}" for value in row], f"{share:.3f}", f"start {start:.1f}", flush=True)
    return [name, *(f"{value:.2f} s" for value in row), f"{share:.3f}", f"{start:.1f} s"]


def main() -> None:
    """Measure both sizes and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sequences", type=int, default=69, help="of the invented handbook; 0 for none")
    options = parser.parse_args()
    head = ["handbook", f"edit to screen, median of {TIMES}", "longest", "whole build to screen", "ratio", "start"]
    rows = [head]
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        with tempfile.TemporaryDirectory() as name:
            page, file, text = own(Path(name))
            rows.append(measured("this one", browser, Path(name), page, file, text, _prose(Path(name))))
        if options.sequences:
            with tempfile.TemporaryDirectory() as name:
                page, file, text = large(Path(name), options.sequences)
                prose = _prose(Path(name))
                rows.append(measured("12,000 indicators", browser, Path(name), page, file, text, prose))
    put(RESULTS, f"# An edit on the screen\n\n{table(rows)}\n\n{EXPLAINED}")


def _prose(folder: Path) -> tuple[str, str, str]:
    """A hand-written page with a text of it."""
    (folder / "docs/measured.md").write_text("# 一页\n\n正文。\n", encoding="utf-8")
    return "docs/measured.md", "measured.html", "正文。"


if __name__ == "__main__":
    main()
