"""Where a handbook's navigation stands among that of a site."""

import pytest

from levelbook.hosts.navigation import NavSection, clashing_files, join_navigation, list_by_folder, site_folder

OURS = NavSection("Ladder", [{"Home": "ladder/index.md"}, {"Levels": ["ladder/a.md"]}])
ROOT = NavSection("Ladder", [{"Home": "index.md"}, {"Levels": ["a.md"]}])
SECTION = ["ladder/index.md", {"Levels": ["ladder/a.md"]}]


@pytest.mark.parametrize(
    ("path", "folder"),
    [("", ""), ("/", ""), ("ladder", "ladder/"), ("/hr/ladder/", "hr/ladder/"), ("./ladder", "ladder/")],
)
def test_a_place(path: str, folder: str) -> None:
    assert site_folder(path) == folder


@pytest.mark.parametrize("path", ["..", "a/../b", "a b", ".git", "a?b", "手册", 'a"b', "a\\b", "C:"])
def test_no_place(path: str) -> None:
    assert site_folder(path) is None


@pytest.mark.parametrize(
    ("theirs", "nav"),
    [
        (["index.md"], ["index.md", {"Ladder": SECTION}]),
        ([{"Ours": "ladder/index.md"}, "b.md"], [{"Ours": SECTION}, "b.md"]),
        ([{"Ours": "ladder/"}], [{"Ours": SECTION}]),
        (["ladder"], [{"Ladder": SECTION}]),
        ([{"People": ["b.md", {"Ours": "ladder/index.md"}]}], [{"People": ["b.md", {"Ours": SECTION}]}]),
        ([], [{"Ladder": SECTION}]),
    ],
)
def test_in_a_folder_it_is_one_section(theirs: list[object], nav: list[object]) -> None:
    assert join_navigation(theirs, [], OURS, "ladder/") == nav


def test_at_the_root_the_companys_entries_follow() -> None:
    company = [{"Start": "index.md"}, {"FAQ": "faq.md"}]
    assert join_navigation(company, [], ROOT, "") == [*ROOT.entries, {"FAQ": "faq.md"}]
    pages = ["faq.md", "people/b.md"]
    assert join_navigation(None, pages, ROOT, "") == [*ROOT.entries, "faq.md", {"People": ["people/b.md"]}]


def test_pages_are_listed_by_folder() -> None:
    assert list_by_folder(["z.md", "a-b/c/d.md", "a-b/index.md", "index.md"]) == [
        "index.md",
        "z.md",
        {"A b": ["a-b/index.md", {"C": ["a-b/c/d.md"]}]},
    ]


def test_files_at_one_address() -> None:
    assert list(clashing_files([("index.md", "index.html"), ("faq.md", "faq.html")], ["index.html"])) == ["index.md"]
