"""How many keys a whole self-assessment takes, and how long the machine takes over them.

`python benchmarks/keys.py`: builds this repository's handbook, opens a checklist of 18 items in Chromium (CHROMIUM,
else /usr/bin/chromium), and fills it in by keyboard alone, with and without an example each. Into results.md.
"""

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from playwright.sync_api import Browser, Page, sync_playwright

import results

ROOT = Path(__file__).parents[1]
CHECKLIST = "sequences/telecom-account-manager/check/intermediate/index.html"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
EXAMPLE = "三个部门各执一词，先分别谈，再拉到一起，当天定了日期。"
READING = 20
"""Seconds that are reckoned for reading an item and thinking about it."""
FOCUSED = """() => { const field = document.activeElement, item = field?.closest('[data-item]');
return [item?.dataset.item ?? '', field?.type ?? '']; }"""
STEADY = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
TALLY = "document.querySelector('.lb-panel__big').textContent"


class Hands:
    """Presses keys, one after the other, and counts them."""

    def __init__(self, page: Page) -> None:
        """On a checklist that is open."""
        self.page = page
        self.keys: Counter[str] = Counter()
        self.seconds = 0.0

    def press(self, kind: str, *keys: str) -> None:
        """Press each and wait until the page shows what came of it; two at once are one."""
        for key in keys:
            begun = perf_counter()
            self.page.keyboard.press(key)
            self.page.evaluate(STEADY)
            self.seconds += perf_counter() - begun
            self.keys[kind] += 1

    def write(self, text: str) -> None:
        """Type a text, of which keys are not counted: it is everybody's own."""
        self.page.keyboard.insert_text(text)


def fill_in(page: Page, *, with_examples: bool) -> tuple[Hands, int]:
    """Rate all items from the first to the last; how many there were."""
    hands = Hands(page)
    seen: list[str] = []
    hands.press("lead", "n")
    while True:
        code, kind = page.evaluate(FOCUSED)
        if not code or code in seen:
            break
        seen.append(code)
        hands.press("rate", *("4" if kind == "radio" else "85"))
        if with_examples:
            hands.press("example", "e")
            hands.write(EXAMPLE)
            hands.press("lead", "Control+Enter")
        else:
            hands.press("lead", "Enter")
    done, _, of = page.evaluate(TALLY).partition("/")
    assert done.strip() == "".join(sign for sign in of if sign.isdigit()) == str(len(seen)), page.evaluate(TALLY)
    return hands, len(seen)


def measured(browser: Browser, address: str, *, with_examples: bool) -> list[str]:
    """A row of the table."""
    context = browser.new_context(locale="zh-CN", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(address)
    page.locator(".lb-panel__big").wait_for()
    hands, items = fill_in(page, with_examples=with_examples)
    context.close()
    total = sum(hands.keys.values())
    parts = [str(hands.keys[kind]) for kind in ("rate", "example", "lead")]
    reckoned = f"{(items * READING + hands.seconds) / 60:.1f}"
    name = "an example each" if with_examples else "ratings alone"
    return [name, str(items), *parts, str(total), f"{total / items:.1f}", f"{hands.seconds:.1f}", reckoned]


NOTES = f"""\
- A checklist of the handbook, 14 ratings and 4 exam marks of two figures, filled in from the first item to the last by
  keyboard: a figure rates, E opens the example, Enter or Ctrl+Enter leads on; one key leads to the first item.
  Ctrl+Enter counts as one key, the text of an example is not counted.
- *Machine, s* is what the page takes to show what each key did, two frames at least, with the way there and back.
- *With reading, min* is reckoned, not measured: {READING} s an item for reading and thinking, and the machine's time.
  Writing examples comes on top. Nobody was timed.
"""


def main() -> None:
    """Measure both and write the part down."""
    head = ["filled in", "items", "to rate", "for examples", "to go on", "keys", "keys an item", "machine, s"]
    with TemporaryDirectory() as site, sync_playwright() as playwright:
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", site]
        subprocess.run(command, cwd=ROOT, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        address = (Path(site) / CHECKLIST).as_uri()
        rows = [measured(browser, address, with_examples=with_examples) for with_examples in (False, True)]
        browser.close()
    table = results.table([[*head, "with reading, min"], *rows])
    part = f"# Keys\n\n`python benchmarks/keys.py`\n\n{table}\n\n{NOTES}"
    results.put(Path(__file__).with_name("results.md"), part)


if __name__ == "__main__":
    main()
