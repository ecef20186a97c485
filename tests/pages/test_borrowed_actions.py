"""What a checklist borrows of other sequences through a concept, where nothing of its own fits."""

from pathlib import Path
from typing import Any

from tests.pages.test_checklist import FILES, TALK
from tests.pages.tiny import facts, tiny

CONCEPTS = """
concepts: [{id: talking, name: 沟通}, {id: writing, name: 书面表达}]
"""
OTHER = """
code: SND
name: 第二
levels: [{id: m1, name: 一级}, {id: m2, name: 二级}]
groups: [{id: both, name: 两样, kind: ability, competencies: [speech, paper]}]
"""
SPEECH = """
code: SPE
name: 演讲
concept: talking
levels: {m1: {indicators: [{id: SND-SPE-01, text: 敢上台}]}, m2: {indicators: [{id: SND-SPE-02, text: 讲得好}]}}
"""
ACTIONS = """
types: [{id: course, name: 培训}]
actions:
  - {id: SND-ACT-01, type: course, name: 演讲课, for: [speech]}
  - {id: SND-ACT-02, type: course, name: 两样都练, for: [both], target_from: m2}
  - {id: SND-ACT-03, type: course, name: 只给一级, for: [speech@m1]}
  - {id: SND-ACT-04, type: course, name: 只练一条, for: [SND-SPE-02]}
  - {id: SND-ACT-05, type: course, name: 停开的, for: [speech], retired: {why: 停开}}
"""
LENDER = {
    "sequences/second/sequence.yml": OTHER,
    "sequences/second/competencies/speech.yml": SPEECH,
    "sequences/second/competencies/paper.yml": SPEECH.replace("SPE", "PAP").replace("talking", "writing"),
    "sequences/second/actions.yml": ACTIONS,
}
OWN = "{types: [{id: course, name: 培训}], actions: [{id: FST-ACT-01, type: course, name: 说话课, for: [%s]}]}"


def _lent(folder: Path, *, talk: str = "concept: talking", concepts: str | None = CONCEPTS, **more: str) -> Any:
    """What is borrowed on the checklist of the lower level; the names of further files have no ending."""
    files = {**FILES, "competencies/talk.yml": f"{TALK}{talk}\n", **LENDER}
    files |= {f"{name}.yml": text for name, text in more.items()}
    if concepts:
        (folder / "concepts.yml").write_text(concepts, encoding="utf-8")
    found = facts(*tiny(folder, files, "second"), "low")
    assert found is not None
    return found["borrowed"]


def test_what_has_nothing_of_its_own_borrows_through_its_concept(tmp_path: Path) -> None:
    (lent,) = _lent(tmp_path)
    assert (lent["sequence"], lent["concept"]) == ("第二", "沟通")
    assert [action["text"] for action in lent["actions"]] == ["演讲课", "两样都练"], "ladders are not compared"
    assert lent["actions"][0] == {
        "typeName": "培训",
        "choice": "",
        "text": "演讲课",
        "link": "",
        "for": ["FST-TLK"],
    }


def test_what_has_an_action_of_its_own_borrows_nothing(tmp_path: Path) -> None:
    assert _lent(tmp_path, actions=OWN % "talk") == []


def test_an_action_for_another_level_is_none_of_its_own(tmp_path: Path) -> None:
    (lent,) = _lent(tmp_path, actions=OWN % "talk@high")
    assert lent["actions"]


def test_without_a_concept_nothing_is_borrowed(tmp_path: Path) -> None:
    assert _lent(tmp_path, talk="") == []


def test_a_handbook_without_concepts_borrows_nothing(tmp_path: Path) -> None:
    plain = {
        f"sequences/second/competencies/{key}": SPEECH.replace("SPE", key[:3].upper()) for key in ("speech", "paper")
    }
    files = {name: text.replace("concept: talking\n", "") for name, text in plain.items()}
    assert _lent(tmp_path, talk="", concepts=None, **files) == []


def test_each_concept_is_told_apart(tmp_path: Path) -> None:
    ladder = FILES["sequence.yml"].replace("competencies: [talk]", "competencies: [talk, note]")
    note = TALK.replace("TLK", "NOT").replace("交谈", "记录") + "concept: writing\n"
    lent = _lent(tmp_path, sequence=ladder, **{"competencies/note": note})
    said = [(one["concept"], [(action["text"], action["for"]) for action in one["actions"]]) for one in lent]
    assert said == [
        ("沟通", [("演讲课", ["FST-TLK"]), ("两样都练", ["FST-TLK"])]),
        ("书面表达", [("两样都练", ["FST-NOT"])]),
    ]


def test_two_competencies_of_one_concept_share_what_is_borrowed(tmp_path: Path) -> None:
    ladder = FILES["sequence.yml"].replace("competencies: [talk]", "competencies: [talk, note]")
    note = TALK.replace("TLK", "NOT").replace("交谈", "记录") + "concept: talking\n"
    (lent,) = _lent(tmp_path, sequence=ladder, **{"competencies/note": note})
    assert [action["for"] for action in lent["actions"]] == [["FST-TLK", "FST-NOT"]] * 2
