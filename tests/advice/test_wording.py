"""Advice on wording: sentences in, the exact lines out; when it is asked again; and how much there is of it here."""

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from levelbook.advice.sentence_rules import known_words, of_sentence, sentences_of
from levelbook.advice.wording import changed_sentences, wording_advice
from levelbook.catalogue import LANGUAGES, Catalogue
from levelbook.commands.cli import main
from levelbook.history.facts import facts_of
from levelbook.model.advice import SWITCHED_OFF, AdviceCode
from levelbook.model.competency import Indicator
from levelbook.model.handbook import Handbook
from levelbook.model.history import History
from levelbook.text.wording import fingerprint
from tests.advice.rubric import COMPETENCY, competency, files, loaded

CASES = yaml.safe_load((Path(__file__).parent / "sentences.yml").read_text(encoding="utf-8"))


def said(text: str, language: str = "zh", **keys: Any) -> list[str]:
    """What is said of a sentence by itself, as it is printed, with its code in front."""
    words, indicator = Catalogue(language), Indicator.model_validate({"text": text, **keys})
    lines = []
    for finding in of_sentence(sentences_of(indicator)[0], known_words(iter(["SLA", "客户关系管理（CRM）"]))):
        facts = {
            name: words("problem.comma").join(fact) if isinstance(fact, tuple) else fact
            for name, fact in finding.facts.items()
        }
        key = f"advice.{finding.code}.{finding.variant or 'text'}"
        lines.append(f"{finding.code}: {words(key, **facts)}")
    return lines


@pytest.mark.parametrize(
    ("language", "case"), [(language, case) for language, cases in CASES.items() for case in cases]
)
def test_a_sentence(language: str, case: dict[str, Any]) -> None:
    assert said(case["text"], language) == case["said"]


def test_all_of_it_has_an_example() -> None:
    told = {line.partition(":")[0] for cases in CASES.values() for case in cases for line in case["said"]}
    between = {AdviceCode.RAISE_DROPS, AdviceCode.SAME_LEVELS, AdviceCode.SAME_COMPETENCIES, AdviceCode.TOP_THIN}
    assert told == set(AdviceCode) - between - SWITCHED_OFF


def test_what_keys_say_is_heard() -> None:
    assert said("有时抱怨，会半途放下手里的工作。", negative=True) == []
    assert said("向客户讲清产品和……", incomplete="后半句缺失") == []


RUBRIC = competency(
    low=["{id: KEY-LIS-01, text: 按月整理拜访记录，当天发给主管。}", "{id: KEY-LIS-02, text: 向客户讲清产品和价格。}"],
    mid=[
        "{id: KEY-LIS-03, text: 按周整理拜访记录，写出分析报告。, raises: [KEY-LIS-01]}",
        "{id: KEY-LIS-04, text: 向客户讲清产品和价格}",
        "{id: KEY-LIS-05, text: 带领新同事完成第一个季度的销售任务。}",
    ],
    top=["{id: KEY-LIS-06, text: 带领团队签下大客户。}"],
)
LINES = """\
{0}:10:32: 建议：提高了KEY-LIS-01，却没有再提“当天发给主管”。请看一眼：还要求的就补上。[raise-drops]
{0}:11:32: 建议：与KEY-LIS-02一字不差。高一级要求更多的，请写出多在哪里。[same-levels]
{0}:11:32: 建议：句末没有标点。请加上句号；没写完的，写 incomplete。[signs]
{0}:13:3: 建议：最高一级只写了9个字，下一级有41个，而高的级别并不包含低的。请看看是否漏了。[top-thin]
"""


def lay_out(folder: Path, text: str, **others: str) -> Path:
    for path, data in files(text, **others).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


