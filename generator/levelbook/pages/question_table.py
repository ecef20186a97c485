"""The open questions as a table with an empty column for the answer, for whoever owns the standard."""

from collections.abc import Iterator

from levelbook.components.note_list import CollectedNote, notes_of_handbook, notes_of_sequence
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.text.csv_table import csv_text

COLUMNS = ("sequence", "place", "question", "answer", "note", "printed", "where", "file")
"""The columns, by the keys of their heads."""


def data_files(ctx: Context) -> Iterator[tuple[str, str]]:
    """The path and text of the table, where anything is asked."""
    rows = list(_rows(ctx))
    if rows:
        yield urls.QUESTIONS, csv_text([[ctx.words(f"notes.column.{column}") for column in COLUMNS], *rows])


def _rows(ctx: Context) -> Iterator[list[str]]:
    for sequence in ctx.handbook.sequences.values():
        yield from _of(ctx, ctx.sequence_name(sequence), notes_of_sequence(ctx, sequence))
    yield from _of(ctx, ctx.words("notes.of_handbook"), notes_of_handbook(ctx))


def _of(ctx: Context, whole: str, notes: Iterator[CollectedNote]) -> Iterator[list[str]]:
    """The questions about one whole; what is asked in several places is asked once, with all of them."""
    asked: dict[tuple[str, str], list[CollectedNote]] = {}
    for note in notes:
        if note.remark.note.ask:
            said = ctx.text(note.remark.note, "ask"), ctx.text(note.remark.note, "text")
            asked.setdefault(said, []).append(note)
    for (question, text), places in asked.items():
        named = ctx.words("join.parted").join(dict.fromkeys(note.link.text for note in places))
        first = places[0].remark.note
        files = ctx.words("join.parted").join(f"{note.source.file}:{note.source.line}" for note in places)
        yield [whole, named, question, "", text, ctx.text(first, "printed"), ctx.text(first, "where"), files]
