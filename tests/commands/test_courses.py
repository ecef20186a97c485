"""`levelbook courses`: a table of what courses cover, out and in again; comments in actions.yml stay."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from levelbook.catalogue import Catalogue
from levelbook.commands.cli import main
from levelbook.commands.courses.importing import imported
from levelbook.commands.editing.outcome import EditOutcome
from levelbook.load import files_in
from tests.pages.courses import ACTIONS, CHANNELS, courses

FILE = "sequences/first/actions.yml"
HEAD = "code,covers,minutes,link\n"
ZH = Catalogue("zh")
BLOCK = """\
types: [{id: course, name: 培训}]
actions:
  # the course of the year
  - id: ONE-ACT-01
    type: course
    name: 销售渠道建设与管理     # as printed
    for:
      - ONE-CHA-01              # slide 3
      - ONE-CHA-02
      # asked for by HR
      - care@low
    # ends here
  - {id: ONE-ACT-02, type: course, name: 细心, for: [care]}   # short
  - {id: ONE-ACT-03, type: course, name: 谈判}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    courses(tmp_path)
    (tmp_path / FILE).write_text(BLOCK, encoding="utf-8")
    return tmp_path


def made(folder: Path, table: str | bytes) -> EditOutcome:
    data = table if isinstance(table, bytes) else table.encode()
    return imported(dict(files_in(folder)), "courses.csv", data)


def written(folder: Path, table: str | bytes) -> str:
    """actions.yml as a table makes it."""
    outcome = made(folder, table)
    assert not outcome.refusals, [problem.message(ZH) for problem in outcome.refusals]
    changed = {change.path: change.after for change in outcome.changes}
    return (changed.get(FILE) or BLOCK.encode()).decode()


def refused(folder: Path, table: str) -> list[tuple[str, str]]:
    """Why nothing is written, each with its cell."""
    outcome = made(folder, table)
    assert not outcome.changes
    return [(problem.place.localized(ZH), problem.message(ZH)) for problem in outcome.refusals]


def changed_lines(before: str, after: str) -> list[str]:
    old, new = before.splitlines(), after.splitlines()
    return [f"-{line}" for line in old if line not in new] + [f"+{line}" for line in new if line not in old]


def test_lines_go_and_come_and_all_comments_stay(folder: Path) -> None:
    after = written(folder, HEAD + "ONE-ACT-01,ONE-CHA-01 care@low ONE-TAL-01,,\n")
    assert changed_lines(BLOCK, after) == ["-      - ONE-CHA-02", "+      - ONE-TAL-01"]
    assert after.index("care@low") < after.index("ONE-TAL-01") < after.index("# ends here")
    assert [line.partition("#")[2] for line in after.splitlines() if "#" in line] == [
        line.partition("#")[2] for line in BLOCK.splitlines() if "#" in line
    ]


def test_brackets_minutes_and_links_are_written_where_they_belong(folder: Path) -> None:
    after = written(folder, HEAD + "ONE-ACT-02,ONE-CAR-01 care,45,https://learn.example.com/a\n")
    assert changed_lines(BLOCK, after) == [
        "-  - {id: ONE-ACT-02, type: course, name: 细心, for: [care]}   # short",
        "+  - {id: ONE-ACT-02, type: course, name: 细心, for: [care, ONE-CAR-01], minutes: 45, "
        "link: 'https://learn.example.com/a'}   # short",
    ]
    first = written(folder, HEAD + "ONE-ACT-01,ONE-CHA-01 ONE-CHA-02 care@low,90,\nONE-ACT-03,one-tal-01,,\n")
    assert changed_lines(BLOCK, first) == [
        "-  - {id: ONE-ACT-03, type: course, name: 谈判}",
        "+    minutes: 90",
        "+  - {id: ONE-ACT-03, type: course, name: 谈判, for: [ONE-TAL-01]}",
    ]


def test_a_column_that_is_not_there_changes_nothing_and_an_empty_cell_empties(tmp_path: Path) -> None:
    courses(tmp_path)
    before = (tmp_path / FILE).read_text(encoding="utf-8")
    kept = made(tmp_path, "code,covers\nONE-ACT-01,ONE-CHA-01 ONE-CHA-03 ONE-TAL-01 care@low\n")
    assert (kept.refusals, kept.changes) == ((), ())
    after = written(tmp_path, HEAD + "ONE-ACT-01,ONE-CHA-01 ONE-CHA-03 ONE-TAL-01 care@low,,\nONE-ACT-02,,,\n")
    assert changed_lines(before, after) == [
        "-    link: https://learn.example.com/channels",
        "-    minutes: 90",
        "-  - {id: ONE-ACT-02, type: course, name: 细心, name_en: Care, for: [care, all]}",
        "+  - {id: ONE-ACT-02, type: course, name: 细心, name_en: Care}",
    ]


