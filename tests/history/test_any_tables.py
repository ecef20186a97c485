"""Whatever becomes of a table of facts: everything that differs is told, and can be turned back."""

import copy
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from levelbook.catalogue import Catalogue
from levelbook.history.comparing.changes import typed_changes
from levelbook.history.comparing.comparison import above
from levelbook.history.kinds import KINDS
from levelbook.history.release_changes import recorded
from levelbook.history.touched import TouchedBy
from levelbook.localized.changes import ChangeSentences
from levelbook.model.history import ChangeClass, FactTable, History
from tests.history.test_rows import BASE

TEXTS = st.sampled_from(["听完客户的话。", "在指导下听完。", "不听。", "Hears 3 people.", "", "<b>&", "另外", "|`*"])
CODES = st.sampled_from(sorted(BASE.keys() - {"handbook"}))
MORTAL = ("sequence", "level", "grade", "group", "competency", "indicator", "position", "action", "concept")
KEYS_OF_TEXTS = ("text", "text_en", "name", "definition", "summary", "role", "not_required", "lost")
EDITS = st.lists(
    st.one_of(
        st.tuples(st.just("drop"), CODES, st.none()),
        st.tuples(st.sampled_from(KEYS_OF_TEXTS), CODES, TEXTS | st.none()),
        st.tuples(st.just("retired"), CODES, st.fixed_dictionaries({"why": TEXTS, "replaced_by": st.lists(CODES)})),
        st.tuples(st.just("level"), CODES, st.sampled_from(["junior", "senior", "lead", "nowhere"])),
        st.tuples(st.just("n"), CODES, st.integers(1, 9)),
        st.tuples(st.just("in"), CODES, CODES),
        st.tuples(st.just("raises"), CODES, st.lists(CODES, max_size=3)),
        st.tuples(st.just("competencies"), CODES, st.lists(CODES, max_size=3)),
        st.tuples(st.just("copy"), CODES, st.sampled_from(["KEY-LIS-90", "KEY-NEW", "KEY.new", "KEY-LIS.0a1b2c3d"])),
    ),
    max_size=8,
)


def after(edits: list[tuple[str, str, Any]]) -> FactTable:
    """A table with random edits done to it."""
    table = copy.deepcopy(dict(BASE))
    for key, address, value in edits:
        if address not in table:
            continue
        if key == "retired" and table[address]["kind"] not in MORTAL:
            continue
        if key in ("in", "level", "copy") and table[address]["kind"] == "cell":
            continue  # its address says where it is
        if key == "drop":
            del table[address]
        elif key == "copy":
            table[value] = dict(table[address])
        elif value is None:
            table[address].pop(key, None)
        else:
            table[address][key] = value
    return table


@given(EDITS)
@example([("competencies", "KEY.soft", [])])
@example([("raises", "KEY-LIS-01", [])])
def test_whatever_differs_is_told_and_turned_back(edits: list[tuple[str, str, Any]]) -> None:
    newer = after(edits)
    changes = TouchedBy(BASE, newer).every(typed_changes(BASE, newer))
    for language in ("zh", "en"):
        say = ChangeSentences(Catalogue(language), BASE, newer)
        assert all(say.line(change) for change in changes)
    assert all(change.kind in KINDS or change.kind.endswith("-changed") for change in changes)
    classes = [list(ChangeClass).index(change.change_class) for change in changes]
    assert classes == sorted(classes)
    turned_back = History(published=newer, releases=(recorded("1.0.0", changes, BASE, newer),)).facts_at("0.1.0")
    assert turned_back == BASE
    if not changes:
        assert not [address for address in {*BASE, *newer} if _matters(address, newer)]


def _matters(address: str, newer: FactTable) -> bool:
    """Whether a difference is more than a place in a list, or something in what has ended already."""
    old, new = BASE.get(address), newer.get(address)
    ended = "retired" in (new or {}) and (old is None or "retired" in old)
    held = new is None and (old or {}).get("kind") == "cell"  # its indicators cannot stand without it
    return _bare(old) != _bare(new) and not ended and not held and not any(one not in newer for one in above(new))


def _bare(fact: Any) -> Any:
    """A fact without its place in a list and without empty lists; of a group what it borrows from others alone."""
    bare = {key: value for key, value in (fact or {}).items() if key != "n" and value != []}
    borrowed = {code for code in bare.pop("competencies", ()) if _sequence(code) != bare["seq"]}
    return bare, borrowed


def _sequence(code: str) -> Any:
    return BASE.get(code, {}).get("seq") or code.split("-")[0].split(".")[0]


@given(EDITS)
def test_no_table_differs_from_itself(edits: list[tuple[str, str, Any]]) -> None:
    table = after(edits)
    assert typed_changes(table, copy.deepcopy(dict(table))) == ()
