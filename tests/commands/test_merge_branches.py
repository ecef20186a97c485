"""Two branches gave one code: real repositories, with and without `merge=union`, and what is refused."""

import subprocess
from pathlib import Path

import pytest

from levelbook.catalogue import Catalogue
from levelbook.commands.cli import main
from levelbook.commands.ids.command import write_ids
from levelbook.commands.ids.conflicts import has_marks, with_both
from levelbook.commands.ids.merge import merge_outcome
from levelbook.load import files_in, load
from levelbook.model.ledger import mark_of
from tests.commands.small_handbook import change

LISTENING = "sequences/key-account/competencies/listening.yml"
ACTIONS = "sequences/key-account/actions.yml"
OURS, THEIRS = "先复述，再回答。", "分清事实和意见。"
UNION = {"none": "", "ledger": "data/ledger.yml merge=union\n", "all": "data/**/*.yml merge=union\n"}


def git(folder: Path, *arguments: str, fails: bool = False) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    run = subprocess.run(["git", "-C", str(folder), *who, *arguments], capture_output=True, text=True)
    assert fails or not run.returncode, run.stdout + run.stderr


def commit(folder: Path, message: str) -> None:
    git(folder.parent, "add", "-A")
    git(folder.parent, "commit", "-qm", message)


def begin(folder: Path, union: str) -> None:
    git(folder.parent, "init", "-q", "-b", "main")
    (folder.parent / ".gitattributes").write_text(UNION[union])
    commit(folder, "as published")


def add(folder: Path, text: str, before: str, raises: str = "") -> None:
    """A branch adds a sentence in a level, gives it its code, and names it."""
    change(folder / LISTENING, before, f"      - text: {text}\n{raises}{before}")
    write_ids(folder, False, Catalogue("zh"))


def name_in_actions(folder: Path) -> None:
    change(folder / ACTIONS, "for: [", "for: [KEY-LIS-04, ")


def two_branches(folder: Path, union: str, same_place: bool) -> None:
    begin(folder, union)
    git(folder.parent, "checkout", "-qb", "spring")
    place = "  senior:\n" if same_place else "      - id: KEY-LIS-02\n"
    add(folder, THEIRS, place)
    name_in_actions(folder)
    commit(folder, "theirs")
    git(folder.parent, "checkout", "-q", "main")
    add(folder, OURS, "  senior:\n")
    commit(folder, "ours")
    git(folder.parent, "merge", "-q", "spring", "-m", "merge", fails=True)


def codes(folder: Path) -> dict[str, str]:
    handbook = load(folder).handbook
    assert handbook, [(one.code, one.place) for one in load(folder).errors]
    competency = handbook.sequences["key-account"].competencies["listening"]
    return {one.text: one.code or "" for one in competency.every_live()}


