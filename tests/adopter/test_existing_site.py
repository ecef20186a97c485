"""Into a MkDocs site that is there already: its pages and its navigation stay; what cannot be is said."""

import re
import shutil
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser

from tests.adopter.conftest import Company, Followed
from tests.browser.lasting import watch

PAGES = {
    "docs/index.md": "# Welcome to Acme\n\nNews.\n",
    "docs/benefits.md": "# Benefits & perks\n\nLunch.\n",
    "docs/howto/leave.md": "# Taking leave\n\nAsk first.\n",
}
SITE = "site_name: Acme\nuse_directory_urls: {urls}\ntheme: {{name: material, features: [navigation.tabs]}}\n"


@pytest.fixture
def acme(company: Company, followed: Callable[[str], Followed]) -> Company:
    """A company whose site has pages, and whose handbook is the README's."""
    shutil.copytree(followed("README.md").folder, company.folder, dirs_exist_ok=True)
    for path, text in PAGES.items():
        company.write(path, text)
    return company


def build(acme: Company, more: str, *, urls: str = "false", status: int = 0) -> str:
    acme.write("mkdocs.yml", SITE.format(urls=urls) + more)
    return acme.run("mkdocs", "build", "--strict", status=status)


def tabs(acme: Company, page: str = "index.html") -> list[tuple[str, str]]:
    """Titles and links of the tabs."""
    html = (acme.folder / "site" / page).read_text(encoding="utf-8")
    found = re.search(r'<ul class="md-tabs__list">(.*?)</ul>', html, re.DOTALL)
    assert found
    links = re.findall(r'href="([^"]+)"[^>]*>\s*(.*?)\s*</a>', found[1], re.DOTALL)
    return [(re.sub(r"<[^>]+>", "", title).strip(), link) for link, title in links]


MOUNT = "plugins: [{levelbook: {path: ladder}}]\n"


def test_without_nav_every_page_has_its_place(acme: Company) -> None:
    build(acme, MOUNT)
    assert tabs(acme) == [
        ("Welcome to Acme", "index.html"),
        ("Benefits &amp; perks", "benefits.html"),
        ("Howto", "howto/leave.html"),
        ("Career ladder", "ladder/index.html"),
    ]
    assert "News." in (acme.folder / "site/index.html").read_text(encoding="utf-8")


def test_the_companys_nav_stays_and_says_where_the_handbook_stands(acme: Company) -> None:
    nav = "nav: [Home: index.md, Ladder: ladder/index.md, People: [benefits.md, howto/leave.md]]\n"
    build(acme, MOUNT + nav)
    assert [title for title, _ in tabs(acme)] == ["Home", "Ladder", "People"]
    build(acme, MOUNT + "nav: [Home: index.md, People: [benefits.md, howto/leave.md]]\n")
    assert [title for title, _ in tabs(acme)] == ["Home", "People", "Career ladder"]


def test_at_the_root_the_companys_pages_follow(acme: Company) -> None:
    (acme.folder / "docs/index.md").unlink()
    build(acme, "plugins: [levelbook]\n")
    titles = [title for title, _ in tabs(acme)]
    assert titles[0] == "Career tracks", "the name of the site leads home"
    assert titles[-2:] == ["Benefits &amp; perks", "Howto"]


def test_two_front_pages_are_an_error_that_says_what_to_do(acme: Company) -> None:
    told = build(acme, "plugins: [levelbook]\n", status=1)
    assert "index.md: the handbook writes pages of its own to the same addresses." in told
    assert "levelbook: {path: ladder/}" in told


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("plugins: [{levelbook: {path: ../up}}]\n", "says path: ../up for levelbook, which is no folder of a site"),
        ("theme: {name: readthedocs}\n" + MOUNT, "uses the theme readthedocs; the handbook needs Material"),
        (
            "plugins: [{levelbook: {folder: nowhere}}]\n",
            "folder 写的是 nowhere，那里没有手册",
        ),
    ],
    ids=["path", "theme", "folder"],
)
def test_what_cannot_be_is_said_in_a_sentence(more: str, told: str, acme: Company) -> None:
    site = SITE.format(urls="false")
    acme.write("mkdocs.yml", (site.replace(site.splitlines()[2] + "\n", "") if "theme:" in more else site) + more)
    said = acme.run("mkdocs", "build", status=1)
    assert told in said
    assert "Traceback" not in said


def test_without_a_scale_it_is_said_that_there_are_no_checklists(acme: Company) -> None:
    (acme.folder / "rubric_data/scales.yml").unlink()
    head = (acme.folder / "rubric_data/handbook.yml").read_text(encoding="utf-8")
    acme.write("rubric_data/handbook.yml", re.sub(r"^assessment:.*\n", "", head, flags=re.MULTILINE))
    assert "There is no scale (scales.yml)" in acme.run("levelbook", "check")
    assert "There is no scale (scales.yml)" in build(acme, MOUNT)


@pytest.mark.parametrize("urls", ["false", "true"])
def test_a_handbook_in_a_folder_works(urls: str, acme: Company, browser: Browser) -> None:
    build(acme, "site_url: https://acme.example/hr/\n" + MOUNT, urls=urls)
    site = (acme.folder / "site").as_uri()
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    troubles = watch(page)
    page.goto(f"{site}/howto/leave{'/index' if urls == 'true' else ''}.html")
    page.locator("header lb-find input").fill("small enough")
    page.locator(".lb-hits [role='row'] a").first.click()
    page.wait_for_url(re.compile(r"/ladder/sequences/engineer/level/engineer/index\.html#ENG-COD-02"))
    page.locator("header lb-find input").fill("small enough")
    page.locator(".lb-hits a", has_text="ENG-COD-02").first.click()
    page.wait_for_url(re.compile(r"/ladder/id/ENG-COD-02/index\.html"))
    assert page.locator("[data-copy]").first.get_attribute("data-copy", timeout=5000) is not None
    html = (acme.folder / "site/ladder/id/ENG-COD-02/index.html").read_text(encoding="utf-8")
    assert "https://acme.example/hr/ladder/id/ENG-COD-02/" in html
    page.goto(f"{site}/ladder/sequences/engineer/check/senior/index.html")
    page.locator("input[name='r-ENG-COD'][value='2']").check(force=True)
    page.wait_for_function("() => Object.keys(localStorage).some(key => key.startsWith('levelbook.assess.'))")
    page.locator("header lb-find input").fill("leave")
    page.locator(".lb-hits a", has_text="Taking leave").first.wait_for()
    assert troubles == []
    context.close()
