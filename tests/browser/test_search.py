"""The search field on the site, served and opened from disk, by keys, by pointer, on a phone and without scripts.

tests/frontend/test_queries.py holds what comes first; here is what is done and seen.
"""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

FIRST = [("矩阵", "能力矩阵"), ("沟通倾听", "沟通倾听能力"), ("市场族", "市场族"), ("高级政企客户经理", "高级")]
FIELD = ".md-header lb-find input"
ROWS = ".md-header lb-find [role=grid] [role=row]"
STATUS = ".md-header lb-find [role=status]"
NOTHING = "薪资福利"
WIDER = "rows => rows.filter((row) => row.scrollWidth > row.clientWidth + 1).length"
INDEX_ROWS = "lb-index [data-code]:visible"


def search(page: Page, words: str) -> Locator:
    """Type into the field of the header; the rows of its list."""
    page.locator(FIELD).fill(words)
    rows = page.locator(ROWS)
    expect(rows.first).to_be_visible()
    return rows


def active(page: Page) -> Locator:
    """The cell that Enter opens."""
    cell = page.locator(FIELD).get_attribute("aria-activedescendant")
    assert cell
    return page.locator(f"#{cell}")


@pytest.mark.parametrize("way", ["served", "opened"])
def test_pages_competencies_and_indicators_are_found(
    page: Page, texts: dict[str, str], way: str, request: pytest.FixtureRequest
) -> None:
    page.goto(request.getfixturevalue(way) + "legend/index.html")
    code, text = next(iter(texts.items()))
    for query, row in [*FIRST, (code.lower(), code), (text, code)]:
        page.locator(FIELD).fill(query)
        expect(page.locator(ROWS).first).to_contain_text(row)


def test_a_sequence_with_a_level_is_answered_by_a_card(page: Page, served: str) -> None:
    page.goto(served)
    rows = search(page, "政企客户经理2级")
    for words in ("政企客户经理", "高级", "客户经理2级"):
        expect(rows.first).to_contain_text(words)
    further = rows.nth(1).get_by_role("link")
    assert further.all_inner_texts()[:3] == ["与客户经理3级比", "自评清单", "能力矩阵"]
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/level/advanced/"))


def test_keys_walk_over_rows_and_along_the_links_of_a_row(page: Page, served: str, texts: dict[str, str]) -> None:
    page.goto(served)
    page.keyboard.press("/")
    expect(page.locator(FIELD)).to_be_focused()
    code = next(iter(texts))
    rows = search(page, code)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    expect(rows.first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowRight")
    expect(active(page)).to_have_text(code)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"/id/{code}/"))


def test_escape_closes_the_list_then_empties_the_field(page: Page, served: str) -> None:
    page.goto(served)
    search(page, "沟通")
    page.keyboard.press("Escape")
    expect(page.locator(ROWS).first).to_be_hidden()
    expect(page.locator(FIELD)).to_have_value("沟通")
    expect(page.locator(FIELD)).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Escape")
    expect(page.locator(FIELD)).to_have_value("")


def test_every_hit_says_its_sequence_and_level(page: Page, served: str) -> None:
    page.goto(served)
    search(page, "沟通能力")
    hits = page.locator(":is([aria-label=能力], [aria-label=要求]) > .lb-hit:not(.lb-hit--all)")
    assert hits.count() >= 8
    assert hits.locator(".lb-hit__place").count() == hits.count()
    rows = [" ".join(row.split()) for row in hits.all_inner_texts()]
    assert len(set(rows)) == len(rows), "equal titles are told apart"


def test_what_is_typed_reaches_no_server(page: Page, served: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(f"{request.url} {request.headers.get('referer', '')}"))
    page.goto(served)
    search(page, "客户需求")
    page.locator(f"{ROWS}.lb-hit--all a[href*='#q=']").click()
    expect(page).to_have_url(re.compile(r"/indicators/index\.html#q="))
    expect(page.locator("lb-index mark").first).to_be_visible()
    page.locator(".md-header a[href]").first.click()
    page.wait_for_load_state()
    assert [line for line in asked if "q=" in line or "%E5%AE%A2" in line or "客户" in line] == []


def test_nothing_found_is_no_dead_end(page: Page, served: str) -> None:
    page.goto(served)
    rows = search(page, NOTHING)
    expect(page.locator(STATUS)).to_contain_text(f"没有找到“{NOTHING}”")
    expect(rows.get_by_role("link", name="全部岗位序列")).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/sequences/index\.html$"))


def test_a_slip_is_read_as_what_was_meant(page: Page, served: str) -> None:
    page.goto(served)
    rows = search(page, "抗措能力")
    expect(page.locator(STATUS)).to_have_text("没有找到“抗措能力”，下面是“抗挫能力”的结果")
    expect(rows.first).to_contain_text("抗挫能力")


