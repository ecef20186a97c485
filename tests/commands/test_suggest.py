"""`levelbook suggest raises`: what is said and asked, and the YAML that comes of the answers, letter for letter."""

import json
from argparse import Namespace
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from levelbook.catalogue import LANGUAGES, Catalogue
from levelbook.commands.cli import main
from levelbook.commands.result import CommandResult, ExitStatus
from levelbook.commands.suggest.command import suggest
from levelbook.commands.terminal import Paint
from levelbook.load import load
from tests.advice.rubric import COMPETENCY, files

RUBRIC = """\
code: LIS
name: 倾听
levels:
  low:
    indicators:
      - {id: KEY-LIS-01, text: 按月整理重点客户的拜访记录。}
      - {id: KEY-LIS-02, text: 记下客户提出的要点。}
      - {id: KEY-LIS-03, text: 协助主管策划行业客户的推广活动。}
  mid:  # 从这里起要写报告
    indicators:
      - id: KEY-LIS-04
        text: 按月整理重点客户的拜访记录，并写出分析报告。  # 报告交主管
      - 记下客户提出的要点
      - {id: KEY-LIS-06, text: 独立策划并推行面向行业客户的年度计划。}
  top:
    indicators:
      - id: KEY-LIS-07
        text: 按月整理重点客户的拜访记录，写出分析报告，并当众讲解。
        number: 1
"""
SAID = """\
客户没有一处写“提高”。
找到3对：2对很像，1对请逐条看。
另有1对一字不差，不是提高。
有1条还没有编号，没法写别的句子提高了它；先运行 levelbook ids。

很像（1/2）　倾听　初级 → 中级  0.92
  KEY-LIS-01  按月整理重点客户的拜访记录。
  KEY-LIS-04  按月整理重点客户的拜访记录，并写出分析报告。
  合看        按月整理重点客户的拜访记录**，并写出分析报告**。
y 是提高  n 不是  a 余下1对都是  s 先放着  q 到此为止  › a

请逐条看（1/1）　倾听　初级 → 中级  0.33
  KEY-LIS-03  协助主管策划行业客户的推广活动。
  KEY-LIS-06  独立策划并推行面向行业客户的年度计划。
  合看        ~~协助主管~~**独立**策划**并推行面向**行业客户的~~推广活动~~**年度计划**。
y 是提高  n 不是  s 先放着  q 到此为止  › n
  原因（可不写）› 计划和活动是两件事

一字不差（1/1）　倾听　初级 = 中级
  KEY-LIS-02 = （无编号）  记下客户提出的要点
r 就是要重写一遍  s 先放着  q 到此为止  › r
  原因（可不写）›@

""".replace("@", " ")
ANSWERS = ["a", "n", "计划和活动是两件事", "r", ""]
WRITTEN = """\
code: LIS
name: 倾听
levels:
  low:
    indicators:
      - {id: KEY-LIS-01, text: 按月整理重点客户的拜访记录。}
      - {id: KEY-LIS-02, text: 记下客户提出的要点。}
      - {id: KEY-LIS-03, text: 协助主管策划行业客户的推广活动。}
  mid:  # 从这里起要写报告
    indicators:
      - id: KEY-LIS-04
        text: 按月整理重点客户的拜访记录，并写出分析报告。  # 报告交主管
        raises: [KEY-LIS-01]
      - text: 记下客户提出的要点
        notes:
          - kind: accepted
            about: [same-levels]
            text: 两级都要写。
      - {id: KEY-LIS-06, text: 独立策划并推行面向行业客户的年度计划。, notes: [{kind: refused, about: [KEY-LIS-03], text: 计划和活动是两件事}]}
  top:
    indicators:
      - id: KEY-LIS-07
        text: 按月整理重点客户的拜访记录，写出分析报告，并当众讲解。
        raises: [KEY-LIS-04]
        number: 1
"""  # noqa: E501


@dataclass
class Typing:
    """A person whose answers are known beforehand; everything that is seen is kept."""

    answers: list[str]
    seen: list[str] = field(default_factory=list)

    def say(self, line: str = "") -> None:
        self.seen.append(line)

    def ask(self, question: str) -> str | None:
        typed = self.answers.pop(0) if self.answers else None
        self.seen.append(f"{question} {typed or ''}")
        return typed


@pytest.fixture(name="data")
def _data(tmp_path: Path) -> Path:
    for path, data in files(RUBRIC).items():
        (tmp_path / "data" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "data" / path).write_bytes(data)
    return tmp_path / "data"


def talk(data: Path, answers: list[str], language: str = "zh", **options: Any) -> tuple[CommandResult, list[str]]:
    """What comes of a talk, and what was seen in it."""
    given = {
        "what": "raises",
        "sequence": "key",
        "all": False,
        "json": False,
        "accept": None,
        "dry_run": False,
        "yes": False,
        **options,
    }
    person = Typing(list(answers))
    return suggest(Namespace(**given), data, Catalogue(language), person, Paint()), person.seen


def text(data: Path) -> str:
    return (data / COMPETENCY).read_text(encoding="utf-8")


