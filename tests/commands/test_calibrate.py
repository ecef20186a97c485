"""From ratings to levels: the source's example as a golden case, and everything that keeps ratings unwritten."""

import csv
import io
import os
import re
import shutil
from difflib import unified_diff
from pathlib import Path

import pytest
import yaml

from levelbook.commands.calibrate.dates import under_a_year
from levelbook.commands.cli import main
from levelbook.load import Loaded, files_in, load
from levelbook.model.growth import Calibration
from levelbook.problems import Severity

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
BASE = HERE.parent / "golden" / "base"
RATINGS = HERE / "grade-3.csv"
SEQUENCE = "telecom-account-manager"
TELECOM = f"sequences/{SEQUENCE}"
FIRST = "评价人,倾听,谈判,行业常识\n甲,初级,初级,初级\n乙,高级,初级,初级\n"


@pytest.fixture
def real(tmp_path: Path) -> Path:
    """The repository's own handbook."""
    shutil.copytree(ROOT / "rubric_data", tmp_path / "data")
    return tmp_path / "data"


@pytest.fixture
def alone(tmp_path: Path) -> Path:
    """The same with no sequence but the one of the source's example, which refers to no other."""
    source, folder = ROOT / "rubric_data", tmp_path / "data"
    shutil.copytree(source / TELECOM, folder / TELECOM)
    shutil.copy(source / "releases.yml", folder)
    shutil.copy(source / "concepts.yml", folder)
    head = yaml.safe_load((source / "handbook.yml").read_text(encoding="utf-8"))
    [family] = [one for one in head["families"] if SEQUENCE in one["sequences"]]
    head["families"] = [{**family, "sequences": [SEQUENCE]}]
    scales = yaml.safe_load((source / "scales.yml").read_text(encoding="utf-8"))
    for scale in scales["scales"]:
        if scale.get("source") != SEQUENCE:
            scale.pop("source", None)
    for name, made in (("handbook.yml", head), ("scales.yml", scales)):
        (folder / name).write_text(yaml.safe_dump(made, allow_unicode=True), encoding="utf-8")
    # by lines: its comments have to stay
    ledger = (source / "ledger.yml").read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in ledger if re.match(rf"\S|  (TAM|{SEQUENCE})[-./:]", line)]
    (folder / "ledger.yml").write_text("".join(kept), encoding="utf-8")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small handbook whose calibration is none of grade-2."""
    shutil.copytree(BASE, tmp_path / "data")
    return tmp_path / "data"


def never_calibrated(folder: Path) -> Path:
    """Makes the small handbook one without a calibration; the result is where its file would be."""
    ledger, path = folder / "ledger.yml", folder / "sequences/key-account/calibration.yml"
    ledger.write_text(ledger.read_text(encoding="utf-8").replace("  KEY.year-1: 1.0.0\n", ""), encoding="utf-8")
    path.unlink()
    return path


def run(folder: Path, table: Path | str | bytes, *more: str, grade: str = "grade-2", sequence: str = "KEY") -> int:
    """Calibrates with a table that is a file, a text or bytes."""
    path = table if isinstance(table, Path) else folder.parent / "ratings.csv"
    if not isinstance(table, Path):
        path.write_bytes(table.encode("utf-8") if isinstance(table, str) else table)
    given = ["--sequence", sequence, "--grade", grade, "--folder", str(folder)]
    dated = more if "--date" in more else (*more, "--date", "2026-11-21")
    return main(["calibrate", str(path), *given, *dated])


def calibrations(loaded: Loaded, sequence: str) -> tuple[Calibration, ...]:
    handbook = loaded.handbook
    assert handbook
    found = handbook.sequences[sequence].calibrations
    return found.calibrations if found else ()


def difference(before: dict[str, bytes], folder: Path) -> str:
    lines: list[str] = []
    for path, data in files_in(folder):
        assert isinstance(data, bytes)
        old, new = (text.decode("utf-8").splitlines(keepends=True) for text in (before.get(path, b""), data))
        lines += unified_diff(old, new, path, path, n=1)
    return "".join(lines)


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path: data for path, data in files_in(folder) if isinstance(data, bytes)}


def test_ratings_lead_to_the_levels_of_the_source(real: Path) -> None:
    before = bytes_of(real)
    assert run(real, RATINGS, grade="grade-3", sequence="TAM") == 0
    loaded = load(real)
    assert {one.severity for one in loaded.problems} <= {Severity.INFORMATION}
    example, written = calibrations(loaded, SEQUENCE)
    assert example.example and not written.example
    assert [(key, one.before, one.after) for key, one in written.competencies.items()] == [
        (key, one.before, one.after) for key, one in example.competencies.items()
    ]
    assert sum(one.before != one.after for one in written.competencies.values()) == 6
    found = difference(before, real)
    golden = HERE / "grade-3.diff"
    if os.environ.get("LEVELBOOK_GOLDEN") == "write":
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")


def test_afterwards_the_check_is_as_clean_as_before(alone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = load(alone).problems
    run(alone, RATINGS, grade="grade-3", sequence="TAM")
    after = load(alone).problems
    assert {one.severity for one in after} <= {Severity.INFORMATION}
    assert len(after) == len(before)
    assert main(["check", str(alone)]) == 0


def test_nothing_but_two_files_and_the_ledger_changes_and_who_rated_is_in_none(alone: Path) -> None:
    names = RATINGS.read_text(encoding="utf-8").replace("甲", "赵一")
    before = bytes_of(alone)
    assert run(alone, names, grade="grade-3", sequence="TAM") == 0
    after = bytes_of(alone)
    changed = [path for path in after if after[path] != before.get(path)]
    assert changed == ["ledger.yml", f"{TELECOM}/calibration.yml", f"{TELECOM}/sequence.yml"]
    assert not any("赵一".encode() in after[path] for path in changed)
    for path in changed:
        comments = [line for line in before[path].decode().splitlines() if line.lstrip().startswith("#")]
        assert all(line in after[path].decode().splitlines() for line in comments)


def test_a_dry_run_shows_it_and_writes_nothing(alone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = bytes_of(alone)
    assert run(alone, RATINGS, "--dry-run", grade="grade-3", sequence="TAM") == 0
    assert bytes_of(alone) == before
    out, err = capsys.readouterr()
    assert "+  - id: grade-3-2026-11" in out.splitlines()
    assert "人际交往能力：中级 3 人、高级 3 人，平均2.50；中级 → 高级，上调" in out.splitlines()
    assert "没有写任何文件" in err


def test_the_same_id_is_refused_and_another_one_taken(alone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(alone, RATINGS, grade="grade-3", sequence="TAM") == 0
    before = bytes_of(alone)
    assert run(alone, RATINGS, grade="grade-3", sequence="TAM") == 1
    assert "“grade-3-2026-11”已经在" in capsys.readouterr().out
    assert run(alone, RATINGS, "--id", "resilience", grade="grade-3", sequence="TAM") == 1
    assert bytes_of(alone) == before
    assert run(alone, RATINGS, "--id", "again", grade="grade-3", sequence="TAM") == 0
    assert [one.id for one in calibrations(load(alone), SEQUENCE)][1:] == ["grade-3-2026-11", "again"]


def test_the_second_one_is_warned_of_within_a_year(alone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(alone, RATINGS, grade="grade-3", sequence="TAM")
    capsys.readouterr()
    assert run(alone, RATINGS, "--dry-run", "--date", "2027-11-20", grade="grade-3", sequence="TAM") == 0
    assert "不满一个经营年度" in capsys.readouterr().out
    assert run(alone, RATINGS, "--dry-run", "--date", "2027-11-21", grade="grade-3", sequence="TAM") == 0
    assert "经营年度" not in capsys.readouterr().out
    assert run(alone, RATINGS, "--dry-run", "--date", "2026-10", grade="grade-3", sequence="TAM") == 1
    assert "早于上一次" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("before", "now", "under"),
    [
        ("2026-11-21", "2027-11-20", True),
        ("2026-11-21", "2027-11-21", False),
        ("2026-11", "2027-10-31", True),
        ("2026-11", "2027-11-01", False),
        ("2026-11-21", "2027-11", False),
        ("2026-11-21", "2026-11-22", True),
        ("2024-02-29", "2025-02-28", True),
        ("2024-02-29", "2025-03-01", False),
    ],
)
def test_a_business_year(before: str, now: str, under: bool) -> None:
    assert under_a_year(before, now) is under


def test_without_a_date_of_its_own_the_release_tells(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    head = "评价人,倾听,谈判,行业常识\n甲,高级,高级,高级\n"
    ledger = folder / "ledger.yml"
    text = ledger.read_text(encoding="utf-8")
    ledger.write_text(text.replace("KEY.year-1: 1.0.0", "KEY.year-1: unknown"), encoding="utf-8")
    assert run(folder, head, "--dry-run", grade="grade-1") == 0
    assert "看不出上一次校准“首次校准”是哪天" in capsys.readouterr().out
    ledger.write_text(text, encoding="utf-8")
    assert run(folder, head, "--dry-run", grade="grade-1") == 0
    assert "在 2026-09-01，到 2026-11-21 不满" in capsys.readouterr().out


def test_both_grades_are_named_where_a_higher_one_would_ask_less(
    alone: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    low = RATINGS.read_text(encoding="utf-8").replace("高级", "资深").replace("中级", "高级")
    assert run(alone, low, grade="grade-3", sequence="TAM") == 0
    out = capsys.readouterr().out
    assert "较高的“客户经理2级”将有5项要求低于较低的“客户经理3级”：沟通倾听能力、" in out
    assert all(one.code == "required-falls" for one in load(alone).problems if one.severity < Severity.INFORMATION)


def test_a_calibration_file_is_made_where_there_is_none(folder: Path) -> None:
    path = never_calibrated(folder)
    assert run(folder, FIRST) == 0
    assert path.read_text(encoding="utf-8") == (
        "calibrations:\n"
        "  - id: grade-2-2026-11\n"
        "    name: 二级（2026年11月）\n"
        "    grade: grade-2\n"
        "    date: 2026-11-21\n"
        "    competencies:\n"
        "      listening: {before: junior, ratings: {junior: 1, senior: 1}, after: senior}\n"
        "      shared/negotiation: {before: junior, ratings: {junior: 2}, after: junior}\n"
        "      industry: {before: junior, ratings: {junior: 2}, after: junior}\n"
    )
    text = (folder / "sequences/key-account/sequence.yml").read_text(encoding="utf-8")
    assert "  - {id: grade-2, name: 二级, level: junior, required: {listening: senior}}\n" in text
    assert path.stat().st_mode == (folder / "sequences/key-account/sequence.yml").stat().st_mode


def test_an_exception_goes_when_it_is_none_any_more(folder: Path) -> None:
    path = folder / "sequences/key-account/sequence.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("level: junior}", "level: junior, required: {KEY-LIS: senior}}"), encoding="utf-8")
    assert run(folder, FIRST.replace("乙,高级", "乙,初级")) == 0
    assert path.read_text(encoding="utf-8") == text
    assert calibrations(load(folder), "key-account")[-1].competencies["listening"].before == "senior"


def test_an_exception_by_code_is_found_and_changed(folder: Path) -> None:
    path = folder / "sequences/key-account/sequence.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("level: senior}", "level: senior, required: {KEY-IND: junior}}"), encoding="utf-8")
    never_calibrated(folder)
    high = FIRST.replace("初级", "高级")
    assert run(folder, high, grade="grade-1") == 0
    assert path.read_text(encoding="utf-8") == text
    assert run(folder, high.replace("乙,高级", "乙,初级"), "--id", "more", grade="grade-1") == 0
    assert load(folder).problems == []


WAYS = {
    "mark": FIRST.encode("utf-8-sig"),
    "gbk": FIRST.encode("gbk"),
    "utf-16": FIRST.encode("utf-16"),
    "semicolons": FIRST.replace(",", ";").encode(),
    "told": ("sep=;\n" + FIRST.replace(",", ";")).encode(),
    "tabs": FIRST.replace(",", "\t").encode(),
    "full width": FIRST.replace(",", "，").encode(),
    "windows": FIRST.replace("\n", "\r\n").encode(),
    "blank rows": (FIRST.replace("\n", "\n,,,\n") + "\n\n").encode(),
    "quotes": FIRST.replace("倾听", '" 倾听\n"').encode(),
    "codes": FIRST.replace("倾听", "KEY-LIS").replace("谈判", "shared/negotiation").replace("行业常识", "ind").encode(),
    "values": FIRST.replace("初级", "1").replace("高级", "２.0").encode(),
    "ids": FIRST.replace("初级", "junior").replace("高级", "SENIOR").encode(),
    "empty columns": "评价人,倾听,,谈判,行业常识,\n甲,初级,,初级,初级\n乙,高级,,初级,初级,\n".encode(),
    "other order": "评价人,谈判,行业常识,KEY-LIS 倾听\n甲,初级,初级,初级\n乙,初级,初级,高级\n".encode(),
}


@pytest.mark.parametrize("way", list(WAYS))
def test_tables_are_read_as_programs_write_them(way: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, WAYS[way]) == 0, capsys.readouterr().out
    rows = calibrations(load(folder), "key-account")[-1].competencies
    assert [(key, one.after) for key, one in rows.items()] == [
        ("listening", "senior"),
        ("shared/negotiation", "junior"),
        ("industry", "junior"),
    ]


def test_a_comma_in_a_name_separates_nothing_where_semicolons_do(folder: Path) -> None:
    path = folder / "sequences/key-account/competencies/listening.yml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("name: 倾听", "name: Hear, listen, ask, sum up", 1), "utf-8"
    )
    table = FIRST.replace(",", ";").replace("倾听", "Hear, listen, ask, sum up")
    assert run(folder, table) == 0
    assert calibrations(load(folder), "key-account")[-1].competencies["listening"].after == "senior"


@pytest.mark.parametrize("name", ["平均", "平均分：", " 合 计 ", "中位数", "Average", "SUM", "Stdev"])
def test_a_row_that_adds_up_others_is_no_rater(name: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, FIRST) == 0
    alone = calibrations(load(folder), "key-account")[-1].competencies
    capsys.readouterr()
    assert run(folder, f"{FIRST}{name},高级,高级,高级\n", "--id", "again") == 0
    assert calibrations(load(folder), "key-account")[-1].competencies["listening"].ratings == alone["listening"].ratings
    assert f"第4行A列：提示：“{name.strip()}”这一行是汇总，没有当作评价人。" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["平平", "Max", "Summer", "Meanwell"])
def test_a_name_is_a_rater(name: str, folder: Path) -> None:
    assert run(folder, f"{FIRST}{name},初级,初级,初级\n") == 0
    counts = calibrations(load(folder), "key-account")[-1].competencies["listening"].ratings
    assert sum(counts.values()) == 3


def test_one_rater_alone_is_warned_of(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, "".join(FIRST.splitlines(keepends=True)[:2])) == 0
    assert "警告：只有一位评价人，级别由这一位定。" in capsys.readouterr().out


def test_a_line_that_names_the_separator_is_no_row(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = "sep=;\n" + FIRST.replace(",", ";").replace("乙;高级", "乙;")
    assert run(folder, table) == 1
    assert "第3行B列：错误：乙没有评“倾听”" in capsys.readouterr().out


WRONG = {
    "missing cell": (FIRST.replace("乙,高级,", "乙,,"), ["第3行B列：错误：乙没有评“倾听”。请写其中一个：初级、高级。"]),
    "short row": (
        FIRST.replace("乙,高级,初级,初级", "乙,高级"),
        ["第3行C列：错误：乙没有评“谈判”", "第3行D列：错误：乙没有评"],
    ),
    "unknown level": (FIRST.replace("乙,高级", "乙,较高"), ["第3行B列：错误：乙给“倾听”填的“较高”不是级别。"]),
    "no column": ("评价人,倾听,谈判\n甲,初级,初级\n", ["第1行：错误：缺1项能力的列：行业常识。"]),
    "unknown column": (FIRST.replace("谈判", "喝酒"), ["第1行C列：错误：没有“喝酒”这一项能力", "缺1项能力的列：谈判"]),
    "slip": (FIRST.replace("行业常识", "行业知识"), ["没有“行业知识”这一项能力", "是否想写“行业常识”？"]),
    "column twice": (FIRST.replace("谈判", "倾听"), ["第1行C列：错误：“倾听”有两列。"]),
    "rater twice": (FIRST.replace("乙", " 甲"), ["第3行A列：错误：评价人“甲”在第2行已经有了。"]),
    "no name": (FIRST.replace("乙", ""), ["第3行A列：错误：这一行没有写评价人。"]),
    "no rater column": ("倾听,谈判,行业常识\n初级,初级,初级\n", ["第1行A列：错误：第一列是能力“倾听”。"]),
    "no head": (
        FIRST.replace("乙,高级,初级,初级", "乙,高级,初级,初级,见备注"),
        ["第3行E列：错误：这一列有内容，但没有列名。"],
    ),
    "no ratings": (FIRST + "备注,,,\n", ["第4行：错误：备注一项也没有评。"]),
    "only column": ("评价人,倾听\n甲,\n", ["第2行B列：错误：甲没有评“倾听”", "缺2项能力的列：谈判"]),
    "one column": (FIRST.replace(",", "|"), ["第1行：错误：整张表只有一列"]),
    "title above": ("2026年评分表,,\n\n" + FIRST, ["第1行：错误：列名在第3行"]),
    "rows for columns": (
        "能力,甲,乙\n倾听,初级,高级\n谈判,初级,初级\n行业常识,初级,初级\n",
        ["第1行A列：错误：第一列是能力，横竖反了。"],
    ),
    "nobody": (FIRST.splitlines()[0], ["没有一个评价人。"]),
    "empty": ("", ["文件是空的。"]),
    "binary": (b"\x00\x01\x02", ["看不出文件的编码"]),
    "neither": (b"a,\xff\xff\n", ["看不出文件的编码"]),
    "spreadsheet": (b"PK\x03\x04....", ["这是电子表格文件"]),
}


@pytest.mark.parametrize("case", list(WRONG))
def test_what_is_incomplete_is_told_and_nothing_is_written(
    case: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table, said = WRONG[case]
    before = bytes_of(folder)
    assert run(folder, table) == 1
    out, err = capsys.readouterr()
    for sentence in said:
        assert sentence in out
    assert err == "没有写任何文件。\n"
    assert bytes_of(folder) == before


def test_everything_wrong_is_told_at_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(folder, "评价人,倾听,谈判,行业常识\n甲,,高,初级\n甲,初级,,\n", "--date", "2026-13")
    assert len(capsys.readouterr().out.splitlines()) == 6


@pytest.mark.parametrize(
    ("sequence", "grade", "said"),
    [
        ("NON", "grade-2", "--sequence：错误：没有序列“NON”。请写其中一个：key-account、shared。"),
        ("KEY", "grade-9", "--grade：错误：“大客户经理”没有职级“grade-9”。请写其中一个：grade-2、grade-1。"),
        ("shared", "x", "没有职级"),
        (" ", "grade-2", "没有序列"),
    ],
)
def test_a_grade_must_be_there(
    sequence: str, grade: str, said: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, FIRST, sequence=sequence, grade=grade) == 1
    assert said in capsys.readouterr().out


def test_a_grade_is_found_however_its_name_is_typed(folder: Path) -> None:
    assert run(folder, FIRST, "--dry-run", sequence="ｋｅｙ", grade="Grade-2 ") == 0


def test_a_day_that_is_still_to_come_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, FIRST, "--dry-run", "--date", "2999-01") == 0
    assert "--date：警告：日期 2999-01 还没有到。" in capsys.readouterr().out


def test_a_blank_name_is_none(folder: Path) -> None:
    assert run(folder, FIRST, "--name", " \n") == 0
    assert calibrations(load(folder), "key-account")[-1].name == "二级（2026年11月）"


def test_what_is_to_be_done_by_hand_is_told_in_full(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    never_calibrated(folder).write_text("{calibrations: []}\n", encoding="utf-8")
    before = bytes_of(folder)
    assert run(folder, FIRST) == 1
    first, *rows = capsys.readouterr().out.splitlines()
    assert first.startswith(f"{folder}：错误：数据文件的写法特殊")
    assert rows[0] == "倾听：初级 1 人、高级 1 人，平均1.50；初级 → 高级，上调"
    assert len(rows) == 3
    assert bytes_of(folder) == before


def test_a_folder_with_errors_is_left_alone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder / "sequences/key-account/calibration.yml"
    path.write_text("calibrations: [\n", encoding="utf-8")
    assert run(folder, FIRST) == 1
    assert f"{folder}：错误：数据文件夹里有1处错误，先改好再校准" in capsys.readouterr().out


def test_what_would_bring_new_problems_is_not_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = bytes_of(folder)
    assert run(folder, FIRST, "--id", "Not An Id") == 1
    assert "会带来1处新的问题" in capsys.readouterr().out
    assert bytes_of(folder) == before


def test_a_table_that_is_not_there(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, folder / "nothing.csv") == 1
    assert "文件不存在" in capsys.readouterr().out
    assert run(folder, folder) == 1
    assert "这是文件夹" in capsys.readouterr().out


def test_the_empty_table_has_all_competencies_and_can_be_filled_in(
    folder: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    given = ["--sequence", "key-account", "--grade", "二级", "--folder", str(folder)]
    assert main(["calibrate", "--template", *given]) == 0
    out = capsysbinary.readouterr().out
    assert out.startswith(b"\xef\xbb\xbf")
    head = next(csv.reader(io.StringIO(out.decode("utf-8-sig"))))
    assert head == ["评价人", "倾听", "谈判", "行业常识"]
    assert run(folder, out + "甲,初级,初级,初级\r\n".encode()) == 0
    capsysbinary.readouterr()
    assert main(["calibrate", "评分表.csv", "--template", *given]) == 2
    said = capsysbinary.readouterr()
    assert said.out == b"" and "请去掉文件名".encode() in said.err