def test_without_scripts_the_field_leads_to_a_page_that_says_so(browser: Browser, served: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(served + "legend/index.html")
    page.locator(FIELD).press("Enter")
    expect(page).to_have_url(re.compile("/indicators/"))
    expect(page.locator(".lb-nojs").first).to_contain_text("脚本")
    page.context.close()


def test_on_a_phone_the_field_opens_and_its_list_fits(browser: Browser, served: str) -> None:
    page = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True).new_page()
    page.goto(served + "legend/index.html")
    page.locator(".md-header lb-find .lb-find-link").click()
    expect(page.locator(FIELD)).to_be_focused()
    search(page, "政企客户经理2级")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    wide = page.locator(f"{ROWS}").evaluate_all(
        "rows => rows.filter((row) => row.scrollWidth > row.clientWidth + 1).length"
    )
    assert wide == 0
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(page.locator(FIELD)).to_be_hidden()
    page.context.close()


@pytest.mark.parametrize("way", ["served", "opened"])
@pytest.mark.parametrize("words", ["客户需求", "溝通", "goutong", "抗压能力"])
def test_the_list_of_indicators_finds_what_the_search_finds(
    page: Page, way: str, words: str, request: pytest.FixtureRequest
) -> None:
    page.goto(request.getfixturevalue(way) + "indicators/index.html")
    page.locator("lb-index input[name=q]").fill(words)
    status = page.locator("lb-index [role=status]")
    expect(status).to_contain_text("找到")
    found = re.search(r"找到 (\d+) 条", status.inner_text())
    assert found
    rows = page.locator(INDEX_ROWS)
    assert rows.count() == min(int(found[1]), 60)
    heads = page.locator("lb-index details:visible .lb-sec__n").all_inner_texts()
    counts = [int(number[1]) for head in heads if (number := re.search(r"(\d+)", head))]
    assert sum(counts) == int(found[1])
    expect(page).to_have_url(re.compile("#q="))
    assert page.evaluate("document.documentElement.scrollHeight") < 20_000
    page.reload()
    expect(status).to_contain_text(found[0])


def test_the_list_is_filtered_by_sequence_and_level_too(page: Page, served: str) -> None:
    page.goto(served + "indicators/index.html#q=客户&seq=gone&level=gone")
    choice = page.locator("lb-index select[name=seq]")
    expect(choice).to_have_value("all")
    status = page.locator("lb-index [role=status]")
    expect(status).to_contain_text("找到")
    everywhere = status.inner_text()
    choice.select_option("telecom-account-manager")
    expect(status).not_to_have_text(everywhere)
    expect(page.locator("lb-index details[data-seq]:visible")).to_have_count(1)
    levels = page.locator("lb-index select[name=level] optgroup:not([hidden])")
    assert levels.evaluate_all("groups => groups.map((group) => group.label)") == ["政企客户经理"]
    page.locator("lb-index input[name=q]").fill(NOTHING)
    expect(status).to_contain_text(f"所选范围内没有含有“{NOTHING}”的指标")


def test_the_list_takes_words_from_an_address_of_old(page: Page, served: str) -> None:
    page.goto(served + "indicators/index.html?q=TAM-ACH-06")
    expect(page.locator("lb-index input[name=q]")).to_have_value("TAM-ACH-06")
    expect(page.locator(INDEX_ROWS)).to_have_count(1)
    expect(page).to_have_url(re.compile("#q=TAM-ACH-06$"))


def test_what_the_search_looks_through_is_loaded_when_somebody_searches(page: Page, served: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(served + "legend/index.html")
    assert [address for address in asked if "search-data" in address] == []
    search(page, "沟通")
    assert len([address for address in asked if "search-data" in address]) == 1


def test_a_search_that_does_not_load_says_so_and_is_tried_again(browser: Browser, served: str) -> None:
    page = browser.new_context().new_page()
    page.route("**/search-data.js*", lambda route: route.abort())
    page.goto(served + "legend/index.html")
    page.locator(FIELD).fill("沟通")
    failed = page.locator("lb-find").first.get_attribute("data-failed") or "?"
    expect(page.locator(STATUS)).to_have_text(failed)
    page.unroute("**/search-data.js*")
    page.locator(FIELD).fill("沟通能力")
    expect(page.locator(ROWS).first).to_contain_text("沟通能力")
    page.context.close()


def test_slash_is_a_sign_while_one_types(page: Page, served: str) -> None:
    page.goto(served + "indicators/index.html")
    typed = page.locator("lb-index input[name=q]")
    typed.press_sequentially("a/b")
    expect(typed).to_have_value("a/b")
    expect(page.locator(FIELD)).not_to_be_focused()
