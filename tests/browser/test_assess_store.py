"""Keeping assessments in a real browser: nothing is lost, whatever is typed, opened, damaged or done in two tabs."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.blank import STATIC, blank_site, load
from tests.browser.lasting import holding, watch

SCHEMA = json.loads((STATIC / "assessment-1.schema.json").read_text(encoding="utf-8"))
DATA = {
    "format": 1,
    "handbook": "能力标准手册",
    "release": "1.0.0",
    "target": "TAM.grade-3",
    "title": "政企客户经理　客户经理3级",
    "modes": ["quick", "full"],
    "groups": [],
    "items": [],
    "scales": {},
}
FULL = {
    "levelbook": "assessment",
    "format": 1,
    "handbook": "能力标准手册",
    "release": "1.0.0",
    "target": "TAM.grade-3",
    "title": "客户经理3级",
    "id": "0123456789abcdef",
    "name": "下半年",
    "created": "2026-07-01T08:00:00.000Z",
    "changed": "2026-07-02T08:00:00.000Z",
    "finished": None,
    "mode": "full",
    "blind": True,
    "period": "",
    "answers": {
        "TAM-ACH": {
            "points": "4.5",
            "evidence": "一件事",
            "date": "2026-06-30",
            "hash": "0123456789abcdef",
            "pick": True,
            "basis": "00112233445566aa",
            "scaleHash": "ffeeddccbbaa0011",
            "weight": "10",
        },
        "TAM-ACH-02": {"points": "3", "basis": "00112233445566aa-", "negative": True},
        "TAM-LAW": {
            "points": None,
            "basis": "",
            "papers": {"法规": "60", "业务": None},
            "marks": {"法规": "80", "业务": "7e1"},
            "mark": "82",
            "na": "没有考",
            "unseen": True,
        },
    },
    "manager": {"name": "", "answers": {"TAM-ACH": {"points": "4"}}},
    "agreed": {"TAM-ACH": "4"},
    "plan": {"goals": [{"@id": "r1", "goal": "多听", "kinds": ["培训", "实践"], "done": True}]},
    "kept": [
        {"code": "TAM-OLD", "name": "旧", "text": "旧话", "answer": {"points": "3"}, "why": "retired", "since": "1.0.0"}
    ],
    "scales": {
        "ffeeddccbbaa0011": {
            "name": "0–6分",
            "standard": "5",
            "ratings": [{"points": "5", "name": "达标"}],
            "exam": {"outOf": "100", "round": "half-up", "bands": [{"from": "81", "points": "5"}]},
        }
    },
    "result": {"mean": "4.38", "groups": [{"id": "basic", "name": "基本", "mean": None}], "done": 2, "of": 3},
    "note": {"unknown": ["to us", 1, None]},
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with blank_site(tmp_path_factory.mktemp("blank")) as address:
        yield address


@pytest.fixture
def blank(page: Page, site: str) -> Page:
    """An empty page with the scripts of keeping."""
    page.goto(site)
    load(page)
    return page


@pytest.fixture(scope="module")
def reader(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A page for what only reads; one for all tests."""
    with holding(browser, tmp_path_factory.mktemp("reader")) as page:
        yield page


def parse(page: Page, value: Any, handbook: str | None = None) -> dict[str, Any]:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return page.evaluate("([text, name]) => levelbook.store.parse(text, name || undefined)", [text, handbook])


# ---- documents and files


