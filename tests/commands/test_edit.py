"""Pairs and items are changed by position: what comes out, for every way in which people write lists and braces."""

from typing import Any

import pytest

from levelbook.loading.edit.rewrite import MAX_LINE_WIDTH, append, change, flow, line_end, line_start, scalar, set_pairs
from levelbook.loading.nodes import Mapping
from levelbook.loading.parser import compose

ITEM = {"id": "b", "rows": {"x": {"n": "1"}}}
LINES = ["id: b", "rows:", "  x: {n: 1}"]


def tree(text: str) -> Mapping:
    root = compose("f", text).root
    assert isinstance(root, Mapping)
    return root


def plain(node: Any) -> Any:
    if isinstance(node, dict):
        return {str(key): plain(value) for key, value in node.items()}
    return [plain(one) for one in node] if isinstance(node, list) else str(node)


BLOCK = "- id: b\n{0}  rows:\n{0}    x: {{n: 1}}\n"
APPENDED = [
    ("list:\n  - id: a\n", "list:\n  - id: a\n  " + BLOCK.format("  ")),
    ("list:\n- id: a\n", "list:\n- id: a\n" + BLOCK.format("")),
    ("list:\n    - id: a\n", "list:\n    - id: a\n    " + BLOCK.format("    ")),
    ("list:\n  - {id: a}  # one\nmore: 1\n", "list:\n  - {id: a}  # one\n  " + BLOCK.format("  ") + "more: 1\n"),
    (
        "list:\n  - id: a\n    # of a\n  # of the list\n\nmore: 1\n",
        "list:\n  - id: a\n    # of a\n  " + BLOCK.format("  ") + "  # of the list\n\nmore: 1\n",
    ),
    ("list:\n  - id: |\n      a\n\n", "list:\n  - id: |\n      a\n  " + BLOCK.format("  ") + "\n"),
    ("list: []  # none\nmore: 1\n", "list:  # none\n  " + BLOCK.format("  ") + "more: 1\n"),
    ("list: [{id: a}]\n", "list: [{id: a}, {id: b, rows: {x: {n: 1}}}]\n"),
    ("list: [\n  {id: a},\n]\n", "list: [\n  {id: a}, {id: b, rows: {x: {n: 1}}},\n]\n"),
    ("more:\n  - 1\n", "more:\n  - 1\nlist:\n  " + BLOCK.format("  ")),
    ("more: 1", "more: 1\nlist:\n  " + BLOCK.format("  ").rstrip("\n")),
]


@pytest.mark.parametrize(("before", "after"), APPENDED)
def test_append(before: str, after: str) -> None:
    root = tree(before)
    changed = change(before, [append(before, root, "list", LINES, ITEM)])
    assert changed == after
    meant = plain(root)
    meant.setdefault("list", []).append(ITEM)
    assert plain(tree(changed)) == meant


def test_append_keeps_the_line_endings_of_the_file() -> None:
    text = "list:\r\n  - id: a\r\n"
    assert change(text, [append(text, tree(text), "list", ["id: b"], {})]) == "list:\r\n  - id: a\r\n  - id: b\r\n"


NEW, MORE, OTHER, GONE = {"y": "2"}, {"y": "2", "z": "3"}, {"x": "9"}, {"x": None}
PAIRS: list[tuple[str, dict[str, str | None], str]] = [
    ("{id: a, level: l}", {**NEW}, "{id: a, level: l, required: {y: 2}}"),
    ("{id: a, level: l, role: r}", {**NEW}, "{id: a, level: l, required: {y: 2}, role: r}"),
    ("{id: a}", {**NEW}, "{id: a, required: {y: 2}}"),
    ("{id: a, level: l}", {**GONE}, "{id: a, level: l}"),
    ("{id: a, required: {}, role: r}", {**NEW}, "{id: a, required: {y: 2}, role: r}"),
    ("id: a\n  required: {}  # none", {**NEW}, "id: a\n  required: {y: 2}  # none"),
    ("{id: a, required: {}}", {**GONE}, "{id: a, required: {}}"),
    ("{id: a, required: {x: 1}}", {**OTHER}, "{id: a, required: {x: 9}}"),
    ("{id: a, required: {x: 1}}", {**MORE}, "{id: a, required: {x: 1, y: 2, z: 3}}"),
    ("{id: a, required: {x: 1}, role: r}", {**GONE}, "{id: a, role: r}"),
    ("{id: a, required: {x: 1}}", {**GONE}, "{id: a}"),
    ("{required: {x: 1}, id: a}", {**GONE}, "{id: a}"),
    ("{id: a, required: {x: 1}}", {**GONE, **NEW}, "{id: a, required: {y: 2}}"),
    ("{id: a, required: {x: 1, w: 1}}", {**GONE, **NEW}, "{id: a, required: {w: 1, y: 2}}"),
    ("{id: a, required: {w: 1, x: 1}}", {**GONE, **NEW}, "{id: a, required: {w: 1, y: 2}}"),
    ("{id: a, required: {v: 1, w: 1, x: 1}}", {"w": None, "x": None}, "{id: a, required: {v: 1}}"),
    ("{id: a, required: {x: 1, v: 1, w: 1}}", {"w": None, "x": None}, "{id: a, required: {v: 1}}"),
    (
        "{id: a, required: {\n    w: 1,\n    x: 1}}",
        {**NEW},
        "{id: a, required: {\n    w: 1,\n    x: 1,\n    y: 2}}",
    ),
    ("id: a\n  level: l  # so\n  role: r", {**NEW}, "id: a\n  level: l  # so\n  required:\n    y: 2\n  role: r"),
    ("id: a\n  required:\n    x: 1  # why", {**NEW}, "id: a\n  required:\n    x: 1  # why\n    y: 2"),
    ("id: a\n  required:\n    x: 1\n    w: 1", {**GONE}, "id: a\n  required:\n    w: 1"),
    ("id: a\n  required:\n    x: 1\n    w: 1", {**GONE, **NEW}, "id: a\n  required:\n    w: 1\n    y: 2"),
    ("id: a\n  required:\n    x: 1", {**GONE, **NEW}, "id: a\n  required:\n    y: 2"),
    ("id: a\n  required:\n    x: 1\n  role: r", {**GONE}, "id: a\n  role: r"),
    ("id: a\n  required: {x: 1}\n  role: r", {**GONE}, "id: a\n  role: r"),
]


