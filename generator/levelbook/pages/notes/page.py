"""Editor's notes, collected from wherever they stand in the data, and completeness."""

from collections.abc import Mapping
from dataclasses import dataclass

from levelbook.components import completeness
from levelbook.components.choices import Choice
from levelbook.components.completeness import CompletenessRow
from levelbook.components.links import Link, sequence_link
from levelbook.components.note_list import BOOK, CollectedNote, note_figures, notes_of_handbook, notes_of_sequence
from levelbook.model.handbook import Sequence
from levelbook.pages.notes import question_table
from levelbook.site import urls
from levelbook.site.context import Context
from levelbook.site.page import Heading, Page
from levelbook.site.sitemap import PageKind


@dataclass(frozen=True)
class NotesGroup:
    """The notes of a sequence, or of the handbook itself."""

    key: str
    """The sequence's id, by which notes are filtered."""
    anchor: str
    link: Link
    figures: str
    """How many notes that ask nothing; the others stand by themselves."""
    completeness: tuple[CompletenessRow, ...]
    """What is there and what is not."""
    incomplete: str
    """What of the sequence is missing."""
    notes: tuple[CollectedNote, ...]
    """The notes that ask nothing."""
    questions: tuple[CollectedNote, ...]
    """The notes with an open question."""
    question_count: str
    """How many those are."""


@dataclass(frozen=True)
class NotesView:
    """Everything on the page."""

    figures: str
    """How many notes, and how many questions."""
    kinds: tuple[Choice, ...]
    """Kinds of note."""
    sequences: tuple[Choice, ...]
    """Sequences with notes."""
    question_count: str
    """How many notes have an open question; nothing where none has."""
    table: str
    """The questions as a table, with columns for the answers; nothing where nothing is asked."""
    rows: str
    """The same for scripts."""
    answer_words: Mapping[str, str]
    """What scripts say about answers."""
    has_plain: bool
    """Whether there are notes that ask nothing."""
    groups: tuple[NotesGroup, ...]
    """Notes by sequence."""


def pages(ctx: Context) -> tuple[Page, ...]:
    """The page of all notes."""
    handbook = _handbook(ctx)
    groups = [_group(ctx, sequence) for sequence in ctx.handbook.sequences.values()] + ([handbook] if handbook else [])
    notes = [note for group in groups for note in (*group.questions, *group.notes)]
    questions = sum(len(group.questions) for group in groups)
    view = NotesView(
        figures=note_figures(ctx, notes),
        kinds=_kinds(ctx, notes),
        sequences=tuple(Choice(group.key, group.link.text) for group in groups if group.notes or group.questions),
        question_count=ctx.count("plain_note", questions) if questions else "",
        table=urls.QUESTIONS if questions else "",
        rows=question_table.address(ctx),
        answer_words=ctx.words.section("notes.answer"),
        has_plain=questions < len(notes),
        groups=tuple(groups),
    )
    page = Page(
        place=ctx.sitemap.existing(PageKind.NOTES),
        template="notes",
        view=view,
        headings=_headings(ctx, view),
        description=ctx.words("notes.description"),
    )
    return (page,)


def _headings(ctx: Context, view: NotesView) -> tuple[Heading, ...]:
    questions = (Heading("asks", ctx.words("notes.asks")),) if view.question_count else ()
    groups = tuple(Heading(group.anchor, group.link.text) for group in view.groups)
    return (*questions, Heading("all", ctx.words("notes.by_sequence"), groups))


def _kinds(ctx: Context, notes: list[CollectedNote]) -> tuple[Choice, ...]:
    """The kinds of note that occur, in the order of the catalogue."""
    words = {note.remark.note.kind.value: note.remark.word for note in notes}
    return tuple(Choice(kind, words[kind]) for kind in ctx.words.section("note.kind") if kind in words)


def _group(ctx: Context, sequence: Sequence) -> NotesGroup:
    notes = list(notes_of_sequence(ctx, sequence))
    plain, questions, question_count = _by_question(ctx, notes)
    return NotesGroup(
        key=sequence.id,
        anchor=urls.sequence_anchor(sequence.id),
        link=sequence_link(ctx, sequence),
        figures=ctx.count("note", len(plain)) if plain else "",
        completeness=completeness.rows(ctx, sequence),
        incomplete=ctx.marked(sequence.head, "incomplete"),
        notes=plain,
        questions=questions,
        question_count=question_count,
    )


def _handbook(ctx: Context) -> NotesGroup | None:
    """Notes that stand outside the sequences: in the handbook's head, its scales, concepts and process."""
    notes = list(notes_of_handbook(ctx))
    if not notes:
        return None
    link = Link(ctx.words("notes.of_handbook"), "")
    anchor = urls.sequence_anchor(BOOK)
    plain, questions, question_count = _by_question(ctx, notes)
    figures = ctx.count("note", len(plain)) if plain else ""
    return NotesGroup(BOOK, anchor, link, figures, (), "", plain, questions, question_count)


def _by_question(
    ctx: Context, notes: list[CollectedNote]
) -> tuple[tuple[CollectedNote, ...], tuple[CollectedNote, ...], str]:
    """The notes that ask nothing, those that ask, and how many these are."""
    plain = tuple(note for note in notes if not note.remark.note.ask)
    questions = tuple(note for note in notes if note.remark.note.ask)
    return plain, questions, ctx.count("plain_note", len(questions)) if questions else ""
