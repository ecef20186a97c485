"""Where a handbook's navigation stands among that of a site."""

import pytest

from levelbook.hosts.navigation import Section, clashes, joined, listed, place

OURS = Section("Ladder", [{"Home": "ladder/index.md"}, {"Levels": ["ladder/a.md"]}])
ROOT = Section("Ladder", [{"Home": "index.md"}, {"Levels": ["a.md"]}])
SECTION = ["ladder/index.md", {"Levels": ["ladder/a.md"]}]


@pytest.mark.parametrize(
    ("path", "folder"),
    [("", ""), ("/", ""), ("ladder", "ladder/"), ("/hr/ladder/", "hr/ladder/"), ("./ladder", "ladder/")],
)
def test_a_place(path: str, folder: str) -> None:
    assert place(path) == folder


@pytest.mark.parametrize("path", ["..", "a/../b", "a b", ".git", "a?b", "手册", 'a"b', "a\\b", "C:"])
def test_no_place(path: str) -> None:
    assert place(path) is None


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
    assert joined(theirs, [], OURS, "ladder/") == nav


def test_at_the_root_the_companys_entries_follow() -> None:
    assert joined([{"Start": "index.md"}, {"FAQ": "faq.md"}], [], ROOT, "") == [*ROOT.entries, {"FAQ": "faq.md"}]
    assert joined(None, ["faq.md", "people/b.md"], ROOT, "") == [*ROOT.entries, "faq.md", {"People": ["people/b.md"]}]


def test_pages_are_listed_by_folder() -> None:
    assert listed(["z.md", "a-b/c/d.md", "a-b/index.md", "index.md"]) == [
        "index.md",
        "z.md",
        {"A b": ["a-b/index.md", {"C": ["a-b/c/d.md"]}]},
    ]


def test_files_at_one_address() -> None:
    assert list(clashes([("index.md", "index.html"), ("faq.md", "faq.html")], ["index.html"])) == ["index.md"]
