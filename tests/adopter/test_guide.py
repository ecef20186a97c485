"""The guide for adopters followed word for word, in an empty folder and beside a site that is there."""

import re

import pytest

from tests.adopter.conftest import Company
from tests.site_build import ROOT

GUIDES = {
    "docs/guide/adopter/index.md": "把改动拆到一次就能评审完",
    "docs/en/guide/adopter/index.md": "Keeps changes small enough",
}
BESIDE = re.compile(r"\{#beside\}.*?```yaml\n(.*?)```", re.DOTALL)


@pytest.mark.parametrize("guide", GUIDES)
def test_a_company_follows_the_guide(guide: str, company: Company) -> None:
    done = company.follow(guide)
    assert done[-3:] == [".venv/bin/levelbook ids", ".venv/bin/levelbook check", ".venv/bin/mkdocs build --strict"]
    page = company.folder / "site/sequences/engineer/level/engineer/index.html"
    assert GUIDES[guide] in page.read_text(encoding="utf-8")
    company.write("docs/index.md", "# Home\n")
    beside = BESIDE.search((ROOT / guide).read_text(encoding="utf-8"))
    assert beside
    company.write("mkdocs.yml", beside[1])
    company.run("mkdocs", "build", "--strict")
    assert (company.folder / "site/ladder/sequences/engineer/index.html").is_file()
    assert "Home" in (company.folder / "site/index.html").read_text(encoding="utf-8")
