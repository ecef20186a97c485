"""A handbook in which every text tries to run something: nothing runs on any page, and every text reads as written.

Two sites are built of it: Chinese, as the package makes it, and English under ProperDocs, with Material's own templates
in the places of ours, as a company may have them. In both the newest release holds; the English pages are read once
more as they are while it is still to come.
"""

import re
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from levelbook.build import RenderedPage, SiteOptions, outputs
from levelbook.catalogue import Catalogue
from levelbook.history.in_force import as_in_force
from levelbook.hosts import theme as theming
from levelbook.load import load
from levelbook.model.handbook import Handbook
from levelbook.pages import registry
from levelbook.render import Renderer
from levelbook.site.urls import file_address
from tests.browser.hostile import formats
from tests.browser.hostile.past import AFTER, BEFORE, with_past
from tests.browser.hostile.poison import MARK, Poison, every_field, link_of, text_of
from tests.site_build import build

HERE = Path(__file__).parent / "hostile"
READING = (HERE / "reading.js").read_text(encoding="utf-8")
PARSE = f"""(text) => {{
  const page = new DOMParser().parseFromString(text, 'text/html');
  const names = Array.from(page.body.querySelectorAll('*'), (one) => one.localName);
  return {{ names, ...({READING})(page) }};
}}"""
CONFIG = """site_name: Reed & Sons "Ladder" <2>
site_url: https://hostile.example/
use_directory_urls: false
theme: {theme}
plugins:
  - levelbook: {{language: {language}, day: {day}}}
"""
HOSTS = {
    "zh": ("mkdocs", "{name: material}"),
    "en": ("properdocs", "{name: material, custom_dir: stock, features: [navigation.footer, navigation.path]}"),
}
STOCK = (
    "base.html",
    "main.html",
    "404.html",
    *(f"partials/{name}.html" for name in "header nav-item toc-item footer path".split()),
)
CUT = re.compile(r"Z\d+z|hit\(|7\*7|onload|R&D<")
"""What only a text of ours has."""
WATCH = "window.hits = []; window.hit = (n) => window.hits.push(n); window.print = () => {};"
TEMPLATES = Path(str(files("levelbook"))) / "templates"
_NUMBERED = """ActionType Actions Action Adjusted Calibration Calibrations Concept Edition Family FormField HandbookHead
Plan Rating Reading Release Role Row Scale SequenceHead Source Syllabus Weights""".split()
_PLACED = [*_NUMBERED, "Chapter", "Form", "Phase"]
OF_CELLS = {(shape, key) for shape, key in every_field() if shape == "OpenCells"}
"""What is said once for all open cells: it is read as each cell's own, which is tried."""
UNSEEN = {
    *OF_CELLS,
    *((shape, key) for shape in _NUMBERED for key in ("number", "number_en")),
    *((shape, key) for shape in _PLACED for key in ("where", "where_en")),
    *(("HandbookHead", key) for key in ("organisation", "organisation_en")),
    ("Release", "revision"),
    ("Source", "files"),
    *((shape, key) for shape, key in every_field() if key == "in_copy"),
    *(("Words", key) for key in ("indicator", "indicator_en")),
}
"""Fields that no page shows."""


@pytest.fixture(scope="module")
def poison(tmp_path_factory: pytest.TempPathFactory) -> tuple[Poison, Path]:
    """The handbook, and a folder that holds nothing else."""
    made, place = Poison(), tmp_path_factory.mktemp("hostile")
    with_past(made, HERE / "rubric_data", place / "rubric_data")
    (place / "docs").mkdir()
    return made, place


