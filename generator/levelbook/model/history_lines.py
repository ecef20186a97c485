"""The table of facts as the text of history/published.jsonl: one thing a line, sorted, for git to compare."""

import json
from typing import Any

from levelbook.model.history import FactTable


def text_of_table(table: FactTable) -> str:
    """The lines of a table; keys are sorted, values inside keep their order, which may mean something."""
    return "".join(f"{_text(address)}: {_text(dict(sorted(table[address].items())))}\n" for address in sorted(table))


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
