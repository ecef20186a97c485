"""`levelbook suggest holds`: what is said and asked, and the YAML that comes of it, letter for letter."""

import json
from argparse import Namespace
from pathlib import Path
from typing import Any

import pytest

from levelbook.advice.holds import asked
from levelbook.catalogue import LANGUAGES, Catalogue
from levelbook.commands.cli import main
from levelbook.commands.result import CommandResult
from levelbook.commands.suggest.command import suggest
from levelbook.commands.terminal import Paint
from levelbook.history.comparing.changes import typed_changes
from levelbook.history.facts import facts_of
from levelbook.load import load
from levelbook.model.history import ChangeClass
from tests.advice.rubric import COMPETENCY, files
from tests.commands.test_suggest import Typing

RUBRIC = """\
code: LIS
name: 倾听
levels:
  low:
    indicators:
      - {id: KEY-LIS-01, text: 让人把话说完。}
      - id: KEY-LIS-02
        text: 记下要点。  # 当场记
        number: 2
      - {id: KEY-LIS-03, text: 按时回复。}
      - {id: KEY-LIS-04, text: 不打断人。, holds: mid}
  mid:  # 说明
    indicators:
      - {id: KEY-LIS-05, text: 让人把话说完。}
      - id: KEY-LIS-06
        text: 记下要点
      - id: KEY-LIS-07
        text: 按时回复。
        notes: [{kind: caution, text: 小心。}]
  top:
    indicators:
      - {id: KEY-LIS-08, text: 让人把话说完}
      - {id: KEY-LIS-09, text: 记下要点，会后发给对方。, raises: [KEY-LIS-06]}
      - {id: KEY-LIS-10, text: 不打断人。}
"""
LISTED = """\
客户有3句逐级重写，重写了4条；可以只写一次，用 holds 写明适用到哪一级。
另有1句也逐级重写，不能自动合并，列在最后，原因写在下面。

逐级重写（1/3）　倾听
  KEY-LIS-01（初级） = KEY-LIS-05（中级） = KEY-LIS-08（高级）
  让人把话说完。
  留下 KEY-LIS-01，适用到高级；KEY-LIS-05、KEY-LIS-08 停用，由它替代，编号转到它。

逐级重写（2/3）　倾听
  KEY-LIS-02（初级） = KEY-LIS-06（中级）
  记下要点。
  留下 KEY-LIS-02，适用到中级；KEY-LIS-06 停用，由它替代，编号转到它。

逐级重写（3/3）　倾听
  KEY-LIS-04（初级） = KEY-LIS-10（高级）
  不打断人。
  留下 KEY-LIS-04，适用到高级；KEY-LIS-10 停用，由它替代，编号转到它。

请手工看　倾听
  KEY-LIS-03（初级） = KEY-LIS-07（中级）
  按时回复。
  重写的一条另有编者注、译文、小项、raises 或手册补充，合并了就看不到。先把它们改得一样，或者移到留下的一条。
"""
WHY = "与低一级的一条一字不差，改为只写一次。"
ENDED = f"retired: {{why: {WHY}, replaced_by: [KEY-LIS-01]}}"
WRITTEN = f"""\
code: LIS
name: 倾听
levels:
  low:
    indicators:
      - {{id: KEY-LIS-01, text: 让人把话说完。, holds: top}}
      - id: KEY-LIS-02
        text: 记下要点。  # 当场记
        holds: mid
        number: 2
      - {{id: KEY-LIS-03, text: 按时回复。}}
      - {{id: KEY-LIS-04, text: 不打断人。, holds: top}}
  mid:  # 说明
    indicators:
      - {{id: KEY-LIS-05, text: 让人把话说完。, {ENDED}}}
      - id: KEY-LIS-06
        text: 记下要点
        retired: {{why: {WHY}, replaced_by: [KEY-LIS-02]}}
      - id: KEY-LIS-07
        text: 按时回复。
        notes: [{{kind: caution, text: 小心。}}]
  top:
    indicators:
      - {{id: KEY-LIS-08, text: 让人把话说完, {ENDED}}}
      - {{id: KEY-LIS-09, text: 记下要点，会后发给对方。, raises: [KEY-LIS-02]}}
      - {{id: KEY-LIS-10, text: 不打断人。, retired: {{why: {WHY}, replaced_by: [KEY-LIS-04]}}}}
"""


@pytest.fixture(name="data")
def _data(tmp_path: Path) -> Path:
    return _written(tmp_path / "data", RUBRIC)


def _written(folder: Path, competency: str, cumulative: str = "no") -> Path:
    for path, data in files(competency, cumulative=cumulative).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


def _run(data: Path, language: str = "zh", person: Typing | None = None, **options: Any) -> CommandResult:
    given = {"what": "holds", "sequence": "", "json": False, "accept": None, "dry_run": False, "yes": False}
    return suggest(Namespace(**{**given, **options}), data, Catalogue(language), person, Paint())


def _text(data: Path) -> str:
    return (data / COMPETENCY).read_text(encoding="utf-8")


def _asked(data: Path) -> object:
    handbook = load(data).handbook
    assert handbook
    return asked(handbook.sequences["key"], handbook.sequences["key"].competencies["listening"])


def test_all_is_listed_where_nobody_can_answer(data: Path) -> None:
    result = _run(data)
    assert "\n".join(result.out) == LISTED
    assert _text(data) == RUBRIC


