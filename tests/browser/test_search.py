"""The search field on the site, served and opened from disk, by keys, by pointer, on a phone and without scripts.

tests/frontend/test_queries.py holds what comes first; here is what is done and seen.
"""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.site_build import ROOT

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
    page.locator("lb-index input[type=search]").fill(words)
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
    choice = page.locator("lb-index select[data-field=seq]")
    expect(choice).to_have_value("all")
    status = page.locator("lb-index [role=status]")
    expect(status).to_contain_text("找到")
    everywhere = status.inner_text()
    choice.select_option("telecom-account-manager")
    expect(status).not_to_have_text(everywhere)
    expect(page.locator("lb-index details[data-seq]:visible")).to_have_count(1)
    levels = page.locator("lb-index select[data-field=level] optgroup:not([hidden])")
    assert levels.evaluate_all("groups => groups.map((group) => group.label)") == ["政企客户经理"]
    page.locator("lb-index input[type=search]").fill(NOTHING)
    expect(status).to_contain_text(f"所选范围内没有含有“{NOTHING}”的指标")


def test_the_list_takes_words_from_an_address_of_old(page: Page, served: str) -> None:
    page.goto(served + "indicators/index.html?q=TAM-ACH-06")
    expect(page.locator("lb-index input[type=search]")).to_have_value("TAM-ACH-06")
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


MORE = ".md-header lb-find [role=row] button"


def test_the_rest_of_a_group_is_unfolded_by_a_click(page: Page, served: str) -> None:
    page.goto(served)
    rows = search(page, "客户经理")
    more = page.locator(MORE).first
    before, left = rows.count(), int(re.findall(r"\d+", more.inner_text())[0])
    buttons = page.locator(MORE).count()
    more.click()
    expect(page.locator(MORE)).to_have_count(buttons - 1)
    assert rows.count() == before - 1 + left
    expect(page.locator(FIELD)).to_be_focused()


def in_two_files(route: Route) -> None:
    """What the search looks through as two files, the first of which has pages only."""
    whole = route.fetch().text()
    rest = "Object.assign({}, window.levelbookSearch, {next: 'assets/levelbook/rest.js', places: [], indicators: []})"
    route.fulfill(body=f"{whole};window.levelbookSearch = {rest};", content_type="text/javascript")


@pytest.fixture
def parted(browser: Browser) -> Iterator[tuple[Page, list[Route]]]:
    """A window whose search comes in two files, and the requests for the second, which wait for an answer."""
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    waiting: list[Route] = []
    page.route("**/search-data.js*", in_two_files)
    page.route("**/rest.js", lambda route: waiting.append(route))
    yield page, waiting
    page.context.close()


def until(page: Page, holds: Callable[[], object]) -> None:
    """Wait for what a page of ours may not be asked by itself, as its policy keeps scripts out."""
    for _ in range(1000):
        if holds():
            return
        page.wait_for_timeout(20)
    raise AssertionError(page.url)


def asked_for(page: Page, waiting: list[Route]) -> Route:
    """The request that waits."""
    until(page, lambda: waiting)
    return waiting.pop()


def second(route: Route) -> None:
    """The second file, with the indicators."""
    data = route.request.url.replace("rest.js", "search-data.js")
    whole = route.request.frame.page.request.get(data).text()
    rest = "Object.assign({}, window.levelbookSearch, {next: '', pages: []})"
    route.fulfill(body=f"{whole};window.levelbookSearch = {rest};", content_type="text/javascript")


def unmentioned(texts: dict[str, str]) -> str:
    """A code of which no guide holds what tells its competency, so that the first file, which has the guides, knows
    nothing of it.
    """
    guides = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "docs").rglob("*.md")).lower()
    return next(code for code in texts if code.split("-")[-2].lower() not in guides)


def sought(page: Page, served: str, code: str, before: str = "") -> None:
    """Look for what only the second file has, after something that the first one has."""
    page.goto(served + "legend/index.html")
    if before:
        search(page, before)
    page.locator(FIELD).fill(code)
    expect(page.locator(STATUS)).to_have_text(re.compile("加载"))


