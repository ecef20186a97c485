"""What one changed text costs in a process that lives on, against a full build of the same handbook in the same one.

`python benchmarks/editing.py`: this repository's handbook, and an invented one of 12,000 indicators. Load, check, plan
and render, until every page and file is there; what a host does with them is not measured. Into results.md.
"""

import platform
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

import as_rubric
import results
from invented import PAGES, make_handbook
from levelbook.build import Site, SiteOptions
from levelbook.catalogue import Catalogue
from levelbook.load import HandbookLoader, load
from levelbook.site_builder import SiteBuilder

ROOT = Path(__file__).parents[1]
TIMES = 20
SEQUENCES = 69
"""Enough for 12,000 indicators."""
OPTIONS = SiteOptions(edit_base="https://code.example.com/", steady_search=True)
OWN = "sequences/telecom-account-manager/competencies/coordination.yml"
INVENTED = "sequences/s030/competencies/c05.yml"


def measured(name: str, folder: Path, file: str) -> list[str]:
    """A row: how large, a full build, loading and building after an edit, both together, and as a part of a build."""
    begun = perf_counter()
    loaded = load(folder)
    assert loaded.handbook is not None, loaded.problems
    site = Site(loaded.handbook, Catalogue("zh"), OPTIONS)
    files = len(list(site.files()))
    full = perf_counter() - begun
    steps = list(_edits(folder, folder / file))
    loading, building = (median(step[at] for step in steps) for at in (0, 1))
    both = median(sum(step) for step in steps)
    times = [f"{seconds * 1000:,.0f}" for seconds in (loading, building, both)]
    size = f"{len(site.pages):,} + {files:,}"
    return [name, size, f"{full:.1f}", *times, f"{both / full:.1%}"]


def _edits(folder: Path, file: Path) -> Iterator[tuple[float, float]]:
    """Seconds of loading and of building after each edit of one text."""
    loader, builder = HandbookLoader(folder), SiteBuilder(Catalogue("zh"), OPTIONS)
    original = file.read_text(encoding="utf-8")
    for time in range(TIMES + 1):
        file.write_text(original.replace(" text: ", f" text: 第{time}回", 1), encoding="utf-8")
        begun = perf_counter()
        handbook = loader.load().handbook
        loaded = perf_counter()
        assert handbook is not None
        builder.build(handbook)
        if time:  # the first one is no edit
            yield loaded - begun, perf_counter() - loaded


def main() -> None:
    """Measure both and write the part down."""
    head = ["handbook", "pages + files", "full build, s", "load, ms", "build, ms", "one edit, ms", "of a full build"]
    with TemporaryDirectory() as temporary:
        own, invented = Path(temporary) / "own", Path(temporary) / "invented"
        copytree(ROOT / "rubric_data", own)
        as_rubric.write(invented, make_handbook(PAGES * SEQUENCES))
        rows = [
            measured("this repository's", own, OWN),
            measured("invented, 12,000 indicators", invented / "rubric_data", INVENTED),
        ]
    text = f"""\
# Editing

`python benchmarks/editing.py` (Python {platform.python_version()}).

{results.table([head, *rows])}

- One text is changed in a process that has built the handbook before: median of {TIMES}. *Load* reads every file,
  decodes the changed one and checks all; *build* plans and renders what rests on the text, in memory.
- The full build is one of its own, in the same process, without notes of what rests on what.
"""
    results.put(ROOT / "benchmarks" / "results.md", text)
    print(text)


if __name__ == "__main__":
    main()
