"""Every kind of page fits every window and sheet: nothing scrolls sideways, no word is broken inside, no head is cut.

Held on a handbook of long English names, and on our own in both languages.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import long_names
from tests.browser.assessed import data_of, document, keep, rated, sign
from tests.browser.conftest import painted
from tests.browser.lasting import go_where_it_keeps
from tests.conftest import CHROMIUM, FLAGS
from tests.once import made_once
from tests.site_build import ROOT

HERE = Path(__file__).parent
LAYOUT = (HERE / "layout.js").read_text(encoding="utf-8")
WIDTHS = (320, 390, 768, 1280, 1920)
SHEETS = {False: 673, True: 1009}
"""How wide a sheet of A4 is between its margins, upright and across, in pixels of CSS."""
ACROSS = "A4 landscape"
CONFIG = """
site_name: Career handbook
use_directory_urls: false
theme: {name: material, language: en}
plugins:
  - levelbook: {folder: rubric_data}
"""


@pytest.fixture(scope="session")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the handbook of long names."""

    def make(target: Path) -> None:
        home = tmp_path_factory.mktemp("long")
        (home / "docs").mkdir()
        (home / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
        long_names.write(home / "rubric_data")
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target)]
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT / "generator")}
        run = subprocess.run(command, cwd=home, env=environment, capture_output=True, text=True, check=False)
        assert run.returncode == 0, run.stdout + run.stderr

    return made_once(tmp_path_factory, "long", make)


@pytest.fixture(scope="session", params=["long", "built"])
def site(request: pytest.FixtureRequest) -> Path:
    """One site after the other; an edition below another one is a part of its site."""
    folder: Path = request.getfixturevalue(request.param)
    return folder