def test_a_talk_and_what_it_writes(data: Path) -> None:
    result, seen = talk(data, [*ANSWERS, "y"])
    assert "\n".join(seen).startswith(SAID.rstrip("\n"))
    assert text(data) == WRITTEN
    assert result.err[:-1] == (
        "写好了：2处“提高”，1处“不是”，1处“就是要重写”，改了1个文件。不对就运行 levelbook undo。",
    )
    assert {one.code for one in load(data).problems} == {"code-missing", "ledger-missing"}


def test_what_was_answered_is_never_offered_again(data: Path) -> None:
    talk(data, [*ANSWERS, "y"])
    result, seen = talk(data, [])
    assert "没有找到像是“提高”而还没有写的。" in seen
    assert result.err[0] == "没有要写的。"


def test_what_was_written_can_be_taken_back(data: Path) -> None:
    talk(data, [*ANSWERS, "y"])
    assert main(["undo", "--yes", "--folder", str(data)]) == 0
    assert text(data) == RUBRIC


def test_no_at_the_end_changes_nothing(data: Path) -> None:
    result, _ = talk(data, [*ANSWERS, "n"])
    assert text(data) == RUBRIC
    assert (result.err[:-1], result.status) == (("没有写，文件没有动。",), ExitStatus.CLEAN)


def test_stopping_keeps_what_was_answered(data: Path) -> None:
    talk(data, ["y", "q", "y"])
    assert "raises: [KEY-LIS-01]" in text(data)
    assert text(data).count("raises") == 1


def test_a_wrong_key_is_asked_again(data: Path) -> None:
    _, seen = talk(data, ["x", "q"])
    assert "请按 y、n、a、s、q 中的一个。" in seen


def test_nobody_answers(data: Path) -> None:
    result, _ = talk(data, [])
    assert text(data) == RUBRIC
    assert result.status is ExitStatus.CLEAN


def test_a_dry_run_shows_the_difference_and_writes_nothing(data: Path) -> None:
    result, _ = talk(data, ANSWERS, dry_run=True)
    assert text(data) == RUBRIC
    assert result.status is ExitStatus.CLEAN
    assert isinstance(result.out, tuple)
    assert "+        raises: [KEY-LIS-01]" in result.out


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_terminal_everything_is_listed(data: Path, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--language", language, "suggest", "raises", "客户", "--folder", str(data)]) == 0
    told = capsys.readouterr()
    assert told.out.count("KEY-LIS-04") == 2
    assert "57" in told.err
    assert text(data) == RUBRIC


def _written_as_json(data: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    assert main(["suggest", "raises", "--json", "--folder", str(data)]) == 0
    return json.loads(capsys.readouterr().out)


def test_json_may_be_edited_and_read_back(data: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    read = _written_as_json(data, capsys)
    assert [(one["lower"]["code"], one["higher"]["code"], one["likely"]) for one in read["raises"]] == [
        ("KEY-LIS-01", "KEY-LIS-04", True),
        ("KEY-LIS-04", "KEY-LIS-07", True),
        ("KEY-LIS-03", "KEY-LIS-06", False),
    ]
    read["raises"][-1] |= {"answer": "refused", "why": "计划和活动是两件事"}
    (tmp_path / "answers.json").write_text(json.dumps(read), encoding="utf-8")
    command = ["suggest", "raises", "--accept", str(tmp_path / "answers.json"), "--folder", str(data)]
    assert main(command) == ExitStatus.WOULD_CHANGE
    assert text(data) == RUBRIC
    assert main([*command, "--yes"]) == 0
    assert text(data).count("raises: [KEY-LIS-0") == 2
    assert text(data).count("kind: refused, about: [KEY-LIS-03]") == 1
    assert main([*command, "--yes"]) == 0
    assert text(data).count("kind: refused") == 1


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("[", "不是 JSON"),
        ("{}", "没有 raises 的列表"),
        ("[1]", "第1对：lower 没有编号"),
        ('[{"lower": "KEY-LIS-01", "higher": "KEY-LIS-99"}]', "现行的指标里没有 KEY-LIS-99"),
        ('[{"lower": "KEY-LIS-04", "higher": "KEY-LIS-01"}]', "前一条不比后一条低"),
        ('[{"lower": "KEY-LIS-01", "higher": "KEY-LIS-04", "answer": "yes"}]', "answer 只能写"),
        ('[{"lower": {"code": ["\\u0007"]}, "higher": 3}]', "lower 没有编号"),
        ("[" * 100_000, "不是 JSON"),
    ],
)
def test_a_file_that_is_wrong_says_so(
    data: Path, tmp_path: Path, given: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "answers.json").write_text(given, encoding="utf-8")
    command = ["suggest", "raises", "--accept", str(tmp_path / "answers.json"), "--yes", "--folder", str(data)]
    assert main(command) == ExitStatus.PROBLEMS
    assert said in capsys.readouterr().err
    assert text(data) == RUBRIC


def test_unknown_sequence_and_errors(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["suggest", "raises", "nobody", "--folder", str(data)]) == ExitStatus.FAILED
    assert "没有“nobody”这个序列，可以写：key" in capsys.readouterr().err
    (data / COMPETENCY).write_text("name: [", encoding="utf-8")
    assert main(["suggest", "raises", "--folder", str(data)]) == ExitStatus.PROBLEMS
    assert "先改好再找" in capsys.readouterr().err


def test_colours_mark_what_changes() -> None:
    assert Paint(True)("bold", "a") == "\x1b[1ma\x1b[0m"
    assert Paint(False)("bold", "a") == "a"