def test_what_sentences_say_of_each_other(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lay_out(tmp_path, RUBRIC)
    assert main(["check", "--wording", "--all", "--quiet", "--folder", str(tmp_path)]) == 0
    told = capsys.readouterr()
    assert told.out == LINES.format(f"{tmp_path.as_posix()}/{COMPETENCY}")
    assert "写法上的建议4条，看了整本手册。" in told.err
    assert "建议不是错误" in told.err


def test_advice_fails_only_where_that_is_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lay_out(tmp_path, RUBRIC)
    assert main(["check", "--strict-wording", "--all", "--folder", str(tmp_path)]) == 1
    assert main(["check", "--strict-wording", "--folder", str(tmp_path)]) == 0
    assert "还没有发布过" in capsys.readouterr().err


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table(tmp_path: Path, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    lay_out(tmp_path, RUBRIC, language=language)
    assert main(["check", "--count", "--folder", str(tmp_path)]) == 0
    rows = [line.split()[:2] for line in capsys.readouterr().out.splitlines()]
    assert [row[:2] for row in rows[:-1]] == [
        ["1", "raise-drops"],
        ["1", "same-levels"],
        ["1", "top-thin"],
        ["1", "signs"],
    ]
    assert rows[-1][0] == "4"


def test_with_errors_wording_waits(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lay_out(tmp_path, RUBRIC.replace("code: LIS", "code: lis"))
    assert main(["check", "--wording", "--all", "--folder", str(tmp_path)]) == 1
    assert "先改错误" in capsys.readouterr().err


def codes(handbook: Handbook, changed_only: bool = False) -> list[str]:
    return [advice.finding.code.value for advice in wording_advice(handbook, changed_only)]


def published(handbook: Handbook, **texts: str) -> Handbook:
    """The handbook after a release that had these sentences, by the last part of their codes."""
    table = {f"KEY-LIS-{key[1:]}": {"kind": "indicator", "text": text} for key, text in texts.items()}
    return replace(handbook, history=History(published=table))


ONE = "按要求向客户讲清产品和价格。"


def kept(note: str = "") -> Handbook:
    notes = f", notes: [{{kind: accepted, about: [standard-elsewhere], text: 制度里有。{note}}}]"
    return loaded(files(competency(low=[f"{{id: KEY-LIS-01, text: {ONE}{notes}}}"])))


def test_only_what_has_changed_since_the_release() -> None:
    text = competency(low=[f"{{id: KEY-LIS-01, text: {ONE}}}", "{id: KEY-LIS-02, text: 按要求整理拜访记录。}"])
    handbook = loaded(files(text))
    assert codes(published(handbook, _01=ONE, _02="整理拜访记录。"), changed_only=True) == ["standard-elsewhere"]
    assert changed_sentences(published(handbook, _01=ONE)) == 1
    assert len(codes(published(handbook, _01=ONE, _02="整理拜访记录。"))) == 2


def test_right_after_a_release_nothing_has_changed(handbook: Handbook) -> None:
    released = replace(handbook, history=History(published=facts_of(handbook)))
    assert changed_sentences(released) == 0
    assert codes(released, changed_only=True) == []


def test_an_accepted_wording_is_not_told() -> None:
    assert codes(kept()) == []
    assert codes(published(kept(), _01=ONE)) == []


def test_it_is_asked_again_once_the_text_has_changed() -> None:
    [advice] = wording_advice(published(kept(), _01="按要求讲清产品。"), changed_only=True)
    assert advice.again and advice.again.text == "制度里有。"
    assert advice.mark == fingerprint(ONE)


def test_a_mark_says_for_which_wording_it_holds() -> None:
    assert codes(published(kept(f", wording: {fingerprint(ONE)}"), _01="按要求讲清产品。")) == []
    assert codes(kept(", wording: 0123456789abcdef")) == ["standard-elsewhere"]


def test_asking_again_tells_the_reason(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    notes = "notes: [{kind: accepted, about: [standard-elsewhere], text: 制度里有。, wording: 0123456789abcdef}]"
    lay_out(tmp_path, competency(low=[f"{{id: KEY-LIS-01, text: {ONE}, {notes}}}"]))
    main(["check", "--wording", "--all", "--folder", str(tmp_path)])
    assert (
        f"以前保留的理由是“制度里有。”，后来文字改过了；理由仍然成立，就在那条编者注里加 wording: {fingerprint(ONE)}。"
        in (capsys.readouterr().out)
    )


def test_a_level_is_kept_thin_by_a_note_of_its_own() -> None:
    note = "    notes: [{kind: accepted, about: [top-thin], text: 只写增加的。}]\n"
    assert "top-thin" in codes(loaded(files(RUBRIC)))
    assert "top-thin" not in codes(loaded(files(RUBRIC + note)))
    assert "top-thin" not in codes(loaded(files(RUBRIC, cumulative="yes")))


def test_a_sentence_in_two_competencies() -> None:
    text = competency(low=[f"{{id: KEY-LIS-01, text: {ONE}}}"])
    read = files(text)
    other = text.replace("code: LIS", "code: TAL").replace("name: 倾听", "name: 说话").replace("KEY-LIS", "KEY-TAL")
    read["sequences/key/competencies/talking.yml"] = other.encode()
    head = read["sequences/key/sequence.yml"].replace(b"[listening]", b"[listening, talking]")
    assert "same-competencies" in codes(loaded({**read, "sequences/key/sequence.yml": head}))


def test_how_much_is_said_of_this_handbook(handbook: Handbook) -> None:
    """Rules that are made sharper say less; one that says twice as much is broken."""
    found = Counter(codes(handbook))
    assert {code: found[code] for code in AdviceCode if found[code]} == {
        AdviceCode.VAGUE_DEGREE: 74,
        AdviceCode.NOT_SEEN: 57,
        AdviceCode.TERM: 14,
        AdviceCode.RAISE_DROPS: 10,
        AdviceCode.SAME_LEVELS: 4,
        AdviceCode.STANDARD_ELSEWHERE: 4,
        AdviceCode.LONG: 2,
        AdviceCode.SHORT: 1,
        AdviceCode.TOP_THIN: 3,
    }


@given(st.text(min_size=1) | st.text("并且 ，；。基本按要求ERP（“and the,;.", min_size=1))
def test_no_text_stops_it(text: str) -> None:
    indicator = Indicator.model_construct(text=text, negative=False, incomplete=None)
    for finding in of_sentence(sentences_of(indicator)[0], frozenset()):
        assert finding.code in AdviceCode


def test_items_are_looked_at_one_by_one() -> None:
    """A statement told apart is no longer two in one; each item is held to the rules by itself."""
    items = ["不打断客户。", "记下要点，并在会后三天内主动把纪要发给所有参会的人。"]
    indicator = Indicator.model_validate({"text": "听完再答", "items": items})
    found = {one.letter: [each.code for each in of_sentence(one, frozenset())] for one in sentences_of(indicator)}
    assert found == {"a": [], "b": [AdviceCode.TWO_IN_ONE]}
    whole = Indicator.model_validate({"text": indicator.text})
    assert AdviceCode.TWO_IN_ONE in [one.code for one in of_sentence(sentences_of(whole)[0], frozenset())]