def test_while_files_are_on_their_way_nothing_else_is_shown(
    parted: tuple[Page, list[Route]], served: str, texts: dict[str, str]
) -> None:
    page, waiting = parted
    code = unmentioned(texts)
    sought(page, served, code, before="能力矩阵")
    expect(page.locator(ROWS).first).to_be_hidden()
    page.keyboard.press("Enter")  # it leads nowhere that was found before
    page.keyboard.press("Escape")  # and nowhere at all any more
    page.locator(FIELD).fill(code)
    second(asked_for(page, waiting))
    expect(page.locator(ROWS).first).to_contain_text(code)
    expect(page).to_have_url(re.compile("/legend/"))


def test_a_second_file_that_does_not_come_is_told_and_tried_again(
    parted: tuple[Page, list[Route]], served: str, texts: dict[str, str]
) -> None:
    page, waiting = parted
    code = unmentioned(texts)
    sought(page, served, code)
    asked_for(page, waiting).abort()
    expect(page.locator(STATUS)).to_have_text(page.locator("lb-find").first.get_attribute("data-failed") or "?")
    page.locator(FIELD).fill(code.lower())
    expect(page.locator(STATUS)).to_have_text(re.compile("加载"))
    second(asked_for(page, waiting))
    expect(page.locator(ROWS).first).to_contain_text(code)


def test_the_list_says_that_files_are_on_their_way_or_did_not_come(
    parted: tuple[Page, list[Route]], served: str
) -> None:
    page, waiting = parted
    page.goto(f"{served}indicators/index.html#q=TAM-ACH-06", wait_until="domcontentloaded")
    status = page.locator("lb-index [role=status]")
    for name in ("loading", "failed"):
        expect(status).to_have_text(status.get_attribute(f"data-{name}") or "?")
        if name == "loading":
            asked_for(page, waiting).abort()
    page.locator("lb-index input").fill("tam-ach-06")
    expect(status).to_have_text(status.get_attribute("data-loading") or "?")
    second(asked_for(page, waiting))
    expect(page.locator(INDEX_ROWS)).to_have_count(1)
    expect(status).to_contain_text("找到 1 条")


def test_enter_waits_for_the_search_until_something_else_is_done(browser: Browser, served: str) -> None:
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    waiting: list[Route] = []
    page.route("**/search-data.js*", lambda route: waiting.append(route))
    for undo in ("Escape", "Tab", "能"):
        page.goto(served + "legend/index.html")
        page.locator(FIELD).fill("沟通倾听")
        expect(page.locator(STATUS)).to_have_text(re.compile("加载"))
        page.keyboard.press("Enter")
        page.keyboard.press(undo) if undo != "能" else page.keyboard.insert_text(undo)
        asked_for(page, waiting).continue_()
        until(page, lambda: page.evaluate("Boolean(window.levelbookSearch)"))
        page.locator(FIELD).fill("沟通倾听能力")
        expect(page.locator(ROWS).first).to_be_visible()
        expect(page).to_have_url(re.compile("/legend/"))
    page.context.close()


def test_what_is_typed_stays_here_before_scripts_have_hold_of_the_list(browser: Browser, served: str) -> None:
    page = browser.new_context().new_page()
    page.route("**/*.js*", lambda route: route.abort())
    page.goto(served + "indicators/index.html")
    page.evaluate("document.documentElement.classList.replace('no-js', 'js')")
    page.locator("lb-index input").evaluate("input => { input.value = 'TAM'; input.form.submit(); }")
    page.wait_for_load_state()
    assert "TAM" not in page.url and "=" not in page.url
    page.context.close()


def test_a_place_of_the_page_leaves_the_list_as_it_is_and_no_place_shows_all(page: Page, served: str) -> None:
    page.goto(served + "indicators/index.html#q=TAM-ACH-06")
    expect(page.locator(INDEX_ROWS)).to_have_count(1)
    page.evaluate("location.hash = 'top'")
    expect(page).to_have_url(re.compile("#q=TAM-ACH-06"))
    expect(page.locator("lb-index input")).to_have_value("TAM-ACH-06")
    page.evaluate("location.hash = ''")
    expect(page.locator("lb-index input")).to_have_value("")
    expect(page.locator("lb-index [role=status]")).to_be_empty()
    expect(page.locator("lb-index details[data-seq]:visible").nth(1)).to_be_visible()


def test_slash_is_a_sign_while_one_types(page: Page, served: str) -> None:
    page.goto(served + "indicators/index.html")
    typed = page.locator("lb-index input[type=search]")
    typed.press_sequentially("a/b")
    expect(typed).to_have_value("a/b")
    expect(page.locator(FIELD)).not_to_be_focused()