@pytest.mark.parametrize(
    ("union", "same_place"), [("none", True), ("none", False), ("ledger", True), ("ledger", False), ("all", False)]
)
def test_ours_keeps_the_number_and_theirs_gets_the_next_with_all_that_names_it(
    folder: Path, union: str, same_place: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    two_branches(folder, union, same_place)
    assert {one.code for one in load(folder).errors} & {"ledger-merge", "code-twice", "yaml-syntax"}
    before = dict(files_in(folder))
    assert main(["ids", "--merge", "--dry-run", "--folder", str(folder)]) == 0
    assert dict(files_in(folder)) == before
    assert main(["ids", "--merge", "--folder", str(folder)]) == 0
    said = capsys.readouterr().out
    assert "KEY-LIS-04 改为 KEY-LIS-05，提到它的也改了：sequences/key-account/actions.yml:" in said
    assert load(folder).problems == []
    found = codes(folder)
    assert (found[OURS], found[THEIRS]) == ("KEY-LIS-04", "KEY-LIS-05")
    assert b"for: [KEY-LIS-05, " in (folder / ACTIONS).read_bytes()
    ledger = (folder / "ledger.yml").read_text()
    assert f"  KEY-LIS-04: {{new: {mark_of(OURS)}}}\n  KEY-LIS-05: {{new: {mark_of(THEIRS)}}}\n" in ledger
    assert "  KEY-LIS: 5\n" in ledger
    assert main(["ids", "--merge", "--folder", str(folder)]) == 0
    assert "没有要并的" in capsys.readouterr().err


def test_a_merge_that_is_long_finished_is_told_by_its_parents(folder: Path) -> None:
    two_branches(folder, "all", same_place=False)
    (folder / "notes").mkdir()
    (folder.parent / "readme.txt").write_text("later")
    (folder / "notes").rmdir()
    commit(folder, "something else")
    assert main(["ids", "--merge", "--folder", str(folder)]) == 0
    assert b"for: [KEY-LIS-05, " in (folder / ACTIONS).read_bytes()


def test_a_merge_is_taken_back_and_its_number_stays_spent(folder: Path) -> None:
    two_branches(folder, "all", same_place=False)
    before = (folder / LISTENING).read_bytes()
    assert main(["ids", "--merge", "--folder", str(folder)]) == 0
    assert main(["undo", "--yes", "--folder", str(folder)]) == 0
    assert (folder / LISTENING).read_bytes() == before
    assert b"KEY-LIS-05: {new: " in (folder / "ledger.yml").read_bytes()


def twice(folder: Path, ours: str = OURS, theirs: str = THEIRS) -> None:
    """Both sentences in one file, the ledger with the marks of both."""
    items = "".join(f"      - id: KEY-LIS-04\n        text: {text}\n" for text in (theirs, ours))
    change(folder / LISTENING, "  senior:\n", f"{items}  senior:\n")
    lines = "".join(f"  KEY-LIS-04: {{new: {mark_of(text)}}}\n" for text in (OURS, THEIRS))
    change(folder / "ledger.yml", "  KEY.basic", f"{lines}  KEY.basic")
    change(folder / "ledger.yml", "  KEY-LIS: 3", "  KEY-LIS: 4")


@pytest.mark.parametrize(
    ("ours", "theirs"), [(OURS, THEIRS), ("先复述对方的话，再回答。", THEIRS), (OURS, "分清事实、推测和意见。")]
)
def test_without_git_sentences_are_told_apart_by_their_marks(folder: Path, ours: str, theirs: str) -> None:
    twice(folder, ours, theirs)
    outcome = merge_outcome(dict(files_in(folder)), [])
    assert not outcome.refusals
    assert len(outcome.renumbered) == 1
    text = outcome.files[LISTENING].decode()
    assert f"id: KEY-LIS-04\n        text: {ours}" in text
    assert f"id: KEY-LIS-05\n        text: {theirs}" in text


def test_where_both_texts_have_changed_a_person_chooses(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    twice(folder, "先复述对方的话，再回答。", "分清事实、推测和意见。")
    assert main(["ids", "--merge", "--folder", str(folder)]) == 1
    assert "看不出编号给的是哪一句" in capsys.readouterr().out


def test_a_name_that_may_mean_either_is_not_guessed_at(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    twice(folder)
    name_in_actions(folder)
    before = dict(files_in(folder))
    assert main(["ids", "--merge", "--folder", str(folder)]) == 1
    assert "看不出指的是哪一句" in capsys.readouterr().out
    assert dict(files_in(folder)) == before


def test_a_file_that_cannot_be_read_is_told(folder: Path) -> None:
    """With `merge=union` for the competency's file git makes one item with two texts of two."""
    two_branches(folder, "all", same_place=True)
    outcome = merge_outcome(dict(files_in(folder)), [])
    assert [one.code for one in outcome.refusals] == ["duplicate-key"]


def test_items_that_follow_each_other_are_each_written_twice() -> None:
    ours = "  - id: A-B-04\n<<<<<<< HEAD\n    text: x\n=======\n    text: y\n  - id: A-B-05\n    text: z\n>>>>>>> t\n"
    text = f"a:\n{ours}    raises: [A-B-01]\n  - id: A-B-01\n"
    assert with_both(text, {"A-B-04", "A-B-05"}) == (
        "a:\n  - id: A-B-04\n    text: x\n    raises: [A-B-01]\n"
        "  - id: A-B-04\n    text: y\n  - id: A-B-05\n    text: z\n    raises: [A-B-01]\n  - id: A-B-01\n"
    )


def test_what_is_released_is_never_given_another_number(folder: Path) -> None:
    change(folder / LISTENING, "  senior:\n", "      - {id: KEY-LIS-02, text: 另一句话。}\n  senior:\n")
    outcome = merge_outcome(dict(files_in(folder)), [])
    assert (outcome.renumbered, outcome.files) == ([], {})


def test_what_both_branches_changed_is_left_to_people(folder: Path) -> None:
    begin(folder, "none")
    git(folder.parent, "checkout", "-qb", "spring")
    change(folder / LISTENING, "记下要点。", "记下各点。")
    commit(folder, "theirs")
    git(folder.parent, "checkout", "-q", "main")
    change(folder / LISTENING, "记下要点。", "记全要点。")
    commit(folder, "ours")
    git(folder.parent, "merge", "-q", "spring", "-m", "merge", fails=True)
    outcome = merge_outcome(dict(files_in(folder)), [])
    assert [one.code for one in outcome.refusals] == ["both-changed"]


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> x\nd\n", "a\nb\nc\nd\n"),
        ("<<<<<<< HEAD\r\nb\r\n||||||| 1234\r\no\r\n=======\r\n>>>>>>> x\r\n", "b\r\n"),
        ("<<<<<<< HEAD\na\n=======\nb\n", None),
        ("<<<<<<< HEAD\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n", None),
        (">>>>>>> x\n", None),
    ],
)
def test_lines_of_both_branches(text: str, both: str | None) -> None:
    assert with_both(text) == both
    assert has_marks(text) == text.startswith(("<", "a"))