def test_a_document_is_written_and_read_without_a_difference(reader: Page) -> None:
    found = parse(reader, FULL)
    assert "problem" not in found
    doc = found["doc"]
    for key, value in FULL.items():
        if key not in ("answers", "manager", "kept", "result"):
            assert doc[key] == value
    assert doc["answers"]["TAM-ACH"] | FULL["answers"]["TAM-ACH"] == doc["answers"]["TAM-ACH"]
    text = reader.evaluate("doc => levelbook.store.text(doc)", doc)
    assert parse(reader, text)["doc"] == doc
    shuffled = dict(reversed(doc.items())) | {"answers": dict(reversed(doc["answers"].items()))}
    assert reader.evaluate("doc => levelbook.store.text(doc)", shuffled) == text, "the order in memory does not matter"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "empty"),
        ("  \n", "empty"),
        ("PK\x03\x04", "not_json"),
        ("姓名,分数\n", "not_json"),
        ("<!doctype html>", "not_json"),
        ('{"levelbook": "assessment", "for', "cut"),
        ('{"levelbook": assessment}', "damaged"),
        ("[]", "not_ours"),
        ("null", "not_ours"),
        ('{"openapi": "3.0"}', "not_ours"),
        ('{"levelbook": "assessment", "format": 2}', "newer"),
        ('{"levelbook": "assessment"}', "format_unknown"),
        ('{"levelbook": "assessment", "format": "1"}', "format_unknown"),
        ('{"levelbook": "assessment", "format": 1}', "broken"),
        ("[" * 200_000 + "]" * 200_000, "not_json"),
        ('{"levelbook": "assessment", "format": 1, "x": ' + "[" * 200_000 + "]" * 200_000 + "}", "damaged"),
        ('"' + "x" * 3_000_000 + '"', "too_big"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(reader: Page, text: str, key: str) -> None:
    assert parse(reader, text)["problem"]["key"] == key


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("id", "../../etc"),
        ("target", ""),
        ("changed", "yesterday"),
        ("mode", "turbo"),
        ("blind", "yes"),
        ("answers", [1, 2]),
        ("answers.TAM-ACH", "5"),
        ("answers.TAM-ACH.points", 5),
        ("answers.TAM-ACH.points", "5; drop table"),
        ("answers.TAM-ACH.evidence", {"a": 1}),
        ("answers.TAM-ACH.marks", "80"),
        ("answers.TAM-ACH.date", "30.6.2026"),
        ("answers.TAM-ACH.hash", "zz"),
        ("manager.answers.TAM-ACH.unseen", 1),
        ("agreed.TAM-ACH", 4),
        ("plan", []),
        ("plan.goals", {}),
        ("plan.goals.0", "text"),
        ("plan.goals.0.goal", 7),
        ("kept", {}),
        ("kept.0.answer", "3"),
        ("result", "4.38"),
    ],
)
def test_broken_fields_are_named_and_the_rest_can_be_read(reader: Page, path: str, value: Any) -> None:
    broken = json.loads(json.dumps(FULL))
    at: Any = broken
    *way, last = path.split(".")
    for key in way:
        at = at[int(key)] if isinstance(at, list) else at[key]
    at[int(last) if isinstance(at, list) else last] = value
    found = parse(reader, broken)
    assert found["problem"]["key"] == "broken"
    assert path in found["problem"]["facts"]["fields"]
    assert not Draft7Validator(SCHEMA).is_valid(broken)
    if path == "target":
        return
    rest = found["rest"]
    Draft7Validator(SCHEMA).validate(rest)
    assert "problem" not in parse(reader, rest)
    if not path.startswith("answers"):
        assert rest["answers"]["TAM-ACH"]["evidence"] == "一件事"


def test_documents_of_the_store_fit_the_schema(blank: Page) -> None:
    Draft7Validator.check_schema(SCHEMA)
    made = blank.evaluate(
        """data => { const made = levelbook.store.create(data); made.answers['TAM-ACH'] = {points: '4', evidence: '好'};
        return levelbook.store.write(made).doc; }""",
        DATA,
    )
    for doc in (made, parse(blank, FULL)["doc"], FULL):
        Draft7Validator(SCHEMA).validate(doc)


def test_every_field_of_the_store_stands_in_the_schema(reader: Page) -> None:
    doc = parse(reader, FULL)["doc"]
    assert set(doc) - {"note"} | {"known"} == set(SCHEMA["properties"])
    assert set(doc["answers"]["TAM-ACH"]) <= set(SCHEMA["definitions"]["answer"]["properties"])


def test_keys_that_mean_something_to_objects_are_harmless(blank: Page) -> None:
    text = json.dumps(FULL).replace('"TAM-LAW"', '"constructor"').replace('"note"', '"__proto__"')
    text = text.replace('"TAM-ACH": {"points": "4.5"', '"__proto__": {"points": "6"}, "TAM-ACH": {"points": "4.5"')
    doc = parse(blank, text)["doc"]
    assert set(doc["answers"]) == {"TAM-ACH", "TAM-ACH-02", "constructor"}
    assert (
        blank.evaluate(
            "doc => levelbook.store.write(doc).ok && levelbook.store.read(doc.id).doc.answers.constructor.mark", doc
        )
        == "82"
    )
    assert blank.evaluate(
        "({}).points === undefined && ({}).unknown === undefined && Object.getPrototypeOf({}) === Object.prototype"
    )


