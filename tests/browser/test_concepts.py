"""Moving from one place to another, concepts side by side, and the folded notes, as people use them."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from levelbook.catalogue import Catalogue
from levelbook.pages import registry
from levelbook.pages.transfer import data as transfer_data
from levelbook.render import Renderer
from levelbook.site.context import Context
from tests.browser.conftest import axe
from tests.browser.lasting import Lasting
from tests.pages.small import read
from tests.pages.tiny import write

HERE = Path(__file__).parents[1]
STATIC = HERE.parent / "generator" / "levelbook" / "static"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of tests/plan/kin, each a bare document with our own styles and scripts."""
    target = tmp_path_factory.mktemp("concepts")
    desk = Context(read(HERE / "pages" / "concepts_data"), Catalogue("zh"))
    shutil.copytree(STATIC, target / "assets" / "levelbook")
    write(target, dict(transfer_data.data_files(desk)))
    renderer = Renderer(Catalogue("zh"))
    for page in registry.theme_pages(desk):
        root = "../" * page.address.count("/")
        place = target / page.address / "index.html"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(_document(page.title, root, page.template, renderer.body(page, root)), encoding="utf-8")
    return target


def _document(title: str, root: str, template: str, body: str) -> str:
    own = f"{root}assets/levelbook/"
    sheets = [name for name in ("common", "light", template) if (STATIC / "css" / f"{name}.css").exists()]
    styles = "".join(f'<link rel="stylesheet" href="{own}css/{name}.css">' for name in sheets)
    common = f'<script src="{own}js/common.js"></script>'
    has_script = (STATIC / "js" / f"{template}.js").exists()
    script = f'<script defer src="{own}js/{template}.js"></script>' if has_script else ""
    head = f'<meta charset="utf-8"><title>{title}</title><meta name="viewport" content="width=device-width">{styles}'
    init = f'<link rel="icon" href="data:,">{common}{script}'
    html = f'<!doctype html><html lang="zh" class="no-js" data-md-color-scheme="default"><head>{head}{init}'
    return f'{html}</head><body class="lb-light" dir="ltr"><main class="md-typeset">{body}</main></body></html>'


def at(folder: Path, address: str) -> str:
    """The address of a page, opened from disk as readers without a server do."""
    path, _, query = address.partition("?")
    return (folder / path / "index.html").as_uri() + (f"?{query}" if query else "")


def part(page: Page, key: str) -> list[str]:
    """The competencies that a part of the result names."""
    found = page.locator(f"section:has(> h2#{key}) .lb-moved__name")
    return [" ".join(text.split()) for text in found.all_inner_texts()]


def test_choosing_both_sides_shows_the_move_and_writes_the_address(page: Page, folder: Path) -> None:
    page.goto(at(folder, "move/"))
    expect(page.get_by_role("status")).to_contain_text("两边都选好")
    page.select_option("[name=from-sequence]", label="客服")
    page.select_option("[name=from-stop]", label="初级")
    page.select_option("[name=to-sequence]", label="客服")
    page.select_option("[name=to-stop]", label="高级")
    expect(page.locator("h2#result")).to_have_text("客服 初级 → 客服 高级")
    expect(page.get_by_role("status")).to_contain_text("客服 初级 → 客服 高级")
    assert part(page, "keep") == ["倾听 高级"]
    assert part(page, "more") == ["倾听 高级"]
    assert part(page, "fresh") == ["倾听 高级", "条理 高级"]
    assert page.url.endswith("?from=care/low&to=care/high")


def test_what_a_position_does_not_name_is_neither_dropped_nor_new(page: Page, folder: Path) -> None:
    for address in ("move/?from=lead/head&to=lead/helper", "move/?from=lead/helper&to=lead/head"):
        page.goto(at(folder, address))
        row = page.locator("section:has(> h2#unknown) tbody tr")
        expect(row).to_contain_text("来源没有列出")
        assert (part(page, "unknown")[0].split()[0], part(page, "gone"), part(page, "fresh")) == ("倾听", [], []), (
            address
        )


def test_a_shared_address_opens_the_same_move(page: Page, folder: Path) -> None:
    page.goto(at(folder, "move/?from=care/low&to=care/high"))
    row = page.locator("section:has(> h2#more) tbody tr")
    expect(row).to_contain_text("提高")
    expect(row).to_contain_text("每周回访一次。 CAR-TAL-02")
    expect(row).to_contain_text("每周回访两次，并记下变化。 CAR-TAL-03")


def test_going_down_lowers_and_drops(page: Page, folder: Path) -> None:
    page.goto(at(folder, "move/?from=care/high&to=care/low"))
    expect(page.locator("section:has(> h2#more) tbody th")).to_contain_text("降低")
    assert part(page, "gone") == ["条理 高级", "倾听 高级"] or part(page, "gone") == ["倾听 高级", "条理 高级"]