@pytest.mark.parametrize("break_", ["\n", "\r\n"])
@pytest.mark.parametrize(("before", "wanted", "after"), PAIRS)
def test_pairs(before: str, wanted: dict[str, str | None], after: str, break_: str) -> None:
    frame = "# first\nlist:\n- {0}\n- other: 1  # last\n"
    text, right = (frame.format(one).replace("\n", break_) for one in (before, after))
    changed = change(text, list(set_pairs(text, tree(text).at("list")[0], "required", "level", wanted)))
    assert changed == right
    tree(changed)


@pytest.mark.parametrize("before", ["id: a\n  required:\n    x: 1  # why", "required: {x: 1}\n  id: a"])
def test_no_comment_and_no_dash_goes(before: str) -> None:
    text = f"list:\n- {before}\n"
    with pytest.raises(ValueError, match="would go"):
        list(set_pairs(text, tree(text).at("list")[0], "required", "level", {"x": None}))


@pytest.mark.parametrize("braces", ["{x: 1,  # why\n    }", "{  # none yet\n    }"])
def test_no_comment_goes_with_what_stands_in_its_place(braces: str) -> None:
    text = f"list:\n- {{id: a, required: {braces}}}\n"
    with pytest.raises(ValueError, match="would go"):
        list(set_pairs(text, tree(text).at("list")[0], "required", "level", {"x": None, "y": "2"}))


def test_long_braces_have_a_line_for_each_pair() -> None:
    text = "list:\n  - {id: a, level: l}\n"
    wanted: dict[str, str | None] = {f"competency-number-{at}": "intermediate" for at in range(4)}
    changed = change(text, list(set_pairs(text, tree(text).at("list")[0], "required", "level", wanted)))
    assert changed.splitlines()[1] == "  - {id: a, level: l, required: {"
    assert changed.splitlines()[2] == "      competency-number-0: intermediate,"
    assert plain(tree(changed))["list"][0]["required"] == wanted


@pytest.mark.parametrize(("more", "lines"), [(0, 1), (1, 3)])
def test_several_pairs_have_a_line_each_only_where_one_line_would_be_too_long(more: int, lines: int) -> None:
    text = "list:\n  - {id: a}\n"
    rest = len("  - {id: a}, required: {: 1, b: 2}")
    wanted: dict[str, str | None] = {"k" * (MAX_LINE_WIDTH - rest + more): "1", "b": "2"}
    changed = change(text, list(set_pairs(text, tree(text).at("list")[0], "required", "level", wanted)))
    assert len(changed.splitlines()) == 1 + lines
    assert plain(tree(changed))["list"][0]["required"] == wanted


def test_one_pair_stays_in_its_line() -> None:
    text = "list:\n  - {id: a}\n"
    wanted: dict[str, str | None] = {"k" * MAX_LINE_WIDTH: "1"}
    changed = change(text, list(set_pairs(text, tree(text).at("list")[0], "required", "level", wanted)))
    assert changed == f"list:\n  - {{id: a, required: {{{'k' * MAX_LINE_WIDTH}: 1}}}}\n"


@pytest.mark.parametrize(
    ("text", "index", "start", "end"),
    [("ab", 1, 0, 2), ("\nab", 2, 1, 3), ("\rab", 2, 1, 3), ("ab\r\ncd", 4, 4, 6), ("a\nb\nc", 2, 2, 3)],
)
def test_where_a_line_begins_and_ends(text: str, index: int, start: int, end: int) -> None:
    assert (line_start(text, index), line_end(text, index)) == (start, end)


@pytest.mark.parametrize(
    "text", ["客户经理3级（2026年11月）", "a: b", "a #b", "- a", "'", "null", "{a", "a,b", "no", "é à"]
)
def test_a_text_reads_back_as_it_is(text: str) -> None:
    for written in (f"key: {scalar(text)}\n", f"key: {flow({'k': text})}\n"):
        value = tree(written).at("key")
        assert (value.at("k") if isinstance(value, Mapping) else value) == text
