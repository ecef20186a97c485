"""The golden cases: written for people to read, expanded to the data of a page, run, and told again as people write."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from levelbook.assessment.scoring.answers import read_answers
from levelbook.assessment.scoring.basis import answers_with_basis
from levelbook.assessment.scoring.checklist import Mode
from levelbook.assessment.scoring.reasons import Why, sentence
from levelbook.assessment.scoring.result import as_data
from levelbook.assessment.scoring.review import agreed, differences
from levelbook.assessment.scoring.totals import assess, most
from levelbook.catalogue import Catalogue
from tests.reference.contract import scored_checklist
from tests.reference.team import team

FOLDER = Path(__file__).parent / "cases"
NONE = "—"
WORDS = Catalogue("zh").section("assess.core")


def read(path: Path) -> Any:
    """A file of cases; every value stays as it is written."""
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)


def cases() -> Iterator[tuple[str, dict[str, Any]]]:
    """All cases with their names; what a file says at its top goes for all of its cases."""
    for path in sorted(FOLDER.glob("*.yml")):
        if path.stem != "scales":
            shared = read(path)
            for case in shared.pop("cases"):
                yield f"{shared['title']}：{case['case']}", {**shared, **case}


def call(case: dict[str, Any]) -> dict[str, Any]:
    """What both languages are asked: a function and its arguments as JSON."""
    data = page(case)
    own, manager = answered(case.get("answers")), answered(case.get("manager"))
    mode, name = case.get("mode", "quick"), case.get("call", "assess")
    arguments = {
        "assess": [data, own, mode],
        "most": [data, own, mode, int(case.get("n", "0"))],
        "differences": [data, own, manager, mode],
        "agreed": [data, own, manager, case.get("agreed", {}), mode],
        "team": [data, [_document(one) for one in case.get("documents", ())], int(case.get("least", "0"))],
        "settled": [_document(case.get("document", {"answers": {}})), data],
    }
    return {"name": name, "arguments": arguments[name]}


def page(case: dict[str, Any]) -> dict[str, Any]:
    """The data of the page that a case speaks of."""
    scales = {id: _scale(one) for id, one in _scales().items()}
    scale = case.get("scale", "score-0-6")
    groups = case.get("groups", {"all": {"name": "全部"}})
    return {
        "target": "TAM.grade-3",
        "scale": scale,
        "partScale": case.get("parts", ""),
        "scales": scales,
        "groups": [{"id": id, "name": one["name"], "parent": one.get("parent", "")} for id, one in groups.items()],
        "items": [_item(code, one, scale, scales, next(iter(groups))) for code, one in case["items"].items()],
        "total": _figure(case.get("total", NONE)),
        "release": case.get("release", ""),
    }


@cache
def _scales() -> Any:
    """What all cases share, read once: random data ask for it hundreds of times."""
    return read(FOLDER / "scales.yml")


def _scale(scale: dict[str, Any]) -> dict[str, Any]:
    exam = scale.get("exam")
    bands = [{"from": mark, "points": points} for mark, points in exam["bands"].items()] if exam else []
    return {
        "name": scale["name"],
        "standard": scale.get("standard"),
        "ratings": [{"points": points, "name": name} for points, name in scale["ratings"].items()],
        "exam": {"outOf": exam["out_of"], "round": exam["round"], "bands": bands} if exam else None,
    }


def _item(code: str, one: dict[str, Any], scale: str, scales: dict[str, Any], group: str) -> dict[str, Any]:
    own = one.get("scale", scale)
    standard = one.get("standard", (scales[own]["standard"] if own in scales else None) or NONE)
    return {
        "code": code,
        "name": one.get("name", code),
        "group": one.get("group", group),
        "kind": "none" if "none" in one else one.get("kind", "rating"),
        "scale": own,
        "standard": _figure(standard) if one.get("kind") != "condition" else None,
        "weight": _figure(one.get("weight", NONE)),
        "parts": [{"code": id, "negative": kind == "negative"} for id, kind in one.get("parts", {}).items()],
        "subjects": [{"name": name, "weight": _figure(weight)} for name, weight in one.get("subjects", {}).items()],
        "none": {"kind": "lost", "text": one["none"]} if "none" in one else None,
        "basis": one.get("basis", ""),
        "partBasis": one.get("partBasis", ""),
    }


def _figure(text: str) -> str | None:
    return None if text in (NONE, "lost") else text


def answered(answers: dict[str, Any] | None) -> dict[str, Any]:
    """Answers as a file holds them; a plain figure is a rating."""
    return {
        code: _answer({"points": answer} if isinstance(answer, str) else answer)
        for code, answer in (answers or {}).items()
    }


def _answer(answer: dict[str, Any]) -> dict[str, Any]:
    empty = {"points": None, "marks": {}, "mark": None, "na": None, "evidence": ""}
    return {**empty, **answer, "unseen": answer.get("unseen") == "yes"}


def _document(document: dict[str, Any]) -> dict[str, Any]:
    filled = {"target": "TAM.grade-3", "mode": "quick", "agreed": {}, **document}
    return {**filled, "answers": answered(document["answers"])}


def run(asked: dict[str, Any]) -> Any:
    """What Python answers, as JSON."""
    return as_data(_RUN[asked["name"]](*asked["arguments"]))


_RUN: dict[str, Callable[..., Any]] = {
    "assess": lambda data, own, mode: assess(scored_checklist(data), read_answers(own), Mode(mode)),
    "most": lambda data, own, mode, n: most(assess(scored_checklist(data), read_answers(own), Mode(mode)), n),
    "differences": lambda data, own, manager, mode: differences(
        scored_checklist(data), read_answers(own), read_answers(manager), Mode(mode)
    ),
    "agreed": lambda data, own, manager, values, mode: agreed(
        scored_checklist(data), read_answers(own), read_answers(manager), values, Mode(mode)
    ),
    "team": lambda data, documents, least: team(scored_checklist(data), documents, least),
    "settled": lambda document, data: {
        code: one.basis for code, one in answers_with_basis(document, scored_checklist(data), data["release"]).items()
    },
}


def told(result: Any) -> Any:
    """A result as the cases write it: reasons as sentences, items by their codes, — for nothing."""
    if isinstance(result, dict) and result.keys() == {"key", "facts"}:
        facts = {name: tuple(fact) if isinstance(fact, list) else fact for name, fact in result["facts"].items()}
        return sentence(WORDS, Why(result["key"], facts))
    if isinstance(result, dict):
        return {name: told(value) for name, value in result.items()}
    if isinstance(result, list) and result and isinstance(result[0], dict):
        if "n" in result[0]:
            return [str(row["n"]) for row in result]
        return {row["code" if "code" in row else "id"]: told(row) for row in result}
    if isinstance(result, list):
        return [told(row) for row in result]
    if result is None or isinstance(result, bool):
        return {None: NONE, True: "yes", False: "no"}[result]
    return str(result)


def differing(expected: Any, result: Any, at: str = "") -> list[str]:
    """Where a result is not what a case expects; only what the case names is looked at."""
    if isinstance(expected, dict) and isinstance(result, list) and not expected and not result:
        return []
    if isinstance(expected, dict) and isinstance(result, dict):
        missing = [f"{at}.{key}: missing" for key in expected if key not in result]
        empty = [f"{at}: {result}"] if not expected and result else []
        inner = [
            line for key in expected if key in result for line in differing(expected[key], result[key], f"{at}.{key}")
        ]
        return [*missing, *empty, *inner]
    return [] if expected == result else [f"{at}: {expected} expected, {result} found"]


def judged(case: dict[str, Any], result: Any) -> list[str]:
    """Where the result of a case is not the expected one."""
    if case.get("call") == "differences":
        result = {"order": [row["code"] for row in result], "rows": result}
    if case.get("call") == "settled":
        result = {code: "再看" if basis == "" else basis for code, basis in result.items()}
    return differing(case["expect"], told(result))
