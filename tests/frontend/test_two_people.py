"""Two people with a computer each, and files between them in any order: nobody changes what another one owns."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.frontend.test_two_tabs import DATA
from tests.node import Node, Window

RUN = (Path(__file__).parent / "two_people.js").read_text(encoding="utf-8")
WHO = st.sampled_from(["employee", "manager"])
CODES = st.sampled_from(["TAM-AAA", "TAM-BBB", "TAM-CCC"])
POINTS = st.sampled_from("0123456")
SOMETIMES = ["own", "judge", "agree", "done", "back", "both", "sign"]


def _histories(*more: str) -> st.SearchStrategy[list[tuple[str, str, str, str]]]:
    """What is done, by whom, at what, and which value or choice; most of it is rating and sending files."""
    files = st.integers(0, 30).map(str)
    return st.lists(
        st.one_of(
            st.tuples(st.sampled_from(["own", "judge"]), WHO, CODES, POINTS),
            st.tuples(st.sampled_from(["hand", "file"]), WHO, CODES, POINTS),
            st.tuples(st.just("open"), WHO, files, POINTS),
            st.tuples(st.sampled_from([*SOMETIMES, *more]), WHO, CODES, POINTS),
        ),
        min_size=5,
        max_size=50,
    )


@pytest.fixture(scope="module")
def people(node: Node) -> Window:
    """A window that knows the checklist."""
    window = node.window("two people")
    window.evaluate("data => { window.data = data; return null; }", DATA | {"release": "1"})
    return window


def _played(people: Window, ops: list[Any]) -> dict[str, Any]:
    done: dict[str, Any] = people.evaluate(RUN, {"ops": ops})
    return done


@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ops=_histories())
def test_whatever_two_people_do_each_owns_a_layer(people: Window, ops: list[Any]) -> None:
    done = _played(people, ops)
    assert done["bad"] == []
    assert done["alike"] in (None, [True, True]), "in the end both have the same of each"


@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ops=_histories("lose"))
def test_whatever_is_lost_each_owns_a_layer(people: Window, ops: list[Any]) -> None:
    assert _played(people, ops)["bad"] == []
