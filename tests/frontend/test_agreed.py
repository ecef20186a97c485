"""What both agreed on, of random documents, by a calculation of its own in fractions; scripts and Python alike."""

import json
from fractions import Fraction
from random import Random
from typing import Any

from levelbook.assessment.scoring.answers import read_answers
from levelbook.assessment.scoring.checklist import Mode
from levelbook.assessment.scoring.result import as_data
from levelbook.assessment.scoring.review import agreed
from levelbook.model.decimals import shown
from tests.assessment.cases import page
from tests.node import Window
from tests.reference.contract import scored_checklist

Doc = dict[str, Any]
RUN = "asked => JSON.parse(asked).map(([data, doc]) => results.resultOf(data, doc))"
BANDS = ((91, 6), (81, 5), (71, 4), (61, 3), (41, 2), (0, 1))
"""From which mark on an exam counts how many points."""
HIGHEST, COUNT = 6, 40
BLANK = {"points": None, "marks": {}, "mark": None, "na": None, "unseen": False}


def checklist(chance: Random) -> dict[str, Any]:
    """A checklist of a few groups; some items are exams, all have a weight or none has."""
    weighted = chance.random() < 0.5
    items = {
        f"I{n}": {
            "kind": "exam" if chance.random() < 0.25 else "rating",
            "group": chance.choice(["g1", "g2"]),
            "standard": str(chance.choice([4, 5])),
            "weight": str(chance.randint(1, 30)) if weighted else "—",
        }
        for n in range(chance.randint(3, 15))
    }
    return page({"items": items, "groups": {"g1": {"name": "甲"}, "g2": {"name": "乙"}}, "total": "500"})


def said(item: dict[str, Any], chance: Random) -> dict[str, Any] | None:
    """What a side says of an item: nothing, that it cannot, or a rating; of exams a mark, more often nothing."""
    luck = chance.random()
    if luck < (0.5 if item["kind"] == "exam" else 0.1):
        return None
    if luck > 0.95:
        return BLANK | {"unseen": True}
    if item["kind"] == "exam":
        return BLANK | {"mark": str(chance.choice([55, 72, 81, 95]))}
    return BLANK | {"points": str(chance.randint(2, HIGHEST))}


def document(data: dict[str, Any], chance: Random) -> Doc:
    """A document about which both have talked, some items of which they left open."""
    sides = [{one["code"]: found for one in data["items"] if (found := said(one, chance))} for _ in range(2)]
    values = {
        one["code"]: chance.choice(["1", "3", "4.5", "5", "6"]) for one in data["items"] if chance.random() < 0.35
    }
    agreement = {"done": "2026-11-26T08:00:00.000Z", "unmet": {}, "open": [], "picks": []}
    return {
        "mode": "quick",
        "answers": sides[0],
        "manager": {"answers": sides[1]},
        "agreed": values,
        "agreement": agreement,
    }


def figure(answer: dict[str, Any] | None) -> Fraction | str | None:
    """Points, or that it was not seen; nothing where nothing was said."""
    if answer is None:
        return None
    if answer["unseen"]:
        return "unseen"
    if answer["mark"] is None:
        return Fraction(answer["points"])
    return Fraction(next(points for lowest, points in BANDS if lowest <= int(answer["mark"])))


def settled(item: dict[str, Any], doc: Doc) -> Fraction | None:
    """What is stored, else what both gave alike, else the mark that one has entered of an exam."""
    code = item["code"]
    if code in doc["agreed"]:
        return Fraction(doc["agreed"][code])
    own, other = (figure(side.get(code)) for side in (doc["answers"], doc["manager"]["answers"]))
    if item["kind"] == "exam":
        own, other = (other if own is None else own), (own if other is None else other)
    return own if isinstance(own, Fraction) and own == other else None


def mean(values: list[Fraction]) -> str | None:
    return shown(sum(values, Fraction(0)) / len(values)) if values else None


def expected(data: dict[str, Any], doc: Doc) -> dict[str, Any]:
    """The figures of the result, worked out anew."""
    rows = [(item, points) for item in data["items"] if (points := settled(item, doc)) is not None]
    gaps = {item["code"]: points - Fraction(item["standard"]) for item, points in rows}
    order = {item["code"]: at for at, item in enumerate(data["items"])}
    weights = {item["code"]: Fraction(item["weight"] or 0) for item in data["items"]}
    below = [code for code, gap in gaps.items() if gap < 0]
    by_weight = bool(below) and all(weights[code] for code in below)
    below.sort(key=lambda code: (gaps[code] * (weights[code] if by_weight else 1), order[code]))
    earned = sum((points / HIGHEST * weights[item["code"]] for item, points in rows), Fraction(0))
    return {
        "mean": mean([points for _, points in rows]),
        "points": {item["code"]: shown(points) for item, points in rows},
        "gaps": {code: shown(gap) for code, gap in gaps.items()},
        "groups": {key: mean([points for item, points in rows if item["group"] == key]) for key in ("g1", "g2")},
        "counted": len(rows),
        "reached": sum(gap >= 0 for gap in gaps.values()),
        "short": -sum((gap for gap in gaps.values() if gap < 0), Fraction(0)),
        "earned": shown(earned) if any(weights.values()) else None,
        "most": below,
    }


def told(result: dict[str, Any]) -> dict[str, Any]:
    """The same of a result as the arithmetic writes it."""
    scored = [item for item in result["items"] if item["state"] == "scored"]
    return {
        "mean": result["mean"],
        "points": {item["code"]: item["points"] for item in scored},
        "gaps": {item["code"]: item["gap"] for item in scored},
        "groups": {group["id"]: group["mean"] for group in result["groups"]},
        "counted": result["counted"],
        "reached": result["reached"],
        "short": Fraction(result["short"]),
        "earned": result["points"] and result["points"]["earned"],
        "most": list(result["most"]),
    }


def test_what_both_agreed_on_is_what_it_comes_to(core: Window) -> None:
    chance = Random(20261126)
    asked = []
    for _ in range(COUNT):
        data = checklist(chance)
        asked.append((data, document(data, chance)))
    found: list[dict[str, Any]] = core.evaluate(RUN, json.dumps(asked))
    assert len(found) == COUNT
    for (data, doc), of_script in zip(asked, found, strict=True):
        both = read_answers(doc["answers"]), read_answers(doc["manager"]["answers"])
        of_python = as_data(agreed(scored_checklist(data), *both, doc["agreed"], Mode.QUICK))
        assert told(of_script) == expected(data, doc)
        assert told(of_python) == expected(data, doc)
