"""Pictures in the documents show the site as it is: their navigation, headings and buttons are those of the pages.

Each picture holds these words in a chunk of its own. With LEVELBOOK_GOLDEN=write in the environment, all are taken
anew.
"""

import os
import re
import struct
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FloatRect, Page, expect

from tests.browser.assessed import TELECOM, TENCENT
from tests.browser.conftest import painted
from tests.browser.lasting import watch
from tests.site_build import ROOT

IMAGES = ROOT / "docs" / "images"
MATRIX = "sequences/telecom-account-manager/matrix/index.html"
LARGEST = 130_000
"""Bytes of a picture: the guides are read on phones, too."""
KEY = b"Levelbook words"
WORDS = """({width, height, y}) => [...document.querySelectorAll('nav a, h1, h2, h3, button')].filter(element => {
  const box = element.getBoundingClientRect();
  const top = box.top + scrollY - y;
  return element.checkVisibility({visibilityProperty: true}) && box.width && top >= 0 && top + box.height <= height
    && box.right <= width;
}).map(element => element.innerText.replace(/\\s+/g, ' ').trim()).filter(Boolean).join('\\n')"""
FILL = """most => {
  const all = [...document.querySelectorAll('fieldset.lb-item')];
  all.slice(0, most).forEach((item, at) => {
    const boxes = [...item.querySelectorAll('.lb-rate:not(.lb-rate--part) input')];
    if (boxes.length) boxes[boxes.length - 1 - [1, 2, 1, 0, 3, 1, 2][at % 7]].click();
    const mark = item.querySelector(`[name="m-${item.dataset.item}"]`);
    if (!mark) return;
    mark.value = String(70 + at);
    mark.dispatchEvent(new Event('input', {bubbles: true}));
    mark.dispatchEvent(new Event('change', {bubbles: true}));
  });
  for (const at of [1, 4, 6]) all[at].querySelector('input[name^=pick-]').click();
}"""
STILL = """([none, parted]) => {
  document.activeElement.blur();
  document.querySelector('.md-header').style.visibility = scrollY ? 'hidden' : '';
  for (const day of document.querySelectorAll('input[type=date]')) {
    const said = day.value.replaceAll('-', parted) || none;
    day.type = 'text';
    day.value = said;
  }
}"""
"""No ring around what has the focus, no head over the middle of a page, days as the reader's browser writes them."""
EDITIONS = {"zh": ("", "zh-CN", "年/月/日", "/"), "en": ("en/", "en-GB", "yyyy-mm-dd", "-")}
"""Where an edition stands, whose browser reads it, and how that writes days: none, and what parts a day."""


def _matrix(page: Page) -> str:
    page.locator("details").nth(1).evaluate("details => { details.open = true; }")
    return "body"


def _check(page: Page) -> str:
    page.evaluate(FILL, 9)
    return ".lb-check__grid"


def _result(page: Page) -> str:
    page.evaluate(FILL, 99)
    page.evaluate("location.hash = 'result'")
    return "lb-result h2"


def _plan(page: Page) -> str:
    page.evaluate(FILL, 99)
    page.evaluate("location.hash = 'plan'")
    for at, day in enumerate(("2027-01-31", "2027-02-28", "")):
        row = page.locator("#plan-measures tr[data-line]").nth(at)
        row.locator("input[type=date]").fill(day)
        row.locator("summary").first.click()
        if day:
            row.get_by_role("button", name=re.compile("^(填入|Add)")).first.click()
    return "#plan-measures h3"


PICTURES: dict[str, tuple[str, tuple[int, int], Callable[[Page], str]]] = {
    "matrix": (MATRIX, (1280, 820), _matrix),
    "check": (TELECOM, (1024, 520), _check),
    "result": (TELECOM, (1024, 720), _result),
    "plan": (TENCENT, (1024, 640), _plan),
}
"""Address, width and height, and what is done first; it says where the picture begins."""


@pytest.fixture(name="language", params=EDITIONS)
def _language(request: pytest.FixtureRequest) -> str:
    """One edition after the other."""
    return str(request.param)


@pytest.fixture(name="desk")
def _desk(browser: Browser, language: str) -> Iterator[Page]:
    """A tab on a day that never changes."""
    context = browser.new_context(locale=EDITIONS[language][1], timezone_id="Asia/Shanghai")
    context.clock.set_fixed_time("2026-12-01T10:00:00+08:00")
    tab = context.new_page()
    troubles = watch(tab)
    yield tab
    assert troubles == []
    context.close()


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_shows_the_page_as_it_is(desk: Page, opened: str, language: str, name: str) -> None:
    address, (width, height), prepare = PICTURES[name]
    folder, _, *days = EDITIONS[language]
    desk.set_viewport_size({"width": width, "height": height})
    desk.goto(opened + folder + address)
    first = desk.locator(prepare(desk)).first
    expect(first).to_be_visible()
    painted(desk)
    desk.evaluate(STILL, days)
    top = max(0.0, first.evaluate("element => element.getBoundingClientRect().top + scrollY") - 16)
    clip: FloatRect = {"x": 0, "y": top, "width": width, "height": height}
    words = desk.evaluate(WORDS, clip)
    file = IMAGES / folder / f"{name}.png"
    if os.environ.get("LEVELBOOK_GOLDEN") == "write":
        file.write_bytes(_with(desk.screenshot(full_page=True, clip=clip), words))
    assert _words(file) == words, "take it anew: LEVELBOOK_GOLDEN=write make test ARGS=tests/browser/test_pictures.py"


def test_every_picture_is_small_and_used_with_words_for_it() -> None:
    texts = [*ROOT.glob("README*.md"), *(ROOT / "docs").rglob("*.md")]
    used = [
        image for text in texts for image in re.findall(r"!\[(.*?)\]\(\S*images/(\S+?)\.png", text.read_text("utf-8"))
    ]
    taken = {file.relative_to(IMAGES).with_suffix("").as_posix(): file for file in IMAGES.rglob("*.png")}
    every = {f"{folder}{name}" for folder, *_ in EDITIONS.values() for name in PICTURES}
    assert {name for _, name in used} == every == set(taken)
    assert [name for said, name in used if not said] == []
    assert [name for name, file in taken.items() if file.stat().st_size > LARGEST] == []


def _with(picture: bytes, words: str) -> bytes:
    """A PNG with words in it, before its last chunk."""
    body = b"iTXt" + KEY + b"\0\0\0\0\0" + words.encode()
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    return picture[:-12] + chunk + picture[-12:]


def _words(file: Path) -> str:
    """What a PNG holds under our key; nothing where there is no such picture."""
    raw = file.read_bytes() if file.exists() else b""
    at = raw.find(b"iTXt" + KEY)
    if at < 0:
        return ""
    size = struct.unpack(">I", raw[at - 4 : at])[0]
    return raw[at + 4 + len(KEY) + 5 : at + 4 + size].decode()
