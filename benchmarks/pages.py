"""What a page costs whoever opens it: requests, bytes, and how long it does not answer, against stock Material.

Opens a page of each kind of a built site in Chromium, and the same content as a page of stock MkDocs with Material, in
the same run: `python benchmarks/pages.py site`. Writes its table into results.md.
"""

import argparse
import gzip
import re
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

from playwright.sync_api import Browser, sync_playwright

import results

SEQUENCE = "sequences/telecom-account-manager"
KINDS = {
    "home": "index.html",
    "sequence": f"{SEQUENCE}/index.html",
    "level": f"{SEQUENCE}/level/senior/index.html",
    "competency": f"{SEQUENCE}/competency/achievement-orientation/index.html",
    "comparison": f"{SEQUENCE}/compare/advanced/senior/index.html",
    "matrix": f"{SEQUENCE}/matrix/index.html",
    "checklist": f"{SEQUENCE}/check/advanced/index.html",
    "saved assessments": "check/index.html",
    "move": "move/index.html",
    "index of indicators": "indicators/index.html",
    "indicator": "id/TAM-ACH-13/index.html",
    "hand-written": "guide/hr/index.html",
}
"""A page of each kind, in the handbook of this repository."""
SLOWER = 4
"""How much slower than this machine's the processor is made."""
LONG_TASKS = """
  window.blocked = 0;
  new PerformanceObserver(list => list.getEntries().forEach(task => { window.blocked += task.duration - 50; }))
    .observe({ type: 'longtask', buffered: true });
"""
STOCK = """site_name: Stock
use_directory_urls: false
theme: {name: material, font: false, features: [navigation.tabs, navigation.path, navigation.footer, toc.follow]}
plugins: [search]
validation: {not_found: ignore, anchors: ignore, absolute_links: ignore, unrecognized_links: ignore}
"""
NOTES = """\
- Each page over http in a new browser profile, Chromium, window of 1280 × 900; *blocked* is the total blocking time
  (what tasks take beyond 50 ms) with the processor slowed down {slower} times, the median of {runs} runs. gzip as a
  server would send it.
- *Stock* is the same content area as a page of MkDocs with Material, its own search, no plugin and no script of ours.
"""
HEAD = ("page", "requests", "KB", "KB, gzip", "blocked, ms", "stock: requests", "KB", "KB, gzip", "blocked, ms")


@dataclass(frozen=True)
class Cost:
    """What opening a page costs."""

    requests: int
    size: int
    zipped: int
    blocked: float

    @property
    def cells(self) -> list[str]:
        """Its figures, as a table shows them."""
        return [str(self.requests), f"{self.size / 1000:.0f}", f"{self.zipped / 1000:.1f}", f"{self.blocked:.0f}"]


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Address of a folder on a server of this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def build_stock(site: Path, target: Path) -> None:
    """The same content areas as pages of stock MkDocs and Material."""
    (target / "mkdocs.yml").write_text(STOCK, encoding="utf-8")
    for name in KINDS.values():
        text = (site / name).read_text(encoding="utf-8")
        page = (target / "docs" / name).with_suffix(".md")
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(f"<div>\n{content_of(text)}\n</div>\n", encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(target / "site")]
    subprocess.run(command, cwd=target, check=True)


def content_of(html: str) -> str:
    """The content area of a page, without scripts, and without blank lines, which would end a block of HTML."""
    area = re.search(r"<article[^>]*>(.*)</article>|<main[^>]*>(.*)</main>", html, re.DOTALL)
    assert area
    text = re.sub(r"<(script|style)\b.*?</\1>", "", area[1] or area[2], flags=re.DOTALL)
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


def cost(browser: Browser, folder: Path, root: str, name: str, runs: int) -> Cost:
    """What it costs to open a page of a folder that is served."""
    blocked = [_open(browser, root + name)[0] for _ in range(runs)]
    _, addresses = _open(browser, root + name)
    files = [(folder / urlsplit(address).path.lstrip("/")).read_bytes() for address in addresses]
    return Cost(len(files), sum(map(len, files)), sum(len(gzip.compress(data, 6)) for data in files), median(blocked))


def _open(browser: Browser, address: str) -> tuple[float, list[str]]:
    """How long the page was blocked, and what it asked for."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.add_init_script(LONG_TASKS)
    page = context.new_page()
    asked: list[str] = []
    page.on("response", lambda response: asked.append(response.url) if response.ok else None)
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(address, wait_until="networkidle")
    page.wait_for_timeout(300)
    blocked: float = page.evaluate("window.blocked")
    context.close()
    return blocked, [each for each in asked if each.startswith("http")]


def main() -> None:
    """Measure all kinds of pages and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path, help="folder of the built handbook")
    parser.add_argument("--runs", type=int, default=5)
    chosen = parser.parse_args()
    rows: list[list[str]] = []
    with tempfile.TemporaryDirectory() as place, sync_playwright() as play:
        stock = Path(place)
        build_stock(chosen.site, stock)
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        with served(chosen.site) as ours, served(stock / "site") as theirs:
            for kind, name in KINDS.items():
                own = cost(browser, chosen.site, ours, name, chosen.runs)
                other = cost(browser, stock / "site", theirs, name, chosen.runs)
                rows.append([kind, *own.cells, *other.cells])
                print(" | ".join(rows[-1]), flush=True)
        browser.close()
    table = results.table([list(HEAD), *rows])
    notes = NOTES.format(slower=SLOWER, runs=chosen.runs)
    results.put(
        Path(__file__).with_name("results.md"), f"# Pages\n\n`python benchmarks/pages.py site`\n\n{table}\n\n{notes}"
    )


if __name__ == "__main__":
    main()
