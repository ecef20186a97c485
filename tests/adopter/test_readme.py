"""Both READMEs followed word for word: the site reads, searches, assesses, and keeps what was rated."""

import re
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.adopter.conftest import Followed, employed
from tests.browser.lasting import watch
from tests.site_build import ROOT

WORDS = {
    "README.md": ("Career ladder", "Senior engineer", "small enough", "Keeps changes small enough", "Usually"),
    "README.zh-CN.md": ("职级手册", "高级工程师", "一次就能", "把改动拆到一次就能评审完", "通常"),
}


@pytest.mark.parametrize("readme", WORDS)
def test_a_company_follows_the_readme(readme: str, followed: Callable[[str], Followed], browser: Browser) -> None:
    company = followed(readme)
    done = company.done
    assert [line for line in done if "levelbook" in line and "pip" not in line]
    assert done[-1] == ".venv/bin/mkdocs build --strict"
    name, level, typed, sentence, rating = WORDS[readme]
    site = (company.folder / "site").as_uri()
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    troubles = watch(page)

    page.goto(f"{site}/index.html")
    assert name in page.title()
    page.get_by_role("link", name=level).first.click()
    assert page.locator("h1").inner_text().strip().startswith(level)

    page.locator("header lb-find input").fill(typed)
    page.locator(".lb-hits a", has_text=sentence).first.click()
    page.wait_for_url(re.compile(r"/sequences/engineer/level/engineer/index\.html#ENG-COD-02"))
    page.locator("header lb-find input").fill(typed)
    page.locator(".lb-hits a", has_text="ENG-COD-02").first.click()
    page.wait_for_url(re.compile(r"/id/ENG-COD-02/"))
    assert sentence in page.locator("main").inner_text()

    page.goto(f"{site}/sequences/engineer/check/senior/index.html")
    assert rating in page.locator("lb-assess").inner_text()
    page.locator("input[name='r-ENG-COD'][value='2']").check(force=True)
    page.wait_for_function("() => Object.keys(localStorage).some(key => key.startsWith('levelbook.assess.'))")
    page.reload()
    page.locator("input[name='r-ENG-COD'][value='2']:checked").wait_for(state="attached")
    page.locator(".lb-views a[data-view='result']").click()
    page.locator("#result h2").first.wait_for()
    assert troubles == []
    context.close()


@pytest.mark.parametrize("readme", WORDS)
def test_it_changes_its_standard_as_the_readme_says(
    readme: str, followed: Callable[[str], Followed], wheel: Path, tmp_path: Path
) -> None:
    """Each command does what stands beside it, once the question that it asks is answered with yes."""
    shutil.copytree(followed(readme).folder / "rubric_data", tmp_path / "rubric_data")
    company, done = employed(wheel, tmp_path), dict[str, str]()
    for line in re.findall(r"^\.venv/bin/(levelbook .*?)  ", (ROOT / readme).read_text(encoding="utf-8"), re.MULTILINE):
        words = shlex.split(line)
        done[words[1]] = company.run(*words, *(["--yes"] if words[1] != "diff" else []))
    assert list(done) == ["release", "move", "retire", "diff", "undo"]
    assert "ENG-COD-02" in done["diff"]
    assert "retired" not in (tmp_path / "rubric_data/sequences/engineer/competencies/code-quality.yml").read_text()
    assert "ENG.staff" in (tmp_path / "rubric_data/ledger.yml").read_text(encoding="utf-8")


def test_both_readmes_say_the_same() -> None:
    """Heads, code and pictures alike, so that neither goes on without the other."""
    texts = [(ROOT / readme).read_text(encoding="utf-8") for readme in WORDS]
    shapes = [
        (
            re.findall(r"^#+ ", text, re.MULTILINE),
            re.findall(r"^```\w*$|^# \S+\.yml$|^\.venv/.*?(?=  | \"|$)", text, re.MULTILINE),
            re.findall(r"!\[.*?\]\(docs/images/(?:en/)?(.*?)\)", text),
            [re.findall("`.*?`", row.split("|")[1]) for row in text.splitlines() if row.startswith("| `")],
            set(re.findall(r"\d{3}", text)),
        )
        for text in texts
    ]
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("readme", WORDS)
def test_what_a_readme_leads_to_is_there(readme: str) -> None:
    text = (ROOT / readme).read_text(encoding="utf-8")
    leads = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text)
    assert leads and [path for path in leads if not (ROOT / path).exists()] == []
