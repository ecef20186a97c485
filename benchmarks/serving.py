"""How long it takes from a saved file to the new text in an answer of `mkdocs serve`, and a whole build beside it.

`python benchmarks/serving.py` measures the repository's own handbook, and an invented one of 12,000 indicators. A text
of one indicator is changed again and again; what counts is the time until its level's page says it. For comparison a
hand-written page is changed, which takes a whole build. Both in the same process.
"""

import argparse
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import as_rubric
import invented
from results import put, table

ROOT = Path(__file__).resolve().parent.parent
RESULTS = Path(__file__).with_name("results.md")
TIMES = 20
POLL = 0.005
"""In seconds."""


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
        process.send_signal(signal.SIGINT)
        process.wait()


def text_at(address: str) -> str:
    """What is answered; nothing while nobody answers."""
    try:
        with urllib.request.urlopen(address, timeout=600) as answer:
            return str(answer.read().decode())
    except (OSError, urllib.error.HTTPError):
        return ""


def seconds_until(address: str, text: str) -> float:
    """How long it takes until an address says something."""
    begun = time.perf_counter()
    while text not in text_at(address):
        time.sleep(POLL)
    return time.perf_counter() - begun


def edits(address: str, file: Path, old: str, times: int) -> list[float]:
    """The seconds of each change of a text."""
    before = file.read_text(encoding="utf-8")
    assert old in before, old
    taken = []
    for number in range(times):
        new = f"第{number}次改写"
        file.write_text(before.replace(old, new, 1), encoding="utf-8")
        taken.append(seconds_until(address, new))
        time.sleep(0.3)
    file.write_text(before, encoding="utf-8")
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


def measured(name: str, folder: Path, page: str, file: Path, text: str, prose: tuple[str, str, str]) -> list[str]:
    """A row of the table."""
    with served(folder) as address:
        start = seconds_until(address + page, text)
        edits(address + page, file, text, 2)
        seconds_until(address + page, text)
        quick = edits(address + page, file, text, TIMES)
        source, written, old = prose
        whole = edits(address + written, folder / source, old, 3)
    share = median(quick) / median(whole)
    row = [median(quick), max(quick), median(whole)]
    print(name, [f"{value:.2f}" for value in row], f"{share:.3f}", f"start {start:.1f}", flush=True)
    return [name, *(f"{value:.2f} s" for value in row), f"{share:.2f}", f"{start:.1f} s"]


def main() -> None:
    """Measure both sizes and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sequences", type=int, default=69, help="of the invented handbook; 0 for none")
    options = parser.parse_args()
    head = ["handbook", f"edit to answer, median of {TIMES}", "longest", "whole build to answer", "ratio", "start"]
    rows = [head]
    with tempfile.TemporaryDirectory() as name:
        page, file, text = own(Path(name))
        prose = _prose(Path(name))
        rows.append(measured("this one", Path(name), page, file, text, prose))
    if options.sequences:
        with tempfile.TemporaryDirectory() as name:
            page, file, text = large(Path(name), options.sequences)
            prose = _prose(Path(name))
            rows.append(measured("12,000 indicators", Path(name), page, file, text, prose))
    put(RESULTS, f"# An edit on the screen\n\n{table(rows)}\n\n`python benchmarks/serving.py`\n")


def _prose(folder: Path) -> tuple[str, str, str]:
    """A hand-written page with a text of it."""
    (folder / "docs/measured.md").write_text("# 一页\n\n正文。\n", encoding="utf-8")
    return "docs/measured.md", "measured.html", "正文。"


if __name__ == "__main__":
    main()
