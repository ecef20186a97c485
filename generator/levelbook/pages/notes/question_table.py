"""The open questions as a table with empty columns for the answers, for whoever owns the standard."""

import json
from collections.abc import Iterator
from typing import Final, TypedDict

from levelbook.catalogue import LANGUAGES, Catalogue
from levelbook.components.note_list import CollectedNote, notes_of_handbook, notes_of_sequence
from levelbook.site import urls
from levelbook.site.assets import marked
from levelbook.site.context import Context
from levelbook.text.csv_table import csv_text

COLUMNS: Final = (
    "sequence",
    "place",
    "question",
    "answer",
    "who",
    "day",
    "note",
    "printed",
    "where",
    "file",
    "key",
)
"""The columns, by the keys of their heads."""
FOUND_BY_HEAD: Final = ("key", "question", "answer", "who", "day")
"""The columns that are read when a table is opened again, wherever they stand in it by then."""


class QuestionTable(TypedDict):
    """What the page of the questions brings when a table is saved or opened: every question as a row."""

    columns: list[str]
    """Keys of the columns, in their order."""
    head: list[str]
    rows: list[list[str]]
    """Those for the answer are empty."""
    heads: dict[str, list[str]]
    """What the columns that are read are called in each language, by their keys."""


def data_files(ctx: Context) -> Iterator[tuple[str, str]]:
    """Path and text of the table, and of the same for scripts, where anything is asked."""
    table = _table(ctx)
    if table["rows"]:
        yield urls.QUESTIONS, csv_text([table["head"], *table["rows"]])
        yield urls.QUESTION_ROWS, _script(table)


def address(ctx: Context) -> str:
    """The script's address; nothing where nothing is asked."""
    table = _table(ctx)
    return marked(urls.QUESTION_ROWS, _script(table)) if table["rows"] else ""


def _table(ctx: Context) -> QuestionTable:
    catalogues = [Catalogue(language) for language in LANGUAGES]
    heads = {column: [words(_head(column)) for words in catalogues] for column in FOUND_BY_HEAD}
    head = [ctx.words(_head(column)) for column in COLUMNS]
    return QuestionTable(columns=list(COLUMNS), head=head, rows=list(_rows(ctx)), heads=heads)


def _head(column: str) -> str:
    return f"notes.column.{column}"


def _script(table: QuestionTable) -> str:
    shown = {key: value for key, value in table.items() if key != "heads"}
    text = json.dumps(shown, ensure_ascii=False, separators=(",", ":")).removesuffix("}")
    heads = json.dumps(table["heads"])  # those of other languages are read and never shown
    return f'window.levelbookQuestions = {text},"heads":{heads}}};\n'


def _rows(ctx: Context) -> Iterator[list[str]]:
    for sequence in ctx.handbook.sequences.values():
        yield from _of(ctx, ctx.sequence_name(sequence), notes_of_sequence(ctx, sequence))
    yield from _of(ctx, ctx.words("notes.of_handbook"), notes_of_handbook(ctx))


def _of(ctx: Context, whole: str, notes: Iterator[CollectedNote]) -> Iterator[list[str]]:
    """The questions about one whole; what is asked in several places is asked once, with all of them."""
    asked: dict[str, list[CollectedNote]] = {}
    for note in notes:
        if note.question:
            asked.setdefault(note.question, []).append(note)
    for key, places in asked.items():
        named = ctx.words("join.parted").join(dict.fromkeys(note.link.text for note in places))
        first = places[0].remark.note
        files = ctx.words("join.parted").join(f"{note.source.file}:{note.source.line}" for note in places)
        texts = [ctx.text(first, field) for field in ("text", "printed", "where")]
        yield [whole, named, ctx.text(first, "ask"), "", "", "", *texts, files, key]
