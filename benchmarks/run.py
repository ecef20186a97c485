"""Builds invented handbooks with Levelbook, Hugo, and stock MkDocs with Material; writes it into results.md."""

import argparse
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Iterable
from importlib.metadata import version
from math import log
from pathlib import Path

import as_hugo
import as_markdown
import as_rubric
import results
from invented import PAGES, Sequence, make_handbook
from measure import Build, build

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
STOCK_PACKAGES = ROOT / ".cache" / "stock"
SIDES = {
    "ours": "Levelbook",
    "hugo": "Hugo, minimal theme",
    "pruned": "stock, navigation.prune",
    "stock": "stock",
    "anchors": "stock, no pages for indicators",
}
HEAD = (
    "pages",
    "indicators",
    "side",
    "seconds",
    "processor, s",
    "processor, ms a page",
    "to Levelbook",
    "growth",
    "peak memory, MB",
    "site, MB",
)
NOTES = """\
- The same invented Chinese content on both sides, in the same run: sequences of 18 competencies at
  4 levels, two or three indicators a cell. Pages: home, sequences, levels, competencies, matrices,
  comparisons of any two levels, index of indicators, notes, and a page for each indicator.
- *Stock* is MkDocs with Material, Markdown files, search (`lang: zh`, jieba) and the offline
  plugin, navigation as it comes; one stock side prunes the navigation, as Levelbook does. Pages of
  indicators stand outside navigation and search.
- The last stock side has no pages for indicators at all, only anchors: a seventh of the pages, and
  no permanent address that can outlive a change.
- Stock does a little less: comparisons are not marked word by word, and codes of sequences, levels
  and competencies lead nowhere.
- *Hugo* builds the same Markdown with one template of twelve lines: no search, no navigation, no
  script, no comparison word by word. It is the yardstick of what a page costs at least.
- Each build is a process of its own, writing into a new folder, after a small one to warm up;
  seconds are wall time with start-up, *processor* is that of all processors together. Memory is the
  process's peak. *To Levelbook* compares processor time a page, as sides differ in pages.
- Growth is the exponent of processor time between this size and the one above: 1 is linear, 2 quadratic.
"""


def measure_side(side: str, handbook: list[Sequence], folder: Path) -> Build:
    """Write the content for one side, build it, and throw it away."""
    project = folder / side
    if side == "ours":
        as_rubric.write(project, handbook)
    elif side == "hugo":
        as_hugo.write(project, handbook)
    else:
        as_markdown.write(project, handbook, prune=side == "pruned", own_pages=side != "anchors")
    try:
        if side == "hugo":
            return build(project, command=[str(hugo()), "--quiet", "--destination", "site"])
        return build(project, None if side == "ours" else STOCK_PACKAGES)
    finally:
        shutil.rmtree(project)


def hugo() -> Path:
    """The program itself; what starts it from Python would be measured too."""
    return next((STOCK_PACKAGES / "hugo" / "binaries").glob("hugo*"))


def warm_up(sides: list[str]) -> None:
    """Build a small handbook on each side, so that no measured one pays for what is cached once."""
    with tempfile.TemporaryDirectory() as folder:
        for side in sides:
            measure_side(side, make_handbook(PAGES), Path(folder))


def growth(now: Build, before: Build | None) -> str:
    """How time grows with pages."""
    if before is None or now.pages == before.pages:
        return ""
    return f"{log(now.processor / before.processor) / log(now.pages / before.pages):.2f}"


def row(side: str, now: Build, before: Build | None, ours: Build | None, indicators: int) -> list[str]:
    """One line of the table."""
    page = now.processor / now.pages
    ratio = f"{page / (ours.processor / ours.pages):.2f}×" if ours and ours is not now else ""
    megabytes = [f"{now.memory / 1e6:.0f}", f"{now.size / 1e6:.1f}"]
    cost = [f"{now.seconds:.1f}", f"{now.processor:.1f}", f"{page * 1000:.2f}"]
    figures = [*cost, ratio, growth(now, before), *megabytes]
    return [f"{now.pages:,}", f"{indicators:,}", SIDES[side], *figures]


def measure_all(sizes: Iterable[int], sides: list[str]) -> list[list[str]]:
    """Every size on every side, smallest first."""
    rows: list[list[str]] = []
    before: dict[str, Build] = {}
    warm_up(sides)
    for size in sorted(sizes):
        handbook = make_handbook(size)
        count = sum(len(cell.indicators) for each in handbook for c in each.competencies for cell in c.cells)
        ours: Build | None = None
        for side in sides:
            with tempfile.TemporaryDirectory() as folder:
                now = measure_side(side, handbook, Path(folder))
            ours = now if side == "ours" else ours
            rows.append(row(side, now, before.get(side), ours, count))
            before[side] = now
            print("  ".join(rows[-1]), flush=True)
    return rows


def report(rows: list[list[str]]) -> str:
    """The table with what stands behind it."""
    packages = ", ".join(f"{name} {version(name)}" for name in ("levelbook", "mkdocs", "mkdocs-material"))
    machine = f"Python {platform.python_version()}, {os.cpu_count()} cores, {packages}"
    return f"# Speed\n\nMeasured by `make bench` ({machine}).\n\n{results.table([list(HEAD), *rows])}\n\n{NOTES}"


def main() -> None:
    """Read the arguments, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="300,1000,3000,7400", help="pages, with commas")
    parser.add_argument("--sides", default=",".join(SIDES), help="ours, hugo, pruned, stock, anchors, with commas")
    parser.add_argument("--output", type=Path, default=HERE / "results.md")
    arguments = parser.parse_args()
    sides = [side for side in SIDES if side in arguments.sides.split(",")]
    if sides != ["ours"] and not all((STOCK_PACKAGES / name).is_dir() for name in ("jieba", "hugo")):
        sys.exit("jieba or hugo is missing: run `make bench`, which puts them in place for the other sides.")
    rows = measure_all(map(int, arguments.sizes.split(",")), sides)
    results.put(arguments.output, report(rows))


if __name__ == "__main__":
    main()
