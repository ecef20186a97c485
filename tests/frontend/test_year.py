"""A year of two people at random: ratings, picks, plans and reviews, files, backups, releases, tabs, full storage."""

import hashlib
import os
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.node import Node, Window

RUN = (Path(__file__).parent / "year.js").read_text(encoding="utf-8")
YEARS = int(os.environ.get("LEVELBOOK_YEARS", "30"))
"""How many histories Hypothesis tries; more of them by LEVELBOOK_YEARS=1000."""
LONG = 120
"""Steps of a long one."""
CODES = ["TAM-AAA", "TAM-BBB", "TAM-CCC", "TAM-DDD", "TAM-EXM", "TAM-PRT", "TAM-PRT-01"]
OFTEN = [
    "rate",
    "text",
    "rate",
    "text",
    "why",
    "still",
    "hand",
    "open",
    "open",
    "save",
    "pick",
    "record",
    "backup",
    "restore",
]
SOMETIMES = [
    *("clear", "mode", "name", "wrong", "back", "look", "both", "agree", "over", "plan", "sign", "next", "erase"),
    *("alone", "review", "wipe"),
    *("other", "note", "reword", "release", "reload", "tell", "tick", "slow", "full", "off", "there"),
]
CHANGES = ["reworded", "retired", "replaced", "standard", "bands", "shortened"]
RELEASES: list[list[str]] = [[], *([change] for change in CHANGES), CHANGES]


def _digest(*said: object) -> str:
    return hashlib.sha256(repr(said).encode()).hexdigest()[:16]


def _scale(points: int, standard: str, exam: dict[str, Any] | None = None) -> dict[str, Any]:
    ratings = [{"points": str(n), "name": f"{n}级"} for n in range(points + 1)]
    scale = {"name": "分", "origin": "", "standard": standard, "ratings": ratings, "exam": exam}
    return scale | {"hash": _digest(scale)}


def _page(number: int) -> dict[str, Any]:
    """What a release asks: some sentences, an exam, an item of two indicators."""
    now = RELEASES[number]
    bands = [["85" if "bands" in now else "81", "5"], ["60", "3"], ["0", "0"]]
    exam = {"outOf": "100", "round": "half-up", "bands": [{"from": low, "points": points} for low, points in bands]}
    scales = {"s": _scale(5 if "shortened" in now else 6, "5", exam), "four": _scale(4, "3")}
    codes = [code for code in CODES[:4] if code != ("TAM-BBB" if "replaced" in now else "TAM-DDD")]
    items = []
    for code in [*(code for code in codes if code != "TAM-CCC" or "retired" not in now), "TAM-EXM", "TAM-PRT"]:
        text = code + ("，改过" if code == "TAM-AAA" and "reworded" in now else "")
        standard = "4" if code == "TAM-AAA" and "standard" in now else "5"
        parts = [
            {"code": f"{code}-0{n}", "text": f"{code}{n}", "hash": _digest(code, n), "negative": False} for n in (1, 2)
        ]
        kind = "exam" if code == "TAM-EXM" else "rating"
        items.append(
            {"code": code, "number": "", "name": code, "group": "g", "kind": kind, "scale": "s", "standard": standard}
            | {"weight": None, "subjects": [], "none": None, "href": "", "text": text, "hash": _digest(text)}
            | {"parts": parts if code == "TAM-PRT" else [], "goesOn": False}
            | {"basis": _digest(kind, standard, scales["s"]["ratings"], bands if kind == "exam" else 0)}
            | {"partBasis": _digest(standard, scales["s"]["ratings"], scales["four"])}
        )
    gone = {
        "TAM-BBB": {"name": "B", "text": "b", "why": "", "replacedBy": ["TAM-DDD"], "release": "2.0.0"},
        "TAM-CCC": {"name": "C", "text": "c", "why": "", "replacedBy": [], "release": "2.0.0"},
    }
    fields: list[dict[str, Any]] = [
        {"id": name, "name": name, "help": "", "input": "text", "choices": [], "more": False, "default": ""}
        | {"fill": "", "shows": "", "by": by, "fields": []}
        for name, by in (("action", ""), ("who", ""), ("done", "employee"), ("comment", "manager"))
    ]
    form = {"id": "goals", "number": "", "name": "目标", "help": "", "rows": "many", "list": [], "fields": fields}
    return {
        **{"format": 1, "handbook": "手册", "release": f"{number + 1}.0.0", "language": "zh", "target": "TAM.grade-3"},
        **{
            "title": "三级",
            "kind": "grade",
            "step": "三级",
            "sequence": {"code": "TAM", "name": "客户经理", "href": ""},
        },
        **{"unit": "competency", "modes": ["quick", "full"], "scale": "s", "partScale": "four", "scales": scales},
        **{"groups": [{"id": "g", "name": "组", "parent": "", "weight": None}], "items": items, "total": None},
        **{"weightUnit": "", "pick": 3, "against": "current", "sensitive": 0, "notRequired": [], "unlisted": []},
        **{
            "gone": {
                code: said for code, said in gone.items() if ("replaced" if code == "TAM-BBB" else "retired") in now
            }
        },
        **{"actions": [], "borrowed": []},
        **{"plan": {"href": "", "name": "", "ours": True, "roles": [], "phases": [], "forms": [form]}},
    }


@pytest.fixture(scope="module")
def year(node: Node) -> Window:
    """A window that knows all releases."""
    window = node.window("year")
    window.evaluate(
        "releases => { window.releases = releases; return null; }", [_page(n) for n in range(len(RELEASES))]
    )
    return window


def _histories() -> st.SearchStrategy[list[tuple[str, int, str, str]]]:
    what = st.one_of(st.sampled_from(OFTEN), st.sampled_from(SOMETIMES))
    step = st.tuples(what, st.integers(0, 4), st.sampled_from(CODES), st.sampled_from("0123456"))
    return st.lists(step, min_size=5, max_size=50)


@settings(max_examples=YEARS, suppress_health_check=[HealthCheck.function_scoped_fixture], print_blob=True)
@given(ops=_histories())
def test_whatever_happens_in_a_year_nothing_is_lost_or_changed_unasked(year: Window, ops: list[Any]) -> None:
    assert year.evaluate(RUN, {"ops": ops})["bad"] == []


@pytest.mark.parametrize("seed", range(20))
def test_long_years_of_two_people(year: Window, seed: int) -> None:
    chance = random.Random(seed)
    ops = [
        [
            chance.choice(OFTEN if chance.random() < 0.6 else SOMETIMES),
            chance.randrange(5),
            chance.choice(CODES),
            chance.choice("0123456"),
        ]
        for _ in range(LONG)
    ]
    done = year.evaluate(RUN, {"ops": ops})
    assert done["bad"] == [], f"seed {seed}"