def test_what_is_wanted_is_said_once_and_taken_back(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = _asked(data)
    assert main(["suggest", "holds", "key", "--yes", "--folder", str(data)]) == 0
    said = capsys.readouterr().out
    assert "KEY-LIS-01 适用到 top：让人把话说完。" in said
    assert "停用 KEY-LIS-05：让人把话说完。\n由 KEY-LIS-01 替代。" in said
    assert "KEY-LIS-09 原来取代 KEY-LIS-06，改为取代 KEY-LIS-02。" in said
    assert "要人判断" not in said and "要求更多" not in said
    assert _text(data) == WRITTEN
    assert _asked(data) == before
    left = [(one.code, one.place.line) for one in load(data).problems if one.code == "text-repeated"]
    assert left == [("text-repeated", 20)]
    assert main(["undo", "--yes", "--folder", str(data)]) == 0
    assert _text(data) == RUBRIC


def test_more_is_asked_where_it_holds_further_than_it_was_repeated(tmp_path: Path) -> None:
    once, further = WRITTEN, WRITTEN.replace("holds: mid", "holds: top")
    classes = {}
    for name, text in (("once", once), ("further", further)):
        before, after = (load(_written(tmp_path / name / str(n), one)).handbook for n, one in enumerate((RUBRIC, text)))
        assert before and after
        found = typed_changes(facts_of(before), facts_of(after))
        classes[name] = {change.address: change.change_class for change in found if change.kind == "indicator-holds"}
    assert classes["once"]["KEY-LIS-02"] is ChangeClass.CLARIFIES
    assert classes["further"]["KEY-LIS-02"] is ChangeClass.RAISES


def test_codes_of_repeats_stay_in_the_ledger_and_lead_on(data: Path) -> None:
    assert main(["ids", "--folder", str(data)]) == 0
    assert main(["suggest", "holds", "--yes", "--folder", str(data)]) == 0
    assert "KEY-LIS-05" in (data / "ledger.yml").read_text(encoding="utf-8")
    handbook = load(data).handbook
    assert handbook
    ended = handbook.sequences["key"].competencies["listening"].levels["mid"].every_indicator[0]
    assert ended.retired and ended.retired.replaced_by == ("KEY-LIS-01",)


def test_a_talk_asks_sentence_by_sentence(data: Path) -> None:
    person = Typing(["y", "r", "两级各写", "q"])
    result = _run(data, person=person)
    assert person.seen[0].startswith("客户有3句")
    assert "y 只写一次  a 余下2句都只写一次  r 就是要逐级写  s 先放着  q 到此为止  › y" in person.seen
    assert result.question
    result.question.yes()
    text = _text(data)
    assert "text: 让人把话说完。, holds: top}" in text
    assert "kind: accepted\n            about: [same-levels]\n            text: 两级各写" in text
    assert "{id: KEY-LIS-10, text: 不打断人。}" in text
    again = _run(data)
    assert "KEY-LIS-06" not in "\n".join(again.out), "what is repeated on purpose is not offered again"


def test_nothing_is_written_where_nobody_wants_it(data: Path) -> None:
    person = Typing(["s", "s", "s"])
    assert _run(data, person=person).err == (Catalogue("zh")("suggest.no_answers"),)
    assert any("KEY-LIS-07" in line for line in person.seen), "what has to be looked at by hand comes last"
    assert main(["suggest", "holds", "--dry-run", "--folder", str(data)]) == 0
    assert _text(data) == RUBRIC


RAISED = """\
code: LIS
name: 倾听
levels:
  low: {indicators: [{id: KEY-LIS-01, text: 记下要点。}]}
  mid: {indicators: [{id: KEY-LIS-02, text: 记下要点。}]}
  top:
    indicators:
      - {id: KEY-LIS-03, text: 记下要点。}
      - {id: KEY-LIS-04, text: 记下要点并发出。, raises: [KEY-LIS-02]}
"""
OPEN_ABOVE = """\
code: LIS
name: 倾听
levels:
  low: {indicators: [{id: KEY-LIS-01, text: 记下要点。}]}
  mid: {indicators: [{id: KEY-LIS-02, text: 记下要点。}]}
  top: {indicators: [{id: KEY-LIS-03, text: 听出没有说的话。}]}
"""
UNCODED = OPEN_ABOVE.replace("id: KEY-LIS-02, ", "")


@pytest.mark.parametrize(
    ("competency", "cumulative", "hurdle"),
    [
        (RAISED, "no", "changes"),
        (OPEN_ABOVE, "unstated", "changes"),
        (OPEN_ABOVE, "no", None),
        (UNCODED, "no", "uncoded"),
    ],
    ids=["raised where it is repeated", "open above", "plain", "without a code"],
)
def test_what_would_ask_something_else_is_left_to_people(
    competency: str, cumulative: str, hurdle: str | None, tmp_path: Path
) -> None:
    data = _written(tmp_path / "data", competency, cumulative)
    (found,) = json.loads(str(_run(data, json=True).out[0]))["holds"]
    assert found["hurdle"] == hurdle
    before, text = _asked(data), _text(data)
    _run(data, yes=True)
    assert (_text(data) == text) == (hurdle is not None)
    assert _asked(data) == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_cannot_be_asked_is_said(data: Path, language: str, tmp_path: Path) -> None:
    words = Catalogue(language)
    assert _run(data, language, accept=Path("x.json")).err == (words("suggest.holds_accept"),)
    assert _run(data, language, sequence="none").err == (words("suggest.no_sequence", value="none", list="key"),)
    building = _written(tmp_path / "yes", OPEN_ABOVE, "yes")
    assert _run(building, language, sequence="key").err == (words("suggest.holds_not_here", name="客户"),)
    assert _run(building, language).err == (words("suggest.holds_nothing"),)
