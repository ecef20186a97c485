"""Each row of the table of changes, on a small table of facts: what is told, and whether saved answers are affected."""

import copy
from pathlib import Path
from typing import Any

import pytest
import yaml

from levelbook.catalogue import Catalogue
from levelbook.history.comparing.changes import typed_changes
from levelbook.history.kinds import KINDS
from levelbook.history.release_changes import recorded
from levelbook.history.touched import TouchedBy
from levelbook.localized.changes import ChangeSentences
from levelbook.model.history import FactTable, History

FILE = yaml.safe_load((Path(__file__).parent / "rows.yml").read_text(encoding="utf-8"))
BASE: FactTable = FILE["facts"]


def edited(table: FactTable, edit: dict[str, dict[str, Any] | None]) -> FactTable:
    """A table with some things changed: none takes a thing out, a key without value a key."""
    result = copy.deepcopy(dict(table))
    for address, keys in edit.items():
        if keys is None:
            del result[address]
            continue
        fact = {**result.get(address, {}), **keys}
        result[address] = {key: value for key, value in fact.items() if value is not None}
    return result


@pytest.mark.parametrize("row", FILE["rows"], ids=lambda row: ",".join(row["told"])[:40])
def test_a_row_of_the_table(row: dict[str, Any]) -> None:
    after = edited(BASE, row["edit"])
    changes = TouchedBy(BASE, after).every(typed_changes(BASE, after, now=row.get("now")))
    say = ChangeSentences(Catalogue("zh"), BASE, after)
    assert [say.line(change) for change in changes] == row["told"]
    if "results" in row:
        assert [change.results for change in changes] == row["results"]
    if "languages" in row:
        assert [list(change.touches.languages) for change in changes] == row["languages"]


@pytest.mark.parametrize("row", FILE["rows"], ids=lambda row: ",".join(row["told"])[:40])
def test_every_change_has_a_kind_with_a_sentence_and_can_be_turned_back(row: dict[str, Any]) -> None:
    after = edited(BASE, row["edit"])
    changes = typed_changes(BASE, after, now=row.get("now"))
    assert {change.kind for change in changes} <= {*KINDS, "indicator-changed"}
    for language in ("zh", "en"):
        say = ChangeSentences(Catalogue(language), BASE, after)
        assert all(say.line(change) for change in changes)
    release = recorded("1.0.0", changes, BASE, after)
    assert History(published=after, releases=(release,)).facts_at("0.9.0") == BASE


def test_a_table_is_no_other_than_itself() -> None:
    assert typed_changes(BASE, copy.deepcopy(dict(BASE))) == ()
