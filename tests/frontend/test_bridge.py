"""The windows without a page in which scripts are asked."""

import pytest

from tests.node import Node, NodeError, Window

TOLD = (
    "() => { window.told = []; window.addEventListener('storage', ({key, newValue}) => told.push([key, newValue])); }"
)


def test_expressions_functions_and_promises_are_answered(window: Window) -> None:
    assert window.evaluate("1 + 1") == 2
    assert window.evaluate("({a, b}) => [a, b, undefined]", {"a": "\ud800", "b": None}) == ["\ud800", None, None]
    assert window.evaluate("async n => n + 1", 1) == 2
    assert window.evaluate("undefined") is None
    assert window.evaluate("() => ({ map: new Map([['a', 1]]), set: new Set([2]) })") == {"map": {"a": 1}, "set": [2]}


@pytest.mark.parametrize(
    "code", ["() => { throw new TypeError('wrong'); }", "async () => { throw new TypeError('wrong'); }"]
)
def test_what_a_script_throws_is_an_error_here(window: Window, code: str) -> None:
    with pytest.raises(NodeError, match="TypeError: wrong"):
        window.evaluate(code)
    with pytest.raises(NodeError, match="SyntaxError"):
        window.evaluate("(")
    assert window.evaluate("1") == 1


def test_windows_of_one_profile_share_what_they_keep_and_hear_of_each_other(node: Node) -> None:
    first, second, stranger = node.window("shared"), node.window("shared"), node.window()
    for opened in (first, second, stranger):
        opened.evaluate(TOLD)
    first.evaluate(
        "() => { localStorage.setItem('a', 1); localStorage.setItem('a', '1'); localStorage.setItem('b', 'x'); }"
    )
    assert second.evaluate("[Object.keys(localStorage), localStorage.length, localStorage.getItem('a')]") == [
        ["a", "b"], 2, "1",
    ]  # fmt: skip
    second.evaluate("localStorage.removeItem('a')")
    assert first.evaluate("told") == [["a", None]]
    assert second.evaluate("told") == [["a", "1"], ["b", "x"]]
    assert stranger.evaluate("[told, localStorage.length, localStorage.getItem('a')]") == [[], 0, None]
    second.close()
    first.evaluate("localStorage.clear()")
    assert node.window("shared").evaluate("localStorage.length") == 0


def test_a_window_has_its_own_modules_and_its_own_storage_to_replace(node: Node) -> None:
    first, second = node.window("own"), node.window("own")
    first.evaluate(
        "() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }"
    )
    with pytest.raises(NodeError, match="full"):
        first.evaluate("localStorage.setItem('a', '1')")
    second.evaluate("localStorage.setItem('a', '1')")
    assert (
        first.evaluate("() => { const other = beside(); return other !== window && other.localStorage.getItem('a'); }")
        == "1"
    )
