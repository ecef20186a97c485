"""Likely raises: what is found where the marks of this handbook are taken out, and what is never offered."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from levelbook.advice.raises import DOUBTFUL, LIKELY, OFFERED, SentencePair, suggestions
from levelbook.advice.rarity import Rarity, rarity
from levelbook.catalogue import LANGUAGES, Catalogue
from levelbook.load import files_in, load_files
from levelbook.model.handbook import Handbook
from levelbook.text.terms import letters
from tests.advice.rubric import LEVELS, competency, files, loaded

DATA = Path(__file__).parents[2] / "rubric_data"
MARK = re.compile(rb"\n +raises: \[[^\]]*\]")


@pytest.fixture(name="bare", scope="module")
def _bare() -> Handbook:
    """The repository's handbook with all its marks taken out."""
    read = {path: MARK.sub(b"", data) if isinstance(data, bytes) else data for path, data in files_in(DATA)}
    handbook = load_files(read).handbook
    assert handbook and not any(marks(handbook, key) for key in handbook.sequences)
    return handbook


def marks(handbook: Handbook, key: str) -> set[tuple[str, str]]:
    """The pairs that people have marked."""
    every = handbook.sequences[key].competencies.values()
    return {(code, one.code) for each in every for one in each.every_live() for code in one.raises}


def codes(pair: SentencePair) -> tuple[str, str]:
    return pair.lower.indicator.code, pair.higher.indicator.code


@pytest.mark.parametrize(
    ("key", "precision", "recall"),
    [
        ("telecom-account-manager", 0.86, 0.70),
        ("tencent-market", 0.93, 0.75),
        ("sales-dictionary", 1.0, 1.0),
        ("sales-duty-ladder", 0.87, 1.0),
    ],
)
def test_marks_that_were_taken_out_are_found_again(
    handbook: Handbook, bare: Handbook, key: str, precision: float, recall: float
) -> None:
    found = {codes(pair) for pair in suggestions(rarity(handbook), bare.sequences[key], OFFERED).raises}
    right = found & marks(handbook, key)
    assert len(right) / len(found) >= precision
    assert len(right) / len(marks(handbook, key)) >= recall


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_command_says_what_was_measured(handbook: Handbook, bare: Handbook, language: str) -> None:
    found = {codes(pair) for pair in suggestions(rarity(handbook), bare.sequences["tencent-market"]).raises}
    marked = marks(handbook, "tencent-market")
    right, share = len(found & marked), round(100 * len(found & marked) / len(found))
    figures = [len(found), right, share, len(marked), right, round(100 * right / len(marked))]
    said = re.findall(r"\d+", Catalogue(language)("suggest.measured"))
    assert sorted(map(int, said)) == sorted(figures)


def test_pairs_that_may_be_accepted_together_are_nearly_all_right(handbook: Handbook, bare: Handbook) -> None:
    telling, found, right = rarity(handbook), 0, 0
    for key, sequence in bare.sequences.items():
        if marks(handbook, key):
            pairs = [codes(pair) for pair in suggestions(telling, sequence).raises if pair.score >= LIKELY]
            found, right = found + len(pairs), right + len(marks(handbook, key).intersection(pairs))
    assert found > 80
    assert right / found >= 0.94


def offered(text: str, language: str = "zh", least: float = DOUBTFUL) -> list[tuple[str, str]]:
    handbook = loaded(files(text, language))
    return [codes(pair) for pair in suggestions(rarity(handbook), handbook.sequences["key"], least).raises]


LOW = "{id: KEY-LIS-01, text: 按月整理重点客户的拜访记录。}"
HIGH = "{id: KEY-LIS-02, text: 按月整理重点客户的拜访记录，并写出分析报告。}"


def test_a_sentence_made_longer_is_offered() -> None:
    assert offered(competency(low=[LOW], mid=[HIGH])) == [("KEY-LIS-01", "KEY-LIS-02")]


