"""One edit of the real handbook, and what is told of it, word for word, in both languages."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from levelbook.catalogue import Catalogue
from levelbook.history.comparing.changes import typed_changes
from levelbook.history.touched import TouchedBy
from levelbook.localized.changes import ChangeSentences
from levelbook.model.handbook import ReleaseWord
from tests.history.edited import tables_of

CASES = yaml.safe_load((Path(__file__).parent / "diff-cases.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_what_is_told_of_an_edit(case: dict[str, Any]) -> None:
    before, after = tables_of(case)
    words = {code: ReleaseWord.model_validate(word) for code, word in case.get("words", {}).items()}
    changes = TouchedBy(before, after).every(typed_changes(before, after, words))
    told = [
        {
            "kind": change.kind,
            **({"rule": change.rule} if "rule" in expected else {}),
            **({"results": change.results} if "results" in expected else {}),
            **{
                language: ChangeSentences(Catalogue(language), before, after).line(change)
                for language in ("zh", "en")
                if language in expected
            },
        }
        for change, expected in zip(changes, [*case["told"], *[{"zh": ""}] * len(changes)], strict=False)
    ]
    assert told == case["told"]


def test_the_worked_examples_are_all_there() -> None:
    assert len(CASES) >= 27
    assert all(case["told"] for case in CASES[:27])