def test_a_comment_is_never_taken_along(folder: Path) -> None:
    [problem] = made(folder, HEAD + "ONE-ACT-01,ONE-CHA-02 care@low,,\n").refusals
    assert problem.message(ZH) == "文件的写法不能安全地自动改，没有写任何文件。请照上面的意思手工改。"


TABLES = {
    "bom": b"\xef\xbb\xbfcode,covers,minutes,link\r\nONE-ACT-03,ONE-TAL-01 ONE-TAL-02,30,\r\n",
    "semicolons": b'code;covers;minutes;link\nONE-ACT-03;"ONE-TAL-01; ONE-TAL-02";30;\n',
    "tabs": b"code\tcovers\tminutes\tlink\nONE-ACT-03\tONE-TAL-01,ONE-TAL-02\t30\t\n",
    "gbk": "code,covers,minutes,link,课程\nONE-ACT-03,ONE-TAL-01、ONE-TAL-02,30,,谈判\n".encode("gbk"),
    "utf-16": "code,covers,minutes,link\nONE-ACT-03,ONE-TAL-01 ONE-TAL-02,30.0,\n".encode("utf-16"),
    "full-width": "code,covers,minutes,link\nＯＮＥ-ACT-03,one-tal-01　ONE-TAL-02,３０,\n".encode(),
}


@pytest.mark.parametrize("name", TABLES)
def test_tables_are_read_as_programs_write_them(folder: Path, name: str) -> None:
    assert "{id: ONE-ACT-03, type: course, name: 谈判, for: [ONE-TAL-01, ONE-TAL-02], minutes: 30}" in written(
        folder, TABLES[name]
    )


WRONG = {
    "ONE-ACT-09,ONE-TAL-01,,": ("A列", "没有编号为“ONE-ACT-09”的课程。"),
    "ONE-CHA-01,ONE-TAL-01,,": (
        "A列",
        "ONE-CHA-01 不是课程，是“讲清各项渠道政策和流程。”。请在这一列写课程的编号，例如 SAL-ACT-03。",
    ),
    ",ONE-TAL-01,,": ("A列", "这一行没有写课程的编号。请写上，或者删去这一行。"),
    "ONE-ACT-03,chanels,,": (
        "B列",
        "“chanels”不指向任何东西。请写指标的编号，或能力项、类别的标识。是否想写“channels”？",
    ),
    "ONE-ACT-03,ONE-CHA-05,,": ("B列", "ONE-CHA-05 已经停用，由 ONE-CHA-03、ONE-CHA-04 代替。请改成它。"),
    "ONE-ACT-03,ONE-CHA-06,,": ("B列", "ONE-CHA-06 已经停用：不再要求。请删去，或换成现在的。"),
    "ONE-ACT-03,ONE-ACT-01,,": ("B列", "“ONE-ACT-01”不是指标、能力项或类别，课程不能讲它。请改掉。"),
    "ONE-ACT-03,ONE-TAL-01,一小时,": ("C列", "“一小时”不是分钟数。请写 1 到 99999 的整数，不知道就留空。"),
    "ONE-ACT-03,ONE-TAL-01,0,": ("C列", "“0”不是分钟数。请写 1 到 99999 的整数，不知道就留空。"),
    "ONE-ACT-03,ONE-TAL-01,,javascript:alert(1)": (
        "D列",
        "“javascript:alert(1)”不能用作链接。请写以 https:// 开头的完整网址，没有就留空。",
    ),
}


@pytest.mark.parametrize("row", WRONG)
def test_what_is_wrong_is_told_at_its_cell_with_the_cure(folder: Path, row: str) -> None:
    retired = """
      - {id: ONE-CHA-05, text: 旧的。, retired: {why: 分成两条, replaced_by: [ONE-CHA-03, ONE-CHA-04]}}
      - {id: ONE-CHA-06, text: 更旧的。, retired: {why: 不再要求}}
    """
    path = folder / "sequences/first/competencies/channels.yml"
    text = path.read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if "ONE-CHA-04" in line)
    indent = line[: len(line) - len(line.lstrip())]
    added = "\n".join(indent + one.strip() for one in retired.strip().splitlines())
    path.write_text(text.replace(line, f"{line}\n{added}"), encoding="utf-8")
    column, message = WRONG[row]
    assert refused(folder, HEAD + row + "\n") == [(f"courses.csv，第2行{column}", message)]


