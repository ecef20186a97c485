"""The folder history/: what is written reads back the same, and nothing else is believed."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from levelbook.load import load_files
from levelbook.loading.discover import discover
from levelbook.loading.files import Unreadable
from levelbook.loading.history import (
    ADDRESSES,
    PUBLISHED,
    HistoryFiles,
    read_history,
    release_file,
    rendered_addresses,
    rendered_release,
    seal_of,
)
from levelbook.model import limits
from levelbook.model.history import ChangeClass, FactTable, RecordedChange, ReleaseHistory
from levelbook.model.history_lines import text_of_table

CHANGE = RecordedChange("KEY-LIS-01", "indicator-reworded", ChangeClass.RAISES, "said", "要听完", True, ("KEY-LIS-02",))
FACT = {"kind": "indicator", "n": 1, "text": "听对方说。"}
TABLE: FactTable = {"KEY-LIS-01": {**FACT, "text": "听对方说完。"}, "KEY-LIS-02": FACT}
RELEASE = ReleaseHistory("1.1.0", (CHANGE,), {"KEY-LIS-01": FACT, "KEY-LIS-02": None})
PAGES = {"": (), "id/KEY-LIS-01/": ("history", "一"), "sequences/key/": ()}
Files = dict[str, bytes | Unreadable]


def written(
    table: FactTable = TABLE, pages: dict[str, tuple[str, ...]] | None = None, release: ReleaseHistory = RELEASE
) -> Files:
    published, addresses = text_of_table(table), rendered_addresses(PAGES if pages is None else pages)
    seals = {"published": seal_of(published), "addresses": seal_of(addresses), "codes": seal_of("")}
    texts = {
        PUBLISHED: published,
        ADDRESSES: addresses,
        release_file("1.1.0"): rendered_release(release, seals, ("不要改",), first=False),
        release_file("1.0.0"): rendered_release(ReleaseHistory("1.0.0"), seals, (), first=True),
    }
    return {path: text.encode() for path, text in texts.items()}


def read(files: Files) -> HistoryFiles:
    history, problems = read_history(files)
    assert problems == []
    return history


def refused(files: Files) -> tuple[str, str, int]:
    history, [problem] = read_history(files)
    assert history == HistoryFiles()
    return problem.code, problem.variant, problem.place.line


def test_what_is_written_reads_back_the_same() -> None:
    history = read(written())
    assert (history.newest, history.versions) == ("1.1.0", ("1.1.0", "1.0.0"))
    assert history.history.published == TABLE
    assert history.history.releases == (RELEASE,)
    assert history.history.addresses == PAGES
    assert history.history.facts_at("1.0.0") == {"KEY-LIS-01": FACT}
    assert history.history.facts_at("1.1.0") == TABLE


def test_line_endings_of_windows_are_no_change() -> None:
    files = {path: data.replace(b"\n", b"\r\n") for path, data in written().items() if isinstance(data, bytes)}
    assert read({**files}) == read(written())


WORDS = st.text(max_size=6)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=6,
)
TABLES = st.dictionaries(
    st.text(min_size=1, max_size=4),
    st.dictionaries(WORDS, VALUES, max_size=3).map(lambda one: {**one, "kind": "x"}),
    max_size=5,
)


@settings(max_examples=60, deadline=None)
@given(after=TABLES, before=TABLES)
def test_any_facts_are_kept_and_turned_back_letter_for_letter(after: Any, before: Any) -> None:
    differing = {
        address: before.get(address) for address in {**before, **after} if before.get(address) != after.get(address)
    }
    files = written(after, release=ReleaseHistory("1.1.0", (), differing))
    history, problems = read_history(files)
    if problems:  # signs that no file of a handbook may hold
        assert {problem.code for problem in problems} == {"file-unreadable"}
    else:
        assert history.history.facts_at("1.1.0") == after
        assert history.history.facts_at("1.0.0") == before


def resealed(table: str = "", pages: str = "", below: str = "") -> Files:
    """Files of somebody who knows how seals are made."""
    files = written()
    published = table or text_of_table(TABLE)
    addresses = pages or rendered_addresses(PAGES)
    seals = {"published": seal_of(published), "addresses": seal_of(addresses), "codes": seal_of("")}
    text = rendered_release(RELEASE, seals, (), first=False)
    if below:
        head = text.partition("below: ")[0]
        text = f"{head}below: {seal_of(below)}\n{below}"
    return {**files, PUBLISHED: published.encode(), ADDRESSES: addresses.encode(), release_file("1.1.0"): text.encode()}


HOSTILE_TABLES = [
    "no json\n",
    '"A": {"kind": "x"}, "B": {"kind": "x"}\n',
    '"A": {"kind": "x"}\n"A": {"kind": "y"}\n',
    '"A": {"kind": 1}\n',
    '"A": {"text": "x"}\n',
    '"A": null\n',
    '"A": ["kind"]\n',
    '"": {"kind": "x"}\n',
    '"A": {"kind": "x", "n": NaN}\n',
    '"A": {"kind": "x", "n": 1e999}\n',
    f'"A": {{"kind": "x", "n": {"[" * 100_000}}}\n',
    f'"A": {{"kind": "x", "n": {"9" * 5_000}}}\n',
    '"A": {"kind": "x"}}, {"B": {"kind": "x"}\n',
]


def test_a_wrong_line_is_told_by_its_number() -> None:
    assert refused(resealed('"A": {"kind": "level"}\n"B": {"kind": "level"}\nC\n')) == ("history-broken", "line", 3)


@pytest.mark.parametrize("table", HOSTILE_TABLES, ids=range(len(HOSTILE_TABLES)))
def test_facts_that_nobody_of_ours_wrote_are_refused(table: str) -> None:
    assert refused(resealed(table))[:2] == ("history-broken", "line")


@pytest.mark.parametrize(
    "page",
    [
        *("/etc/ x", "../../x/ y", "a/../b/ x", "./ x", ".well-known/ x", "a//b/ x", "a/b x", "C:/x/ y", "a\\b/ x"),
        *(
            "a/ <script>",
            'a/ x"y',
            "a/ x&y",
            "a/  x",
            "a/ " + "x" * 301,
            "a/" * 21,
            "x" * 201 + "/",
            "á/ x",
            ". x\n. y",
        ),
    ],
)
def test_addresses_that_could_leave_the_site_are_refused(page: str) -> None:
    assert refused(resealed(pages=f"{page}\n"))[:2] == ("history-broken", "line")


@pytest.mark.parametrize(
    "below",
    [
        "changes:\n",
        "before:\nchanges:\n",
        'changes:\n  - {"of": "A", "kind": "x", "class": "ask"}\nbefore:\n',
        'changes:\n  - {"of": "A", "kind": "x", "class": "worse"}\nbefore:\n',
        'changes:\n  - {"of": "A", "kind": "<b>", "class": "typo"}\nbefore:\n',
        'changes:\n  - {"of": "A", "kind": "x", "class": "typo", "href": "javascript:"}\nbefore:\n',
        'changes:\n  - {"of": "A", "kind": "x", "class": "typo", "members": [1]}\nbefore:\n',
        'changes:\n  - {"of": "A", "kind": "x", "class": "typo", "results": "yes"}\nbefore:\n',
        'changes:\n  - {"of": "", "kind": "x", "class": "typo"}\nbefore:\n',
        'changes:\nbefore:\n"A": null\n',
        "changes:\nbefore:\n  - x\n",
        "first: yes\nchanges:\nbefore:\n",
        "changes:\nbefore:",
    ],
)
def test_changes_that_nobody_of_ours_wrote_are_refused(below: str) -> None:
    assert refused(resealed(below=below))[:2] == ("history-broken", "line")


@pytest.mark.parametrize("path", [PUBLISHED, ADDRESSES, "history/1.0.0.yml", "history/1.1.0.yml"])
def test_every_byte_is_sealed(path: str) -> None:
    data = written()[path]
    assert isinstance(data, bytes)
    whole = data.decode()
    for at in range(0, len(whole), 7):
        if not whole[: at + 1].rpartition("\n")[2].startswith("#"):
            sign = "x" if whole[at] != "x" else "y"
            _, problems = read_history({**written(), path: f"{whole[:at]}{sign}{whole[at + 1 :]}".encode()})
            older = path == "history/1.0.0.yml" and whole[:at].rpartition("\n")[2].startswith(
                ("published", "addresses", "codes")
            )
            assert problems or older, "seals of older releases are not compared with anything any more"


def test_files_that_cannot_be_read_are_told_one_by_one() -> None:
    files: Files = {**written(), PUBLISHED: b"\xff", ADDRESSES: Unreadable("size")}
    _, problems = read_history(files)
    assert [(one.code, one.variant) for one in problems] == [
        ("file-unreadable", "encoding"),
        ("file-unreadable", "size"),
    ]


def test_only_its_own_files_belong_to_a_history() -> None:
    others = {"history/notes.txt": b"", "history/1.0.yml": b"", "history/2/published.jsonl": b"", "history/a.yml": b""}
    folder, _ = discover({**written(), **others})
    assert folder.strays == list(others)
    assert folder.history == read(written())
    assert [one.code for one in load_files({**others}).problems].count("file-unlisted") == len(others)


def test_a_file_of_the_history_may_be_large_but_not_endless() -> None:
    table = {f"A-B-{number:05d}": {"kind": "x", "text": "字" * 100} for number in range(9_000)}
    assert len(text_of_table(table).encode()) > limits.BYTES
    assert read(written(table)).history.published == table
    assert refused({**written(), PUBLISHED: b"x" * (limits.HISTORY_BYTES + 1)})[0] == "file-unreadable"


def test_lines_are_json_to_other_programs() -> None:
    for line in text_of_table(TABLE).splitlines():
        json.loads("{" + line + "}")