@pytest.fixture(scope="module")
def sites(poison: tuple[Poison, Path]) -> dict[str, Path]:
    """The sites by language."""
    place = poison[1]
    for name in STOCK:
        (place / "stock" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(theming.MATERIAL / name, place / "stock" / name)
    built = {}
    with ThreadPoolExecutor() as pool:
        for language, (host, theme) in HOSTS.items():
            config = place / f"{language}.yml"
            config.write_text(CONFIG.format(theme=theme, language=language, day=AFTER), encoding="utf-8")
            built[language] = pool.submit(build, place / language, host=host, config=config)
    for site in built.values():
        assert site.result().returncode == 0, site.result().stderr
    return {language: place / language for language in built}


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """A tab that counts what runs."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, bypass_csp=True)
    context.add_init_script(WATCH)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def pages(poison: tuple[Poison, Path]) -> list[tuple[str, str]]:
    """Kind and file of all pages."""
    shown = _shown(poison[1], AFTER)
    return [(page.template, file_address(page.address)) for page in registry.pages(shown, Catalogue("zh"))]


def _shown(place: Path, day: str) -> Handbook:
    """What holds on a day."""
    handbook = load(place / "rubric_data").handbook
    assert handbook
    return as_in_force(handbook, date.fromisoformat(day))


def _cut(texts: list[str], numbers: set[int]) -> list[str]:
    """The texts that hold something of ours which is not whole."""
    rests = (_rest(text, numbers) for text in texts)
    return [rest[max(0, cut.start() - 100) :][:300] for rest in rests if (cut := CUT.search(rest))]


def _rest(text: str, numbers: set[int]) -> str:
    """What is left of a text without the whole ones in it; these are counted."""
    text = re.sub(r"'sha256-[^']+'", "", text)  # a hash may hold what looks like a mark
    for found in set(MARK.findall(text)):
        for whole in (text_of(int(found)), link_of(int(found))):
            if whole in text:
                numbers.add(int(found))
                text = text.replace(whole, "")
    return text


def _data_files(folder: Path) -> list[Path]:
    """What pages load besides scripts of ours."""
    return sorted(path for path in folder.rglob("*.js") if path.parent.name != "js")


def test_every_text_field_is_tried(poison: tuple[Poison, Path]) -> None:
    assert every_field() - set(poison[0].numbers.values()) - OF_CELLS == set()
    assert len(every_field()) > 300


def test_every_kind_of_page_is_tried(pages: list[tuple[str, str]]) -> None:
    files_of_pages = {f"pages/{path.name}" for path in (TEMPLATES / "pages").iterdir()}
    assert {Renderer.file_of(kind) for kind, _ in pages} == files_of_pages


@dataclass
class Read:
    """What the files of both sites hold."""

    strange: list[tuple[str, str]] = field(default_factory=list)
    """Files with markup that none of ours writes."""
    cut: list[tuple[str, str]] = field(default_factory=list)
    """Files with texts that do not read as they were written."""
    whole: set[int] = field(default_factory=set)
    """The numbers of the texts that do."""
    files: int = 0
    """How many were read."""
    suffixes: set[str] = field(default_factory=set)
    """Of those that are no pages."""
    quotations: int = 0

    def take(self, path: str, texts: list[str], strange: list[str]) -> None:
        """Note what a file holds."""
        self.files += 1
        self.strange += [(path, markup) for markup in strange]
        self.cut += [(path, text) for text in _cut(texts, self.whole)]


@pytest.fixture(scope="module")
def read(poison: tuple[Poison, Path], sites: dict[str, Path], tab: Page) -> Read:
    """All files that hold words, read by the browser's own parser or as the data they are."""
    tab.goto("about:blank")
    made, quotations = Read(), set[str]()
    for folder in sites.values():
        for path in sorted(folder.rglob("*.html")):
            found = tab.evaluate(PARSE, path.read_text(encoding="utf-8"))
            quotations.update(found["quotations"])
            made.take(str(path), found["texts"], found["strange"])
        others = {path: formats.script(path) for path in _data_files(folder / "assets" / "levelbook")}
        others |= {path: formats.table(path) for path in sorted(folder.rglob("*.csv"))}
        others |= {path: formats.xml(path, partial(_pasted, tab)) for path in sorted(folder.rglob("*.xml"))}
        for path, held in others.items():
            made.take(str(path), held.texts, held.strange)
        made.suffixes |= {path.suffix for path in others}
    for output in outputs(_shown(poison[1], BEFORE), Catalogue("en"), SiteOptions("https://hostile.example/")):
        if isinstance(output, RenderedPage):
            found = tab.evaluate(PARSE, formats.PASTED.format(html=output.html))
            made.take(f"{BEFORE} {output.page.address}", found["texts"], found["strange"])
        elif output.path.endswith(".html"):
            found = tab.evaluate(PARSE, output.text)
            made.take(f"{BEFORE} {output.path}", found["texts"], found["strange"])
    for quotation in sorted(quotations):
        for html in formats.as_pasted(quotation):
            held = _pasted(tab, html)
            made.take(quotation, held.texts, held.strange)
            assert held.texts, quotation
    made.quotations = len(quotations)
    return made


def _pasted(tab: Page, html: str) -> formats.Held:
    """What HTML that is pasted somewhere brings."""
    found = tab.evaluate(PARSE, formats.PASTED.format(html=html))
    alien = [name for name in found["names"] if name not in formats.QUOTED]
    return formats.Held(found["texts"], [*found["strange"], *alien])


def test_no_file_holds_markup_of_theirs(read: Read) -> None:
    assert read.strange == []
    assert read.files > 300
    assert read.suffixes == {".js", ".csv", ".xml"}
    assert read.quotations > 40


def test_every_text_reads_as_it_was_written(read: Read) -> None:
    assert read.cut == []


def test_every_text_is_read_somewhere(read: Read, poison: tuple[Poison, Path]) -> None:
    fields = poison[0].numbers
    assert set(fields.values()) - {fields[number] for number in read.whole} - UNSEEN == set()


def _search(tab: Page) -> None:
    tab.fill(".lb-bigfind input", "Z")
    tab.wait_for_selector(".lb-hit")


def _search_above(tab: Page) -> None:
    if tab.locator(".md-header lb-find").count():  # Material's own header has none
        tab.fill(".md-header lb-find input", "R&D<10")
        tab.wait_for_selector(".lb-hit")


def _assess(tab: Page) -> None:
    tab.evaluate(RATE)
    tab.evaluate("location.hash = 'result'")
    tab.wait_for_selector(".lb-result__title")
    tab.evaluate("location.hash = 'plan'")
    tab.wait_for_selector("lb-plan textarea")


def _calculate(tab: Page) -> None:
    tab.fill("lb-kpi input[name=numerator]", "9")
    tab.wait_for_selector("lb-kpi output > span")


def _move(tab: Page) -> None:
    for side, sequence in (("from", "sales"), ("to", "service")):
        tab.select_option(f"select[name={side}-sequence]", sequence)
        tab.select_option(f"select[name={side}-stop]", index=1)
    tab.wait_for_selector(".lb-moved")


def _collect(tab: Page) -> None:
    tab.evaluate("location.hash = 'OPE-THI-01,BAR-BEI-01,OPE-THI-99&name=<img src=x onerror=alert(0)>'")
    tab.wait_for_selector(".lb-coll__row")


def _read_level(tab: Page) -> None:
    tab.evaluate("localStorage.setItem('levelbook.seen', '1.1.0')")
    tab.reload()
    tab.wait_for_selector(".lb-was del", state="attached")
    for radio in tab.locator("lb-show input[name=view]").all():
        radio.check()
    _search_above(tab)


DEEDS: dict[str, Callable[[Page], None]] = {
    "home": _search,
    "level": _read_level,
    "checklist": _assess,
    "position": _calculate,
    "transfer": _move,
    "collection": _collect,
}
"""What is done on a page of a kind, so that its scripts show texts too."""
RATE = """() => {
  for (const radio of document.querySelectorAll('[type=radio][name^=r-]')) if (radio.value !== '3') radio.click();
  for (const fold of document.querySelectorAll('details')) fold.open = true;
}"""


def test_nothing_runs_on_a_page_of_each_kind(sites: dict[str, Path], pages: list[tuple[str, str]], tab: Page) -> None:
    troubles: list[str] = []
    tab.on("pageerror", lambda error: troubles.append(str(error)))
    tab.on("dialog", lambda dialog: troubles.append(dialog.message))
    tab.on("request", lambda request: troubles.append(request.url) if request.url.endswith("/x") else None)
    first = {**dict(reversed(pages)), "404": "404.html"}
    every = [("zh", kind) for kind in first] + [("en", kind) for kind in ("level", "checklist", "indicator")]
    for language, kind in every:
        tab.goto((sites[language] / first[kind]).as_uri())
        tab.wait_for_function(
            "() => document.readyState === 'complete' && !document.querySelector('[http-equiv=refresh]')"
        )
        DEEDS.get(kind, lambda _: None)(tab)
        found = tab.evaluate(f"() => ({READING})(document)")
        assert tab.evaluate("hits") == [] and troubles == [], (language, kind)
        assert found["strange"] == [] and _cut(found["texts"], set()) == [], (language, kind)
