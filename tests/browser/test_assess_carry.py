"""A new release: what stays, what is to be looked at again, what is kept. People can read the cases in carry/."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from tests.browser.blank import blank_site, load
from tests.browser.lasting import watch

CASES = sorted((Path(__file__).parent / "carry").glob("*.yml"))
SCALES = {
    "six": {
        "name": "0–6分",
        "standard": "5",
        "ratings": [{"points": str(n), "name": ""} for n in range(7)],
        "exam": None,
    },
    "four": {
        "name": "四级",
        "standard": "3",
        "ratings": [{"points": str(n), "name": ""} for n in range(1, 5)],
        "exam": None,
    },
}
RATED = """([doc, data]) => {
  // as it is when a person has rated on that page: the store notes what was rated
  document.querySelectorAll('script[id]').forEach(one => one.remove());
  const script = document.createElement('script'); script.type = 'application/json'; script.id = 'lb-assess-data';
  script.textContent = JSON.stringify(data); document.body.append(script);
  const saved = levelbook.store.write({...levelbook.store.create(data), ...doc}); script.remove();
  if (!saved.ok) throw new Error(JSON.stringify(saved.problem));
  return saved.doc; }"""
CARRY = """([doc, data]) => {
  const before = JSON.stringify(doc); const found = levelbook.carry(doc, data);
  const again = levelbook.carry(found.doc, data);
  return {...found, pure: JSON.stringify(doc) === before, again: JSON.stringify(again) === JSON.stringify(found)}; }"""


@pytest.fixture(scope="module")
def tab(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with blank_site(tmp_path_factory.mktemp("blank")) as address:
        context = browser.new_context()
        page = context.new_page()
        troubles = watch(page)
        page.goto(address)
        load(page)
        yield page
        assert troubles == []
        context.close()


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def data(side: dict[str, Any], release: str) -> dict[str, Any]:
    """The data of a page from the short form of a case."""
    scales = {id: _scale(id, one) for id, one in (SCALES | side.get("scales", {})).items()}
    items = [_item(code, given, scales) for code, given in side["items"].items()]
    groups = {one["group"] for one in items}
    gone = {
        code: {"name": code, "text": "", "why": "", "replacedBy": []} | one
        for code, one in side.get("gone", {}).items()
    }
    forms = [
        {"id": form, "fields": [{"id": field} for field in fields]} for form, fields in side.get("forms", {}).items()
    ]
    return {
        "format": 1, "handbook": "手册", "release": release, "target": "TAM.grade-3", "title": "三级",
        "modes": ["quick", "full"], "scale": "six", "partScale": "four", "scales": scales,
        "groups": [{"id": one, "name": one, "parent": ""} for one in sorted(groups)],
        "items": items, "gone": gone, "plan": {"forms": forms} if forms else None, "words": {"store.series": "、"},
    }  # fmt: skip


def _scale(id: str, given: dict[str, Any]) -> dict[str, Any]:
    """A scale, with its mark; ratings may be written short, as points and names."""
    one = {"exam": None, **given}
    if isinstance(one["ratings"], dict):
        one["ratings"] = [{"points": points, "name": name} for points, name in one["ratings"].items()]
    return {**one, "hash": digest(json.dumps([id, one]))}


def _basis(item: dict[str, Any], scales: dict[str, Any]) -> dict[str, str]:
    """The marks of what the figures of an item rest on, as the planner makes them."""
    scale, parts = scales[item["scale"]], scales["four"]
    points, part_points = ([rating["points"] for rating in one["ratings"]] for one in (scale, parts))
    more = [scale["exam"], [one["weight"] for one in item["subjects"]]] if item["kind"] == "exam" else []
    return {
        "basis": "" if item["kind"] == "none" else digest(json.dumps([item["kind"], item["standard"], points, *more])),
        "partBasis": digest(json.dumps([item["standard"], points, parts["standard"], part_points])),
    }


def _item(code: str, given: Any, scales: dict[str, Any]) -> dict[str, Any]:
    item = given if isinstance(given, dict) else {"text": given}
    parts = [
        {"code": part, "text": text, "hash": digest(text), "negative": part in item.get("negative", ())}
        for part, text in item.get("parts", {}).items()
    ]
    text = item.get("text", "\n".join(part["text"] for part in parts))
    usual = {
        "name": code,
        "group": "基本能力",
        "kind": "rating",
        "scale": "six",
        "standard": "5",
        "weight": None,
        "subjects": [],
        "none": None,
    }
    made = usual | item | {"code": code, "text": text, "hash": digest(text), "parts": parts}
    return made | _basis(made, scales)


def answers(page: dict[str, Any], given: dict[str, Any]) -> dict[str, Any]:
    """Answers as somebody gives them on that page."""
    things = {
        thing["code"]: thing | {"name": thing.get("name", item["name"])}
        for item in page["items"]
        for thing in (item, *item["parts"])
    }
    return {code: _answer(things[code], one, page["release"]) for code, one in given.items()}


def _answer(thing: dict[str, Any], given: Any, release: str) -> dict[str, Any]:
    told = given if isinstance(given, dict) else {"points": given}
    points = {"points": str(told["points"])} if told.get("points") is not None else {}
    return told | points | {"hash": thing["hash"], "text": thing["text"], "name": thing["name"], "seen": release}


def document(case: dict[str, Any], page: dict[str, Any]) -> dict[str, Any]:
    before = case["before"]
    more = {key: before[key] for key in ("mode", "agreed", "plan") if key in before}
    return more | {
        "answers": answers(page, before["answers"]),
        "manager": {"name": "", "answers": answers(page, before.get("manager", {}))},
    }


def without(whole: dict[str, Any], told: dict[str, Any]) -> dict[str, Any]:
    return {key: whole.get(key) for key in told}


def flat(kept: dict[str, Any]) -> dict[str, Any]:
    return (kept["answer"] or {}) | {key: value for key, value in kept.items() if key != "answer"}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_cases(tab: Page, path: Path) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    first = data(case["before"], "1.0.0")
    doc = tab.evaluate(RATED, [document(case, first), first])
    if "between" in case:
        doc = tab.evaluate(CARRY, [doc, data(case["between"], "1.5.0")])["doc"]
    found = tab.evaluate(CARRY, [doc, data(case["now"], "2.0.0")])
    assert found["pure"] and found["again"], "carrying twice is carrying once, and changes nothing outside"
    after, look = found["doc"], found["look"]
    assert [without(one, told) for one, told in zip(look, case["look"], strict=True)] == case["look"]
    assert [one["who"] for one in look] == [told.get("who", "employee") for told in case["look"]]
    told = {code: one if isinstance(one, dict) else {"points": one} for code, one in case["answers"].items()}
    assert set(after["answers"]) == set(told)
    for code, one in told.items():
        assert without(after["answers"][code], one) == {
            key: str(value) if isinstance(value, int) else value for key, value in one.items()
        }
    assert [without(flat(one), told) for one, told in zip(after["kept"], case["kept"], strict=True)] == case["kept"]
    assert after["plan"] == case.get("plan", {})
    assert after["release"] == "2.0.0"


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_was_looked_at_is_settled(tab: Page, path: Path) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    first, now = data(case["before"], "1.0.0"), data(case["now"], "2.0.0")
    doc = tab.evaluate(RATED, [document(case, first), first])
    settled = tab.evaluate(
        """([doc, data]) => { const { doc: draft, look } = levelbook.carry(doc, data);
        for (const one of look) levelbook.carry.confirm(draft, one, data);
        const after = levelbook.carry(draft, data);
        return [after.look, levelbook.assessment.check(after.doc).wrong]; }""",
        [doc, now],
    )
    assert settled == [[], []]


def test_an_old_answer_is_taken_over_for_what_replaced_it(tab: Page) -> None:
    case = yaml.safe_load((Path(__file__).parent / "carry" / "replaced.yml").read_text(encoding="utf-8"))
    first, now = data(case["before"], "1.0.0"), data(case["now"], "2.0.0")
    doc = tab.evaluate(RATED, [document(case, first), first])
    after = tab.evaluate(
        """([doc, data]) => { const { doc: draft, look } = levelbook.carry(doc, data);
        levelbook.carry.adopt(draft, look[0], data); return levelbook.carry(draft, data); }""",
        [doc, now],
    )
    taken = after["doc"]["answers"]["TAM-DIG"]
    assert (taken["points"], taken["text"], taken["hash"]) == (
        "6",
        "会用办公系统收发文件。",
        digest("会用办公系统收发文件。"),
    )
    assert after["look"] == []
    assert [one["code"] for one in after["doc"]["kept"]] == ["TAM-FAX", "TAM-PAG"], "what was kept stays kept"


WORK = """([doc, data]) => {
  // what would be done again for every code: listing the page, going through all that is kept, comparing with all of it
  const work = { listed: 0, walked: 0, compared: 0 };
  const { same } = levelbook.assessment, { groups } = data, { filter, some, find } = Array.prototype;
  Object.defineProperty(data, 'groups', { get() { work.listed += 1; return groups; } });
  levelbook.assessment.same = (one, other) => { work.compared += 1; return same(one, other); };
  for (const [name, way] of Object.entries({ filter, some, find })) {
    Array.prototype[name] = function (...given) { work.walked += this.length; return way.apply(this, given); };
  }
  try {
    const { doc: draft, look } = levelbook.carry(doc, data);
    for (const one of look) levelbook.carry.confirm(draft, one, data);
    levelbook.carry(draft, data);
    return { ...work, looked: look.length, kept: draft.kept.length };
  } finally { Object.assign(Array.prototype, { filter, some, find }); levelbook.assessment.same = same; } }"""


def test_work_grows_with_the_file_and_not_with_its_square(tab: Page) -> None:
    def work(n: int) -> dict[str, int]:
        page = data({"items": {f"TAM-A{at}": f"第{at}项" for at in range(20)}}, "1.0.0")
        unknown = {f"ZZZ-X{at}": {"points": "3", "evidence": f"第{at}次"} for at in range(n)}
        doc = tab.evaluate("data => levelbook.store.create(data)", page) | {"answers": unknown}
        counted: dict[str, int] = tab.evaluate(WORK, [doc, page])
        assert (counted["kept"], counted["looked"]) == (n, n), "nothing of it is lost, and all is told"
        return counted

    few, many = work(200), work(800)
    assert many["listed"] == few["listed"]
    assert many["compared"] <= 5 * few["compared"]
    assert many["walked"] <= 5 * few["walked"]


def test_another_target_is_left_alone(tab: Page) -> None:
    page = data({"items": {"TAM-ACH": "一"}}, "1.0.0")
    doc = tab.evaluate("data => levelbook.store.create(data)", page) | {"answers": {"ZZZ-AAA": {"points": "3"}}}
    assert tab.evaluate(CARRY, [doc, page | {"target": "TAM.grade-2"}])["doc"] == doc


def _pages() -> st.SearchStrategy[dict[str, Any]]:
    codes = [f"TAM-{letter * 3}" for letter in "ABCDE"]
    item = st.fixed_dictionaries(
        {
            "text": st.sampled_from(["一", "二", "三"]),
            "group": st.sampled_from(["甲", "乙"]),
            "standard": st.sampled_from(["3", "4"]),
        }
        | {
            "scale": st.sampled_from(["six", "six", "four"]),
            "kind": st.sampled_from(["rating"] * 6 + ["exam", "none", "condition"]),
        }
        | {
            "parts": st.dictionaries(
                st.sampled_from([f"TAM-AAA-0{n}" for n in range(1, 5)]), st.sampled_from(["子", "丑"]), max_size=2
            )
        },
    )
    gone = st.fixed_dictionaries({"why": st.just("并入"), "replacedBy": st.lists(st.sampled_from(codes), max_size=2)})
    return st.fixed_dictionaries(
        {
            "items": st.dictionaries(st.sampled_from(codes), item, max_size=5),
            "gone": st.dictionaries(st.sampled_from(codes), gone, max_size=3),
        }
    )


def _once_each(page: dict[str, Any]) -> dict[str, Any]:
    """A code of a part stands once on a page."""
    seen: set[str] = set()
    for item in page["items"].values():
        item["parts"] = {code: text for code, text in item["parts"].items() if code not in seen}
        seen |= set(item["parts"])
    page["gone"] = {code: one for code, one in page["gone"].items() if code not in page["items"]}
    return page


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pages=st.lists(_pages(), min_size=2, max_size=5), mode=st.sampled_from(["quick", "full"]))
def test_through_any_releases_nothing_vanishes(tab: Page, pages: list[dict[str, Any]], mode: str) -> None:
    made = [data(_once_each(page), f"{number}.0.0") for number, page in enumerate(pages, start=1)]
    things = [thing["code"] for item in made[0]["items"] if item["kind"] != "none" for thing in (item, *item["parts"])]
    told = {code: {"points": "3", "evidence": f"<例{number}>"} for number, code in enumerate(things)}
    doc = tab.evaluate(
        RATED,
        [
            {
                "mode": mode,
                "answers": answers(made[0], told),
                "manager": {"name": "", "answers": answers(made[0], told)},
            },
            made[0],
        ],
    )
    for page in made[1:]:
        found = tab.evaluate(CARRY, [doc, page])
        assert found["pure"] and found["again"]
        doc = found["doc"]
        assert tab.evaluate("doc => levelbook.assessment.check(doc).wrong", doc) == []
        for code, one in told.items():
            places = [
                doc["answers"].get(code),
                *(kept["answer"] for kept in doc["kept"] if kept["code"] == code and "who" not in kept),
            ]
            assert any(place and place["evidence"] == one["evidence"] for place in places)
            assert any(place and place["points"] == "3" for place in places)
            assert json.dumps(doc, ensure_ascii=False).count(one["evidence"]) >= 2, "the manager's too"
