"""What the reader's own notes can be about: for their list, and for the field in which one is written."""

import json
from collections.abc import Iterator
from typing import Final

from levelbook.components.codes import data as codes
from levelbook.model.handbook import Sequence
from levelbook.pages.assessment.page_data import OwnNotesData
from levelbook.pages.assessment.retired import code_of
from levelbook.queries.codes import answer_code
from levelbook.queries.remembered import asked_once
from levelbook.site import urls
from levelbook.site.assets import NOTE_SCRIPT, NOTE_STYLE, marked_asset
from levelbook.site.context import Context

NOTE_WORDS: Final = urls.assessment_words("note_it")
"""The address of what a page loads when something is first noted on it."""


def own_notes(ctx: Context) -> OwnNotesData:
    """The competencies of the handbook by sequence, and where their indicators are told."""
    sequences = ctx.handbook.sequences.values()
    return {
        "sequences": [entry for sequence in sequences if (entry := _competencies(ctx, sequence))[1]],
        "retired": dict(entry for sequence in sequences for entry in _retired(ctx, sequence)),
        "files": codes.addresses(ctx),
    }


@asked_once(lambda sequence: sequence.id)
def _competencies(ctx: Context, sequence: Sequence) -> tuple[str, list[tuple[str, str]]]:
    every = sequence.competencies.values()
    return ctx.sequence_name(sequence), [(answer_code(sequence, each), ctx.name(each)) for each in every]


def _retired(ctx: Context, sequence: Sequence) -> Iterator[tuple[str, tuple[str, list[str]]]]:
    for competency in sequence.all_competencies.values():
        if competency.retired:
            heirs = [code_of(ctx, sequence, address) for address in competency.retired.replaced_by]
            yield answer_code(sequence, competency), (ctx.name(competency), heirs)


def note_file(ctx: Context) -> tuple[str, str]:
    """The words of the field, and where its script and styles are."""
    words = {"note." + key: text for key, text in ctx.words.section("assess.note").items()}
    facts = {"words": words, "script": marked_asset(NOTE_SCRIPT), "style": marked_asset(NOTE_STYLE)}
    text = json.dumps(facts, ensure_ascii=False, separators=(",", ":"))
    return NOTE_WORDS, f"window.levelbookNoteIt = {text};\n"
