"""All courses with what they cover, as a table that spreadsheets open and `import` reads."""

from collections.abc import Iterator

from levelbook.commands.courses.table import COLUMNS, NAME
from levelbook.localized.texts import text_of
from levelbook.model.handbook import Handbook
from levelbook.queries.courses import courses
from levelbook.text.csv_table import csv_text


def table_of(handbook: Handbook) -> bytes:
    """The file."""
    return csv_text([(*COLUMNS, NAME), *_rows(handbook)]).encode("utf-8")


def _rows(handbook: Handbook) -> Iterator[tuple[str, ...]]:
    language = handbook.head.language
    for sequence in handbook.sequences.values():
        for action in courses(sequence):
            name = text_of(action, "name", language) or text_of(action, "text", language)
            minutes = str(action.minutes) if action.minutes is not None else ""
            yield action.id or "", " ".join(action.targets), minutes, action.link or "", name
