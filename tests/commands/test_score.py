"""`levelbook score`: saved assessments held against the handbook as it is now."""

import json
import re
import shutil
from hashlib import sha256
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest

from levelbook.catalogue import Catalogue
from levelbook.commands.cli import main
from levelbook.site.context import Context
from tests.pages.small import read
from tests.pages.tiny import facts

BASE = Path(__file__).parents[1] / "golden" / "base"
SCALES = """scales:
  - id: score
    name: 0–6分
    standard: 5
    ratings: [{points: 0, name: 没有}, {points: 5, name: 达标}, {points: 6, name: 超标}]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    data = tmp_path / "data"
    shutil.copytree(BASE, data)
    (data / "scales.yml").write_text(SCALES, encoding="utf-8")
    return data


def saved(tmp_path: Path, **more: Any) -> Path:
    document = {
        "levelbook": "assessment",
        "format": 1,
        "handbook": "能力手册",
        "release": "",
        "target": "KEY.junior",
        "title": "大客户经理　初级",
        "name": "上半年",
        "changed": "2026-06-30T08:00:00Z",
        "mode": "quick",
        "answers": {"KEY-LIS": {"points": "5"}},
    } | more
    path = tmp_path / "saved.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def ask(folder: Path, *files: Path, extra: tuple[str, ...] = ()) -> int:
    return main(["score", *map(str, files), "--folder", str(folder), *extra])


def test_report(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ask(folder, saved(tmp_path)) == 0
    out, err = capsys.readouterr()
    print(out)
    assert err == ""
    lines = out.splitlines()
    assert lines[0].endswith("（KEY.junior）")
    assert any(line.split() == ["倾听", "KEY-LIS", "5.00", "0.00"] for line in lines)


def test_json(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ask(folder, saved(tmp_path), extra=("--json",)) == 0
    [found] = json.loads(capsys.readouterr().out)
    assert (found["target"], found["name"], found["own"]["mean"]) == ("KEY.junior", "上半年", "5.00")
    assert found["manager"] is None


def test_not_applicable_without_a_reason_is_a_draft_and_not_rated(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ask(folder, saved(tmp_path, answers={"KEY-LIS": {"points": "5", "na": ""}}), extra=("--json",)) == 0
    own = json.loads(capsys.readouterr().out)[0]["own"]
    item = next(one for one in own["items"] if one["code"] == "KEY-LIS")
    assert (item["state"], item["points"], item["why"]["key"]) == ("open", None, "na_bare")
    assert own["left"] >= 1
    assert ask(folder, saved(tmp_path, answers={"KEY-LIS": {"points": "5", "na": " "}})) == 0
    assert "不适用，尚未填写原因" in capsys.readouterr().out


def test_manager(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    manager = {"name": "", "answers": {"KEY-LIS": {"points": "0"}}}
    assert ask(folder, saved(tmp_path, manager=manager, agreed={"KEY-LIS": "4"})) == 0
    out = capsys.readouterr().out
    assert "双方都评了 1 项，其中 1 项不同；只有一方评了的 0 项" in out
    assert "商定之后平均 4.00 分" in out


def test_what_both_agreed_on_is_the_result_once_the_talk_is_over(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    both = {"manager": {"name": "", "answers": {"KEY-LIS": {"points": "0"}}}, "agreed": {"KEY-LIS": "4"}}
    talk = {"format": 2, "agreement": {"done": "2026-06-30T08:00:00Z", "unmet": {}, "open": [], "picks": []}}
    assert ask(folder, saved(tmp_path, **both, **talk)) == 0
    out = capsys.readouterr().out
    assert "商定结果（商定以前：自评平均 5.00，主管平均 0.00）；空着，不计入：" in out
    rows = [line.split() for line in out.splitlines()]
    assert ["倾听", "KEY-LIS", "4.00", "-1.00", "双方商定"] in rows
    assert any(row[:3] == ["能力项", "编号", "商定"] for row in rows)
    assert ask(folder, saved(tmp_path, **both, **talk), extra=("--json",)) == 0
    [told] = json.loads(capsys.readouterr().out)
    assert (told["result"], told["own"]["mean"], told["agreed"]["mean"]) == ("agreed", "5.00", "4.00")
    assert told["pick"] == ["KEY-LIS"]


def test_of_format_1_a_finished_one_that_a_manager_rated_is_agreed_on(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    manager = {"answers": {"KEY-LIS": {"points": "6"}}}
    for more, result in (({"manager": manager}, "agreed"), ({}, "own")):
        assert ask(folder, saved(tmp_path, finished="2026-07-02T09:30:00Z", **more), extra=("--json",)) == 0
        assert json.loads(capsys.readouterr().out)[0]["result"] == result


def test_what_both_said_stands_side_by_side(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ask(folder, saved(tmp_path, manager={"answers": {"KEY-LIS": {"points": "6"}}})) == 0
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["倾听", "KEY-LIS", "5.00", "6.00", "+1.00"] in rows


def test_without_a_mean_the_reason_stands_in_its_place(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ask(folder, saved(tmp_path, answers={})) == 0
    assert capsys.readouterr().out.splitlines()[3] == "  尚无已评分的项，2 项待评"


@pytest.mark.parametrize(("finished", "day"), [("", "2026-06-30"), ("2026-07-02T09:30:00Z", "2026-07-02")])
def test_the_day_is_that_of_finishing_or_of_the_last_change(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], finished: str, day: str
) -> None:
    assert ask(folder, saved(tmp_path, finished=finished), extra=("--json",)) == 0
    [score] = json.loads(capsys.readouterr().out)
    assert score["day"] == day


def test_what_only_one_judged_is_neither_alike_nor_different(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    manager = {"answers": {"KEY-LIS": {"na": "没有共事"}}}
    assert ask(folder, saved(tmp_path, manager=manager)) == 0
    out = capsys.readouterr().out
    assert "双方都评了 0 项，其中 0 项不同；只有一方评了的 1 项" in out
    assert "商定：尚无已评分的项" in out


def test_what_was_agreed_is_told_without_a_second_rating(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ask(folder, saved(tmp_path, agreed={"KEY-LIS": "4"})) == 0
    assert capsys.readouterr().out.splitlines()[-2].startswith("  商定之后平均 4.00 分")


def test_what_changed_since_is_said(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answers = {"KEY-LIS": {"points": "5", "hash": "0" * 16}, "KEY-OLD": {"points": "3"}}
    assert ask(folder, saved(tmp_path, answers=answers, release="0.0.1")) == 0
    out = capsys.readouterr().out
    assert "这份自评用的是 0.0.1 版" in out
    assert "1 处内容在评分之后改动，请打开网页复核：KEY-LIS" in out
    assert "1 处已经不在这份清单上，没有计入：KEY-OLD" in out


def test_what_says_the_same_as_when_it_was_rated_has_not_changed(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ctx = Context(read(folder), Catalogue("zh"))
    now = facts(ctx, ctx.handbook.sequences["key-account"], "junior")
    assert now is not None
    marks = {item["code"]: item["hash"] for item in now["items"]}
    answers = {"KEY-LIS": {"points": "5", "hash": marks["KEY-LIS"]}, "SHA-NEG": {"points": "5"}}
    assert ask(folder, saved(tmp_path, answers=answers, release="1.1.0")) == 0
    assert "注意" not in capsys.readouterr().out


def test_what_nobody_answered_has_not_changed_and_the_managers_answers_have(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = {"points": None, "marks": {}, "na": None, "evidence": "一次", "hash": "0" * 16}
    own = {"KEY-LIS": empty, "KEY-OLD": empty}
    assert ask(folder, saved(tmp_path, answers=own, release="1.1.0")) == 0
    assert "注意" not in capsys.readouterr().out
    manager = {"answers": {"KEY-LIS": {"points": "5", "hash": "0" * 16}, "KEY-GONE": {"points": "1"}}}
    assert ask(folder, saved(tmp_path, answers=own, manager=manager)) == 0
    out = capsys.readouterr().out
    assert "1 处内容在评分之后改动，请打开网页复核：KEY-LIS" in out
    assert "1 处已经不在这份清单上，没有计入：KEY-GONE" in out


@pytest.mark.parametrize(
    ("then", "now", "told"),
    [
        ("0.1.0", "1.1.0", "这份自评用的是 0.1.0 版，手册现在是 1.1.0 版"),
        ("", "1.1.0", "这份自评里没有手册的版本号，手册现在是 1.1.0 版"),
        ("0.1.0", "", "这份自评用的是 0.1.0 版，现在的手册没有版本号"),
    ],
)
def test_another_release_is_said(
    then: str, now: str, told: str, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if not now:
        (folder / "releases.yml").unlink()
    assert ask(folder, saved(tmp_path, release=then)) == 0
    assert told in capsys.readouterr().out


def test_what_was_signed_is_held_against_its_hash(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    body = '{"levelbook":"signed","person":"甲"}'
    whole = {"n": 1, "kind": "result", "body": body, "hash": sha256(body.encode()).hexdigest()}
    odd = [7, {"body": body}, {"body": None, "hash": "x"}]
    assert ask(folder, saved(tmp_path, signed=[whole, *odd])) == 0
    code = " ".join(re.findall("....", whole["hash"][:12]))
    assert f"签定过 1 份，校验码对得上：{code}" in capsys.readouterr().out
    assert ask(folder, saved(tmp_path, signed=[whole, whole | {"body": body.replace("甲", "乙")}])) == 0
    assert f"校验码对不上，签定以后内容被改过，或文件受损：{code}\n" in capsys.readouterr().out
    assert ask(folder, saved(tmp_path, signed=[whole]), extra=("--json",)) == 0
    assert json.loads(capsys.readouterr().out)[0]["signed"] == [{"code": code, "fits": True}]


def test_another_handbook_is_said(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ask(folder, saved(tmp_path, handbook="别家手册")) == 0
    assert "这份自评用的是另一本手册“别家手册”" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"levelbook": "asse', "不是完整的自评文件，第 1 行第 15 列"),
        ("[" * 100_000, "不是完整的自评文件"),
        ("[]", "不是自评文件"),
        ("# 说明", "不是自评文件"),
        ('{"levelbook": "assessment", "format": 3}', "第 3 版，这里只认得第 2 版"),
        ('{"levelbook": "assessment"}', "没有写文件的格式"),
        ('{"levelbook": "assessment", "format": 1, "target": 3}', "没有写自评的是哪一级"),
        ('{"levelbook": "assessment", "format": 1, "target": "KEY.juniors"}', "相近的有：KEY.junior"),
        ('{"levelbook": "assessment", "format": 1, "target": "{0}"}', "手册里没有“{0}”。"),
        ('{"levelbook": "assessment", "format": 1, "target": "KEY.junior", "answers": [], "manager": 3}', ""),
    ],
)
def test_what_is_wrong_with_a_file(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, told: str
) -> None:
    path = tmp_path / "broken.json"
    path.write_text(text, encoding="utf-8")
    assert ask(folder, path) == (1 if told else 0)
    err = capsys.readouterr().err
    assert told in err
    assert err.startswith(f"{path}：") or not told


def test_signs_that_people_paste_are_no_damage(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = {"KEY-LIS": {"points": "5", "evidence": "一\u2028二\x85三"}}
    assert ask(folder, saved(tmp_path, answers=answers)) == 0
    assert capsys.readouterr().err == ""


def test_a_folder_or_a_broken_handbook_is_said_in_a_line(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ask(folder, tmp_path) == 1
    assert capsys.readouterr().err == f"{tmp_path}：这是文件夹。请写自评文件的文件名。\n"
    (folder / "handbook.yml").write_text("name: [", encoding="utf-8")
    assert ask(folder, saved(tmp_path)) == 1
    err = capsys.readouterr().err
    assert "levelbook check" in err and err.count("\n") == 1


def test_one_bad_file_does_not_stop_the_others(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ask(folder, tmp_path / "gone.json", saved(tmp_path)) == 1
    out, err = capsys.readouterr()
    assert "没有这个文件" in err
    assert "KEY-LIS" in out


def test_nothing_reaches_the_terminal_that_it_would_act_on(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = saved(tmp_path, name="\x1b[31m红\u202e", answers={"KEY-LIS": {"na": "一\n二\x1b[2J"}})
    assert ask(folder, path) == 0
    out = capsys.readouterr().out
    assert "\x1b" not in out and "\u202e" not in out
    assert any("不适用：一 二 [2J" in line for line in out.splitlines())


def test_a_sign_that_the_terminal_lacks_stops_nothing(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bytes_ = BytesIO()
    monkeypatch.setattr("sys.stdout", TextIOWrapper(bytes_, encoding="gbk", write_through=True))
    path = saved(tmp_path, name="é\ud800", answers={"KEY-LIS": {"points": "0"}})
    assert ask(folder, path) == 0
    out = bytes_.getvalue().decode("gbk")
    assert any(line.split() == ["倾听", "KEY-LIS", "0.00", "-5.00"] for line in out.splitlines())


def test_json_is_whole_whatever_was_typed(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bytes_ = BytesIO()
    monkeypatch.setattr("sys.stdout", TextIOWrapper(bytes_, encoding="gbk", write_through=True))
    path = saved(tmp_path, answers={"KEY-LIS": {"na": "é\ud800"}})
    assert ask(folder, path, extra=("--json",)) == 0
    [found] = json.loads(bytes_.getvalue())
    assert found["own"]["items"][0]["why"] == {"key": "na", "facts": {"reason": "é\ud800"}}


def test_stars_stand_for_files_also_where_the_shell_does_not_know_them(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    saved(tmp_path)
    assert ask(folder, tmp_path / "s*.json") == 0
    assert "KEY-LIS" in capsys.readouterr().out
    assert ask(folder, tmp_path / "z*.json") == 1
    assert "没有这个文件" in capsys.readouterr().err


def test_a_folder_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ask(tmp_path / "nowhere", saved(tmp_path)) == 2
    assert "nowhere" in capsys.readouterr().err