def test_across_sequences_a_concept_shows_both_wordings_and_judges_nothing(page: Page, folder: Path) -> None:
    page.goto(at(folder, "move/?from=care/low&to=names/"))
    expect(page.locator(".lb-moved .lb-note")).to_contain_text("不比较高低")
    row = page.locator("section:has(> h2#linked) tbody tr")
    expect(row.locator("th")).to_have_text("沟通")
    expect(row.locator("td").nth(0)).to_contain_text("愿意听。")
    expect(row.locator("td").nth(1)).to_contain_text("讲、听")
    assert part(page, "fresh") == ["图表"]
    assert page.locator("h2#more").count() == 0


def test_a_borrowed_competency_is_the_same_competency(page: Page, folder: Path) -> None:
    page.goto(at(folder, "move/?from=care/low&to=lead/head"))
    assert part(page, "more") == ["倾听 主管"]
    assert part(page, "linked") == []
    assert part(page, "fresh") == ["倾听 主管", "做计划 组长"]


def test_what_the_source_lost_is_not_compared(page: Page, folder: Path) -> None:
    page.goto(at(folder, "move/?from=lead/high&to=lead/low"))
    unknown = page.locator("section:has(> h2#unknown) tbody tr")
    expect(unknown).to_contain_text("做计划")
    expect(unknown).to_contain_text("缺失：表格缺了一行")


def test_swapping_and_the_same_place(page: Page, folder: Path) -> None:
    page.goto(at(folder, "move/?from=care/low&to=names/"))
    page.click("button[name=swap]")
    expect(page.locator("h2#result")).to_have_text("只有名称的标准 整份标准 → 客服 初级")
    page.goto(at(folder, "move/?from=care/low&to=care/low"))
    expect(page.locator(".lb-moved .lb-note")).to_contain_text("同一处")


def test_what_is_not_chosen_is_not_loaded(page: Page, folder: Path) -> None:
    page.goto(at(folder, "move/?from=care/low&to=care/high"))
    expect(page.locator("h2#result")).to_be_visible()
    assert page.evaluate("Object.keys(levelbookMoves)") == ["care"]
    page.select_option("[name=to-sequence]", label="带队")
    page.select_option("[name=to-stop]", label="主管")
    expect(page.locator("h2#result")).to_contain_text("带队 主管")
    assert page.evaluate("Object.keys(levelbookMoves)") == ["care", "lead"]


def test_a_file_without_data_is_told(page: Page, folder: Path) -> None:
    data = folder / "assets" / "levelbook" / "move" / "lead.js"
    text = data.read_text(encoding="utf-8")
    data.write_text("", encoding="utf-8")
    page.goto(at(folder, "move/?from=care/low&to=lead/high"))
    expect(page.get_by_role("status")).to_contain_text("数据加载失败")
    expect(page.locator(".lb-moved")).to_be_hidden()
    data.write_text(text, encoding="utf-8")
    page.select_option("[name=to-stop]", label="组长")
    expect(page.locator("h2#result")).to_be_visible()


def test_a_wrong_address_asks_to_choose(page: Page, folder: Path) -> None:
    page.goto(at(folder, "move/?from=nowhere/x&to=care/<b>"))
    expect(page.get_by_role("status")).to_contain_text("两边都选好")
    expect(page.locator(".lb-moved")).to_be_hidden()


def test_texts_of_the_data_never_become_markup(page: Page, folder: Path) -> None:
    page.goto(at(folder, "move/?from=care/low&to=care/low"))
    expect(page.locator("h2#result")).to_be_visible()
    page.evaluate(
        """() => {
          const { sequences, indicators } = levelbookMoves.care;
          sequences[0].competencies[0].name = '<img src=x onerror=alert(1)>';
          for (const indicator of Object.values(indicators)) indicator[1] = '<script>alert(1)</script>';
        }"""
    )
    page.select_option("[name=to-stop]", label="高级")
    expect(page.locator(".lb-moved")).to_contain_text("<img src=x onerror=alert(1)>")
    assert page.locator(".lb-moved img, .lb-moved script").count() == 0


def test_without_scripts_the_page_leads_elsewhere(browser: Browser, folder: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(at(folder, "move/"))
    expect(tab.locator(".lb-nojs")).to_be_visible()
    expect(tab.locator("form")).to_be_hidden()
    expect(tab.get_by_role("link", name="通用能力")).to_be_visible()
    context.close()


def test_notes_fold_by_sequence_and_open_for_a_filter(page: Page, folder: Path) -> None:
    page.goto(at(folder, "notes/"))
    note = page.locator(".lb-memo", has_text="来源没有日期")
    expect(note).to_be_hidden()
    page.select_option("select[name=kind]", "outdated")
    expect(note).to_be_visible()
    page.goto(at(folder, "notes/") + "#s-names")
    expect(note).to_be_visible()


@pytest.mark.parametrize(
    "address", ["concepts/", "concepts/talking/", "move/?from=care/low&to=names/", "move/", "notes/", ""]
)
def test_axe_finds_nothing(desk: Lasting, folder: Path, address: str) -> None:
    for width in (1280, 390):
        with desk.as_new() as tab:
            tab.set_viewport_size({"width": width, "height": 900})
            tab.goto(at(folder, address))
            assert tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
            assert desk.troubles == []
            found = axe(tab)
            desk.forgive()  # axe asks for style sheets that file:// keeps from it
            assert found == []