def test_another_handbook_is_named_and_can_be_opened_all_the_same(reader: Page) -> None:
    found = parse(reader, FULL, "别家手册")
    assert found["problem"] == {"key": "other_handbook", "facts": {"theirs": "能力标准手册", "ours": "别家手册"}}
    assert found["rest"]["answers"]


def test_a_file_of_50_megabytes_is_not_even_read(reader: Page) -> None:
    found = reader.evaluate(
        """async () => { const file = new File([new Uint8Array(50 * 1024 * 1024)], 'a.json');
        const read = () => { throw new Error('read'); };
        for (const way of ['text', 'arrayBuffer', 'bytes', 'stream', 'slice']) file[way] = read;
        for (const way of ['readAsText', 'readAsArrayBuffer', 'readAsDataURL']) FileReader.prototype[way] = read;
        return levelbook.store.open(file); }"""
    )
    assert found["problem"] == {"key": "too_big", "facts": {"size": "50.0", "limit": 2}}


def test_the_name_of_a_file_has_no_person_in_it(reader: Page) -> None:
    doc = FULL | {"name": "张三", "manager": {"name": "李四", "answers": {}}}
    assert reader.evaluate("doc => levelbook.store.fileName(doc)", doc) == "TAM.grade-3-2026-07-02.json"
    assert (
        reader.evaluate("doc => levelbook.store.fileName(doc)", doc | {"target": "../a b/张"})
        == "..-a-b-张-2026-07-02.json"
    )


def test_a_file_is_handed_over(blank: Page) -> None:
    with blank.expect_download() as waiting:
        blank.evaluate("doc => levelbook.download(levelbook.store.fileName(doc), levelbook.store.blob(doc))", FULL)
    assert waiting.value.suggested_filename == "TAM.grade-3-2026-07-02.json"
    saved = Path(waiting.value.path()).read_text(encoding="utf-8")
    assert json.loads(saved)["answers"]["TAM-ACH"]["evidence"] == "一件事"


# ---- the shelf


def test_several_stand_side_by_side_and_outlast_the_page(blank: Page, site: str) -> None:
    blank.evaluate(
        """data => { for (const name of ['一', '二', '三'])
        levelbook.store.write({...levelbook.store.create(data), name}); }""",
        DATA,
    )
    blank.goto(site)
    load(blank)
    assert {one["name"] for one in blank.evaluate("levelbook.store.list()")} == {"三", "二", "一"}
    blank.evaluate("levelbook.store.remove(levelbook.store.list().find(one => one.name === '二').id)")
    assert {one["name"] for one in blank.evaluate("levelbook.store.list()")} == {"三", "一"}
    blank.evaluate("levelbook.store.clear()")
    assert blank.evaluate("Object.keys(localStorage).filter(key => key.startsWith('levelbook'))") == []


def test_the_last_changed_stands_first(blank: Page) -> None:
    for number in (1, 3, 2):
        doc = FULL | {"id": f"{number:016d}", "changed": f"2026-07-0{number}T08:00:00.000Z"}
        blank.evaluate("doc => levelbook.store.take(doc)", parse(blank, doc)["doc"])
    assert [one["changed"][9] for one in blank.evaluate("levelbook.store.list()")] == ["3", "2", "1"]


def test_beginning_alone_saves_nothing(blank: Page) -> None:
    blank.evaluate("data => levelbook.store.create(data)", DATA)
    assert blank.evaluate("localStorage.length") == 0


def test_a_file_never_overwrites_unasked(blank: Page) -> None:
    assert parse(blank, FULL)["same"] is False
    blank.evaluate("doc => levelbook.store.take(doc)", parse(blank, FULL)["doc"])
    other = FULL | {"name": "另一份"}
    assert parse(blank, other)["same"] is True
    blank.evaluate("doc => levelbook.store.take(doc)", parse(blank, other)["doc"])
    assert {one["name"] for one in blank.evaluate("levelbook.store.list()")} == {"下半年", "另一份"}
    blank.evaluate("doc => levelbook.store.take(doc, 'replace')", parse(blank, FULL | {"name": "替换"})["doc"])
    names = {one["id"]: one["name"] for one in blank.evaluate("levelbook.store.list()")}
    assert len(names) == 2 and names[FULL["id"]] == "替换"


