"""Scripts score a real handbook and random data as Python does; the golden cases stand in frontend/test/scoring."""

import json
from fractions import Fraction
from random import Random
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from levelbook.assessment.checklists import checklists
from levelbook.assessment.scoring.rational import plain
from levelbook.catalogue import Catalogue
from levelbook.model.decimals import shown
from levelbook.model.handbook import Handbook
from levelbook.pages.assessment.contract import checklist_data
from levelbook.site.context import Context
from tests.assessment.cases import page, run
from tests.node import Window

RUN = """asked => JSON.parse(asked).map(({ name, arguments: given }) =>
  ({ ...totals, ...review, ...teams })[name](...given))"""


def ask(core: Window, calls: list[dict[str, Any]]) -> list[Any]:
    """What the scripts answer, through JSON so that no figure slips in as a float."""
    answers: list[Any] = core.evaluate(RUN, json.dumps(calls))
    return answers


def test_every_checklist_of_the_handbook_as_in_python(core: Window, handbook: Handbook) -> None:
    desk = Context(handbook, Catalogue("zh"))
    pages = [
        checklist_data(desk, sequence, checklist)
        for sequence in handbook.sequences.values()
        for checklist in checklists(desk, sequence)
        if not checklist.refusal
    ]
    assert pages
    chance = Random(20261121)
    asked = [
        {"name": "agreed", "arguments": [page, somebody(page, chance), somebody(page, chance), {}, mode]}
        for page in pages
        for mode in page["modes"]
    ]
    for call, answer in zip(asked, ask(core, asked), strict=True):
        assert answer == run(call)


def somebody(page: dict[str, Any], chance: Random) -> dict[str, Any]:
    """Answers to most of a checklist."""
    ratings = {item["code"]: page["scales"][item["scale"]]["ratings"] for item in page["items"]}
    by = page["scales"].get(page["partScale"], {"ratings": []})["ratings"]
    parts = {part["code"]: by for item in page["items"] for part in item["parts"]}
    rated = {code: {"points": chance.choice(some)["points"]} for code, some in (ratings | parts).items() if some}
    marks = {item["code"]: {"mark": str(chance.randint(30, 100))} for item in page["items"] if item["kind"] == "exam"}
    return {code: answer for code, answer in (rated | marks).items() if chance.random() < 0.95}


FIGURES = st.sampled_from(["0", "1", "2", "3", "4", "5", "6", "-1", "0.5", "2.005", "0.005", "-3", "4.0", "7"])
MARKS = st.one_of(
    st.none(), st.integers(0, 100).map(str), st.sampled_from(["80.5", "80.4999", "100.01", "-1", "优", ""])
)
WEIGHTS = st.one_of(st.none(), st.integers(0, 60).map(str), st.sampled_from(["2.5", "33.33", "0.1"]))
HOSTILE = st.sampled_from(
    [None, True, 5, 2.5, [], {}, "", " ", "𝟓", "五", "1e3", "0x10", "NaN", "5\n", "__proto__", "0" * 50]
)
TEXTS = st.one_of(st.none(), FIGURES, HOSTILE)
CODES = ["A", "B", "C", "D", "E", "__proto__", "constructor"]
SCALES = ["score-0-6", "score-exact", "frequency", "fit-4", "levels", "halves", "below-zero", "one", "gone"]
ANSWERS = st.one_of(
    st.fixed_dictionaries({"points": FIGURES}),
    st.fixed_dictionaries(
        {},
        optional={
            "points": TEXTS,
            "marks": st.one_of(HOSTILE, st.dictionaries(st.sampled_from(["甲", "乙", "丙"]), MARKS)),
            "mark": MARKS,
            "na": st.one_of(st.none(), st.just(""), st.just(" 不带人 "), st.just(3)),
            "unseen": st.sampled_from([True, False, "yes", None, 1]),
        },
    ),
    HOSTILE,
)