def test_everything_wrong_is_told_at_once(folder: Path) -> None:
    table = HEAD + "ONE-ACT-01,nothing,x,\nONE-ACT-01,ONE-TAL-01,,\nONE-ACT-01,ONE-TAL-01,,\n"
    places = [place for place, _ in refused(folder, table)]
    assert places == [
        "courses.csv，第2行B列",
        "courses.csv，第2行C列",
        "courses.csv，第3行A列",
        "courses.csv，第4行A列",
    ]


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("", "文件是空的。运行 levelbook courses export 可以得到一张现在的表。"),
        (HEAD, "表里只有列名，没有课程。请每门课程写一行。"),
        ("code\nONE-ACT-01\n", "第一行应当是列名，缺 covers。请写成 code,covers,minutes,link。"),
        ("code,covers,link,link\nONE-ACT-01,,,\n", "“link”有两列。请只留一列。"),
        ("code,covers,minuts\nONE-ACT-01,,\n", "没有“minuts”这一列。是否想写“minutes”？"),
        ("PK\x03\x04", "这是电子表格文件，不是 CSV。请用表格软件另存为“CSV UTF-8（逗号分隔）”。"),
    ],
)
def test_a_table_that_is_none_says_why(folder: Path, table: str, message: str) -> None:
    assert [one for _, one in refused(folder, table)] == [message]


def test_what_is_exported_can_be_imported_and_changes_nothing(tmp_path: Path) -> None:
    courses(tmp_path)
    table = tmp_path.parent / f"{tmp_path.name}.csv"
    assert main(["--language", "en", "courses", "export", str(table), "--folder", str(tmp_path)]) == 0
    data = table.read_bytes()
    assert data.decode().splitlines()[:2] == [
        "\ufeffcode,covers,minutes,link,name",
        "ONE-ACT-01,ONE-CHA-03 ONE-CHA-01 ONE-TAL-01 care@low,90,https://learn.example.com/channels,销售渠道建设与管理",
    ]
    assert data.count(b"\r\n") == 4
    outcome = made(tmp_path, data)
    assert (outcome.refusals, outcome.changes) == ((), ())


def test_formulas_are_shielded_on_the_way_out_and_read_on_the_way_in(tmp_path: Path) -> None:
    courses(tmp_path, actions=ACTIONS.replace("name: 细心,", "name: '=1+1',"))
    table = tmp_path.parent / f"{tmp_path.name}-live.csv"
    assert main(["courses", "export", str(table), "--folder", str(tmp_path)]) == 0
    assert ",'=1+1\r\n" in table.read_bytes().decode()
    assert made(tmp_path, table.read_bytes()).changes == ()


@pytest.fixture
def table(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    file = tmp_path_factory.mktemp("table") / "courses.csv"
    file.write_text(HEAD + "ONE-ACT-03,ONE-TAL-01,30,\n", encoding="utf-8")
    yield file


def test_the_difference_is_shown_and_written_only_where_that_is_said(
    folder: Path, table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = ["--language", "zh", "courses", "import", str(table), "--folder", str(folder)]
    assert main([*typed, "--dry-run"]) == 0
    assert (folder / FILE).read_text(encoding="utf-8") == BLOCK
    shown = capsys.readouterr().out.splitlines()
    assert shown[:2] == ["ONE-ACT-03（谈判）加 1 处：ONE-TAL-01", "ONE-ACT-03（谈判）分钟数：— → 30"]
    assert "+  - {id: ONE-ACT-03, type: course, name: 谈判, for: [ONE-TAL-01], minutes: 30}" in shown
    assert main(typed) == 3, "nobody can be asked here"
    assert main([*typed, "--yes"]) == 0
    assert "for: [ONE-TAL-01], minutes: 30" in (folder / FILE).read_text(encoding="utf-8")
    assert main(["undo", "--yes", "--folder", str(folder)]) == 0
    assert (folder / FILE).read_text(encoding="utf-8") == BLOCK


def test_a_table_that_is_there_is_not_written_over(
    folder: Path, table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = table.read_bytes()
    assert main(["--language", "zh", "courses", "export", str(table), "--folder", str(folder)]) == 2
    assert capsys.readouterr().err == f"{table} 已经有了，没有动它。请换一个文件名；确实要覆盖，加 --yes。\n"
    assert table.read_bytes() == before
    assert main(["courses", "export", str(table), "--folder", str(folder), "--yes"]) == 0
    assert table.read_bytes() != before


def test_a_folder_with_errors_is_mended_first(folder: Path) -> None:
    path = folder / "sequences/first/competencies/channels.yml"
    path.write_text(CHANNELS.replace("text:", "txet:"), encoding="utf-8")
    assert made(folder, HEAD + "ONE-ACT-03,ONE-TAL-01,,\n").refusals[-1].code == "old_errors"