def test_a_finished_one_does_not_change_and_another_can_be_begun_from_it(blank: Page) -> None:
    blank.evaluate("doc => levelbook.store.take(doc)", parse(blank, FULL)["doc"])
    done = blank.evaluate("id => levelbook.store.finish(id).doc", FULL["id"])
    assert done["finished"]
    for change in (
        "draft.answers['TAM-ACH'].points = '6'",
        "draft.finished = null",
        "draft.manager.answers = {}",
        "delete draft.answers['TAM-LAW']",
    ):
        tried = blank.evaluate(
            f"doc => {{ const draft = structuredClone(doc); {change}; return levelbook.store.write(draft); }}", done
        )
        assert tried["problem"]["key"] == "finished", (change, tried["problem"])
        assert blank.evaluate("id => levelbook.store.read(id).doc", FULL["id"]) == done
    assert blank.evaluate("doc => levelbook.store.write({...doc, name: '名', plan: {goals: []}}).ok", done)
    again = blank.evaluate("doc => levelbook.store.copy(doc, true)", done)
    assert again["id"] != done["id"] and again["finished"] is None
    assert again["answers"] == done["answers"]
    assert (again["manager"]["answers"], again["agreed"], again["plan"]) == ({}, {}, {})
    whole = blank.evaluate("doc => levelbook.store.copy(doc)", done)
    assert whole["manager"] == done["manager"] and whole["plan"] == done["plan"]


# ---- trouble


def test_full_storage_for_real(blank: Page) -> None:
    made = blank.evaluate(
        """data => { const doc = levelbook.store.write(levelbook.store.create(data)).doc;
        let size = 1 << 20; let n = 0;
        while (size) { try { localStorage.setItem('other-' + n++, 'x'.repeat(size)); } catch (e) { size >>= 1; } }
        const draft = structuredClone(doc); draft.answers['TAM-ACH'] = {points: '4', evidence: '长'.repeat(1000)};
        return [doc, levelbook.store.write(draft)]; }""",
        DATA,
    )
    doc, written = made
    assert written["problem"]["key"] == "full"
    stored = json.loads(blank.evaluate("id => localStorage.getItem('levelbook.assess.' + id)", doc["id"]))
    assert stored["answers"] == {}, "what was saved before is still there"
    assert blank.evaluate("levelbook.store.list()[0].unsaved") is True
    held = blank.evaluate("id => levelbook.store.read(id).doc", doc["id"])
    assert held["answers"]["TAM-ACH"]["points"] == "4"
    after = blank.evaluate(
        """doc => { for (const key of Object.keys(localStorage))
        if (key.startsWith('other-')) localStorage.removeItem(key);
        doc.answers['TAM-ACH'].points = '5'; return levelbook.store.write(doc); }""",
        held,
    )
    assert after["ok"] and after["doc"]["kept"] == []
    assert blank.evaluate("levelbook.store.list()[0].unsaved") is None


def test_storage_switched_off(context: BrowserContext, site: str) -> None:
    page = context.new_page()
    troubles = watch(page)
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }});"
    )
    page.goto(site)
    load(page)
    assert page.evaluate("levelbook.store.works()") is False
    assert page.evaluate("[levelbook.store.list(), levelbook.store.damaged()]") == [[], []]
    doc = page.evaluate(
        """data => { const d = levelbook.store.create(data); d.answers.X = {points: '3'};
        return levelbook.store.write(d); }""",
        DATA,
    )
    assert doc["problem"]["key"] == "off"
    assert page.evaluate("id => levelbook.store.read(id).doc.answers.X.points", doc["doc"]["id"]) == "3"
    page.evaluate("levelbook.store.clear()")
    assert page.evaluate("levelbook.store.list()") == []
    assert troubles == []


def test_a_damaged_document_is_put_aside_and_what_can_be_read_stays(blank: Page) -> None:
    doc = parse(blank, FULL)["doc"]
    key = f"levelbook.assess.{FULL['id']}"
    text = json.dumps(doc).replace('"points": "4.5"', '"points": [4]')
    blank.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, text])
    found = blank.evaluate("id => levelbook.store.read(id)", FULL["id"])
    assert found["note"]["key"] == "broken" and "answers.TAM-ACH.points" in found["note"]["facts"]["fields"]
    assert found["doc"]["answers"]["TAM-ACH"]["evidence"] == "一件事"
    assert "note" not in blank.evaluate("id => levelbook.store.read(id)", FULL["id"])
    assert [
        blank.evaluate("key => levelbook.store.damagedText(key)", one["key"])
        for one in blank.evaluate("levelbook.store.damaged()")
    ] == [text]
    blank.evaluate("key => localStorage.setItem(key, '{\"levelbook')", key)
    assert blank.evaluate("id => levelbook.store.read(id).problem.key", FULL["id"]) == "stored_damaged"
    assert blank.evaluate("levelbook.store.list()") == []
    assert len(blank.evaluate("levelbook.store.damaged()")) == 2
    blank.evaluate("levelbook.store.removeDamaged(levelbook.store.damaged()[0].key)")
    assert len(blank.evaluate("levelbook.store.damaged()")) == 1


