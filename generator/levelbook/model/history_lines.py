"""The table of facts as the text of history/published.jsonl: one thing a line, sorted, for git to compare."""

import json
from typing import Any

from levelbook.model.history import FactTable


class NotALine(ValueError):
    """A line of the file that is no fact."""

    def __init__(self, number: int) -> None:
        """Which line, counted from 1."""
        super().__init__(f"line {number} is not a fact")
        self.number = number


def text_of_table(table: FactTable) -> str:
    """The lines of a table; keys are sorted, values inside keep their order, which may mean something."""
    return "".join(f"{_text(address)}: {_text(dict(sorted(table[address].items())))}\n" for address in sorted(table))


def table_of_text(text: str) -> FactTable:
    """The table that lines tell; raises `NotALine`."""
    table: dict[str, dict[str, Any]] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            address, fact = _fact(line, number)
            if address in table:
                raise NotALine(number)
            table[address] = fact
    return table


def _fact(line: str, number: int) -> tuple[str, dict[str, Any]]:
    try:
        entry = json.loads("{" + line + "}")
    except (ValueError, RecursionError) as error:
        raise NotALine(number) from error
    match list(entry.items()):
        case [(address, {"kind": str(), **_rest} as fact)] if address:
            return address, fact
    raise NotALine(number)


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
