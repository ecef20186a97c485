"""`levelbook diff`: what it compares, in which forms it tells it, its exit statuses, and the words that it asks for."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from levelbook.catalogue import Catalogue
from levelbook.commands.cli import main
from levelbook.commands.diff.ask_words import ask_words
from levelbook.commands.diff.report import compare
from levelbook.commands.diff.sides import side, working
from levelbook.commands.diff.words_file import with_words
from levelbook.commands.result import CommandResult
from levelbook.commands.terminal import Paint
from tests.advice.rubric import competency, files
from tests.commands.small_handbook import BASE, change

LISTENING = "sequences/key-account/competencies/listening.yml"


@pytest.fixture
def old(tmp_path: Path) -> str:
    """The folder as it was before it is changed."""
    shutil.copytree(BASE, tmp_path / "old")
    return str(tmp_path / "old")


def told(capsys: pytest.CaptureFixture[str], folder: Path, *typed: str, status: int = 0) -> str:
    """What is printed; nothing may stand on standard error."""
    assert main(["diff", *typed, "--folder", str(folder)]) == status
    out, err = capsys.readouterr()
    assert err == ""
    return out.replace(typed[0], "OLD") if typed else out


def refused(capsys: pytest.CaptureFixture[str], folder: Path, *typed: str) -> str:
    """Why nothing was compared."""
    assert main(["diff", *typed, "--folder", str(folder)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    return err


def test_nothing_has_changed(folder: Path, old: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, folder, old, "--exit-code") == "OLD → 工作副本　没有变化\n"


def test_text(folder: Path, old: str, capsys: pytest.CaptureFixture[str]) -> None:
    change(folder / LISTENING, "让人把话说完。", "让人把话说完，再复述一遍。")
    change(folder / LISTENING, "记下要点。", "抄下要点。")
    change(folder / LISTENING, "name: 倾听", "name: 听")
    assert told(capsys, folder, old) == (
        "OLD → 工作副本　3 处变化\n"
        "\n"
        "要人判断 1　规则看不出是更多还是更清楚。levelbook diff --words 逐条问，写进 releases.yml\n"
        "  改写 KEY-LIS-02：[-记下-]{+抄下+}要点。　（大客户经理：初级；二级）　换了说法\n"
        "\n"
        "要求更多 1\n"
        "  改写 KEY-LIS-01：让人把话说完{+，再复述一遍+}。　（大客户经理：初级；二级）\n"
        "\n"
        "更清楚 1\n"
        "  KEY-LIS 改名：倾听 → 听\n"
        "\n"
        "涉及　级别 2　职级和岗位 3　自评里再看一次的答案 2　课程和实践 1　转到新地址或说明去向的地址 0\n"
    )


def test_a_word_in_the_draft_settles_it(folder: Path, old: str, capsys: pytest.CaptureFixture[str]) -> None:
    change(folder / LISTENING, "记下要点。", "抄下要点。")
    change(folder / "releases.yml", "releases:\n", "releases:\n  - {version: next, words: {KEY-LIS-02: typo}}\n")
    text = told(capsys, folder, old)
    assert text.startswith("OLD → 工作副本　1 处变化　现在发布是 1.1.1\n\n没有改变要求 1\n")
    assert "人力资源部判断" in text


@pytest.mark.parametrize(
    ("edits", "status"),
    [
        ([("name: 倾听", "name: 听")], 1),
        ([("记下要点。", "抄下要点。"), ("name: 倾听", "name: 听")], 4),
        ([("      - id: KEY-LIS-02\n        text: 记下要点。\n", "")], 2),
    ],
)
def test_exit_status(
    folder: Path, old: str, edits: list[tuple[str, str]], status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    for before, after in edits:
        change(folder / LISTENING, before, after)
    told(capsys, folder, old, "--exit-code", status=status)
    told(capsys, folder, old, status=0)


def test_what_cannot_be_read_is_named_and_the_rest_compared(
    folder: Path, old: str, capsys: pytest.CaptureFixture[str]
) -> None:
    change(Path(old) / LISTENING, "concept: hearing", "colour: red")
    change(Path(old) / LISTENING, "text: 记下要点。", "text: [1]")
    (Path(old) / "sequences/key-account/actions.yml").write_text("{", encoding="utf-8")
    text = told(capsys, folder, old)
    assert "没有比较：OLD 里的 sequences/key-account/actions.yml 读不懂" in text
    assert f"OLD 里的 {LISTENING}:3:1 读不懂" in text
    assert "新增 KEY-LIS-02" in text
    assert "KEY-LIS 的通用概念 — → " in text


def test_english(folder: Path, old: str, capsys: pytest.CaptureFixture[str]) -> None:
    change(folder / LISTENING, "让人把话说完。", "让人把话说完，再复述一遍。")
    text = told(capsys, folder, old, "--language", "en")
    assert text.startswith(
        "OLD → working folder  1 change  a release now would be 2.0.0\n\nasks more 1\n  reworded KEY-"
    )


def test_json(folder: Path, old: str, capsys: pytest.CaptureFixture[str]) -> None:
    change(folder / LISTENING, "让人把话说完。", "让人把话说完，再复述一遍。")
    report = json.loads(told(capsys, folder, old, "--format", "json"))
    assert (report["from"], report["to"], report["class"], report["version"]) == ("OLD", "working", "raises", "2.0.0")
    assert report["counts"] == {"error": 0, "ask": 0, "raises": 1, "lowers": 0, "clarifies": 0, "typo": 0}
    (found,) = report["changes"]
    assert found["words"] == [["=", "让人把话说完"], ["+", "，再复述一遍"], ["=", "。"]]
    assert found["touches"]["levels"] == ["KEY.junior"]
    assert found["touches"]["answers"] == 1
    assert (found["before"]["text"], found["kind"], found["rule"]) == ("让人把话说完。", "indicator-reworded", "more")


HOSTILE = "<script>alert(1)</script> | **x** @all [a](http://b) `c`"


def test_markdown(folder: Path, old: str, capsys: pytest.CaptureFixture[str]) -> None:
    change(folder / LISTENING, "记下要点。", "'" + HOSTILE + "'")
    text = told(capsys, folder, old, "--format", "markdown")
    (row,) = [line for line in text.splitlines() if line.startswith("| <code>KEY-LIS-02")]
    assert row.count("|") == 5
    assert set(re.findall(r"<(/?\w+)>", row)) <= {"code", "/code", "del", "/del", "b", "/b"}
    assert not re.search(r"[`*@\[\]]|://", row)
    assert "<code>KEY-LIS-02: raises</code> / <code>lowers</code>" in row


def test_html(folder: Path, old: str, capsys: pytest.CaptureFixture[str]) -> None:
    change(folder / LISTENING, "记下要点。", "'" + HOSTILE + "'")
    change(folder / LISTENING, "name: 倾听", "name: '</title><img src=x>'")
    text = told(capsys, folder, old, "--format", "html")
    assert "<script" not in text and "<img" not in text
    assert "<del>记下要点" in text and "&lt;/title&gt;&lt;img src=x&gt;" in text
    assert not re.search(r"(src|href)=[\"']", text), "it loads nothing"


def test_a_git_revision(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for typed in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "x"]):
        name = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
        subprocess.run(["git", *name, "-C", str(folder), *typed], check=True)
    change(folder / LISTENING, "name: 倾听", "name: 听")
    text = told(capsys, folder, "HEAD")
    assert re.match(r"[0-9a-f]{7} → 工作副本　1 处变化", text)
    assert "没有变化" in told(capsys, folder, "HEAD", "HEAD")
    assert "没有“nowhere”" in refused(capsys, folder, "nowhere")


def test_why_there_is_nothing_to_compare(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "还没有发布过" in refused(capsys, folder)
    assert "也不在 git 版本库里" in refused(capsys, folder, "HEAD")
    (tmp_path / "empty").mkdir()
    assert "里没有手册" in refused(capsys, folder, str(tmp_path / "empty"))
    assert "要在终端里" in refused(capsys, folder, str(BASE), "--words")
    assert "去掉 NEW" in refused(capsys, folder, str(BASE), str(BASE), "--words")


class Typing:
    """Somebody who answers what was written down before."""

    def __init__(self, *answers: str | None) -> None:
        self.answers, self.heard = list(answers), ""

    def say(self, line: str = "") -> None:
        self.heard += line + "\n"

    def ask(self, question: str) -> str | None:
        self.heard += question + "\n"
        return self.answers.pop(0) if self.answers else None


def asked(folder: Path, old: str, *answers: str | None) -> tuple[CommandResult, Typing]:
    newest = working(folder)
    report = compare(side(folder, old, newest.handbook), newest, newest.handbook)
    person = Typing(*answers)
    return ask_words(report, folder, Catalogue("zh"), person, Paint()), person


def test_words_are_asked_one_by_one_and_written(folder: Path, old: str) -> None:
    change(folder / LISTENING, "记下要点。", "抄下要点。")
    change(folder / LISTENING, "听出没有说的话。", "猜出没有说的话。")
    result, person = asked(folder, old, "什么", "n", "笔'误", "m", "")
    assert result.err == (f"2 个判断写进了 {folder.as_posix()}/releases.yml。",)
    assert result.status == 0
    assert "1 / 2" in person.heard and "请输入 m" in person.heard
    text = (folder / "releases.yml").read_text(encoding="utf-8")
    assert text.startswith(
        "releases:\n  - version: next\n    words:\n      KEY-LIS-02: {is: typo, why: '笔''误'}\n"
        "      KEY-LIS-03: raises\n"
        "  - {version: 1.1.0"
    )
    assert asked(folder, old)[0].err == ("没有要人判断的变化。",)


def test_who_stops_keeps_what_was_said(folder: Path, old: str) -> None:
    change(folder / LISTENING, "记下要点。", "抄下要点。")
    change(folder / LISTENING, "听出没有说的话。", "猜出没有说的话。")
    result, _ = asked(folder, old, "c", "", "q")
    assert (result.err, result.status) == ((f"1 个判断写进了 {folder.as_posix()}/releases.yml，还差 1 个。",), 4)
    before = (folder / "releases.yml").read_bytes()
    result, _ = asked(folder, old, "")
    assert (result.err, result.status) == (("一个判断也没有写。",), 4)
    assert (folder / "releases.yml").read_bytes() == before


WRITTEN = [
    ("", "releases:\n  - version: next\n    words:\n      A: typo\n"),
    (
        "# 头\nreleases:\n- version: 1.0.0 # 一\n  date: 2026-01-01\n",
        "# 头\nreleases:\n- version: next\n  words:\n    A: typo\n- version: 1.0.0 # 一\n  date: 2026-01-01\n",
    ),
    (
        "releases:\n  - version: next  # 草稿\n    summary: 一\n",
        "releases:\n  - version: next  # 草稿\n    words:\n      A: typo\n    summary: 一\n",
    ),
    (
        "releases:\r\n  - version: next\r\n    words:\r\n      # 先前的\r\n      B: typo\r\n",
        "releases:\r\n  - version: next\r\n    words:\r\n      # 先前的\r\n      A: typo\r\n      B: typo\r\n",
    ),
    (
        "releases:\n  - version: next\n    words: {B: typo}\n",
        "releases:\n  - version: next\n    words: {A: typo, B: typo}\n",
    ),
    ("releases:\n  - version: next\n    words: {}\n", "releases:\n  - version: next\n    words: {A: typo}\n"),
    ("releases:\n  - version: next", "releases:\n  - version: next\n    words:\n      A: typo\n"),
    ("releases: [{version: 1.0.0, date: 2026-01-01}]\n", None),
    ("releases:\n  - {version: next}\n", None),
    ("releases: []\n", None),
]


@pytest.mark.parametrize(("text", "result"), WRITTEN, ids=lambda text: repr(text)[:40])
def test_a_word_is_written_by_position(text: str, result: str | None) -> None:
    assert with_words(text, {"A": "typo"}) == result
    if result is not None:
        words = yaml.safe_load(result)["releases"][0]["words"]
        assert words["A"] == "typo"


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_a_handbook_without_a_source_is_told_without_one(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("no", "unstated"):
        for path, data in files(competency(low=["记下要点。"]), cumulative=name).items():
            (tmp_path / name / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name / path).write_bytes(data)
    change(tmp_path / "unstated" / "handbook.yml", "name: 手册\n", "name: 手册\ndescription: 另写的。\n")
    typed = ["diff", str(tmp_path / "no"), "--format", form, "--folder", str(tmp_path / "unstated")]
    assert main(["--language", "zh", *typed]) == 0
    said = capsys.readouterr().out
    assert "没有说明" in said and "来源" not in said