def test_many_damaged_at_once_are_all_put_aside(blank: Page) -> None:
    blank.evaluate(
        "for (let n = 0; n < 9; n++) localStorage.setItem(`levelbook.assess.000000000000000${n}`, `{${n}`)",
    )
    assert blank.evaluate("levelbook.store.list()") == []
    texts = blank.evaluate("levelbook.store.damaged().map(one => levelbook.store.damagedText(one.key))")
    assert sorted(texts) == [f"{{{n}" for n in range(9)]


def test_a_newer_document_in_storage_is_left_alone(blank: Page) -> None:
    key, text = f"levelbook.assess.{FULL['id']}", json.dumps(FULL | {"format": 2})
    blank.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, text])
    assert blank.evaluate("id => levelbook.store.read(id).problem.key", FULL["id"]) == "newer"
    assert blank.evaluate("doc => levelbook.store.write(doc).problem.key", parse(blank, FULL)["doc"]) == "newer"
    assert [one["at"] for one in blank.evaluate("levelbook.store.damaged()")] == [""]
    assert blank.evaluate("key => levelbook.store.damagedText(key)", key) == text
    for how in ("both", "replace"):
        taken = blank.evaluate("([doc, how]) => levelbook.store.take(doc, how)", [parse(blank, FULL)["doc"], how])
        assert taken["ok"] and taken["doc"]["id"] != FULL["id"], "a file does not take its place either"
    assert blank.evaluate("key => localStorage.getItem(key)", key) == text


def test_which_tab_wrote_what_stays_in_this_browser(blank: Page) -> None:
    doc = parse(blank, FULL | {"tabs": {"0a0b0c0d": "2099-01-01T00:00:00.000Z"}})["doc"]
    taken = blank.evaluate("doc => levelbook.store.take(doc).doc", doc)
    assert "tabs" not in taken, "what a file says of tabs is nothing to us"
    written = blank.evaluate("doc => levelbook.store.write({...doc, name: '新'}).doc", taken)
    assert list(written["tabs"].values()) == [written["changed"]]
    assert "tabs" not in json.loads(blank.evaluate("doc => levelbook.store.text(doc)", written))
    assert "tabs" not in blank.evaluate("doc => levelbook.store.copy(doc)", written)


def test_tabs_of_days_ago_are_not_carried_along(blank: Page) -> None:
    written = blank.evaluate(
        "doc => levelbook.store.write(levelbook.store.take(doc).doc).doc", parse(blank, FULL)["doc"]
    )
    [mine] = written["tabs"]
    old = written | {"tabs": {"0a0b0c0d": "2026-07-01T08:00:00.000Z"} | written["tabs"]}
    blank.evaluate("doc => localStorage.setItem(`levelbook.assess.${doc.id}`, JSON.stringify(doc))", old)
    after = blank.evaluate("id => levelbook.store.write(levelbook.store.read(id).doc).doc", FULL["id"])
    assert list(after["tabs"]) == [mine] and after["kept"] == written["kept"]


def test_the_last_moment_that_can_be_written_does_no_harm(blank: Page) -> None:
    doc = parse(blank, FULL | {"changed": "9999-12-31T23:59:59.999Z"})["doc"]
    blank.evaluate("doc => levelbook.store.take(doc)", doc)
    for name in ("一", "二"):
        written = blank.evaluate("([id, name]) => levelbook.store.rename(id, name)", [FULL["id"], name])
        assert written["ok"]
    assert blank.evaluate("id => levelbook.store.read(id)", FULL["id"])["doc"]["name"] == "二"


def test_what_does_not_fit_is_not_saved(blank: Page) -> None:
    written = blank.evaluate("doc => levelbook.store.write({...doc, answers: {A: {points: 4}}})", FULL)
    assert written["problem"] == {"key": "not_fit", "facts": {"fields": ["answers.A.points"]}}
    long = blank.evaluate("doc => levelbook.store.write({...doc, answers: {A: {evidence: '长'.repeat(1e6)}}})", FULL)
    assert long["problem"]["key"] == "too_big"
    assert blank.evaluate("localStorage.length") == 0