@pytest.mark.parametrize(
    ("low", "high"),
    [
        (LOW, HIGH.replace("}", ", raises: [KEY-LIS-01]}")),
        (LOW, HIGH.replace("}", ", notes: [{kind: refused, about: [KEY-LIS-01], text: 两件事。}]}")),
        (LOW.replace("}", ", notes: [{kind: refused, about: [KEY-LIS-02], text: 两件事。}]}"), HIGH),
        (LOW.replace("}", ", retired: {why: 不再要求。}}"), HIGH),
        (LOW, HIGH.replace("}", ", retired: {why: 不再要求。}}")),
        (LOW, HIGH.replace("}", ", negative: yes}")),
        (LOW, LOW.replace("-01", "-02").replace("。", "")),
        (LOW, LOW.replace("-01", "-02").replace("重点", "**重点**")),
        (LOW, "{id: KEY-LIS-02, text: 主动向上级说明困难。}"),
    ],
    ids="marked refused refused-below retired-below retired negative signs marks unlike".split(),
)
def test_what_is_not_offered(low: str, high: str) -> None:
    # a level needs something in force, so that one item may end
    beside = "{id: KEY-LIS-09, text: 每天给新同事讲一个案例。}"
    assert offered(competency(low=[low], mid=[high, beside])) == []


def test_a_sentence_raised_once_is_not_offered_above_again() -> None:
    top = HIGH.replace("-02", "-03").replace("并写出", "并当众讲解")
    text = competency(low=[LOW], mid=[HIGH], top=[top])
    assert offered(text) == [("KEY-LIS-01", "KEY-LIS-02"), ("KEY-LIS-02", "KEY-LIS-03")]


def test_english_words_are_compared_without_their_endings() -> None:
    text = competency(
        low=["{id: KEY-LIS-01, text: Reviews the quarterly pipeline with a colleague.}", "{text: Answers customers.}"],
        mid=["{id: KEY-LIS-02, text: Reviewing the quarterly pipelines with colleagues and adjusts the forecast.}"],
    )
    assert offered(text, "en", OFFERED) == [("KEY-LIS-01", "KEY-LIS-02")]


def test_levels_without_rank_raise_nothing() -> None:
    read = files(competency(low=[LOW], mid=[HIGH]), more="unranked: 来源没有写明高低\n")
    handbook = loaded(read)
    assert suggestions(rarity(handbook), handbook.sequences["key"]).raises == ()


WORDS = "渠道 客户 谈判 计划 报告 主动 独立 指导 每月 整理 分析 review the pipeline 12 %".split()
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map("".join) | st.text("渠道a ，。0’", min_size=1)
ITEM = st.tuples(TEXTS.filter(str.strip), st.booleans(), st.booleans())


@given(st.lists(st.tuples(st.sampled_from(LEVELS), ITEM), max_size=12))
def test_no_pair_is_retired_equal_or_upside_down(items: list[tuple[str, tuple[str, bool, bool]]]) -> None:
    written: dict[str, list[str]] = {level: [] for level in LEVELS}
    for number, (level, (text, coded, ended)) in enumerate(items):
        code = f"id: KEY-LIS-{number:02d}, " if coded else ""
        end = ", retired: {why: 完}" if ended else ""
        quoted = text.strip().replace("'", "''")
        written[level].append(f"{{{code}text: '{quoted}'{end}}}")
    handbook = load_files(files(competency(**written))).handbook
    if handbook is None:  # a level where all has ended, or the like: nothing is suggested of it at all
        return
    for pair in suggestions(rarity(handbook), handbook.sequences["key"], 0.0).raises:
        old, new = pair.lower, pair.higher
        assert old.rank < new.rank and old.indicator.code
        assert not old.indicator.retired and not new.indicator.retired
        assert letters(old.indicator.words) != letters(new.indicator.words)


def test_rarity_counts_a_sentence_once() -> None:
    handbook = loaded(files(competency(low=[LOW], mid=[HIGH])))
    found: Rarity = rarity(handbook)
    assert found.in_words["记录"] == 2
    assert found.of_word("没有的") == pytest.approx(6.2146, abs=1e-3)
