"""`levelbook ids`: which codes are given, and that nothing else in a file changes."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from levelbook.catalogue import Catalogue
from levelbook.checks.context import CheckContext
from levelbook.commands.cli import main
from levelbook.commands.ids import assign, insert_codes
from levelbook.commands.ids.command import write_ids
from levelbook.commands.result import ExitStatus
from levelbook.load import load, load_files
from levelbook.loading.edit.insertion import Insertion
from tests.commands.small_handbook import BASE, change, spoil

WORDS = Catalogue("zh")
FILE = "sequences/shared/competencies/negotiation.yml"


def given_to(text: str | bytes, **more: str) -> tuple[list[str], bytes | None]:
    """The codes given to a competency, and its file afterwards."""
    data = text.encode() if isinstance(text, str) else text
    files = {path.relative_to(BASE).as_posix(): path.read_bytes() for path in BASE.rglob("*.yml")}
    del files["ledger.yml"]
    files |= {FILE: data} | {path: other.encode() for path, other in more.items()}
    folder = load_files(files).folder
    new_codes = [code for code in assign.assign_codes(CheckContext(folder)) if code.place.file == FILE]
    return [new_code.code for new_code in new_codes], insert_codes.with_codes(FILE, data, new_codes)


def changed(text: str) -> str:
    after = given_to(text)[1]
    assert after is not None
    return after.decode()


HEAD = "code: NEG\nname: 谈判\nlevels:\n  senior: {same_as: junior}\n  junior:\n    indicators:\n"


ONE, TWO = "id: SHA-NEG-01", "id: SHA-NEG-02"
FORMS = [
    (
        "    - 甲\n    # 注\n    - 乙  # 尾注\n",
        f"    - {ONE}\n      text: 甲\n    # 注\n    - {TWO}\n      text: 乙  # 尾注\n",
    ),
    ("    -   甲\n", f"    -   {ONE}\n        text: 甲\n"),
    ("    -\n      甲\n", f"    -\n      {ONE}\n      text: 甲\n"),
    ("    - 甲\n      乙\n", f"    - {ONE}\n      text: 甲\n        乙\n"),
    ("    - '甲: 乙'\n", f"    - {ONE}\n      text: '甲: 乙'\n"),
    ("    - |\n      甲\n      乙\n", f"    - {ONE}\n      text: |\n        甲\n        乙\n"),
    ("    - text: 甲\n      number: 1\n", f"    - {ONE}\n      text: 甲\n      number: 1\n"),
    ("    -\n      text: 甲\n", f"    -\n      {ONE}\n      text: 甲\n"),
    ("    - {text: 甲}\n", f"    - {{{ONE}, text: 甲}}\n"),
    (f"    - {{{TWO}, text: 甲}}\n    - 乙\n", f"    - {{{TWO}, text: 甲}}\n    - id: SHA-NEG-03\n      text: 乙\n"),
    ("      [甲, {text: 乙}]\n", f"      [{{{ONE}, text: 甲}}, {{{TWO}, text: 乙}}]\n"),
    ("    - 甲", f"    - {ONE}\n      text: 甲"),
]


@pytest.mark.parametrize(("before", "after"), FORMS)
def test_forms(before: str, after: str) -> None:
    assert changed(HEAD + before) == HEAD + after


def test_a_competency_gets_its_code_in_the_first_line() -> None:
    head = HEAD.removeprefix("code: NEG\n")
    assert changed("# 注\n" + head + "    - 甲\n") == "# 注\n" + HEAD + "    - id: SHA-NEG-01\n      text: 甲\n"
    assert changed("{name: 谈判, blank: 未写}\n") == "{code: NEG, name: 谈判, blank: 未写}\n"


@pytest.mark.parametrize("change", ["\ufeff{}", "{}"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_byte_order_mark_and_line_endings_stay(change: str, ending: str) -> None:
    before = change.format(HEAD + "    - 甲\n    - text: 乙\n").replace("\n", ending)
    after = change.format(
        HEAD + "    - id: SHA-NEG-01\n      text: 甲\n    - id: SHA-NEG-02\n      text: 乙\n"
    ).replace("\n", ending)
    assert given_to(before)[1] == after.encode()


def test_numbers_are_never_given_again() -> None:
    text = HEAD + "    - {id: SHA-NEG-04, text: 甲, retired: {why: 不再要求, replaced_by: [SHA-NEG-07]}}\n    - 乙\n"
    assert given_to(text)[0] == ["SHA-NEG-08"]
    ledger = {"ledger.yml": "published: {SHA-NEG-11: 1.0.0}\n"}
    assert given_to(text, **ledger)[0] == ["SHA-NEG-12"]
    moved = "code: OTH\nname: 他\nindicators: [{id: SHA-NEG-20, text: 丙}]\n"
    assert given_to(text, **{"sequences/shared/competencies/other.yml": moved})[0] == ["SHA-NEG-21"]


@pytest.mark.parametrize(
    ("name", "taken", "code"),
    [
        ("listening", "", "LIS"),
        ("needs-analysis", "", "NEE"),
        ("needs-analysis", "NEE", "NAN"),
        ("needs-analysis", "NEE NAN", "NE2"),
        ("listening", "LIS LI2", "LI3"),
        ("activity", "", "AC2"),
        ("it", "", "IT"),
        ("x", "", "X2"),
        ("b2b-selling", "", "B2B"),
    ],
)
def test_new_codes(name: str, taken: str, code: str) -> None:
    assert assign.code_from_name(name, set(taken.split())) == code


def test_retired_things_wait_for_no_code() -> None:
    assert given_to("name: 谈判\nretired: {why: 合并}\nindicators: [甲]\n")[0] == []


def test_writing_twice_changes_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(BASE, folder)
    path = folder / FILE
    path.write_text(HEAD + "    - id: SHA-NEG-01\n      text: 说清自己的底线。\n    - 甲\n", encoding="utf-8")
    path.chmod(0o640)
    result = write_ids(folder, False, WORDS)
    assert result.status == ExitStatus.CLEAN
    assert result.out == (f"{folder.as_posix()}/{FILE}:9:7: SHA-NEG-02",)
    assert path.stat().st_mode & 0o777 == 0o640
    assert load(folder).problems == []
    before = {file: file.read_bytes() for file in folder.rglob("*.yml")}
    assert write_ids(folder, False, WORDS).err == ("没有缺少的编号。",)
    assert before == {file: file.read_bytes() for file in folder.rglob("*.yml")}
    assert not list(folder.rglob(".levelbook-*"))


@pytest.mark.parametrize("words", ["id: [", "name: 乙\n      id"], ids=["cannot be read", "says something else"])
def test_nothing_is_written_that_does_not_read_back_as_meant(words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = HEAD + "    - text: 甲\n"
    assert given_to(text)[1] is not None
    monkeypatch.setattr(
        insert_codes, "first_key", lambda text, node, key, code: Insertion(node.span.start, f"{words}: 丙\n      ")
    )
    assert given_to(text)[1] is None


def test_a_file_that_cannot_be_written_gets_no_code_and_no_line_in_the_ledger(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "data"
    shutil.copytree(BASE, folder)
    text = HEAD + "    - id: SHA-NEG-01\n      text: 说清自己的底线。\n    - text: 甲\n"
    (folder / FILE).write_text(text, encoding="utf-8")
    monkeypatch.setattr(insert_codes, "first_key", lambda text, node, key, code: Insertion(node.span.start, "["))
    ledger = (folder / "ledger.yml").read_bytes()
    result = write_ids(folder, False, WORDS)
    assert result.status == ExitStatus.PROBLEMS
    assert result.out == ()
    assert result.err[0].endswith("不能安全地写入 SHA-NEG-02，请手工补上。")
    assert (folder / FILE).read_text(encoding="utf-8") == text
    assert (folder / "ledger.yml").read_bytes() == ledger


LINES = st.sampled_from(
    [
        "    - 甲\n",
        "    - 甲 乙  # 注\n",
        "    - 甲\n      乙\n",
        "    - '甲'\n",
        '    - "甲\n\n      乙"\n',
        "    - >\n      甲\n\n      乙\n",
        "    - |+\n      甲\n\n",
        "    - text: 甲\n",
        "    -  text: 甲\n       name: 乙\n",
        "    - {text: 甲, number: 1}\n",
        "    - {id: SHA-NEG-30, text: 甲}\n",
        "    # 注\n",
        "\n",
    ]
)


@settings(max_examples=100)
@given(st.lists(LINES, min_size=1, max_size=8), st.sampled_from(["\n", "\r\n"]))
def test_only_insertions(lines: list[str], ending: str) -> None:
    before = (HEAD + "".join(lines)).replace("\n", ending)
    codes, after = given_to(before)
    assert after is not None
    rest = iter(after.decode())
    assert all(sign in rest for sign in before), "something was taken away"
    assert after.decode().count("SHA-NEG-") == len(codes) + before.count("SHA-NEG-")


def test_ids_shows_then_writes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder / "sequences/shared/competencies/negotiation.yml"
    change(path, "  senior:", "      - text: 问清对方的底线。\n  senior:")
    before = path.read_bytes()
    assert main(["ids", str(folder), "--dry-run"]) == 0
    assert path.read_bytes() == before
    assert main(["ids", str(folder)]) == 0
    assert "SHA-NEG-02" in path.read_text(encoding="utf-8")
    said = capsys.readouterr()
    assert said.out.splitlines() == [f"{folder}/sequences/shared/competencies/negotiation.yml:8:9: SHA-NEG-02"] * 2
    assert said.err.splitlines()[-1] == f"{folder}/ledger.yml 里记下了1个编号。"


def test_ids_gives_nothing_while_a_file_cannot_be_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(folder)
    assert main(["ids", str(folder)]) == 1
    assert "unknown-key" in capsys.readouterr().out
