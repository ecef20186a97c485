"""What the handbook adds of its own is apart from the standard: shown as ours, never counted, off at a word."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from levelbook.build import Site
from levelbook.catalogue import LANGUAGES, Catalogue
from levelbook.components.guidance.blocks import InShort
from levelbook.history.facts import facts_of
from levelbook.model.handbook import Handbook
from levelbook.site.context import Context
from levelbook.site_context import SiteContext, SiteOptions
from levelbook.text.inline import Marked
from tests.pages.guided import NEGOTIATION, guided
from tests.pages.small import read, small, views_of

OURS = re.compile(
    r'<details class="(lb-more )?lb-ours.*?</details>|<lb-ours.*?</lb-ours>'
    r'|<p class="lb-sum"><span class="lb-ours">.*?</p>'
    r'|<section[^>]*><h2 id="guidance".*?</section>',
    re.S,
)
WORDS = ("插话", "只记下", "没有说出口", "旁听", "会后复述", "谈得拢", "谈判记录", "拜访纪要", "培训组", "本手册编者")


def files_of(handbook: Handbook, language: str = "zh") -> dict[str, str]:
    site = Site(handbook, Catalogue(language), SiteOptions())
    pages = {output.page.address: output.html for output in site.pages}
    return pages | {file.path: file.text for file in site.files()}


def bare(html: str) -> str:
    return re.sub(r"\s+", "", OURS.sub("", html))


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Handbook:
    return guided(tmp_path_factory.mktemp("guided") / "data")


@pytest.fixture(scope="module")
def views(handbook: Handbook) -> dict[str, Any]:
    return views_of(Context(handbook, Catalogue("zh")))


@pytest.mark.parametrize("language", LANGUAGES)
def test_switched_off_nothing_of_it_is_left(tmp_path: Path, language: str) -> None:
    assert files_of(guided(tmp_path / "data", "guidance: no\n"), language) == files_of(small(), language)


def test_it_is_no_fact(handbook: Handbook) -> None:
    assert facts_of(handbook) == facts_of(small())


def test_beside_it_no_file_says_anything_else(handbook: Handbook) -> None:
    """Pages, counts, checklists with their marks and figures, search, comparisons, exports: all stay as they are."""
    with_it, without = files_of(handbook), files_of(small())
    own = {path for path in with_it if path.startswith("assets/levelbook/guidance/")}
    assert with_it.keys() - own == without.keys()
    assert {path for path in without if bare(with_it[path]) != bare(without[path])} == set()
    holding = {path for path, text in with_it.items() if any(word in text for word in WORDS)}
    assert holding == own | {
        *(f"id/{code}/index.html" for code in ("KEY-LIS-01", "KEY-LIS-02", "KEY-LIS-04", "KEY-LIS-05", "SHA-NEG-01")),
        "sequences/key-account/competency/listening/",
        "sequences/key-account/grade/grade-1/",
        "sequences/key-account/level/senior/",
        "sequences/shared/competency/negotiation/",
        "sequences/shared/level/senior/",
    }


def test_a_level_carries_folds_and_a_file_the_texts(handbook: Handbook, views: dict[str, Any]) -> None:
    step = views["sequences/key-account/level/junior/"].step
    (listening, negotiation) = step.groups[0].articles
    assert (listening.guidance, listening.key) == ("例子、怎样提高", "KEY-LIS")
    assert [(row.code, row.guidance) for row in listening.indicators] == [
        ("KEY-LIS-01", "例子、带什么来谈"),
        ("KEY-LIS-02", ""),
    ]
    assert (negotiation.guidance, negotiation.in_short) == ("", None)
    assert step.guidance.address == "assets/levelbook/guidance/key-account/junior.js"
    text = files_of(handbook)[step.guidance.address]
    data = json.loads(text.removeprefix("window.levelbookGuidance = ").removesuffix(";\n"))
    by = "本手册编者，2026年11月30日。不属于标准，不参与评分。"
    assert data["blocks"] == {
        "KEY-LIS": {"rows": [["examples", ["会后复述。"]], ["grow", ["每周请同事旁听一次。"]]], "by": by},
        "KEY-LIS-01": {
            "rows": [["examples", ["客户说了十分钟，一次也没有插话。"]], ["evidence", ["拜访纪要。"]]],
            "by": by,
        },
    }


def test_what_a_cell_and_its_competency_say_stands_in_one_fold(handbook: Handbook) -> None:
    text = files_of(handbook)["assets/levelbook/guidance/key-account/middle.js"]
    block = json.loads(text.removeprefix("window.levelbookGuidance = ").removesuffix(";\n"))["blocks"]["KEY-LIS"]
    assert [kind for kind, _ in block["rows"]] == ["examples", "not_yet", "ask_yourself", "grow"]
    assert block["by"] == "培训组，2026年12月1日；本手册编者，2026年11月30日。不属于标准，不参与评分。"


def test_where_the_source_is_silent_the_handbook_sums_up(views: dict[str, Any]) -> None:
    level = views["sequences/shared/level/senior/"].step.groups[0].articles[0]
    assert (level.in_short, level.guidance) == (InShort(Marked("谈得拢，守得住。"), by=""), "带什么来谈")
    column = views["sequences/shared/competency/negotiation/"].levels[-1]
    assert (column.in_short, column.guidance.by) == (
        InShort(Marked("谈得拢，守得住。"), by=""),
        "不属于标准，不参与评分。",
    )


def test_where_it_only_sums_up_it_says_there_whose_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    guided(folder)
    path = folder / NEGOTIATION
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("evidence: [谈判记录]", "author: 培训组, date: 2026-12-01"), encoding="utf-8")
    views = views_of(SiteContext(read(folder), Catalogue("zh"), SiteOptions()))
    said = InShort(Marked("谈得拢，守得住。"), by="培训组，2026年12月1日。不属于标准，不参与评分。")
    assert views["sequences/shared/level/senior/"].step.groups[0].articles[0].in_short == said
    assert views["sequences/shared/competency/negotiation/"].levels[-1].in_short == said


def test_the_page_of_an_indicator_has_its_own_alone(views: dict[str, Any]) -> None:
    block = views["id/KEY-LIS-01/"].guidance
    assert [(row.word, list(row.texts)) for row in block.rows] == [
        ("例子", ["客户说了十分钟，一次也没有插话。"]),
        ("带什么来谈", ["拜访纪要。"]),
    ]
    assert views["id/KEY-LIS-02/"].guidance is None


def test_a_checklist_asks_first_for_evidence_and_says_nothing_of_growing(views: dict[str, Any]) -> None:
    view = views["sequences/key-account/check/junior/"]
    item = next(item for section in view.sections for item in section.items if item.item.code == "KEY-LIS")
    assert item.guidance == "例子"
    (part,) = item.level_parts
    assert [row.guidance for row in part.indicators] == ["带什么来谈、例子", ""]
    assert view.guidance.address == "assets/levelbook/guidance/key-account/junior.js"


def test_in_english_it_is_english_as_far_as_it_is_translated(handbook: Handbook) -> None:
    ctx = SiteContext(handbook, Catalogue("en"), SiteOptions())
    block = views_of(ctx)["id/KEY-LIS-01/"].guidance
    assert block.rows[0].word == "Examples"
    assert block.rows[0].texts == ("Ten minutes without a word.",)
    assert block.by == "The editors of this handbook, 30 November 2026. Not part of the standard, and not rated."