@pytest.fixture(scope="session", params=["long", "english", "built"])
def edition(request: pytest.FixtureRequest) -> Path:
    """One edition after the other."""
    folder: Path = request.getfixturevalue(request.param)
    return folder


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """A tab for all of them."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def still(browser: Browser) -> Iterator[Page]:
    """A tab in which pages are laid out and measured, and nobody clicks: no thread paints them meanwhile.

    Painting takes as long as laying out. What waits for pictures to come, as a click does, would wait for ever here.
    """
    quiet = browser.browser_type.launch(executable_path=CHROMIUM, args=[*FLAGS, "--disable-threaded-compositing"])
    yield quiet.new_context().new_page()
    quiet.close()


def _kind(address: str) -> str:
    """What kind of page it is, by its address."""
    parts = address.split("/")
    if parts[0] == "en":
        return f"en/{_kind(address.removeprefix('en/'))}"
    if parts[0] == "sequences":
        return parts[2] if len(parts) > 3 else "sequence"
    return parts[0] if parts[0] in ("id", "concepts") and len(parts) > 2 else address


def largest(site: Path) -> dict[str, str]:
    """Of every kind of page the one with most in it; pages that only lead on show nothing."""
    files = sorted(site.rglob("*.html"), key=lambda file: file.stat().st_size)
    shown = (file for file in files if 'http-equiv="refresh"' not in file.read_text(encoding="utf-8"))
    addresses = (file.relative_to(site).as_posix() for file in shown)
    return {_kind(address): address for address in addresses}


def _faults(tab: Page, text: str) -> Iterator[str]:
    """What does not fit, in every window and on the sheet that the page asks for."""
    is_across = ACROSS in text
    looks = [("screen", width, f"{width} px") for width in WIDTHS]
    for media, width, name in [*looks, ("print", SHEETS[is_across], "sheet")]:
        tab.emulate_media(media=media)
        tab.set_viewport_size({"width": width, "height": 900})
        yield from (f"{name}: {fault}" for fault in tab.evaluate(LAYOUT))


def test_pages_fit_windows_and_sheets(still: Page, site: Path) -> None:
    faults = []
    for kind, address in sorted(largest(site).items()):
        still.emulate_media(media="screen")
        still.set_viewport_size({"width": WIDTHS[0], "height": 900})
        still.goto((site / address).as_uri())
        still.evaluate("document.fonts.ready.then(() => null)")
        faults += [f"{kind}, {fault}" for fault in _faults(still, (site / address).read_text(encoding="utf-8"))]
    assert faults == []


HANDED = {"n": 1, "at": "2026-11-21T06:00:00.000Z"}
VIEWS = ("check", "talk", "result", "plan")


def test_all_views_of_an_assessment_fit(browser: Browser, edition: Path) -> None:
    """Whoever has handed over, talked and signed sees each of it on every window."""
    context = browser.new_context()
    page = context.new_page()
    address = largest(edition)["check"]
    data = data_of(edition, address)
    doc = document(
        data,
        format=2,
        answers=rated(data, 1),
        person="Alexandra Featherstonehaugh",
        period="second half of 2026",
        handed=HANDED,
        manager={"name": "", "answers": rated(data, 2), "given": HANDED["at"], "independent": False, "handed": HANDED},
    )
    go_where_it_keeps(page, edition.as_uri() + "/")
    keep(page, doc)
    page.goto(f"{(edition / address).as_uri()}#open={doc['id']}")
    page.evaluate("document.querySelector('lb-assess').sitTogether(true)")
    assert _faults_in_views(page, VIEWS) == []
    page.evaluate(AGREE)
    assert _faults_in_views(page, VIEWS[2:]) == []
    page.evaluate("location.hash = '#result'")
    sign(page, "employee", "manager")
    assert _faults_in_views(page, ("result",)) == []
    context.close()


AGREE = """() => document.querySelector('lb-assess').update((doc) => {
  for (const [code, { points }] of Object.entries(doc.manager.answers)) if (points !== null) doc.agreed[code] = points;
  doc.agreement.done = doc.changed;
})"""


def _faults_in_views(page: Page, views: Iterable[str]) -> list[str]:
    """What does not fit of what is seen in each view."""
    faults = []
    for view in views:
        page.evaluate(f"location.hash = '#{view}'")
        expect(page.locator(f"section[data-view={view}]")).to_be_visible()
        painted(page)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            painted(page)
            faults += [f"{view}, {width} px: {fault}" for fault in page.evaluate(LAYOUT)]
    return faults


@pytest.mark.parametrize(
    ("text", "room", "told"),
    [
        ("写得不够简洁（反向）", 142.5, 0),
        ("写得不够简洁（反向）", 135, 1),
        ("写得不够简洁反向吗", 127.5, 1),
        ("<i>写得不够简洁</i>（反<b>向</b>）", 142.5, 0),
    ],
)
def test_only_the_blank_half_of_a_sign_may_hang_out_of_a_cell(tab: Page, text: str, room: float, told: int) -> None:
    """Ten signs of 15 px, of which none is trimmed here."""
    tab.set_viewport_size({"width": 320, "height": 900})
    style = f"width:{room}px;font:15px 'Noto Sans CJK SC';white-space:nowrap;text-spacing-trim:space-all"
    tab.set_content(f'<dl style="margin:0"><dd lang="zh" style="{style};margin:0">{text}</dd></dl>')
    assert [fault.startswith("cut by") for fault in tab.evaluate(LAYOUT)] == [True] * told


def test_positions_are_chosen(tab: Page, long: Path) -> None:
    tab.emulate_media(media="screen")
    tab.set_viewport_size({"width": 1280, "height": 900})
    tab.goto((long / "sequences/engineering/positions/index.html").as_uri())
    heads, boxes = tab.locator("thead th[data-col]:visible"), tab.locator("input[name=position]")
    assert (heads.count(), boxes.count()) == (5, len(long_names.POSITIONS))
    tab.get_by_text("Choose positions", exact=False).first.click()
    assert tab.locator(".lb-chooser__list").get_by_text("Untick one to choose another.").is_visible()
    assert tab.locator("input[name=position]:disabled").count() == len(long_names.POSITIONS) - 5
    boxes.nth(0).uncheck()
    assert tab.locator("input[name=position]:disabled").count() == 0
    boxes.nth(23).check()
    assert heads.last.locator("a").inner_text() == long_names.POSITIONS[-1]
    assert re.search("5 of 24 positions", tab.locator(".lb-head__note").inner_text(), re.IGNORECASE)
    tab.keyboard.press("Escape")
    assert not tab.locator(".lb-chooser__list").is_visible()


def test_only_where_positions_differ(tab: Page, long: Path) -> None:
    tab.goto((long / "sequences/engineering/positions/index.html").as_uri())
    rows = tab.locator("tr[data-row]:visible")
    assert rows.count() == len(long_names.COMPETENCIES)
    tab.locator("input[name=position]:checked").evaluate_all("all => all.slice(1).forEach(box => box.click())")
    tab.get_by_label("Only where they differ").check()
    assert rows.count() == 0  # one alone differs from none
    assert tab.get_by_text("These positions ask for the same level of every competency.").is_visible()


def test_all_positions_in_a_frame_that_scrolls(tab: Page, long: Path) -> None:
    tab.goto((long / "sequences/engineering/positions/index.html").as_uri())
    tab.get_by_role("button", name="Show all 24").click()
    frame = tab.get_by_role("region", name="scrolls sideways")
    assert tab.locator("thead th[data-col]:visible").count() == len(long_names.POSITIONS)
    assert frame.evaluate("frame => frame.scrollWidth > frame.clientWidth")
    corner = tab.locator(".lb-matrix__corner")
    before = corner.bounding_box()
    frame.evaluate("frame => { frame.scrollLeft = 600; }")
    assert corner.bounding_box() == before
    tab.get_by_role("button", name="Show only those chosen").click()
    assert tab.locator("thead th[data-col]:visible").count() == 5


def test_a_link_to_a_position_brings_it_in(tab: Page, long: Path) -> None:
    tab.goto((long / "sequences/engineering/position/solutions-architect/index.html").as_uri())
    tab.get_by_role("link", name="Compare with other positions").click()
    expect(tab.locator("thead")).to_contain_text("Solutions Architect", use_inner_text=True)


def test_without_scripts_all_positions_are_there(browser: Browser, long: Path) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto((long / "sequences/engineering/positions/index.html").as_uri())
    assert page.locator("thead th[data-col]:visible").count() == len(long_names.POSITIONS)
    assert not page.get_by_text("Choose positions").first.is_visible()
    context.close()


def test_apostrophes_take_no_room_of_a_han_character(tab: Page, long: Path) -> None:
    tab.goto((long / "sequences/engineering/level/staff/index.html").as_uri())
    width = """() => {
      const text = document.querySelector('.lb-ind__text');
      const pen = document.createElement('canvas').getContext('2d');
      const { fontSize, fontFamily } = getComputedStyle(text);
      pen.font = `${fontSize} ${fontFamily}`;
      return pen.measureText('’').width / parseFloat(fontSize);
    }"""
    assert tab.evaluate(width) < 0.5


def test_a_seal_is_said_once(tab: Page, english: Path, built: Path) -> None:
    address = "sequences/telecom-account-manager/compare/advanced/senior/index.html"
    said = {}
    for name, site in {"en": english, "zh": built}.items():
        tab.goto((site / address).as_uri())
        said[name] = "".join(tab.locator("tr.is-up th").first.inner_text().split())
    assert said == {"en": "raised", "zh": "升提高"}
