"""The example that the employees' guide carries from ratings to the result, worked out anew from the handbook."""

import re
from pathlib import Path

import pytest

from levelbook.assessment.scoring.answers import read_answers
from levelbook.assessment.scoring.checklist import Mode
from levelbook.assessment.scoring.result import Result
from levelbook.assessment.scoring.totals import assess, most
from levelbook.catalogue import Catalogue
from levelbook.model.handbook import Handbook
from levelbook.site.context import Context
from tests.pages.tiny import facts
from tests.reference.contract import published

DOCS = Path(__file__).resolve().parents[2] / "docs"
LEVEL = "intermediate"
ROW = re.compile(r"^\| (.+) `(TAM-[A-Z]+)` \| (\d) \| (\d) \| ([+−]\d\.\d\d) \|$", re.MULTILINE)
SENTENCES = {
    "guide": (
        "：{sum} ÷ {n}，写作 {mean} 分。清单有 {of} 项",
        "是 {of} 项里 {n} 项的平均。",
        "达标 {reached} 项，有差距 {below} 项，共差 {short} 分。",
        "最多列 {pick} 项，差得多的在前：{first}、{second}。{met}没有差距，不列；这里只有 {below} 项可列",
        "选了{first}，计划里就有一行：从 {low} 分到 {standard} 分",
    ),
    "en/guide": (
        ": {sum} ÷ {n}, written as {mean}. The checklist has {of} items.",
        "it is the average of {n} of {of}.",
        "{reached} item meets the standard, {below} fall short, by {short} points in all.",
        "list {pick} items at most, the largest gap first: {first}, then {second}. {met} has no gap and isn’t listed. "
        "Only {below} can be listed here",
        "Choose {first}, and the plan has a row for it: from {low} to {standard},",
    ),
}


@pytest.mark.parametrize("guide", SENTENCES)
def test_every_figure_is_what_the_scorer_says(guide: str, handbook: Handbook) -> None:
    text = (DOCS / guide / "employee" / "index.md").read_text(encoding="utf-8")
    section = text[text.index("{#worked}") :]
    rows = ROW.findall(section)
    assert len(rows) == 3
    sequence = handbook.sequences["telecom-account-manager"]
    data = facts(Context(handbook, Catalogue("zh")), sequence, LEVEL)
    assert data is not None
    checklist = published(data)
    answers = {code: {"points": points} for _, code, points, _, _ in rows}
    result = assess(checklist.checklist, read_answers(answers), Mode.QUICK)
    scores = {score.code: score for score in result.items}
    for _, code, points, standard, gap in rows:
        assert (scores[code].points, scores[code].standard) == (f"{points}.00", standard)
        assert f"{scores[code].gap}".replace("-", "−") == gap.removeprefix("+")
    if guide == "guide":
        assert [name for name, *_ in rows] == [scores[code].name for _, code, *_ in rows]
    told = _told(result, {code: name for name, code, *_ in rows}, data["pick"])
    low = {name: points for name, _, points, _, _ in rows}[told["first"]]
    if guide != "guide":
        told |= {key: told[key].lower() for key in ("first", "second")}
    for sentence in SENTENCES[guide]:
        expected = sentence.format(**told, sum=sum(int(row[2]) for row in rows), low=low)
        assert expected in section, expected


def _told(result: Result, names: dict[str, str], pick: int) -> dict[str, str]:
    first, second = (names[code] for code in most(result, pick))
    (met,) = (names[score.code] for score in result.items if score.reached)
    figures = {key: getattr(result, key) for key in ("mean", "of", "reached", "below", "short", "standard")}
    texts = {key: str(value) for key, value in figures.items()}
    return {**texts, "n": str(result.counted), "pick": str(pick), "first": first, "second": second, "met": met}