@st.composite
def items(draw: st.DrawFn, code: str, scale: str) -> dict[str, Any]:
    kind = draw(st.sampled_from(["rating", "rating", "rating", "exam", "condition", "none"]))
    subjects = draw(st.lists(st.sampled_from(["甲", "乙", "丙"]), max_size=3, unique=True))
    parts = draw(st.integers(0, 4)) if kind == "rating" else 0
    return {
        "code": code,
        "name": f"名称{code}",
        "group": draw(st.sampled_from(["g1", "g2", "g3"])),
        "kind": kind,
        "scale": draw(st.sampled_from([scale, scale, scale, *SCALES])),
        "standard": draw(st.one_of(st.none(), FIGURES)),
        "weight": draw(WEIGHTS),
        "parts": [{"code": f"{code}-{n}", "negative": draw(st.booleans())} for n in range(parts)],
        "subjects": [{"name": name, "weight": draw(WEIGHTS)} for name in subjects],
        "none": {"kind": "lost", "text": "内容缺失"} if kind == "none" else None,
    }


@st.composite
def calls(draw: st.DrawFn) -> dict[str, Any]:
    scale = draw(st.sampled_from(SCALES))
    data = page({"items": {}})
    data |= {
        "scale": scale,
        "partScale": draw(st.sampled_from(["", *SCALES[:-1]])) if scale != "gone" else SCALES[0],
        "groups": [{"id": "g1", "name": "甲", "parent": ""}, {"id": "g2", "name": "乙", "parent": "g1"}],
        "items": [draw(items(code, scale)) for code in draw(st.lists(st.sampled_from(CODES), unique=True))],
        "total": draw(st.one_of(st.none(), st.just("100"))),
    }
    codes = [code for item in data["items"] for code in (item["code"], *(part["code"] for part in item["parts"]))]
    answers = st.one_of(st.fixed_dictionaries(dict.fromkeys(codes, ANSWERS)), HOSTILE)
    values = st.dictionaries(st.sampled_from(CODES), TEXTS)
    mode = draw(st.sampled_from(["quick", "full"]))
    name = draw(st.sampled_from(["assess", "differences", "agreed", "team"]))
    if name == "assess":
        return {"name": name, "arguments": [data, draw(answers), mode]}
    if name == "differences":
        return {"name": name, "arguments": [data, draw(answers), draw(answers), mode]}
    if name == "agreed":
        return {"name": name, "arguments": [data, draw(answers), draw(answers), draw(values), mode]}
    document = st.fixed_dictionaries(
        {"target": st.sampled_from([data["target"], data["target"], "KEY.junior"]), "answers": answers},
        optional={
            "id": st.sampled_from(["a", "b", "", 3, None]),
            "changed": st.sampled_from(["2026-01-01", "2026-02-01", 5]),
            "mode": st.sampled_from(["quick", "full", None]),
            "agreed": st.one_of(values, HOSTILE),
            "manager": st.one_of(st.fixed_dictionaries({"answers": answers}), HOSTILE),
        },
    )
    return {"name": name, "arguments": [data, draw(st.lists(st.one_of(document, document, HOSTILE), max_size=7)), 3]}


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(batch=st.lists(calls(), min_size=8, max_size=8))
def test_random_data_as_in_python(core: Window, batch: list[dict[str, Any]]) -> None:
    for call, answer in zip(batch, ask(core, batch), strict=True):
        assert answer == run(call)


FRACTIONS = st.lists(st.tuples(st.integers(-(10**30), 10**30), st.integers(1, 10**12)), min_size=1, max_size=200)


@settings(max_examples=30, suppress_health_check=list(HealthCheck))
@given(values=FRACTIONS)
def test_figures_are_written_as_in_python(core: Window, values: list[tuple[int, int]]) -> None:
    script = """pairs => pairs.map(([n, d]) => {
      const { exact, shown, plain } = rational;
      const value = exact(BigInt(n), BigInt(d));
      return [shown(value), plain(value)];
    })"""
    written = core.evaluate(script, [[str(n), str(d)] for n, d in values])
    assert written == [[shown(Fraction(n, d)), plain(Fraction(n, d))] for n, d in values]
