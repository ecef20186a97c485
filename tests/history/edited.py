"""Edits of the real handbook, as cases tell them."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from levelbook.history.facts import facts_of
from levelbook.load import files_in
from levelbook.loading.as_far_as_readable import as_far_as_readable
from levelbook.loading.files import Unreadable
from levelbook.model.handbook import Handbook
from levelbook.model.history import FactTable

RUBRIC = Path(__file__).parents[2] / "rubric_data"
Files = Mapping[str, bytes | Unreadable]


@cache
def real_files() -> Files:
    return dict(files_in(RUBRIC))


def edited(files: Files, edits: Iterable[Mapping[str, str]]) -> dict[str, bytes | Unreadable]:
    """The files after edits, each of which has to find what it changes."""
    result = dict(files)
    for edit in edits:
        if "now" in edit:
            result[edit["now"]] = result.pop(edit["file"])
            continue
        data = result[edit["file"]]
        assert isinstance(data, bytes)
        text = data.decode("utf-8")
        assert text.count(edit["from"]) >= 1, f"{edit['file']} has no {edit['from']!r}"
        result[edit["file"]] = text.replace(edit["from"], edit["to"], 1).encode("utf-8")
    return result


def handbook_of(files: Files) -> Handbook:
    readable = as_far_as_readable(files)
    assert readable.handbook is not None
    assert readable.left_out == ()
    return readable.handbook


def table_of(files: Files) -> FactTable:
    return facts_of(handbook_of(files))


def tables_of(case: Mapping[str, Any]) -> tuple[FactTable, FactTable]:
    """The facts before and after the edits of a case."""
    if "given" not in case:
        return real_table(), table_of(edited(real_files(), case["edit"]))
    given = edited(real_files(), case["given"])
    return table_of(given), table_of(edited(given, case["edit"]))


@cache
def real_table() -> FactTable:
    return table_of(real_files())
